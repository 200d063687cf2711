import ReportText

extension Report {
  /// What the report says, by which copies are told: the paragraphs, the cells of tables and every line that tells a figure, without
  /// blanks. Other short lines such as titles, dates and links differ from page to page and are left out where there are
  /// paragraphs.
  public var content: [UInt8] {
    var told: [UInt8] = []
    var others: [UInt8] = []
    told.reserveCapacity(text.source.count)
    var figures = FigurePlaces(self)
    text.forEachPart { part in
      switch part {
      case .line(let line):
        let tellsFigure = figures.areMet(by: line)
        if tellsFigure || line.bytes.holdsSentenceEnd {
          told.append(wordsOf: line.bytes)
        } else {
          others.append(wordsOf: line.bytes)
        }
      case .table(let table):
        for line in table.cells.flatMap(\.lines) { told.append(wordsOf: line.bytes) }
      }
    }
    return told.count >= Self.leastContent ? told : told + others
  }

  /// Less than that, in bytes, could be the same by chance.
  private static let leastContent = 240
}

/// Where the figures of a report stand, to be asked line by line.
private struct FigurePlaces {
  private let places: [SourceSpan]
  private var next = 0
  private var cursor: SpanCursor

  init(_ report: Report) {
    places = report.observations.map(\.span).sorted { ($0.line, $0.start) < ($1.line, $1.start) }
    cursor = SpanCursor(report.text)
  }

  /// Whether a figure stands in a line; the lines must be asked for in their order.
  mutating func areMet(by line: ReadingLine) -> Bool {
    guard next < places.count else { return false }
    let source = line.sourceRange(of: line.bytes.indices)
    let first = cursor.span(ofSource: source.lowerBound..<source.lowerBound)
    let end = cursor.span(ofSource: source.upperBound..<source.upperBound)
    while next < places.count, (places[next].line, places[next].start) < (first.line, first.start) { next += 1 }
    return next < places.count && (places[next].line, places[next].start) < (end.line, end.start)
  }
}

extension [UInt8] {
  /// Whether 。 stands in the text.
  fileprivate var holdsSentenceEnd: Bool {
    var at = 0
    while let end = span.offset(of: 0x82, from: at) {
      if end >= 2, self[end - 1] == 0x80, self[end - 2] == 0xE3 { return true }
      at = end + 1
    }
    return false
  }

  /// Appends a text without spaces, no-break and zero-width ones too.
  fileprivate mutating func append(wordsOf text: [UInt8]) {
    var start = 0
    var at = 0
    while at < text.count {
      let blank = text.blankLength(at: at)
      if blank > 0 {
        append(contentsOf: text[start..<at])
        start = at + blank
      }
      at += Swift.max(blank, 1)
    }
    append(contentsOf: text[start...])
  }

  /// How many bytes the blank at an offset has; 0 if none is there.
  private func blankLength(at offset: Int) -> Int {
    let lead = self[offset]
    if lead <= 0x20 { return 1 }
    if lead == 0xC2 { return offset + 1 < count && self[offset + 1] == 0xA0 ? 2 : 0 }
    guard lead >= 0xE2, offset + 2 < count else { return 0 }
    switch (lead, self[offset + 1], self[offset + 2]) {
    // U+2002, U+2003, U+200B, U+3000, U+FEFF
    case (0xE2, 0x80, 0x82), (0xE2, 0x80, 0x83), (0xE2, 0x80, 0x8B), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
