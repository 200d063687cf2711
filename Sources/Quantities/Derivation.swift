/// The words from which the reading of a numeral follows, for people who check it.
public struct Derivation: Sendable {
  /// The numeral's own value, before its unit; `nil` if it overflows.
  public let value: ExactDecimal?
  /// The bytes of the unit word, and its normal form.
  public let unit: (word: Range<Int>, normal: Unit)?
  /// The bytes of the word that bounds the number (超, 以上).
  public let bound: Range<Int>?
  /// The bytes of the word that makes the number a change or its result, and which.
  public let change: (word: Range<Int>, direction: Direction)?

  /// What a word of change says of the number.
  public enum Direction: Sendable {
    /// 增长5%: so much more.
    case rise
    /// 下降5%: so much less.
    case fall
    /// 提高到95%: what the change led to.
    case result
  }
}

extension QuantityReader {
  /// What an entry of the paragraph read last follows from; `nil` for a numeral inside a word (三项制度, 持平).
  public func derivation(of entry: LedgerEntry, in paragraph: Span<UInt8>) -> Derivation? {
    pass.derivation(of: entry, paragraph)
  }
}

extension LedgerPass {
  fileprivate func derivation(of entry: LedgerEntry, _ text: Span<UInt8>) -> Derivation? {
    guard let index = lexemes.firstIndex(where: { $0.cue == .numeral && $0.start == entry.numeral.lowerBound }) else {
      return nil
    }
    let numeral = numeral(index)
    guard entry.quantity != nil, let unit = unitOfDerivation(index, text) else {
      return Derivation(value: numeral.value, unit: nil, bound: nil, change: nil)
    }
    let span = { (word: Int) in lexemes[word].start..<lexemes[word].end }
    let start = unit.lexeme == index ? unit.end : lexemes[unit.lexeme].start
    let change = changeOfItsOwn(index, unit, text).flatMap { change in
      change.word.map { (span($0), change.isResult ? Derivation.Direction.result : change.isFall ? .fall : .rise) }
    }
    return Derivation(
      value: numeral.value, unit: start < unit.end ? (start..<unit.end, unit.name) : nil,
      bound: boundWord(index, unit, text).map(span), change: change)
  }

  private func unitOfDerivation(_ index: Int, _ text: Span<UInt8>) -> FoundUnit? {
    if let unit = unitBehindHalf(index, text) ?? unitOfQuantity(index, text) ?? unitOfList(index, text)
      ?? unitOfLabel(index, text)
    {
      return unit
    }
    // A fraction or a bare number ends where its numeral does.
    let word = UnitWord(unit: .none, category: numeral(index).isFraction ? .percent : .count, scale: 0)
    return FoundUnit(word: word, name: .none, end: numeral(index).span.upperBound, lexeme: index)
  }
}
