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
  public func figures(_ query: FigureQuery) throws -> [CheckedReport] {
    try read { db in
      var figures = try StoredFigures(query, agencies: decidedAgencies(db), reviews: appliedReviews(db))
      return try figures.documents(query.metrics, db)
    }
  }

  /// Calls `body` with what `figures` gives for each of the metrics, one after the other, so that the figures of one are held at a
  /// time. All of it is of one state of the database.
  ///
  /// - Throws: `StoreError`, also for an agency that isn't stored.
  public func forEachMetric(
    _ metrics: [String], _ query: FigureQuery, _ body: ([CheckedReport]) -> Void
  ) throws {
    try read { db in
      var figures = try StoredFigures(query, agencies: decidedAgencies(db), reviews: appliedReviews(db))
      for metric in metrics { body(try figures.documents([metric], db)) }
    }
  }
}

/// Reads the figures asked for of a database; what is known of documents is read but once.
private struct StoredFigures {
  private let agencies: [String: Agency]
  /// What people decided, by document and observation.
  private let reviews: [Int64: [String: Review]]
  /// The ids of the agencies asked for; `nil` for all.
  private let agencyIDs: [String]?
  private var documents: [Int64: Document] = [:]

  private struct Document {
    let sha256: String
    let path: String
    let identity: ReportIdentity
  }

  /// - Throws: `StoreError` for an agency that isn't stored.
  init(_ query: FigureQuery, agencies: [String: Agency], reviews: [Int64: [String: Review]]) throws {
    for name in query.agencies where !agencies.values.contains(where: { $0.id == name || $0.name == name }) {
      throw StoreError.unknownAgency(id: name)
    }
    self.agencies = agencies
    self.reviews = reviews
    agencyIDs = query.asksForAgencies ? agencies.filter { query.includes($0.value) }.keys.sorted() : nil
  }

  /// The documents that have figures of the metrics, with these only, in the order of their paths; of all metrics if none is named.
  mutating func documents(_ metrics: [String], _ db: Database) throws -> [CheckedReport] {
    let asked = condition(metrics)
    var observations: [Int64: [Observation]] = [:]
    var implied: [Int64: [ImpliedValue]] = [:]
    var findings: [Int64: [Finding]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(Observation.columns), o.document_id FROM observations o JOIN numerals n ON n.id = o.numeral_id
        WHERE \(asked.sql) ORDER BY o.id
        """, arguments: asked.arguments)
    while let row = try rows.next() {
      var values = RowValues(row)
      let observation = try Observation(&values)
      observations[try values.next(), default: []].append(observation)
    }
    if observations.isEmpty { return [] }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT o.document_id, \(ImpliedValue.columns) FROM implied_values i
          JOIN observations o ON o.id = i.observation_id JOIN observations g ON g.id = i.growth_id
        WHERE \(asked.sql) ORDER BY i.id
        """, arguments: asked.arguments)
    {
      implied[try row.value("document_id"), default: []].append(try ImpliedValue(row: row))
    }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT o.document_id, o.key, f.name, f.verdict, f.message FROM observations o
          JOIN finding_operands p ON p.observation_id = o.id AND p.position = 0 JOIN findings f ON f.id = p.finding_id
        WHERE \(asked.sql) ORDER BY f.id
        """, arguments: asked.arguments)
    {
      findings[try row.value("document_id"), default: []].append(
        Finding(
          check: try row.choice("name"), verdict: try row.choice("verdict"), message: try row.value("message"),
          operands: [try row.value("key")]))
    }
    try readDocuments(observations.keys.filter { documents[$0] == nil }, db)
    return observations.compactMap { id, observations in
      documents[id].map { document in
        CheckedReport(
          sha256: document.sha256,
          report: Report(
            path: document.path, text: SourceText(source: []), identity: document.identity, numerals: [],
            observations: observations),
          findings: findings[id] ?? [], implied: implied[id] ?? [], reviews: reviews[id] ?? [:])
      }
    }.sorted { ($0.report.path, $0.sha256) < ($1.report.path, $1.sha256) }
  }

  private mutating func readDocuments(_ ids: [Int64], _ db: Database) throws {
    if ids.isEmpty { return }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, sha256, path, title, agency_id, agency_confidence, year, year_confidence, kind, reasons, url, corrects
        FROM documents WHERE id IN (SELECT value FROM json_each(?))
        """, arguments: ["[\(ids.map(String.init).joined(separator: ","))]"])
    while let row = try rows.next() {
      documents[try row.value("id")] = Document(
        sha256: try row.value("sha256"), path: try row.value("path"), identity: try ReportIdentity(row: row, agencies))
    }
  }

  private func condition(_ metrics: [String]) -> (sql: String, arguments: StatementArguments) {
    var sql = "o.metric_id IS NOT NULL"
    var arguments: [String] = []
    if !metrics.isEmpty {
      sql = "o.metric_id IN (\(databaseQuestionMarks(count: metrics.count)))"
      arguments += metrics
    }
    if let agencyIDs {
      sql += """
         AND o.document_id IN (SELECT id FROM documents WHERE agency_id IN (\(databaseQuestionMarks(count: agencyIDs.count))))
        """
      arguments += agencyIDs
    }
    return (sql, StatementArguments(arguments))
  }
}
