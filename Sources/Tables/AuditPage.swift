import Checks
import EmbeddedFiles
import Observations
import Quantities

/// The audit page: one HTML file that opens without a network.
public struct AuditPage: Sendable {
  /// The file of the index that the page is a part of; `nil` for one page of all documents.
  var index: String?
  private let archive: CheckedArchive
  private let catalogue: Catalogue
  private let selection: FigureSelection?
  private let generator: String

  /// A page of the documents; `generator` names program and version.
  ///
  /// - Parameter selection: what the page shows when it opens; everything if not given. Checks and series lead beyond it, so all
  ///   documents are on the page.
  public init(
    _ archive: CheckedArchive, catalogue: Catalogue, selection: FigureSelection? = nil, generator: String
  ) {
    self.selection = selection
    self.archive = archive
    self.catalogue = catalogue
    self.generator = generator
  }

  private var documents: [CheckedReport] { archive.documents }

  /// The page in UTF-8.
  public var html: [UInt8] {
    var page: [UInt8] = []
    var rest = Self.template[...]
    let parts: [([UInt8], [UInt8])] = [
      (Array("/*{{css}}*/".utf8), Self.bytes(embedded_audit_css)), (Array("/*{{data}}*/".utf8), data),
      (Array("/*{{js}}*/".utf8), Self.bytes(embedded_audit_js)),
    ]
    // The marks are found in the template alone, so that no report can hold one.
    for (mark, content) in parts {
      guard let range = rest.firstRange(of: mark) else { continue }
      page += rest[..<range.lowerBound]
      page += content
      rest = rest[range.upperBound...]
    }
    return page + rest
  }

  private static let template = bytes(embedded_audit_html)

  private static func bytes(_ file: EmbeddedFile) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  // MARK: - Data

  private var data: [UInt8] {
    var json = JSONText(inHTML: true)
    var object = JSONObjectWriter(&json)
    object.member("generator", generator, &json)
    object.member("index", index, &json)
    object.member("selection", &json, writeSelection)
    object.list("documents", documents.enumerated(), &json) { item, json in write(item.element, item.offset, &json) }
    var findingNumbers: [String: [Int]] = [:]
    for (number, finding) in archive.findings.enumerated() {
      for operand in finding.operands { findingNumbers[operand, default: []].append(number) }
    }
    let items = documents.enumerated().flatMap { number, document in
      let implied = Dictionary(document.standingImplied.map { ($0.observation, $0) }) { first, _ in first }
      return document.report.observations.map {
        Item(
          observation: $0, document: document, number: number, findings: findingNumbers[document.id(of: $0.id)] ?? [],
          implied: implied[$0.id])
      }
    }
    object.member("observations", &json) { json in Self.observations.write(items, &json) }
    object.member("metrics", &json, writeMetrics)
    object.member("rules", &json, writeRules)
    object.list("findings", archive.findings.enumerated(), &json) { item, json in
      let finding = item.element
      var object = JSONObjectWriter(&json)
      object.member("id", item.offset, &json)
      object.member("check", finding.check.rawValue, &json)
      object.member("verdict", finding.verdict.rawValue, &json)
      object.member("message", finding.message, &json)
      object.list("operands", finding.operands, &json) { operand, json in json.string(operand) }
      object.list("suspects", archive.suspects[item.offset] ?? [], &json) { set, json in
        json.string(set.joined(separator: " "))
      }
      object.end(&json)
    }
    object.end(&json)
    return json.bytes
  }

  private func writeSelection(_ json: inout JSONText) {
    var object = JSONObjectWriter(&json)
    object.member("metric", selection?.metric, &json)
    let agency = documents.first { document in selection?.agency != nil && selection?.takes(document) == true }
    object.member("agency", agency?.report.identity.agency?.id, &json)
    object.member("year", (selection?.year).map(String.init), &json)
    object.end(&json)
  }

  private func write(_ document: CheckedReport, _ number: Int, _ json: inout JSONText) {
    let identity = document.report.identity
    var object = JSONObjectWriter(&json)
    object.member("id", number + 1, &json)
    object.member("path", document.report.path, &json)
    object.member("agency", identity.agency?.name ?? "", &json)
    object.member("agencyId", identity.agency?.id ?? "", &json)
    object.member("agencyConfidence", identity.agencyConfidence?.rawValue, &json)
    object.member("year", identity.year, &json)
    object.member("yearConfidence", identity.yearConfidence?.rawValue, &json)
    object.list("reasons", identity.reasons, &json) { reason, json in json.string(reason) }
    object.member("url", identity.url, &json)
    let corrected = documents.firstIndex { identity.corrects($0.report.identity) }
    object.member("corrects", corrected.map { $0 + 1 }, &json)
    object.member("kind", identity.kind.rawValue, &json)
    object.member("title", identity.title, &json)
    object.list("lines", document.report.text.lines, &json) { line, json in json.string(line) }
    object.member("outline", &json) { json in Self.outline.write(document.report.outline, &json) }
    object.member("numerals", &json) { json in
      Self.numerals.write(document.report.numerals.lazy.map { ($0, document) }, &json)
    }
    object.end(&json)
  }

