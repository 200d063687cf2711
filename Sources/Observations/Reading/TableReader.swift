import Quantities
import ReportText

/// Reads tables: each figure as a sentence made of its year, its row's and its column's heading, itself and its unit.
///
///     指标             2023年     比上年增长（%）
///     地区生产总值（亿元）  386.4      5.2          → 2023年地区生产总值386.4亿元; 地区生产总值比上年增长5.2%
///
/// A figure that has no such headings, or no unit, keeps its numeral and says nothing.
struct TableReader {
  /// What is read of a table.
  enum Part {
    /// A text in a cell.
    case text(ReadingLine)
    /// A figure with its headings around it, and the part of the total that row or column name.
    case figure(ReadingLine, scope: String?)
    /// A figure that headings don't place.
    case unplaced(ReadingLine)

    var line: ReadingLine {
      switch self {
      case .text(let line), .figure(let line, _), .unplaced(let line): line
      }
    }
  }

  /// The unit that the line above a table names: 单位：万元.
  private var unitAbove: String?
  /// Words of tables whose figures are all cases.
  private static let tablesOfCases = ["政府信息公开申请", "行政复议", "行政诉讼", "处理决定数量"]
  private static let placeEndings = ["市", "县", "区", "镇", "乡", "州", "盟", "旗", "街道"]
  private static let longestPlace = 12
  private static let mostHeadingRows = 8

  /// Takes note of a line that can stand above a table.
  mutating func enter(_ line: ReadingLine) {
    unitAbove = nil
    guard line.bytes.count < 240 else { return }
    let text = TableCell.unblanked(String(decoding: line.bytes, as: UTF8.self))
    guard let place = text.firstRange(of: "单位：") ?? text.firstRange(of: "单位:") else { return }
    let word = text[place.upperBound...].prefix { !"）)、，,；;/".contains($0) }
    if TableHeading.isUnit(String(word)) { unitAbove = String(word) }
  }

  /// The cells of a table in order.
  mutating func parts(of table: TextTable) -> [Part] {
    defer { unitAbove = nil }
    let cells = table.cells.map(TableCell.init)
    let width = cells.map { $0.place.column + $0.place.columnSpan }.max() ?? 0
    let isOfCases = cells.contains { cell in Self.tablesOfCases.contains { cell.text.contains($0) } }
    var grid = Grid(width: width, defaultUnit: unitAbove ?? (isOfCases ? "件" : nil))
    var parts: [Part] = []
    var next = 0
    while next < cells.count {
      let row = cells[next].place.row
      var end = next
      while end < cells.count, cells[end].place.row == row { end += 1 }
      grid.enter(cells[next..<end], row: row)
      for cell in cells[next..<end] {
        if let figure = cell.figure, !grid.isHeadingRow {
          parts.append(grid.part(of: cell, figure))
        } else {
          parts += cell.place.lines.map(Part.text)
        }
      }
      next = end
    }
    return parts
  }

  /// The rows of a table one after the other, with the cells that reach down from above.
  private struct Grid {
    let width: Int
    let defaultUnit: String?
    /// The cell that covers each column of the row, and the first row that it doesn't.
    private var covering: [(cell: TableCell, end: Int)?]
    private var row = 0
    /// The headings of the columns, from above: for each row of headings what covers each column.
    private var headings: [[TableCell?]] = []
    private(set) var isHeadingRow = false
    /// What the columns' headings say, found once for all rows below.
    private var columns: [[TableHeading]] = []
    /// The heading of the last row that is no part of another.
    private var wholeRow = ""

    init(width: Int, defaultUnit: String?) {
      self.width = width
      self.defaultUnit = defaultUnit
      covering = Array(repeating: nil, count: width)
    }

    mutating func enter(_ cells: ArraySlice<TableCell>, row: Int) {
      self.row = row
      for cell in cells {
        for column in cell.place.column..<cell.place.column + cell.place.columnSpan {
          covering[column] = (cell, row + cell.place.rowSpan)
        }
      }
      let texts = cells.filter { !$0.isBlank }
      let figures = texts.filter { $0.figure != nil }
      let isOfYears = headings.isEmpty && !figures.isEmpty && figures.allSatisfy { $0.figure!.isYear }
      let wasHeadingRow = isHeadingRow
      isHeadingRow = figures.isEmpty || isOfYears
      guard isHeadingRow else { return }
      // A title across the table, or a row without figures, heads no columns.
      let isAcross = texts.count == 1 && texts.first!.place.columnSpan == width
      guard !isAcross, texts.count > 1 || wasHeadingRow && !texts.isEmpty else {
        isHeadingRow = isHeadingRow && wasHeadingRow
        return
      }
      if !wasHeadingRow { headings = [] }
      headings.append((0..<width).map(covering(column:)))
      if headings.count > TableReader.mostHeadingRows { headings.removeFirst() }
      wholeRow = ""
      columns = (0..<width).map(path)
    }

    private func covering(column: Int) -> TableCell? {
      guard let cover = covering[column], cover.end > row else { return nil }
      return cover.cell
    }

