import Quantities
import ReportText

/// Looking at UTF-8 text by ranges of byte offsets; words are compared byte by byte.
extension [UInt8] {
  /// A range without the blanks at its start.
  func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, case let (scalar, length) = decodeScalar(in: span, at: start), isBlank(scalar) {
      start += length
    }
    return Swift.min(start, range.upperBound)..<range.upperBound
  }

  /// A range without the signs and blanks at its start that open a paragraph or an item: ——, ●, ◆.
  func withoutSigns(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, case let (scalar, length) = decodeScalar(in: span, at: start),
      isBlank(scalar) || isSign(scalar)
    {
      start += length
    }
    return Swift.min(start, range.upperBound)..<range.upperBound
  }

  /// Whether a word stands at an offset.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
    for index in 0..<word.utf8CodeUnitCount where self[offset + index] != word.utf8Start[index] { return false }
    return true
  }

  /// Whether a range holds just a word.
  func range(_ range: Range<Int>, equals word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }

  /// Whether a range starts with a word.
  func range(_ range: Range<Int>, startsWith word: StaticString) -> Bool {
    range.count >= word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }

  /// Whether a range ends with a word.
  func range(_ range: Range<Int>, endsWith word: StaticString) -> Bool {
    range.count >= word.utf8CodeUnitCount && has(word, at: range.upperBound - word.utf8CodeUnitCount)
  }

  /// The first place of a word in a range, or `nil`.
  func first(_ word: StaticString, in range: Range<Int>) -> Range<Int>? {
    let length = word.utf8CodeUnitCount
    // A character's last byte tells it from others better than its first.
    let (last, text) = (word.utf8Start[length - 1], span.extracting(..<Swift.min(count, range.upperBound)))
    var at = range.lowerBound + length - 1
    while let end = text.offset(of: last, from: at) {
      if has(word, at: end + 1 - length) { return end + 1 - length..<end + 1 }
      at = end + 1
    }
    return nil
  }

  /// The last place of a word in a range, or `nil`.
  func last(_ word: StaticString, in range: Range<Int>) -> Range<Int>? {
    var found = first(word, in: range)
    while let place = found, let next = first(word, in: place.upperBound..<range.upperBound) { found = next }
    return found
  }

  /// Whether the bytes of one range stand somewhere in a range of another text.
  func range(_ range: Range<Int>, occursIn other: [UInt8], _ place: Range<Int>) -> Bool {
    guard let first = range.first.map({ self[$0] }), place.count >= range.count else { return range.isEmpty }
    for start in place.lowerBound...(place.upperBound - range.count)
    where other[start] == first && self[range].elementsEqual(other[start..<start + range.count]) {
      return true
    }
    return false
  }

  /// How many characters a range holds.
  func characterCount(_ range: Range<Int>) -> Int {
    var characters = 0
    for offset in range where self[offset] & 0xC0 != 0x80 { characters += 1 }
    return characters
  }

  /// How many characters the text holds.
  var characterCount: Int { characterCount(indices) }

  /// The nearest offset at or below this one where a character starts, kept inside the text.
  func aligned(_ offset: Int) -> Int {
    var at = Swift.min(Swift.max(offset, 0), count)
    while at > 0, at < count, self[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  /// The end of the first `characters` characters from an offset on.
  func offset(of characters: Int, from start: Int) -> Int {
    var at = start
    for _ in 0..<characters where at < count {
      at += 1
      while at < count, self[at] & 0xC0 == 0x80 { at += 1 }
    }
    return at
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}

/// Whether a character is a dash, a bullet, an arrow or another sign that is no part of any word.
private func isSign(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x23, 0x2A, 0x2B, 0x2D, 0x3E, 0x7E, 0xB7, 0x2010...0x2015, 0x2022...0x2027, 0x203B, 0x2190...0x21FF,
    0x25A0...0x27BF,
    0x2B00...0x2BFF, 0x3013, 0x30FB, 0xE000...0xF8FF, 0xFF0A, 0xFF0D, 0xFF5E:
    true
  default: false
  }
}
