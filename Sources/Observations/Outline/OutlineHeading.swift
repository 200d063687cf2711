import Quantities

/// A heading's number, as reports write it.
struct OutlineHeading {
  /// 1 for 一、 and 第一章, 2 for (一), 3 for 1.
  let level: Int
  /// Which heading of its level it is, counted from 1.
  let number: Int

  /// The number that stands at an offset; `nil` if none does.
  init?(of line: [UInt8], at start: Int) {
    var at = start
    let isInBrackets = line.has("(", at: at) || line.has("（", at: at)
    if isInBrackets { at += line.has("(", at: at) ? 1 : 3 }
    let isPart = !isInBrackets && line.has("第", at: at)
    if isPart { at += 3 }
    if let (number, end) = line.chineseNumber(at: at) {
      self.number = number
      if isPart {
        guard line.has("部分", at: end) || line.has("章", at: end) else { return nil }
        level = 1
      } else if isInBrackets {
        guard line.has(")", at: end) || line.has("）", at: end) else { return nil }
        level = 2
      } else {
        guard line.has("、", at: end) else { return nil }
        level = 1
      }
      return
    }
    guard !isInBrackets, !isPart else { return nil }
    var end = at
    var value = 0
    while end < line.count, end - at < 3, line[end].isDigit {
      value = value * 10 + Int(line[end] - 0x30)
      end += 1
    }
    guard (1...2).contains(end - at) else { return nil }
    let mark = line.has(".", at: end) ? 1 : line.has("．", at: end) || line.has("、", at: end) ? 3 : 0
    guard mark > 0, end + mark >= line.count || !line[end + mark].isDigit else { return nil }
    (level, number) = (3, value)
  }
}

/// A year as a text names it.
struct YearName {
  let year: Int
  /// Where its 年 or 年度 ends.
  let end: Int
  /// Whether it is one that reports can be of.
  var isCalendarYear: Bool { (1950...2100).contains(year) }
}

extension [UInt8] {
  /// The year that begins at an offset: 2023年, 2023年度, 二〇二三年, 108年度 (counted from 1912).
  func yearName(at start: Int) -> YearName? {
    var at = start
    var year = 0
    if at < count, self[at].isDigit {
      guard at == 0 || !self[at - 1].isDigit else { return nil }
      while at < count, self[at].isDigit, at - start < 5 {
        year = year * 10 + Int(self[at] - 0x30)
        at += 1
      }
      guard at - start == 4 || at - start == 3 && (100...150).contains(year) else { return nil }
      if at - start == 3 { year += 1911 }
    } else {
      for _ in 0..<4 {
        guard let digit = chineseDigit(at: at) else { return nil }
        year = year * 10 + digit
        at += 3
      }
    }
    while at < count, self[at] == 0x20 { at += 1 }
    guard has("年", at: at) else { return nil }
    at += 3
    return YearName(year: year, end: has("度", at: at) ? at + 3 : at)
  }

  /// The first year that begins in a range, and where it begins.
  func firstYearName(in range: Range<Int>) -> (start: Int, name: YearName)? {
    var at = range.lowerBound
    let end = Swift.min(count, range.upperBound + Self.longestYear)
    while at < end, let mark = first("年", in: at..<end) {
      if let start = yearStart(before: mark.lowerBound), range.contains(start), let name = yearName(at: start) {
        return (start, name)
      }
      at = mark.upperBound
    }
    return nil
  }

  /// How many bytes of a year's name can stand before its 年 ends: 二〇二三 and blanks.
  private static var longestYear: Int { 20 }

  /// Where the digits begin that stand before a 年; `nil` if none do.
  private func yearStart(before end: Int) -> Int? {
    var digits = end
    while digits > 0, self[digits - 1] == 0x20 { digits -= 1 }
    var start = digits
    while start > 0, digits - start < 4, self[start - 1].isDigit { start -= 1 }
    if start < digits { return start }
    return digits >= 12 && chineseDigit(at: digits - 3) != nil ? digits - 12 : nil
  }

  /// A number below a hundred as headings write it, and its end: 三, 十二; but not 五一 or 三五.
  func chineseNumber(at start: Int) -> (number: Int, end: Int)? {
    let first = chineseDigit(at: start)
    guard first != 0 else { return nil }
    let tens = first == nil ? start : start + 3
    guard has("十", at: tens) else {
      guard let first, chineseDigit(at: tens) == nil else { return nil }
      return (first, tens)
    }
    let ones = chineseDigit(at: tens + 3)
    return ((first ?? 1) * 10 + (ones ?? 0), ones == nil ? tens + 3 : tens + 6)
  }

