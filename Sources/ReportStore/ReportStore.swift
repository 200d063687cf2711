import Checks
import Foundation
import GRDB
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

  /// Where, what, and what to do.
  public var description: String {
    switch self {
    case .notADatabase(let path): "\(path): 不是 SQLite 数据库，请换一个输出位置 (not a database)"
    case .foreign(let path): "\(path): 是其他程序的数据库，不会改动；请换一个输出位置 (another program's database)"
    case .newer(let path, let version): "\(path): 由更新版本的 nianbao 写成（结构 \(version)），请升级程序 (newer schema)"
    case .missing(let path): "\(path): 没有这个数据库，请先运行 nianbao report 或检查路径 (no such database)"
    case .unknownAgency(let id): "\(id): 没有这个机关，可用 nianbao agencies list 查看 (no such agency)"
    case .mergedInACircle(let id, let into): "\(id): \(into) 已并入它，不能反过来再并 (already merged the other way)"
    case .damaged(let column, let value): "数据库损坏：\(column) 列有无法识别的值“\(value)”，请重新生成 (damaged database)"
    case .unwritable(let path, let reason): "\(path): 不能写入：\(reason) (cannot write)"
    }
  }
}

extension StoreError {
  init(_ error: DatabaseError, path: String) {
    self = .unwritable(path: path, reason: error.message ?? "\(error.resultCode)")
  }
}

/// Reports in an SQLite file.
public struct ReportStore: Sendable {
  let queue: DatabaseQueue
  /// The file being written, and where it goes when finished.
  let destination: (working: String, final: String)

  /// A new database that takes the place of the one at `path` when it is finished.
  ///
  /// - Throws: `StoreError`; a file that isn't ours is never replaced.
  public init(replacing path: String) throws {
    try Self.refuseForeign(path)
    let working = path + ".new"
    do {
      if FileManager.default.fileExists(atPath: working) { try FileManager.default.removeItem(atPath: working) }
      destination = (working, path)
      queue = try Self.prepared(working)
      try keepDecisions(of: path)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch let error as CocoaError {
      throw StoreError.unwritable(path: path, reason: error.localizedDescription)
    }
  }

  /// The database at `path`, brought to the newest schema.
  ///
  /// - Throws: `StoreError`.
  public init(opening path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
    try Self.refuseForeign(path)
    destination = (path, path)
    do {
      queue = try Self.prepared(path)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  private static func prepared(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try Schema.migrator.migrate(queue)
    try queue.write { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }
    return queue
  }

  /// Closes the database and puts it in its place.
  public func finish() throws {
    do {
      try queue.close()
      guard rename(destination.working, destination.final) == 0 else {
        throw StoreError.unwritable(path: destination.final, reason: String(cString: strerror(errno)))
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: destination.final)
    }
  }

  /// Writes in one transaction; SQLite's errors come as `StoreError`.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.write(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: destination.final)
    }
  }

  /// Closes the database and leaves what was in its place before.
  public func discard() throws {
    try queue.close()
    try FileManager.default.removeItem(atPath: destination.working)
  }

  /// Throws if `path` is a file that nianbao didn't write.
  private static func refuseForeign(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let (application, version) = try queue.read { db in
        (
          try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        )
      }
      if application != Schema.applicationID { throw StoreError.foreign(path: path) }
      if version > Schema.version { throw StoreError.newer(path: path, version: Int(version)) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw StoreError.notADatabase(path: path)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  // MARK: - Writing

  /// Stores the metrics of the catalogue and begins a run; returns its id.
  public func beginRun(program: String, catalogue: Catalogue, catalogueSHA256: String) throws -> Int64 {
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
      try db.execute(
        sql: "INSERT INTO runs (program, catalogue_sha256) VALUES (?, ?)", arguments: [program, catalogueSHA256])
      return db.lastInsertedRowID
    }
  }

  /// Stores a document whole in one transaction, in place of one with the same bytes of another run. What the run has
  /// already under another path is a copy, and only its path is added.
  ///
  /// - Parameter content: a hash of what the text says, which other encodings and page chrome don't change.
  /// - Returns: the path of the document that it is a copy of, if it is one.
  @discardableResult
  public func replace(_ document: CheckedReport, content: String? = nil, run: Int64) throws -> String? {
    try write { db in
      if let (id, path) = try original(of: document, content, run, db) {
        try db.execute(
          sql: "INSERT INTO document_copies (document_id, path, sha256) VALUES (?, ?, ?)",
          arguments: [id, document.report.path, document.sha256])
        return path
      }
      try insert(document, content, run, db)
      return nil
    }
  }

  /// Documents that say the same to the letter under the names of different agencies, by their paths.
  public func suspiciousPairs() throws -> [(String, String)] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.path AS first, b.path AS second FROM documents a
            JOIN documents b ON b.content_sha256 = a.content_sha256 AND a.id < b.id
          WHERE a.agency_id IS NOT b.agency_id ORDER BY a.path, b.path
          """
      ).map { ($0["first"], $0["second"]) }
    }
  }

  /// A document of the run that has the same bytes, or says the same of the same agency and year.
  private func original(
    of document: CheckedReport, _ content: String?, _ run: Int64, _ db: Database
  ) throws -> (Int64, String)? {
    let identity = document.report.identity
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, path FROM documents WHERE run_id = ? AND path <> ? AND (sha256 = ?
          OR content_sha256 = ? AND agency_id IS ? AND year IS ?)
        """,
      arguments: [run, document.report.path, document.sha256, content, identity.agency?.id, identity.year])
    return row.map { ($0["id"], $0["path"]) }
  }

