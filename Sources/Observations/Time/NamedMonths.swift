import Quantities

/// Some months of a year that a sentence names, and how far they hold: 1—6月，… for the sentence, 由1月的30%升至12月的57% for one figure.
struct NamedMonths {
  let months: MonthSpan
  /// Where their name ends; 0 for those of the whole stretch.
  let end: Int
  /// Whether they are told as those up to a month: 截至10月底.
  let isUpTo: Bool
  /// Whether they hold for the figure only that stands right behind them.
  let isOfNextFigure: Bool
  /// Whether the sentences behind hold for them too: what a paragraph opens with holds for all of it, but for a month alone.
  var holdsOn = false

  init(_ months: MonthSpan, end: Int, isUpTo: Bool = false, isOfNextFigure: Bool = false) {
    self.months = months
    self.end = end
    self.isUpTo = isUpTo
    self.isOfNextFigure = isOfNextFigure
  }
}

extension TimeReader {
  /// The months that the figure at `index` is of; `nil` if it is of the whole year.
  func months(of index: Int, _ board: TimeBoard) -> MonthSpan? {
    let start = paragraph.entries[index].span.lowerBound
    guard let part = months ?? frame.months.map({ NamedMonths($0, end: 0) }), part.end <= start,
      !part.isOfNextFigure || paragraph.places[index].previous < 0
        || paragraph.entries[paragraph.places[index].previous].span.upperBound <= part.end,
      !tellsWholeYear(part.end..<start),
      // 1—6月完成年初预算98000万元的53%: a budget is the year's.
      board.status?.isOfYearsPlan != true
    else { return nil }
    // 6月开工的泵站有3座: the month is the thing's; but 12月的57%.
    let isThings =
      part.months.first == part.months.last && !part.isOfNextFigure
      && paragraph.bytes.first("的", in: part.end..<start) != nil
    return isThings ? nil : part.months
  }

  /// Whether words tell of the whole year: 上半年…，全年…. But 去年同期 is of the same months, 比去年 tells only what is compared with,
  /// and 完成全年任务的53% what a share is of.
  private func tellsWholeYear(_ range: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    var rest = range
    while let word = words.first(.wholeYear, in: rest) {
      rest = word.upperBound..<range.upperBound
      let behind = word.upperBound..<bytes.count
      let isCompared = WordList.comparisons.isSuffix(of: bytes, range.lowerBound..<word.lowerBound)
      let isOther = [WordList.sameMonths, .goals, .planNouns].contains { $0.isPrefix(of: bytes, behind) }
      if !isCompared, !isOther { return true }
    }
    return false
  }
}
