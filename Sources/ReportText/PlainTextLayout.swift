/// Finds what lines of a plain text don't show one by one: paragraphs that were cut into lines of one width, and tables
/// whose cells are kept apart by tabs, by | (Markdown) or, where the columns stand in line, by blanks.
struct PlainTextLayout {
  private let text: [UInt8]
  private let lines: [Line]
  /// The width that paragraphs were cut at, in columns of which a Chinese character takes two; `nil` if they weren't.
  private let width: Int?

  /// A line without the blanks around it.
  fileprivate struct Line {
    let range: Range<Int>
    /// Blanks in front, and the whole line's width, in columns.
    let indent: Int
    let width: Int
    /// Its cells, if it looks like a row of a table.
    let cells: [Range<Int>]

    var isBlank: Bool { range.isEmpty }
    var isRow: Bool { cells.count > 1 }
  }

  /// How much of a text is looked at to tell whether it is laid out.
  private static let sampleSize = 1 << 16
  /// Between cells that only blanks keep apart stand so many at least.
  fileprivate static let leastGap = 3
  /// Lines are cut up to so many columns early, so that no mark begins a line and no word is cut.
  private static let slack = 6
  private static let widths = 40...160

  /// The layout of a text; `nil` if it is just lines.
  static func layout(of text: [UInt8]) -> TextLayout? {
    showsLayout(Array(text.prefix(sampleSize))) ? PlainTextLayout(text).layout() : nil
  }

  /// Whether the beginning of a text is laid out, so that all of it is looked at.
  static func showsLayout(_ text: [UInt8]) -> Bool {
    let layout = PlainTextLayout(text)
    return layout.width != nil || layout.hasTables
  }

  private init(_ text: [UInt8]) {
    self.text = text
    var lines: [Line] = []
    SourceText(source: text).forEachLineRange { lines.append(Line($0, text)) }
    self.lines = lines
    width = Self.width(of: lines.filter { !$0.isBlank && !$0.isRow }, text)
  }

  private var hasTables: Bool {
    lines.indices.dropLast().contains { tableEnd(from: $0) != nil }
  }

  /// The width at which most lines end although no sentence does.
  private static func width(of lines: [Line], _ text: [UInt8]) -> Int? {
    guard lines.count >= 8 else { return nil }
    var counts: [Int: Int] = [:]
    for line in lines { counts[line.width, default: 0] += 1 }
    let near = { (width: Int) in (0...3).reduce(0) { $0 + (counts[width - $1] ?? 0) } }
    guard let width = widths.max(by: { (near($0), $1) < (near($1), $0) }) else { return nil }
    let full = lines.filter { $0.width > width - 4 && $0.width <= width }
    let wider = lines.count { $0.width > width }
    let ended = full.count { endsSentence($0, text) }
    guard full.count * 5 >= lines.count * 2, wider * 50 <= lines.count, ended * 5 <= full.count * 2 else { return nil }
    return width
  }

  // MARK: - Layout

  private func layout() -> TextLayout {
    var builder = LayoutBuilder(joinsLines: true)
    var next = 0
    while next < lines.count {
      if let end = tableEnd(from: next) {
        builder.beginTable()
        for line in lines[next..<end] where !isRule(line) {
          builder.beginRow()
          for cell in line.cells {
            builder.beginCell(rowSpan: 1, columnSpan: 1)
            if !cell.isEmpty { builder.add(cell) }
          }
        }
        builder.endTable()
        next = end
        continue
      }
      if !lines[next].isBlank { builder.add(lines[next].range) }
      if !goesOn(next) { builder.endBlock() }
      next += 1
    }
    builder.finish()
    return builder.layout
  }

  /// The end of the table that begins with a line: at least two rows of as many cells each.
  private func tableEnd(from start: Int) -> Int? {
    guard lines[start].isRow else { return nil }
    var end = start + 1
    while end < lines.count, lines[end].cells.count == lines[start].cells.count { end += 1 }
    return end > start + 1 ? end : nil
  }

  /// Whether a row is only the line below the headings of a Markdown table: |---|---|.
  private func isRule(_ line: Line) -> Bool {
    line.range.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains(text[$0]) }
  }

  /// Whether a line was cut off from the next.
  private func goesOn(_ index: Int) -> Bool {
    guard let width, index + 1 < lines.count else { return false }
    let (line, next) = (lines[index], lines[index + 1])
    guard !line.isBlank, !next.isBlank, !line.isRow, !next.isRow, line.width > width - Self.slack else { return false }
    return !Self.endsSentence(line, text) && next.indent <= 1 && !isMarked(next)
  }

  private static func endsSentence(_ line: Line, _ text: [UInt8]) -> Bool {
    let end = text[line.range.suffix(3)]
    return ["。", "；", "：", "！", "？"].contains { end.elementsEqual($0.utf8) }
  }

  /// Whether a line begins with the mark of a heading or list: 一、, （二）, 3.
  private func isMarked(_ line: Line) -> Bool {
    let head = String(decoding: text[line.range.prefix(24)], as: UTF8.self)
    let behind = head.drop { "（(第".contains($0) }.drop { "一二三四五六七八九十0123456789".contains($0) }
    guard behind.startIndex > head.startIndex, let mark = behind.first else { return false }
    return "、.．）)".contains(mark) && behind.dropFirst().first?.isNumber != true
  }
}

extension PlainTextLayout.Line {
  fileprivate init(_ line: Range<Int>, _ text: [UInt8]) {
    var (start, end) = (line.lowerBound, line.upperBound)
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    var indent = 0
    while start < end {
      if text[start] <= 0x20 {
        start += 1
        indent += 1
      } else if text[start...].starts(with: [0xE3, 0x80, 0x80]) {
        start += 3
        indent += 2
      } else {
        break
      }
    }
    var width = indent
    for at in start..<end where text[at] & 0xC0 != 0x80 { width += text[at] < 0xE1 ? 1 : 2 }
    self.indent = indent
    self.width = width
    range = start..<end
    cells = Self.cells(start..<end, text)
  }

  /// The cells of a row; one, where nothing keeps cells apart.
  private static func cells(_ line: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    guard let first = line.first, let last = line.last else { return [] }
    let bar = UInt8(ascii: "|")
    let isMarkdown = text[first] == bar && text[last] == bar && line.count > 2
    var cells: [Range<Int>] = []
    var start = isMarkdown ? first + 1 : first
    var at = start
    func end(_ end: Int) {
      var (from, to) = (start, end)
      while from < to, text[from] <= 0x20 { from += 1 }
      while to > from, text[to - 1] <= 0x20 { to -= 1 }
      cells.append(from..<to)
    }
    while at < line.upperBound {
      if text[at] == (isMarkdown ? bar : 0x09) {
        end(at)
        at += 1
        start = at
      } else if !isMarkdown,
        text[at...].prefix(PlainTextLayout.leastGap).elementsEqual(repeatElement(0x20, count: PlainTextLayout.leastGap))
      {
        end(at)
        while at < line.upperBound, text[at] == 0x20 { at += 1 }
        start = at
      } else {
        at += 1
      }
    }
    if !isMarkdown { end(line.upperBound) }
    return cells
  }
}
