import Quantities

/// A list of words, found at the start, at the end or anywhere in a text at a cost that doesn't grow with the list.
struct WordList: Sendable {
  private let forward: WordAutomaton
  private let backward: WordAutomaton

  /// Payload of a word of the list, and of one that only keeps a shorter word from being taken.
  private static let listed: Int32 = 0
  private static let kept: Int32 = 1

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

  /// The longest word at the start of `text`, or `nil`.
  func prefix(of text: some StringProtocol) -> Substring? {
    let text = Substring(text)
    let length = text.withBytes { prefixLength($0, from: 0) }
    return length > 0 ? Substring(text.utf8.prefix(length)) : nil
  }

  /// Whether `text` starts with a word of the list.
  func isPrefix(of text: some StringProtocol) -> Bool { Substring(text).withBytes { prefixLength($0, from: 0) } > 0 }

  /// Whether `text` ends with a word of the list.
  func isSuffix(of text: some StringProtocol) -> Bool {
    Substring(text).withBytes { suffixLength($0, to: $0.count) } > 0
  }

  /// Whether `text` is a word of the list.
  func contains(_ text: some StringProtocol) -> Bool {
    Substring(text).withBytes { !$0.isEmpty && prefixLength($0, from: 0) == $0.count }
  }

  /// The first word of the list in `text`, or `nil`.
  func first(in text: some StringProtocol) -> Substring? {
    let text = Substring(text)
    let found = text.withBytes { bytes -> Range<Int>? in
      var at = 0
      while at < bytes.count {
        let length = prefixLength(bytes, from: at)
        if length > 0 { return at..<at + length }
        at += decodeScalar(in: bytes, at: at).length
      }
      return nil
    }
    return found.map { Substring(text.utf8.dropFirst($0.lowerBound).prefix($0.count)) }
  }

  /// `text` without words of the list and blanks at its start.
  func strippingPrefixes(_ text: Substring) -> Substring {
    let start = text.withBytes { bytes -> Int in
      var at = 0
      while true {
        at = Self.skippingBlanks(bytes, from: at)
        let length = prefixLength(bytes, from: at)
        if length == 0 { return at }
        at += length
      }
    }
    return Substring(text.utf8.dropFirst(start))
  }

  /// `text` without words of the list and blanks at its end.
  func strippingSuffixes(_ text: Substring) -> Substring {
    let end = text.withBytes { bytes -> Int in
      var at = bytes.count
      while true {
        at = Self.skippingBlanks(bytes, to: at)
        let length = suffixLength(bytes, to: at)
        if length == 0 { return at }
        at -= length
      }
    }
    return Substring(text.utf8.prefix(end))
  }

  private func prefixLength(_ bytes: Span<UInt8>, from start: Int) -> Int {
    guard start < bytes.count, let match = forward.longestMatch(in: bytes, at: start), match.payload == Self.listed
    else {
      return 0
    }
    return match.end - start
  }

  private func suffixLength(_ bytes: Span<UInt8>, to end: Int) -> Int {
    var state = WordAutomaton.root
    var at = end
    var length = 0
    while at > 0 {
      let start = scalarStart(in: bytes, before: at)
      guard let next = backward.step(state, decodeScalar(in: bytes, at: start).scalar) else { break }
      state = next
      at = start
      let payload = backward.payload(state)
      if payload >= 0 { length = payload == Self.listed ? end - at : 0 }
    }
    return length
  }

  private static func skippingBlanks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count, case let (scalar, length) = decodeScalar(in: bytes, at: at), isBlank(scalar) {
      at += length
    }
    return at
  }

  private static func skippingBlanks(_ bytes: Span<UInt8>, to end: Int) -> Int {
    var at = end
    while at > 0, case let start = scalarStart(in: bytes, before: at),
      isBlank(decodeScalar(in: bytes, at: start).scalar)
    {
      at = start
    }
    return at
  }

  /// Spaces, and the question marks that stand for no-break spaces in damaged texts.
  private static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x3F || scalar == 0x09 || scalar == 0xA0 || scalar == 0x3000 || scalar == 0x0D
  }
}

extension Substring {
  /// Calls `body` with the UTF-8 bytes.
  fileprivate func withBytes<T>(_ body: (Span<UInt8>) -> T) -> T {
    var copy = self
    return copy.withUTF8 { body($0.span) }
  }
}
