/// Makes the grid of a table of lines whose cells are told by where they stand.
struct PageTable {
  /// A cell with its place in the grid.
  struct Cell {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
    var text: [UInt8]
    /// Where it stands, for headings.
    var place: PlacedText?
  }

  private let columns: [PlacedText]
  /// Where the last text of each column ends.
  private var below: [Int: Double] = [:]
  private(set) var cells: [Cell] = []

  /// Lines of one cell are no further apart than so much of their height.
  private static let lineGap = 0.5
  /// How far the middle of a heading may be from that of the columns that it heads, in heights.
  private static let slack = 0.75

  /// The table of lines of which most hold several cells.
  init(_ lines: ArraySlice<PageLines.Line>) {
    columns = Self.columns(of: lines)
    let firstFigures = lines.firstIndex { $0.segments.count > 1 && $0.segments.contains { Self.isFigure($0.text) } }
    let headingEnd = firstFigures ?? lines.endIndex
    let rows = addHeadings(lines[lines.startIndex..<headingEnd])
    widenHeadings(rows)
    let headings = cells.count
    addRows(lines[headingEnd...], from: rows)
    lengthenNames(from: headings)
  }

  /// The columns: where texts of lines with figures stand, and those of the line of headings that holds most; all others only
  /// widen the one that they overlap.
  private static func columns(of lines: ArraySlice<PageLines.Line>) -> [PlacedText] {
    let body = lines.filter { $0.segments.contains { isFigure($0.text) } }
    let widest = lines.max { $0.segments.count < $1.segments.count }
    let lowest = lines.prefix { !$0.segments.contains { isFigure($0.text) } }.max {
      $0.segments.count < $1.segments.count
    }
    var columns: [PlacedText] = []
    for line in body.isEmpty ? [widest].compactMap(\.self) : body { columns.add(line, opens: true) }
    if let lowest { columns.add(lowest, opens: true) }
    for line in lines { columns.add(line, opens: false) }
    columns.sort { $0.left < $1.left }
    for line in lines {
      for (segment, next) in zip(line.segments, line.segments.dropFirst()) { part(&columns, between: segment, next) }
    }
    return columns
  }

  /// Parts a column in which two texts of one line stand.
  private static func part(_ columns: inout [PlacedText], between text: PlacedText, _ next: PlacedText) {
    guard
      let column = columns.firstIndex(where: {
        $0.overlaps(text.left, text.right) && $0.overlaps(next.left, next.right)
      }),
      columns.filter({ $0.overlaps(text.left, text.right) || $0.overlaps(next.left, next.right) }).count == 1
    else { return }
    var second = columns[column]
    second.left = next.left
    columns[column].right = text.right
    columns.insert(second, at: column + 1)
  }

  /// Whether a text is a number and no year, such as stand in headings.
  static func isFigure(_ text: [UInt8]) -> Bool {
    guard isNumber(text) else { return false }
    let digits = text.filter { $0 > 0x20 }
    return digits.count != 4 || !digits.starts(with: [0x31, 0x39]) && !digits.starts(with: [0x32, 0x30])
  }

  static func isNumber(_ text: [UInt8]) -> Bool {
    text.contains(where: \.isDigit)
      && text.allSatisfy { $0.isDigit || $0 <= 0x20 || [0x2C, 0x2D, 0x2E, 0x25, 0x2B].contains($0) }
  }

  // MARK: - Headings

  /// A heading, which can take several lines.
  private struct Heading {
    let columns: ClosedRange<Int>
    var place: PlacedText
  }

