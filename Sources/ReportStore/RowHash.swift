import GRDB
import GRDBSQLite

/// A hash of what the rows of a document hold, kept since they were written: so rows that another program changed or deleted are
/// noticed. Its path isn't a part of it, since that changes when the file is moved; rows that refer to others name them.
enum RowHash {
  /// Keeps the hash of a document that was written.
  static func keep(_ document: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO row_hashes (document_id, sha256) VALUES (?, ?)")
      .execute(arguments: [document, try of(document, db)])
  }

  /// The hash of what the rows hold now.
  static func of(_ document: Int64, _ db: Database) throws -> String {
    var hash = SHA256()
    for query in queries { try add(query, of: document, to: &hash, db) }
    return hash.hex()
  }

  private static let queries = [
    """
    SELECT sha256, title, agency_id, agency_confidence, year, year_confidence, kind, reasons, encoding, source, url, content_sha256,
      agency_name, corrects
    FROM documents WHERE id = ?
    """,
    """
    SELECT line, start, "end", level, kind, year, confidence, margin, words, reasons FROM stretches WHERE document_id = ?
    ORDER BY line, start
    """,
    "SELECT line, start, \"end\", kind FROM repairs WHERE document_id = ? ORDER BY line, start",
    """
    SELECT line, start, "end", text, class, value, rule, issue FROM numerals WHERE document_id = ? ORDER BY id
    """,
    """
    SELECT n.line, n.start, o.key, o.quote, o.subject, o.scope, o.year, o.period_type, o.status, o.part_of, o.metric_id, o.pattern,
      o.value, o.low, o.high, o.unit, o.kind, o.bound, o.rule, o.notes, o.first_month, o.last_month, o.confidence, o.is_cell
    FROM observations o LEFT JOIN numerals n ON n.id = o.numeral_id WHERE o.document_id = ? ORDER BY o.id
    """,
    "SELECT name, verdict, message FROM findings WHERE document_id = ? ORDER BY id",
    """
    SELECT f.id - (SELECT min(id) FROM findings WHERE document_id = f.document_id), p.position, o.key
    FROM findings f JOIN finding_operands p ON p.finding_id = f.id LEFT JOIN observations o ON o.id = p.observation_id
    WHERE f.document_id = ? ORDER BY f.id, p.position
    """,
    """
    SELECT o.key, g.key, i.year, i.value, i.low, i.high
    FROM observations o JOIN implied_values i ON i.observation_id = o.id LEFT JOIN observations g ON g.id = i.growth_id
    WHERE o.document_id = ? ORDER BY i.id
    """,
  ]

  /// Adds the rows of a query. They are read where they stand, since to make values of each would take longer than to write them.
  private static func add(_ query: String, of document: Int64, to hash: inout SHA256, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: query).sqliteStatement
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, document)
    defer { sqlite3_reset(statement) }
    var result = sqlite3_step(statement)
    while result == SQLITE_ROW {
      for column in 0..<sqlite3_column_count(statement) { add(column, of: statement, to: &hash) }
      result = sqlite3_step(statement)
    }
    guard result == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
        message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: query)
    }
  }

  /// Adds a value: its type and its length, so that no two rows have the same bytes, and itself as a text.
  private static func add(_ column: CInt, of statement: OpaquePointer, to hash: inout SHA256) {
    let type = sqlite3_column_type(statement, column)
    let text = sqlite3_column_text(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    withUnsafeBytes(of: (Int64(type), Int64(count))) { hash.add($0) }
    hash.add(UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : count))
  }
}
