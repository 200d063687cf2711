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

  /// The line that stood last, which can be one above a table.
  private var lineAbove: ReadingLine?
  private let units = UnitWords()
  /// Words of tables whose figures are all cases.
  private static let tablesOfCases: [StaticString] = ["政府信息公开申请", "行政复议", "行政诉讼", "处理决定数量"]
  /// A line above a table is no longer, in bytes.
  private static let longestLineAbove = 240

  /// Takes note of a line that can stand above a table; most texts hold none, so it is read only when one comes.
  mutating func enter(_ line: ReadingLine) { lineAbove = line }

  /// The cells of a table in order.
  mutating func parts(of table: TextTable) -> [Part] {
    defer { lineAbove = nil }
    let cells = table.cells.map { TableCell($0, units) }
    let isOfCases = cells.contains { cell in
      Self.tablesOfCases.contains { cell.text.first($0, in: cell.text.indices) != nil }
    }
    var grid = TableGrid(
      cells, units, defaultUnit: lineAbove.flatMap(unit(above:)) ?? (isOfCases ? Array("件".utf8) : nil))
    var parts: [Part] = []
    parts.reserveCapacity(cells.count)
    var next = 0
    while next < cells.count {
      let row = cells[next].place.row
      var end = next
      while end < cells.count, cells[end].place.row == row { end += 1 }
      grid.enter(next..<end, row: row)
      for index in next..<end {
        if !grid.isHeadingRow, let figure = cells[index].figure {
          parts.append(grid.part(of: figure, in: cells[index].place.column))
        } else {
          for line in cells[index].place.lines { parts.append(.text(line)) }
        }
      }
      next = end
    }
    return parts
  }

  /// The unit that a line above a table names: 单位：万元.
  private func unit(above line: ReadingLine) -> [UInt8]? {
    guard line.bytes.count < Self.longestLineAbove else { return nil }
    let text = TableCell.unblanked(line.bytes)
    guard let place = text.first("单位：", in: text.indices) ?? text.first("单位:", in: text.indices) else { return nil }
    let marks = "）)、，,；;/".unicodeScalars.map(\.value)
    var end = place.upperBound
    while end < text.count, case let (scalar, length) = decodeScalar(in: text.span, at: end), !marks.contains(scalar) {
      end += length
    }
    let word = Array(text[place.upperBound..<end])
    return units.contains(word) ? word : nil
  }
}
