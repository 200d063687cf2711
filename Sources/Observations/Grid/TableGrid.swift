import Quantities
import ReportText

/// A table with the roles of its rows and columns, which all its cells together show.
struct TableGrid {
  let cells: [TableCell]
  let width: Int
  private let isRectangular: Bool
  private let units: UnitWords
  private(set) var rows: [TableRow] = []
  private(set) var sections: [Section] = []

  /// Rows below headings of their own.
  struct Section {
    var columns: [TableColumn] = []
    /// The years of its title rows, and their unit.
    var caption = TableCaption()
    /// Up to which column each row of headings reaches at least.
    fileprivate(set) var headingEnd = 0
    /// The headings of the columns, from above: for each row of headings what covers each column.
    fileprivate var headings: [[Int?]] = []
    fileprivate var contents: [TableColumn.Contents] = []
    fileprivate var unitRow: [Int?] = []
    fileprivate var hasBody = false
    /// Whether no headings of the section before hold on.
    fileprivate var headingsAreOwn = true

    fileprivate init(width: Int, _ caption: TableCaption) {
      headingEnd = width
      contents = Array(repeating: .init(), count: width)
      self.caption = caption
    }
  }

  private static let mostHeadingRows = 8

  /// A grid of a table's cells.
  ///
  /// - Parameters:
  ///   - isRectangular: whether rows of headings that end early still stand over the columns that they seem to.
  ///   - caption: what stands above the table.
  ///   - inherited: the columns of the table that it goes on with, if it does.
  ///   - isTitle: whether a cell holds the document's own title, which isn't the table's.
  init(
    _ cells: [TableCell], isRectangular: Bool, _ units: UnitWords, caption: TableCaption, inherited: [TableColumn],
    isTitle: (TableCell) -> Bool
  ) {
    self.isRectangular = isRectangular
    self.cells = cells
    self.units = units
    width = cells.map { $0.place.column + $0.place.columnSpan }.max() ?? 0
    var cover = TableCover(width: width)
    var section = Section(width: width, caption)
    var before: TableRow.Role?
    var isApart = false
    for range in Self.rowRanges(cells) {
      cover.enter(cells, range)
      var row = TableRow(cells: range, number: cover.row)
      let contents = TableRow.Contents(cells[range], width: width, units)
      row.role = TableRow.role(
        of: contents, behind: before, isApart: isApart, hasHeadings: !section.headings.isEmpty && !section.hasBody,
        isBelowStub: cover.cell(at: 0).map { !range.contains($0) && cells[$0].isText } ?? false)
      if row.role == .heading || row.role == .title || row.role == .units, section.hasBody {
        close(&section)
        let caption = section.caption
        let old = section
        section = Section(width: width, caption)
        // 第二十条第（五）项 between rows of one section leaves its headings.
        if row.role != .heading { section.takeHeadings(of: old) }
      }
      take(row, contents, cover, into: &section, isTitle: isTitle)
      row.section = sections.count
      rows.append(row)
      if row.role == .blank { isApart = true } else { (before, isApart) = (row.role, false) }
    }
    close(&section)
    if !inherited.isEmpty, let first = sections.indices.first, sections[first].headings.isEmpty {
      sections[first].columns = inherited
    }
  }

  private static func rowRanges(_ cells: [TableCell]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var next = 0
    while next < cells.count {
      var end = next
      while end < cells.count, cells[end].place.row == cells[next].place.row { end += 1 }
      ranges.append(next..<end)
      next = end
    }
    return ranges
  }

  private func take(
    _ row: TableRow, _ contents: TableRow.Contents, _ cover: TableCover, into section: inout Section,
    isTitle: (TableCell) -> Bool
  ) {
    switch row.role {
    case .blank: break
    case .title:
      for index in row.cells where cells[index].isText && !isTitle(cells[index]) {
        section.caption.add(cells[index].text, units)
      }
    case .units: section.unitRow = (0..<width).map { cover.cell(at: $0) }
    case .heading:
      if !section.headingsAreOwn { (section.headings, section.headingsAreOwn, section.headingEnd) = ([], true, width) }
      if !isRectangular { section.headingEnd = min(section.headingEnd, cover.rowEnd) }
      section.headings.append((0..<width).map { cover.cell(at: $0) })
      if section.headings.count > Self.mostHeadingRows { section.headings.removeFirst() }
    case .body:
      section.hasBody = true
      for index in row.cells {
        for column in cells[index].place.column..<cells[index].place.column + cells[index].place.columnSpan {
          section.contents[column].add(cells[index], units)
        }
      }
    }
  }

