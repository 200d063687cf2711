import Quantities
import ReportText

/// What stands in a cell of a table.
struct TableCell {
  /// Where it stands.
  let place: TextTable.Cell
  /// Its text without blanks.
  let text: [UInt8]
  /// The cell's one number, if it holds nothing else.
  let figure: CellFigure?
  /// What it says as the heading of a row or column; nothing, where it holds a figure that can't be a year.
  let heading: TableHeading
  /// Whether it holds nothing, or a mark for nothing: —, /.
  let isBlank: Bool
  /// The unit that it names for all of a table: 单位：万元.
  let tableUnit: TableUnit?

  init(_ cell: TextTable.Cell, _ units: UnitWords) {
    place = cell
    var text: [UInt8] = []
    var filled: ReadingLine?
    var filledCount = 0
    for line in cell.lines {
      let count = text.count
      text += Self.unblanked(line.bytes)
      if text.count > count { (filled, filledCount) = (line, filledCount + 1) }
    }
    self.text = text
    figure = filledCount == 1 ? filled.flatMap(CellFigure.init) : nil
    isBlank = figure == nil && Self.isMark(text)
    heading = figure == nil || figure!.isYear ? TableHeading(text, units) : .none
    tableUnit = figure == nil ? TableUnit(in: text, units) : nil
  }

  /// Whether it is words: no figure, nothing, a mark for nothing, nor numbers of which it can't be told what they are.
  var isText: Bool {
    !isBlank && figure == nil && text.contains { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }
  }

  private static func isMark(_ text: [UInt8]) -> Bool {
    var at = 0
    while at < text.count {
      switch decodeScalar(in: text.span, at: at) {
      case (0x2D, let length), (0x2F, let length), (0x5C, let length), (0x2A, let length),  // - / \ *
        (0x2014, let length), (0x2013, let length), (0xFF0D, let length), (0x2500, let length),  // — – － ─
        (0x2026, let length), (0xFF0F, let length), (0xFE63, let length), (0x2212, let length):  // … ／ ﹣ −
        at += length
      default: return false
      }
    }
    return true
  }

  /// A text without any blanks.
  static func unblanked(_ text: [UInt8], from start: Int = 0, to end: Int? = nil) -> [UInt8] {
    let end = end ?? text.count
    var plain: [UInt8] = []
    plain.reserveCapacity(max(0, end - start))
    var at = start
    while at < end {
      let length = text.span.emptyLength(at: at)
      if length == 0 { plain.append(text[at]) }
      at += max(length, 1)
    }
    return plain
  }
}
