import Quantities
import ReportText

/// Reads a report into numerals and observations: a pure function of text and catalogue.
public struct ReportReader: Sendable {
  private let catalogue: Catalogue

  /// A paragraph of so many bytes isn't the same as another by chance.
  private static let longEnough = 120

  /// A reader that maps figures to the metrics of `catalogue`.
  public init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Reads a report. `path` is carried along for messages and outputs.
  ///
  /// - Parameter identity: who issued it and for which year, where more is known than the text tells.
  public func read(_ text: SourceText, path: String, identity: ReportIdentity? = nil) -> Report {
    let identity = (identity ?? ReportIdentity(of: text, path: path)).withYear(of: text)
    var numerals: [LocatedNumeral] = []
    var observations: [Observation] = []
    let outlined = OutlinedText(text, identity, showing: .turns)
    read(outlined, nil) { paragraph in
      for var numeral in paragraph.numerals {
        let first = observations.count
        numeral.observations = numeral.observations.lowerBound + first..<numeral.observations.upperBound + first
        numerals.append(numeral)
      }
      observations += paragraph.observations
    }
    return Report(
      path: path, text: text, identity: identity, numerals: numerals, observations: observations,
      outline: outlined.outline.stretches)
  }

  /// Reads a report by `identity` and calls `body` with what each paragraph holds, in the order of the text, so that the figures
  /// of a long text need no more room than those of its longest paragraph.
  public func read(_ text: SourceText, _ identity: ReportIdentity, _ body: (ParagraphFigures) throws -> Void) rethrows {
    try read(OutlinedText(text, identity.withYear(of: text), showing: .none), nil, body)
  }

  /// For each figure of a report, by the id of its observation, the patterns that nearly claimed it.
  public func nearMisses(_ text: SourceText, _ identity: ReportIdentity) -> [String: [NearMiss]] {
    let trace = NearMissTrace()
    read(OutlinedText(text, identity.withYear(of: text), showing: .none), trace) { _ in }
    return trace.misses
  }

  /// As the public function, and notes in `trace` which patterns nearly claimed each figure.
  func read(
    _ outlined: OutlinedText, _ trace: NearMissTrace?, _ body: (ParagraphFigures) throws -> Void
  ) rethrows {
    let (text, identity, outline) = (outlined.text, outlined.identity, outlined.outline)
    let topic = ParagraphReader.topic(of: identity)
    var quantities = QuantityReader()
    var tables = TableReader(identity)
    var figures = ParagraphFigures()
    // A text that stands several times in a file is counted once.
    var paragraphs: Set<Int> = []
    // Where figures stand; lines of plain text can't share a place.
    var taken: Set<SourceSpan> = []
    func give(_ figures: inout ParagraphFigures) throws {
      if text.isLaidOut { figures.takeBackSharedPlaces(&taken) }
      if !figures.numerals.isEmpty { try body(figures) }
    }
    func add(_ line: ReadingLine, _ frame: Frame, to figures: inout ParagraphFigures) {
      quantities.read(line.bytes.span)
      if !quantities.entries.isEmpty {
        let paragraph = Paragraph(bytes: line.bytes, entries: quantities.entries, lexemes: quantities.lexemes)
        ParagraphReader(
          paragraph, line, frame: frame, identity: identity, topic: topic, catalogue: catalogue, trace: trace
        ).read(text, into: &figures.numerals, &figures.observations)
      }
    }
    func read(_ line: ReadingLine, into figures: inout ParagraphFigures) {
      figures.removeAll()
      let parts = outline.parts(of: line)
      if parts.count == 1 {
        add(line, parts[0].frame, to: &figures)
      } else {
        for part in parts { add(line.sentence([], part.range, []), part.frame, to: &figures) }
      }
      figures.addFootnotes(of: line, in: text)
    }
    for part in outlined.parts {
      switch part {
      case .line(let line):
        read(line, into: &figures)
        tables.enter(line)
        if !figures.observations.isEmpty, line.bytes.count >= Self.longEnough,
          !paragraphs.insert(Self.hash(line.bytes)).inserted
        {
          figures.takeBack(.repeated)
        }
        try give(&figures)
      case .table(let table):
        for part in tables.parts(of: table) {
          read(part.line, into: &figures)
          if case .figure(_, let facts) = part { figures.keepCell(facts, catalogue) }
          if case .unplaced = part { figures.takeBack(.unplaced) }
          try give(&figures)
        }
      }
    }
  }

