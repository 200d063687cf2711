/// Makes a text of paragraphs, each a line, and of grids of cells, such as sheets are: a row a line with tabs between its cells.
struct GridTextBuilder {
  private var text: [UInt8] = []
  private var builder = LayoutBuilder()
  private var name: String?
  private var cells: [Cell] = []
  /// All that the cells of the open sheet hold.
  private var contents: [UInt8] = []
  private var omissions: [Omission] = []

  private struct Cell {
    let row: Int
    let column: Int
    let content: Range<Int>
  }

  /// Cells that are one, by rows and columns from 0.
  struct Area {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// Begins a sheet.
  mutating func begin(name: String?) {
    self.name = name
    cells = []
    contents = []
  }

  /// Adds a cell; those of a row come one after the other, from the left.
  mutating func add(_ content: [UInt8], row: Int, column: Int) {
    let start = contents.count
    // A row is a line.
    contents.append(contentsOf: content.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 })
    cells.append(Cell(row: row, column: column, content: start..<contents.count))
  }

  /// Adds a paragraph; nothing if it is empty.
  mutating func addParagraph(_ paragraph: [UInt8]) {
    guard !paragraph.isEmpty else { return }
    let start = text.count
    text += paragraph
    builder.add(start..<text.count)
    builder.endBlock()
    text.append(0x0A)
  }

  /// Adds a table of a page.
  mutating func add(_ table: PageTable) {
    begin(name: nil)
    let cells = table.cells.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
    for cell in cells { add(cell.text, row: cell.rows.lowerBound, column: cell.columns.lowerBound) }
    end(
      merging: cells.filter { $0.rows.count > 1 || $0.columns.count > 1 }.map {
        Area(rows: $0.rows, columns: $0.columns)
      })
  }

  /// Notes what isn't read.
  mutating func omit(_ omission: Omission) { omissions.append(omission) }

  /// Ends the sheet.
  ///
  /// - Parameters:
  ///   - areas: the merged cells.
  ///   - hidden: columns that aren't shown.
  ///   - hiddenRows: rows that aren't, of which no cells were added.
  mutating func end(merging areas: [Area], hiding hidden: Set<Int> = [], hiddenRows: Set<Int> = []) {
    let spans = Spans(areas)
    let first = cells.lazy.map(\.column).min() ?? 0
    builder.beginTable(name: name, isRectangular: true)
    var next = 0
    var lastRow: Int?
    while next < cells.count {
      let row = cells[next].row
      if let lastRow, row > lastRow + 1, !spans.cover(row: lastRow + 1), !hiddenRows.isSuperset(of: lastRow + 1..<row) {
        builder.beginRow()
      }
      builder.beginRow()
      var column = first
      while next < cells.count, cells[next].row == row {
        let cell = cells[next]
        next += 1
        guard cell.column >= column, !hidden.contains(cell.column), spans.opens(cell.row, cell.column) else { continue }
        fill(column..<cell.column, row, spans, hidden)
        column = add(cell, spans, hidden)
      }
      endLine()
      lastRow = row
    }
    builder.endTable()
  }

  /// Stands empty cells where a row has none, but for those that a cell above or beside covers.
  private mutating func fill(_ columns: Range<Int>, _ row: Int, _ spans: Spans, _ hidden: Set<Int>) {
    for column in columns where !hidden.contains(column) && spans.opens(row, column) {
      builder.beginCell(rowSpan: 1, columnSpan: 1)
      text.append(0x09)
    }
  }

  /// Adds a cell and returns the column behind it.
  private mutating func add(_ cell: Cell, _ spans: Spans, _ hidden: Set<Int>) -> Int {
    let area = spans.area(at: cell.row, cell.column)
    let columns = area?.columns ?? cell.column...cell.column
    builder.beginCell(
      rowSpan: area?.rows.count ?? 1, columnSpan: columns.count - hidden.count { columns.contains($0) })
    let start = text.count
    text.append(contentsOf: contents[cell.content])
    if start < text.count { builder.add(start..<text.count) }
    builder.endBlock()
    text.append(0x09)
    return columns.upperBound + 1
  }

  private mutating func endLine() {
    while text.last == 0x09 { text.removeLast() }
    text.append(0x0A)
  }

  /// The text of all.
  mutating func finished() -> SourceText {
    builder.finish()
    builder.resolveTables(of: text)
    return SourceText(source: text, encoding: .utf8, damage: nil, layout: builder.layout, omissions: omissions)
  }

  /// Merged cells, to be asked for by place.
  private struct Spans {
    private var areas: [Place: Area] = [:]
    private var covered: [Int: [Area]] = [:]

    private struct Place: Hashable {
      let row: Int
      let column: Int
    }

    /// An area over more rows is looked up by its first rows only; nobody merges as many.
    private static let mostRows = 4_096

    init(_ merged: [Area]) {
      for area in merged {
        areas[Place(row: area.rows.lowerBound, column: area.columns.lowerBound)] = area
        for row in area.rows.prefix(Self.mostRows) { covered[row, default: []].append(area) }
      }
    }

    func area(at row: Int, _ column: Int) -> Area? { areas[Place(row: row, column: column)] }

    /// Whether no area covers a cell but one that begins there.
    func opens(_ row: Int, _ column: Int) -> Bool {
      guard let found = covered[row]?.first(where: { $0.columns.contains(column) }) else { return true }
      return found.rows.lowerBound == row && found.columns.lowerBound == column
    }

    func cover(row: Int) -> Bool { covered[row] != nil }
  }
}
