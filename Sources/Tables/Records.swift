import Observations
import Quantities
import ReportText

/// Records of a report's numerals, one for each statistic (a figure with two subjects makes two) and, if asked for, one
/// for each other numeral.
public struct Records: Sendable {
  /// The fields of a record in their order.
  public static let fields = [
    "document", "line", "start", "end", "text", "class", "value", "low", "high", "unit", "kind", "bound", "subject",
    "scope", "year", "period_type", "period_start", "period_end", "status", "confidence", "part_of", "metric", "agency",
    "agency_id", "rule",
  ]

  private let path: String
  private let agency: Agency?
  private let withAll: Bool
  /// The members that are the same in all records, as JSON: the opening one and those of a figure's agency.
  private let opening: [UInt8]
  private let agencyMembers: [UInt8]

  /// The records of the report at `path`, issued by `agency`: statistics only, or with `all` every numeral.
  public init(path: String, agency: Agency?, all: Bool) {
    self.path = path
    self.agency = agency
    withAll = all
    opening = Self.json { object, json in object.member("document", path, &json) }
    agencyMembers = Self.json { object, json in
      object.member("agency", agency?.name, &json)
      object.member("agency_id", agency?.id, &json)
    }
  }

  /// The members that `write` adds, without the braces around them.
  private static func json(_ write: (inout JSONObjectWriter, inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    var object = JSONObjectWriter(&json)
    write(&object, &json)
    return Array(json.bytes.dropFirst())
  }

  /// Adds the records of a paragraph as NDJSON, one object a line.
  public func write(_ figures: ParagraphFigures, to json: inout JSONText) {
    // By spans, so that no record is copied to be written.
    let (numerals, observations) = (figures.numerals.span, figures.observations.span)
    for number in numerals.indices {
      for index in numerals[number].observations {
        var object = opened(numerals[number], value: observations[index].quantity.value, &json)
        write(observations[index], figures, &object, &json)
        close(numerals[number], &object, &json)
      }
      guard withAll, numerals[number].observations.isEmpty else { continue }
      var object = opened(numerals[number], value: numerals[number].value, &json)
      close(numerals[number], &object, &json)
    }
  }

  private func opened(
    _ numeral: borrowing LocatedNumeral, value: ExactDecimal?, _ json: inout JSONText
  ) -> JSONObjectWriter {
    var object = JSONObjectWriter(&json)
    object.members(opening, &json)
    object.member("line", numeral.span.line, &json)
    object.member("start", numeral.span.start, &json)
    object.member("end", numeral.span.end, &json)
    object.member("text", numeral.text, &json)
    object.member("class", numeral.numeralClass.rawValue, &json)
    object.member("value", value, &json)
    return object
  }

  private func write(
    _ observation: borrowing Observation, _ figures: ParagraphFigures, _ object: inout JSONObjectWriter,
    _ json: inout JSONText
  ) {
    object.member("low", observation.quantity.low, &json)
    object.member("high", observation.quantity.high, &json)
    object.member("unit", observation.quantity.unit.name, &json)
    object.member("kind", observation.quantity.kind.rawValue, &json)
    object.member("bound", observation.quantity.bound.rawValue, &json)
    object.member("subject", observation.subject, &json)
    object.member("scope", observation.scope, &json)
    object.member("year", observation.year, &json)
    object.member("period_type", observation.periodType.rawValue, &json)
    let period = observation.period
    object.member("period_start", period.start, &json)
    object.member("period_end", period.end, &json)
    object.member("status", observation.status.rawValue, &json)
    object.member("confidence", observation.confidence.rawValue, &json)
    object.member("part_of", partOf(observation.partOf, figures), &json)
    object.member("metric", observation.metric, &json)
    object.members(agencyMembers, &json)
  }

  private func close(_ numeral: borrowing LocatedNumeral, _ object: inout JSONObjectWriter, _ json: inout JSONText) {
    object.member("rule", numeral.rule.rawValue, &json)
    object.end(&json)
    json.raw("\n")
  }

  /// The records of a paragraph as rows of `fields`.
  public func rows(_ figures: ParagraphFigures) -> [[String?]] {
    var rows: [[String?]] = []
    func add(_ numeral: LocatedNumeral, _ observation: Observation?) {
      let quantity = observation?.quantity
      rows.append([
        path, String(numeral.span.line), String(numeral.span.start), String(numeral.span.end),
        numeral.text.description, numeral.numeralClass.rawValue, (quantity?.value ?? numeral.value)?.description,
        quantity?.low?.description, quantity?.high?.description, quantity?.unit.name, quantity?.kind.rawValue,
        quantity?.bound.rawValue, observation?.subject.description, observation?.scope,
        observation?.year.map(String.init), observation?.periodType.rawValue, observation?.period.start?.description,
        observation?.period.end?.description, observation?.status.rawValue, observation?.confidence.rawValue,
        partOf(observation?.partOf, figures), observation?.metric, observation == nil ? nil : agency?.name,
        observation == nil ? nil : agency?.id, numeral.rule.rawValue,
      ])
    }
    for numeral in figures.numerals {
      for index in numeral.observations { add(numeral, figures.observations[index]) }
      if withAll, numeral.observations.isEmpty { add(numeral, nil) }
    }
    return rows
  }

  /// `line:start` of the total, which stands in the same paragraph.
  private func partOf(_ id: String?, _ figures: ParagraphFigures) -> String? {
    guard let id, let total = figures.observations.last(where: { $0.id == id })?.span else { return nil }
    return "\(total.line):\(total.start)"
  }
}
