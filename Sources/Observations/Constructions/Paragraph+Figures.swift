import Quantities

/// How the figures of a paragraph stand to each other, as constructions look at them.
extension Paragraph {
  /// The ledger indices of the figures.
  static func figures(of entries: [LedgerEntry]) -> [Int] { entries.indices.filter { entries[$0].quantity != nil } }

  /// Figures in a row with nothing but 、和与及 between them, or nothing at all (417件562人), and single ones.
  static func runs(_ figures: [Int], _ entries: [LedgerEntry], in bytes: [UInt8]) -> [[Int]] {
    var runs: [[Int]] = []
    for figure in figures {
      if let last = runs.last?.last, isJoined(entries[last], entries[figure], in: bytes) {
        runs[runs.count - 1].append(figure)
      } else {
        runs.append([figure])
      }
    }
    return runs
  }

  private static func isJoined(_ first: LedgerEntry, _ second: LedgerEntry, in bytes: [UInt8]) -> Bool {
    guard first.span.upperBound <= second.span.lowerBound else { return false }
    let between = first.span.upperBound..<second.span.lowerBound
    // 18.6:37.4:44.0: the numbers of one proportion.
    if first.rule == .ratio, second.rule == .ratio, between.count <= 3 { return true }
    guard between.count <= longestJoiner else { return false }
    let words = WordList.bounds.strippingSuffixes(bytes, bytes.withoutBlanks(between))
    return words.isEmpty || WordList.figureJoiners.contains(bytes, words)
  }

  /// The bytes of the longest word that joins figures, a bound behind it included.
  private static let longestJoiner = 24

  /// Whether a figure has another right behind it in its run.
  func isFollowedInRun(_ figure: Int) -> Bool {
    let run = runs[max(0, runs.partitioningIndex { $0[0] > figure } - 1)]
    return run[run.count - 1] > figure
  }

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

  /// Whether a figure is told beside the one that its sentence is about, and nothing goes on from it: what was planned for that, and what there was
  /// a year before.
  func isAside(_ figure: Int) -> Bool {
    facts.fact(.status, of: figure)?.by == .fulfilled || facts.fact(.subject, of: figure)?.by == .former
  }

  /// Whether two quantities are of one kind and unit.
  func areOneSort(_ one: Quantity, _ other: Quantity) -> Bool { one.kind == other.kind && one.unit == other.unit }

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
      WordList.dateTails.strippingPrefixes(bytes, tail).isEmpty
    else { return range }
    // “十三五”末的, but not 二期|12万吨.
    if date.numeralClass == .ordinal, bytes.withoutBlanks(tail).isEmpty { return range }
    let start =
      bytes.range(range.lowerBound..<date.span.lowerBound, endsWithAny: ["“", "\""])
      ? bytes.aligned(date.span.lowerBound - 1) : date.span.lowerBound
    return range.lowerBound..<start
  }

  /// Whether a figure can be a total of another: an amount of the same unit, and not less.
  func canHold(_ total: Int, _ part: Int) -> Bool {
    guard let whole = entries[total].quantity, let own = entries[part].quantity else { return false }
    let isChange = facts.role(of: total) != .none || facts.role(of: part) != .none
    return !isChange && whole.kind.isAmount && areOneSort(whole, own) && whole.value >= own.value
  }
}
