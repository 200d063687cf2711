import Quantities
import ReportText

/// Finds the words of several lists in one automaton, so that a look costs the length of the word found, however many
/// lists and words there are.
///
/// The longest word of any list at a place tells the longest word of each list there, since that is a beginning of it.
final class WordFinder: Sendable {
  /// All words as they are read, and the same from their last character to their first.
  static let forward = WordFinder(WordList.allCases, isBackward: false)
  static let backward = WordFinder(WordList.allCases, isBackward: true)
  /// The words that are looked for at every character of a text: those that tell of times or set off constructions, and levels.
  static let placed = WordFinder(WordList.placed, isBackward: false)
  static let levels = WordFinder([.levels], isBackward: false)

  private let automaton: WordAutomaton
  /// For each word of the automaton and each list: the bytes of the longest word of the list that it starts with; 0 for
  /// none, and for a word that only keeps a shorter one from being taken.
  private let lengths: [UInt8]

  private init(_ lists: [WordList], isBackward: Bool) {
    var own: [(word: String, list: WordList, isListed: Bool)] = []
    func add(_ text: String, _ list: WordList, isListed: Bool) {
      for word in text.split(whereSeparator: \.isWhitespace) {
        let word = isBackward ? String(String.UnicodeScalarView(word.unicodeScalars.reversed())) : String(word)
        own.append((word, list, isListed))
      }
    }
    for list in lists {
      add(list.words, list, isListed: true)
      add(list.lookalikes, list, isListed: false)
    }
    // In this order the words that begin with one of them follow it.
    let all = Set(own.map(\.word)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var lengths = [UInt8](repeating: 0, count: all.count * WordList.allCases.count)
    // Shorter words first; a word of the list stays one, though it is among the lookalikes, too.
    func order(_ item: (word: String, list: WordList, isListed: Bool)) -> Int {
      item.word.utf8.count * 2 + (item.isListed ? 1 : 0)
    }
    for (word, list, isListed) in own.sorted(by: { order($0) < order($1) }) {
      var index = all.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(word.utf8) }
      while index < all.count, all[index].utf8.starts(with: word.utf8) {
        lengths[index * WordList.allCases.count + list.rawValue] = isListed ? UInt8(word.utf8.count) : 0
        index += 1
      }
    }
    self.lengths = lengths
    automaton = WordAutomaton(all.enumerated().map { (word: $1, payload: Int32($0)) })
  }

  /// The word that is longest at an offset, or -1.
  @inline(__always)
  func word(in text: Span<UInt8>, at offset: Int) -> Int {
    guard automaton.canBegin(in: text, at: offset) else { return -1 }
    return automaton.longestMatch(in: text, at: offset).map { Int($0.payload) } ?? -1
  }

  /// The first word of any list at or behind an offset and where it starts, or `nil`.
  @inline(__always)
  func firstWord(in text: Span<UInt8>, from start: Int) -> (start: Int, word: Int)? {
    var at = automaton.firstBeginning(in: text, from: start)
    while at < text.count {
      if let match = automaton.longestMatch(in: text, at: at) { return (at, Int(match.payload)) }
      at = automaton.firstBeginning(in: text, from: at + decodeScalar(in: text, at: at).length)
    }
    return nil
  }

  /// The word that is longest before an offset and starts at or behind `start`, or -1, for the backward automaton.
  func word(in text: Span<UInt8>, before offset: Int, from start: Int) -> Int {
    guard offset > start, canEnd(text, before: offset, from: start) else { return -1 }
    var state = WordAutomaton.root
    var at = offset
    var word = -1
    while at > start {
      at = scalarStart(in: text, before: at)
      guard let next = automaton.step(state, decodeScalar(in: text, at: at).scalar) else { break }
      state = next
      let payload = automaton.payload(state)
      if payload >= 0 { word = Int(payload) }
    }
    return word
  }

  @inline(__always)
  private func canEnd(_ text: Span<UInt8>, before offset: Int, from start: Int) -> Bool {
    let last = scalarStart(in: text, before: offset)
    return automaton.canBegin(
      with: decodeScalar(in: text, at: last).scalar,
      last > start ? decodeScalar(in: text, at: scalarStart(in: text, before: last)).scalar : 0)
  }

