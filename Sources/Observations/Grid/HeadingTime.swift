import Quantities
import ReportText

/// The time that a heading opens with: 2023年决算数, 上年同期, 1—3月, 全年.
struct HeadingTime: Equatable {
  /// A year by its number or by that of the report.
  enum Year: Equatable {
    case absolute(Int)
    case current
    case previous
  }

  var year: Year?
  var months: MonthSpan?
  /// Whether it says that it is of the whole year: 全年, 1—12月.
  var isWholeYear = false
  /// Whether it says that it is of a year's end: 2023年末.
  private(set) var isYearEnd = false
  /// Where the words behind it begin.
  private(set) var end = 0

  private static let current: [StaticString] = ["本年度", "本年", "今年", "当年", "本期", "报告期"]
  private static let previous: [StaticString] = ["上年同期", "去年同期", "上一年度", "上年度", "上年", "去年", "上期", "同期"]
  private static let wholeYear: [StaticString] = [
    "全年", "1—12月份", "1-12月份", "1—12月", "1-12月", "1－12月", "1–12月", "1~12月", "1～12月", "1至12月", "1到12月", "全年度",
  ]
  /// Joins the first and the last of several years, or the parts of a number: 2019—2021年, 2021.5.
  private static let joiners: [StaticString] = ["—", "–", "-", "－", "~", "～", "至", "到", "、", ".", ",", "/"]
  private static let dateMarks: [StaticString] = ["-", "/", "."]

  /// `nil` if a text without blanks opens with no time.
  init?(_ text: [UInt8]) {
    if let (year, behind) = Self.absoluteYear(text) {
      (self.year, end) = (.absolute(year), behind)
      readMonths(text)
    } else if let word = Self.current.first(where: { text.has($0, at: 0) }) {
      (year, end) = (.current, word.utf8CodeUnitCount)
      readMonths(text)
    } else if let word = Self.previous.first(where: { text.has($0, at: 0) }) {
      (year, end) = (.previous, word.utf8CodeUnitCount)
    } else {
      readMonths(text)
    }
    guard year != nil || months != nil || isWholeYear else { return nil }
    if year != nil, months == nil, text.has("末", at: end) || text.has("底", at: end) {
      (isYearEnd, end) = (true, end + 3)
    }
  }

  /// The year in front and where its name ends.
  private static func absoluteYear(_ text: [UInt8]) -> (Int, Int)? {
    guard text.count >= 4, text[..<4].allSatisfy(\.isDigit), text.count == 4 || !text[4].isDigit else { return nil }
    guard let year = Int(String(decoding: text[..<4], as: UTF8.self)), ReportIdentity.years.contains(year) else {
      return nil
    }
    for name: StaticString in ["年度", "年"] where text.has(name, at: 4) { return (year, 4 + name.utf8CodeUnitCount) }
    if date(text) != nil { return (year, 4) }
    return joiners.contains { text.has($0, at: 4) } ? nil : (year, 4)
  }

  /// The month of 2023-05-08, 2023/5 or 2023.05 at a text's start, and where it ends.
  private static func date(_ text: [UInt8]) -> (month: Int, end: Int)? {
    guard let mark = dateMarks.first(where: { text.has($0, at: 4) }) else { return nil }
    let start = 4 + mark.utf8CodeUnitCount
    guard let (month, end) = text.digits(at: start), (1...12).contains(month), end - start <= 2 else { return nil }
    guard end < text.count else { return (month, end) }
    guard text.has(mark, at: end), let (day, behind) = text.digits(at: end + 1),
      (1...31).contains(day % 100) || day > 31
    else { return nil }
    // With the time of day, without blanks: 2023-07-0514:30.
    return (month, text[behind...].allSatisfy { $0.isDigit || $0 == 0x3A || $0 == 0x2E } ? text.count : behind)
  }

  private mutating func readMonths(_ text: [UInt8]) {
    if let word = Self.wholeYear.first(where: { text.has($0, at: end) }) {
      isWholeYear = true
      end += word.utf8CodeUnitCount
    } else if end == 4, let (month, behind) = Self.date(text) {
      (months, end) = (MonthSpan(month, month), behind)
    } else if let (found, behind) = text.monthSpan(at: end, isUpTo: false) {
      (months, end) = (found, behind)
      if text.has("份", at: end) { end += 3 }
    } else if case .absolute = year, let (month, behind) = text.digits(at: end), text.has("月", at: behind),
      let (_, day) = text.digits(at: behind + 3), text.has("日", at: day)
    {
      // A day's figure is none of the year's.
      (months, end) = (MonthSpan(month, month), day + 3)
    }
  }
}

extension [UInt8] {
  /// A number in digits at an offset, and its end.
  fileprivate func digits(at start: Int) -> (Int, Int)? {
    var at = start
    var number = 0
    while at < count, self[at].isDigit, at - start < 4 {
      number = number * 10 + Int(self[at] - 0x30)
      at += 1
    }
    return at > start ? (number, at) : nil
  }
}
