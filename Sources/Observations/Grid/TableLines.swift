import ReportText

/// Cells that hold several figures, each on a line of its own.
enum TableLines {
  /// Takes rows apart whose cells all hold as many lines: 受理投诉⏎办结案件 | 120⏎118.
  static func splittingRows(of cells: [TextTable.Cell]) -> [TextTable.Cell] {
    guard cells.contains(where: { $0.lines.count > 1 }) else { return cells }
    var split: [TextTable.Cell] = []
    var added = 0
    var next = 0
    while next < cells.count {
      var end = next
      while end < cells.count, cells[end].row == cells[next].row { end += 1 }
      let row = cells[next..<end]
      let count = lineCount(of: row)
      for line in 0..<count {
        for cell in row where line == 0 || cell.lines.count > 1 {
          let isSplit = count > 1 && cell.lines.count == count
          split.append(
            TextTable.Cell(
              row: cell.row + added + line, column: cell.column, rowSpan: isSplit ? 1 : cell.rowSpan + count - 1,
              columnSpan: cell.columnSpan, lines: isSplit ? [cell.lines[line]] : cell.lines))
        }
      }
      added += count - 1
      next = end
    }
    return split
  }

  /// In how many rows a row is to be taken apart: 1, unless its figures and names stand on as many lines each.
  private static func lineCount(of row: ArraySlice<TextTable.Cell>) -> Int {
    let tall = row.filter { $0.lines.count > 1 }
    guard let count = tall.first?.lines.count, tall.count > 1,
      tall.allSatisfy({ $0.lines.count == count && $0.rowSpan == 1 })
    else { return 1 }
    let figures = tall.filter { $0.lines.allSatisfy { CellFigure($0) != nil } }
    return !figures.isEmpty && figures.count < tall.count ? count : 1
  }
}
