import GRDB
import GRDBSQLite
import Quantities
import ReportText

/// An INSERT that is run for many rows: `add` a value for each column, then `insert`.
///
/// The values are bound by themselves. GRDB's arguments would put each into a box and want a string of each excerpt, which costs
/// more than what SQLite does with them.
final class RowInsert {
  private let db: Database
  private let statement: Statement
  private var place: CInt = 0
  private var result = SQLITE_OK
  /// Texts of the row, of which SQLite then needs no copies: each would be allocated and freed.
  private let texts = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 1 << 14)
  private var used = 0

  init(_ db: Database, into table: String, _ columns: String) throws {
    self.db = db
    let count = columns.split(separator: ",").count
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns)) VALUES (\(databaseQuestionMarks(count: count)))")
  }

  deinit {
    // GRDB keeps the statement, which must not point at texts that are gone.
    sqlite3_reset(statement.sqliteStatement)
    sqlite3_clear_bindings(statement.sqliteStatement)
    texts.deallocate()
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
    defer { (place, used, result) = (0, 0, SQLITE_OK) }
    if result == SQLITE_OK { result = sqlite3_step(statement.sqliteStatement) }
    guard result == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
        message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: statement.sql)
    }
    return db.lastInsertedRowID
  }

  private func add(utf8 text: UnsafeBufferPointer<UInt8>) {
    text.withMemoryRebound(to: CChar.self) { text in
      guard used + text.count <= texts.count else {
        return bind {
          sqlite3_bind_text64($0, $1, text.baseAddress, sqlite3_uint64(text.count), Self.copied, Self.utf8)
        }
      }
      let own = texts.baseAddress.map { $0 + used }
      if let own, let address = text.baseAddress { own.update(from: address, count: text.count) }
      used += text.count
      bind { sqlite3_bind_text64($0, $1, own, sqlite3_uint64(text.count), nil, Self.utf8) }
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
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  private static let utf8 = UInt8(SQLITE_UTF8)
}
