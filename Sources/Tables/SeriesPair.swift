import Checks
import Observations
import Quantities

/// Figures of a series that stand side by side: of two years, or of two agencies.
struct SeriesPair {
  /// The series; of two agencies that of the first which has one.
  let series: Series
  /// The year of the figures; of two years the second.
  let year: Int
  let first: Series.Cell?
  let second: Series.Cell?
  /// The growth from the first to the second that documents state.
  var statedGrowth: Series.Cell?

  /// A pair for each series that has a figure in one of two years.
  static func ofYears(_ set: SeriesSet, _ years: (first: Int, second: Int)) -> [SeriesPair] {
    let growths = Dictionary(set.all.filter { $0.key.kind == .growth }.map { ($0.key, $0) }) { first, _ in first }
    return set.all.compactMap { series in
      let (first, second) = (series.cells[years.first], series.cells[years.second])
      guard first != nil || second != nil, set.choice.kinds?.contains(series.key.kind) ?? true else { return nil }
      // Only over the year before is a growth what documents tell.
      let isOverTheYear = years.second == years.first + 1 && series.key.kind != .growth
      let stated = isOverTheYear ? growths[series.key.growth]?.cells[years.second] : nil
      return SeriesPair(series: series, year: years.second, first: first, second: second, statedGrowth: stated)
    }
  }

  /// A pair for each series and year that one of two agencies has a figure for.
  static func ofAgencies(_ set: SeriesSet, _ agencies: (first: String, second: String)) -> [SeriesPair] {
    let all = set.chosen
    let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
    return all.flatMap { series -> [SeriesPair] in
      guard series.key.agencyID == agencies.first || series.key.agencyID == agencies.second else { return [] }
      var (firstKey, secondKey) = (series.key, series.key)
      (firstKey.agencyID, secondKey.agencyID) = (agencies.first, agencies.second)
      let (first, second) = (byKey[firstKey], byKey[secondKey])
      // The pairs of both stand where the first's series does.
      if first != nil, series.key.agencyID == agencies.second { return [] }
      return Set([first, second].compactMap { $0?.cells.keys }.joined()).sorted().map { year in
        SeriesPair(series: series, year: year, first: first?.cells[year], second: second?.cells[year])
      }
    }
  }
}

/// The agencies that have a figure of one series in a year, the greatest first.
struct Ranking {
  var members: [(series: Series, cell: Series.Cell)] = []

  /// The rankings of all series that have a figure in a year.
  static func all(_ set: SeriesSet, _ year: Int) -> [Ranking] {
    var rankings: [Ranking] = []
    var places: [Series.Key: Int] = [:]
    for series in set.chosen {
      guard let cell = series.cells[year] else { continue }
      var key = series.key
      key.agencyID = ""
      if places[key] == nil {
        places[key] = rankings.count
        rankings.append(Ranking())
      }
      rankings[places[key]!].members.append((series, cell))
    }
    for index in rankings.indices {
      rankings[index].members.sort {
        ($1.cell.value, $0.series.key.agencyID) < ($0.cell.value, $1.series.key.agencyID)
      }
    }
    return rankings
  }

  /// The place of a member's figure by its value alone.
  func rank(of cell: Series.Cell) -> Int { 1 + members.count { cell.value < $0.cell.value } }

  /// The places that a member's figure can have by its wording.
  func places(of cell: Series.Cell) -> ClosedRange<Int> {
    // A figure that can be any number is neither above nor below another.
    guard let own = cell.interval else { return 1...members.count }
    let above = members.count { $0.cell.interval.map(own.isBelow) ?? false }
    let below = members.count { $0.cell.interval?.isBelow(own) ?? false }
    return above + 1...members.count - below
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
