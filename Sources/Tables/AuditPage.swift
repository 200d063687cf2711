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
    let observations = documents.enumerated().flatMap { number, document in
      document.report.observations.map { (number, document, $0) }
    }
    object.list("observations", observations, &json) { item, json in
      write(item.2, of: item.1, item.0, findingNumbers[item.1.id(of: item.2.id)] ?? [], &json)
    }
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
    object.member("kind", identity.kind.rawValue, &json)
    object.member("title", identity.title, &json)
    object.list("lines", document.report.text.lines, &json) { line, json in json.string(line) }
    object.list("numerals", document.report.numerals, &json) { numeral, json in
      var object = JSONObjectWriter(&json)
      object.member("line", numeral.span.line, &json)
      object.member("start", numeral.span.start, &json)
      object.member("end", numeral.span.end, &json)
      object.member("class", numeral.numeralClass.rawValue, &json)
      object.member("rule", numeral.rule.rawValue, &json)
      object.member("value", numeral.value?.description, &json)
      object.list("observations", numeral.observations, &json) { index, json in
        json.string(document.id(of: document.report.observations[index].id))
      }
      object.end(&json)
    }
    object.end(&json)
  }

  private func write(
    _ observation: Observation, of document: CheckedReport, _ number: Int, _ findings: [Int], _ json: inout JSONText
  ) {
    let quantity = observation.quantity
    var object = JSONObjectWriter(&json)
    object.member("id", document.id(of: observation.id), &json)
    object.member("document", number + 1, &json)
    object.member("line", observation.span.line, &json)
    object.member("start", observation.span.start, &json)
    object.member("end", observation.span.end, &json)
    object.member("text", observation.text, &json)
    object.member("value", quantity.value.description, &json)
    object.member("low", quantity.low?.description, &json)
    object.member("high", quantity.high?.description, &json)
    object.member("unit", quantity.unit.name, &json)
    object.member("kind", quantity.kind.rawValue, &json)
    object.member("bound", quantity.bound.rawValue, &json)
    object.member("subject", observation.subject, &json)
    object.member("scope", observation.scope, &json)
    object.member("year", observation.year, &json)
    object.member("periodType", observation.periodType.rawValue, &json)
    object.member("status", observation.status.rawValue, &json)
    object.member("partOf", observation.partOf.map(document.id(of:)), &json)
    object.member("metric", observation.metric, &json)
    object.member("rule", observation.rule.rawValue, &json)
    object.list("findings", findings, &json) { finding, json in json.number(finding) }
    if let review = document.reviews[observation.id] {
      object.member("review", &json) { json in
        var object = JSONObjectWriter(&json)
        object.member("decision", review.decision.rawValue, &json)
        object.member("value", review.value, &json)
        object.member("reason", review.reason, &json)
        object.member("reviewer", review.reviewer, &json)
        object.member("stored", "yes", &json)
        object.end(&json)
      }
    }
    object.member("reading", observation.notes.isEmpty ? nil : observation.notes.joined(separator: "；"), &json)
    object.end(&json)
  }

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