  /// A digit as Chinese years write it.
  private func chineseDigit(at offset: Int) -> Int? {
    guard offset + 3 <= count, self[offset] >= 0xE3 else { return nil }
    return switch decodeScalar(in: span, at: offset).scalar {
    case 0x3007, 0x25CB, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// Where blanks end that stand before a heading's number inside a line, or a sentence ends: the next place at or behind an offset where
  /// a stretch of its own can begin; `nil` behind the last.
  func nextOpening(from start: Int) -> Int? {
    var at = start
    let text = span
    while at < count {
      let byte = text[unchecked: at]
      // Nearly all characters are Chinese, of three bytes of which these are the first.
      if byte >= 0xE4, byte <= 0xE9 {
        at += 3
        continue
      }
      guard byte == 0x20 || byte == 0xE3 || byte == 0xEF else {
        at += 1
        continue
      }
      if self[at] == 0x20 || has("　", at: at) {
        let end = withoutBlanks(at..<count).lowerBound
        if OutlineHeading(of: self, at: end) != nil { return end }
        at = Swift.max(end, at + 1)
        continue
      }
      if has("。", at: at) || has("！", at: at) || has("；", at: at) { return at + 3 }
      at += 1
    }
    return nil
  }

  /// An offset behind 各位代表！, which stands before many a paragraph.
  func withoutAddress(from start: Int) -> Int {
    var at = start
    for address: StaticString in ["各位代表", "同志们", "各位委员"] where has(address, at: at) {
      at += address.utf8CodeUnitCount
      for mark: StaticString in ["！", "，", "：", ":", "!"] where has(mark, at: at) {
        at += mark.utf8CodeUnitCount
        break
      }
    }
    return withoutBlanks(at..<Swift.max(at, count)).lowerBound
  }

  /// Whether what stands before a time lets it be the time of the whole stretch: 到|2030年, 刚刚过去的|2023年; but 征集2023年.
  func leads(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    for mark: StaticString in ["“", "\""]
    where range.lowerBound <= end && self.range(range.lowerBound..<end, endsWith: mark) {
      end -= mark.utf8CodeUnitCount
    }
    let before = range.lowerBound..<Swift.max(range.lowerBound, end)
    return before.isEmpty || self.range(before, endsWithAny: ["到", "至", "望", "向", "顾", "的", "，", "、", "；", "：", "在"])
  }

  /// Whether a range ends with one of some words.
  func range(_ range: Range<Int>, endsWithAny words: [StaticString]) -> Bool {
    words.contains { self.range(range, endsWith: $0) }
  }

  /// How many years a word names: 5 of 今后五年; `nil` for 今后几年.
  func numberOfYears(in word: Range<Int>) -> Int? {
    guard let year = first("年", in: word) else { return nil }
    return chineseNumber(at: year.lowerBound - 3)?.number
  }

  /// Whether a number stands in a range that counts or measures: 98.6%, 45件; but no year, date, ordinal or name (“3+2”).
  func holdsFigure(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    // The item's own number.
    while at < range.upperBound, self[at].isDigit { at += 1 }
    while at < range.upperBound {
      guard self[at].isDigit else {
        at += 1
        continue
      }
      let start = at
      while at < range.upperBound, self[at].isDigit || self[at] == 0x2E || self[at] == 0x2C { at += 1 }
      let isNamed = ["第", "“", "\"", "+", "-", "—"].contains { self.range(range.lowerBound..<start, endsWith: $0) }
      let isPlain = at >= range.upperBound || self[at] == 0x25 || self[at] >= 0xE3
      if isPlain, !isNamed, at < range.upperBound,
        !["年", "月", "日", "”", "、", "，", "届", "次会"].contains(where: { has($0, at: at) })
      {
        return true
      }
    }
    return false
  }

  /// The first colon of either width in a range.
  func firstColon(in range: Range<Int>) -> Int? {
    let wide = first("：", in: range)?.lowerBound
    return first(":", in: range.lowerBound..<(wide ?? range.upperBound))?.lowerBound ?? wide
  }

  /// The words of a heading: up to a mark that no heading holds.
  func headingRange(_ range: Range<Int>, most characters: Int) -> Range<Int> {
    var end = range.lowerBound
    for place in 0..<characters where end < range.upperBound {
      if has("。", at: end) || has("；", at: end) || has(";", at: end) { break }
      // （一）过去一年工作回顾　2023年，…: in a text without line breaks a wide blank ends it.
      if place > 4, has("　", at: end) { break }
      end = offset(of: 1, from: end)
    }
    return range.lowerBound..<Swift.min(end, range.upperBound)
  }
}
