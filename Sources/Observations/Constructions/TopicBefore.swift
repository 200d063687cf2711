import Quantities

extension Construction {
  /// 行政许可：受理586件; 经济总量快速增长，全年增长6.8%: the thing stands in the clause before, in which no figure does.
  static let topicBefore = Construction(
    .topicBefore, "事物在前一分句",
    examples: [
      .yes("一、行政许可：受理⟦586件⟧。", "subject 受理行政许可"),
      .yes("经济总量快速增长，全年增长⟦6.8%⟧。", "subject 经济总量快速"),
      .no("全年平稳，和解成功率⟦63%⟧。"),
      .no("行政许可办理情况。受理⟦586件⟧。"),
    ],
    completes: { ellipsis in
      guard ellipsis.last == nil else { return nil }
      if ellipsis.isVerb, let label = ellipsis.label { return ellipsis.own + ellipsis.plain[label] }
      guard ellipsis.own.isEmpty, let before = ellipsis.paragraph.clauseWithoutFigures(before: ellipsis.figure) else {
        return nil
      }
      return Array(ellipsis.plain[WordList.trailingOfChange.strippingSuffixes(ellipsis.plain, before)])
    })
}

extension Ellipsis {
  /// 行政许可：受理586件: the noun that stands with a colon before the clause of the figure.
  fileprivate var label: Range<Int>? {
    guard let (clause, mark) = paragraph.clause(before: figure), mark == .colon else { return nil }
    var start = clause.lowerBound
    if figure > 0, case let mark = paragraph.entries[figure - 1], mark.numeralClass == .listMarker {
      start = max(start, mark.span.upperBound)
    }
    let words = paragraph.plainRange(start..<max(start, clause.upperBound))
    let label = WordList.leading.strippingPrefixes(plain, words)
    return (2...8).contains(plain.characterCount(label)) && !Deed.hasVerb(plain, label) ? label : nil
  }
}
