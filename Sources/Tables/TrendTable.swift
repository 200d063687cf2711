import Checks
import Observations
import Quantities

extension Table {
  /// A row for each series (metric × kind × unit × agency × scope × period), years as columns; results only. What was told
  /// for several years together stands in rows of its own.
  ///
  /// A cell that several statements make is combined as the metric says; where it says that each stands for itself, the
  /// series is split by subject. The columns behind the years tell which cells are implied, bounded or combined, what other
  /// documents say against them, which statements make them, what a person corrected or rejected, and what isn't sure; `breaks`, where the figures of another body begin.
  public static func trend(_ set: SeriesSet) -> Table {
    let series = set.chosen
    let years = Set(series.flatMap(\.cells.keys)).sorted()
    let rows = series.map { item -> [String?] in
      var cells = item.cells(set.catalogue)
      cells += years.map { item.cells[$0]?.value.description }
      cells += item.marks
      if set.choice.successions != nil { cells.append(item.breakList) }
      return cells
    }
    var table = Table(
      columns: Series.columns + years.map(String.init) + Series.markColumns
        + (set.choice.successions == nil ? [] : ["breaks"]),
      rows: rows)
    table.years = Series.columns.count..<Series.columns.count + years.count
    return table
  }
}

extension Series {
  /// The columns that tell which series it is.
  static let columns = [
    "metric_id", "metric", "kind", "unit", "agency_id", "agency", "area_code", "scope", "period_type", "subject",
  ]

  /// The columns that tell what its cells are.
  static let markColumns = ["implied", "bounds", "combined", "also", "conflicts", "sources", "review", "uncertain"]

  /// The cells of `markColumns`.
  var marks: [String?] {
    [
      list { $0.isImplied ? "" : nil }, list { $0.bound == .exact ? nil : $0.bound.rawValue }, list { $0.combined },
      list { $0.also.isEmpty ? nil : "+" + $0.also.joined(separator: ",") },
      list { $0.conflicts.isEmpty ? nil : "≠" + $0.conflicts.joined(separator: ",") },
      list { ":" + $0.sources.joined(separator: "+") }, list(\.review),
      list(\.doubt),
    ]
  }

  /// The cells of `columns`.
  func cells(_ catalogue: Catalogue) -> [String?] {
    [
      key.metric, catalogue.metric(key.metric)?.chinese, key.kind.rawValue, key.unit, key.agencyID, agency, areaCode,
      key.scope, key.periodType.rawValue, key.subject,
    ]
  }
}
