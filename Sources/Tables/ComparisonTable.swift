import Checks
import Observations
import Quantities

extension Table {
  /// Two years side by side: a row for each series that has a figure in one of them, with the difference, what percent
  /// of the first that is, and the growth that documents state. All of it carries the bounds of the wording along: between 近30场 and
  /// 28场 lies a difference of -2 or more.
  public static func comparison(
    _ documents: [CheckedReport], catalogue: Catalogue, choice: SeriesChoice, years: (first: Int, second: Int)
  ) -> Table {
    var wide = choice
    (wide.years, wide.kinds) = (nil, nil)
    let all = Series.all(documents, catalogue, wide)
    let growths = Dictionary(all.filter { $0.key.kind == .growth }.map { ($0.key, $0) }) { first, _ in first }
    let rows = all.compactMap { series -> [String?]? in
      let (first, second) = (series.cells[years.first], series.cells[years.second])
      guard first != nil || second != nil, choice.kinds?.contains(series.key.kind) ?? true else { return nil }
      var shown = series
      shown.cells = series.cells.filter { $0.key == years.first || $0.key == years.second }
      // Only over the year before is a growth what documents tell.
      let stated = years.second == years.first + 1 ? growths[series.key.growth]?.cells[years.second] : nil
      let growth = series.key.kind == .growth ? nil : stated
      var marks = shown.marks
      if let review = growth?.review {
        marks[marks.count - 1] = [marks[marks.count - 1], "stated_growth" + review].compactMap { $0 }
          .joined(separator: " ")
      }
      return series.cells(catalogue) + Comparison(first, second, series.key.kind).cells
        + [growth?.value.description] + marks
    }
    return Table(
      columns: Series.columns + Comparison.columns(String(years.first), String(years.second)) + ["stated_growth"]
        + Series.markColumns,
      rows: rows)
  }

  /// Two agencies side by side, by their ids: a row for each series and year that one of them has a figure for. `review` names the
  /// agencies whose figure a person corrected, or of whose figures a person rejected one.
  public static func comparison(
    _ documents: [CheckedReport], catalogue: Catalogue, choice: SeriesChoice, agencies: (first: String, second: String)
  ) -> Table {
    let all = Series.all(documents, catalogue, choice)
    let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
    var rows: [[String?]] = []
    for series in all where series.key.agencyID == agencies.first || series.key.agencyID == agencies.second {
      var (firstKey, secondKey) = (series.key, series.key)
      (firstKey.agencyID, secondKey.agencyID) = (agencies.first, agencies.second)
      let (first, second) = (byKey[firstKey], byKey[secondKey])
      // The row of both stands where the first's series does.
      if first != nil, series.key.agencyID == agencies.second { continue }
      for year in Set([first, second].compactMap { $0?.cells.keys }.joined()).sorted() {
        let lead = series.cells(catalogue)
        let cells = (first?.cells[year], second?.cells[year])
        let reviews = [(agencies.first, cells.0?.review), (agencies.second, cells.1?.review)].compactMap { id, review in
          review.map { id + $0 }
        }
        rows.append(
          [lead[0], lead[1], lead[2], lead[3], lead[7], lead[8], lead[9], String(year)]
            + Comparison(cells.0, cells.1, series.key.kind).cells
            + [reviews.isEmpty ? nil : reviews.joined(separator: " ")])
      }
    }
    return Table(
      columns: ["metric_id", "metric", "kind", "unit", "scope", "period_type", "subject", "year"]
        + Comparison.columns(agencies.first, agencies.second) + ["review"],
      rows: rows)
  }

