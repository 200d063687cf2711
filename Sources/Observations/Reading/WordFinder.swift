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
  /// For each list, with which two characters its words begin, a bit each by their hash. Nearly all looks end here: the
  /// automaton holds the words of all lists, its table is large, and most of them are looked for at places where others stand.
  private let beginnings: [UInt64]

  private init(_ lists: [WordList], isBackward: Bool) {
    var numbers: [String: Int] = [:]
    var words: [String] = []
    var told: [[(list: WordList, isListed: Bool)]] = []
    for list in lists {
      // A word of the list stays one, though it is among the lookalikes, too.
      for (text, isListed) in [(list.lookalikes, false), (list.words, true)] {
        for word in text.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          let word = isBackward ? String(String.UnicodeScalarView(word.reversed())) : String(word)
          let number = numbers[word] ?? words.count
          if number == words.count {
            numbers[word] = number
            words.append(word)
            told.append([])
          }
          told[number].append((list, isListed))
        }
      }
    }
    automaton = WordAutomaton(words.enumerated().map { (word: $1, payload: Int32($0)) })
    lengths = Self.lengths(of: words, told, automaton)
    beginnings = Self.beginnings(of: words, told)
  }

  private static let listCount = WordList.allCases.count

  /// See `lengths`. What a word is to the lists, the words that begin with it are to those that they don't stand in.
  private static func lengths(
    of words: [String], _ told: [[(list: WordList, isListed: Bool)]], _ automaton: WordAutomaton
  ) -> [UInt8] {
    var lengths = [UInt8](repeating: 0, count: words.count * listCount)
    for number in words.indices.sorted(by: { words[$0].utf8.count < words[$1].utf8.count }) {
      var state = WordAutomaton.root
      var shorter: Int32 = -1
      for scalar in words[number].unicodeScalars {
        guard let next = automaton.step(state, scalar.value) else { break }
        state = next
        let payload = automaton.payload(state)
        if payload >= 0, payload != number { shorter = payload }
      }
      let row = number * listCount
      if shorter >= 0 { for list in 0..<listCount { lengths[row + list] = lengths[Int(shorter) * listCount + list] } }
      for (list, isListed) in told[number] {
        lengths[row + list.rawValue] = isListed ? UInt8(words[number].utf8.count) : 0
      }
    }
    return lengths
  }

  private static let bitsOfList: UInt32 = 2_048

  /// See `beginnings`.
  private static func beginnings(of words: [String], _ told: [[(list: WordList, isListed: Bool)]]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: listCount * Int(bitsOfList) / 64)
    for (word, told) in zip(words, told) {
      let scalars = word.unicodeScalars.prefix(2).map(\.value)
      for (list, isListed) in told where isListed {
        let bit = bit(of: list, scalars[0], scalars.count > 1 ? scalars[1] : 0)
        bits[bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
    return bits
  }

  /// The place in `beginnings` of two characters; the second is 0 for a word of one.
  @inline(__always)
  private static func bit(of list: WordList, _ first: UInt32, _ second: UInt32) -> Int {
    list.rawValue * Int(bitsOfList) + Int(pairHash(first, second) & (bitsOfList - 1))
  }

  /// Whether a word of a list can begin with a character that `second` follows: nearly always one does then.
  @inline(__always)
  private func canBegin(_ list: WordList, _ first: UInt32, _ second: UInt32) -> Bool {
    let alone = Self.bit(of: list, first, 0)
    if beginnings[alone / 64] >> UInt64(alone % 64) & 1 == 1 { return true }
    let both = Self.bit(of: list, first, second)
    return beginnings[both / 64] >> UInt64(both % 64) & 1 == 1
  }

  /// The bytes of the longest word of a list at an offset inside a text, or 0.
  @inline(__always)
  func length(of list: WordList, in text: Span<UInt8>, at offset: Int) -> Int {
    let (first, length) = decodeScalar(in: text, at: offset)
    let end = offset + length
    guard canBegin(list, first, end < text.count ? decodeScalar(in: text, at: end).scalar : 0) else { return 0 }
    return automaton.longestMatch(in: text, at: offset).map { self.length(of: Int($0.payload), in: list) } ?? 0
  }

  /// The first word of a list at or behind an offset, or `nil`.
  func first(_ list: WordList, in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var at = automaton.firstBeginning(in: text, from: start)
    while at < text.count {
      let length = length(of: list, in: text, at: at)
      if length > 0 { return at..<at + length }
      at = automaton.firstBeginning(in: text, from: at + decodeScalar(in: text, at: at).length)
    }
    return nil
  }

  /// The bytes of the longest word of a list that ends at an offset and starts at or behind `start`, or 0, for the
  /// backward automaton.
  func length(of list: WordList, in text: Span<UInt8>, before offset: Int, from start: Int) -> Int {
    guard offset > start else { return 0 }
    let last = scalarStart(in: text, before: offset)
    let second = last > start ? decodeScalar(in: text, at: scalarStart(in: text, before: last)).scalar : 0
    guard canBegin(list, decodeScalar(in: text, at: last).scalar, second) else { return 0 }
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
    return length(of: word, in: list)
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
    let finder = self == .levels ? WordFinder.levels : .forward
    return finder.first(self, in: text.span.extracting(..<range.upperBound), from: range.lowerBound)
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
    offset < text.count ? WordFinder.forward.length(of: self, in: text, at: offset) : 0
  }

  private func suffixLength(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    WordFinder.backward.length(of: self, in: text, before: range.upperBound, from: range.lowerBound)
  }
}

/// Whether nothing is to be read at a character: a blank, or the question mark that stands for one in damaged texts.
func isBlank(_ scalar: UInt32) -> Bool { Blank.isEmpty(scalar) || scalar == 0x3F }
