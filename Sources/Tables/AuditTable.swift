import Checks
import Observations
import Quantities
import ReportText

/// The figures behind a cell of a table: those of a metric, an agency (by id or name) and a year, where given.
public struct FigureSelection: Sendable {
  /// The metric's id.
  public let metric: String?
  /// The agency's id or name.
  public let agency: String?
  /// The year that figures are about.
  public let year: Int?

  /// A selection; what isn't given selects all.
  public init(metric: String?, agency: String?, year: Int?) {
    self.metric = metric
    self.agency = agency
    self.year = year
  }

  /// Whether a document is of the agency.
  public func takes(_ document: CheckedReport) -> Bool {
    guard let agency else { return true }
    let issuer = document.report.identity.agency
    return issuer?.id == agency || issuer?.name == agency
  }

  func takes(_ observation: Observation, year: Int?) -> Bool {
    (metric == nil || observation.metric == metric) && (self.year == nil || year == self.year)
  }
}

extension Table {
  /// Each selected figure beside its sentence, in which it stands between ⟦ and ⟧, with how it was read and what checks say. A value
  /// of the year before that a growth implies has a row of its own, with the sentence of the growth.
  public static func audit(_ archive: CheckedArchive, _ selection: FigureSelection, catalogue: Catalogue) -> Table {
    var checks: [String: [String]] = [:]
    for finding in archive.findings {
      let text = "\(finding.check.rawValue):\(finding.verdict.rawValue) \(finding.message)"
      for operand in finding.operands { checks[operand, default: []].append(text) }
    }
    var rows: [[String?]] = []
    for document in archive.documents where selection.takes(document) {
      let sentences = MarkedSentences(document.report)
      let observations = document.report.observations
      let places = observations.placesByID
      for observation in observations where selection.takes(observation, year: observation.year) {
        let id = document.id(of: observation.id)
        let figure = AuditedFigure(
          id: id, reading: observation, place: observation, derivation: "stated", checks: checks[id] ?? [])
        rows.append(figure.row(document, sentences, catalogue))
      }
      for implied in document.standingImplied {
        guard let base = places[implied.observation].map({ observations[$0] }),
          let growth = places[implied.growth].map({ observations[$0] }),
          selection.takes(base, year: implied.year)
        else { continue }
        let figure = AuditedFigure(
          id: document.id(of: growth.id) + "-implied", reading: implied.figure(from: base), place: growth,
          derivation: "implied", checks: [])
        rows.append(figure.row(document, sentences, catalogue))
      }
    }
    return Table(columns: AuditedFigure.columns, rows: rows)
  }
}

/// A stated or implied figure with the observation that tells its meaning and the one that tells its place.
private struct AuditedFigure {
  let id: String
  let reading: Observation
  let place: Observation
  let derivation: String
  let checks: [String]

  static let columns = [
    "document", "line", "sentence", "value", "low", "high", "unit", "kind", "bound", "year", "period_type", "status",
    "metric_id", "metric", "pattern", "subject", "scope", "agency_id", "agency", "part_of", "rule", "reading",
    "derivation", "checks", "review", "observation_id",
  ]

  /// `correct 121 (甲: 笔误)`: what a person decided, beside the figure as read.
  private func review(_ document: CheckedReport) -> String? {
    guard derivation == "stated", let review = document.reviews[reading.id] else { return nil }
    let words = [review.decision.rawValue, review.value?.description].compactMap { $0 }.joined(separator: " ")
    let source = [review.reviewer, review.reason].filter { !$0.isEmpty }.joined(separator: ": ")
    return source.isEmpty ? words : "\(words) (\(source))"
  }

  func row(_ document: CheckedReport, _ sentences: MarkedSentences, _ catalogue: Catalogue) -> [String?] {
    let quantity = reading.quantity
    let agency = document.report.identity.agency
    return [
      document.report.path, String(place.span.line), sentences.sentence(of: place), quantity.value.description,
      quantity.low?.description, quantity.high?.description, quantity.unit.name, quantity.kind.rawValue,
      quantity.bound.rawValue,
      reading.year.map(String.init), reading.periodType.rawValue, reading.status.rawValue, reading.metric,
      reading.metric.flatMap(catalogue.metric)?.chinese, reading.pattern, reading.subject.description, reading.scope,
      agency?.id, agency?.name, reading.partOf.map(document.id(of:)), reading.rule.rawValue,
      reading.notes.isEmpty ? nil : reading.notes.joined(separator: "；"), derivation,
      checks.isEmpty ? nil : checks.joined(separator: "\n"), review(document), id,
    ]
  }
}
