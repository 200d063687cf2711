import Quantities
import ReportText

/// A paragraph with its ledger, and where its clauses and sentences begin and end. Offsets are bytes of the paragraph.
///
/// A class, so that its readers hand on one reference instead of all lists.
final class Paragraph {
  let bytes: [UInt8]
  /// `bytes` without titles in 《》 and the 、 or 等 behind them, and without footnote marks, which name no subject.
  let plain: [UInt8]
  let entries: [LedgerEntry]
  let lexemes: [Lexeme]
  /// Where each entry stands.
  let places: [Place]
  /// The ledger indices of the figures, and the same in runs: figures with nothing but 、和与及 between them, or nothing at all.
  let figures: [Int]
  let runs: [[Int]]
  /// Where the words stand that tell of times or set off constructions.
  let words: WordPlaces
  /// What constructions state of the figures.
  var facts = FactBoard()
  /// Marks at which clauses end, titles left out.
  let boundaries: [Lexeme]
  /// The titles in 《》, in order.
  private let titles: [Range<Int>]
  /// What `plain` leaves out, in order.
  private let cuts: [Range<Int>]

  /// Where an entry stands among clauses and figures.
  struct Place {
    /// The start of its clause.
    let clauseStart: Int
    /// The end of the clause that holds its end.
    let clauseEnd: Int
    /// The start of its sentence; spaces before the first word belong to it no more.
    let sentenceStart: Int
    /// The index of the figure before it in the paragraph, or -1.
    let previous: Int
    /// The index of the figure behind it, or -1.
    var next = -1
  }

  /// How far words are looked for around a figure: more than any sentence, so that a line without marks costs no more
  /// than others.
  private static let reach = 2_048

  init(bytes: [UInt8], entries: [LedgerEntry], lexemes: [Lexeme]) {
    self.bytes = bytes
    self.entries = entries
    self.lexemes = lexemes
    let titles = Self.titles(among: lexemes)
    self.titles = titles
    cuts = Self.cuts(of: titles, entries, in: bytes)
    plain = cuts.isEmpty ? bytes : Self.text(bytes, without: cuts)
    boundaries = lexemes.filter { lexeme in
      switch lexeme.cue {
      case .comma, .semicolon, .colon, .sentenceEnd: !Self.contains(lexeme.start, titles)
      default: false
      }
    }
    places = Self.places(of: entries, boundaries, bytes)
    figures = Self.figures(of: entries)
    runs = Self.runs(figures, entries, in: bytes)
    words = WordPlaces(bytes, before: entries.last { $0.quantity != nil }?.span.lowerBound ?? 0)
    readConstructions()
  }

  // MARK: - Titles