  /// The bytes of the longest word of a list that the word starts with, or 0.
  @inline(__always)
  func length(of word: Int, in list: WordList) -> Int {
    word < 0 ? 0 : Int(lengths[word * WordList.allCases.count + list.rawValue])
  }
}

/// Where the words of `WordList.placed` begin in a text, found in one pass, to be asked for by place as often as needed.
struct WordPlaces {
  private var found: [(start: Int, word: Int)] = []

  /// Finds the words of `WordList.placed` in a text that end before an offset.
  init(_ text: [UInt8], before end: Int) {
    let text = text.span.extracting(..<end)
    let finder = WordFinder.placed
    var at = 0
    while let place = finder.firstWord(in: text, from: at) {
      found.append(place)
      at = place.start + decodeScalar(in: text, at: place.start).length
    }
  }

  /// The first word of a list in a range, or `nil`.
  func first(_ list: WordList, in range: Range<Int>) -> Range<Int>? {
    guard !found.isEmpty else { return nil }
    let finder = WordFinder.placed
    var index = found.partitioningIndex { $0.start >= range.lowerBound }
    while index < found.count, found[index].start < range.upperBound {
      let start = found[index].start
      let length = finder.length(of: found[index].word, in: list)
      if length > 0, start + length <= range.upperBound { return start..<start + length }
      index += 1
    }
    return nil
  }

  /// The last word of a list in a range, or `nil`.
  func last(_ list: WordList, in range: Range<Int>) -> Range<Int>? {
    var last = first(list, in: range)
    while let place = last, let next = first(list, in: place.upperBound..<range.upperBound) { last = next }
    return last
  }

  /// Whether a word of a list stands in a range.
  func has(_ list: WordList, in range: Range<Int>) -> Bool { first(list, in: range) != nil }
}

extension WordList {
  /// The longest word at the start of a range, or `nil`.
  func prefix(of text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let length = prefixLength(text.span.extracting(..<range.upperBound), at: range.lowerBound)
    return length > 0 ? range.lowerBound..<range.lowerBound + length : nil
  }

  /// The longest word at the end of a range, or `nil`.
  func suffix(of text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let length = suffixLength(text.span, range)
    return length > 0 ? range.upperBound - length..<range.upperBound : nil
  }

  /// Whether a range starts with a word of the list.
  func isPrefix(of text: [UInt8], _ range: Range<Int>) -> Bool { prefix(of: text, range) != nil }

  /// Whether a range ends with a word of the list.
  func isSuffix(of text: [UInt8], _ range: Range<Int>) -> Bool { suffix(of: text, range) != nil }

  /// Whether a range is a word of the list.
  func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool { prefix(of: text, range) == range }

  /// The first word of the list in a range, or `nil`.
  func first(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let text = text.span.extracting(..<range.upperBound)
    let finder = self == .levels ? WordFinder.levels : .forward
    var at = range.lowerBound
    while let (start, word) = finder.firstWord(in: text, from: at) {
      let length = finder.length(of: word, in: self)
      if length > 0 { return start..<start + length }
      at = start + decodeScalar(in: text, at: start).length
    }
    return nil
  }

  /// The last word of the list in a range, or `nil`.
  func last(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var found = first(in: text, range)
    while let place = found, let next = first(in: text, place.upperBound..<range.upperBound) { found = next }
    return found
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
      let length = prefixLength(text, at: at)
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
        end = max(start, range.lowerBound)
      }
      let length = suffixLength(text, range.lowerBound..<end)
      if length == 0 { return range.lowerBound..<end }
      end -= length
    }
  }

  private func prefixLength(_ text: Span<UInt8>, at offset: Int) -> Int {
    guard offset < text.count else { return 0 }
    let finder = WordFinder.forward
    return finder.length(of: finder.word(in: text, at: offset), in: self)
  }

  private func suffixLength(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let finder = WordFinder.backward
    return finder.length(of: finder.word(in: text, before: range.upperBound, from: range.lowerBound), in: self)
  }
}

/// Whether nothing is to be read at a character: a blank, or the question mark that stands for one in damaged texts.
func isBlank(_ scalar: UInt32) -> Bool { Blank.isEmpty(scalar) || scalar == 0x3F }
