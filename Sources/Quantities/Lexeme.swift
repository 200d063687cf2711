/// A word or mark of the text that tells something about the numbers near it.
///
/// A long line holds many, so offsets are kept in 32 bits.
public struct Lexeme: Sendable {
  private let startOffset: UInt32
  private let endOffset: UInt32
  private let number: Int32
  /// What the word tells.
  public let cue: Cue

  /// Byte offset of its start.
  public var start: Int { Int(startOffset) }
  /// Byte offset after its end.
  public var end: Int { Int(endOffset) }
  /// For a numeral: its index in the ledger's order of numerals; for a unit: its index in the lexicon; otherwise -1.
  public var index: Int { Int(number) }

  init(start: Int, end: Int, cue: Cue, index: Int = -1) {
    startOffset = UInt32(start)
    endOffset = UInt32(end)
    number = Int32(index)
    self.cue = cue
  }
}

/// Splits a paragraph into lexemes in one pass; all other text lies between them.
struct Lexer: Sendable {
  let lexicon = Lexicon.shared
  var lexemes: [Lexeme] = []
  var numerals: [Numeral] = []

  mutating func scan(_ text: Span<UInt8>) {
    lexemes.removeAll(keepingCapacity: true)
    numerals.removeAll(keepingCapacity: true)
    guard !text.isEmpty else { return }
    let (tables, pairs) = ((marks: lexicon.marks, beginnings: lexicon.beginnings), lexicon.automaton.pairs)
    let marks = tables.marks.span
    let beginnings = tables.beginnings.span
    var at = 0
    var (scalar, length) = decodeScalar(in: text, at: at)
    while true {
      // The character behind is looked at with each, and is the next one in nearly all cases.
      let end = at &+ length
      let (next, nextLength) = end < text.count ? decodeScalar(in: text, at: end) : (0, 1)
      // The tables have a place for every scalar below.
      let mark = scalar < 0x10000 ? marks[unchecked: Int(scalar / 32)] >> UInt64(scalar % 32 * 2) & 3 : 0
      // Without a branch, which no processor could foretell.
      let mayBeLong = pairs.mayContain(scalar, next)
      var resume = end
      if mark & (mayBeLong ? 3 : 1) != 0 {
        let beginning = beginnings[unchecked: Int(scalar)]
        let found = mayBeLong ? beginning : beginning.subtracting(.longWord)
        if found == .word {
          lexemes.append(Lexeme(start: at, end: end, cue: lexicon.cues[Int(scalar)]))
        } else {
          resume = read(text, at: at, scalar, end, found)
        }
      }
      guard resume < text.count else { return }
      at = resume
      (scalar, length) = resume == end ? (next, nextLength) : decodeScalar(in: text, at: at)
    }
  }

  /// Adds the numeral or the word at a place, if there is one; returns where to go on.
  private mutating func read(
    _ text: Span<UInt8>, at start: Int, _ scalar: UInt32, _ end: Int, _ found: Lexicon.Beginning
  ) -> Int {
    var word: Lexeme?
    if found.contains(.longWord), let match = lexicon.automaton.longestMatch(in: text, at: start) {
      word = Lexeme(start: start, end: match.end, cue: Cue(rawValue: UInt8(match.payload))!)
    } else if found.contains(.word) {
      word = Lexeme(start: start, end: end, cue: lexicon.cues[Int(scalar)])
    }
    if found.contains(.numeral), let end = readNumeral(text, at: start, scalar, word) { return end }
    guard let word, word.cue != .numeral else { return end }
    lexemes.append(word)
    return word.end
  }

  /// Adds the numeral at a place with its unit and returns where they end, or `nil` if there is none or it is part of
  /// `word`.
  private mutating func readNumeral(_ text: Span<UInt8>, at start: Int, _ scalar: UInt32, _ word: Lexeme?) -> Int? {
    let reader = NumeralReader(lexicon: lexicon)
    if let numeral = reader.read(text, at: start), !isCharacterOfWord(numeral, scalar, text) {
      let wordHolds = word.map { $0.cue != .numeral && $0.end >= numeral.span.upperBound } ?? false
      if !wordHolds { return append(composed(numeral, text, reader), text) }
    }
    guard scalar == 0x534A, word == nil, let half = half(text, at: start) else { return nil }  // 半
    return append(half, text)
  }

