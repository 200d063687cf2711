import Quantities

extension Construction {
  /// 收入8亿元，完成年计划9亿元的89%; 支出12亿元，完成年度预算的97%: what was planned for the thing told before, and how much of that was reached.
  static let fulfilled = Construction(
    .fulfilled, "完成计划、预算的几成",
    examples: [
      .yes("公共预算收入8亿元，完成年计划⟦9亿元⟧的89%。", "status target, subject planned as 8亿元"),
      .yes("公共预算收入8亿元，完成年计划9亿元的⟦89%⟧。", "relation 完成, subject 完成年计划 of 8亿元"),
      .yes("卫生支出12亿元，完成年度预算的⟦97%⟧。", "relation 完成, subject 完成年度预算 of 12亿元"),
      .yes("税收收入完成年初预算的⟦97%⟧。", "relation 完成, subject 税收收入完成年初预算"),
      .yes("收入8亿元，占全年任务⟦9亿元⟧的89%。", "status target, subject planned as 8亿元"),
      .yes("新建泵站3座，完成计划数⟦4座⟧的75%。", "status target, subject planned as 3座"),
      .yes("收入8亿元，完成年初计划的⟦9亿元⟧的89%。", "status target, subject planned as 8亿元"),
      .no("新建泵站3座，占计划项目⟦4座⟧的75%。"),
      .no("完成计划外投资⟦4亿元⟧，占总投资的5%。"),
      .no("完成投资⟦9亿元⟧。"),
      .no("完成年度计划⟦9亿元⟧。"),
      .no("占财政支出的⟦97%⟧。"),
      .no("超额完成任务，达标率为⟦97%⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind == .percent {
      guard let found = Fulfilment(of: figure, in: paragraph) else { continue }
      let base = paragraph.earlier(than: found.plan ?? figure).first { found.isBase($0, in: paragraph) }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[found.verb])), by: .fulfilled, words: found.words)
      if !found.thing.isEmpty {
        let words = Array(paragraph.bytes[found.thing.lowerBound..<found.words.upperBound])
        paragraph.facts.state(figure, .subject(.words(words)), by: .fulfilled)
      } else if let base {
        paragraph.facts.state(figure, .subject(.more(Array(paragraph.bytes[found.words]), of: base)), by: .fulfilled)
      }
      guard let plan = found.plan else { continue }
      paragraph.facts.state(plan, .status(.target, .planned), by: .fulfilled, words: found.words)
      if found.thing.isEmpty, let base {
        paragraph.facts.state(plan, .subject(.planned(as: base)), by: .fulfilled)
      }
    }
  }
}

/// The words by which a share tells how much of a plan was reached; ranges of the paragraph's bytes.
private struct Fulfilment {
  /// 完成年计划, and 完成 in it.
  let words: Range<Int>
  let verb: Range<Int>
  /// What was planned, if it stands before them in their clause.
  let thing: Range<Int>
  /// The figure that was planned, if it is told: 完成年计划|9亿元|的89%.
  let plan: Int?

  init?(of share: Int, in paragraph: Paragraph) {
    let bytes = paragraph.bytes
    var words = WordList.trailing.strippingSuffixes(bytes, paragraph.gap(before: share))
    guard bytes.range(words, endsWith: "的") else { return nil }
    words = words.lowerBound..<words.upperBound - "的".utf8.count
    let previous = paragraph.places[share].previous
    let isOfFigure = words.isEmpty && previous >= 0 && paragraph.entries[previous].quantity?.kind.isAmount == true
    plan = isOfFigure ? previous : nil
    if isOfFigure {
      words = WordList.trailing.strippingSuffixes(bytes, paragraph.gap(before: previous))
      // 完成年初计划的|9.8亿元的53%
      if bytes.range(words, endsWith: "的") { words = words.lowerBound..<words.upperBound - "的".utf8.count }
    }
    let noun = WordList.goals.strippingSuffixes(bytes, WordList.planNouns.strippingSuffixes(bytes, words))
    let time = WordList.planTimes.strippingSuffixes(bytes, noun)
    guard noun.upperBound < words.upperBound, let verb = WordList.fulfilling.suffix(of: bytes, time) else { return nil }
    self.verb = verb
    self.words = verb.lowerBound..<words.upperBound
    thing = WordList.leading.strippingPrefixes(bytes, words.lowerBound..<verb.lowerBound)
  }

  /// Whether a figure tells what the plan was for.
  func isBase(_ figure: Int, in paragraph: Paragraph) -> Bool {
    !paragraph.isAside(figure)
      && (plan.map { paragraph.areAlike(figure, $0) } ?? (paragraph.entries[figure].quantity?.kind.isAmount == true))
  }
}
