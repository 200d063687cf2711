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

  /// Appends what there is to read in a text.
  fileprivate mutating func append(wordsOf text: [UInt8]) {
    var start = 0
    var at = 0
    while at < text.count {
      let blank = text.span.emptyLength(at: at)
      if blank > 0 {
        append(contentsOf: text[start..<at])
        start = at + blank
      }
      at += Swift.max(blank, 1)
    }
    append(contentsOf: text[start...])
  }
}
