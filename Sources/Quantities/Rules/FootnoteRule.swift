extension Rule {
  static let footnote = Rule(
    .footnote, "脚注标记",
    .yes("生产总值[⟦2⟧]32074.7亿元", "list_marker"),
    .yes("病险水库加固工程^[⟦8⟧]1351处", "list_marker"),
    .yes("深化“三链协同”（⟦12⟧），新增订单", "list_marker"),
    .no("国发[⟦2020⟧]5号", "document_number"))
}

extension LedgerPass {
  /// One or two digits alone in square brackets, or in round ones behind a quoted name.
  mutating func placeFootnote(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    guard numeral(index).digitCount <= 2, numeral(index).isArabic else { return false }
    let isInSquare = text.has("[", before: span.lowerBound) && text.has("]", at: span.upperBound)
    let isBehindQuote =
      (text.has("”（", before: span.lowerBound) && text.has("）", at: span.upperBound))
      || (text.has("”(", before: span.lowerBound) && text.has(")", at: span.upperBound))
    guard isInSquare || isBehindQuote else { return false }
    add(index, .listMarker, .footnote, withUnit: false)
    return true
  }
}
