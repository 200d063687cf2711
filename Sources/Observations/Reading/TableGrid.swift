import ReportText

/// The rows of a table one after the other, with the cells that reach down from above.
struct TableGrid {
  private let cells: [TableCell]
  private let width: Int
  private let units: UnitWords
  private let defaultUnit: [UInt8]?
  /// The cell that covers each column of the row, and the first row that it doesn't.
  private var covering: [(cell: Int, end: Int)?]
  private var row = 0
  /// The headings of the columns, from above: for each row of headings what covers each column.
  private var headings: [[Int?]] = []
  private(set) var isHeadingRow = false
  /// Up to which column each row of headings reaches at least, and up to which the row does.
  private var headingEnd = 0
  private var rowEnd = 0
  private var figuresInRow = 0
  /// What the columns' headings say, found once for all rows below.
  private var columns: [Column] = []
  /// What the row's headings say, found once for the figures that stand side by side.
  private var left: Left?
  /// The heading of the last row that is no part of another.
  private var wholeRow: [UInt8] = []

  /// The words that make a sentence with a figure, and which part of a total it is.
  private typealias Words = (before: [UInt8], behind: [UInt8], scope: [UInt8]?)

  /// The headings above a column.
  private struct Column {
    let headings: [TableHeading]
    /// Whether it isn't sure that these are all headings above it.
    let isUnsure: Bool
    let isChange: Bool
    /// The unit that the lowest of them names.
    let unit: [UInt8]?
    /// The words around those of a row's heading.
    var aroundRow: Words = ([], [], nil)
    /// The words where no heading of a row stands.
    var alone: Words = ([], [], nil)

    init(_ headings: [TableHeading], isUnsure: Bool = false) {
      self.headings = headings
      self.isUnsure = isUnsure
      isChange = headings.contains(where: \.isChange)
      unit = headings.last { $0.unit != nil }?.unit
    }
  }

  /// The headings of a row to the left of a column.
  private struct Left {
    let row: Int
    let column: Int
    var headings: [TableHeading] = []
    /// The unit that a column of units names; empty where that isn't known.
    var unit: [UInt8]?
    var words: (row: [UInt8], scope: [UInt8]?)?
  }

  private static let placeEndings: [StaticString] = ["市", "县", "区", "镇", "乡", "州", "盟", "旗", "街道"]
  private static let longestPlace = 12
  private static let mostHeadingRows = 8
  private static let percent = [UInt8(ascii: "%")]

  /// A grid of a table's cells.
  init(_ cells: [TableCell], _ units: UnitWords, defaultUnit: [UInt8]?) {
    self.cells = cells
    self.units = units
    self.defaultUnit = defaultUnit
    width = cells.map { $0.place.column + $0.place.columnSpan }.max() ?? 0
    covering = Array(repeating: nil, count: width)
  }

  /// Goes on to a row, which begins with some of the cells.
  mutating func enter(_ range: Range<Int>, row: Int) {
    self.row = row
    var texts = 0
    var figures = 0
    var years = 0
    var isWide = false
    for index in range {
      let (first, span) = (cells[index].place.column, cells[index].place.columnSpan)
      let end = row + cells[index].place.rowSpan
      for column in first..<first + span { covering[column] = (index, end) }
      guard !cells[index].isBlank else { continue }
      texts += 1
      isWide = span == width
      guard let isYear = cells[index].figure?.isYear else { continue }
      figures += 1
      if isYear { years += 1 }
    }
    rowEnd = covering.lastIndex { ($0?.end ?? 0) > row }.map { $0 + 1 } ?? 0
    figuresInRow = figures
    let isOfYears = headings.isEmpty && figures > 0 && years == figures
    let wasHeadingRow = isHeadingRow
    isHeadingRow = figures == 0 || isOfYears
    guard isHeadingRow else { return }
    // A title across the table, or a row without figures, heads no columns.
    let isAcross = texts == 1 && isWide
    guard !isAcross, texts > 1 || wasHeadingRow && texts > 0 else {
      isHeadingRow = isHeadingRow && wasHeadingRow
      return
    }
    if !wasHeadingRow { (headings, headingEnd) = ([], width) }
    headingEnd = min(headingEnd, rowEnd)
    headings.append((0..<width).map(covering(column:)))
    if headings.count > Self.mostHeadingRows { headings.removeFirst() }
    wholeRow = []
    findColumns()
  }

  private func covering(column: Int) -> Int? {
    guard let cover = covering[column], cover.end > row else { return nil }
    return cover.cell
  }

  // MARK: - Columns

  private mutating func findColumns() {
    columns = (0..<width).map { Column(path(to: $0), isUnsure: isUnsure($0)) }
    left = nil
    let hasTotal = columns.contains { $0.headings.last?.isTotal == true }
    let common = headingOfAll()
    for index in columns.indices {
      let column = columns[index]
      let year = column.headings.first { $0.isYear }?.words ?? []
      let path = column.headings.filter { !$0.isYear }
      // 行政复议 / 结果维持: without a row's heading the column's own words tell the thing, and those above which.
      let isOfThing = path.count > 1 && path.last?.isTotal == false
      columns[index].alone = (
        year, path.filter { !$0.isTotal }.flatMap(\.words), isOfThing ? path.dropLast().flatMap(\.words) : nil
      )
      // What heads all columns of figures tells nothing of one.
      let own = path.count > 1 && path[0].words == common ? Array(path.dropFirst()) : path
      if hasTotal, !column.isChange {
        let words = own.filter { !$0.isTotal }.flatMap(\.words)
        columns[index].aroundRow = (year + words, [], words.isEmpty ? nil : words)
      } else {
        columns[index].aroundRow = (year, own.filter { !$0.isGeneric }.flatMap(\.words), nil)
      }
    }
  }