    /// The headings above a column, each cell once.
    private func path(to column: Int) -> [TableHeading] {
      var path: [TableHeading] = []
      var last: (Int, Int)?
      for heading in headings {
        guard let cell = heading[column], !cell.isBlank else { continue }
        let place = (cell.place.row, cell.place.column)
        if let last, last == place { continue }
        last = place
        path.append(cell.heading)
      }
      return path
    }

    /// A figure of the row with its headings.
    mutating func part(of cell: TableCell, _ figure: TableCell.Figure) -> Part {
      let line = figure.line
      let column = cell.place.column
      let above = columns.isEmpty ? [] : columns[column]
      if above.last?.isOfMarks == true { return .text(line) }
      let left = rowHeadings(before: column)
      let unit = unit(figure, above, left.headings, left.unit)
      guard !left.headings.isEmpty || !above.isEmpty, !above.isEmpty || unit != nil else { return .unplaced(line) }
      let sentence = sentence(above, left.headings, column)
      guard !sentence.words.isEmpty, sentence.words.last?.isNumber == false else { return .unplaced(line) }
      let behind = figure.suffix.isEmpty ? unit ?? "" : ""
      return .figure(
        line.sentence(Array(sentence.words.utf8), figure.range, Array(behind.utf8)), scope: sentence.scope)
    }

    /// The headings of the row to the left of a column: of the nearest text cells.
    private func rowHeadings(before column: Int) -> (headings: [TableHeading], unit: String?) {
      var found: [TableHeading] = []
      // Empty where the row names a unit that isn't known.
      var unit: String?
      var last: (Int, Int)?
      for column in (0..<column).reversed() {
        guard let cell = covering(column: column), !cell.isBlank, cell.figure == nil else {
          if found.isEmpty { continue }
          break
        }
        let place = (cell.place.row, cell.place.column)
        if let last, last == place { continue }
        last = place
        let heading = columns.isEmpty ? nil : columns[column].last
        if heading?.isOfMarks == true { continue }
        if heading?.isOfUnits == true {
          unit = TableHeading.isUnit(cell.text) ? cell.text : ""
        } else {
          found.insert(cell.heading, at: 0)
        }
      }
      return (found, unit)
    }

    /// The unit by what stands nearest to the figure.
    private func unit(
      _ figure: TableCell.Figure, _ above: [TableHeading], _ left: [TableHeading], _ ofRow: String?
    ) -> String? {
      if !figure.suffix.isEmpty { return figure.suffix }
      let named = above.last { $0.unit != nil }?.unit
      if above.contains(where: \.isChange) { return named ?? (ofRow == nil ? "%" : nil) }
      let unit = left.last { $0.unit != nil }?.unit ?? ofRow ?? named ?? defaultUnit
      return unit?.isEmpty == true ? nil : unit
    }

    /// The words before a figure, and which part of a total it is.
    private mutating func sentence(
      _ above: [TableHeading], _ left: [TableHeading], _ column: Int
    ) -> (words: String, scope: String?) {
      var scope: String?
      // 三、本年度办理结果 | （七）总计: where all are generic, together they are not.
      let telling = left.filter { !$0.isGeneric }
      var row = (telling.isEmpty ? left : telling).map(\.words).joined()
      if let first = left.first, left.count == 1 {
        if first.isPart, !wholeRow.isEmpty {
          scope = first.words
          row = wholeRow + row
        } else {
          wholeRow = row
        }
        if Self.isPlace(first.words) { scope = first.words }
      }
      let year = above.first { $0.isYear }
      var path = above.filter { !$0.isYear }
      // What heads all columns of figures tells nothing of one.
      if !row.isEmpty, path.count > 1, columns.count(where: { $0.first?.words == path[0].words }) > 1 {
        path.removeFirst()
      }
      if !row.isEmpty, hasTotal(beside: column) {
        let words = path.filter { !$0.isTotal }.map(\.words).joined()
        if words.isEmpty { return ((year?.words ?? "") + row, scope) }
        return ((year?.words ?? "") + words + row, words)
      }
      // 行政复议 / 结果维持: without a row's heading the column's own words tell the thing, and those above which.
      if row.isEmpty, path.count > 1, path.last?.isTotal == false { scope = path.dropLast().map(\.words).joined() }
      let words = path.filter { row.isEmpty ? !$0.isTotal : !$0.isGeneric }.map(\.words).joined()
      return ((year?.words ?? "") + row + words, scope)
    }

    /// Whether a column is headed as the total of those beside it.
    private func hasTotal(beside column: Int) -> Bool {
      columns.contains { $0.last?.isTotal == true } && !columns[column].contains { $0.isChange }
    }

    /// Whether a row is named after a place, of which the metrics of the report aren't told.
    private static func isPlace(_ words: String) -> Bool {
      words.count <= TableReader.longestPlace && !words.hasPrefix("全")
        && TableReader.placeEndings.contains { words.hasSuffix($0) }
    }
  }
}

extension TableHeading {
  /// Whether it is a year and nothing else: 2023年.
  fileprivate var isYear: Bool {
    words.hasSuffix("年") && words.count == 5 && words.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
  }
}
