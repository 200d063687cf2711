import CDefensiveSQLite
import Checks
import Foundation
import GRDB
import GRDBSQLite
import Observations
import Quantities
import ReportText

/// Why a database can't be used.
public enum StoreError: Error, Equatable, CustomStringConvertible {
  case notADatabase(path: String)
  case foreign(path: String)
  case newer(path: String, version: Int)
  case unwritable(path: String, reason: String)
  case damaged(column: String, value: String)
  case missing(path: String)
  case unknownAgency(id: String)
  case mergedInACircle(id: String, into: String)
  case unknownDocument(path: String)
  case unknownReview(id: Int64)
  case busy(path: String)
  case full(path: String, reason: String)
  case unopenable(path: String)
  case corrupt(path: String, reason: String)
  case alteredSchema(path: String)

  /// Where, what, and what to do.
  public var description: String {
    switch self {
    case .notADatabase(let path): "\(path): 不是 SQLite 数据库，请换一个输出位置 (not a database)"
    case .foreign(let path): "\(path): 是其他程序的数据库，不会改动；请换一个输出位置 (another program's database)"
    case .newer(let path, let version): "\(path): 由更新版本的 nianbao 写成（结构 \(version)），请升级程序 (newer schema)"
    case .missing(let path): "\(path): 没有这个数据库，请先运行 nianbao ingest 或检查路径 (no such database)"
    case .unknownAgency(let id): "\(id): 没有这个机关，可用 nianbao agencies list 查看 (no such agency)"
    case .mergedInACircle(let id, let into): "\(id): \(into) 已并入它，不能反过来再并 (already merged the other way)"
    case .unknownDocument(let path): "\(path): 数据库里没有这个文件，可用 nianbao documents list 查看 (no such document)"
    case .unknownReview(let id): "\(id): 没有这条审核意见，可用 nianbao review list 查看 (no such review)"
    case .busy(let path): "\(path): 另一个程序正在写这个数据库，请等它结束再运行；已写入的不会丢失 (database is busy)"
    case .corrupt(let path, let reason):
      "\(path): 数据库文件已损坏：\(reason)；请换回备份，或移开它再运行 nianbao ingest (damaged file)"
    case .alteredSchema(let path):
      "\(path): 数据库的结构不是 nianbao 的，可能被改动或损坏，不会读取；请换回备份，或移开它再运行 nianbao ingest (damaged or altered schema)"
    case .damaged(let column, let value): "数据库损坏：\(column) 列有无法识别的值“\(value)”，请重新生成 (damaged database)"
    case .full(let path, let reason):
      "\(path): 磁盘写不下：\(reason)；请腾出空间再运行，已写入的不会丢失 (disk full)"
    case .unopenable(let path):
      "\(path): 打不开，请检查权限；若旁边有上次运行留下的 -wal 文件，请连它一起复制到可写的文件夹 (cannot open)"
    case .unwritable(let path, let reason): "\(path): 不能写入：\(reason)；请检查路径和权限 (cannot write)"
    }
  }
}

extension StoreError {
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CORRUPT: self = .corrupt(path: path, reason: reason)
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_FULL: self = .full(path: path, reason: reason)
    // A quota or a limit on the size of files.
    case .SQLITE_IOERR
    where [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE].contains(error.extendedResultCode):
      self = .full(path: path, reason: reason)
    default: self = .unwritable(path: path, reason: reason)
    }
  }
}

/// Reports in an SQLite file.
public struct ReportStore: Sendable {
  let queue: DatabaseQueue
  /// The file being written, and where it goes when finished.
  let destination: (working: String, final: String)
  /// The database that this one takes the place of, which nobody may write to meanwhile.
  private var replaced: HeldDatabase?

  /// A new database at `working`, on the same disk as `path`, that takes the place of the one at `path` when it is finished.
  ///
  /// - Throws: `StoreError`; a file that isn't ours is never replaced.
  public init(replacing path: String, writing working: String) throws {
    try Self.checkName(path)
    try Self.refuseForeign(path)
    destination = (working, path)
    do {
      replaced = try HeldDatabase(path)
      queue = try Self.prepared(working)
      if FileManager.default.fileExists(atPath: path) {
        let old = try Self.connection(path)
        try keepDecisions(of: old)
        try keepReviews(of: old)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: working)
      throw (error as? DatabaseError).map { StoreError($0, path: path) } ?? error
    }
  }

