/// Finds what lines of a plain text don't show one by one: paragraphs that were cut into lines of one width, and tables
/// whose cells are kept apart by tabs, by | (Markdown) or, where the columns stand in line, by blanks.
struct PlainTextLayout {
  private let text: [UInt8]
  private let lines: [Line]
  private let style: Style
  /// Page numbers and running headers, by line.
  private let furniture: Set<Int>

  /// How a text is laid out, as its beginning shows.
  struct Style {
    /// The width that paragraphs were cut at; `nil` if they weren't.
    let width: TextWidth?
    /// How many blank lines stand between lines of one paragraph.
    let spacing: Int
  }

  /// A line without the blanks around it.
  struct Line {
    let range: Range<Int>
    /// Blanks in front, and the whole line's width, in columns of which a Chinese character takes two.
    let indent: Int
    let width: Int
    /// How many characters it has, those of its indent counted as Chinese ones.
    let characters: Int
    /// Its cells, if it looks like a row of a table.
    let cells: [Range<Int>]
    /// Whether it only draws a table: |---|---|, ├──┼──┤.
    let isRule: Bool

    var isBlank: Bool { range.isEmpty }
    var isRow: Bool { cells.count > 1 && !isRule }
  }

  /// How much of a text is looked at to tell whether it is laid out.
  static let sampleSize = 1 << 16
  /// Between cells that only blanks keep apart stand so many at least.
  fileprivate static let leastGap = 3
  /// How many blank lines may lie inside a sentence that links cut.
  private static let mostBlankLines = 2
  /// How many lines behind one its paragraph goes on at most: a page's number and header, and the blank lines around them.
  private static let farthestLine = 12
  /// How many cells of a table that nothing but their order tells of are looked at first.
  private static let firstCells = 128

  /// The layout of a text; `nil` if it is just lines.
  static func layout(of text: [UInt8]) -> TextLayout? {
    style(of: Array(text.prefix(sampleSize))).map { PlainTextLayout(text, $0).layout() }
  }

  /// The layout of a part of a text whose beginning has a style.
  static func layout(of text: [UInt8], style: Style) -> TextLayout { PlainTextLayout(text, style).layout() }

  /// The style that the beginning of a text shows; `nil` if the text is just lines.
  static func style(of text: [UInt8]) -> Style? {
    let lines = lines(of: text)
    let furniture = PageFurniture(lines, text).lines
    let shown = lines.indices.filter { !lines[$0].isBlank && !furniture.contains($0) }
    let prose = shown.map { lines[$0] }.filter { !$0.isRow }
    let style = Style(width: TextWidth(of: prose, text), spacing: spacing(of: shown, furniture))
    if style.width != nil { return style }
    let layout = PlainTextLayout(text, lines, style)
    return layout.hasTables || layout.hasCutSentences ? style : nil
  }

  private init(_ text: [UInt8], _ style: Style) { self.init(text, Self.lines(of: text), style) }

  private init(_ text: [UInt8], _ lines: [Line], _ style: Style) {
    self.text = text
    self.lines = lines
    self.style = style
    furniture = PageFurniture(lines, text).lines
  }

  private static func lines(of text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    SourceText(source: text).forEachLineRange { lines.append(Line($0, text)) }
    return lines
  }

  private var hasTables: Bool {
    lines.indices.contains { tableEnd(from: $0) != nil || cellTable(from: $0) != nil }
  }

  private var hasCutSentences: Bool { lines.indices.contains { goesOnBehindLink($0) || goesOn($0, isCut: false) } }

  /// How many blank lines stand between nearly all lines, given those that hold text; 0 where some follow each other.
  private static func spacing(of shown: [Int], _ furniture: Set<Int>) -> Int {
    let gaps = zip(shown, shown.dropFirst()).compactMap { line, next in
      (line..<next).contains(where: furniture.contains) ? nil : next - line - 1
    }
    return gaps.isEmpty ? 0 : gaps.sorted()[gaps.count / 4]
  }

  // MARK: - Layout

