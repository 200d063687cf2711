import Quantities

/// Years in a row whose figures follow in the same order: 2022年和2023年分别检查120次、150次, 2020—2023年覆盖率分别为…. A range
/// names its years one by one only where as many figures of one sort follow: 2019年至2023年共办案5万件；其中2023年批捕800人…比2019年分别下降15%、
/// 上升4% is none.
struct YearList {
  /// The years, each once.
  private(set) var years: [Int]
  /// The ledger index of the last of them.
  private(set) var last: Int
  /// Whether only the first and the last of them are written.
  private let isRange: Bool

  /// How many years a range can name one by one.
  private static let longestRange = 12

  /// The list that two neighbouring dates make; `nil` if they don't.
  init?(_ first: Int, _ second: Int, in paragraph: Paragraph) {
    guard let from = paragraph.year(of: first), let to = paragraph.year(of: second), from < to else { return nil }
    if paragraph.isRange(first, second), to - from < Self.longestRange {
      years = Array(from...to)
      isRange = true
    } else if paragraph.areListed(first, second) {
      years = [from, to]
      isRange = false
    } else {
      return nil
    }
    last = second
  }

  /// Adds a further year: 2021年、2022年、|2023年.
  mutating func add(_ index: Int, in paragraph: Paragraph) -> Bool {
    guard let year = paragraph.year(of: index), let before = years.last, before < year,
      paragraph.areListed(last, index)
    else { return false }
    years.append(year)
    last = index
    return true
  }

  /// The year of the figure at `index`, if 分别 binds it to one of the list.
  func year(of index: Int, in paragraph: Paragraph) -> Int? {
    guard let bound = boundFigures(before: index, in: paragraph), let place = bound.firstIndex(of: index) else {
      return nil
    }
    // Several measures have as many figures each; a total behind them belongs to none.
    let isEach = place < years.count || bound.count % years.count == 0
    return isEach ? years[place % years.count] : nil
  }

  /// Whether the figure at `index` stands behind the list in its sentence and 分别.
  func binds(_ index: Int, in paragraph: Paragraph) -> Bool { boundFigures(before: index, in: paragraph) != nil }

  private func boundFigures(before index: Int, in paragraph: Paragraph) -> [Int]? {
    let end = paragraph.entries[last].span.upperBound
    guard index > last, paragraph.places[index].sentenceStart < end,
      let each = WordList.respectively.first(
        in: paragraph.bytes, end..<paragraph.entries[index].span.lowerBound),
      // 2019年至2023年…；其中2023年…比2019年分别下降: what follows is told of the years between.
      paragraph.entries(in: end..<each.lowerBound).indices.allSatisfy({ paragraph.year(of: $0) == nil })
    else { return nil }
    let sentence = paragraph.sentenceEnd(of: each.upperBound)
    let bound = paragraph.figures.filter {
      each.upperBound <= paragraph.entries[$0].span.lowerBound && paragraph.entries[$0].span.lowerBound < sentence
    }
    return hasOneEach(bound, in: paragraph) ? bound : nil
  }

  /// Whether the first figures, as many as there are years, are of one sort. Behind a range their group of clauses holds no others.
  private func hasOneEach(_ bound: [Int], in paragraph: Paragraph) -> Bool {
    guard bound.count >= years.count else { return false }
    let own = bound.prefix(years.count)
    guard own.allSatisfy({ paragraph.areAlike(own[0], $0) }) else { return false }
    guard isRange else { return true }
    let group = paragraph.groupEnd(of: paragraph.entries[own[0]].span.lowerBound)
    let grouped = bound.prefix { paragraph.entries[$0].span.lowerBound < group }.count
    return grouped > 0 && grouped % years.count == 0
  }
}

extension Paragraph {
  /// The year that a date names: 2023年, 98年, 22年, and 108年 or 民國108年 counted from 1912.
  func year(of index: Int) -> Int? {
    let entry = entries[index]
    if let year = entry.calendarYear { return year }
    guard entry.rule == .calendarDate, let value = entry.value?.floor, bytes.range(entry.span, endsWith: "年") else {
      return nil
    }
    return switch (value, entry.numeral.count) {
    case (0..<50, 2): 2000 + Int(value)
    case (50..<100, 2): 1900 + Int(value)
    case (1...150, _): 1911 + Int(value)
    default: nil
    }
  }

  /// Whether two dates stand in a list: 2021年、2022年, 2022年和2023年.
  func areListed(_ first: Int, _ second: Int) -> Bool {
    let between = entries[first].span.upperBound..<max(entries[first].span.upperBound, entries[second].span.lowerBound)
    return entries[first].numeralClass == .date && WordList.figureJoiners.contains(bytes, bytes.withoutBlanks(between))
  }
}
