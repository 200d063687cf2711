import Quantities
import ReportText

/// Reads the rows of a grid one after the other, and tells what each figure is by the headings of its row and column.
struct TableFigures {
  private let grid: TableGrid
  private let units: UnitWords
  private let defaultUnit: [UInt8]?
  /// The year of the report, which 本年 stands for.
  private let reportYear: Int?
  private var cover: TableCover
  private var row: TableRow
  private var figuresInRow = 0
  /// How many of them stand below each heading, by its cell.
  private var figuresBelow: [Int: Int] = [:]
  /// What the row's headings say, found once for the figures that stand side by side.
  private var left: Left?
  /// The heading of the last row that is no part of another.
  private var wholeRow: [UInt8] = []

  /// The headings of a row to the left of a column.
  private struct Left {
    let row: Int
    let column: Int
    var headings: [TableHeading] = []
    /// The heading of the column of names, in which a unit may stand: 指标（亿元）.
    var corner: TableHeading?
    var isOfBody = false
    /// The time that a column of times tells.
    var time: HeadingTime?
    /// The unit that a column of units names; empty where that isn't known.
    var unit: [UInt8]?
    var words: (row: [UInt8], scope: [UInt8]?)?
  }

  private static let percent = [UInt8(ascii: "%")]

  /// - Parameter defaultUnit: what the table's figures are in where nothing names a unit.
  init(_ grid: TableGrid, _ units: UnitWords, defaultUnit: [UInt8]?, reportYear: Int?) {
    self.grid = grid
    self.units = units
    self.defaultUnit = defaultUnit
    self.reportYear = reportYear
    cover = TableCover(width: grid.width)
    row = TableRow(cells: 0..<0, number: 0)
  }

  /// Calls `body` with what each row holds, in order.
  mutating func forEachPart(_ body: (TableReader.Part) -> Void) {
    for row in grid.rows {
      self.row = row
      cover.enter(grid.cells, row.cells)
      if row.role == .heading { wholeRow = [] }
      countFigures()
      for index in row.cells {
        let cell = grid.cells[index]
        if row.role == .body, let figure = cell.figure {
          body(part(of: figure, in: cell.place.column))
        } else {
          for line in cell.place.lines { body(.text(line)) }
        }
      }
    }
  }

  private var section: TableGrid.Section { grid.sections[row.section] }

  /// Counts the row's figures, and those below each heading.
  private mutating func countFigures() {
    figuresInRow = 0
    figuresBelow.removeAll(keepingCapacity: true)
    for index in row.cells where grid.cells[index].figure != nil {
      figuresInRow += 1
      let column = grid.cells[index].place.column
      if column < section.columns.count, let heading = section.columns[column].headingCell {
        figuresBelow[heading, default: 0] += 1
      }
    }
  }

  /// A figure in a column of the row with its headings.
  private mutating func part(of figure: CellFigure, in index: Int) -> TableReader.Part {
    let line = figure.line
    let columns = section.columns
    let column = columns.isEmpty ? TableColumn([]) : columns[index]
    switch column.role {
    case .times, .marks: return .unplaced(line)
    case .figures, .names, .units: break
    }
    // Nothing tells apart figures side by side without headings; headings that end before the row stand over others than
    // they seem to.
    guard isPlaced(column) else { return .unplaced(line) }
    findLeft(of: index)
    let left = left!
    // 联系电话 | 88881234, or the code of each thing in a row of codes.
    if left.headings.last?.isOfMarks == true || figure.isPadded { return .unplaced(line) }
    let unit = unit(figure, column, left)
    guard !left.headings.isEmpty || !column.headings.isEmpty, !column.headings.isEmpty || unit != nil,
      column.change != .either, let time = time(column, left)
    else { return .unplaced(line) }
    let (words, scope) = words(column)
    guard !words.isEmpty, !words.hasNumber(at: words.aligned(words.count - 1)), !words.holdsAmount else {
      return .unplaced(line)
    }
    return .figure(
      figure.sentence(time.words + words, unit: unit ?? []),
      TableReader.Facts(
        time: time, status: column.status, scope: scope.map { String(decoding: $0, as: UTF8.self) }))
  }

  private func isChange(_ left: Left) -> Bool {
    left.headings.last.map { $0.change == .growth || $0.change == .difference } ?? false
  }

  /// Whether headings surely stand above a column, and tell it from others.
  private func isPlaced(_ column: TableColumn) -> Bool {
    if column.isUnsure || column.headings.isEmpty && figuresInRow > 1 { return false }
    if let heading = column.headingCell, figuresBelow[heading, default: 0] > 1 { return false }
    return section.columns.isEmpty || cover.rowEnd <= section.headingEnd
  }

  /// The words of a figure's headings, and the part of a total that it is.
  private mutating func words(_ column: TableColumn) -> (words: [UInt8], scope: [UInt8]?) {
    let (row, scope) = rowWords()
    if left!.isOfBody {
      let own = column.alone.before + column.alone.behind
      // The thing is what heads the column; 合计 is of them all.
      if !own.isEmpty { return (own, scope) }
    }
    let around = row.isEmpty ? column.alone : column.aroundRow
    // 增长（%） as a row's name tells the growth of the columns' things.
    if isChange(left!), column.change == .none { return (column.alone.before + column.alone.behind + row, nil) }
    // 粮食产量 | 产量
    let isSaid = row.count >= around.behind.count && row.suffix(around.behind.count).elementsEqual(around.behind)
    return (around.before + row + (isSaid ? [] : around.behind), around.scope ?? scope)
  }