  /// The hash of a text. As an array it would be hashed byte by byte.
  private static func hash(_ text: [UInt8]) -> Int {
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}

/// A report ready to be read: its parts, put together once for its outline and its figures, and the outline.
struct OutlinedText {
  let text: SourceText
  let identity: ReportIdentity
  let parts: [TextPart]
  let outline: Outline

  init(_ text: SourceText, _ identity: ReportIdentity, showing shown: Outline.Shown) {
    self.text = text
    self.identity = identity
    parts = text.parts
    outline = Outline(of: text, parts, identity, showing: shown)
  }
}

/// What one paragraph of a report holds.
public struct ParagraphFigures: Sendable {
  /// Every numeral, in the order of the text; its observations are indices in `observations`.
  public internal(set) var numerals: [LocatedNumeral] = []
  /// Every figure, in the order of the text.
  public internal(set) var observations: [Observation] = []

  /// Adds the marks of footnotes, which were taken out before the rest was read.
  fileprivate mutating func addFootnotes(of line: ReadingLine, in text: SourceText) {
    let marks = line.repairs.compactMap { $0.footnoteNumber(in: text) }
    guard !marks.isEmpty else { return }
    var cursor = SpanCursor(text, at: line)
    numerals += marks.map { mark in
      LocatedNumeral(
        span: cursor.span(ofSource: mark.place), text: Excerpt(text.source[mark.place]), numeralClass: .listMarker,
        value: ExactDecimal(digits: Int64(mark.number)), rule: .footnote, issue: nil, observations: 0..<0)
    }
    numerals.sort { ($0.span.line, $0.span.start) < ($1.span.line, $1.span.start) }
  }

  mutating func removeAll() {
    numerals.removeAll(keepingCapacity: true)
    observations.removeAll(keepingCapacity: true)
  }

  /// Keeps what stands in the cell and not in the headings around it, with what the table tells of it.
  fileprivate mutating func keepCell(_ facts: TableReader.Facts, _ catalogue: Catalogue) {
    var kept: [Observation] = []
    numerals = numerals.filter { $0.span.start < $0.span.end }.map { numeral in
      var numeral = numeral
      let first = kept.count
      for var observation in observations[numeral.observations] {
        observation.takeFacts(of: facts, catalogue)
        kept.append(observation)
      }
      numeral.observations = first..<kept.count
      return numeral
    }
    observations = kept
  }

  /// Takes back figures that would share one place, and so one id: where they come from doesn't show where each of them
  /// stands. What was a part of one of them is no part of another.
  fileprivate mutating func takeBackSharedPlaces(_ taken: inout Set<SourceSpan>) {
    let figures = numerals.filter { !$0.observations.isEmpty }
    let shared = Set(figures.map(\.span.beginning).filter { !taken.insert($0).inserted })
    guard !shared.isEmpty else { return }
    var kept: [Observation] = []
    var lost: Set<String> = []
    for index in numerals.indices where !numerals[index].observations.isEmpty {
      let told = observations[numerals[index].observations]
      let first = kept.count
      if shared.contains(numerals[index].span.beginning) {
        (numerals[index].numeralClass, numerals[index].rule) = (.other, .unplaced)
        lost.formUnion(told.map(\.id))
      } else {
        kept += told
      }
      numerals[index].observations = first..<kept.count
    }
    for index in kept.indices where kept[index].partOf.map(lost.contains) ?? false { kept[index].partOf = nil }
    observations = kept
  }

  /// Takes back what figures would mean that stand in a cell without headings, or were told before.
  fileprivate mutating func takeBack(_ rule: RuleName) {
    observations = []
    for index in numerals.indices {
      if rule == .unplaced || numerals[index].numeralClass == .statistic {
        (numerals[index].numeralClass, numerals[index].rule) = (.other, rule)
      }
      numerals[index].observations = 0..<0
    }
  }
}

extension Observation {
  /// Takes over what the headings of a cell tell, which its sentence leaves open or might hide.
  fileprivate mutating func takeFacts(of facts: TableReader.Facts, _ catalogue: Catalogue) {
    partOf = nil
    scope = facts.scope ?? scope
    isCell = true
    notes.append(Self.cellNote)
    if let year = facts.time.year { self.year = year }
    months = facts.time.months ?? months
    if let status = facts.status, quantity.kind.isAmount { self.status = status }
    // What is a sum of the year's parts can be told of some months; a level or growth of them is none of the year's.
    if months != nil, let id = metric, catalogue.metric(id)?.combination != .sum || quantity.kind == .growth {
      (metric, pattern) = (nil, nil)
    }
  }
}
