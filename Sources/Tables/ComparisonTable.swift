import Checks
import Observations
import Quantities

extension Table {
  /// Two years side by side: a row for each series that has a figure in one of them, with the difference, what percent
  /// of the first that is, and the growth that documents state. All of it carries the bounds of the wording along: between 近30场 and
  /// 28场 lies a difference of -2 or more.
  public static func comparison(_ set: SeriesSet, years: (first: Int, second: Int)) -> Table {
    let rows = SeriesPair.ofYears(set, years).map { pair -> [String?] in
      var shown = pair.series
      shown.cells = shown.cells.filter { $0.key == years.first || $0.key == years.second }
      let growth = pair.statedGrowth
      let ofGrowth = ["review": growth?.review, "uncertain": growth?.doubt].compactMapValues { $0 }
      let marks = zip(Series.markColumns, shown.marks).map { column, mark in
        joined([mark, ofGrowth[column].map { "stated_growth" + $0 }])
      }
      return shown.cells(set.catalogue) + Comparison(pair).cells + [growth?.value.description] + marks
    }
    return Table(
      columns: Series.columns + Comparison.columns(String(years.first), String(years.second)) + ["stated_growth"]
        + Series.markColumns,
      rows: rows)
  }

  /// Two agencies side by side, by their ids: a row for each series and year that one of them has a figure for. `review` names the
  /// agencies whose figure a person corrected, or of whose figures a person rejected one; `uncertain` those whose figure
  /// isn't sure.
  public static func comparison(_ set: SeriesSet, agencies: (first: String, second: String)) -> Table {
    let pairs = SeriesPair.ofAgencies(set, agencies)
    let rows = pairs.map { pair -> [String?] in
      let lead = pair.series.cells(set.catalogue)
      let marks = [\Series.Cell.review, \.doubt].map { mark in
        joined([
          pair.first?[keyPath: mark].map { agencies.first + $0 },
          pair.second?[keyPath: mark].map { agencies.second + $0 },
        ])
      }
      return [lead[0], lead[1], lead[2], lead[3], lead[7], lead[8], lead[9], String(pair.year)]
        + Comparison(pair).cells + marks
    }
    var table = Table(
      columns: ["metric_id", "metric", "kind", "unit", "scope", "period_type", "subject", "year"]
        + Comparison.columns(agencies.first, agencies.second) + ["review", "uncertain"],
      rows: rows)
    for id in [agencies.first, agencies.second] {
      guard let name = set.agencies[id] else { continue }
      table.names.merge([id: name, id + "_low": name + "下限", id + "_high": name + "上限"]) { first, _ in first }
    }
    return table
  }

  /// Marks behind each other; `nil` if there are none.
  private static func joined(_ marks: [String?]) -> String? {
    let marks = marks.compactMap { $0 }
    return marks.isEmpty ? nil : marks.joined(separator: " ")
  }

  /// The agencies of each series of a year by their figures, the greatest first. Where the wording leaves open who is
  /// before whom, `rank_first` and `rank_last` tell the places that are possible.
  public static func ranking(_ set: SeriesSet, year: Int) -> Table {
    let rows = Ranking.all(set, year).flatMap { ranking in
      ranking.members.map { member -> [String?] in
        var shown = member.series
        shown.cells = [year: member.cell]
        let places = ranking.places(of: member.cell)
        return [String(ranking.rank(of: member.cell)), String(places.lowerBound), String(places.upperBound)]
          + shown.cells(set.catalogue)
          + [member.cell.value.description, member.cell.interval?.low?.description]
          + [member.cell.interval?.high?.description] + shown.marks
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

  init(_ pair: SeriesPair) { (first, second, kind) = (pair.first, pair.second, pair.series.key.kind) }

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
