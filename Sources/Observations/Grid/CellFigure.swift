import Quantities
import ReportText

/// A number that fills its cell, with what may stand around it: 约800, －5.3, 1,204.5万, 860余, 120*.
struct CellFigure {
  let line: ReadingLine
  /// Words and sign before the digits: 约, 超.
  let lead: Range<Int>
  /// The minus sign, of whatever form; empty if none.
  let sign: Range<Int>
  /// The digits with their separators, and 余 or 多 behind them.
  let number: Range<Int>
  /// What stands behind it up to the end that counts: a unit, 以上.
  let tail: Range<Int>
  /// The unit: %, 件; 万 alone goes with the unit of the headings.
  let unit: [UInt8]
  /// Whether it can be a year: 2023.
  let isYear: Bool
  /// Whether it is written as codes are: 0301.
  let isPadded: Bool
  /// The number as far as columns are compared by it.
  let value: Double

  /// How many characters can stand behind a number of a cell as its unit.
  private static let longestUnit = 5
  private static let leads: [StaticString] = ["约", "近", "超过", "超", "逾", "将近", "不足", "大约"]
  private static let qualifiers: [StaticString] = ["余", "多"]
  private static let bounds: [StaticString] = ["以上", "以下", "以内", "左右"]
  private static let marks: [StaticString] = ["*", "＊", "※", "①", "②", "③", "#"]
  private static let signs: Set<UInt32> = [0x2D, 0x2013, 0x2014, 0x2212, 0xFE63, 0xFF0D]
  private static let scales: Set<[UInt8]> = [Array("万".utf8), Array("亿".utf8)]

  /// The number of a line, blanks around it left out; `nil` if the line holds anything else.
  init?(_ line: ReadingLine) {
    let text = line.bytes
    var at = text.endOfBlanks(from: 0)
    let start = at
    if let lead = Self.leads.first(where: { text.has($0, at: at) }) { at += lead.utf8CodeUnitCount }
    lead = start..<at
    sign = Self.sign(text, at)
    at = text.endOfBlanks(from: sign.upperBound)
    guard let end = Self.numberEnd(text, at) else { return nil }
    let digits = at..<end
    at = end
    if let qualifier = Self.qualifiers.first(where: { text.has($0, at: at) }) { at += qualifier.utf8CodeUnitCount }
    number = digits.lowerBound..<at
    guard let (unit, tail) = Self.tail(text, at) else { return nil }
    (self.unit, self.tail, self.line) = (unit, tail, line)
    let plain = text[digits].filter(\.isDigit)
    isPadded = text[digits.lowerBound] == 0x30 && plain.count == digits.count && digits.count > 1
    let isBare = lead.isEmpty && sign.isEmpty && tail.isEmpty && number == digits
    let year = isBare && digits.count == 4 ? Int(String(decoding: plain, as: UTF8.self)) : nil
    isYear = year.map(ReportIdentity.years.contains) ?? false
    let decimal = text[digits].filter { $0.isDigit || $0 == 0x2E }
    value =
      (Double(String(decoding: decimal, as: UTF8.self)) ?? 0) * (sign.isEmpty || text[sign.lowerBound] == 0x2B ? 1 : -1)
  }

  private static func sign(_ text: [UInt8], _ at: Int) -> Range<Int> {
    guard at < text.count else { return at..<at }
    let (scalar, length) = decodeScalar(in: text.span, at: at)
    return at..<at + (signs.contains(scalar) || scalar == 0x2B ? length : 0)
  }

  /// The end of digits and the marks between them.
  private static func numberEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var at = start
    // Whether the last character was a digit, and not a mark between digits.
    var isDigit = false
    while at < text.count {
      switch decodeScalar(in: text.span, at: at) {
      case (0x30...0x39, let length), (0xFF10...0xFF19, let length): (isDigit, at) = (true, at + length)
      // , ， . ．
      case (0x2C, let length), (0xFF0C, let length), (0x2E, let length), (0xFF0E, let length):
        if !isDigit { return nil }
        (isDigit, at) = (false, at + length)
      default: return isDigit ? at : nil
      }
    }
    return isDigit ? at : nil
  }

  /// The unit behind a number, and the place of all that counts there; `nil` if anything else follows.
  private static func tail(_ text: [UInt8], _ start: Int) -> (unit: [UInt8], place: Range<Int>)? {
    var end = text.count
    while end > start, let length = text.markLength(before: end, marks, from: start) { end -= length }
    var rest = TableCell.unblanked(text, from: start, to: end)
    if let bound = bounds.first(where: { rest.range(rest.indices, endsWith: $0) }) {
      rest.removeLast(bound.utf8CodeUnitCount)
    }
    guard isUnit(rest) else { return nil }
    if rest.isEmpty, text.endOfBlanks(from: start) >= end { return (rest, start..<start) }
    return (rest, start..<end)
  }

  /// Whether what stands behind a number can be its unit, or is nothing.
  private static func isUnit(_ suffix: [UInt8]) -> Bool {
    if suffix.isEmpty { return true }
    let scalars = String(decoding: suffix, as: UTF8.self).unicodeScalars
    return scalars.count <= longestUnit
      && scalars.allSatisfy { "%％‰".unicodeScalars.contains($0) || $0.properties.isIdeographic }
      && !"年月日号".unicodeScalars.contains(where: { $0 == scalars.first || $0 == scalars.last })
  }

  /// Whether only the unit of the headings makes it a quantity: 38.5, 1.2万.
  var needsUnit: Bool { unit.isEmpty || Self.scales.contains(unit) }

  /// Whether a percent sign stands behind it.
  var isPercent: Bool { unit.last == 0x25 || unit.suffix(3).elementsEqual("％".utf8) }

  /// The figure as a sentence with words before it and the unit that its headings tell.
  func sentence(_ before: [UInt8], unit named: [UInt8]) -> ReadingLine {
    var pieces: [ReadingLine.Piece] = [.words(before), .written(lead)]
    let isMinus = !sign.isEmpty && line.bytes[sign.lowerBound] != 0x2B
    // 出口 | — 2.4: whatever form the sign has, it is one.
    if isMinus { pieces.append(.read([0x2D], for: sign.lowerBound..<number.lowerBound)) }
    pieces.append(.written(number))
    // 860以上 stands for 860人次以上.
    pieces +=
      unit.isEmpty
      ? [.words(needsUnit ? named : []), .written(tail)] : [.written(tail), .words(needsUnit ? named : [])]
    return line.sentence(pieces)
  }
}

extension [UInt8] {
  /// Where the blanks at an offset end.
  fileprivate func endOfBlanks(from start: Int) -> Int {
    var at = start
    while at < count, case let length = span.emptyLength(at: at), length > 0 { at += length }
    return at
  }

  /// How many bytes the blank or one of some marks takes that ends at an offset.
  fileprivate func markLength(before end: Int, _ marks: [StaticString], from start: Int) -> Int? {
    if let mark = marks.first(where: { end - $0.utf8CodeUnitCount >= start && has($0, at: end - $0.utf8CodeUnitCount) })
    {
      return mark.utf8CodeUnitCount
    }
    let first = aligned(end - 1)
    return first >= start && span.emptyLength(at: first) > 0 ? end - first : nil
  }
}