  /// Finds the headings of the row to the left of a column: those of the nearest text cells.
  private mutating func findLeft(of end: Int) {
    // Where only figures and blanks stand between, the headings are those of the figure before.
    if let left, left.row == row.number, left.column <= end, !(left.column..<end).contains(where: isName) { return }
    var found = Left(row: row.number, column: end)
    var last: Int?
    for column in (0..<end).reversed() {
      let role = section.columns.isEmpty ? .figures : section.columns[column].role
      guard isName(column) || role == .times, let cell = cover.cell(at: column) else {
        if found.headings.isEmpty { continue }
        break
      }
      if cell == last { continue }
      last = cell
      let heading = grid.cells[cell].heading
      switch role {
      case .marks: continue
      case .units:
        let text = grid.cells[cell].text
        found.unit = units.contains(text) ? text : []
      case .times where heading.isTime: found.time = heading.time
      case .names, .figures, .times:
        found.headings.insert(heading, at: 0)
        if found.corner == nil, !section.columns.isEmpty { found.corner = section.columns[column].headings.last }
        if role == .names, section.columns[column].isOfBodies { found.isOfBody = true }
      }
    }
    left = found
  }

  /// Whether words stand in a column of the row.
  private func isName(_ column: Int) -> Bool { cover.cell(at: column).map { grid.cells[$0].isText } ?? false }

  /// The words of the row's heading, and the part of a total that it is.
  private mutating func rowWords() -> (row: [UInt8], scope: [UInt8]?) {
    if let words = left!.words { return words }
    let headings = left!.headings.filter { !$0.isTime }
    var scope: [UInt8]?
    // 三、本年度办理结果 | （七）总计: where all are generic, together they are not.
    let telling = headings.filter { !$0.isGeneric }
    var row = (telling.isEmpty ? headings : telling).flatMap(\.words)
    if left!.isOfBody {
      scope = HeadingWords.bodyTotals.contains(row) || row.isEmpty ? nil : row
    } else if headings.count == 1, let first = headings.first {
      if first.isPart, !wholeRow.isEmpty {
        scope = first.words
        row = wholeRow + row
      } else {
        wholeRow = row
      }
      if Self.isPlace(first.words) { scope = first.words }
    }
    left!.words = (row, scope)
    return (row, scope)
  }

  /// Whether a row is named after a place, of which the metrics of the report aren't told.
  private static func isPlace(_ words: [UInt8]) -> Bool {
    words.count <= 36 && !words.has("全", at: 0)
      && words.endsWithAny(["市", "县", "区", "镇", "乡", "州", "盟", "旗", "街道"])
  }

  // MARK: - Unit and time

  /// The unit by what stands nearest to the figure.
  private func unit(_ figure: CellFigure, _ column: TableColumn, _ left: Left) -> [UInt8]? {
    if !figure.needsUnit { return figure.unit }
    if column.change == .growth { return column.unit ?? (left.unit == nil ? Self.percent : nil) }
    if let heading = left.headings.last, heading.change == .growth { return heading.unit ?? Self.percent }
    // 完成率 of a table in 万元 is told in %, or as a fraction.
    if column.isRate, !column.headings.contains(where: { $0.unit != nil }) { return nil }
    let row = left.headings.last { $0.unit != nil }?.unit ?? left.unit
    // 占比（%） and 罚没金额（万元） are in their own unit whatever the row; 2023年（件） only where the row has none.
    let isOwn = column.isRate || column.tellsThing
    let unit =
      (isOwn ? column.unit ?? row : row ?? column.unit) ?? left.corner?.unit ?? section.caption.unit ?? defaultUnit
    return unit?.isEmpty == true ? nil : unit
  }

  /// The time by the column, the row, and what stands above; `nil` where they contradict each other.
  private func time(_ column: TableColumn, _ left: Left) -> TableTime? {
    let above = section.caption.time
    let base = above.year ?? reportYear
    let ofRow = left.time ?? left.headings.lazy.compactMap(\.time).last
    let ofColumn = column.headings.compactMap(\.time)
    let columnYear = ofColumn.lazy.compactMap(\.year).last
    if let columnYear, let rowYear = ofRow?.year, columnYear != rowYear { return nil }
    var time = TableTime()
    switch columnYear ?? ofRow?.year {
    case .absolute(let year): time.year = year
    case .current: time.year = base
    case .previous: time.year = base.map { $0 - 1 }
    case nil: time.year = above.year
    }
    time.isYearEnd = ofColumn.contains(where: \.isYearEnd) || ofRow?.isYearEnd == true
    let isOfWholeYear = ofColumn.contains(where: \.isWholeYear) || ofRow?.isWholeYear == true
    if !isOfWholeYear { time.months = ofColumn.lazy.compactMap(\.months).last ?? ofRow?.months ?? above.months }
    // 一季度 of no year that is named is one of the report's.
    if time.months != nil || isOfWholeYear { time.year = time.year ?? reportYear }
    return time
  }
}

extension [UInt8] {
  /// Whether an amount stands among words, 371,514.00, as where cells ran into each other; PM2.5 is none.
  fileprivate var holdsAmount: Bool {
    indices.dropFirst().dropLast().contains { at in
      guard self[at - 1].isDigit, self[at + 1].isDigit else { return false }
      return self[at] == 0x2C || self[at] == 0x2E && at > 2 && self[at - 3..<at].allSatisfy(\.isDigit)
    }
  }
}