  /// 半 before a unit, 半数, 半百, and 过半.
  private func half(_ text: Span<UInt8>, at start: Int) -> Numeral? {
    let end = start + 3
    if text.has("百", at: end), lexicon.unit(in: text, at: end + 3 < text.count ? end + 3 : end) == nil {
      return Numeral(
        span: start..<end + 3, value: ExactDecimal(digits: 50), isArabic: false, hasMultiplier: true, digitCount: 2)
    }
    let isNumber = text.has("数", at: end)
    if text.has("过", before: start), !isNumber, !text.isIdeograph(at: end) || text.has("的", at: end) {
      var more = Numeral(
        span: start - 3..<end, value: ExactDecimal(digits: 5, exponent: -1), bound: .atLeast, isArabic: false,
        digitCount: 1)
      more.isFraction = true
      return more
    }
    guard isNumber || (end < text.count && lexicon.unit(in: text, at: end) != nil) else { return nil }
    var numeral = Numeral(
      span: start..<(isNumber ? end + 3 : end), value: ExactDecimal(digits: 5, exponent: -1), isArabic: false,
      digitCount: 1)
    numeral.isHalf = true
    numeral.isFraction = isNumber
    return numeral
  }

  /// 队伍, 大陆: a single financial numeral behind another character is part of a word.
  private func isCharacterOfWord(_ numeral: Numeral, _ scalar: UInt32, _ text: Span<UInt8>) -> Bool {
    guard numeral.digitCount == 1, numeral.span.lowerBound >= 3, numeral.span.count == 3 else { return false }
    switch scalar {
    case 0x4F0D, 0x9646, 0x62FE: break  // 伍 陆 拾
    default: return false
    }
    return text.isIdeograph(at: scalarStart(in: text, before: numeral.span.lowerBound))
  }

  /// Adds a numeral and the unit behind it; returns where they end.
  private mutating func append(_ numeral: Numeral, _ text: Span<UInt8>) -> Int {
    if let item = itemNumber(numeral, text) {
      _ = append(item, text)
      return text.has(".", at: item.span.upperBound) ? item.span.upperBound + 1 : item.span.upperBound + 3
    }
    // A sign that the numeral has taken in is no cue of its own any more, nor is 过 in 过半.
    if let last = lexemes.last, last.start >= numeral.span.lowerBound { lexemes.removeLast() }
    lexemes.append(
      Lexeme(start: numeral.span.lowerBound, end: numeral.span.upperBound, cue: .numeral, index: numerals.count))
    numerals.append(numeral)
    return appendUnit(text, at: numeral.span.upperBound)
  }

  /// 4.12件建议全部办结: the number of an item that stands before a number of whole things, at the start of the line or a sentence.
  private func itemNumber(_ numeral: Numeral, _ text: Span<UInt8>) -> Numeral? {
    guard numeral.hasFraction, numeral.isArabic, !numeral.hasMultiplier, (numeral.value?.digits ?? 0) > 0,
      opensSentence(text, at: numeral.span.lowerBound),
      let unit = lexicon.unit(in: text, at: text.skippingSpaces(from: numeral.span.upperBound)),
      lexicon.units[Int(unit.payload)].countsWholeThings
    else { return nil }
    return wholePart(numeral, text)
  }

  /// The digits before the point of a number, if they can number an item; 2.0版 is a version.
  private func wholePart(_ numeral: Numeral, _ text: Span<UInt8>) -> Numeral? {
    var end = numeral.span.lowerBound
    while NumeralCharacter.isArabicDigit(decodeScalar(in: text, at: end).scalar) {
      end += decodeScalar(in: text, at: end).length
    }
    // .6 has no digits before its point.
    guard end > numeral.span.lowerBound,
      let item = NumeralReader(lexicon: lexicon).read(text.extracting(0..<end), at: numeral.span.lowerBound),
      item.digitCount <= 2, item.value?.digits != 0
    else { return nil }
    let point = text.has(".", at: end) ? 1 : text.has("．", at: end) ? 3 : 0
    let startsWithZero = text.has("0", at: end + point) || text.has("０", at: end + point)
    return point > 0 && !startsWithZero ? item : nil
  }

