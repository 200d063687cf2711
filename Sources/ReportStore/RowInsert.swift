import GRDB
import GRDBSQLite
import Quantities
import ReportText

/// An INSERT that is run for many rows: `add` a value for each column, then `insert`.
///
/// The values are bound from where they stand. GRDB's arguments would put each into a box and want a string of each excerpt, which costs
/// more than what SQLite does with them.
final class RowInsert {
  private let db: Database
  private let statement: Statement
  private var place: CInt = 0
  private var result = SQLITE_OK

  init(_ db: Database, into table: String, _ columns: String) throws {
    self.db = db
    let count = columns.split(separator: ",").count
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns)) VALUES (\(databaseQuestionMarks(count: count)))")
    // Tells GRDB that the values are bound elsewhere.
    statement.setUncheckedArguments([])
  }

  func add(_ number: Int64?) {
    bind { statement, place in
      number.map { sqlite3_bind_int64(statement, place, $0) } ?? sqlite3_bind_null(statement, place)
    }
  }

  func add(_ number: Int?) { add(number.map(Int64.init)) }

  func add(_ text: String?) {
    guard var text else { return add(nil as Int64?) }
    text.withUTF8 { add(utf8: $0) }
  }

  func add(_ text: Excerpt) { text.bytes.withUnsafeBufferPointer { add(utf8: $0) } }

  func add(_ text: [UInt8]) { text.withUnsafeBufferPointer { add(utf8: $0) } }

  func add(_ number: ExactDecimal?) { add(number?.description) }

  /// Writes the row of the values added and returns its id.
  @discardableResult
  func insert() throws -> Int64 {
    defer { (place, result) = (0, SQLITE_OK) }
    guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
    try statement.execute()
    return db.lastInsertedRowID
  }

  private func add(utf8 text: UnsafeBufferPointer<UInt8>) {
    bind { statement, place in
      // An empty text must not be bound by no address: that would be NULL.
      text.withMemoryRebound(to: CChar.self) { text in
        sqlite3_bind_text64(
          statement, place, text.baseAddress ?? Self.empty, sqlite3_uint64(text.count), Self.copies, UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(_ bind: (OpaquePointer, CInt) -> CInt) {
    // What ran before takes no values until it is reset.
    if place == 0 { sqlite3_reset(statement.sqliteStatement) }
    place += 1
    let result = bind(statement.sqliteStatement, place)
    if result != SQLITE_OK { self.result = result }
  }

  /// `SQLITE_TRANSIENT`, which Swift doesn't import: SQLite keeps a copy of its own.
  private static let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  private nonisolated(unsafe) static let empty = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
}
