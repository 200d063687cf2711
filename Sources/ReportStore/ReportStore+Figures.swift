import Checks
import GRDB
import Observations
import ReportText

extension ReportStore {
  /// The documents that have figures of metrics asked for, in the order of their paths, with these figures only: no
  /// source text, no numerals, and of findings those that judge one of the figures. Reviews come with them, as with whole
  /// documents.
  ///
  /// - Throws: `StoreError`, also for an agency that isn't stored.
  public func figures(_ selection: FigureSelection) throws -> [CheckedReport] {
    try read { db in
      let agencies = try decidedAgencies(db)
      for name in selection.agencies where !agencies.values.contains(where: { $0.id == name || $0.name == name }) {
        throw StoreError.unknownAgency(id: name)
      }
      let asked = Self.condition(selection, agencies)
      var parts = DocumentParts()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(Observation.columns), o.document_id FROM observations o JOIN numerals n ON n.id = o.numeral_id
          WHERE \(asked.sql) ORDER BY o.id
          """, arguments: asked.arguments)
      while let row = try rows.next() {
        var values = RowValues(row)
        let observation = try Observation(&values)
        parts.observations[values.next(), default: []].append(observation)
      }
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT o.document_id, \(ImpliedValue.columns) FROM implied_values i
            JOIN observations o ON o.id = i.observation_id JOIN observations g ON g.id = i.growth_id
          WHERE \(asked.sql) ORDER BY i.id
          """, arguments: asked.arguments)
      {
        parts.implied[row["document_id"], default: []].append(try ImpliedValue(row: row))
      }
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT o.document_id, o.key, f.name, f.verdict, f.message FROM observations o
            JOIN finding_operands p ON p.observation_id = o.id AND p.position = 0 JOIN findings f ON f.id = p.finding_id
          WHERE \(asked.sql) ORDER BY f.id
          """, arguments: asked.arguments)
      {
        parts.findings[row["document_id"], default: []].append(
          Finding(
            check: try row.choice("name"), verdict: try row.choice("verdict"), message: row["message"],
            operands: [row["key"]]))
      }
      return try parts.documents(agencies, try appliedReviews(db), db)
    }
  }

  private static func condition(
    _ selection: FigureSelection, _ agencies: [String: Agency]
  ) -> (sql: String, arguments: StatementArguments) {
    var sql = "o.metric_id IS NOT NULL"
    var arguments: [String] = []
    if !selection.metrics.isEmpty {
      sql = "o.metric_id IN (\(databaseQuestionMarks(count: selection.metrics.count)))"
      arguments += selection.metrics
    }
    if selection.asksForAgencies {
      let ids = agencies.filter { selection.includes($0.value) }.keys.sorted()
      sql += """
         AND o.document_id IN (SELECT id FROM documents WHERE agency_id IN (\(databaseQuestionMarks(count: ids.count))))
        """
      arguments += ids
    }
    return (sql, StatementArguments(arguments))
  }
}

/// What was read of each document, by its row.
private struct DocumentParts {
  var observations: [Int64: [Observation]] = [:]
  var implied: [Int64: [ImpliedValue]] = [:]
  var findings: [Int64: [Finding]] = [:]

  func documents(
    _ agencies: [String: Agency], _ reviews: [Int64: [String: Review]], _ db: Database
  ) throws -> [CheckedReport] {
    var documents: [CheckedReport] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, sha256, path, title, agency_id, agency_confidence, year, year_confidence, kind, reasons, url
        FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY path, sha256
        """, arguments: ["[\(observations.keys.map(String.init).joined(separator: ","))]"])
    while let row = try rows.next() {
      let id: Int64 = row["id"]
      guard let observations = observations[id] else { continue }
      let report = Report(
        path: row["path"], text: SourceText(source: []), identity: try ReportIdentity(row: row, agencies),
        numerals: [], observations: observations)
      documents.append(
        CheckedReport(
          sha256: row["sha256"], report: report, findings: findings[id] ?? [], implied: implied[id] ?? [],
          reviews: reviews[id] ?? [:]))
    }
    return documents
  }
}
