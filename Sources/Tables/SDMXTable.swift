import Checks
import Observations
import Quantities

extension Table {
  /// The series as SDMX-CSV 2.0 has them: a row for each figure, of the dataflow `NIANBAO:TREND(1.0.0)`. Its dimensions,
  /// attributes and code lists are told in docs/sdmx.md.
  public static func sdmx(_ set: SeriesSet) -> Table {
    var rows: [[String?]] = []
    for series in set.chosen {
      let key = series.key
      for (year, cell) in series.cells.sorted(by: { $0.key < $1.key }) {
        var row: [String?] = ["dataflow", "NIANBAO:TREND(1.0.0)", "I", "A", key.metric, key.kind.rawValue, key.unit]
        // _Z: not applicable, as in the code lists that all SDMX data share.
        row += [
          key.agencyID, key.scope ?? "_Z", key.periodType.rawValue, key.subject ?? "_Z",
        ]
        row += [String(year), cell.value.description, set.choice.status.sdmxStatus(series, year, cell)]
        row += [cell.bound.sdmxCode, cell.interval?.low?.description, cell.interval?.high?.description]
        row += [
          cell.combined.map { String($0.dropFirst()) },
          cell.conflicts.isEmpty ? nil : cell.conflicts.joined(separator: " "),
        ]
        row += [cell.sources.joined(separator: " "), cell.review.map { String($0.dropFirst()) }]
        row += [series.areaCode, series.agency]
        rows.append(row)
      }
    }
    return Table(
      columns: [
        "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "METRIC", "KIND", "UNIT_MEASURE", "AGENCY", "SCOPE",
        "PERIOD_TYPE",
        "SUBJECT", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "BOUND", "VALUE_LOW", "VALUE_HIGH", "COMBINATION",
        "CONFLICTS",
        "SOURCES", "REVIEW", "REF_AREA", "AGENCY_NAME",
      ], rows: rows)
  }
}

extension Status {
  /// The code of a figure in the list of observation statuses that all SDMX data share.
  fileprivate func sdmxStatus(_ series: Series, _ year: Int, _ cell: Series.Cell) -> String {
    if self == .target { return "F" }
    if cell.isImplied { return "I" }
    if !cell.conflicts.isEmpty { return "U" }
    return series.breaks[year] == nil ? "A" : "B"
  }
}

extension Bound {
  /// A code, since those of SDMX hold no signs.
  fileprivate var sdmxCode: String {
    switch self {
    case .exact: "EQ"
    case .atLeast: "GE"
    case .atMost: "LE"
    case .about: "APPROX"
    case .range: "RANGE"
    }
  }
}
