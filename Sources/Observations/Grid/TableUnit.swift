import Quantities
import ReportText

/// The unit that a line names for all figures of a table: 单位：万元, （金额单位：元）.
struct TableUnit {
  /// The unit; empty if it is none that quantities are told in.
  let unit: [UInt8]
  /// Whether nothing else stands in the line.
  let isAlone: Bool

  private static let names: [StaticString] = ["单位：", "单位:", "单位为"]
  private static let ends = "）)、，,；;/".unicodeScalars.map(\.value)
  /// What may stand before the word: 金额单位, 计量单位, 附表1（单位.
  private static let openings: Set<[UInt8]> = Set(
    ["", "计量", "金额", "货币", "数量", "（", "(", "（金额", "（计量", "【", "［"].map { Array($0.utf8) })

  /// `nil` if a text without blanks names none.
  init?(in text: [UInt8], _ units: UnitWords) {
    guard let place = Self.names.lazy.compactMap({ text.first($0, in: text.indices) }).first else { return nil }
    var end = place.upperBound
    while end < text.count, case let (scalar, length) = decodeScalar(in: text.span, at: end),
      !Self.ends.contains(scalar)
    {
      end += length
    }
    let word = Array(text[place.upperBound..<end])
    let isKnown = units.contains(word)
    // 填报单位：水利局 names a body.
    guard isKnown || Self.openings.contains(Array(text[..<place.lowerBound])) else { return nil }
    // 单位：件、万元 doesn't tell which is which.
    let rest = Array(
      text[min(text.count, end + (end < text.count ? decodeScalar(in: text.span, at: end).length : 0))...])
    unit = isKnown && !units.contains(rest) ? word : []
    isAlone = Self.openings.contains(Array(text[..<place.lowerBound]))
  }
}
