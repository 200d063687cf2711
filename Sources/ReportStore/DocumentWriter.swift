import Checks
import GRDB
import Observations
import ReportText

/// Writes documents with all that was read of them, by statements that are prepared once for all rows.
struct DocumentWriter {
  private let db: Database
  private let run: Int64
  private let documents: RowInsert
  private let stretches: RowInsert
  private let repairs: RowInsert
  private let numerals: RowInsert
  private let observations: RowInsert
  private let findings: RowInsert
  private let operands: RowInsert
  private let implied: RowInsert

  /// A writer of what `run` reads.
  init(_ db: Database, run: Int64) throws {
    self.db = db
    self.run = run
    documents = try RowInsert(
      db, into: "documents",
      """
      sha256, path, title, agency_id, agency_confidence, year, year_confidence, kind, reasons, encoding, source, run_id, url,
      content_sha256, agency_name, corrects
      """)
    stretches = try RowInsert(
      db, into: "stretches",
      "document_id, line, start, \"end\", level, kind, year, confidence, margin, words, reasons")
    repairs = try RowInsert(db, into: "repairs", "document_id, line, start, \"end\", kind")
    numerals = try RowInsert(
      db, into: "numerals", "document_id, line, start, \"end\", text, class, value, rule, issue")
    observations = try RowInsert(
      db, into: "observations",
      """
      numeral_id, document_id, key, quote, subject, scope, year, period_type, status, part_of, metric_id, pattern, value, low,
      high, unit, kind, bound, rule, notes, first_month, last_month, confidence, is_cell
      """)
    findings = try RowInsert(db, into: "findings", "document_id, name, verdict, message")
    operands = try RowInsert(db, into: "finding_operands", "finding_id, position, observation_id")
    implied = try RowInsert(db, into: "implied_values", "observation_id, growth_id, year, value, low, high")
  }

  /// Writes a document and returns its row.
  func write(_ document: CheckedReport) throws -> Int64 {
    let report = document.report
    let id = try insertDocument(document)
    for stretch in report.outline { try insert(stretch, id) }
    var cursor = SpanCursor(report.text)
    for repair in report.text.repairs { try insert(repair.kind, at: cursor.span(ofSource: repair.source), id) }
    var rows: [String: Int64] = [:]
    rows.reserveCapacity(report.observations.count)
    for numeral in report.numerals {
      let numeralID = try insert(numeral, id)
      for index in numeral.observations {
        let observation = report.observations[index]
        rows[observation.id] = try insert(observation, numeralID, id)
      }
    }
    for finding in document.findings { try insert(finding, id, rows) }
    for value in document.implied { try insert(value, rows) }
    try RowHash.keep(id, db)
    return id
  }

  private func insertDocument(_ document: CheckedReport) throws -> Int64 {
    let (report, identity) = (document.report, document.report.identity)
    if let agency = identity.agency { try insert(agency) }
    documents.add(document.sha256)
    documents.add(report.path)
    documents.add(identity.title)
    documents.add(identity.agency?.id)
    documents.add(identity.agencyConfidence?.rawValue)
    documents.add(identity.year)
    documents.add(identity.yearConfidence?.rawValue)
    documents.add(identity.kind.rawValue)
    documents.add(identity.reasons.joined(separator: "\n"))
    documents.add(report.text.encoding.rawValue)
    documents.add(report.text.source)
    documents.add(run)
    documents.add(identity.url)
    documents.add(document.contentSHA256)
    documents.add(identity.agency?.name)
    documents.add(identity.corrects)
    return try documents.insert()
  }

  /// Which of the names that documents tell for an agency it has, triggers decide.
  private func insert(_ agency: Agency) throws {
    try db.cachedStatement(
      sql: "INSERT INTO agencies (id, name, area_code, area, level) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
    ).execute(arguments: [
      agency.id, agency.name, agency.division?.code, agency.division?.name, agency.division?.level.rawValue,
    ])
  }

  private func insert(_ stretch: Outline.Stretch, _ document: Int64) throws {
    stretches.add(document)
    stretches.add(stretch.place.line)
    stretches.add(stretch.place.start)
    stretches.add(stretch.place.end)
    stretches.add(stretch.level)
    stretches.add(stretch.kind.name)
    stretches.add(stretch.year)
    stretches.add(stretch.confidence.rawValue)
    stretches.add(stretch.margin)
    stretches.add(stretch.words)
    stretches.add(stretch.reasons)
    try stretches.insert()
  }

  private func insert(_ repair: Repair.Kind, at span: SourceSpan, _ document: Int64) throws {
    repairs.add(document)
    repairs.add(span.line)
    repairs.add(span.start)
    repairs.add(span.end)
    repairs.add(repair.rawValue)
    try repairs.insert()
  }

  private func insert(_ numeral: LocatedNumeral, _ document: Int64) throws -> Int64 {
    numerals.add(document)
    numerals.add(numeral.span.line)
    numerals.add(numeral.span.start)
    numerals.add(numeral.span.end)
    numerals.add(numeral.text)
    numerals.add(numeral.numeralClass.rawValue)
    numerals.add(numeral.value)
    numerals.add(numeral.rule.rawValue)
    numerals.add(numeral.issue?.rawValue)
    return try numerals.insert()
  }

  private func insert(_ observation: Observation, _ numeral: Int64, _ document: Int64) throws -> Int64 {
    let quantity = observation.quantity
    observations.add(numeral)
    observations.add(document)
    observations.add(observation.id)
    observations.add(observation.quote)
    observations.add(observation.subject)
    observations.add(observation.scope)
    observations.add(observation.year)
    observations.add(observation.periodType.rawValue)
    observations.add(observation.status.rawValue)
    observations.add(observation.partOf)
    observations.add(observation.metric)
    observations.add(observation.pattern)
    observations.add(quantity.value)
    observations.add(quantity.low)
    observations.add(quantity.high)
    observations.add(quantity.unit.name)
    observations.add(quantity.kind.rawValue)
    observations.add(quantity.bound.rawValue)
    observations.add(observation.rule.rawValue)
    observations.add(observation.notes.joined(separator: "\n"))
    observations.add(observation.months?.first)
    observations.add(observation.months?.last)
    observations.add(observation.confidence.rawValue)
    observations.add(observation.isCell ? 1 : 0)
    return try observations.insert()
  }

  private func insert(_ finding: Finding, _ document: Int64, _ rows: [String: Int64]) throws {
    findings.add(document)
    findings.add(finding.check.rawValue)
    findings.add(finding.verdict.rawValue)
    findings.add(finding.message)
    let id = try findings.insert()
    for (position, operand) in finding.operands.enumerated() {
      operands.add(id)
      operands.add(position)
      operands.add(rows[operand])
      try operands.insert()
    }
  }

  private func insert(_ value: ImpliedValue, _ rows: [String: Int64]) throws {
    implied.add(rows[value.observation])
    implied.add(rows[value.growth])
    implied.add(value.year)
    implied.add(value.value)
    implied.add(value.low)
    implied.add(value.high)
    try implied.insert()
  }
}