  /// Adds the rows of headings: lines of one column that stand close are one, and one beside two rows reaches over both.
  private mutating func addHeadings(_ lines: ArraySlice<PageLines.Line>) -> Int {
    var headings: [Heading] = []
    for line in lines {
      var texts: [(span: ClosedRange<Int>, text: PlacedText, above: Int?)] = []
      for segment in line.segments where (texts.last?.span.upperBound ?? -1) + 1 < columns.count {
        let span = span(of: segment, from: (texts.last?.span.upperBound ?? -1) + 1)
        let above = headings.lastIndex { $0.columns == span && Self.canGoOn($0.place, in: segment) }
        texts.append((span, segment, above))
      }
      let goesOn = texts.count { $0.above != nil } * 2 > texts.count
      for (index, (span, text, above)) in texts.enumerated() {
        // Where most of a line has something right above it, or two side by side have, it goes on with that.
        let isBesideSuch = [index - 1, index + 1].contains { other in
          texts.indices.contains(other) && texts[other].above != nil
            && (texts[other].span.upperBound + 1 == span.lowerBound
              || span.upperBound + 1 == texts[other].span.lowerBound)
        }
        if goesOn || isBesideSuch, let above {
          headings[above].place.text += text.text
          headings[above].place.bottom = text.bottom
          headings[above].place.right = max(headings[above].place.right, text.right)
        } else {
          headings.append(Heading(columns: span, place: text))
        }
      }
    }
    let bands = Self.bands(headings)
    for heading in headings {
      let rows = Self.rows(of: heading, in: bands)
      // What stands in one place is one.
      if let cell = cells.firstIndex(where: { $0.rows.overlaps(rows) && $0.columns.overlaps(heading.columns) }) {
        cells[cell].text += heading.place.text
      } else {
        cells.append(Cell(rows: rows, columns: heading.columns, text: heading.place.text, place: heading.place))
      }
    }
    return bands.count
  }

  /// Has headings reach over columns beside theirs that only the row below heads: behind it where they begin as it does, on both
  /// sides where they stand in its middle.
  private mutating func widenHeadings(_ rows: Int) {
    for index in cells.indices where cells[index].columns.count == 1 && cells[index].rows.upperBound + 1 < rows {
      let (column, row) = (cells[index].columns.lowerBound, cells[index].rows.upperBound)
      guard let place = cells[index].place, hasHeading(column, below: row) else { continue }
      func isFree(_ column: Int) -> Bool {
        columns.indices.contains(column) && hasHeading(column, below: row)
          && !cells.contains { $0.rows.contains(row) && $0.columns.contains(column) }
      }
      var reach = 0
      if abs(columns[column].center - place.center) < place.height / 2 {
        while isFree(column - reach - 1), isFree(column + reach + 1) { reach += 1 }
      }
      let middle = (columns[column - reach].left + columns[column + reach].right) / 2
      if reach > 0, abs(middle - place.center) < Self.slack * place.height {
        cells[index].columns = column - reach...column + reach
      } else if abs(columns[column].left - place.left) < place.height / 2 {
        var last = column
        while isFree(last + 1) { last += 1 }
        let isAlone = row == 0 && !cells.contains { $0.rows.contains(row) && $0.columns.lowerBound > column }
        cells[index].columns = column...(isAlone ? columns.count - 1 : last)
      }
    }
  }

  private func hasHeading(_ column: Int, below row: Int) -> Bool {
    cells.contains { $0.rows.lowerBound > row && $0.columns.contains(column) }
  }

  /// Has names that head several rows reach down to the next one in their column or further left.
  private mutating func lengthenNames(from first: Int) {
    let figures = cells[first...].filter { Self.isNumber($0.text) }.map(\.columns.lowerBound).min() ?? columns.count
    let lastRow = cells.map(\.rows.upperBound).max() ?? 0
    for index in cells.indices[first...] where cells[index].columns.lowerBound < figures - 1 {
      let (column, row) = (cells[index].columns.lowerBound, cells[index].rows.upperBound)
      guard
        cells[first...].contains(where: {
          $0.rows.contains(row) && $0.columns.lowerBound > column && $0.columns.upperBound < figures
        })
      else { continue }
      let next = cells[first...].filter { $0.rows.lowerBound > row && $0.columns.lowerBound <= column }.map(
        \.rows.lowerBound
      ).min()
      cells[index].rows = cells[index].rows.lowerBound...((next ?? lastRow + 1) - 1)
    }
  }

