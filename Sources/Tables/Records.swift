import Observations
import Quantities

/// Records of a report's numerals, one for each statistic (a figure with two subjects makes two) and, if asked for, one
/// for each other numeral.
public struct Records: Sendable {
  /// The fields of a record in their order.
  public static let fields = [
    "document", "line", "start", "end", "text", "class", "value", "low", "high", "unit", "kind", "bound", "subject",
    "scope", "year", "period_type", "status", "part_of", "metric", "agency", "agency_id", "rule",
  ]

  private let report: Report
  private let withAll: Bool

  /// The records of `report`: statistics only, or with `all` every numeral.
  public init(of report: Report, all: Bool) {
    self.report = report
    withAll = all
  }

  /// Adds the records as NDJSON, one object a line.
  public func write(to json: inout JSONText) {
    forEach { numeral, index in
      let observation = index.map { report.observations[$0] }
      var object = JSONObjectWriter(&json)
      object.member("document", report.path, &json)
      object.member("line", numeral.span.line, &json)
      object.member("start", numeral.span.start, &json)
      object.member("end", numeral.span.end, &json)
      object.member("text", numeral.text, &json)
      object.member("class", numeral.numeralClass.rawValue, &json)
      object.member("value", (observation?.quantity.value ?? numeral.value)?.description, &json)
      if let observation {
        object.member("low", observation.quantity.low?.description, &json)
        object.member("high", observation.quantity.high?.description, &json)
        object.member("unit", observation.quantity.unit.name, &json)
        object.member("kind", observation.quantity.kind.rawValue, &json)
        object.member("bound", observation.quantity.bound.rawValue, &json)
        object.member("subject", observation.subject, &json)
        object.member("scope", observation.scope, &json)
        object.member("year", observation.year, &json)
        object.member("period_type", observation.periodType.rawValue, &json)
        object.member("status", observation.status.rawValue, &json)
        object.member("part_of", partOf(index), &json)
        object.member("metric", observation.metric, &json)
        object.member("agency", report.identity.agency?.name, &json)
        object.member("agency_id", report.identity.agency?.id, &json)
      }
      object.member("rule", numeral.rule.rawValue, &json)
      object.end(&json)
      json.raw("\n")
    }
  }

  /// The records as rows of `fields`.
  public var rows: [[String?]] {
    var rows: [[String?]] = []
    forEach { numeral, index in
      let observation = index.map { report.observations[$0] }
      let quantity = observation?.quantity
      rows.append([
        report.path, String(numeral.span.line), String(numeral.span.start), String(numeral.span.end), numeral.text,
        numeral.numeralClass.rawValue, (quantity?.value ?? numeral.value)?.description, quantity?.low?.description,
        quantity?.high?.description, quantity?.unit.name, quantity?.kind.rawValue, quantity?.bound.rawValue,
        observation?.subject, observation?.scope, observation?.year.map(String.init), observation?.periodType.rawValue,
        observation?.status.rawValue, partOf(index), observation?.metric,
        observation == nil ? nil : report.identity.agency?.name, observation == nil ? nil : report.identity.agency?.id,
        numeral.rule.rawValue,
      ])
    }
    return rows
  }

  /// Calls `body` with each numeral and the index of each observation made of it.
  private func forEach(_ body: (LocatedNumeral, Int?) -> Void) {
    for numeral in report.numerals {
      if !numeral.observations.isEmpty {
        for index in numeral.observations { body(numeral, index) }
      } else if withAll {
        body(numeral, nil)
      }
    }
  }

  /// `line:start` of the total, which stands shortly before its parts.
  private func partOf(_ index: Int?) -> String? {
    guard let index, let id = report.observations[index].partOf,
      let total = report.observations[..<index].last(where: { $0.id == id })
    else { return nil }
    return "\(total.span.line):\(total.span.start)"
  }
}
