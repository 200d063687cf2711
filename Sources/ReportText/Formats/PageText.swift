/// The text of pages of which each word's place is known: paragraphs, each a line, and tables as grids of cells.
///
/// OFD and PDF know no lines, paragraphs or tables, only where words stand.
struct PageText {
  private let lines: [PageLines.Line]
  private let left: Double
  private let right: Double

  /// A line that ends no further from the margin, in heights, was cut off from the next.
  private static let raggedness = 2.2
  /// No paragraph is indented by more, in heights.
  private static let deepestIndent = 3.0
  /// What is indented by less goes on with the line before, in heights.
  private static let indent = 0.6

  private init(_ lines: [PageLines.Line]) {
    self.lines = lines
    let prose = lines.filter { $0.segments.count == 1 }
    left = Self.commonest(prose.map(\.left))
    right = prose.map(\.right).max() ?? 0
  }

  /// The value around which most lie.
  private static func commonest(_ values: [Double]) -> Double {
    var counts: [Int: Int] = [:]
    for value in values { counts[Int((value / 3).rounded()), default: 0] += 1 }
    let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    return Double(most) * 3
  }

  /// The text of pages.
  static func text(of pages: PageLines) -> SourceText {
    let text = PageText(pages.withoutFurniture())
    var builder = GridTextBuilder()
    text.write(to: &builder)
    return builder.finished()
  }

  private func write(to builder: inout GridTextBuilder) {
    var next = 0
    var paragraph: [UInt8] = []
    while next < lines.count {
      if let end = tableEnd(from: next) {
        builder.addParagraph(paragraph)
        paragraph = []
        writeTable(lines[next..<end], to: &builder)
        next = end
        continue
      }
      paragraph += lines[next].text
      if !goesOn(next) {
        builder.addParagraph(paragraph)
        paragraph = []
      }
      next += 1
    }
    builder.addParagraph(paragraph)
  }

  /// Whether a line was cut off from the next.
  private func goesOn(_ index: Int) -> Bool {
    guard index + 1 < lines.count, tableEnd(from: index + 1) == nil else { return false }
    let (line, next) = (lines[index], lines[index + 1])
    // A title in the middle of the page may reach as far.
    guard line.segments.count == 1, line.left < left + Self.deepestIndent * line.height,
      line.right > right - Self.raggedness * line.height,
      next.left < left + Self.indent * next.height, abs(line.height - next.height) < line.height / 4
    else { return false }
    // 2. 9 could be the rest of a number, 二、 only a heading.
    return !PageTable.isMarked(next.text) || next.text.first?.isDigit == true
  }

  // MARK: - Tables

  /// The end of the table that begins with a line: at least two lines with several cells, and those of cells that take several
  /// lines around them.
  private func tableEnd(from start: Int) -> Int? {
    guard isPart(lines[start]), start == 0 || !isPart(lines[start - 1]) || lines[start].segments.count > 1 else {
      return nil
    }
    var end = start
    var rows = 0
    var last = start
    var hasFigures = false
    while end < lines.count, isPart(lines[end]) || end > start && isInside(end),
      end == start || isClose(lines[end - 1], lines[end])
    {
      if hasFigures, opensTable(end) { break }
      hasFigures = hasFigures || lines[end].segments.dropFirst().contains { PageTable.isFigure($0.text) }
      if lines[end].segments.count > 1 {
        rows += 1
        last = end
      }
      end += 1
    }
    // Behind the last row only what goes on with it.
    while last + 1 < end, lines[last + 1].top - lines[last].bottom < lines[last].height / 2 { last += 1 }
    return rows > 1 ? last + 1 : nil
  }

  /// Whether behind rows of figures another table begins: 第二十条第（五）项, and below it headings.
  private func opensTable(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index].segments.count == 1, lines[index + 1].segments.count > 1 else {
      return false
    }
    let line = lines[index].segments[0]
    return abs(line.left - lines[index + 1].left) < line.height
      && !lines[index + 1].segments.contains { PageTable.isFigure($0.text) }
      && index + 2 < lines.count && lines[index + 2].segments.contains { PageTable.isFigure($0.text) }
  }

  /// Whether a line holds several cells, or so little that it can be a part of one.
  private func isPart(_ line: PageLines.Line) -> Bool {
    if line.segments.count > 1 { return true }
    let width = line.segments[0].width
    return width < (right - left) / 3 && !line.text.suffix(3).elementsEqual("。".utf8)
  }

  /// Whether a line stands close between others of a table.
  private func isInside(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index - 1].segments.count > 1, isPart(lines[index + 1]) else { return false }
    let reach = lines[index].height / 2
    return lines[index].top - lines[index - 1].bottom < reach && lines[index + 1].top - lines[index].bottom < reach
  }

  private func isClose(_ line: PageLines.Line, _ next: PageLines.Line) -> Bool {
    line.page != next.page || next.top - line.bottom < 1.5 * max(line.height, next.height)
  }

  private func writeTable(_ lines: ArraySlice<PageLines.Line>, to builder: inout GridTextBuilder) {
    let wide = lines.filter { line in
      line.segments.count == 2 && line.segments.allSatisfy { $0.width > (right - left) * 0.3 }
    }
    if wide.count * 2 > lines.count {
      // A page of two columns is read one after the other.
      for side in 0..<2 {
        builder.addParagraph(lines.flatMap { line in side < line.segments.count ? line.segments[side].text : [] })
      }
      return
    }
    builder.add(PageTable(lines))
  }
}
