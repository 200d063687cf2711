/// Blanks beside numbers, as PDF files have them: 比 2023 年增长 5.2 %, 5500 余条, 1.3 个 百分点, 10 亿 9711 万元.
///
/// They separate nothing, so a line is read as if they weren't there. Blanks between words stay, for in titles, rows and texts without line ends
/// they keep things apart, and so do those between two numbers.
enum NumberBlank {
  /// So many blanks in a row keep columns apart.
  private static let mostBlanks = 2
  /// How many characters behind a number can be those of its unit and bound: 个工作日以内.
  private static let longestUnit = 6

  /// The end of the blanks that begin at an offset and separate nothing; `nil` if none do.
  static func end(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard start > 0 else { return nil }
    var end = start
    for _ in 0..<mostBlanks {
      let length = text.blankLength(at: end)
      if length == 0 { break }
      end += length
    }
    guard end > start, end < text.count, text.blankLength(at: end) == 0, !text.hasBlank(before: start) else {
      return nil
    }
    let (left, right) = (TextCharacter(text, before: start), TextCharacter(text, at: end))
    switch (left, right) {
    case (.word, .digit), (.mark, .digit): return opensYear(text, start, end) ? nil : end
    case (.sign, .digit): return end
    case (.digit, .word), (.percent, .word): return opensItem(text, start) || opensHeading(text, end) ? nil : end
    case (.digit, .percent), (.digit, .mark), (.percent, .mark): return end
    case (.word, .word), (.word, .mark), (.word, .slash), (.slash, .word):
      return isBehindNumber(text, start) && !opensHeading(text, end) ? end : nil
    default: return nil
    }
  }

  /// Whether a year opens something behind the blank: 抓好落实 2024年工作安排. Behind a word that leads to a year (比 2023年) and where blanks stand
  /// on both of its sides it doesn't.
  private static func opensYear(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = end
    while at < text.count, text[at].isDigit { at += 1 }
    guard at - end == 4, text.has("年", at: at) else { return false }
    return !leaders.contains { text.has($0, before: start) }
  }

  /// Words before the year of which something is told.
  private static let leaders: [StaticString] = [
    "比", "较", "与", "和", "由", "从", "自", "在", "至", "到", "于", "及", "对", "了", "的",
  ]

  /// Whether the number before a blank opens the line as that of an item does: 1 总体情况, 2.1 主要指标.
  private static func opensItem(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at > 0, text[at - 1].isDigit || text[at - 1] == UInt8(ascii: ".") { at -= 1 }
    guard start - at <= 2 || text.span(at..<start, has: UInt8(ascii: ".")) else { return false }
    while at > 0, text.hasBlank(before: at) { at -= text.characterLength(before: at) }
    return at == 0
  }

  /// Whether the number of a heading stands at an offset: 二、, （二）, 第二章.
  private static func opensHeading(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    if text.has("第", at: at) || text.has("（", at: at) { return true }
    while at < text.count, numbers.contains(where: { text.has($0, at: at) }) { at += 3 }
    return at > start && text.has("、", at: at)
  }

  private static let numbers: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// Whether nothing but a few words that can be its unit stands between a number and an offset: 728 元 / 人 / 月.
  private static func isBehindNumber(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    var words = 0
    while words <= longestUnit {
      while at > 0, text.hasBlank(before: at) { at -= text.characterLength(before: at) }
      switch TextCharacter(text, before: at) {
      case .word:
        at -= 3
        words += 1
      case .slash: at -= 1
      case .digit, .percent: return true
      default: return false
      }
    }
    return false
  }
}

/// What a character is to the numbers beside it.
enum TextCharacter {
  case digit
  /// % and other signs that end a number.
  case percent
  /// ￥ and other signs that a number begins with.
  case sign
  /// A Chinese character.
  case word
  /// The sign between units: 元/人.
  case slash
  /// A mark of Chinese text inside a sentence.
  case mark
  case other

  /// The character at an offset.
  init(_ text: Span<UInt8>, at offset: Int) {
    guard offset < text.count else {
      self = .other
      return
    }
    self.init(text.scalar(at: offset))
  }

  /// The character that ends at an offset.
  init(_ text: Span<UInt8>, before offset: Int) {
    guard offset > 0 else {
      self = .other
      return
    }
    self.init(text.scalar(at: offset - text.characterLength(before: offset)))
  }

  private init(_ scalar: UInt32) {
    self =
      switch scalar {
      case 0x30...0x39, 0xFF10...0xFF19: .digit
      case 0x25, 0xFF05, 0x2030, 0x2103: .percent  // % ％ ‰ ℃
      case 0x2F: .slash
      case 0x24, 0xA5, 0xFFE5, 0x20AC: .sign  // $ ¥ ￥ €
      case 0x2E80...0x2FDF, 0x3400...0x9FFF, 0xF900...0xFAFF: .word
      case 0x3001, 0xFF0C, 0xFF1B, 0xFF1A, 0x3002, 0xFF08, 0xFF09, 0x201C, 0x201D, 0x300A, 0x300B, 0x3014, 0x3015: .mark
      default: .other
      }
  }
}

extension Span<UInt8> {
  /// How many bytes the character has that ends at an offset.
  func characterLength(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return offset - start
  }

  /// The character at an offset in well-formed UTF-8; U+FFFD for what is none.
  func scalar(at offset: Int) -> UInt32 {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return lead }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard offset + length <= count else { return 0xFFFD }
    var scalar = lead & (0xFF >> UInt32(length + 1))
    for at in offset + 1..<offset + length { scalar = scalar << 6 | UInt32(self[at] & 0x3F) }
    return scalar
  }

  /// Whether a word ends at an offset.
  func has(_ word: StaticString, before offset: Int) -> Bool { has(word, at: offset - word.utf8CodeUnitCount) }

  /// Whether a byte stands in a range.
  fileprivate func span(_ range: Range<Int>, has byte: UInt8) -> Bool { range.contains { self[$0] == byte } }
}
