import Quantities

/// Some months of a year: 上半年, 一季度, 1—11月, 12月, 截至10月底.
public struct MonthSpan: Sendable, Hashable {
  /// The first month, 1 to 12.
  public let first: Int
  /// The last month, 1 to 12.
  public let last: Int

  /// Some months; `nil` if they are no part of a year.
  public init?(_ first: Int, _ last: Int) {
    guard 1 <= first, first <= last, last <= 12, last - first < 11 else { return nil }
    self.first = first
    self.last = last
  }
}

extension [UInt8] {
  /// The months that are named at an offset, and where their name ends; `nil` for anything else, a date with a day (3月15日)
  /// and a term by which something is to be done (10月底前).
  ///
  /// - Parameter isUpTo: whether words such as 截至 stand before, so that a month is the last of those from January on.
  func monthSpan(at start: Int, isUpTo: Bool) -> (months: MonthSpan, end: Int)? {
    if has("上半年", at: start) { return MonthSpan(1, 6).map { ($0, start + 9) } }
    if has("下半年", at: start) { return MonthSpan(7, 12).map { ($0, start + 9) } }
    let isFromStart = has("前", at: start)
    let at = start + (isFromStart ? 3 : has("第", at: start) ? 3 : 0)
    guard let (first, behind) = smallNumber(at: at) else { return nil }
    if has("季度", at: behind) {
      return MonthSpan(isFromStart ? 1 : first * 3 - 2, first * 3).map { ($0, behind + 6) }
    }
    if isFromStart {
      return has("个月", at: behind) ? MonthSpan(1, first).map { ($0, behind + 6) } : nil
    }
    let joined = spanJoiner(at: behind)
    if joined > behind, let (last, end) = smallNumber(at: joined) {
      if has("季度", at: end) { return MonthSpan(first * 3 - 2, last * 3).map { ($0, end + 6) } }
      return has("月", at: end) && isMonthEnd(end + 3) ? MonthSpan(first, last).map { ($0, end + 3) } : nil
    }
    guard has("月", at: behind), isMonthEnd(behind + 3) else { return nil }
    let end = has("底", at: behind + 3) || has("末", at: behind + 3) ? behind + 6 : behind + 3
    return MonthSpan(isUpTo ? 1 : first, first).map { ($0, end) }
  }

  /// Whether a month ends here and no day of it follows, nor a word that makes it a term.
  private func isMonthEnd(_ offset: Int) -> Bool {
    if offset < count, self[offset].isDigit { return false }
    var at = offset
    for word: StaticString in ["底", "末", "份"] where has(word, at: at) { at += 3 }
    for word: StaticString in ["前", "之前", "以前", "起", "开始", "以来", "来", "上旬", "中旬", "下旬", "初"] where has(word, at: at) {
      return false
    }
    return true
  }

  /// Where a mark that joins the first and the last of several months ends; the offset itself if none stands there.
  private func spanJoiner(at offset: Int) -> Int {
    var at = has("月份", at: offset) ? offset + 6 : has("月", at: offset) ? offset + 3 : offset
    for mark: StaticString in ["——", "—", "－", "-", "–", "~", "～", "至", "到"] where has(mark, at: at) {
      at += mark.utf8CodeUnitCount
      return at
    }
    return offset
  }

  /// A number up to twelve in digits or characters, and its end.
  private func smallNumber(at start: Int) -> (Int, Int)? {
    if let (number, end) = chineseNumber(at: start) { return number <= 12 ? (number, end) : nil }
    var at = start
    var number = 0
    while at < count, self[at].isDigit, at - start < 3 {
      number = number * 10 + Int(self[at] - 0x30)
      at += 1
    }
    guard at > start, at - start < 3, number <= 12, start == 0 || !self[start - 1].isDigit else { return nil }
    return (number, at)
  }
}