  /// Whether a heading can go on in a text below it: a line that was cut is no shorter than the next, by more than a character.
  private static func canGoOn(_ heading: PlacedText, in text: PlacedText) -> Bool {
    text.top > heading.top && text.top - heading.bottom < lineGap * text.height
      && heading.right > text.right - text.height
  }

  /// The heights at which rows of headings stand: first those at which most do. What stands between two rows belongs to both.
  private static func bands(_ headings: [Heading]) -> [Range<Double>] {
    let levels = headings.map { heading in
      (heading.place, headings.count { abs($0.place.middle - heading.place.middle) < heading.place.height / 4 })
    }
    var bands: [Range<Double>] = []
    for (place, count) in levels.sorted(by: { ($1.1, $0.0.top) < ($0.1, $1.0.top) }) {
      let band = place.top..<max(place.bottom, place.top + 0.01)
      let reach = 1.2 * place.height
      let isBetween =
        count == 1
        && bands.contains { $0.upperBound <= band.lowerBound && band.lowerBound - $0.upperBound < reach }
        && bands.contains { band.upperBound <= $0.lowerBound && $0.lowerBound - band.upperBound < reach }
      if !isBetween, !bands.contains(where: { $0.overlaps(band) }) { bands.append(band) }
    }
    return bands.sorted { $0.lowerBound < $1.lowerBound }
  }

  private static func rows(of heading: Heading, in bands: [Range<Double>]) -> ClosedRange<Int> {
    let band = heading.place.top..<max(heading.place.bottom, heading.place.top + 0.01)
    let covered = bands.indices.filter { bands[$0].overlaps(band) }
    if let first = covered.first, let last = covered.last { return first...last }
    let above = bands.lastIndex { $0.upperBound <= band.lowerBound } ?? 0
    return above...min(above + 1, bands.count - 1)
  }

  /// The columns that a heading stands over: the one whose middle or edge is its own, or those between whose outer edges it
  /// stands in the middle.
  private func span(of segment: PlacedText, from first: Int) -> ClosedRange<Int> {
    var best = (span: nearest(segment, from: first), distance: Double.infinity)
    for start in first..<columns.count {
      for end in start..<columns.count {
        let (left, right) = (columns[start].left, columns[end].right)
        guard start == end || left <= segment.left, start == end || segment.right <= right else { continue }
        // Of what fits as well, what spans fewer.
        var distance = abs((left + right) / 2 - segment.center) + Double(end - start) * segment.height / 8
        if start == end {
          guard columns[start].overlaps(segment.left, segment.right) else { continue }
          distance = min(distance, abs(left - segment.left), abs(right - segment.right))
        }
        if distance < best.distance - 0.01 { best = (start...end, distance) }
      }
    }
    return best.distance <= Self.slack * segment.height ? best.span : nearest(segment, from: first)
  }

  private func nearest(_ segment: PlacedText, from first: Int) -> ClosedRange<Int> {
    let column = (first..<columns.count).min {
      abs(columns[$0].center - segment.center) < abs(columns[$1].center - segment.center)
    }
    return (column ?? first)...(column ?? first)
  }

  // MARK: - Rows

  /// Adds the rows of figures; a line without any, close to a row, goes on with its cells.
  private mutating func addRows(_ lines: ArraySlice<PageLines.Line>, from first: Int) {
    var row = first - 1
    /// Lines without figures that stand above the row to come.
    var waiting: [PageLines.Line] = []
    for index in lines.indices {
      let line = lines[index]
      let before = index > lines.startIndex ? lines[index - 1] : nil
      if line.segments.contains(where: { Self.isNumber($0.text) }) {
        row += 1
        for above in waiting { add(above, row) }
        waiting = []
        add(line, row)
        continue
      }
      let next = index + 1 < lines.endIndex ? lines[index + 1].top - line.bottom : .infinity
      let gap = before.map { $0.page == line.page ? line.top - $0.bottom : 0 } ?? .infinity
      let isNewPage = before.map { $0.page != line.page } ?? false
      if row >= first, !Self.isMarked(line.text), gap < Self.lineGap * line.height, gap <= next + 1,
        !isNewPage || line.segments.count == 1, canGoOn(line, row)
      {
        goOn(line, row)
      } else if line.segments.count == 1, next < Self.lineGap * line.height, index + 1 < lines.endIndex {
        waiting.append(line)
      } else {
        row += 1
        add(line, row)
      }
    }
    for line in waiting {
      row += 1
      add(line, row)
    }
  }

