import Quantities

/// A list of words, found at the start, at the end or anywhere in a stretch of text at a cost that doesn't grow with the
/// list. Texts are UTF-8, and ranges are byte offsets in them.
struct WordList: Sendable {
  /// Payload of a word of the list, and of one that only keeps a shorter word from being taken.
  private static let listed: Int32 = 0
  private static let kept: Int32 = 1

  private let forward: WordAutomaton
  private let backward: WordAutomaton

  /// The words of a text; words of `keeping` count as none of the list, though they begin or end like one.
  init(_ list: String..., keeping: String = "") {
    var words: [(word: String, payload: Int32)] = []
    for text in list { words += text.split(whereSeparator: \.isWhitespace).map { (String($0), Self.listed) } }
    words += keeping.split(whereSeparator: \.isWhitespace).map { (String($0), Self.kept) }
    forward = WordAutomaton(words)
    backward = WordAutomaton(
      words.map { word, payload in
        (String(String.UnicodeScalarView(word.unicodeScalars.reversed())), payload)
      })
  }

  /// The longest word at the start of a range, or `nil`.
  func prefix(of text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let length = prefixLength(text.span.extracting(..<range.upperBound), from: range.lowerBound)
    return length > 0 ? range.lowerBound..<range.lowerBound + length : nil
  }

  /// Whether a range starts with a word of the list.
  func isPrefix(of text: [UInt8], _ range: Range<Int>) -> Bool { prefix(of: text, range) != nil }

  /// The longest word at the end of a range, or `nil`.
  func suffix(of text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let length = suffixLength(text.span, range)
    return length > 0 ? range.upperBound - length..<range.upperBound : nil
  }

  /// Whether a range ends with a word of the list.
  func isSuffix(of text: [UInt8], _ range: Range<Int>) -> Bool { suffix(of: text, range) != nil }

  /// Whether a range is a word of the list.
  func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool { prefix(of: text, range) == range }

  /// The first word of the list in a range, or `nil`.
  func first(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let text = text.span.extracting(..<range.upperBound)
    var at = range.lowerBound
    while at < range.upperBound {
      let length = prefixLength(text, from: at)
      if length > 0 { return at..<at + length }
      at += decodeScalar(in: text, at: at).length
    }
    return nil
  }

  /// Whether a word of the list stands in a range.
  func occurs(in text: [UInt8], _ range: Range<Int>) -> Bool { first(in: text, range) != nil }

  /// A range without words of the list and blanks at its start.
  func strippingPrefixes(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let text = text.span.extracting(..<range.upperBound)
    var at = range.lowerBound
    while true {
      while at < range.upperBound, case let (scalar, length) = decodeScalar(in: text, at: at), isBlank(scalar) {
        at += length
      }
      let length = prefixLength(text, from: at)
      if length == 0 { return at..<range.upperBound }
      at += length
    }
  }

  /// A range without words of the list and blanks at its end.
  func strippingSuffixes(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let text = text.span
    var end = range.upperBound
    while true {
      while end > range.lowerBound, case let start = scalarStart(in: text, before: end),
        isBlank(decodeScalar(in: text, at: start).scalar)
      {
        end = start
      }
      let length = suffixLength(text, range.lowerBound..<max(range.lowerBound, end))
      if length == 0 { return range.lowerBound..<max(range.lowerBound, end) }
      end -= length
    }
  }

  private func prefixLength(_ text: Span<UInt8>, from start: Int) -> Int {
    guard start < text.count, let match = forward.longestMatch(in: text, at: start), match.payload == Self.listed else {
      return 0
    }
    return match.end - start
  }

  private func suffixLength(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var state = WordAutomaton.root
    var at = range.upperBound
    var length = 0
    while at > range.lowerBound {
      let start = scalarStart(in: text, before: at)
      guard let next = backward.step(state, decodeScalar(in: text, at: start).scalar) else { break }
      state = next
      at = start
      let payload = backward.payload(state)
      if payload >= 0 { length = payload == Self.listed ? range.upperBound - at : 0 }
    }
    return length
  }
}

/// Whether a character is a space, or the question mark that stands for a no-break space in damaged texts.
func isBlank(_ scalar: UInt32) -> Bool {
  scalar == 0x20 || scalar == 0x3F || scalar == 0x09 || scalar == 0xA0 || scalar == 0x3000 || scalar == 0x0D
}
