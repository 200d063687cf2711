import Quantities

extension Construction {
  /// 力争完成投资15亿元, 确保…: what is aimed at. 有力确保了3万人饮水安全 was done, and “力争上游”竞赛 is a name.
  static let aim = Construction(
    .aim, "力争、确保等表示目标",
    examples: [
      .yes("力争完成投资⟦15亿元⟧。", "status target"),
      .yes("确保新开工项目⟦6个⟧以上。", "status target"),
      .yes("力争用三年时间改造管网⟦42公里⟧。", "status target"),
      .no("有力确保了⟦3万人⟧饮水安全。"),
      .no("在“力争上游”竞赛中获奖⟦12项⟧。"),
      .no("已争取到资金⟦2亿元⟧，确保按时完工。"),
      .no("成功确保重点工程⟦6个⟧按期完工。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      let clause = paragraph.places[figure].clauseStart..<paragraph.entries[figure].span.lowerBound
      guard let word = paragraph.modal(.aim, in: clause), !paragraph.words.has(.past, in: clause) else {
        continue
      }
      paragraph.facts.state(figure, .status(.target, .aim), by: .aim, words: word)
    }
  }

  /// 预算数15亿元, 年度计划26亿元, 计划种植36万亩，…实际播种37万亩: what was planned for the year that is told of.
  static let plan = Construction(
    .plan, "预算、计划的数",
    examples: [
      .yes("一般公共预算收入预算数为⟦15.4亿元⟧，实际完成15.1亿元。", "status target"),
      .yes("年度水利投资计划⟦26亿元⟧，已完成投资25亿元。", "status target"),
      .yes("全县计划种植粮食⟦36万亩⟧，实际播种37万亩。", "status target"),
      .yes("年初预算安排教育支出⟦8.6亿元⟧，决算数为9.1亿元。", "status target"),
      .yes("原计划新建泵站⟦8座⟧，实际建成9座。", "status target"),
      .yes("2023年部门预算安排项目支出⟦1200万元⟧，实际支出1150万元。", "status target"),
      .no("收入决算数为⟦15亿元⟧。"),
      .no("完成年度投资计划的⟦96%⟧。"),
      .no("上年预算数⟦15亿元⟧。"),
      .no("实施国家科技计划项目⟦5项⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind.isAmount == true {
      guard let word = paragraph.planWord(before: figure) else { continue }
      paragraph.facts.state(figure, .status(.target, .planned), by: .plan, words: word)
    }
  }

  /// 预算数15.4亿元，决算数15.1亿元; 预算为26亿元，实际完成25亿元: what came of a plan is of the same thing.
  static let outturn = Construction(
    .outturn, "计划之后的实际数",
    examples: [
      .yes("教育支出预算数9.2亿元，决算数⟦9.4亿元⟧。", "subject planned as 9.2亿元"),
      .yes("教育支出预算为9.2亿元，实际完成⟦9.4亿元⟧。", "subject planned as 9.2亿元"),
      .yes("教育支出预算数9.2亿元，决算数9.4亿元，比上年决算数⟦8.8亿元⟧增长6.8%。", "subject planned as 9.2亿元"),
      .yes("教育支出年初预算8.6亿元，调整预算⟦9.2亿元⟧。", "subject planned as 8.6亿元"),
      .no("教育支出预算数9.2亿元，卫生支出决算数⟦9.4亿元⟧。"),
      .no("教育支出9.2亿元，实际完成⟦9.4亿元⟧。"),
    ]
  ) { paragraph in
    guard paragraph.facts.facts.contains(where: { $0.by == .plan }) else { return }
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind.isAmount == true {
      let plan = paragraph.earlier(than: figure).first {
        paragraph.areAlike($0, figure) && paragraph.facts.fact(.status, of: $0)?.by == .plan
      }
      guard let plan, paragraph.tellsOutturn(figure) else { continue }
      paragraph.facts.state(figure, .subject(.planned(as: plan)), by: .outturn)
    }
  }
}

/// The names of what is planned.
enum Planned {
  /// The thing that a plan is for: 教育支出|预算数, 计划|种植粮食, 年初预算安排|教育支出.
  static func thing(_ name: [UInt8]) -> [UInt8] {
    let words = WordList.planning.strippingPrefixes(name, WordList.planned.strippingSuffixes(name, name.indices))
    return Array(name[words])
  }
}

extension Paragraph {
  /// A word of a list in a range that tells what is to be: outside of quotation marks, not of what was done (确保了, 成功确保).
  fileprivate func modal(_ list: WordList, in range: Range<Int>) -> Range<Int>? {
    guard let word = words.first(list, in: range), !bytes.has("了", at: word.upperBound),
      !WordList.achieved.isSuffix(of: bytes, range.lowerBound..<word.lowerBound)
    else { return nil }
    let quotes = lexemes(in: range.lowerBound..<word.lowerBound).last { $0.cue == .openQuote || $0.cue == .closeQuote }
    return quotes?.cue == .openQuote ? nil : word
  }

  /// The word by which a figure is one of a plan for the time reported on.
  fileprivate func planWord(before figure: Int) -> Range<Int>? {
    let clause = places[figure].clauseStart..<entries[figure].span.lowerBound
    let left = WordList.trailing.strippingSuffixes(bytes, clause)
    if let noun = WordList.planned.suffix(of: bytes, left),
      !WordList.prior.occurs(in: bytes, clause.lowerBound..<noun.lowerBound)
    {
      return noun
    }
    // 计划种植36万亩，实际播种37万亩: what was planned is told to be told beside what came of it.
    let gap = gap(before: figure)
    let start = WordList.openings.strippingPrefixes(bytes, WordList.leading.strippingPrefixes(bytes, gap)).lowerBound
    guard let verb = WordList.planning.prefix(of: bytes, start..<gap.upperBound) ?? words.first(.budgeting, in: gap),
      WordList.outturns.occurs(
        in: bytes, entries[figure].span.upperBound..<sentenceEnd(of: entries[figure].span.upperBound))
    else { return nil }
    return verb
  }

  /// Whether no words stand before a figure but of what came of a plan: 决算数, 实际完成, 比上年决算数.
  fileprivate func tellsOutturn(_ figure: Int) -> Bool {
    var words = clean(
      leftWords(figure, hasNounBehind: !rightNoun(figure).isEmpty), entries[figure].quantity?.kind ?? .money)
    words = WordList.leading.strippingPrefixes(plain, words)
    if WordList.planned.contains(plain, words) { return true }
    let outturn = WordList.outturns.strippingPrefixes(plain, WordList.sameBefore.strippingPrefixes(plain, words))
    let rest = WordList.achieving.strippingPrefixes(plain, outturn)
    return rest.isEmpty && !words.isEmpty && rightNoun(figure).isEmpty
  }
}
