/// Puts a layout together from blocks and tables as a parser meets them.
struct LayoutBuilder {
  private(set) var layout = TextLayout()
  /// How many bytes the open block holds; a block of a page without paragraphs is no longer than other lines are read.
  private var blockLength = 0
  /// The first run of the block that is open.
  private var blockStart = 0
  private var tables: [OpenTable] = []

  /// A table whose end is still to come.
  private struct OpenTable {
    let firstBlock: Int
    /// The name of its sheet.
    let name: String?
    let isRectangular: Bool
    var row = -1
    var cells: [TextLayout.Cell] = []
    /// For each column the first row that no cell from above covers.
    var freeRow: [Int] = []
    /// What the cell that is open covers, and its first block.
    var cell: (row: Int, column: Int, rowSpan: Int, columnSpan: Int, block: Int)?
    /// Whether it holds another table or much text, and so only lays out a page.
    var isForLayout = false
  }

  /// A table of figures is no wider; what claims to be takes no more time or room.
  private static let mostColumns = 256
  private static let mostRows = 1 << 14
  /// A cell with more text, in bytes, or more paragraphs is no cell of figures or headings.
  private static let longestCell = 1200
  private static let mostParagraphs = 6

  /// A builder of blocks; `joinsLines` says that what lies between the runs of a block are line ends.
  init(joinsLines: Bool = false) { layout.joinsLines = joinsLines }

  /// Takes what the head of a page tells.
  mutating func add(_ head: PageHead) { layout.head = head }

  /// Whether nothing was read into the block so far.
  var isBlockEmpty: Bool { blockStart == layout.runs.count }

  /// Whether a cell of a table is open.
  var isInCell: Bool { tables.last?.cell != nil }

  // MARK: - Text

  /// Adds a stretch of the source as it stands there.
  mutating func add(_ source: Range<Int>) {
    if blockLength > ReadingLine.longestPiece { endBlock() }
    blockLength += source.count
    if let last = layout.runs.last, !isBlockEmpty, last.literal == nil, last.source.upperBound == source.lowerBound {
      layout.runs[layout.runs.count - 1] = .init(
        source: last.source.lowerBound..<source.upperBound, literal: nil)
    } else {
      layout.runs.append(.init(source: source, literal: nil))
    }
  }

  /// Adds a text that the source writes in another way.
  mutating func add(_ text: some Collection<UInt8>, for source: Range<Int>) {
    let start = layout.literals.count
    layout.literals.append(contentsOf: text)
    layout.runs.append(.init(source: source, literal: start..<layout.literals.count))
  }

  /// Ends a block; the next text begins another.
  mutating func endBlock() {
    guard !isBlockEmpty else { return }
    layout.blocks.append(blockStart..<layout.runs.count)
    blockStart = layout.runs.count
    blockLength = 0
  }

  /// Ends a block that only leads elsewhere. In a table it may name a row; where the table only lays out the page, it is
  /// chrome.
  mutating func endBlockOfLinks() {
    guard isInCell else { return dropBlock() }
    if !isBlockEmpty { layout.linkBlocks.insert(layout.blocks.count) }
    endBlock()
  }

  /// The text of the block that is open, if it isn't longer than so many bytes.
  ///
  /// - Parameter first: the run from which on it is wanted, if not from the block's first.
  func openText(of source: [UInt8], from first: Int? = nil, upTo most: Int) -> [UInt8]? {
    var text: [UInt8] = []
    for run in layout.runs[max(first ?? blockStart, blockStart)...] {
      if let literal = run.literal { text += layout.literals[literal] } else { text += source[run.source] }
      if text.count > most { return nil }
    }
    return text
  }

  /// How many runs there are.
  var runCount: Int { layout.runs.count }

  /// Ends the open block before one of its runs.
  mutating func endBlock(at run: Int) {
    guard blockStart < run, run < layout.runs.count else { return }
    layout.blocks.append(blockStart..<run)
    blockStart = run
  }

  /// Counts a stretch of text that isn't shown.
  mutating func countOmission() { layout.omitted += 1 }

  /// Takes back the block that is open.
  mutating func dropBlock() {
    layout.runs.removeLast(layout.runs.count - blockStart)
    blockLength = 0
  }

  // MARK: - Tables

  mutating func beginTable(name: String? = nil, isRectangular: Bool = false) {
    endBlock()
    if !tables.isEmpty { tables[tables.count - 1].isForLayout = true }
    tables.append(OpenTable(firstBlock: layout.blocks.count, name: name, isRectangular: isRectangular))
  }

  mutating func beginRow() {
    endCell()
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].row += 1
  }

  /// Opens the next cell of the row; it covers so many rows and columns.
  mutating func beginCell(rowSpan: Int, columnSpan: Int) {
    endCell()
    guard let index = tables.indices.last else { return endBlock() }
    if tables[index].row < 0 { tables[index].row = 0 }
    let row = tables[index].row
    var column = 0
    while column < tables[index].freeRow.count, tables[index].freeRow[column] > row { column += 1 }
    guard column < Self.mostColumns else { return tables[index].isForLayout = true }
    let columnSpan = min(max(columnSpan, 1), Self.mostColumns - column)
    let rowSpan = min(max(rowSpan, 1), Self.mostRows)
    while tables[index].freeRow.count < column + columnSpan { tables[index].freeRow.append(0) }
    for covered in column..<column + columnSpan { tables[index].freeRow[covered] = row + rowSpan }
    tables[index].cell = (row, column, rowSpan, columnSpan, layout.blocks.count)
  }

  /// Opens the next cell of the row, which goes on with the one above it.
  mutating func beginCellGoingOn(columnSpan: Int) {
    beginCell(rowSpan: 1, columnSpan: columnSpan)
    guard let index = tables.indices.last, let cell = tables[index].cell else { return }
    let above = tables[index].cells.lastIndex { $0.column == cell.column && $0.row + $0.rowSpan == cell.row }
    guard let above else { return }
    tables[index].cells[above].rowSpan += 1
    tables[index].cell = nil
  }

  mutating func endCell() {
    endBlock()
    guard let index = tables.indices.last, let cell = tables[index].cell else { return }
    let blocks = cell.block..<layout.blocks.count
    tables[index].cell = nil
    tables[index].cells.append(
      .init(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, blocks: blocks))
    let length = blocks.reduce(0) { sum, block in
      sum + layout.runs[layout.blocks[block]].reduce(0) { $0 + $1.source.count }
    }
    if blocks.count > Self.mostParagraphs || length > Self.longestCell { tables[index].isForLayout = true }
  }

  mutating func endTable() {
    endCell()
    guard let table = tables.popLast() else { return }
    let blocks = table.firstBlock..<layout.blocks.count
    // A single row or column has no headings and cells.
    guard !table.isForLayout, !blocks.isEmpty, table.row > 0, table.freeRow.count > 1 else { return }
    layout.tables.append(
      TextLayout.Table(cells: table.cells, blocks: blocks, name: table.name, isRectangular: table.isRectangular))
  }

  /// How many blocks there are, the open one left out.
  var blockCount: Int { layout.blocks.count }

  /// Adds a table whose cells were read from blocks before.
  mutating func add(_ table: TextLayout.Table) { layout.tables.append(table) }

  /// Finds anew what the cells of tables are that show no spans, once all is read.
  mutating func resolveTables(of source: [UInt8]) { layout.resolveTables(of: source) }

  /// Ends what is open.
  mutating func finish() {
    while !tables.isEmpty { endTable() }
    endBlock()
  }
}
