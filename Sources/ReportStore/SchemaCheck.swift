import GRDB

/// Holds the schema of a file against ours before anything of it is read, since any program can write our mark, and a schema is SQL
/// that runs when tables are read and written.
enum SchemaCheck {
  private struct Entry: Hashable {
    let type: String
    let name: String
    let table: String
    let sql: String
  }

  /// Whether a database has the schema of one of our versions. What a user added to it is never read, but a trigger would run when
  /// we write.
  static func isOurs(_ db: Database) throws -> Bool {
    let found = try entries(db)
    guard let version = try version(db, found) else { return false }
    // A run that was killed before the first migration leaves at most their table.
    if version == 0 { return found.count <= 1 }
    let ours = version == Int(Schema.version) ? try current.get() : try schema(of: version)
    return ours.isSubset(of: found) && !found.subtracting(ours).contains { $0.type == "trigger" }
  }

  /// The last of the migrations that were done, of which none may be missing; `nil` for what isn't ours.
  private static func version(_ db: Database, _ found: Set<Entry>) throws -> Int? {
    if found.isEmpty { return 0 }
    guard found.contains(where: { $0.type == "table" && $0.name == "grdb_migrations" }) else { return nil }
    let done = Set(try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations"))
    let version = done.count
    return done == Set((0..<version).map { "v\($0 + 1)" }) && version <= Schema.version ? version : nil
  }

  private static let current = Result { try schema(of: Int(Schema.version)) }

  private static func schema(of version: Int) throws -> Set<Entry> {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue, upTo: "v\(version)")
    return try queue.read(entries)
  }

  private static func entries(_ db: Database) throws -> Set<Entry> {
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return Set(
      try rows.map { row in
        // Versions of SQLite may write a renamed table with other blanks and quotes.
        let sql: String = try row.optional("sql") ?? ""
        return Entry(
          type: try row.value("type"), name: try row.value("name"), table: try row.value("tbl_name"),
          sql: sql.filter { !$0.isWhitespace && $0 != "\"" })
      })
  }
}