  /// The stretches from 《 to its 》. A 《 without its partner encloses nothing, and neither does a 》, which ends a title
  /// of the line before.
  private static func titles(among lexemes: [Lexeme]) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var open: [Int] = []
    for lexeme in lexemes {
      if lexeme.cue == .openTitle { open.append(lexeme.start) }
      guard lexeme.cue == .closeTitle else { continue }
      let start = open.popLast() ?? lexeme.start
      titles.removeLast(titles.count - titles.partitioningIndex { $0.lowerBound >= start })
      titles.append(start..<lexeme.end)
    }
    return titles
  }

  private static func contains(_ position: Int, _ titles: [Range<Int>]) -> Bool {
    guard !titles.isEmpty else { return false }
    let index = titles.partitioningIndex { $0.upperBound > position }
    return index < titles.count && titles[index].lowerBound <= position
  }

  /// The titles with the 、等和及 behind them, and footnote marks with their brackets.
  private static func cuts(of titles: [Range<Int>], _ entries: [LedgerEntry], in bytes: [UInt8]) -> [Range<Int>] {
    let named = titles.map { title in
      let end = WordList.titleJoiners.strippingPrefixes(bytes, title.upperBound..<bytes.aligned(title.upperBound + 12))
      return title.lowerBound..<end.lowerBound
    }
    let notes = entries.lazy.filter { $0.rule == .footnote && !contains($0.span.lowerBound, titles) }.map { note in
      let bracket = bytes.has("]", at: note.span.upperBound) ? 1 : "（".utf8.count
      let start = note.span.lowerBound - bracket
      return (bytes.has("^", at: start - 1) ? start - 1 : start)..<min(note.span.upperBound + bracket, bytes.count)
    }
    return notes.isEmpty ? named : (named + notes).sorted { $0.lowerBound < $1.lowerBound }
  }

  private static func text(_ bytes: [UInt8], without cuts: [Range<Int>]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var start = 0
    for cut in cuts {
      text += bytes[start..<cut.lowerBound]
      start = cut.upperBound
    }
    return text + bytes[start...]
  }

  /// Whether a place lies inside 《》.
  func isInTitle(_ position: Int) -> Bool { Self.contains(position, titles) }

  /// The part of `plain` that a range of `bytes` became.
  func plainRange(_ range: Range<Int>) -> Range<Int> {
    guard !cuts.isEmpty else { return range }
    let start = plainOffset(range.lowerBound)
    return start..<max(start, plainOffset(range.upperBound))
  }

  private func plainOffset(_ offset: Int) -> Int {
    var removed = 0
    for cut in cuts {
      if cut.lowerBound >= offset { break }
      removed += min(cut.upperBound, offset) - cut.lowerBound
    }
    return offset - removed
  }

  // MARK: - Clauses and sentences

  private static func places(of entries: [LedgerEntry], _ boundaries: [Lexeme], _ bytes: [UInt8]) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(entries.count)
    // The first boundaries that end behind, and start at or behind, the place looked at.
    var behind = 0
    var sentence = 0
    var previous = -1
    for (index, entry) in entries.enumerated() {
      let start = entry.span.lowerBound
      let limit = bytes.aligned(start - reach)
      while behind < boundaries.count, boundaries[behind].end <= start {
        if boundaries[behind].cue == .sentenceEnd { sentence = boundaries[behind].end }
        behind += 1
      }
      let clauseStart = max(behind > 0 ? boundaries[behind - 1].end : 0, limit)
      var end = behind
      while end < boundaries.count, boundaries[end].start < entry.span.upperBound { end += 1 }
      let clauseEnd = min(
        end < boundaries.count ? boundaries[end].start : bytes.count, bytes.aligned(entry.span.upperBound + reach))
      var sentenceStart = max(sentence, limit)
      while sentenceStart < start, isBlank(UInt32(bytes[sentenceStart])) { sentenceStart += 1 }
      places.append(
        Place(clauseStart: clauseStart, clauseEnd: clauseEnd, sentenceStart: sentenceStart, previous: previous))
      if entry.quantity != nil {
        for before in max(previous, 0)..<index { places[before].next = index }
        previous = index
      }
    }
    return places
  }

  /// The clause before that of a figure, and the mark between the two; `nil` if there is none.
  func clause(before index: Int) -> (range: Range<Int>, mark: Cue)? {
    let start = places[index].clauseStart
    let end = boundaries.partitioningIndex { $0.end >= start }
    guard end < boundaries.count, boundaries[end].end == start else { return nil }
    return ((end > 0 ? boundaries[end - 1].end : 0)..<boundaries[end].start, boundaries[end].cue)
  }

  /// Where the clause that holds `position` ends.
  func clauseEnd(of position: Int) -> Int {
    let index = boundaries.partitioningIndex { $0.start >= position }
    return min(index < boundaries.count ? boundaries[index].start : bytes.count, bytes.aligned(position + Self.reach))
  }

  /// Where the sentence that holds `position` ends, its mark included.
  func sentenceEnd(of position: Int) -> Int { end(from: position) { $0 == .sentenceEnd } }

  /// Where the group of clauses that holds `position` ends: at a semicolon or the sentence's end.
  func groupEnd(of position: Int) -> Int { end(from: position) { $0 == .sentenceEnd || $0 == .semicolon } }

  /// Where the group of clauses that holds `position` starts: behind a semicolon or the sentence before.
  func groupStart(of position: Int) -> Int {
    var index = boundaries.partitioningIndex { $0.end > position }
    while index > 0, boundaries[index - 1].cue == .comma || boundaries[index - 1].cue == .colon { index -= 1 }
    return index > 0 ? boundaries[index - 1].end : 0
  }

  private func end(from position: Int, at isEnd: (Cue) -> Bool) -> Int {
    let limit = bytes.aligned(position + Self.reach)
    var index = boundaries.partitioningIndex { $0.start >= position }
    while index < boundaries.count, !isEnd(boundaries[index].cue), boundaries[index].start < limit { index += 1 }
    return min(index < boundaries.count ? boundaries[index].end : bytes.count, limit)
  }

  /// The text of a range of the paragraph.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a growth or change is a mean of years (年均增长), and so none of the year's own figures.
  ///
  /// - Parameter left: what stands before it in its clause, in `plain`.
  func isMean(_ quantity: Quantity, _ left: Range<Int>) -> Bool {
    guard quantity.kind == .growth || quantity.kind == .change || quantity.kind == .points,
      let word = WordList.yearlyMeans.first(in: plain, left)
    else { return false }
    // 年均浓度下降, 近五年均值: a mean that grew is no mean growth.
    return WordList.trailingOfChange.strippingSuffixes(plain, word.upperBound..<left.upperBound).isEmpty
  }

  // MARK: - Cue words

  /// The lexemes inside a range.
  func lexemes(in range: Range<Int>) -> ArraySlice<Lexeme> {
    let first = lexemes.partitioningIndex { $0.start >= range.lowerBound }
    var end = first
    while end < lexemes.count, lexemes[end].end <= range.upperBound { end += 1 }
    return lexemes[first..<end]
  }

  /// Whether a cue word of a sort stands in a range.
  func hasCue(_ cue: Cue, in range: Range<Int>) -> Bool {
    var index = lexemes.partitioningIndex { $0.start >= range.lowerBound }
    while index < lexemes.count, lexemes[index].end <= range.upperBound {
      if lexemes[index].cue == cue { return true }
      index += 1
    }
    return false
  }

  /// Whether a sentence goes on with parts of the one before (其中，…).
  func startsWithParts(_ sentence: Int) -> Bool {
    hasCue(.amongWhich, in: sentence..<min(sentence + 12, bytes.count))
  }

  /// Whether 其中 stands before a figure in its sentence.
  func isBehindParts(_ index: Int) -> Bool {
    hasCue(.amongWhich, in: places[index].sentenceStart..<entries[index].span.lowerBound)
  }
}

extension Array {
  /// The first index whose element fulfils a condition that holds for all elements from some place on.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
