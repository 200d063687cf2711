import Quantities
import ReportText

/// Reads the figures of one paragraph in the order of the text.
struct ParagraphReader {
  let bytes: [UInt8]
  let entries: [LedgerEntry]
  let lexemes: [Lexeme]
  let sections: SectionTree
  let identity: ReportIdentity
  let catalogue: Catalogue
  /// Where the paragraph starts in the reading copy.
  let offset: Int
  /// Marks at which clauses end, titles left out.
  let boundaries: [Lexeme]
  /// The bytes inside 《》, in order.
  let titles: [Range<Int>]

  init(
    bytes: [UInt8], entries: [LedgerEntry], lexemes: [Lexeme], sections: SectionTree, identity: ReportIdentity,
    catalogue: Catalogue, offset: Int
  ) {
    self.bytes = bytes
    self.entries = entries
    self.lexemes = lexemes
    self.sections = sections
    self.identity = identity
    self.catalogue = catalogue
    self.offset = offset
    let titles = Self.titles(among: lexemes)
    self.titles = titles
    boundaries = lexemes.filter { lexeme in
      switch lexeme.cue {
      case .comma, .semicolon, .colon, .sentenceEnd: !Self.contains(lexeme.start, titles)
      default: false
      }
    }
  }

  /// The stretches between 《 and its 》; a mark without its partner encloses nothing.
  private static func titles(among lexemes: [Lexeme]) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var open: [Int] = []
    for lexeme in lexemes {
      if lexeme.cue == .openTitle { open.append(lexeme.end) }
      guard lexeme.cue == .closeTitle, let start = open.popLast() else { continue }
      titles.removeLast(titles.count - titles.partitioningIndex { $0.lowerBound >= start })
      titles.append(start..<lexeme.start)
    }
    return titles
  }

  private static func contains(_ position: Int, _ titles: [Range<Int>]) -> Bool {
    let index = titles.partitioningIndex { $0.upperBound > position }
    return index < titles.count && titles[index].lowerBound <= position
  }

  /// Whether a place lies inside 《》.
  func isInTitle(_ position: Int) -> Bool { Self.contains(position, titles) }

  mutating func read(_ text: SourceText, into numerals: inout [LocatedNumeral], _ observations: inout [Observation]) {
    let firstObservation = observations.count
    var subjects = SubjectReader(self)
    var times = TimeReader(self)
    var parts = PartReader(self, from: firstObservation)
    var cursor = text.cursor
    for (index, entry) in entries.enumerated() {
      let isTitle = isInTitle(entry)
      let source = text.sourceRange(of: entry.span.lowerBound + offset..<entry.span.upperBound + offset)
      let span = cursor.span(ofSource: source)
      let made = observations.count
      times.pass(entry)
      if let quantity = entry.quantity, !isTitle {
        let statements = subjects.statements(of: index)
        for (number, statement) in statements.enumerated() {
          let time = times.time(of: index, statement)
          var observation = Observation(
            id: "\(span.line)-\(span.start)" + (number == 0 ? "" : ".\(number + 1)"), span: span,
            text: text.text(ofSource: source), quote: quote(of: entry, text), quantity: quantity,
            subject: statement.subject, scope: ScopeReader.scope(of: statement), year: time.year, status: time.status,
            periodType: time.periodType, partOf: nil, metric: nil, pattern: nil, rule: entry.rule, notes: time.notes)
          claim(&observation, statement)
          parts.link(&observation, index, statement, among: observations)
          parts.inherit(&observation, statement, among: observations)
          observations.append(observation)
        }
      }
      numerals.append(
        LocatedNumeral(
          span: span, text: text.text(ofSource: source), numeralClass: isTitle ? .title : entry.numeralClass,
          value: entry.value, rule: isTitle ? .documentTitle : entry.rule, issue: entry.issue,
          observations: made..<observations.count))
    }
  }

  /// Maps the figure to the metric whose pattern says most.
  private func claim(_ observation: inout Observation, _ statement: Statement) {
    guard let claim = catalogue.claims(statement.text, observation.quantity).first else { return }
    observation.metric = claim.metric.id
    observation.pattern = claim.pattern.text
    if observation.periodType == .flow, claim.metric.period == .stock { observation.periodType = .stock }
  }

  private func isInTitle(_ entry: LedgerEntry) -> Bool {
    let range = entry.span.lowerBound + offset..<entry.span.upperBound + offset
    return identity.titleRanges.contains { $0.overlaps(range) }
  }

  private func quote(of entry: LedgerEntry, _ text: SourceText) -> String {
    let start = max(sentenceStart(of: entry.span.lowerBound), aligned(entry.span.lowerBound - Self.quoteReach))
    let end = min(sentenceEnd(of: entry.span.upperBound), aligned(entry.span.upperBound + Self.quoteReach))
    return text.text(ofSource: text.sourceRange(of: start + offset..<end + offset))
  }

  // MARK: - Places in the paragraph

  /// The text of a range of the paragraph.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// How far words are looked for around a figure: more than any sentence, so that a line without marks costs no more
  /// than others.
  private static let reach = 2_048
  /// How much of a very long sentence is quoted on each side of a figure.
  private static let quoteReach = 3_000

  /// Where the clause that holds `position` starts.
  func clauseStart(of position: Int) -> Int {
    let index = boundaries.partitioningIndex { $0.end > position }
    return max(index > 0 ? boundaries[index - 1].end : 0, aligned(position - Self.reach))
  }

  /// Where the clause that holds `position` ends.
  func clauseEnd(of position: Int) -> Int {
    let index = boundaries.partitioningIndex { $0.start >= position }
    return min(index < boundaries.count ? boundaries[index].start : bytes.count, aligned(position + Self.reach))
  }

  /// Where the sentence that holds `position` starts; spaces before its first word belong to it no more.
  func sentenceStart(of position: Int) -> Int {
    let limit = aligned(position - Self.reach)
    var index = boundaries.partitioningIndex { $0.end > position }
    while index > 0, boundaries[index - 1].cue != .sentenceEnd, boundaries[index - 1].end > limit { index -= 1 }
    var at = max(index > 0 ? boundaries[index - 1].end : 0, limit)
    while at < position, bytes[at] == 0x20 || bytes[at] == 0x3F || bytes[at] == 0x09 { at += 1 }
    return at
  }

  /// Where the sentence that holds `position` ends, its mark included.
  func sentenceEnd(of position: Int) -> Int { end(from: position) { $0 == .sentenceEnd } }

  /// Where the group of clauses that holds `position` ends: at a semicolon or the sentence's end.
  func groupEnd(of position: Int) -> Int { end(from: position) { $0 == .sentenceEnd || $0 == .semicolon } }

  private func end(from position: Int, at isEnd: (Cue) -> Bool) -> Int {
    let limit = aligned(position + Self.reach)
    var index = boundaries.partitioningIndex { $0.start >= position }
    while index < boundaries.count, !isEnd(boundaries[index].cue), boundaries[index].start < limit { index += 1 }
    return min(index < boundaries.count ? boundaries[index].end : bytes.count, limit)
  }

  /// The start of the character at an offset, kept inside the paragraph.
  private func aligned(_ offset: Int) -> Int {
    var at = min(max(offset, 0), bytes.count)
    while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  /// The lexemes inside a range.
  func lexemes(in range: Range<Int>) -> ArraySlice<Lexeme> {
    let first = lexemes.partitioningIndex { $0.start >= range.lowerBound }
    var end = first
    while end < lexemes.count, lexemes[end].end <= range.upperBound { end += 1 }
    return lexemes[first..<end]
  }

  /// Whether a cue word of a sort stands in a range.
  func hasCue(_ cue: Cue, in range: Range<Int>) -> Bool {
    lexemes(in: range).contains { $0.cue == cue }
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