  private func insert(_ document: CheckedReport, _ content: String?, _ run: Int64, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM documents WHERE sha256 = ?", arguments: [document.sha256])
    let report = document.report
    if let agency = report.identity.agency { try insert(agency, db) }
    try db.execute(
      sql: """
        INSERT INTO documents (sha256, path, title, agency_id, agency_confidence, year, year_confidence, kind, reasons,
          encoding, source, run_id, url, content_sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        document.sha256, report.path, report.identity.title, report.identity.agency?.id,
        report.identity.agencyConfidence?.rawValue, report.identity.year, report.identity.yearConfidence?.rawValue,
        report.identity.kind.rawValue, report.identity.reasons.joined(separator: "\n"),
        report.text.encoding.rawValue, String(decoding: report.text.source, as: UTF8.self), run, report.identity.url,
        content,
      ])
    let documentID = db.lastInsertedRowID
    var cursor = SpanCursor(report.text)
    for repair in report.text.repairs {
      try insert(repair.kind, at: cursor.span(ofSource: repair.source), documentID, db)
    }
    var rowIDs: [String: Int64] = [:]
    for numeral in report.numerals {
      let numeralID = try insert(numeral, documentID, db)
      for index in numeral.observations {
        let observation = report.observations[index]
        rowIDs[observation.id] = try insert(observation, numeralID, documentID, db)
      }
    }
    for finding in document.findings { try insert(finding, documentID, rowIDs, db) }
    for value in document.implied {
      try db.execute(
        sql: "INSERT INTO implied_values (observation_id, growth_id, year, value) VALUES (?, ?, ?, ?)",
        arguments: [rowIDs[value.observation], rowIDs[value.growth], value.year, value.value.description])
    }
  }

  private func insert(_ kind: Repair.Kind, at span: SourceSpan, _ document: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO repairs (document_id, line, start, \"end\", kind) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(arguments: [document, span.line, span.start, span.end, kind.rawValue])
  }

  private func insert(_ agency: Agency, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO agencies (id, name, area_code, area, level) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE length(excluded.name) > length(name)
        """,
      arguments: [
        agency.id, agency.name, agency.division?.code, agency.division?.name, agency.division?.level.rawValue,
      ])
  }

  private func insert(_ numeral: LocatedNumeral, _ document: Int64, _ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO numerals (document_id, line, start, "end", text, class, value, rule, issue)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      document, numeral.span.line, numeral.span.start, numeral.span.end, numeral.text.description,
      numeral.numeralClass.rawValue,
      numeral.value?.description, numeral.rule.rawValue, numeral.issue?.rawValue,
    ])
    return db.lastInsertedRowID
  }

  private func insert(_ observation: Observation, _ numeral: Int64, _ document: Int64, _ db: Database) throws -> Int64 {
    let quantity = observation.quantity
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO observations (numeral_id, document_id, key, quote, subject, scope, year, period_type, status, part_of,
          metric_id, pattern, value, low, high, unit, kind, bound, rule, notes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      numeral, document, observation.id, observation.quote.description, observation.subject.description,
      observation.scope, observation.year,
      observation.periodType.rawValue, observation.status.rawValue, observation.partOf, observation.metric,
      observation.pattern, quantity.value.description, quantity.low?.description, quantity.high?.description,
      quantity.unit.name, quantity.kind.rawValue, quantity.bound.rawValue, observation.rule.rawValue,
      observation.notes.joined(separator: "\n"),
    ])
    return db.lastInsertedRowID
  }

  private func insert(_ finding: Finding, _ document: Int64, _ rowIDs: [String: Int64], _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO findings (document_id, name, verdict, message) VALUES (?, ?, ?, ?)",
      arguments: [document, finding.check.rawValue, finding.verdict.rawValue, finding.message])
    let id = db.lastInsertedRowID
    for (position, operand) in finding.operands.enumerated() {
      try db.execute(
        sql: "INSERT INTO finding_operands (finding_id, position, observation_id) VALUES (?, ?, ?)",
        arguments: [id, position, rowIDs[operand]])
    }
  }
}