  private func layout() -> TextLayout {
    var builder = LayoutBuilder(joinsLines: true)
    var cuts = CutNumber()
    // Whether the line before was cut off from the next, and how many blank lines stand between.
    var isCut = false
    var blanks = 0
    var next = 0
    while next < lines.count {
      if let found = cellTable(from: next) {
        builder.endBlock()
        let first = builder.blockCount
        for cell in found.cells {
          builder.add(cell)
          builder.endBlock()
        }
        builder.add(found.table.movingBlocks(by: first))
        (next, isCut) = (found.end, false)
        continue
      }
      if let end = tableEnd(from: next) {
        builder.beginTable()
        for line in next..<end where !lines[line].isRule {
          builder.beginRow()
          for cell in isRow(next) ? lines[line].cells : CSVRow(lines[line].range, text)?.cells ?? [] {
            builder.beginCell(rowSpan: 1, columnSpan: 1)
            if !cell.isEmpty { builder.add(cell) }
          }
        }
        builder.endTable()
        (next, isCut) = (end, false)
        continue
      }
      if isCut, furniture.contains(next) {
        next += 1
        continue
      }
      let line = lines[next].range
      switch cuts.take(text.span.extracting(line)) {
      case .passes: break
      case .goesOn: builder.add(line)
      case .opens, .alone:
        if lines[next].isBlank {
          blanks += 1
          break
        }
        if !isCut, blanks > Self.mostBlankLines || !goesOnBehindLink(next) { builder.endBlock() }
        text.span.forEachPiece(of: line) { builder.add($0) }
      }
      if !lines[next].isBlank {
        isCut = goesOn(next, isCut: isCut)
        blanks = 0
      }
      next += 1
    }
    builder.finish()
    return builder.layout
  }

  /// The table of cells one behind the other that begins with a line: the cells as they stand in the text, the table
  /// with its blocks counted from the first of them, and the line behind it.
  private func cellTable(from start: Int) -> (cells: [Range<Int>], table: TextLayout.Table, end: Int)? {
    let first = Self.words(text[lines[start].range]).firstIndex { CellSequence.opensTable(text[$0]) }
    guard let first else { return nil }
    var most = Self.firstCells
    while true {
      var cells: [Range<Int>] = []
      var rows: [Int] = []
      var line = start
      while line < lines.count, cells.count < most {
        if !lines[line].isRule {
          let words = Self.words(text[lines[line].range])
          cells += words
          rows += repeatElement(line, count: words.count)
        }
        line += 1
      }
      let isWhole = line == lines.count
      var sequence = CellSequence(
        zip(cells.indices, cells).map { .init(text: Array(text[$1]), blocks: $0..<$0 + 1, row: rows[$0]) })
      let found = sequence.table(at: first)
      if !isWhole, found?.reachesEnd ?? sequence.reachesEnd {
        most *= 4
        continue
      }
      guard let found else { return nil }
      let end = rows[found.end - 1] + 1
      return (Array(cells.prefix { $0.lowerBound < lines[end - 1].range.upperBound }), found.table, end)
    }
  }

  /// The words of a line: what blanks and | keep apart.
  static func words(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = line.startIndex
    var at = line.startIndex
    while at < line.endIndex {
      let length = blankLength(line, at)
      if length > 0 {
        if start < at { words.append(start..<at) }
        start = at + length
      }
      at += max(length, 1)
    }
    if start < line.endIndex { words.append(start..<line.endIndex) }
    return words
  }

  /// The bytes of the blank or | at a place; 0 where another character is.
  private static func blankLength(_ line: ArraySlice<UInt8>, _ at: Int) -> Int {
    line[at] == UInt8(ascii: "|") || line[at] < 0x20 ? 1 : line.span.blankLength(at: at - line.startIndex)
  }

  private func isRow(_ line: Int) -> Bool { lines[line].isRow }

  /// The end of the table that begins with a line: at least two rows of as many cells each.
  private func tableEnd(from start: Int) -> Int? {
    guard isRow(start) else { return CSVRow.tableEnd(from: start, of: lines, text) }
    var end = start + 1
    var rows = 1
    while end < lines.count, lines[end].isRule || lines[end].isRow && lines[end].cells.count == lines[start].cells.count
    {
      if !lines[end].isRule { rows += 1 }
      end += 1
    }
    return rows > 1 ? end : nil
  }

  /// Whether a line was cut off from the next that holds text; `isCut` tells whether the line before it was.
  private func goesOn(_ index: Int, isCut: Bool) -> Bool {
    let line = lines[index]
    guard !line.isBlank, !line.isRow, !furniture.contains(index), !line.endsSentence(text),
      let next = successor(of: index), !lines[next.line].isRow
    else { return false }
    if isCutDelivery(line, lines[next.line]) || isCutFromNumber(line, lines[next.line]) { return true }
    guard let width = style.width, next.isNewPage || next.blanks <= style.spacing else { return false }
    return width.isFull(line) && !startsParagraph(lines[next.line], behind: line, isCut: isCut)
  }

