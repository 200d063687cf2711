/// A line whose cells commas keep apart, with quotes around those that hold commas: 罚没金额,"1,238.5",1336.2.
struct CSVRow {
  let cells: [Range<Int>]
  /// Whether a comma stands that isn't one between the digits of a number.
  private let hasPlainComma: Bool

  /// A cell of a table is no longer, in bytes.
  private static let longestCell = 240

  /// `nil` if a line has only one cell, or ends in a quotation.
  init?(_ line: Range<Int>, _ text: [UInt8]) {
    var cells: [Range<Int>] = []
    var hasPlainComma = false
    var at = line.lowerBound
    repeat {
      let isQuoted = at < line.upperBound && text[at] == 0x22
      let start = isQuoted ? at + 1 : at
      at = start
      while at < line.upperBound, text[at] != (isQuoted ? 0x22 : 0x2C) { at += 1 }
      guard !isQuoted || at < line.upperBound, at - start <= Self.longestCell else { return nil }
      cells.append(Self.trimmed(start..<at, text))
      if isQuoted { at += 1 }
      guard at < line.upperBound else { break }
      guard text[at] == 0x2C else { return nil }
      hasPlainComma = hasPlainComma || !Self.isBetweenDigits(at, line, text)
      at += 1
    } while true
    guard cells.count > 1 else { return nil }
    self.cells = cells
    self.hasPlainComma = hasPlainComma
  }

  private static func trimmed(_ cell: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var cell = cell
    while let first = cell.first, text[first] <= 0x20 { cell.removeFirst() }
    while let last = cell.last, text[last] <= 0x20 { cell.removeLast() }
    return cell
  }

  private static func isBetweenDigits(_ at: Int, _ line: Range<Int>, _ text: [UInt8]) -> Bool {
    at > line.lowerBound && at + 1 < line.upperBound && text[at - 1].isDigit && text[at + 1].isDigit
  }

  /// The end of the table that begins with a line; `nil` if none does. Its first row must be no numbers, so that commas
  /// between digits are known for what they are, and a number must stand alone in some cell.
  static func tableEnd(from start: Int, of lines: [PlainTextLayout.Line], _ text: [UInt8]) -> Int? {
    guard let first = row(lines[start], text), first.hasPlainComma else { return nil }
    var end = start + 1
    var holdsNumber = false
    while end < lines.count, let row = row(lines[end], text), row.cells.count == first.cells.count {
      holdsNumber = holdsNumber || row.cells.dropFirst().contains { isNumber($0, text) }
      end += 1
    }
    return end > start + 1 && holdsNumber ? end : nil
  }

  private static func row(_ line: PlainTextLayout.Line, _ text: [UInt8]) -> CSVRow? {
    // Prose ends in 。, and most lines are prose.
    guard text[line.range].contains(0x2C), !line.endsSentence(text) else { return nil }
    return CSVRow(line.range, text)
  }

  private static func isNumber(_ cell: Range<Int>, _ text: [UInt8]) -> Bool {
    !cell.isEmpty && cell.allSatisfy { text[$0].isDigit || [0x2C, 0x2D, 0x2E, 0x25].contains(text[$0]) }
  }
}
