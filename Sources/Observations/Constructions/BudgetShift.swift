import Quantities

extension Construction {
  /// 收入预算由80亿元调整为85亿元, 支出预算调整为90亿元，调增5亿元: a budget that is changed is a plan still.
  static let budgetShift = Construction(
    .budgetShift, "预算、计划的调整数",
    examples: [
      .yes("收入预算由80亿元调整为⟦85亿元⟧。", "status target"),
      .yes("市级收入预算总计调整为⟦300亿元⟧，调增12亿元。", "status target"),
      .yes("市级收入预算总计调整为300亿元，调增⟦12亿元⟧。", "status target"),
      .yes("教育支出预算调减⟦3000万元⟧。", "status target"),
      .yes("年度投资计划由26亿元增加到⟦28亿元⟧。", "status target"),
      .no("收入预算由⟦80亿元⟧调整为85亿元。"),
      .no("低保标准由780元调整为⟦830元⟧。"),
      .no("部门数由12个调整为⟦10个⟧。"),
      .no("收入预算执行率提高到⟦98%⟧。"),
      .no("预算绩效评价项目增加到⟦20个⟧。"),
    ]
  ) { paragraph in
    for (place, figure) in paragraph.figures.enumerated() where paragraph.tellsAmountOrChange(figure) {
      let isShifted: Bool
      if paragraph.facts.role(of: figure) == .after {
        isShifted = place > 0 && paragraph.namesPlan(before: paragraph.figures[place - 1])
      } else {
        isShifted = paragraph.isShifted(figure)
      }
      guard isShifted else { continue }
      paragraph.facts.state(figure, .status(.target, .planned), by: .budgetShift, words: paragraph.gap(before: figure))
    }
  }
}

extension Paragraph {
  fileprivate func tellsAmountOrChange(_ figure: Int) -> Bool { entries[figure].quantity?.kind.isAdditive == true }

  /// Whether what stands before a figure ends with the name of a plan: 收入预算|由80亿元, 收入预算总计|调整为300亿元.
  fileprivate func namesPlan(before figure: Int) -> Bool {
    let origin = lexemes(in: gap(before: figure)).last { $0.cue == .origin }
    return endsWithPlan(gap(before: figure).lowerBound..<(origin?.start ?? gap(before: figure).upperBound))
  }

  private func endsWithPlan(_ words: Range<Int>) -> Bool {
    WordList.planNouns.isSuffix(of: bytes, WordList.trailing.strippingSuffixes(bytes, words))
  }

  /// 收入预算调整为300亿元: whether a plan is told to be changed right before a figure; or the clause goes on with by how much: ，调增12亿元.
  fileprivate func isShifted(_ figure: Int) -> Bool {
    let words = WordList.bounds.strippingSuffixes(bytes, gap(before: figure))
    guard let verb = WordList.shifts.suffix(of: bytes, words) else { return false }
    if endsWithPlan(words.lowerBound..<verb.lowerBound) { return true }
    let previous = places[figure].previous
    return WordList.leading.strippingPrefixes(bytes, words.lowerBound..<verb.lowerBound).isEmpty && previous >= 0
      && facts.fact(.status, of: previous)?.by == .budgetShift
      && groupStart(of: entries[figure].span.lowerBound) <= entries[previous].span.lowerBound
  }
}
