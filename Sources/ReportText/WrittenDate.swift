/// A date as reports write it: 2024年1月16日, ２０２４年, 2024- 01- 25, 二〇二四年一月十六日, 民国108年.
struct WrittenDate: Sendable {
  let year: Int
  /// `nil` where only the year stands.
  let month: Int?

  /// The year that an account given on this day is about: the one before, or at the year's end the running one.
  var yearAccountedFor: Int { (month ?? 1) >= 11 ? year : year - 1 }

  /// The date with which a text opens, and its end.
  static func opening(_ text: Substring) -> (date: WrittenDate, end: Substring.Index)? {
    guard !text.isEmpty else { return nil }
    return date(in: text, at: text.startIndex) ?? republican(in: text, at: text.startIndex)
  }

  /// The first date of a text and where it stands. A year needs its 年, or month and day behind it.
  static func first(in text: Substring) -> (WrittenDate, Range<Substring.Index>)? {
    var start = text.startIndex
    var isBehindDigit = false
    while start < text.endIndex {
      if !isBehindDigit, let (date, end) = date(in: text, at: start) ?? republican(in: text, at: start) {
        return (date, start..<end)
      }
      isBehindDigit = digit(text[start]) != nil
      start = text.index(after: start)
    }
    return nil
  }

  /// The first year of the Republic of China in a text, as traditional texts write it without 民国: 108年度, 108年1月.
  static func republicanYear(in text: Substring) -> (year: Int, range: Range<Substring.Index>)? {
    for run in text.split(whereSeparator: { digit($0) == nil }) {
      guard run.count == 3, let number = Int(run), (80...150).contains(number),
        text[run.endIndex...].drop(while: { $0 == " " }).first == "年"
      else { continue }
      return (number + republic, run.startIndex..<run.endIndex)
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

  /// The year before the first of the Republic of China.
  private static let republic = 1911

  /// The year that begins at `start` with 民国, and the end of its 年.
  private static func republican(in text: Substring, at start: Substring.Index) -> (WrittenDate, Substring.Index)? {
    guard text[start] == "民", text[start...].hasPrefix("民国") else { return nil }
    let written = text[start...].dropFirst(2).drop { $0 == " " }
    let number = written.prefix { digit($0) != nil }
    let behind = written[number.endIndex...].drop { $0 == " " }
    guard (1...3).contains(number.count), behind.first == "年" else { return nil }
    let year = number.reduce(0) { $0 * 10 + (digit($1) ?? 0) } + republic
    guard ReportIdentity.years.contains(year) else { return nil }
    return (WrittenDate(year: year, month: nil), behind.index(after: behind.startIndex))
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
        at = text[at...].firstIndex { $0 != " " } ?? text.endIndex
        // 2017-05-15 10:49 has an hour behind its day.
        if digits > 0 { break }
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
    // Asked of every character of many lines, and scalars compare faster than characters.
    let scalar = character.unicodeScalars.first!
    switch scalar {
    case "0"..."9": return Int(scalar.value) - 0x30
    case "０"..."９": return Int(scalar.value) - 0xFF10
    case "〇", "○", "零", "Ｏ", "О", "O": return 0
    case "一": return 1
    case "二": return 2
    case "三": return 3
    case "四": return 4
    case "五": return 5
    case "六": return 6
    case "七": return 7
    case "八": return 8
    case "九": return 9
    default: return nil
    }
  }
}