  /// Whether a text opens with the mark of an item: 一、, （二）, 3.
  static func isMarked(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text.prefix(24), as: UTF8.self)
    let behind = head.drop { "（(第".contains($0) }.drop { "一二三四五六七八九十0123456789".contains($0) }
    guard behind.startIndex > head.startIndex, let mark = behind.first else { return false }
    return "、.．）)".contains(mark) && behind.dropFirst().first?.isNumber != true
  }

  private mutating func add(_ line: PageLines.Line, _ row: Int) {
    // Names further left than that of the row head several rows; there a line without a mark goes on with the one above.
    let figures = line.segments.firstIndex { Self.isNumber($0.text) } ?? 0
    for (index, segment) in line.segments.enumerated() {
      let column = column(of: segment)
      if index < figures - 1, !Self.isMarked(segment.text), let cell = cellAbove(segment, column, row) {
        cells[cell].text += segment.text
        below[column] = segment.bottom
      } else if let cell = cells.lastIndex(where: { $0.rows == row...row && $0.columns == column...column }) {
        // Two in one place aren't one number.
        let isNumber = Self.isNumber(segment.text) || Self.isNumber(cells[cell].text)
        cells[cell].text += (isNumber ? Array(" | ".utf8) : []) + segment.text
        below[column] = segment.bottom
      } else {
        cells.append(Cell(rows: row...row, columns: column...column, text: segment.text))
        below[column] = segment.bottom
      }
    }
  }

  /// Whether no part of a line stands below a number, with which no word goes on.
  private func canGoOn(_ line: PageLines.Line, _ row: Int) -> Bool {
    line.segments.allSatisfy { segment in
      let column = column(of: segment)
      return cells.last { $0.columns == column...column && $0.rows.upperBound <= row }.map { !Self.isNumber($0.text) }
        ?? true
    }
  }

  /// Goes on with the cells above the parts of a line.
  private mutating func goOn(_ line: PageLines.Line, _ row: Int) {
    for segment in line.segments {
      let column = column(of: segment)
      if let cell = cells.lastIndex(where: { $0.columns == column...column && $0.rows.upperBound <= row }) {
        cells[cell].text += segment.text
      } else {
        cells.append(Cell(rows: row...row, columns: column...column, text: segment.text))
      }
      below[column] = segment.bottom
    }
  }

  /// The name in a column that ends right above a text.
  private func cellAbove(_ segment: PlacedText, _ column: Int, _ row: Int) -> Int? {
    guard let bottom = below[column], segment.top - bottom < Self.lineGap * segment.height else { return nil }
    return cells.lastIndex { $0.columns == column...column && $0.rows.upperBound < row }
  }

  private func column(of segment: PlacedText) -> Int {
    let touched = columns.indices.filter { columns[$0].overlaps(segment.left, segment.right) }
    if touched.count == 1 { return touched[0] }
    return touched.min { abs(columns[$0].left - segment.left) < abs(columns[$1].left - segment.left) }
      ?? nearest(segment, from: 0).lowerBound
  }
}

extension [PlacedText] {
  /// Adds the texts of a line to columns; where none is, `opens` tells whether one begins.
  fileprivate mutating func add(_ line: PageLines.Line, opens: Bool) {
    for segment in line.segments {
      let touched = indices.filter { self[$0].overlaps(segment.left, segment.right) }
      if touched.isEmpty, opens {
        append(segment)
      } else if touched.count == 1 {
        self[touched[0]].left = Swift.min(self[touched[0]].left, segment.left)
        self[touched[0]].right = Swift.max(self[touched[0]].right, segment.right)
      }
    }
  }
}
