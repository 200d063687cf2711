import Quantities
import ReportText

/// Reads tables: each figure as a sentence made of its year, its row's and its column's heading, itself and its unit.
///
///     指标             2023年     比上年增长（%）
///     地区生产总值（亿元）  386.4      5.2          → 2023年地区生产总值386.4亿元; 地区生产总值比上年增长5.2%
///
/// A figure that has no such headings, or no unit, keeps its numeral and says nothing.
struct TableReader {
  /// What the table says of a figure besides the words of its sentence.
  struct Facts {
    var time = TableTime()
    var status: Status?
    /// The part of the total that row or column name.
    var scope: String?
  }

  /// What is read of a table.
  enum Part {
    /// A text in a cell.
    case text(ReadingLine)
    /// A figure with its headings around it.
    case figure(ReadingLine, Facts)
    /// A figure that headings don't place.
    case unplaced(ReadingLine)

    var line: ReadingLine {
      switch self {
      case .text(let line), .figure(let line, _), .unplaced(let line): line
      }
    }
  }

  private let identity: ReportIdentity?
  /// The lines above the next table, the last two.
  private var linesAbove: [ReadingLine] = []
  /// The columns of the last table, and its unit.
  private var last: (columns: [TableColumn], unit: [UInt8]?) = ([], nil)
  private let units = UnitWords()
  /// Words of tables whose figures are all cases.
  private static let tablesOfCases: [StaticString] = ["政府信息公开申请", "行政复议", "行政诉讼", "处理决定数量"]
  /// A line above a table is no longer, in bytes.
  private static let longestLineAbove = 240

  /// A reader of a document's tables; without its identity 本年 is no certain year.
  init(_ identity: ReportIdentity? = nil) { self.identity = identity }

  /// Takes note of a line that can stand above a table; most texts hold none, so it is read only when one comes.
  mutating func enter(_ line: ReadingLine) {
    if linesAbove.count > 1 { linesAbove.removeFirst() }
    linesAbove.append(line)
  }

  /// The cells of a table in order.
  mutating func parts(of table: TextTable) -> [Part] {
    let caption = caption(of: table)
    let cells = TableLines.splittingRows(of: table.cells).map { TableCell($0, units) }
    let isOfCases = cells.contains { $0.text.holdsAny(Self.tablesOfCases) }
    let width = cells.map { $0.place.column + $0.place.columnSpan }.max() ?? 0
    let goesOn = (caption.continues || linesAbove.isEmpty) && last.columns.count == width
    let grid = TableGrid(
      cells, isRectangular: table.isRectangular, units, caption: caption, inherited: goesOn ? last.columns : []
    ) { cell in
      cell.place.lines.contains(where: isTitle)
    }
    let unit = (goesOn ? last.unit : nil) ?? (isOfCases ? Array("件".utf8) : nil)
    var figures = TableFigures(grid, units, defaultUnit: unit, reportYear: identity?.year)
    var parts: [Part] = []
    parts.reserveCapacity(cells.count)
    figures.forEachPart { parts.append($0) }
    linesAbove = []
    last = (grid.sections.last?.columns ?? [], grid.sections.last?.caption.unit ?? unit)
    return parts
  }

  /// What a sheet's name and the lines above a table say of it.
  private func caption(of table: TextTable) -> TableCaption {
    var caption = TableCaption()
    if let name = table.name { caption.add(TableCell.unblanked(Array(name.utf8)), units) }
    for line in linesAbove where line.bytes.count < Self.longestLineAbove && !isTitle(line) {
      caption.add(TableCell.unblanked(line.bytes), units)
    }
    return caption
  }

  /// Whether a line is of the document's own title.
  private func isTitle(_ line: ReadingLine) -> Bool {
    guard let identity else { return false }
    let place = line.sourceRange(of: line.bytes.indices)
    return identity.titleRanges.contains { $0.overlaps(place) }
  }
}
