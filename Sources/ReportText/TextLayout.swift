/// The text of a page or a word processor's file as blocks (paragraphs, headings, cells) that are put together from
/// stretches of the source.
struct TextLayout: Sendable {
  /// A stretch of a block.
  struct Run: Sendable {
    /// The bytes of the source that it was read from.
    let source: Range<Int>
    /// What it reads, in `literals`, where that isn't what the source holds.
    let literal: Range<Int>?
  }

  /// A table, and its cells row by row.
  struct Table: Sendable {
    var cells: [Cell] = []
    /// The blocks of all its cells.
    var blocks: Range<Int>
    /// The name of its sheet.
    var name: String?
    /// Whether each cell's column is known, also where rows end early.
    var isRectangular = false

    /// The table with all its blocks so many further on.
    func movingBlocks(by count: Int) -> Table {
      var table = self
      table.blocks = blocks.lowerBound + count..<blocks.upperBound + count
      for index in cells.indices {
        let blocks = cells[index].blocks
        table.cells[index].blocks = blocks.lowerBound + count..<blocks.upperBound + count
      }
      return table
    }
  }

  /// A cell of a table, and its blocks.
  struct Cell: Sendable {
    let row: Int
    let column: Int
    var rowSpan: Int
    let columnSpan: Int
    var blocks: Range<Int>
  }

  var runs: [Run] = []
  var literals: [UInt8] = []
  /// The runs of each block, none of them empty.
  var blocks: [Range<Int>] = []
  /// The blocks of cells that hold nothing but links.
  var linkBlocks: Set<Int> = []
  /// In the order of the source.
  var tables: [Table] = []
  /// What the head of a page tells; nothing of other files.
  var head = PageHead()
  /// Whether blocks are paragraphs that were cut into lines.
  var joinsLines = false
  /// How many stretches of text aren't shown, because they are struck out or deleted.
  var omitted = 0

  /// Finds anew what the cells of tables are that show no cell over several columns and hold headings of the national
  /// form or stand one a row.
  mutating func resolveTables(of source: [UInt8]) {
    tables = tables.flatMap { table in
      if table.cells.contains(where: { $0.columnSpan > 1 }) { return [table] }
      guard table.cells.contains(where: { opensTable($0, source) }) else { return [table] }
      var cells = CellSequence(
        table.cells.filter { !$0.blocks.isEmpty }.map { cell in
          .init(text: plainText(of: cell, source), blocks: cell.blocks, row: cell.row)
        })
      let found = cells.tables()
      return found.isEmpty ? [table] : found
    }
  }

  /// Whether a cell is a heading that begins a table of the form.
  private func opensTable(_ cell: Cell, _ source: [UInt8]) -> Bool {
    guard let block = cell.blocks.first, let run = runs[blocks[block]].first else { return false }
    return DisclosureForm.starts.contains { $0.starts(with: source[run.source]) && !run.source.isEmpty }
      && DisclosureForm.starts.contains(plainText(of: cell, source))
  }

  /// The text of a cell without blanks.
  private func plainText(of cell: Cell, _ source: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for run in cell.blocks.flatMap({ runs[blocks[$0]] }) {
      if let literal = run.literal { text += literals[literal] } else { text += source[run.source] }
    }
    return PlainTextLayout.words(text[...]).flatMap { text[$0] }
  }

  /// Calls `body` with each block as it is to be read.
  func forEachLine(
    of text: SourceText, by repairer: TextRepairer = TextRepairer(), _ body: (ReadingLine) throws -> Void
  ) rethrows {
    var cursor = SpanCursor(text)
    var tables = tables[...]
    for (index, block) in blocks.enumerated() {
      while let table = tables.first, table.blocks.upperBound <= index { tables = tables.dropFirst() }
      if linkBlocks.contains(index), !(tables.first?.blocks.contains(index) ?? false) { continue }
      try body(line(block, of: text, &cursor, repairer))
    }
  }