  /// The words of the heading, above others, that all columns of figures have in common; `nil` if none does.
  private func headingOfAll() -> [UInt8]? {
    let firsts = columns.map { column -> [UInt8]? in
      let path = column.headings.filter { !$0.isYear }
      return path.count > 1 ? path[0].words : nil
    }
    guard let last = firsts.last, let last, firsts.count(where: { $0 == last }) > 1,
      firsts.drop(while: { $0 == nil }).allSatisfy({ $0 == last })
    else { return nil }
    return last
  }

  /// The headings above a column, each cell once.
  private func path(to column: Int) -> [TableHeading] {
    var path: [TableHeading] = []
    var last: Int?
    for heading in headings {
      guard let cell = heading[column], !cells[cell].isBlank, cell != last else { continue }
      last = cell
      path.append(cells[cell].heading)
    }
    return path
  }

  /// Whether an empty cell above the lowest heading of a column may be one that the heading to its left should span.
  private func isUnsure(_ column: Int) -> Bool {
    headings.dropLast().contains { row in
      guard let cell = row[column], cells[cell].isBlank else { return false }
      return row[..<column].contains { $0.map { !cells[$0].isBlank } ?? false }
    }
  }

  // MARK: - Figures

  /// A figure in a column of the row with its headings.
  mutating func part(of figure: TableCell.Figure, in index: Int) -> TableReader.Part {
    let line = figure.line
    let column = columns.isEmpty ? Column([]) : columns[index]
    if column.headings.last?.isOfMarks == true { return .text(line) }
    // Nothing tells apart figures side by side without headings; headings that end before the row stand over others than
    // they seem to.
    if column.isUnsure || column.headings.isEmpty && figuresInRow > 1 || !columns.isEmpty && rowEnd > headingEnd {
      return .unplaced(line)
    }
    findLeft(of: index)
    let left = left!
    let unit = unit(figure, column, left)
    guard !left.headings.isEmpty || !column.headings.isEmpty, !column.headings.isEmpty || unit != nil else {
      return .unplaced(line)
    }
    let (row, scope) = rowWords()
    let around = row.isEmpty ? column.alone : column.aroundRow
    let before = around.before + row + around.behind
    guard !before.isEmpty, !before.hasNumber(at: before.aligned(before.count - 1)) else { return .unplaced(line) }
    return .figure(
      line.sentence(before, figure.range, figure.suffix.isEmpty ? unit ?? [] : []),
      scope: (around.scope ?? scope).map { String(decoding: $0, as: UTF8.self) })
  }

  /// Finds the headings of the row to the left of a column: those of the nearest text cells.
  private mutating func findLeft(of end: Int) {
    // Where only figures and blanks stand between, the headings are those of the figure before.
    if let left, left.row == row, left.column <= end, !(left.column..<end).contains(where: isText) { return }
    var found = Left(row: row, column: end)
    var last: Int?
    for column in (0..<end).reversed() {
      guard isText(column), let cell = covering(column: column) else {
        if found.headings.isEmpty { continue }
        break
      }
      if cell == last { continue }
      last = cell
      let heading = columns.isEmpty ? nil : columns[column].headings.last
      if heading?.isOfMarks == true { continue }
      if heading?.isOfUnits == true {
        let text = cells[cell].text
        found.unit = units.contains(text) ? text : []
      } else {
        found.headings.insert(cells[cell].heading, at: 0)
      }
    }
    left = found
  }

  /// Whether words stand in a column of the row.
  private func isText(_ column: Int) -> Bool {
    guard let cell = covering(column: column) else { return false }
    return !cells[cell].isBlank && cells[cell].figure == nil
  }

  /// The words of the row's heading, and the part of a total that it is.
  private mutating func rowWords() -> (row: [UInt8], scope: [UInt8]?) {
    let headings = left!.headings
    if let words = left!.words { return words }
    var scope: [UInt8]?
    // 三、本年度办理结果 | （七）总计: where all are generic, together they are not.
    let telling = headings.filter { !$0.isGeneric }
    var row = (telling.isEmpty ? headings : telling).flatMap(\.words)
    if headings.count == 1, let first = headings.first {
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

  /// The unit by what stands nearest to the figure.
  private func unit(_ figure: TableCell.Figure, _ column: Column, _ left: Left) -> [UInt8]? {
    if !figure.suffix.isEmpty { return figure.suffix }
    if column.isChange { return column.unit ?? (left.unit == nil ? Self.percent : nil) }
    let unit = left.headings.last { $0.unit != nil }?.unit ?? left.unit ?? column.unit ?? defaultUnit
    return unit?.isEmpty == true ? nil : unit
  }

  /// Whether a row is named after a place, of which the metrics of the report aren't told.
  private static func isPlace(_ words: [UInt8]) -> Bool {
    words.characterCount <= longestPlace && !words.has("全", at: 0)
      && placeEndings.contains { words.range(words.indices, endsWith: $0) }
  }
}