  private static let outline = JSONRows<Outline.Stretch>(columns: [
    .init("line") { .number($0.place.line) },
    .init("start") { .number($0.place.start) },
    .init("level") { .number($0.level) },
    .init("kind") { .string($0.kind.name) },
    .init("confidence") { .string($0.confidence.rawValue) },
    .init("words") { .string($0.words) },
    .init("year") { $0.year.map(JSONValue.number) },
    .init("reasons") { $0.reasons.isEmpty ? nil : .string($0.reasons) },
  ])

  private static let numerals = JSONRows<(numeral: LocatedNumeral, document: CheckedReport)>(columns: [
    .init("line") { .number($0.numeral.span.line) },
    .init("start") { .number($0.numeral.span.start) },
    .init("end") { .number($0.numeral.span.end) },
    .init("class") { .string($0.numeral.numeralClass.rawValue) },
    .init("rule") { .string($0.numeral.rule.rawValue) },
    .init("value") { $0.numeral.value.map(JSONValue.decimal) },
    .init("observations") { numeral, document in
      numeral.observations.isEmpty
        ? nil : .strings(numeral.observations.map { document.id(of: document.report.observations[$0].id) })
    },
  ])

  /// An observation with the number of its document, those of the findings about it, and what it implies.
  private struct Item {
    let observation: Observation
    let document: CheckedReport
    let number: Int
    let findings: [Int]
    let implied: ImpliedValue?

    var quantity: Quantity { observation.quantity }
  }

  private static let observations = JSONRows<Item>(columns: [
    .init("id") { .string($0.document.id(of: $0.observation.id)) },
    .init("document") { .number($0.number + 1) },
    .init("line") { .number($0.observation.span.line) },
    .init("start") { .number($0.observation.span.start) },
    .init("end") { .number($0.observation.span.end) },
    .init("text") { .excerpt($0.observation.text) },
    .init("value") { .decimal($0.quantity.value) },
    .init("low") { $0.quantity.low.map(JSONValue.decimal) },
    .init("high") { $0.quantity.high.map(JSONValue.decimal) },
    .init("unit") { .string($0.quantity.unit.name) },
    .init("kind") { .string($0.quantity.kind.rawValue) },
    .init("bound") { .string($0.quantity.bound.rawValue) },
    .init("subject") { .excerpt($0.observation.subject) },
    .init("periodType") { .string($0.observation.periodType.rawValue) },
    .init("status") { .string($0.observation.status.rawValue) },
    .init("rule") { .string($0.observation.rule.rawValue) },
    .init("year") { $0.observation.year.map(JSONValue.number) },
    .init("metric") { $0.observation.metric.map(JSONValue.string) },
    .init("reading") { item in
      item.observation.notes.isEmpty ? nil : .string(item.observation.notes.joined(separator: "；"))
    },
    .init("scope") { $0.observation.scope.map(JSONValue.string) },
    .init("partOf") { item in item.observation.partOf.map { .string(item.document.id(of: $0)) } },
    .init("findings") { $0.findings.isEmpty ? nil : .numbers($0.findings) },
    .init("implied") { item in
      item.implied.map { implied in .object { json in implied.write(in: item.document, &json) } }
    },
    .init("review") { item in item.document.reviews[item.observation.id].map { review in .object(review.write) } },
  ])

  private func writeMetrics(_ json: inout JSONText) {
    let used = Set(documents.flatMap { $0.report.observations.compactMap(\.metric) })
    json.raw("{")
    for (number, metric) in catalogue.metrics.filter({ used.contains($0.id) }).enumerated() {
      if number > 0 { json.raw(",") }
      json.string(metric.id)
      json.raw(":")
      var object = JSONObjectWriter(&json)
      object.member("zh", metric.chinese, &json)
      object.member("en", metric.english, &json)
      object.member("unit", metric.units[0], &json)
      object.list("examples", metric.examples.map(\.marked), &json) { example, json in json.string(example) }
      object.end(&json)
    }
    json.raw("}")
  }

  private func writeRules(_ json: inout JSONText) {
    json.raw("{")
    for (number, rule) in Rule.all.enumerated() {
      if number > 0 { json.raw(",") }
      json.string(rule.name.rawValue)
      json.raw(":")
      var object = JSONObjectWriter(&json)
      object.member("zh", rule.title, &json)
      object.list("examples", rule.examples.filter(\.isPositive).map(\.marked), &json) { example, json in
        json.string(example)
      }
      object.end(&json)
    }
    json.raw("}")
  }
}

extension Review {
  fileprivate func write(_ json: inout JSONText) {
    var object = JSONObjectWriter(&json)
    object.member("decision", decision.rawValue, &json)
    object.member("value", value, &json)
    object.member("reason", reason, &json)
    object.member("reviewer", reviewer, &json)
    object.member("stored", "yes", &json)
    object.end(&json)
  }
}

extension ImpliedValue {
  /// - Parameter document: that of the figure which implies it.
  fileprivate func write(in document: CheckedReport, _ json: inout JSONText) {
    var object = JSONObjectWriter(&json)
    object.member("year", year, &json)
    object.member("value", value.description, &json)
    object.member("low", low.description, &json)
    object.member("high", high.description, &json)
    object.member("growth", document.id(of: growth), &json)
    object.end(&json)
  }
}
