import Quantities

/// Several word lists found in a text in one pass, to be asked for by place as often as needed.
struct WordIndex<List: RawRepresentable & CaseIterable & Sendable>: Sendable where List.RawValue == Int {
  private let automaton: WordAutomaton
  /// For each word of the automaton and each list: the bytes of the longest word of the list that it starts with, or 0.
  private let lengths: [UInt8]

  /// Where words of the lists begin in a text, in order.
  struct Places {
    fileprivate let lengths: [UInt8]
    fileprivate var found: [(start: Int, word: Int)] = []

    /// The first word of a list in a range, or `nil`.
    func first(_ list: List, in range: Range<Int>) -> Range<Int>? {
      var index = found.partitioningIndex { $0.start >= range.lowerBound }
      while index < found.count, found[index].start < range.upperBound {
        let length = Int(lengths[found[index].word * List.allCases.count + list.rawValue])
        let start = found[index].start
        if length > 0, start + length <= range.upperBound { return start..<start + length }
        index += 1
      }
      return nil
    }

    /// Whether a word of a list stands in a range.
    func has(_ list: List, in range: Range<Int>) -> Bool { first(list, in: range) != nil }
  }

  /// The words of each list, and `keeping`: longer words that begin like one of the list and are none.
  init(_ lists: [(list: List, words: String, keeping: String)]) {
    var own: [(list: Int, word: String, isListed: Bool)] = []
    for (list, words, keeping) in lists {
      own += words.split(whereSeparator: \.isWhitespace).map { (list.rawValue, String($0), true) }
      own += keeping.split(whereSeparator: \.isWhitespace).map { (list.rawValue, String($0), false) }
    }
    let all = Set(own.map(\.word)).sorted()
    var lengths = [UInt8](repeating: 0, count: all.count * List.allCases.count)
    for (index, word) in all.enumerated() {
      var longest = [Int](repeating: 0, count: List.allCases.count)
      for candidate in own where word.hasPrefix(candidate.word) && candidate.word.utf8.count > longest[candidate.list] {
        longest[candidate.list] = candidate.word.utf8.count
        lengths[index * List.allCases.count + candidate.list] =
          candidate.isListed ? UInt8(candidate.word.utf8.count) : 0
      }
    }
    self.lengths = lengths
    automaton = WordAutomaton(all.enumerated().map { (word: $1, payload: Int32($0)) })
  }

  /// Finds the words of all lists in a text.
  func places(in text: [UInt8]) -> Places {
    var places = Places(lengths: lengths)
    let text = text.span
    var at = 0
    while at < text.count {
      if let match = automaton.longestMatch(in: text, at: at) { places.found.append((at, Int(match.payload))) }
      at += decodeScalar(in: text, at: at).length
    }
    return places
  }
}