  /// Calls `body` with each block and table in order.
  func forEachPart(of text: SourceText, _ body: (TextPart) throws -> Void) rethrows {
    let repairer = TextRepairer()
    var cursor = SpanCursor(text)
    var tables = tables[...]
    var next = 0
    while next < blocks.count {
      if let table = tables.first, table.blocks.lowerBound <= next {
        let lines = table.blocks.map { line(blocks[$0], of: text, &cursor, repairer) }
        let first = table.blocks.lowerBound
        // A caption stands in no cell.
        var loose = first
        let cells = try table.cells.map { cell in
          for block in loose..<max(loose, cell.blocks.lowerBound) { try body(.line(lines[block - first])) }
          loose = max(loose, cell.blocks.upperBound)
          return TextTable.Cell(
            row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
            lines: cell.blocks.map { lines[$0 - first] })
        }
        try body(.table(TextTable(cells: cells, name: table.name, isRectangular: table.isRectangular)))
        for block in loose..<table.blocks.upperBound { try body(.line(lines[block - first])) }
        next = table.blocks.upperBound
        tables = tables.dropFirst()
      } else {
        if !linkBlocks.contains(next) { try body(.line(line(blocks[next], of: text, &cursor, repairer))) }
        next += 1
      }
    }
  }

  private func line(
    _ block: Range<Int>, of text: SourceText, _ cursor: inout SpanCursor, _ repairer: TextRepairer
  ) -> ReadingLine {
    let start = runs[block.lowerBound].source.lowerBound
    let place = cursor.span(ofSource: start..<start)
    if block.count == 1, runs[block.lowerBound].literal == nil {
      // It stands so in the source, as nearly all do.
      let source = text.source.span.extracting(runs[block.lowerBound].source)
      return ReadingLine(source, number: place.line, start: start, column: place.start, repairer)
    }
    var bytes: [UInt8] = []
    var map = OffsetMap()
    var cuts: [Repair] = []
    for (index, run) in zip(block, runs[block]) {
      if joinsLines, index > block.lowerBound {
        cuts.append(Repair(kind: .lineEnd, source: runs[index - 1].source.upperBound..<run.source.lowerBound))
      }
      if let literal = run.literal {
        map.fix(from: bytes.count, to: run.source.lowerBound - start..<run.source.upperBound - start)
        bytes += literals[literal]
      } else {
        map.shift(from: bytes.count, by: run.source.lowerBound - start - bytes.count)
        bytes += text.source[run.source]
      }
    }
    return ReadingLine(bytes, map, number: place.line, start: start, column: place.start, cuts: cuts, repairer)
  }
}

/// A part of a text: a line or a table.
public enum TextPart: Sendable {
  case line(ReadingLine)
  case table(TextTable)
}

/// A table whose cells are kept apart.
public struct TextTable: Sendable {
  /// A cell, and the grid that it covers.
  public struct Cell: Sendable {
    /// Its first row, counted from 0.
    public let row: Int
    /// Its first column, counted from 0.
    public let column: Int
    /// How many rows it covers.
    public let rowSpan: Int
    /// How many columns it covers.
    public let columnSpan: Int
    /// Its paragraphs; none if it is empty.
    public let lines: [ReadingLine]

    /// A cell at its place.
    public init(row: Int, column: Int, rowSpan: Int, columnSpan: Int, lines: [ReadingLine]) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.lines = lines
    }
  }

  /// The cells row by row.
  public let cells: [Cell]
  /// The name of the sheet that it fills, if it stands in a workbook.
  public let name: String?
  /// Whether each cell's column is known, also where rows end early, as in a sheet.
  public let isRectangular: Bool
}

extension SourceText {
  /// All lines and tables in order, for what goes over them several times.
  public var parts: [TextPart] {
    var parts: [TextPart] = []
    forEachPart { parts.append($0) }
    return parts
  }

  /// Calls `body` with each line and each table in order.
  public func forEachPart(_ body: (TextPart) throws -> Void) rethrows {
    guard let layout else { return try forEachLine { try body(.line($0)) } }
    try layout.forEachPart(of: self, body)
  }
}
