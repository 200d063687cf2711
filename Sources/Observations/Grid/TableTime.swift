import Quantities
import ReportText

/// The year and months that headings, captions and titles tell of figures.
struct TableTime: Equatable {
  var year: Int?
  var months: MonthSpan?
  /// Whether it is the end of the year.
  var isYearEnd = false

  /// As a sentence tells it: 2023年1—3月.
  var words: [UInt8] {
    var text = year.map { "\($0)年\(isYearEnd ? "末" : "")" } ?? ""
    if let months {
      text += months.first == months.last ? "\(months.first)月" : "\(months.first)—\(months.last)月"
    }
    return Array(text.utf8)
  }
}

/// What a line above a table, a title row or a sheet's name says of all its figures.
struct TableCaption {
  private(set) var time = TableTime()
  private(set) var unit: [UInt8]?
  /// Whether the table goes on with the one before: 续表.
  private(set) var continues = false

  /// Reads a text without blanks. The last that says a year or a unit counts.
  mutating func add(_ text: [UInt8], _ units: UnitWords) {
    guard text.count <= Self.longest, text.first("。", in: text.indices) == nil else { return }
    if let found = TableUnit(in: text, units) {
      if !found.unit.isEmpty { unit = found.unit }
    } else if let found = Self.bracketedUnit(text, units) {
      unit = found
    }
    if let found = Self.time(text) { time = found }
    continues = continues || text.holdsAny(["续表", "（续", "(续"]) || text.has("续", at: 0)
  }

  /// A caption is no longer, in bytes.
  private static let longest = 240

  /// 主要经济指标（亿元）: what a title ends in.
  private static func bracketedUnit(_ text: [UInt8], _ units: UnitWords) -> [UInt8]? {
    for (open, close): (StaticString, StaticString) in [("（", "）"), ("(", ")")] {
      guard let start = text.last(open, in: text.indices),
        let end = text.first(close, in: start.upperBound..<text.count)
      else { continue }
      let word = Array(text[start.upperBound..<end.lowerBound])
      if units.contains(word) { return word }
    }
    return nil
  }

  /// The one year of a text, with the months behind it: 附：2021年执法检查明细; `nil` where several are named.
  private static func time(_ text: [UInt8]) -> TableTime? {
    var found: TableTime?
    var at = 0
    while at < text.count {
      guard text[at].isDigit else {
        at += 1
        continue
      }
      let end = text[at...].firstIndex { !$0.isDigit } ?? text.count
      defer { at = end }
      guard end - at == 4, let number = Int(String(decoding: text[at..<end], as: UTF8.self)),
        ReportIdentity.years.contains(number)
      else { continue }
      // 2019—2021年 is no one year, and 2021年以来 several.
      guard let time = HeadingTime(Array(text[at...])), !text.holdsBeginning(at: at + time.end) else { return nil }
      if let found, found.year != number { return nil }
      found = TableTime(year: number, months: time.months)
    }
    return found
  }
}

extension [UInt8] {
  /// Whether what stands at an offset tells that a time only begins there: 2021年以来.
  fileprivate func holdsBeginning(at offset: Int) -> Bool {
    ["以来", "起", "至今", "第"].contains { (word: StaticString) in has(word, at: offset) }
  }
}
