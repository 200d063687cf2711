import Checks
import Observations

extension Table {
  /// The long table: a row for each observation with its source span and quote, and one for each implied value, with the
  /// span and quote of the growth that implies it. A corrected figure has the right value; the words of the file and the mark
  /// in `review` tell of it. A rejected figure has no value in the table of all figures, and no row among those asked for; one that is
  /// withheld has none in either.
  ///
  /// - Parameters:
  ///   - choice: which figures; all if it isn't given.
  ///   - pages: the audit pages beside the table; if given, a last column `link` leads to each figure on them.
  public static func observations(
    _ documents: [CheckedReport], catalogue: Catalogue, choice: SeriesChoice? = nil, pages: AuditPages? = nil
  ) -> Table {
    var rows: [[String?]] = []
    let link = { (observation: Observation, document: CheckedReport) in
      pages.map { [$0.link(to: observation.id, of: document)] } ?? []
    }
    for document in documents {
      let observations = document.report.observations
      let places = observations.placesByID
      for read in observations where choice?.includes(read, year: read.year) ?? true {
        if let observation = document.reviewed(read) {
          rows.append(row(observation, document, catalogue) + link(read, document))
        } else if choice == nil, !document.isWithheld(read) {
          var cells = row(read, document, catalogue)
          for column in ["value", "value_low", "value_high"] { cells[columnIndex[column]!] = nil }
          rows.append(cells + link(read, document))
        }
      }
      for implied in document.standingImplied {
        guard let base = places[implied.observation].map({ observations[$0] }),
          let growth = places[implied.growth].map({ observations[$0] }),
          choice?.includes(base, year: implied.year) ?? true
        else { continue }
        var cells = row(implied.figure(from: base), document, catalogue)
        // It is as sure as the less sure of both.
        let confidences = [base, growth].compactMap { document.reviewed($0)?.confidence }
        cells[columnIndex["confidence"]!] = confidences.min()?.rawValue
        let replaced: [(String, String?)] = [
          ("derivation", "implied"), ("line", String(growth.span.line)), ("start", String(growth.span.start)),
          ("end", String(growth.span.end)), ("text", growth.text.description), ("quote", growth.quote.description),
          ("observation_id", document.id(of: growth.id) + "-implied"), ("checks", nil), ("review", nil),
        ]
        for (column, value) in replaced { cells[columnIndex[column]!] = value }
        rows.append(cells + link(growth, document))
      }
    }
    return Table(columns: longColumns + (pages == nil ? [] : ["link"]), rows: rows)
  }

  private static let longColumns = [
    "metric_id", "metric", "agency_id", "agency", "area_code", "year", "value", "value_low", "value_high", "unit",
    "kind",
    "bound", "status", "part_of", "subject", "scope", "period_type", "period_start", "period_end", "confidence",
    "derivation", "document", "line", "start", "end",
    "text",
    "quote", "rule", "observation_id", "checks", "review",
  ]

  private static let columnIndex = Dictionary(uniqueKeysWithValues: longColumns.enumerated().map { ($1, $0) })

  private static func row(_ observation: Observation, _ document: CheckedReport, _ catalogue: Catalogue) -> [String?] {
    let identity = document.report.identity
    let quantity = observation.quantity
    let checks = document.findings.filter { $0.operands.first == observation.id }
      .map { "\($0.check.rawValue):\($0.verdict.rawValue)" }
    return [
      observation.metric, observation.metric.flatMap(catalogue.metric)?.chinese, identity.agency?.id,
      identity.agency?.name,
      identity.agency?.division?.code, observation.year.map(String.init), quantity.value.description,
      quantity.low?.description, quantity.high?.description, quantity.unit.name, quantity.kind.rawValue,
      quantity.bound.rawValue, observation.status.rawValue, observation.partOf.map(document.id(of:)),
      observation.subject.description,
      observation.scope, observation.periodType.rawValue, observation.period.start?.description,
      observation.period.end?.description,
      observation.confidence.rawValue, "stated", document.report.path, String(observation.span.line),
      String(observation.span.start), String(observation.span.end), observation.text.description,
      observation.quote.description,
      observation.rule.rawValue, document.id(of: observation.id), checks.isEmpty ? nil : checks.joined(separator: " "),
      document.reviews[observation.id]?.decision.rawValue,
    ]
  }
}