  /// Finds what the columns of a section are, now that all its cells are known.
  private mutating func close(_ section: inout Section) {
    if !section.headings.isEmpty {
      fillGroups(of: &section)
      section.columns = (0..<width).map {
        let (path, cell) = path(to: $0, section)
        return TableColumn(path, cell: cell, isUnsure: isUnsure($0, section))
      }
      for index in section.columns.indices {
        section.columns[index].settle(section.contents[index], isFirst: index == 0)
      }
      settleChanges(&section.columns)
      TableColumn.findWords(of: &section.columns)
    }
    sections.append(section)
  }

  // MARK: - Columns

  /// Fills the gaps behind headings that each head as many columns, of which the first have one name: 2022年 | | 2023年 | above
  /// 数量 | 增长 | 数量 | 增长, in tables that show no spans.
  private func fillGroups(of section: inout Section) {
    for (above, below) in zip(section.headings.indices, section.headings.indices.dropFirst()) {
      func isText(_ row: Int, _ column: Int) -> Bool {
        section.headings[row][column].map { !cells[$0].isBlank } ?? false
      }
      // A heading that reaches down heads no group.
      let starts = (0..<width).filter {
        isText(above, $0) && section.headings[above][$0] != section.headings[below][$0]
      }
      .filter { isText(below, $0) }
      guard starts.count > 1, let size = zip(starts, starts.dropFirst()).map({ $1 - $0 }).first, size > 1,
        zip(starts, starts.dropFirst()).allSatisfy({ $1 - $0 == size }), starts[starts.count - 1] + size <= width
      else { continue }
      let names = Set(starts.map { cells[section.headings[below][$0]!].text })
      let gaps = starts.flatMap { $0 + 1..<$0 + size }
      guard names.count == 1, gaps.allSatisfy({ !isText(above, $0) && isText(below, $0) }) else { continue }
      for start in starts {
        for column in start + 1..<start + size { section.headings[above][column] = section.headings[above][start] }
      }
    }
  }

  /// The headings above a column, each cell once, and the lowest of the cells.
  private func path(to column: Int, _ section: Section) -> ([TableHeading], Int?) {
    var path: [TableHeading] = []
    var last: Int?
    for heading in section.headings {
      guard let cell = heading[column], !cells[cell].isBlank, cell != last else { continue }
      last = cell
      path.append(cells[cell].heading)
    }
    if !section.unitRow.isEmpty, let cell = section.unitRow[column], units.contains(cells[cell].text) {
      path.append(.unit(cells[cell].text))
      last = cell
    }
    return (path, last)
  }

  /// Whether an empty cell above the lowest heading of a column may be one that the heading to its left should span.
  private func isUnsure(_ column: Int, _ section: Section) -> Bool {
    section.headings.dropLast().contains { row in
      guard let cell = row[column], cells[cell].isBlank else { return false }
      return row[..<column].contains { $0.map { !cells[$0].isBlank } ?? false }
    }
  }

  /// Finds what 增减 stands for where the headings leave it open: beside 增幅（%） it is the difference.
  private func settleChanges(_ columns: inout [TableColumn]) {
    guard columns.contains(where: { $0.change == .either }) else { return }
    let hasGrowths = columns.contains { $0.change == .growth }
    let hasDifferences = columns.contains { $0.change == .difference }
    for index in columns.indices where columns[index].change == .either {
      if hasGrowths, !hasDifferences {
        columns[index].settle(change: .difference)
      } else if hasDifferences, !hasGrowths {
        columns[index].settle(change: .growth)
      }
    }
  }
}

extension TableGrid.Section {
  /// Goes on below the headings of the section before.
  fileprivate mutating func takeHeadings(of other: TableGrid.Section) {
    (headings, headingEnd, unitRow) = (other.headings, other.headingEnd, other.unitRow)
    headingsAreOwn = false
  }
}

/// What covers each column of the row that was entered last.
struct TableCover {
  private var covering: [(cell: Int, end: Int)?]
  private(set) var row = 0
  /// Up to which column cells reach.
  private(set) var rowEnd = 0

  init(width: Int) { covering = Array(repeating: nil, count: width) }

  /// Goes on to a row, which begins with some of the cells.
  mutating func enter(_ cells: [TableCell], _ range: Range<Int>) {
    row = cells[range.lowerBound].place.row
    for index in range {
      let place = cells[index].place
      for column in place.column..<place.column + place.columnSpan { covering[column] = (index, row + place.rowSpan) }
    }
    rowEnd = covering.lastIndex { ($0?.end ?? 0) > row }.map { $0 + 1 } ?? 0
  }

  /// The cell that covers a column.
  func cell(at column: Int) -> Int? {
    guard let cover = covering[column], cover.end > row else { return nil }
    return cover.cell
  }
}