  /// The next line that holds text, behind how many blank lines it stands, and whether a page ends between; `nil` if none
  /// is near.
  private func successor(of index: Int) -> (line: Int, blanks: Int, isNewPage: Bool)? {
    var blanks = 0
    var isNewPage = false
    for next in lines.indices[(index + 1)...].prefix(Self.farthestLine) {
      if furniture.contains(next) {
        isNewPage = true
      } else if lines[next].isBlank {
        blanks += 1
      } else {
        isNewPage = isNewPage || text[lines[index].range.upperBound..<lines[next].range.lowerBound].contains(0x0C)
        return isNewPage || blanks <= Self.mostBlankLines ? (next, blanks, isNewPage) : nil
      }
    }
    return nil
  }

  /// Whether a line begins a paragraph, though the one before is full: behind a heading, which holds no clause, too. Where
  /// paragraphs are indented, a line that isn't goes on with any.
  private func startsParagraph(_ line: Line, behind before: Line, isCut: Bool) -> Bool {
    if line.indent > 1 || line.isMarked(text) { return true }
    return !isCut && !before.hasClause(text) && before.indent == line.indent
  }

  /// Whether a line tells when and where a report was given, without its end: ——2024年1月9日在…第五次会议⏎上.
  private func isCutDelivery(_ line: Line, _ next: Line) -> Bool {
    let words = text[line.range]
    return text.span.has("—", at: line.range.lowerBound) && words.firstRange(of: Array("日在".utf8)) != nil
      && !text.span.has("上", at: line.range.upperBound - 3) && text.span.has("上", at: next.range.upperBound - 3)
      && !next.hasClause(text)
  }

  /// Whether a line of prose was cut before the figure that ends its clause: 实施治理项目⏎86个，建成…. What only begins like
  /// one (12345热线, 2023年, 5G网络) may open a paragraph.
  private func isCutFromNumber(_ line: Line, _ next: Line) -> Bool {
    let digits = text[next.range].prefix { $0.isDigit || [0x2C, 0x2E].contains($0) }
    guard !digits.isEmpty, next.indent <= 1 else { return false }
    let unit = text.span.extracting(digits.endIndex..<next.range.upperBound)
    guard CutNumber.unitStart(unit) != nil else { return false }
    let words = String(decoding: text[digits.endIndex..<next.range.upperBound].prefix(16), as: UTF8.self)
    return words.contains { "，。；、".contains($0) } && line.hasClause(text)
  }

  /// Whether a line goes on with the one before it because a link, or its marks alone, were put on a line of their own:
  /// 依据⏎《⏎条例⏎》⏎，全年办理….
  private func goesOnBehindLink(_ index: Int) -> Bool {
    guard !lines[index].isBlank, !lines[index].isRow,
      let before = lines[..<index].lastIndex(where: { !$0.isBlank }), !lines[before].isRow
    else { return false }
    let (line, last) = (lines[index].range, lines[before].range)
    if isOpenedByMark(index) || Self.openings.contains(where: { text.span.has($0, at: last.upperBound - 3) }) {
      return true
    }
    // （PM⏎2.5⏎）: a raised or lowered number.
    if index + 1 < lines.count, isOpenedByMark(index + 1), text[line].allSatisfy({ (0x2E...0x39).contains($0) }) {
      return !lines[before].endsSentence(text)
    }
    if line.count == 3, Self.openings.contains(where: { text.span.has($0, at: line.lowerBound) }) {
      return !lines[before].endsSentence(text) && !lines[before].isMarked(text)
    }
    // 按照⏎《办法》⏎要求，…: the title between two parts of a sentence, and the part behind it.
    return isLinkedTitle(index) || isLinkedTitle(before)
  }

  private static let openings: [StaticString] = ["《", "（", "“"]
  private static let closings: [StaticString] = ["，", "。", "、", "；", "》", "！", "？", "”", "）"]

  /// Whether a line begins with a mark that begins no line.
  private func isOpenedByMark(_ index: Int) -> Bool {
    Self.closings.contains { text.span.has($0, at: lines[index].range.lowerBound) }
  }

  /// Whether a line is a title alone, between a line that ends no sentence and one that goes on.
  private func isLinkedTitle(_ index: Int) -> Bool {
    guard index > 0, index + 1 < lines.count, isTitle(index), !isTitle(index - 1), !isTitle(index + 1) else {
      return false
    }
    let (before, behind) = (lines[index - 1], lines[index + 1])
    return !before.isBlank && !before.isRow && !before.endsSentence(text) && !before.isMarked(text)
      && !text.span.has("》", at: before.range.upperBound - 3) && !behind.isBlank && !behind.isMarked(text)
      && behind.endsSentence(text)
  }

  private func isTitle(_ index: Int) -> Bool {
    let line = lines[index].range
    return text.span.has("《", at: line.lowerBound) && text.span.has("》", at: line.upperBound - 3)
  }
}

