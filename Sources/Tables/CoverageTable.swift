import Checks
import Observations

/// What reports tell of a metric of a body in a year, so that an empty cell of a trend can be understood.
enum Coverage: String {
  /// A result of the whole.
  case told
  /// Only results of some months, of a part of a total or of a field or area.
  case part
  /// Only figures that aren't sure enough or that a person rejected.
  case withheld
  /// Nothing, though the body tells of the metric in another year and of other things in this one.
  case notTold = "not_told"
}

extension Table {
  /// A row for each metric and year of a body: every metric that its documents tell of in some year, in every year that they tell of or are
  /// about.
  public static func coverage(
    _ documents: [CheckedReport], catalogue: Catalogue, choice: SeriesChoice = SeriesChoice()
  ) -> Table {
    let bodies = Dictionary(grouping: documents) { $0.report.identity.agency?.id ?? $0.ownBodyID }
    let rows = bodies.sorted { $0.key < $1.key }.flatMap { id, documents in
      BodyCoverage(documents, choice).rows(id, catalogue)
    }
    return Table(columns: ["metric_id", "metric", "agency_id", "agency", "year", "state", "figures"], rows: rows)
  }
}

/// What the documents of one body tell.
private struct BodyCoverage {
  private var states: [String: [Int: (state: Coverage, figures: Int)]] = [:]
  private var years: Set<Int> = []
  private let name: String

  init(_ documents: [CheckedReport], _ choice: SeriesChoice) {
    name = documents.compactMap { $0.report.identity.agency?.name }.max { $0.count < $1.count } ?? ""
    for document in documents {
      if let year = document.report.identity.year, choice.years?.contains(year) ?? true { years.insert(year) }
      for observation in document.report.observations {
        guard let metric = observation.metric, let year = observation.year, choice.includes(observation, year: year)
        else { continue }
        years.insert(year)
        let known = states[metric]?[year]
        let state = Self.state(of: observation, document)
        states[metric, default: [:]][year] = (
          Self.fullest(known?.state, state), (known?.figures ?? 0) + 1
        )
      }
    }
  }

  private static func state(of observation: Observation, _ document: CheckedReport) -> Coverage {
    if document.reviewed(observation) == nil { return .withheld }
    let isOfAll = observation.months == nil && observation.partOf == nil && document.tellsOfAll(observation)
    return isOfAll ? .told : .part
  }

  private static func fullest(_ one: Coverage?, _ other: Coverage) -> Coverage {
    let order: [Coverage] = [.told, .part, .withheld]
    return order.first { $0 == one || $0 == other } ?? other
  }

  func rows(_ id: String, _ catalogue: Catalogue) -> [[String?]] {
    catalogue.metrics.flatMap { metric -> [[String?]] in
      guard let told = states[metric.id] else { return [] }
      return years.sorted().map { year in
        let (state, figures) = told[year] ?? (.notTold, 0)
        return [metric.id, metric.chinese, id, name, String(year), state.rawValue, String(figures)]
      }
    }
  }
}
