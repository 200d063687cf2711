import Checks
import Observations
import Quantities
import ReportText
import Tables

/// Reports that the tests of the tables show.
enum SampleReports {
  static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  /// One metric for each rule of combination.
  static let combinations = try! Catalogue(files: [
    (
      "test.yaml",
      "metrics:\n"
        + Metric.Combination.allCases.map { combination in
          """
            - {id: \(combination.rawValue.replacing("-", with: "_")), zh: 指标, en: Metric, unit: [件], period: flow,
               combine: \(combination.rawValue), patterns: ["甲 {n}"], examples: ["甲⟦1件⟧"]}

          """
        }.joined()
    )
  ])

  /// A report read and checked.
  static func read(
    _ text: String, path: String = "a.txt", sha256: String = "0123456789abcdef", catalogue: Catalogue = catalogue
  ) -> CheckedReport {
    let report = ReportReader(catalogue: catalogue).read(SourceText(source: Array(text.utf8)), path: path)
    return CheckedReport(sha256: sha256, checking: report)
  }

  /// A report of 椒江区教育局 with given figures, for tables that need nothing else of it.
  static func made(
    _ observations: [Observation], sha256: String = "0123456789abcdef", agency: String? = "331002-education",
    findings: [Finding] = [], implied: [ImpliedValue] = [], reviews: [String: Review] = [:], year: Int = 2022,
    title: String? = nil, corrects: String? = nil
  ) -> CheckedReport {
    let division = Division(code: "331002", name: "椒江区", from: 1994, to: nil)
    var identity = ReportIdentity(
      title: title, agency: agency.map { Agency(id: $0, name: "椒江区教育局", division: division) },
      agencyConfidence: .high, year: year, yearConfidence: .high, kind: .annualReport, reasons: [])
    identity.corrects = corrects
    let report = Report(
      path: sha256 + ".txt", text: SourceText(source: []), identity: identity,
      numerals: [], observations: observations)
    return CheckedReport(sha256: sha256, report: report, findings: findings, implied: implied, reviews: reviews)
  }

  /// What a growth `growth` of a figure implies of a year.
  static func implied(
    _ low: String, _ high: String? = nil, of observation: String = "1", growth: String = "g", year: Int = 2021
  ) -> ImpliedValue {
    let (low, high) = (ExactDecimal(low)!, ExactDecimal(high ?? low)!)
    return ImpliedValue(
      observation: observation, growth: growth, year: year, value: Interval(low: low, high: high).middle!, low: low,
      high: high)
  }

  /// A figure with what matters to a trend.
  static func figure(
    _ value: String, _ id: String = "1-0", metric: String? = "separate", subject: String = "甲", scope: String? = nil,
    year: Int? = 2022, status: Status = .actual, partOf: String? = nil, kind: QuantityKind = .count,
    unit: String = "件", bound: Bound = .exact, periodType: PeriodType = .flow,
    confidence: ReportIdentity.Confidence = .high
  ) -> Observation {
    let exact = ExactDecimal(value)!
    var observation = Observation(
      id: id, span: SourceSpan(line: 1, start: 0, end: 1), text: Excerpt(value + unit), quote: Excerpt(value + unit),
      quantity: Quantity(
        value: exact, low: [.atMost, .about].contains(bound) ? nil : exact,
        high: [.atLeast, .about].contains(bound) ? nil : exact, unit: Unit(unit), kind: kind, bound: bound),
      subject: Excerpt(subject), scope: scope, year: year, status: status, periodType: periodType, partOf: partOf,
      metric: metric,
      pattern: nil, rule: .count, notes: [])
    observation.confidence = confidence
    return observation
  }
}
