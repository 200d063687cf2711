/// Cells that stand one behind the other without anything that shows what each spans, as a table leaves them that was
/// copied one cell a line, or row by row, or lost its spans: tables are made of them where their headings tell for sure
/// how many columns there are.
///
///     信息内容⏎本年制发件数⏎本年废止件数⏎现行有效件数⏎规章⏎0⏎0⏎2⏎行政规范性文件⏎3⏎1⏎14
///
/// The national form of the yearly report on disclosure of information is known by its headings (`DisclosureForm`). Of
/// any other table the first row must have as many figures as it has headings, and all rows the same shape.
struct CellSequence {
  /// A cell, or a part of one that was cut.
  struct Cell {
    /// Its text without blanks.
    let text: [UInt8]
    /// Its blocks in the layout.
    let blocks: Range<Int>
    /// The row or line that it stands on.
    let row: Int
    /// Whether it holds a number and nothing else, or a mark for none.
    let isFigure: Bool

    init(text: [UInt8], blocks: Range<Int>, row: Int) {
      self.text = text
      self.blocks = blocks
      self.row = row
      isFigure = CellSequence.isFigure(text)
    }
  }

  /// A table and the cells behind it.
  struct Found {
    let table: TextLayout.Table
    let end: Int
    /// Whether the cells ended before the table surely did.
    let reachesEnd: Bool
  }

  private let cells: [Cell]
  /// Whether the cells ended before a table surely did.
  private(set) var reachesEnd = false

  private static let corners = words("指标", "指标名称", "项目", "产品名称", "主要指标", "名称")
  private static let units = words("单位", "计量单位")
  private static let suffixes = words("%", "％", "件", "元", "万元", "亿元")
  private static let longestOpening = (DisclosureForm.starts.map(\.count) + corners.map(\.count)).max() ?? 0
  /// A heading or label is no longer, in bytes.
  private static let longestText = 240
  private static let mostFigures = 12

  private static func words(_ words: String...) -> Set<[UInt8]> { Set(words.map { Array($0.utf8) }) }

  init(_ cells: [Cell]) { self.cells = cells }

  /// Whether a table can begin with a text.
  static func opensTable(_ text: ArraySlice<UInt8>) -> Bool {
    // Nearly every line is prose, and longer.
    guard text.count <= longestOpening else { return false }
    return DisclosureForm.all.contains { $0.headings[0].text.starts(with: text) && !text.isEmpty }
      || corners.contains(Array(text))
  }

  /// All tables among the cells.
  mutating func tables() -> [TextLayout.Table] {
    var tables: [TextLayout.Table] = []
    var at = 0
    while at < cells.count {
      if let found = table(at: at) {
        tables.append(found.table)
        at = found.end
      } else {
        at += 1
      }
    }
    return tables
  }

  /// The table that begins with a cell.
  mutating func table(at start: Int) -> Found? {
    for form in DisclosureForm.all {
      if let found = table(of: form, at: start) { return found }
    }
    return table(withCornerAt: start)
  }

  // MARK: - The national form

  private mutating func table(of form: DisclosureForm, at start: Int) -> Found? {
    var table = TextLayout.Table(blocks: 0..<0)
    var at = start
    for heading in form.headings {
      guard let end = self.end(of: heading.text, at: at) else { return nil }
      table.cells.append(heading.cell(blocks(at..<end)))
      at = end
    }
    var rows: [Row] = []
    while let row = row(at: at, of: form) {
      rows.append(row)
      at = row.figures.upperBound
    }
    guard rows.contains(where: \.isWhole) else { return nil }
    let first = (form.headings.map { $0.row + $0.rowSpan }.max() ?? 0)
    for (index, row) in rows.enumerated() {
      for (level, label) in row.labels {
        let isLast = level == row.labels.last?.level
        let below = rows[(index + 1)...].prefix { $0.labels.first.map { $0.level > level } ?? false }.count
        // Of a row that misses figures only what heads rows below it as well is read.
        if !row.isWhole, isLast || below == 0 { continue }
        table.cells.append(
          TextLayout.Cell(
            row: first + index + (row.isWhole ? 0 : 1), column: level,
            rowSpan: isLast ? 1 : row.isWhole ? below + 1 : below,
            columnSpan: isLast ? form.labelColumns - level : 1, blocks: blocks(label)))
      }
      guard row.isWhole else { continue }
      for (column, figure) in row.figures.enumerated() {
        table.cells.append(
          TextLayout.Cell(
            row: first + index, column: form.labelColumns + column, rowSpan: 1, columnSpan: 1,
            blocks: cells[figure].blocks))
      }
    }
    table.blocks = blocks(start..<at)
    return Found(table: table, end: at, reachesEnd: reachesEnd)
  }

  /// A row of the form: labels of the levels 一、, （一）, 1., and figures.
  private struct Row {
    var labels: [(level: Int, cells: Range<Int>)] = []
    var figures = 0..<0
    /// Whether each column has its figure; else nothing tells which has none.
    var isWhole = false
  }

  private mutating func row(at start: Int, of form: DisclosureForm) -> Row? {
    var row = Row()
    var at = start
    while at < cells.count, !cells[at].isFigure {
      guard form.labelColumns > 0, !endsTable(at) else { return nil }
      let level = Self.level(cells[at].text)
      if form.labelColumns == 1 {
        // A section's heading, 三、收到和处理政府信息公开申请情况.
        if level != nil { return nil }
        row.labels = [(0, start..<at + 1)]
      } else if let level {
        guard level < form.labelColumns, row.labels.last.map({ $0.level < level }) ?? true else { return nil }
        row.labels.append((level, at..<at + 1))
      } else if let last = row.labels.indices.last {
        // A label that was cut goes on.
        row.labels[last].cells = row.labels[last].cells.lowerBound..<at + 1
      } else {
        return nil
      }
      at += 1
    }
    let first = at
    while at < cells.count, cells[at].isFigure { at += 1 }
    if at == cells.count { reachesEnd = true }
    guard at > first, form.labelColumns == 0 || !row.labels.isEmpty else { return nil }
    row.figures = first..<at
    row.isWhole = at - first == form.columns
    return row
  }

