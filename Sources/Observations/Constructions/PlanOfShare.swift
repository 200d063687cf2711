import Quantities

extension Construction {
  /// 完成年计划460亿元的91.3%, 为年度目标140亿元的107%: what a share is of is what was planned.
  static let planOfShare = Construction(
    .planOfShare, "完成……的百分之几：所完成的计划数",
    examples: [
      .yes("生产总值420亿元，完成年计划⟦460亿元⟧的91.3%。", "status target"),
      .yes("生产总值420亿元，为全年目标⟦460亿元⟧的91.3%，增长2%。", "status target"),
      .yes("新建泵站3座，完成计划数⟦4座⟧的75%。", "status target"),
      .yes("实现收入5.2亿元，完成年初计划的⟦9.8亿元⟧的53.1%。", "status target"),
      .no("生产总值420亿元，完成年计划460亿元的⟦91.3%⟧。"),
      .no("完成投资⟦420亿元⟧，增长5%。"),
      .no("新建泵站⟦3座⟧，占全部泵站的30%。"),
      .no("新建泵站3座，占计划项目⟦4座⟧的75%。"),
      .no("完成计划外投资⟦4亿元⟧，占总投资的5%。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind.isAmount == true {
      guard paragraph.isDivided(figure), let noun = paragraph.planNoun(before: figure) else { continue }
      paragraph.facts.state(figure, .status(.target, .planned), by: .planOfShare, words: noun)
    }
  }
}

extension Paragraph {
  /// Whether 的 and a share stand right behind a figure.
  fileprivate func isDivided(_ figure: Int) -> Bool {
    let next = places[figure].next
    guard next >= 0, entries[next].quantity?.kind == .percent else { return false }
    return bytes.range(
      bytes.withoutBlanks(WordList.bounds.strippingSuffixes(bytes, between(figure, next))), equals: "的")
  }

  /// The noun of a plan right before a figure.
  fileprivate func planNoun(before figure: Int) -> Range<Int>? {
    var words = WordList.trailing.strippingSuffixes(bytes, gap(before: figure))
    if bytes.range(words, endsWith: "的") { words = words.lowerBound..<words.upperBound - "的".utf8.count }
    return WordList.planNouns.suffix(of: bytes, words) ?? WordList.goals.suffix(of: bytes, words)
  }
}
