import Quantities

extension Construction {
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
      .yes("全年计划开工项目⟦86个⟧，截至目前已开工80个。", "status target"),
      .yes("年初目标教育支出增长⟦7%⟧，实际增长5.4%。", "status target"),
      .yes("教育支出计划增长⟦8%⟧，实际增长6.5%。", "status target"),
      .no("教育支出计划增长⟦8%⟧。"),
      .no("完成投资超年度任务⟦6亿元⟧。"),
      .no("收入决算数为⟦15亿元⟧。"),
      .no("完成年度投资计划的⟦96%⟧。"),
      .no("上年预算数⟦15亿元⟧。"),
      .no("实施国家科技计划项目⟦5项⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.canBePlanned(figure) {
      guard let word = paragraph.planWord(before: figure) else { continue }
      paragraph.facts.state(figure, .status(.target, .planned), by: .plan, words: word)
    }
  }
}

extension Paragraph {
  /// Whether a figure tells how much there is or by what percent it grew.
  fileprivate func canBePlanned(_ figure: Int) -> Bool {
    guard let kind = entries[figure].quantity?.kind else { return false }
    return kind.isAmount || kind == .growth
  }

  /// The word by which a figure is one of a plan for the time reported on.
  fileprivate func planWord(before figure: Int) -> Range<Int>? {
    // 投资超年度任务6亿元 is how far it got beyond.
    guard facts.relation(of: figure) == nil else { return nil }
    let clause = places[figure].clauseStart..<entries[figure].span.lowerBound
    let left = WordList.trailing.strippingSuffixes(bytes, clause)
    if let noun = WordList.planned.suffix(of: bytes, left),
      !WordList.prior.occurs(in: bytes, clause.lowerBound..<noun.lowerBound)
    {
      return noun
    }
    // 支出计划增长8%，实际增长6.5%
    if entries[figure].quantity?.kind.isAmount == false,
      let verb = WordList.planning.suffix(of: bytes, WordList.trailingOfChange.strippingSuffixes(bytes, clause)),
      tellsOutturn(behind: figure)
    {
      return verb
    }
    // 计划种植36万亩，实际播种37万亩: what was planned is told to be told beside what came of it.
    let gap = gap(before: figure)
    let start = WordList.openings.strippingPrefixes(bytes, WordList.leading.strippingPrefixes(bytes, gap)).lowerBound
    guard let verb = WordList.planning.prefix(of: bytes, start..<gap.upperBound) ?? words.first(.budgeting, in: gap),
      tellsOutturn(behind: figure)
    else { return nil }
    return verb
  }

  /// Whether the sentence goes on with what came of it: 实际播种37万亩, 已开工80个.
  private func tellsOutturn(behind figure: Int) -> Bool {
    let end = entries[figure].span.upperBound
    let rest = end..<sentenceEnd(of: end)
    return WordList.outturns.occurs(in: bytes, rest) || WordList.done.occurs(in: bytes, rest)
  }
}