  /// The agencies of each series of a year by their figures, the greatest first. Where the wording leaves open who is
  /// before whom, `rank_first` and `rank_last` tell the places that are possible.
  public static func ranking(
    _ documents: [CheckedReport], catalogue: Catalogue, choice: SeriesChoice, year: Int
  ) -> Table {
    var groups: [(key: Series.Key, members: [(series: Series, cell: Series.Cell)])] = []
    var places: [Series.Key: Int] = [:]
    for series in Series.all(documents, catalogue, choice) {
      guard let cell = series.cells[year] else { continue }
      var key = series.key
      key.agencyID = ""
      if places[key] == nil {
        places[key] = groups.count
        groups.append((key, []))
      }
      groups[places[key]!].members.append((series, cell))
    }
    var rows: [[String?]] = []
    for group in groups {
      let members = group.members.sorted {
        ($1.cell.value, $0.series.key.agencyID) < ($0.cell.value, $1.series.key.agencyID)
      }
      for (series, cell) in members {
        let rank = 1 + members.count { cell.value < $0.cell.value }
        let above = members.count { Comparison.isBelow(cell.interval, $0.cell.interval) }
        let below = members.count { Comparison.isBelow($0.cell.interval, cell.interval) }
        var shown = series
        shown.cells = [year: cell]
        rows.append(
          [String(rank), String(above + 1), String(members.count - below)] + series.cells(catalogue)
            + [cell.value.description, cell.interval?.low?.description, cell.interval?.high?.description] + shown.marks)
      }
    }
    return Table(
      columns: ["rank", "rank_first", "rank_last"] + Series.columns + ["value", "value_low", "value_high"]
        + Series.markColumns,
      rows: rows)
  }
}

/// What lies between two figures.
private struct Comparison {
  let first: Series.Cell?
  let second: Series.Cell?
  let kind: QuantityKind

  init(_ first: Series.Cell?, _ second: Series.Cell?, _ kind: QuantityKind) {
    (self.first, self.second, self.kind) = (first, second, kind)
  }

  static func columns(_ first: String, _ second: String) -> [String] {
    [first, second].flatMap { [$0, $0 + "_low", $0 + "_high"] }
      + ["difference", "difference_low", "difference_high", "percent", "percent_low", "percent_high"]
  }

  var cells: [String?] {
    let figures = [first, second].flatMap { cell in
      [cell?.value, cell?.interval?.low, cell?.interval?.high]
    }
    return (figures + difference + percent).map { $0?.description }
  }

  /// Whether the wording itself leaves neither figure open; only then is one number the difference.
  private var isExact: Bool { first?.bound == .exact && second?.bound == .exact }

  private var difference: [ExactDecimal?] {
    guard let first, let second else { return [nil, nil, nil] }
    let interval = first.interval.flatMap { second.interval?.subtracting($0) }
    return [isExact ? second.value.subtracting(first.value) : nil, interval?.low, interval?.high]
  }

  /// Percent of the first, with two places; ends rounded outwards. Of shares and ranks it would say nothing.
  private var percent: [ExactDecimal?] {
    guard let first, let second, kind.hasGrowth, ExactDecimal(digits: 0) < first.value else { return [nil, nil, nil] }
    let (before, after) = (first.interval, second.interval)
    return [
      isExact ? Self.growth(from: first.value, to: second.value) : nil,
      Self.end(from: before?.high, to: after?.low, roundingUp: false),
      Self.end(from: before?.low, to: after?.high, roundingUp: true),
    ]
  }

  private static func growth(from first: ExactDecimal, to second: ExactDecimal) -> ExactDecimal? {
    second.scaled(byPowerOfTen: 2).divided(by: first, places: 2)?.subtracting(ExactDecimal(digits: 100))
  }

  private static func end(from before: ExactDecimal?, to after: ExactDecimal?, roundingUp: Bool) -> ExactDecimal? {
    guard let before, let after, ExactDecimal(digits: 0) < before, ExactDecimal(digits: 0) <= after else { return nil }
    return after.scaled(byPowerOfTen: 4).wholeQuotient(by: before, roundingUp: roundingUp)
      .map { ExactDecimal(digits: $0 - 10_000, exponent: -2) }
  }

  /// Whether every number of one interval is less than every one of the other.
  static func isBelow(_ one: Interval?, _ other: Interval?) -> Bool {
    guard let high = one?.high, let low = other?.low else { return false }
    return high < low
  }
}

extension Series.Key {
  /// The series of the growth that documents state of this one.
  fileprivate var growth: Series.Key {
    Series.Key(
      metric: metric, kind: .growth, unit: "%", agencyID: agencyID, scope: scope, periodType: periodType,
      subject: subject)
  }
}

extension QuantityKind {
  /// Whether a figure has a growth in percent.
  fileprivate var hasGrowth: Bool {
    switch self {
    case .count, .money, .measure, .duration, .ratio: true
    default: false
    }
  }
}
