/// A date as reports write it: 2024年1月16日, ２０２４年, 2024- 01- 25, 二〇二四年一月十六日.
struct WrittenDate: Sendable {
  let year: Int
  /// `nil` where only the year stands.
  let month: Int?

  /// The year that an account given on this day is about: the one before, or at the year's end the running one.
  var yearAccountedFor: Int { (month ?? 1) >= 11 ? year : year - 1 }

  /// The first date of a text and where it stands. A year needs its 年, or month and day behind it.
  static func first(in text: Substring) -> (WrittenDate, Range<Substring.Index>)? {
    var start = text.startIndex
    var isBehindDigit = false
    while start < text.endIndex {
      if !isBehindDigit, let (date, end) = date(in: text, at: start) { return (date, start..<end) }
      isBehindDigit = digit(text[start]) != nil
      start = text.index(after: start)
    }
    return nil
  }

  /// The first year of a text that is written with 年, titles in 《》 left out.
  static func year(in text: Substring) -> Int? {
    var rest = text
    while let (date, range) = first(in: rest) {
      let before = text[..<range.lowerBound]
      let isInTitle = before.count(where: { $0 == "《" }) > before.count(where: { $0 == "》" })
      if !isInTitle, rest[range].contains("年") { return date.year }
      rest = rest[range.upperBound...]
    }
    return nil
  }

  /// The date that begins at `start`, and its end.
  private static func date(in text: Substring, at start: Substring.Index) -> (WrittenDate, Substring.Index)? {
    var at = start
    var year = 0
    for _ in 0..<4 {
      guard at < text.endIndex, let value = digit(text[at]) else { return nil }
      year = year * 10 + value
      at = text.index(after: at)
      if at < text.endIndex, text[at] == " " { at = text.index(after: at) }
    }
    guard ReportIdentity.years.contains(year), at < text.endIndex else { return nil }
    let mark = text[at]
    at = text.index(after: at)
    if mark == "年" {
      guard let (month, end) = number(in: text, from: at), end < text.endIndex, text[end] == "月" else {
        return (WrittenDate(year: year, month: nil), at)
      }
      let behind = text.index(after: end)
      if let (_, end) = number(in: text, from: behind), end < text.endIndex, text[end] == "日" {
        return (WrittenDate(year: year, month: month), text.index(after: end))
      }
      return (WrittenDate(year: year, month: month), behind)
    }
    guard "-/.－．".contains(mark), let (month, middle) = number(in: text, from: at), middle < text.endIndex,
      text[middle] == mark, let (day, end) = number(in: text, from: text.index(after: middle)), (1...31).contains(day)
    else { return nil }
    let blanks = text[..<end].reversed().prefix { $0 == " " }.count
    return (WrittenDate(year: year, month: month), text.index(end, offsetBy: -blanks))
  }

  /// A month or day, blanks around it left out, and the end of both.
  private static func number(in text: Substring, from start: Substring.Index) -> (Int, Substring.Index)? {
    var value: Int?
    var at = start
    var digits = 0
    while at < text.endIndex, digits < 3 {
      let character = text[at]
      if character == "十" {
        value = (value ?? 1) * 10
      } else if let next = digit(character) {
        // 二十五 goes on behind the ten, 25 behind the two.
        value = digits > 0 && text[text.index(before: at)] == "十" ? (value ?? 0) + next : (value ?? 0) * 10 + next
      } else if character == " " {
        at = text.index(after: at)
        continue
      } else {
        break
      }
      digits += 1
      at = text.index(after: at)
    }
    guard let value, (1...31).contains(value) else { return nil }
    return (value, at)
  }

  private static func digit(_ character: Character) -> Int? {
    switch character {
    case "0"..."9", "０"..."９": character.wholeNumberValue
    case "〇", "○", "零", "Ｏ", "О": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }
}
