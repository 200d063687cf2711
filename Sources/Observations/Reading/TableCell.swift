import ReportText

/// What stands in a cell of a table.
struct TableCell {
  /// Where it stands.
  let place: TextTable.Cell
  /// Its text without blanks.
  let text: String
  /// The cell's one number, if it holds nothing else.
  let figure: Figure?
  /// What it says as the heading of a row or column.
  let heading: TableHeading

  /// A number that fills its cell.
  struct Figure {
    let line: ReadingLine
    /// The number and what stands behind it, in the line.
    let range: Range<Int>
    /// What stands behind the number: %, 件.
    let suffix: String
    /// Whether it can be a year: 2023.
    let isYear: Bool
  }

  /// How many characters can stand behind a number of a cell as its unit.
  private static let longestUnit = 5

  init(_ cell: TextTable.Cell) {
    place = cell
    let texts = cell.lines.map { Self.unblanked(String(decoding: $0.bytes, as: UTF8.self)) }
    text = texts.joined()
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    figure = filled.count == 1 ? Self.figure(cell.lines[filled[0]]) : nil
    heading = TableHeading(figure == nil || figure!.isYear ? text : "")
  }

  /// Whether it holds nothing, or a mark for nothing: —, /.
  var isBlank: Bool { text.allSatisfy { "-—–－─…/／\\*".contains($0) } }

  /// A number with sign, separators and unit, blanks around it left out; `nil` if the line holds anything else.
  private static func figure(_ line: ReadingLine) -> Figure? {
    let scalars = String(decoding: line.bytes, as: UTF8.self).unicodeScalars
    var at = scalars.startIndex
    func skip(while isWanted: (Unicode.Scalar) -> Bool) {
      while at < scalars.endIndex, isWanted(scalars[at]) { at = scalars.index(after: at) }
    }
    skip(while: isBlank)
    let start = at
    skip { "+-".unicodeScalars.contains($0) }
    let first = at
    skip { ("0"..."9").contains($0) || ("０"..."９").contains($0) || ",，.．".unicodeScalars.contains($0) }
    let number = scalars[first..<at]
    guard scalars.distance(from: start, to: first) <= 1, let digit = number.first, digit.properties.numericType != nil,
      number.last?.properties.numericType != nil
    else { return nil }
    skip(while: isBlank)
    let suffix = String(String.UnicodeScalarView(scalars[at...].filter { !isBlank($0) }))
    guard suffix.count <= longestUnit,
      suffix.unicodeScalars.allSatisfy({ "%％‰".unicodeScalars.contains($0) || $0.properties.isIdeographic }),
      !"年月日号".contains(suffix.last ?? " ")
    else { return nil }
    var end = scalars.endIndex
    while end > at, isBlank(scalars[scalars.index(before: end)]) { end = scalars.index(before: end) }
    if suffix.isEmpty { end = number.endIndex }
    let utf8 = scalars.startIndex
    let offset = { (index: String.Index) in String(scalars[utf8..<index]).utf8.count }
    let value = Int(String(number))
    return Figure(
      line: line, range: offset(start)..<offset(end), suffix: suffix,
      isYear: suffix.isEmpty && start == first && number.count == 4 && value.map { (1949...2100).contains($0) } ?? false
    )
  }

  /// A text without any blanks.
  static func unblanked(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isBlank($0) }))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200D, 0x202F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
