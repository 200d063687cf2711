import Quantities

/// How the figures of a paragraph stand to each other, as constructions look at them.
extension Paragraph {
  /// The ledger indices of the figures.
  static func figures(of entries: [LedgerEntry]) -> [Int] { entries.indices.filter { entries[$0].quantity != nil } }

  /// Figures in a row with nothing but 、和与及 between them, or nothing at all (417件562人), and single ones.
  static func runs(_ figures: [Int], _ entries: [LedgerEntry], in bytes: [UInt8]) -> [[Int]] {
    var runs: [[Int]] = []
    for figure in figures {
      if let last = runs.last?.last, entries[last].span.upperBound <= entries[figure].span.lowerBound,
        case let between = entries[last].span.upperBound..<entries[figure].span.lowerBound,
        // 18.6:37.4:44.0: the numbers of one proportion.
        isJoined(between, in: bytes)
          || entries[last].rule == .ratio && entries[figure].rule == .ratio && between.count <= 3
      {
        runs[runs.count - 1].append(figure)
      } else {
        runs.append([figure])
      }
    }
    return runs
  }

  private static func isJoined(_ between: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard between.count <= longestJoiner else { return false }
    let words = WordList.bounds.strippingSuffixes(bytes, bytes.withoutBlanks(between))
    return words.isEmpty || WordList.figureJoiners.contains(bytes, words)
  }

  /// The bytes of the longest word that joins figures, a bound behind it included.
  private static let longestJoiner = 24

  /// The words between two figures.
  func between(_ first: Int, _ second: Int) -> Range<Int> {
    let start = entries[first].span.upperBound
    return start..<max(start, entries[second].span.lowerBound)
  }

  /// The words before a figure in its clause, from the figure before on.
  func gap(before figure: Int) -> Range<Int> {
    let place = places[figure]
    let end = entries[figure].span.lowerBound
    let previous = place.previous >= 0 ? entries[place.previous].span.upperBound : 0
    return min(max(place.clauseStart, previous), end)..<end
  }

  /// Whether two figures tell how much of the same sort there is.
  func areAlike(_ first: Int, _ second: Int) -> Bool {
    guard let one = entries[first].quantity, let other = entries[second].quantity else { return false }
    return one.unit == other.unit && (one.kind == .rank) == (other.kind == .rank)
  }

  /// The figures before one in its sentence, the nearest first; where the sentence goes on with parts, those before it too.
  func earlier(than figure: Int) -> [Int] {
    let sentence = places[figure].sentenceStart
    let start = startsWithParts(sentence) ? 0 : sentence
    var earlier: [Int] = []
    var at = places[figure].previous
    while at >= 0, entries[at].span.lowerBound >= start, earlier.count < Self.farthest {
      earlier.append(at)
      at = places[at].previous
    }
    return earlier
  }

  /// How many figures back a sentence is looked through.
  private static let farthest = 64

  /// The entries that start in a range.
  func entries(in range: Range<Int>) -> ArraySlice<LedgerEntry> {
    let first = entries.partitioningIndex { $0.span.lowerBound >= range.lowerBound }
    return entries[first...].prefix { $0.span.lowerBound < range.upperBound }
  }

  /// A range without a date that ends it, with what belongs to the date (2023年的, “十三五”末的), and blanks.
  func withoutDate(_ range: Range<Int>) -> Range<Int> {
    let date = entries(in: range).last {
      ($0.numeralClass == .date || $0.numeralClass == .ordinal) && $0.span.upperBound <= range.upperBound
    }
    guard let date, case let tail = date.span.upperBound..<range.upperBound,
      WordList.dateTails.strippingPrefixes(bytes, tail).isEmpty,
      // “十三五”末的, but not 二期|12万吨.
      date.numeralClass == .date || !bytes.withoutBlanks(tail).isEmpty
    else { return range }
    let start =
      bytes.range(range.lowerBound..<date.span.lowerBound, endsWithAny: ["“", "\""])
      ? bytes.aligned(date.span.lowerBound - 1) : date.span.lowerBound
    return range.lowerBound..<start
  }
}