  /// Whether nothing but blanks stands before an offset in the paragraph or behind the last sentence.
  private func opensSentence(_ text: Span<UInt8>, at offset: Int) -> Bool {
    let end = lexemes.last.map { $0.cue == .sentenceEnd ? $0.end : -1 } ?? 0
    return end >= 0 && text.skippingSpaces(from: end) == offset
  }

  /// A numeral with its sign, joined with the second number of a fraction (百分之四十二, 三分之二, 1/3, 一半).
  private func composed(_ numeral: Numeral, _ text: Span<UInt8>, _ reader: NumeralReader) -> Numeral {
    var numeral = numeral
    applySign(&numeral, text)
    if let whole = numeral.value, whole.digits > 0, text.has("分之", at: numeral.span.upperBound) {
      let start = numeral.span.upperBound + 6
      if start < text.count, let part = reader.read(text, at: start), let share = part.value {
        numeral = Numeral(fraction: share, of: whole, from: numeral, to: part)
        applySign(&numeral, text)
      }
    }
    if let slashed = slashedFraction(numeral, text, reader) { numeral = slashed }
    if text.has("半", at: numeral.span.upperBound), numeral.value == ExactDecimal(digits: 1),
      !text.has("半导", at: numeral.span.upperBound)
    {
      // 一半: half of the whole.
      numeral.value = ExactDecimal(digits: 5, exponent: -1)
      numeral.span = numeral.span.lowerBound..<numeral.span.upperBound + 3
      numeral.isFraction = true
    }
    return numeral
  }

  /// 1/3, 1/5: a proper fraction in Arabic digits.
  private func slashedFraction(_ numeral: Numeral, _ text: Span<UInt8>, _ reader: NumeralReader) -> Numeral? {
    let end = numeral.span.upperBound
    let start = text.has("／", at: end) ? end + 3 : end + 1
    guard numeral.isArabic, numeral.isDigitRow, numeral.digitCount <= 2, start > end + 1 || text.has("/", at: end),
      start < text.count, let whole = reader.read(text, at: start), whole.isArabic, whole.isDigitRow,
      whole.digitCount <= 3,
      !text.has("/", at: whole.span.upperBound), let part = numeral.value, let all = whole.value,
      part.digits > 0, part < all, let share = part.divided(by: all, places: 8)
    else { return nil }
    var fraction = numeral
    fraction.span = numeral.span.lowerBound..<whole.span.upperBound
    fraction.value = share
    fraction.isDigitRow = false
    fraction.isFraction = true
    return fraction
  }

  /// 负 or a hyphen that joins nothing before a numeral makes it negative.
  private func applySign(_ numeral: inout Numeral, _ text: Span<UInt8>) {
    let start = numeral.span.lowerBound
    guard let value = numeral.value, value.digits > 0 else { return }
    let length: Int
    if text.has("负", before: start) {
      // 为企业减负72亿元
      if text.has("减负", before: start) || text.has("担负", before: start) { return }
      length = 3
    } else if numeral.isArabic, let dash = dash(text, before: start) {
      length = dash.length
      if let last = lexemes.last, text.skippingSpaces(from: last.end) == start - length,
        last.cue == .numeral || last.cue == .unit
      {
        return
      }
      if !dash.isHyphen, !leadsToFigure(text, at: start - length) { return }
      if start > length {
        let before = text[start - length - 1]
        // A-3 and ——3 are no negative numbers.
        if before < 0x80, before > 0x20, ![0x28, 0x2C, 0x3A, 0x3B].contains(before) { return }
        if text.has("—", before: start - length) || text.has("-", before: start - length) { return }
      }
    } else {
      return
    }
    numeral.value = -value
    numeral.span = start - length..<numeral.span.upperBound
  }

