import Quantities
import ReportText

/// What stands in a cell of a table.
struct TableCell {
  /// Where it stands.
  let place: TextTable.Cell
  /// Its text without blanks.
  let text: [UInt8]
  /// The cell's one number, if it holds nothing else.
  let figure: Figure?
  /// What it says as the heading of a row or column; nothing, where it holds a figure that can't be a year.
  let heading: TableHeading
  /// Whether it holds nothing, or a mark for nothing: —, /.
  let isBlank: Bool

  /// A number that fills its cell.
  struct Figure {
    let line: ReadingLine
    /// The number and what stands behind it, in the line.
    let range: Range<Int>
    /// What stands behind the number: %, 件.
    let suffix: [UInt8]
    /// Whether it can be a year: 2023.
    let isYear: Bool
  }

  /// How many characters can stand behind a number of a cell as its unit.
  private static let longestUnit = 5

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
    figure = filledCount == 1 ? filled.flatMap(Self.figure) : nil
    isBlank = figure == nil && Self.isMark(text)
    heading = figure == nil || figure!.isYear ? TableHeading(text, units) : .none
  }

  private static func isMark(_ text: [UInt8]) -> Bool {
    var at = 0
    while at < text.count {
      switch decodeScalar(in: text.span, at: at) {
      case (0x2D, let length), (0x2F, let length), (0x5C, let length), (0x2A, let length),  // - / \ *
        (0x2014, let length), (0x2013, let length), (0xFF0D, let length), (0x2500, let length),  // — – － ─
        (0x2026, let length), (0xFF0F, let length):  // … ／
        at += length
      default: return false
      }
    }
    return true
  }

  /// A number with sign, separators and unit, blanks around it left out; `nil` if the line holds anything else.
  private static func figure(_ line: ReadingLine) -> Figure? {
    let text = line.bytes
    var at = 0
    while at < text.count, case let length = blankLength(text, at), length > 0 { at += length }
    let start = at
    if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    // Whether the last character was a digit, and not a mark between digits.
    var isDigit = false
    loop: while at < text.count {
      switch decodeScalar(in: text.span, at: at) {
      case (0x30...0x39, let length), (0xFF10...0xFF19, let length): (isDigit, at) = (true, at + length)
      // , ， . ．
      case (0x2C, let length), (0xFF0C, let length), (0x2E, let length), (0xFF0E, let length):
        if at == first { return nil }
        (isDigit, at) = (false, at + length)
      default: break loop
      }
    }
    guard isDigit else { return nil }
    let number = first..<at
    let suffix = unblanked(text, from: at)
    guard isUnit(suffix) else { return nil }
    var end = at
    // Without the blanks at the end.
    while !suffix.isEmpty, at < text.count {
      let length = blankLength(text, at)
      at += length > 0 ? length : decodeScalar(in: text.span, at: at).length
      if length == 0 { end = at }
    }
    var isYear = false
    if suffix.isEmpty, start == first, number.count == 4, text[number].allSatisfy({ $0 < 0x80 }),
      let year = Int(String(decoding: text[number], as: UTF8.self))
    {
      isYear = ReportIdentity.years.contains(year)
    }
    return Figure(line: line, range: start..<end, suffix: suffix, isYear: isYear)
  }

  /// Whether what stands behind a number can be its unit, or is nothing.
  private static func isUnit(_ suffix: [UInt8]) -> Bool {
    if suffix.isEmpty { return true }
    let scalars = String(decoding: suffix, as: UTF8.self).unicodeScalars
    return scalars.count <= longestUnit
      && scalars.allSatisfy { "%％‰".unicodeScalars.contains($0) || $0.properties.isIdeographic }
      && !"年月日号".unicodeScalars.contains(scalars.last!)
  }

  /// A text without any blanks.
  static func unblanked(_ text: [UInt8], from start: Int = 0) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count - start)
    var at = start
    while at < text.count {
      let length = blankLength(text, at)
      if length == 0 { plain.append(text[at]) }
      at += max(length, 1)
    }
    return plain
  }

  /// How many bytes the blank at an offset takes; 0 if none stands there.
  private static func blankLength(_ text: [UInt8], _ offset: Int) -> Int {
    switch text[offset] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2, 0xE2, 0xE3, 0xEF: break
    default: return 0
    }
    let (scalar, length) = decodeScalar(in: text.span, at: offset)
    switch scalar {
    case 0x85, 0xA0, 0x2000...0x200D, 0x202F, 0x3000, 0xFEFF: return length
    default: return 0
    }
  }
}