  /// The database at `path`, brought to the newest schema.
  ///
  /// - Throws: `StoreError`.
  public init(opening path: String) throws {
    try Self.checkName(path)
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
    try Self.refuseForeign(path)
    destination = (path, path)
    do {
      queue = try Self.prepared(path)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      throw StoreError.unopenable(path: path)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// The database at `path`, made if there is none, to be written while others read it. Whatever ends the program, what
  /// was written in whole batches is there; `finish` leaves one file.
  ///
  /// - Throws: `StoreError`.
  public init(updating path: String) throws {
    try Self.checkName(path)
    // A program that ended before it wrote anything leaves an empty file.
    if !Self.isEmpty(path) { try Self.refuseForeign(path) }
    destination = (path, path)
    do {
      queue = try Self.prepared(path)
      try Self.keepLog(queue)
      try queue.writeWithoutTransaction { db in
        // What a power cut may take is read again by the next run; nothing is ever half there. Pages of indices are written in
        // nearly every transaction, and go into the database the more seldom the longer the log may become.
        try db.execute(
          sql: """
            PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000
            """)
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// GRDB takes paths as text.
  private static func checkName(_ path: String) throws {
    if !DocumentPath.isName(path) { throw StoreError.unwritable(path: path, reason: "数据库的路径须是 UTF-8") }
  }

  /// Begins the write-ahead log. For this SQLite waits for no other program, unlike for all else, since it reads before it writes; so
  /// it is waited for here.
  private static func keepLog(_ queue: DatabaseQueue) throws {
    let end = ContinuousClock.now + .seconds(busyTimeout)
    while true {
      do {
        return try queue.writeWithoutTransaction { db in
          // One that writes is waited for by SQLite, and one that reads by trying again.
          try db.inTransaction(.immediate) { .commit }
          try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
      } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_BUSY {
        guard ContinuousClock.now < end else { throw error }
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
  }

  /// A connection to a database of ours, which waits for another program that writes. Nothing that the file brings along is trusted.
  private static func connection(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busyTimeout)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let version = try queue.read { db in try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    if version > Schema.version { throw StoreError.newer(path: path, version: Int(version)) }
    guard try queue.read(SchemaCheck.isOurs) else { throw StoreError.alteredSchema(path: path) }
    return queue
  }

  /// A connection to the database, brought to the newest schema.
  private static func prepared(_ path: String) throws -> DatabaseQueue {
    let queue = try connection(path)
    let version = try queue.read { db in try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    // One that is up to date isn't written to, so that it can be read while another program writes.
    guard version < Schema.version else { return try defended(queue) }
    try queue.writeWithoutTransaction { db in
      // First of all, so that a program that is killed here leaves a file known as ours.
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    }
    try Schema.migrator.migrate(queue)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = \(Schema.version)") }
    return try defended(queue)
  }

  /// The connection when its schema isn't to be written any more.
  private static func defended(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    let result = try queue.read { db in nianbao_make_defensive(db.sqliteConnection) }
    guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
    return queue
  }

  /// How long to wait for another program that writes, in seconds.
  static let busyTimeout = 10.0

  /// Closes the database as one file and puts it in its place.
  public func finish() throws {
    do {
      try queue.writeWithoutTransaction { db in
        do {
          try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_BUSY {
          // Another program has it open: the last one to close it leaves one file.
        }
      }
      try queue.close()
      guard rename(destination.working, destination.final) == 0 else {
        throw StoreError.unwritable(path: destination.final, reason: String(cString: strerror(errno)))
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: destination.final)
    }
  }

  /// Reads the whole file, for damage that nobody who reads a part of it meets. It takes seconds for a gigabyte, and so isn't
  /// done each time that a database is opened.
  ///
  /// - Throws: `StoreError.corrupt` with the first fault.
  public func checkIntegrity() throws {
    let faults = try read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") }
    guard let fault = faults.first, fault != "ok" else { return }
    // The name of the database stands on a line before.
    let reason = fault.split(separator: "\n").last.map(String.init) ?? fault
    throw StoreError.corrupt(path: destination.final, reason: reason)
  }

  /// Reads in one transaction; SQLite's errors come as `StoreError`.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.read(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: destination.final)
    } catch let error as RowDecodingError {
      throw StoreError.corrupt(path: destination.final, reason: "\(error)")
    }
  }

  /// Writes in one transaction; SQLite's errors come as `StoreError`.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.write(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: destination.final)
    } catch let error as RowDecodingError {
      throw StoreError.corrupt(path: destination.final, reason: "\(error)")
    }
  }

  /// Closes the database and leaves what was in its place before.
  public func discard() throws {
    try queue.close()
    try FileManager.default.removeItem(atPath: destination.working)
  }

  /// Throws if `path` is a file that nianbao didn't write. It is told by the file's first bytes, because SQLite writes to
  /// another program's file when it finds one that wasn't closed.
  private static func refuseForeign(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError.unwritable(path: path, reason: isFolder.boolValue ? "是文件夹" : "打不开")
    }
    defer { try? file.close() }
    let header = (try? file.read(upToCount: 100)) ?? Data()
    if header.isEmpty { throw StoreError.foreign(path: path) }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreError.notADatabase(path: path)
    }
    let number = { (offset: Int) in header[offset..<offset + 4].reduce(Int32(0)) { $0 << 8 | Int32($1) } }
    if number(68) != Schema.applicationID { throw StoreError.foreign(path: path) }
    if number(60) > Schema.version { throw StoreError.newer(path: path, version: Int(number(60))) }
  }

  /// Whether a file is a database of the program's, by its first bytes.
  public static func wrote(_ opening: [UInt8]) -> Bool {
    opening.count >= 100 && opening.starts(with: "SQLite format 3\0".utf8)
      && opening[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) } == Schema.applicationID
  }

  private static func isEmpty(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int == 0
  }

  // MARK: - Writing

  /// Stores the metrics of the catalogue and returns the id of the run: the same one for runs that read in the same way.
  ///
  /// - Parameter optionsSHA256: what tells options that change how documents are read.
  public func beginRun(
    program: String, catalogue: Catalogue, catalogueSHA256: String, optionsSHA256: String = ""
  ) throws -> Int64 {
    try write { db in
      for metric in catalogue.metrics {
        try db.execute(
          sql: """
            INSERT INTO metrics (id, zh, en, unit, period_type, combination) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET zh = excluded.zh, en = excluded.en, unit = excluded.unit,
              period_type = excluded.period_type, combination = excluded.combination
            """,
          arguments: [
            metric.id, metric.chinese, metric.english, metric.units[0], metric.period.rawValue,
            metric.combination.rawValue,
          ])
      }
      let way: StatementArguments = [program, catalogueSHA256, optionsSHA256]
      let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM runs WHERE program = ? AND catalogue_sha256 = ? AND options_sha256 = ?",
        arguments: way)
      if let known { return known }
      try db.execute(
        sql: "INSERT INTO runs (program, catalogue_sha256, options_sha256) VALUES (?, ?, ?)", arguments: way)
      return db.lastInsertedRowID
    }
  }

  /// Stores documents whole in one transaction, each in place of what was stored of its path. Of what says the same in the run the
  /// first path in order is the document, and of the others only the paths are kept.
  ///
  /// - Parameters:
  ///   - vanished: paths at which no file is any more; a document leaves them for another path.
  ///   - isTied: whether what is read of a file depends on its path.
  /// - Returns: the paths that are copies, with those of the documents that they are copies of.
  @discardableResult
  public func replace(
    _ documents: [CheckedReport], run: Int64, vanished: Set<ExactPath> = [],
    isTied: (ExactPath) -> Bool = { _ in false }
  ) throws -> [(path: String, original: String)] {
    try write { db in
      let writer = try DocumentWriter(db, run: run)
      return try documents.compactMap { document in
        let path = document.report.path
        let twins = try twins(of: document, run, db)
        let stays = { (twin: StoredDocument) in twin.run == run && !vanished.contains(twin.path) }
        if let original = twins.first(where: { stays($0) && $0.path < ExactPath(path) }) {
          try Self.leave(path, db)
          try Self.addCopy(of: original.row, path: path, sha256: document.sha256, db)
          return (path, original.path.description)
        }
        let copies = try twins.flatMap { try Self.takeOut($0, for: document, run, isTied, db) }
        try Self.leave(path, db)
        let row = try writer.write(document)
        // The same bytes are a copy of it before they are one of another that only says the same.
        try db.cachedStatement(sql: "UPDATE document_copies SET document_id = ? WHERE sha256 = ? AND path > ?")
          .execute(arguments: [row, document.sha256, path])
        for copy in copies where !vanished.contains(copy.path) {
          try Self.addCopy(of: row, path: copy.path.description, sha256: copy.sha256, db)
        }
        return twins.first(where: stays).flatMap { $0.path == ExactPath(path) ? nil : ($0.path.description, path) }
      }
    }
  }

  /// Documents that say the same to the letter under the names of different agencies, by their paths. What is said more than
  /// once is told by the index, so that no other document is read.
  public func suspiciousPairs() throws -> [(String, String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.path AS first, b.path AS second
          FROM (SELECT content_sha256 FROM documents GROUP BY content_sha256 HAVING count(*) > 1) said
            JOIN documents a ON a.content_sha256 = said.content_sha256
            JOIN documents b ON b.content_sha256 = said.content_sha256 AND a.path < b.path
          WHERE a.agency_id IS NOT b.agency_id ORDER BY a.path, b.path
          """
      ).map { (try $0.value("first"), try $0.value("second")) }
    }
  }

  /// The stored documents that have the same bytes, first, and those of the run that say the same of the same agency and year.
  /// SQLite can't know that a run has many documents and a content hash next to none, so it is told which index to take.
  private func twins(of document: CheckedReport, _ run: Int64, _ db: Database) throws -> [StoredDocument] {
    let identity = document.report.identity
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT path, sha256, run_id, 0 AS is_copy, is_stale, id FROM (
            SELECT path, sha256, run_id, is_stale, id FROM documents WHERE sha256 = ? UNION
            SELECT path, sha256, run_id, is_stale, id FROM documents INDEXED BY documents_content
            WHERE run_id = ? AND content_sha256 = ? AND agency_id IS ? AND year IS ?
          ) ORDER BY sha256 <> ?, path
          """),
      arguments: [
        document.sha256, run, document.contentSHA256, identity.agency?.id, identity.year, document.sha256,
      ]
    ).map(StoredDocument.init(row:))
  }

  /// Takes out a document that another takes the place of, and returns its other paths. Those of the same bytes are copies of the other
  /// one; of others that holds only where both say the same and were read in one way, whatever their paths. Where it may not
  /// hold no bytes are known, so that the next settlement has the file read.
  private static func takeOut(
    _ twin: StoredDocument, for document: CheckedReport, _ run: Int64, _ isTied: (ExactPath) -> Bool, _ db: Database
  ) throws -> [StoredCopy] {
    let copies = try Row.fetchAll(
      db, sql: "SELECT path, sha256 FROM document_copies WHERE document_id = ? ORDER BY path", arguments: [twin.row])
    let identity = document.report.identity
    let saysTheSame = try Bool.fetchOne(
      db, sql: "SELECT content_sha256 = ? AND agency_id IS ? AND year IS ? FROM documents WHERE id = ?",
      arguments: [document.contentSHA256, identity.agency?.id, identity.year, twin.row])
    try db.execute(sql: "DELETE FROM documents WHERE id = ?", arguments: [twin.row])
    let holds = saysTheSame == true && twin.run == run && !twin.isStale && !isTied(twin.path)
    let all = try [(twin.path, twin.sha256)] + copies.map { (ExactPath(try $0.value("path")), try $0.value("sha256")) }
    return all.filter { $0.0 != ExactPath(document.report.path) }.map { path, sha256 in
      (path, sha256 == document.sha256 || holds && !isTied(path) ? sha256 : "")
    }
  }

  /// Another path of a document, with the SHA-256 of the bytes there.
  private typealias StoredCopy = (path: ExactPath, sha256: String)
}