  /// The end of the cells that together are a text.
  private mutating func end(of text: [UInt8], at start: Int) -> Int? {
    var matched = 0
    var at = start
    while matched < text.count {
      guard at < cells.count else {
        reachesEnd = true
        return nil
      }
      let part = cells[at].text
      guard text[matched...].starts(with: part) else { return nil }
      matched += part.count
      at += 1
    }
    return at
  }

  // MARK: - Other tables, one cell a line

  private mutating func table(withCornerAt start: Int) -> Found? {
    guard Self.corners.contains(cells[start].text) else { return nil }
    var lines: [Range<Int>] = []
    func isFigure(_ line: Range<Int>) -> Bool { line.count == 1 && cells[line.lowerBound].isFigure }
    /// Reads texts, each a line, and the figures behind them.
    func shape(at start: Int) -> (texts: Int, figures: Int) {
      let first = lines.count
      var at = start
      while at < cells.count, !cells[at].isFigure, lines.count - first <= 2 * Self.mostFigures {
        if at > start, endsTable(at) { return (0, 0) }
        var end = at + 1
        while end < cells.count, cells[end].row == cells[at].row { end += 1 }
        // A line with figures among other cells is a row.
        if cells[at..<end].contains(where: \.isFigure) { return (0, 0) }
        lines.append(at..<end)
        at = end
      }
      let texts = lines.count - first
      while at < cells.count, cells[at].isFigure {
        if at + 1 < cells.count, cells[at + 1].row == cells[at].row { return (0, 0) }
        lines.append(at..<at + 1)
        at += 1
      }
      if at == cells.count { reachesEnd = true }
      return (texts, lines.count - first - texts)
    }
    let (texts, figures) = shape(at: start)
    guard (1...Self.mostFigures).contains(figures), texts > figures, (texts - figures) % 2 == 0 else { return nil }
    let labels = (texts - figures) / 2
    guard labels == 1 || labels == 2 && Self.units.contains(cells[lines[1].lowerBound].text) else { return nil }
    let columns = labels + figures
    var table = TextLayout.Table(blocks: 0..<0)
    func add(row: Int, _ added: some Sequence<Range<Int>>) {
      for (column, line) in added.enumerated() {
        table.cells.append(
          TextLayout.Cell(row: row, column: column, rowSpan: 1, columnSpan: 1, blocks: blocks(line)))
      }
    }
    add(row: 0, lines[..<columns])
    add(row: 1, lines[columns...])
    var rows = 1
    var end = lines.last!.upperBound
    while end < cells.count, !Self.corners.contains(cells[end].text) {
      let first = lines.count
      let (texts, behind) = shape(at: end)
      guard texts > 0, behind > 0 else { break }
      if texts == labels, behind == figures {
        rows += 1
        add(row: rows, lines[first...])
      }
      end = lines.last!.upperBound
    }
    guard rows > 1 else { return nil }
    table.blocks = blocks(start..<end)
    return Found(table: table, end: end, reachesEnd: reachesEnd)
  }

  // MARK: - Cells

  private func blocks(_ range: Range<Int>) -> Range<Int> {
    cells[range.lowerBound].blocks.lowerBound..<cells[range.upperBound - 1].blocks.upperBound
  }

  /// Whether a text is prose, or the head of another table of the form.
  private func endsTable(_ at: Int) -> Bool {
    let text = cells[at].text
    return text.count > Self.longestText || text.suffix(3).elementsEqual("。".utf8)
      || text.starts(with: "第二十条".utf8) || DisclosureForm.starts.contains(text)
  }

  /// The level that the mark in front of a label shows: 0 for 一、, 1 for （一）, 2 for 1.
  private static func level(_ text: [UInt8]) -> Int? {
    let head = String(decoding: text.prefix(24), as: UTF8.self)
    let isBracketed = head.hasPrefix("（") || head.hasPrefix("(")
    let behind = head.drop { "（(".contains($0) }
    let chinese = behind.prefix { "一二三四五六七八九十".contains($0) }
    let digits = behind.prefix { ("0"..."9").contains($0) }
    let mark = behind.dropFirst(chinese.isEmpty ? digits.count : chinese.count).first
    guard let mark, !chinese.isEmpty || !digits.isEmpty else { return nil }
    if isBracketed { return "）)".contains(mark) && !chinese.isEmpty ? 1 : nil }
    if !chinese.isEmpty { return mark == "、" ? 0 : nil }
    return ".．、".contains(mark) ? 2 : nil
  }

  private static func isFigure(_ text: [UInt8]) -> Bool {
    var at = 0
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { at = 1 }
    let start = at
    var isDigit = false
    while at < text.count {
      if text[at].isDigit {
        isDigit = true
      } else if at > start, isDigit, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") {
        isDigit = false
      } else {
        break
      }
      at += 1
    }
    if isDigit { return at == text.count || suffixes.contains(Array(text[at...])) }
    return at == start && ["-", "—", "——", "--", "/", "／", "－"].contains { text.elementsEqual($0.utf8) }
  }
}