  /// The bytes of the hyphen or dash that ends at an offset; a hyphen can be a minus anywhere, a dash joins and separates too.
  private func dash(_ text: Span<UInt8>, before offset: Int) -> (length: Int, isHyphen: Bool)? {
    if text.has("-", before: offset) { return (1, true) }
    guard offset >= 3 else { return nil }
    switch decodeScalar(in: text, at: offset - 3).scalar {
    case 0xFF0D, 0x2212, 0xFE63, 0x2010, 0x2011: return (3, true)  // － − ﹣ ‐ ‑
    case 0x2013, 0x2014: return (3, false)  // – —
    default: return nil
    }
  }

  /// 增长–3.2%, 增速为—3.2%: whether a word that a figure follows ends at an offset.
  private func leadsToFigure(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard let last = lexemes.last, text.skippingSpaces(from: last.end) == offset else { return false }
    return last.cue.isChange
      || [.riseNoun, .fallNoun, .comparison, .result, .index, .colon, .openParen].contains(last.cue)
  }

  /// Adds the unit behind a numeral and the word behind that (以上, 左右); returns where they end.
  private mutating func appendUnit(_ text: Span<UInt8>, at start: Int) -> Int {
    var end = start
    var at = text.skippingSpaces(from: start)
    if at < text.count, let unit = lexicon.unit(in: text, at: at) {
      lexemes.append(Lexeme(start: at, end: unit.end, cue: .unit, index: Int(unit.payload)))
      end = unit.end
      at = end
      // 31微克/立方米以下: the bound stands behind the base.
      if at + 1 < text.count, text.has("/", at: at), let base = lexicon.base(in: text, at: at + 1) { at = base.end }
    }
    if at < text.count, let word = lexicon.automaton.longestMatch(in: text, at: at, from: lexicon.behindRoot),
      let cue = Cue(rawValue: UInt8(word.payload))
    {
      lexemes.append(Lexeme(start: at, end: word.end, cue: cue))
      end = word.end
    }
    return end
  }
}

extension Numeral {
  /// `part` of `whole` equal shares: percent where the whole is 百, else a plain fraction.
  fileprivate init(fraction share: ExactDecimal, of whole: ExactDecimal, from first: Numeral, to second: Numeral) {
    self = second
    span = first.span.lowerBound..<second.span.upperBound
    isArabic = first.isArabic
    isDigitRow = false
    if first.isBareMultiplier, whole.exponent >= 2 {
      // 百分之 gives percent; 千分之 and 万分之 are percent with the point moved.
      isPerHundred = true
      value = share.scaled(byPowerOfTen: 2 - whole.exponent)
      pair.power = Int8(clamping: Int(pair.power) + 2 - whole.exponent)
      place = second.place.map { $0 + 2 - whole.exponent }
    } else {
      isFraction = true
      value = share.divided(by: whole, places: 8)
      place = nil
    }
  }
}

/// Whether a character is a blank of any width; a tab keeps columns apart and is none.
@inline(__always)
func isBlankCharacter(_ scalar: UInt32) -> Bool {
  guard scalar <= 0x3000 else { return false }
  return switch scalar {
  case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

extension Span<UInt8> {
  /// Whether a Chinese character stands at an offset.
  func isIdeograph(at offset: Int) -> Bool {
    offset >= 0 && offset < count && (0x4E00..<0xA000).contains(decodeScalar(in: self, at: offset).scalar)
  }

  /// The offset of the first character at or after `offset` that is no space (at most two are skipped).
  @inline(__always)
  func skippingSpaces(from offset: Int) -> Int {
    var at = offset
    for _ in 0..<2 where at < count {
      let (scalar, length) = decodeScalar(in: self, at: at)
      guard isBlankCharacter(scalar) else { break }
      at += length
    }
    return at
  }

  /// Whether the UTF-8 bytes of `word` stand at `offset`.
  @inline(__always)
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
    // Inside the text by the line above.
    for index in 0..<word.utf8CodeUnitCount where self[unchecked: offset &+ index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether the UTF-8 bytes of `word` end at `offset`.
  @inline(__always)
  func has(_ word: StaticString, before offset: Int) -> Bool { has(word, at: offset - word.utf8CodeUnitCount) }
}
