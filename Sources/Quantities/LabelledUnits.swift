/// Finds units that stand in a label and not behind their number: 发行总额（亿元）10.00, 办结率（%）：98.5, 总投资860（万元）.
extension LedgerPass {
  /// The longest unit in brackets, in bytes.
  private static let longestLabel = 30

  /// The unit in brackets right before an Arabic number or right behind it, with its multiplier.
  func unitOfLabel(_ index: Int, _ text: Span<UInt8>) -> FoundUnit? {
    let numeral = numeral(index)
    guard numeral.isArabic, unit(index) == nil, !numeral.isPerHundred else { return nil }
    let (start, end) = (numeral.span.lowerBound, numeral.span.upperBound)
    if let open = bracketLength(text, at: text.skippingSpaces(from: end), "（", "("),
      let close = closingBracket(text, from: text.skippingSpaces(from: end) + open),
      let unit = unitInBrackets(text, text.skippingSpaces(from: end) + open..<close.lowerBound)
    {
      return FoundUnit(word: unit, name: unit.unit, end: close.upperBound, lexeme: index)
    }
    guard let label = labelBefore(index, text),
      let unit = unitInBrackets(text, lexemes[label.open].end..<lexemes[label.close].start)
    else { return nil }
    return FoundUnit(word: unit, name: unit.unit, end: max(end, start), lexeme: index, label: label.open)
  }

  /// The lexemes of the brackets before a number, between which and the number only a colon or 为 stands.
  private func labelBefore(_ index: Int, _ text: Span<UInt8>) -> (open: Int, close: Int)? {
    var close = index - 1
    if close > 0, lexemes[close].cue == .colon || lexemes[close].cue == .result, touches(close, index, text) {
      close -= 1
    }
    guard close > 0, lexemes[close].cue == .closeParen, touches(close, close + 1, text) else { return nil }
    var open = close - 1
    while open > 0, lexemes[open].cue != .openParen { open -= 1 }
    guard lexemes[open].cue == .openParen, lexemes[close].start - lexemes[open].end <= Self.longestLabel else {
      return nil
    }
    return (open, close)
  }

  /// The unit that fills a range, behind multipliers: 万元, 百万美元, 微克/立方米, 单位：件.
  private func unitInBrackets(_ text: Span<UInt8>, _ range: Range<Int>) -> UnitWord? {
    var at = text.skippingSpaces(from: range.lowerBound)
    for prefix: StaticString in ["单位：", "单位:"] where text.has(prefix, at: at) { at += prefix.utf8CodeUnitCount }
    if text.has("人民币", at: at) { at += 9 }
    var power = 0
    while at < range.upperBound {
      if let found = lexicon.unit(in: text, at: at), let unit = wholeUnit(found, text, upTo: range.upperBound) {
        return unit.isTold ? UnitWord(unit: unit.unit, category: unit.category, scale: unit.scale + power) : nil
      }
      let (scalar, length) = decodeScalar(in: text, at: at)
      guard case .multiplier(let more)? = NumeralCharacter.of(scalar) else { return nil }
      power += more
      at += length
    }
    return nil
  }

  /// A unit with its base, if the two reach to an offset.
  private func wholeUnit(_ found: WordAutomaton.Match, _ text: Span<UInt8>, upTo end: Int) -> UnitWord? {
    let unit = lexicon.units[Int(found.payload)]
    if text.skippingSpaces(from: found.end) == end { return unit }
    guard text.has("/", at: found.end), let base = lexicon.base(in: text, at: found.end + 1), base.end == end else {
      return nil
    }
    let name = Unit(unit.unit.name + "/" + lexicon.units[Int(base.payload)].unit.name)
    return UnitWord(unit: name, category: unit.category, scale: unit.scale)
  }

  private func bracketLength(_ text: Span<UInt8>, at offset: Int, _ wide: StaticString, _ narrow: StaticString) -> Int?
  {
    text.has(wide, at: offset) ? 3 : text.has(narrow, at: offset) ? 1 : nil
  }

  /// The bytes of the next closing bracket within the longest label.
  private func closingBracket(_ text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var at = start
    while at < text.count, at - start <= Self.longestLabel {
      if let length = bracketLength(text, at: at, "）", ")") { return at..<at + length }
      at += decodeScalar(in: text, at: at).length
    }
    return nil
  }
}

extension UnitWord {
  /// Whether figures are told in it: not in 年 of a date, nor in （208类）, the code of a budget.
  fileprivate var isTold: Bool {
    switch category {
    case .money, .percent, .permille, .measure, .duration, .person: true
    case .count, .points: !Unit.ofBudgetCodes.contains(unit) || unit == .items
    default: false
    }
  }
}