extension PlainTextLayout.Line {
  /// Whether it ends where a sentence does.
  func endsSentence(_ text: [UInt8]) -> Bool {
    let end = text[range.suffix(3)]
    return ["。", "；", "：", "！", "？"].contains { end.elementsEqual($0.utf8) }
  }

  /// Whether it holds a mark that ends a clause, as prose does and a heading seldom.
  func hasClause(_ text: [UInt8]) -> Bool {
    range.contains { text.span.has("，", at: $0) || text.span.has("。", at: $0) || text.span.has("；", at: $0) }
  }

  /// Whether it begins with the mark of a heading or list: 一、, （二）, 3.
  func isMarked(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text[range.prefix(24)], as: UTF8.self)
    let behind = head.drop { "（(第".contains($0) }.drop { "一二三四五六七八九十0123456789".contains($0) }
    guard behind.startIndex > head.startIndex, let mark = behind.first else { return false }
    return "、.．）)".contains(mark) && behind.dropFirst().first?.isNumber != true
  }

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
    var characters = indent / 2
    for at in start..<end where text[at] & 0xC0 != 0x80 {
      width += text[at] < 0xE1 ? 1 : 2
      characters += 1
    }
    self.indent = indent
    self.width = width
    self.characters = characters
    range = start..<end
    isRule = Self.isRule(start..<end, text)
    cells = Self.cells(start..<end, line, text)
  }

  /// What draws a table: -, =, :, + and the characters of boxes.
  private static func isRule(_ line: Range<Int>, _ text: [UInt8]) -> Bool {
    guard line.count > 2 else { return false }
    var drawn = 0
    var at = line.lowerBound
    while at < line.upperBound {
      switch text[at] {
      case 0x2D, 0x3D: (drawn, at) = (drawn + 1, at + 1)
      case 0x7C, 0x3A, 0x20, 0x2B: at += 1
      // U+2500 to U+257F.
      case 0xE2 where at + 2 < line.upperBound && (0x94...0x95).contains(text[at + 1]):
        (drawn, at) = (drawn + 1, at + 3)
      default: return false
      }
    }
    return drawn > 0
  }

  /// How many bytes the mark between cells takes that stands at a place: |, │, ┃, ║.
  private static func barLength(_ text: [UInt8], _ at: Int) -> Int {
    if text[at] == UInt8(ascii: "|") { return 1 }
    guard text[at] == 0xE2, at + 2 < text.count else { return 0 }
    switch (text[at + 1], text[at + 2]) {
    case (0x94, 0x82), (0x94, 0x83), (0x95, 0x91): return 3
    default: return 0
    }
  }

  /// The cells of a row; one, where nothing keeps cells apart.
  ///
  /// - Parameter whole: the line with the blanks around it, in which tabs stand for empty cells.
  private static func cells(_ line: Range<Int>, _ whole: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    guard !line.isEmpty else { return [] }
    let isTabbed = text[line].contains(0x09)
    let line = isTabbed && text[line.lowerBound] != UInt8(ascii: "|") ? whole : line
    let first = line.lowerBound
    let opening = barLength(text, first)
    // | a | b | of Markdown, │ a │ b │ of a drawn table, a | b without marks at its ends.
    let isBarred = opening > 0 && line.count > 2 || text[line].contains(0x7C) && isSpacedBar(line, text)
    var cells: [Range<Int>] = []
    var start = isBarred ? first + opening : first
    var at = start
    func end(_ end: Int) {
      var (from, to) = (start, end)
      while from < to, text[from] <= 0x20 { from += 1 }
      while to > from, text[to - 1] <= 0x20 { to -= 1 }
      cells.append(from..<to)
    }
    while at < line.upperBound {
      let mark = isBarred ? barLength(text, at) : text[at] == 0x09 ? 1 : 0
      if mark > 0 {
        end(at)
        at += mark
        start = at
      } else if !isBarred,
        text[at...].prefix(PlainTextLayout.leastGap).elementsEqual(repeatElement(0x20, count: PlainTextLayout.leastGap))
      {
        end(at)
        while at < line.upperBound, text[at] == 0x20 { at += 1 }
        start = at
      } else {
        at += 1
      }
    }
    if start < line.upperBound || !isBarred { end(line.upperBound) }
    return cells
  }

  /// Whether blanks stand around a | of a line.
  private static func isSpacedBar(_ line: Range<Int>, _ text: [UInt8]) -> Bool {
    line.dropFirst().dropLast().contains { text[$0] == 0x7C && text[$0 - 1] == 0x20 && text[$0 + 1] == 0x20 }
  }
}
