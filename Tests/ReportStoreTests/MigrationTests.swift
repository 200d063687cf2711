import Foundation
import GRDB
@testable import ReportStore
import TestSupport
import Testing

/// Databases of earlier programs, brought to the newest schema with all that they hold.
@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("n.sqlite")
  }

  /// A database as the program with an earlier schema left it: two documents, with all that is read of one.
  private func write(version: Int) throws {
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "v\(version)")
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version)")
      try db.execute(
        sql: """
          INSERT INTO runs (id, program, catalogue_sha256) VALUES (1, 'nianbao 0', 'c');
          INSERT INTO agencies VALUES ('331002-education', '椒江区教育局', '331002', '椒江区', 'county');
          INSERT INTO metrics VALUES ('permits_granted', '准予许可数', 'Permits', '件', 'flow', 'sum');
          INSERT INTO documents (id, sha256, path, title, agency_id, year, kind, reasons, encoding, source, run_id)
          VALUES (1, 'aaaaaaaaaa', 'a.txt', '题', '331002-education', 2022, 'annual_report', '理由', 'UTF-8',
            '准予许可11件，增长10%。', 1), (2, 'bbbbbbbbbb', 'b.txt', NULL, NULL, NULL, 'other', '', 'GB18030', '无', 1);
          INSERT INTO repairs VALUES (1, 1, 0, 1, 'pinyin');
          INSERT INTO numerals VALUES (1, 1, 1, 4, 7, '11件', 'statistic', '11', 'count', NULL),
            (2, 1, 1, 10, 13, '10%', 'statistic', '10', 'growth', NULL);
          INSERT INTO observations (id, numeral_id, document_id, key, quote, subject, scope, year, period_type, status,
            metric_id, value, low, high, unit, kind, bound, rule, notes)
          VALUES (1, 1, 1, '1-4', '准予许可11件，增长10%。', '准予许可', NULL, 2022, 'flow', 'actual', 'permits_granted', '11',
              '11', '11', '件', 'count', '=', 'count', ''),
            (2, 2, 1, '1-10', '准予许可11件，增长10%。', '准予许可', NULL, 2022, 'flow', 'actual', 'permits_granted', '10',
              '9.5', '10.5', '%', 'growth', '=', 'growth', '');
          INSERT INTO findings VALUES (1, 1, 'growth-feasibility', 'consistent', '可行');
          INSERT INTO finding_operands VALUES (1, 0, 2), (1, 1, 1);
          INSERT INTO implied_values VALUES (1, 1, 2, 2021, '10'\(version >= 9 ? ", '10', '10'" : ""));
          """)
      if version >= 3 {
        try db.execute(
          sql: "INSERT INTO agency_decisions (agency_id, name) VALUES ('331002-education', '椒江教育')")
      }
    }
    try queue.close()
  }

  @Test(arguments: 1..<Int(Schema.version)) func everythingIsKept(_ version: Int) throws {
    try write(version: version)
    let store = try ReportStore(opening: path)
    let documents = try store.documents()
    #expect(documents.map(\.report.path) == ["a.txt", "b.txt"])
    let report = documents[0].report
    #expect(report.identity.agency?.id == "331002-education")
    #expect(report.identity.agency?.name == (version >= 3 ? "椒江教育" : "椒江区教育局"))
    #expect(report.identity.year == 2022)
    #expect(report.observations.map { "\($0.id) \($0.text) \($0.quantity.value)" } == ["1-4 11件 11", "1-10 10% 10"])
    #expect(documents[0].findings.map(\.operands) == [["1-10", "1-4"]])
    // Only what one number could be was implied.
    #expect(documents[0].implied.map { "\($0.year) \($0.value) \($0.low) \($0.high)" } == ["2021 10 10 10"])
    #expect(documents[0].implied.map { "\($0.observation) \($0.growth)" } == ["1-4 1-10"])
    try store.finish()
    let queue = try DatabaseQueue(path: path)
    try queue.read { (db: Database) throws -> Void in
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == Int(Schema.version))
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      #expect(try String.fetchAll(db, sql: "SELECT kind FROM repairs") == ["pinyin"])
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM trend") == 2)
    }
  }

  /// What was taken for a copy till then may be another edition, so that nothing counts as read in the way of today.
  @Test func whatWasReadBeforeIsReadAgain() throws {
    try write(version: 10)
    let store = try ReportStore(updating: path)
    let run = try store.beginRun(program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "c")
    #expect(try store.storedDocuments().map(\.run) == [1, 1])
    #expect(run == 2)
    try store.finish()
    let queue = try DatabaseQueue(path: path)
    #expect(
      try queue.read { db in try String.fetchAll(db, sql: "SELECT program FROM runs") } == [
        "nianbao 0 v10", "nianbao 0",
      ])
    #expect(
      try queue.read { db in try String?.fetchAll(db, sql: "SELECT agency_name FROM documents ORDER BY id") }
        == ["椒江区教育局", nil])
  }

  /// A database of an earlier program can be gone on with.
  @Test(arguments: 1..<Int(Schema.version)) func itIsGoneOnWith(_ version: Int) throws {
    try write(version: version)
    let store = try ReportStore(updating: path)
    let run = try store.beginRun(program: "nianbao 1", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    try store.replace([SampleReports.read("发放手册9册。", path: "a.txt", sha256: "cccccccccc")], run: run)
    #expect(try store.documents().map(\.sha256) == ["cccccccccc", "bbbbbbbbbb"])
    #expect(try store.storedDocuments().map(\.run) == [2, 1])
    try store.finish()
  }
}
