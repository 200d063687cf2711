/// Marks that lead to a footnote, between words and numbers: 地区生产总值[1]1234亿元, 1234²亿元.
enum FootnoteMark {
  /// The end of the mark that begins at an offset; `nil` if none does.
  static func end(_ text: Span<UInt8>, at start: Int) -> Int? {
    let lead = text[start]
    guard lead == UInt8(ascii: "[") || lead == UInt8(ascii: "^") || lead == UInt8(ascii: "*") || lead >= 0xC2,
      // At the start of a line it is the note itself.
      let before = lastOffset(text, before: start)
    else { return nil }
    switch lead {
    case UInt8(ascii: "["): return bracketEnd(text, at: start, close: "]")
    case UInt8(ascii: "^"):
      return start + 1 < text.count && text[start + 1] == UInt8(ascii: "[")
        ? bracketEnd(text, at: start + 1, close: "]") : nil
    case UInt8(ascii: "*"): return starEnd(text, at: start, "*")
    case 0xC2, 0xE2:
      for star: StaticString in ["※", "†", "‡"] where text.has(star, at: start) {
        return starEnd(text, at: start, star)
      }
      if text.has("⁽", at: start) { return bracketedRaisedEnd(text, at: start) }
      if isCircled(text, at: start) { return circledEnd(text, at: start, behind: before) }
      return raisedEnd(text, at: start, behind: before)
    case 0xE3 where text.has("【", at: start): return bracketEnd(text, at: start, close: "】")
    case 0xE3 where text.has("〔", at: start): return bracketEnd(text, at: start, close: "〕")
    case 0xEF where text.has("［", at: start): return bracketEnd(text, at: start, close: "］")
    default: return nil
    }
  }

  /// One or two digits, or 注 with some or none: [1], ［12］, 【注】; no year or number of a document (〔98〕3号).
  private static func bracketEnd(_ text: Span<UInt8>, at start: Int, close: StaticString) -> Int? {
    var at = start + close.utf8CodeUnitCount
    let isNote = text.has("注", at: at)
    if isNote { at += 3 }
    let first = at
    while at < text.count, text[at].isDigit { at += 1 }
    guard at - first <= 2, isNote || at > first, text.has(close, at: at) else { return nil }
    at += close.utf8CodeUnitCount
    var behind = at
    while behind < text.count, text[behind].isDigit { behind += 1 }
    return behind > at && text.has("号", at: behind) ? nil : at
  }

  /// ①: behind a word or number, before a number, its unit or a mark; before a word it opens an item of a list.
  private static func circledEnd(_ text: Span<UInt8>, at start: Int, behind before: Int) -> Int? {
    let end = start + 3
    let isBehindDigit = text[before].isDigit
    guard end < text.count, isBehindDigit || isIdeograph(text, endingAt: before) else { return nil }
    if text[end].isDigit { return isBehindDigit ? nil : end }
    let marks: [StaticString] = ["，", "。", "、", "；"]
    if marks.contains(where: { text.has($0, at: end) }) { return end }
    return isBehindDigit && isIdeograph(text, endingAt: end + 2) ? end : nil
  }

  /// ¹ behind a word or number; behind a letter (m²) and behind 10 it is a power.
  private static func raisedEnd(_ text: Span<UInt8>, at start: Int, behind before: Int) -> Int? {
    var end = start
    var count = 0
    while case let length = raisedLength(text, at: end), length > 0 {
      end += length
      count += 1
    }
    guard (1...2).contains(count) else { return nil }
    if text[before].isDigit {
      let isTen =
        text[before] == 0x30 && before > 0 && text[before - 1] == 0x31
        && !(before > 1 && (0x2C...0x39).contains(text[before - 2]))
      return isTen ? nil : end
    }
    let isMetre = before >= 2 && text.has("米", at: before - 2)
    return isIdeograph(text, endingAt: before) && !isMetre || text[before] == UInt8(ascii: "%") ? end : nil
  }

  /// ⁽¹⁾: raised digits in raised brackets are always one.
  private static func bracketedRaisedEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
    var end = start + 3
    while case let length = raisedLength(text, at: end), length > 0 { end += length }
    guard end > start + 3, text.has("⁾", at: end) else { return nil }
    return end + 3
  }

  /// 860*人次, 45※件, 3.5%*。: stars between a number and its unit or a mark; between numbers they multiply.
  private static func starEnd(_ text: Span<UInt8>, at start: Int, _ star: StaticString) -> Int? {
    guard start > 0, text[start - 1].isDigit || text[start - 1] == UInt8(ascii: "%") else { return nil }
    var end = start
    while text.has(star, at: end) { end += star.utf8CodeUnitCount }
    switch TextCharacter(text, at: end) {
    case .word, .mark, .percent: return end
    default: return nil
    }
  }

  /// How many bytes a raised digit takes; 0 if none stands there.
  private static func raisedLength(_ text: Span<UInt8>, at offset: Int) -> Int {
    guard offset + 1 < text.count else { return 0 }
    if text[offset] == 0xC2 { return [0xB2, 0xB3, 0xB9].contains(text[offset + 1]) ? 2 : 0 }
    guard offset + 2 < text.count, text[offset] == 0xE2, text[offset + 1] == 0x81 else { return 0 }
    return text[offset + 2] == 0xB0 || (0xB4...0xB9).contains(text[offset + 2]) ? 3 : 0
  }

  /// Whether ① to ⑳ or ⑴ to ⒇ stands at an offset.
  private static func isCircled(_ text: Span<UInt8>, at offset: Int) -> Bool {
    offset + 2 < text.count && text[offset] == 0xE2 && (0x2460...0x2487).contains(text.scalar(at: offset))
  }

  /// The offset of the last byte before a place that is no blank.
  private static func lastOffset(_ text: Span<UInt8>, before start: Int) -> Int? {
    var at = start - 1
    while at >= 0, text[at] <= 0x20 { at -= 1 }
    return at >= 0 ? at : nil
  }

  /// Whether a character of U+4000 to U+9FFF ends with a byte.
  private static func isIdeograph(_ text: Span<UInt8>, endingAt last: Int) -> Bool {
    last >= 2 && last < text.count && (0xE4...0xE9).contains(text[last - 2]) && text[last] & 0xC0 == 0x80
  }
}

extension Repair {
  /// Where the number of a footnote's mark stands in the source, and the number; `nil` if it has none (【注】).
  public func footnoteNumber(in text: SourceText) -> (place: Range<Int>, number: Int)? {
    guard kind == .footnote else { return nil }
    // Markup can stand inside the mark: [<a href="#n1">1</a>].
    if let last = source.last(where: { text.source[$0].isDigit }) {
      var first = last
      while first > source.lowerBound, text.source[first - 1].isDigit { first -= 1 }
      let place = first..<last + 1
      return Int(String(decoding: text.source[place], as: UTF8.self)).map { (place, $0) }
    }
    let digits = String(decoding: text.source[source], as: UTF8.self).unicodeScalars.compactMap {
      $0.properties.numericType == nil ? nil : $0.properties.numericValue.map { Int($0) }
    }
    return digits.isEmpty ? nil : (source, digits.reduce(0) { $0 * 10 + $1 })
  }
}

extension Span<UInt8> {
  /// Whether a word stands at an offset.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
    for index in 0..<word.utf8CodeUnitCount where self[offset + index] != word.utf8Start[index] { return false }
    return true
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
