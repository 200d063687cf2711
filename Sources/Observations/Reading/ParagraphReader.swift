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
    var boundaries: [Lexeme] = []
    var titles = 0
    for lexeme in lexemes {
      switch lexeme.cue {
      case .openTitle: titles += 1
      case .closeTitle: titles = max(0, titles - 1)
      case .comma, .semicolon, .colon, .sentenceEnd: if titles == 0 { boundaries.append(lexeme) }
      default: break
      }
    }
    self.boundaries = boundaries
  }

  mutating func read(_ text: SourceText, into numerals: inout [LocatedNumeral], _ observations: inout [Observation]) {
    let firstObservation = observations.count
    var subjects = SubjectReader(self)
    var times = TimeReader(self)
    var parts = PartReader(self, from: firstObservation)
    for (index, entry) in entries.enumerated() {
      let isTitle = isInTitle(entry)
      let source = text.sourceRange(of: entry.span.lowerBound + offset..<entry.span.upperBound + offset)
      let span = text.span(ofSource: source)
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
    let start = sentenceStart(of: entry.span.lowerBound)
    let end = sentenceEnd(of: entry.span.upperBound)
    return text.text(ofSource: text.sourceRange(of: start + offset..<end + offset))
  }

  // MARK: - Places in the paragraph

  /// The text of a range of the paragraph.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where the clause that holds `position` starts.
  func clauseStart(of position: Int) -> Int { boundaries.last { $0.end <= position }?.end ?? 0 }

  /// Where the clause that holds `position` ends.
  func clauseEnd(of position: Int) -> Int { boundaries.first { $0.start >= position }?.start ?? bytes.count }

  /// Where the sentence that holds `position` starts; spaces before its first word belong to it no more.
  func sentenceStart(of position: Int) -> Int {
    var at = boundaries.last { $0.cue == .sentenceEnd && $0.end <= position }?.end ?? 0
    while at < position, bytes[at] == 0x20 || bytes[at] == 0x3F || bytes[at] == 0x09 { at += 1 }
    return at
  }

  /// Where the sentence that holds `position` ends, its mark included.
  func sentenceEnd(of position: Int) -> Int {
    boundaries.first { $0.cue == .sentenceEnd && $0.start >= position }?.end ?? bytes.count
  }

  /// Where the group of clauses that holds `position` ends: at a semicolon or the sentence's end.
  func groupEnd(of position: Int) -> Int {
    boundaries.first { ($0.cue == .sentenceEnd || $0.cue == .semicolon) && $0.start >= position }?.end ?? bytes.count
  }

  /// Whether a cue word of a sort stands in a range.
  func hasCue(_ cue: Cue, in range: Range<Int>) -> Bool {
    lexemes.contains { $0.cue == cue && $0.start >= range.lowerBound && $0.end <= range.upperBound }
  }
}
