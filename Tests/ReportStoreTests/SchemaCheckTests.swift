import Foundation
import GRDB
import ReportText
import TestSupport
import Testing

@testable import ReportStore

/// Files that carry our mark and aren't ours, or hold what no program of ours writes: nothing of them runs, and all ends in a message.
@Suite struct SchemaCheckTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("n.sqlite")
  }

  private func write(_ text: String = SampleReports.text) throws {
    let store = try ReportStore(replacing: path)
    let run = try store.beginRun(program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    try store.replace([SampleReports.read(text)], run: run)
    try store.finish()
  }

  private func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }

  private func expectRefusal() throws {
    let before = try folder.bytes("n.sqlite")
    #expect(throws: StoreError.alteredSchema(path: path)) { try ReportStore(opening: path) }
    #expect(throws: StoreError.alteredSchema(path: path)) { try ReportStore(updating: path) }
    #expect(throws: StoreError.alteredSchema(path: path)) { try ReportStore(replacing: path) }
    #expect(try folder.bytes("n.sqlite") == before)
    #expect(try folder.names == ["n.sqlite"])
  }

  /// The names of columns were once written into SQL as they stood.
  @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT);"], [0, 5, Int(Schema.version)])
  func aTableWithSQLInTheNamesOfItsColumns(_ more: String, _ version: Int) throws {
    let name = "id) VALUES (1); ATTACH '\(folder.path("made.sqlite"))' AS made; CREATE TABLE made.x (y); --"
    try execute(
      """
      PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version);
      CREATE TABLE reviews ("\(name)" TEXT, id INTEGER); INSERT INTO reviews VALUES ('x', 1); \(more)
      """)
    try expectRefusal()
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON documents BEGIN DELETE FROM reviews; END",
    "DROP VIEW trend; CREATE VIEW trend AS SELECT 1 AS metric_id",
    "DROP VIEW decided_agencies; CREATE VIEW decided_agencies AS SELECT load_extension('x') AS read_id",
    "ALTER TABLE documents ADD COLUMN more TEXT", "DROP TABLE reviews", "DROP INDEX documents_path",
    "DELETE FROM grdb_migrations WHERE identifier = 'v3'", "INSERT INTO grdb_migrations VALUES ('v99')",
  ]) func aSchemaThatWasChanged(_ sql: String) throws {
    try write()
    try execute(sql)
    try expectRefusal()
  }

  /// What a user adds beside our tables is nobody's concern.
  @Test func aViewOfTheUsersOwnIsLeftAlone() throws {
    try write()
    try execute(
      "CREATE VIEW mine AS SELECT * FROM trend; CREATE TABLE notes (a); CREATE INDEX own ON observations (value)")
    let store = try ReportStore(updating: path)
    #expect(try store.documents().count == 1)
    try store.finish()
    #expect(try DatabaseQueue(path: path).read { db in try db.viewExists("mine") })
  }

  /// A schema of one of our versions is brought up to date, one that was changed before isn't.
  @Test(arguments: 1..<Int(Schema.version)) func anOlderSchema(_ version: Int) throws {
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "v\(version)")
    try queue.close()
    try execute("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version)")
    try ReportStore(opening: path).finish()
    try FileManager.default.removeItem(atPath: path)
    let other = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(other, upTo: "v\(version)")
    try other.close()
    try execute(
      """
      PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version);
      CREATE TRIGGER t AFTER INSERT ON runs BEGIN SELECT 1; END
      """)
    try expectRefusal()
  }

  @Test(arguments: [
    "UPDATE observations SET year = 99999999999", "UPDATE documents SET year = -1", "UPDATE numerals SET line = 0",
    "UPDATE numerals SET start = -9223372036854775808", "UPDATE numerals SET \"end\" = 9223372036854775807",
    "UPDATE implied_values SET year = 1e18", "UPDATE observations SET value = '99999999999999999999'",
    "UPDATE observations SET low = 'x'",
  ]) func whatNoTextCanHoldIsToldOf(_ sql: String) throws {
    try write()
    try execute(sql)
    let store = try ReportStore(opening: path)
    #expect(throws: StoreError.self) { try store.documents() }
  }

  /// Bytes that make NULL of what can't be missing, which no SQL could do.
  @Test(arguments: ["path", "kind", "source", "reasons"]) func whatIsMissingIsToldOf(_ column: String) throws {
    try write("发放手册9册。")
    let queue = try DatabaseQueue(path: path)
    // A schema without the constraint for as long as the row is written.
    try queue.writeWithoutTransaction { db in
      let sql = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'documents'")!
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(
        sql: "UPDATE sqlite_schema SET sql = ? WHERE name = 'documents'",
        arguments: [sql.replacing("\(column) TEXT NOT NULL", with: "\(column) TEXT")])
      try db.execute(
        sql: "PRAGMA writable_schema = RESET; UPDATE documents SET \(column) = NULL; PRAGMA writable_schema = ON")
      try db.execute(sql: "UPDATE sqlite_schema SET sql = ? WHERE name = 'documents'", arguments: [sql])
      try db.execute(sql: "PRAGMA writable_schema = RESET")
    }
    try queue.close()
    let store = try ReportStore(opening: path)
    #expect(throws: StoreError.damaged(column: column, value: "NULL")) { try store.documents() }
  }
}
