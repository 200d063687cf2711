import Quantities

/// Several years that figures are told for together: 五年来, “十五”期间, 2019年至2023年, 2019年以来.
struct YearSpan {
  /// The last of the years, where the words tell it.
  var last: Int?
  /// Whether the years are still to come: 今后五年.
  var isAhead = false

  /// The span that a date or a plan's number at `index` names, for a report on `year`; `nil` for anything else, for a span
  /// that only describes a noun (近五年的案卷) and for one that figures are compared with (相当于“十三五”期间的总和).
  ///
  /// - Parameter isPlan: whether the words stand among plans.
  init?(of index: Int, in paragraph: Paragraph, year: Int?, isPlan: Bool) {
    let entry = paragraph.entries[index]
    guard entry.rule == .timeWindow || entry.numeralClass == .ordinal || entry.calendarYear != nil else { return nil }
    let bytes = paragraph.bytes
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    let behind = entry.span.upperBound..<bytes.count
    if WordList.spanComparisons.isSuffix(of: bytes, clause) { return nil }
    // 对1998年以来制发的文件进行清理: the years describe the thing.
    let head = WordList.leading.strippingPrefixes(bytes, clause)
    if bytes.range(head, endsWith: "对") || bytes.range(head, endsWith: "将") { return nil }
    if entry.rule == .timeWindow {
      guard bytes.range(entry.span, endsWith: "年"), let years = entry.value, ExactDecimal(digits: 1) < years else {
        return nil
      }
      let opens =
        (head.isEmpty || WordList.spanHeads.contains(bytes, head))
        && !WordList.spanLookalikes.isPrefix(of: bytes, behind)
      guard opens || WordList.spanTails.isPrefix(of: bytes, behind), !Self.isRecord(index, in: paragraph) else {
        return nil
      }
      isAhead =
        WordList.comingSpans.isPrefix(of: bytes, head)
        || isPlan && head.isEmpty && bytes.has("内", at: behind.lowerBound)
      // 今后100000年 plans nothing.
      if isAhead, let year, let count = years.floor, count <= 100 { last = year + Int(count) }
    } else if entry.numeralClass == .ordinal {
      guard let plan = FiveYearPlan(bytes[entry.span]),
        WordList.planSpanTails.isPrefix(of: bytes, behind)
      else { return nil }
      let lasts = WordList.sinceThen.isPrefix(of: bytes, behind)
      last = year.map { lasts || plan.years.contains($0) && !isPlan ? $0 : plan.years.upperBound }
      isAhead = year.map { $0 < plan.years.lowerBound } ?? false
    } else if let own = entry.calendarYear, !bytes.range(entry.span, endsWith: "学年") {
      if index > 0, case let first = paragraph.entries[index - 1], let start = first.calendarYear, start < own,
        paragraph.isRange(index - 1, index)
      {
        let before = paragraph.places[index - 1].clauseStart..<first.span.lowerBound
        if WordList.spanComparisons.isSuffix(of: bytes, before) { return nil }
        last = own
      } else if let year, own < year, bytes.has("以来", at: bytes.dateEnd(from: entry.span.upperBound)) {
        last = year
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// 35年来、20年来首次, 15年来最高: what never was in so many years tells a sum of none.
  private static func isRecord(_ index: Int, in paragraph: Paragraph) -> Bool {
    let bytes = paragraph.bytes
    guard let tail = WordList.spanTails.prefix(of: bytes, paragraph.entries[index].span.upperBound..<bytes.count) else {
      return false
    }
    let behind = tail.upperBound..<bytes.count
    if WordList.superlatives.isPrefix(of: bytes, behind), !bytes.range(behind, startsWith: "的") { return true }
    let next = WordList.figureJoiners.strippingPrefixes(bytes, behind)
    guard next != behind, index + 1 < paragraph.entries.count, paragraph.entries[index + 1].rule == .timeWindow,
      paragraph.entries[index + 1].span.lowerBound == next.lowerBound
    else { return false }
    return isRecord(index + 1, in: paragraph)
  }

  /// A span by its last year.
  init(last: Int?, isAhead: Bool) {
    self.last = last
    self.isAhead = isAhead
  }
}

/// A five-year plan by its number: 十五 for 2001 to 2005.
///
/// Source of the years: the plans' own titles; the first is that of 1953–1957, and from the sixth (1981–1985) on they follow
/// each other without a gap.
struct FiveYearPlan {
  /// Its years.
  let years: ClosedRange<Int>

  /// The plan whose number ends a text: 十五, 十四五.
  init?(_ text: ArraySlice<UInt8>) {
    let names = Self.names
    guard let number = names.lastIndex(where: { text.suffix($0.utf8.count).elementsEqual($0.utf8) }) else { return nil }
    let first = 1981 + number * 5
    years = first...first + 4
  }

  /// From the sixth on.
  private static let names = [
    "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "十七五", "十八五",
  ]
}

extension LedgerEntry {
  /// The year of a calendar date; `nil` for anything else and for a day or month alone.
  var calendarYear: Int? {
    guard rule == .calendarDate, let value = value?.floor, (1950...2100).contains(value) else { return nil }
    return Int(value)
  }
}

extension Paragraph {
  /// Whether two dates are the first and the last of a range: 2019年至2023年, 1—9月.
  func isRange(_ first: Int, _ last: Int) -> Bool {
    let between = entries[first].span.upperBound..<max(entries[first].span.upperBound, entries[last].span.lowerBound)
    return entries[first].numeralClass == .date && WordList.spanJoiners.contains(bytes, bytes.withoutBlanks(between))
  }
}

extension [UInt8] {
  /// Where a date ends of which a year or month ends at `offset`: 2018年|11月1日.
  func dateEnd(from offset: Int) -> Int {
    var end = offset
    while end < count,
      self[end].isDigit || has("年", at: end) || has("月", at: end)
        || has("日", at: end)
    {
      end = self.offset(of: 1, from: end)
    }
    return end
  }
}
