import GRDB
import ReportStore
import TestSupport
import Testing

/// The database that a run leaves, as other programs see it.
@Suite struct FinishedFileTests {
  private let folder: TemporaryFolder
  private let queue: DatabaseQueue

  init() throws {
    folder = try TemporaryFolder()
    let store = try ReportStore(replacing: folder.path("n.sqlite"))
    let run = try store.beginRun(
      program: "nianbao 0.0.1", catalogue: SampleReports.catalogue, catalogueSHA256: "c0ffee")
    try store.replace([SampleReports.read()], run: run)
    try store.finish()
    queue = try open(folder.path("n.sqlite"))
  }

  @Test func oneFileIsLeft() throws {
    #expect(try folder.names == ["n.sqlite"])
  }

  @Test func theFileTellsWhoseItIs() throws {
    let application = try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA application_id") }
    let version = try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
    #expect(application == 0x6E69_616E)
    #expect(version == 14)
  }

  @Test func theFileIsSound() throws {
    let faults = try queue.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check") }
    let orphans = try queue.read { db in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") }
    let loose = try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
          """)
    }
    #expect(faults == ["ok"])
    #expect(orphans == [])
    #expect(loose == [])
  }

  @Test func theRunIsRecorded() throws {
    let row = try queue.read { db in try Row.fetchOne(db, sql: "SELECT program, catalogue_sha256 FROM runs") }
    #expect(row == ["program": "nianbao 0.0.1", "catalogue_sha256": "c0ffee"])
  }

  @Test func theDocumentStandsAsInItsFile() throws {
    let row = try queue.read { db in
      try Row.fetchOne(db, sql: "SELECT sha256, path, title, agency_id, year, kind, source FROM documents")
    }
    #expect(
      row == [
        "sha256": SampleReports.sha256, "path": "a/报告.txt", "title": "台州市椒江区教育局关于2022年度法治政府建设情况的报告",
        "agency_id": "331002-education", "year": 2022, "kind": "annual_report", "source": SampleReports.text,
      ])
  }

  @Test func theAgencyHasItsDivision() throws {
    let row = try queue.read { db in try Row.fetchOne(db, sql: "SELECT * FROM agencies") }
    #expect(
      row == [
        "id": "331002-education", "name": "台州市椒江区教育局", "area_code": "331002", "area": "椒江区", "level": "county",
      ])
  }

  /// The exact value is text; beside it stands a number to count with.
  @Test func valuesAreExactAndCountable() throws {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT n.line, n.start, n."end", n.text, o.value, typeof(o.value) AS type, o.value_real, o.low, o.high, o.unit,
            o.kind, o.bound, o.status, o.year
          FROM observations o JOIN numerals n ON n.id = o.numeral_id WHERE n.line = 4 ORDER BY o.id LIMIT 2
          """)
    }
    #expect(
      rows == [
        [
          "line": 4, "start": 9, "end": 15, "text": "1.2万人次", "value": "12000", "type": "text", "value_real": 12000.0,
          "low": "11500", "high": "12500", "unit": "人次", "kind": "count", "bound": "=", "status": "actual",
          "year": 2022,
        ],
        [
          "line": 4, "start": 24, "end": 30, "text": "5000余冊", "value": "5000", "type": "text", "value_real": 5000.0,
          "low": "5000", "high": nil, "unit": "册", "kind": "count", "bound": ">=", "status": "actual", "year": 2022,
        ],
      ])
  }

  @Test func aFigureTooLargeIsKeptAsANumeral() throws {
    let row = try queue.read { db in
      try Row.fetchOne(db, sql: "SELECT line, start, text, value, issue FROM numerals WHERE issue IS NOT NULL")
    }
    #expect(
      row == ["line": 8, "start": 0, "text": "99999999999999999999件", "value": nil, "issue": "overflow"])
  }

  @Test func findingsNameTheirFigures() throws {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.name, f.verdict, group_concat(n.text, ' ') AS texts FROM findings f
            JOIN (SELECT * FROM finding_operands ORDER BY finding_id, position) p ON p.finding_id = f.id
            JOIN observations o ON o.id = p.observation_id JOIN numerals n ON n.id = o.numeral_id
          GROUP BY f.id ORDER BY f.id
          """)
    }
    #expect(
      rows == [
        ["name": "part-sum", "verdict": "consistent", "texts": "120件 112件 8件"],
        ["name": "growth-feasibility", "verdict": "consistent", "texts": "20% 120件"],
        ["name": "rate", "verdict": "inconsistent", "texts": "95% 24个 25个"],
      ])
  }

  @Test func theTrendViewHoldsResultsOnly() throws {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT metric_id, agency, kind, unit, year, value, bound FROM trend WHERE metric_id LIKE 'p%'
          ORDER BY metric_id, kind
          """)
    }
    let expected: [[String]] = [
      ["permit_applications", "count", "件", "2022", "120", "="],
      ["permit_applications", "growth", "%", "2022", "20", "="],
      ["permits_granted", "count", "件", "2022", "112", "="], ["permits_refused", "count", "件", "2022", "8", "="],
      ["processing_days", "duration", "工作日", "2022", "8", "="],
      ["publicity_materials", "count", "册", "2022", "5000", ">="],
    ]
    #expect(
      rows.map { row in
        ["metric_id", "kind", "unit", "year", "value", "bound"].map { (row[$0] as DatabaseValue).plain }
      } == expected)
    #expect(Set(rows.map { $0["agency"] as String }) == ["台州市椒江区教育局"])
  }

  /// Numbers are sorted and compared as such, not as text.
  @Test func theReadableViewsNumbersAreNumbers() throws {
    let values = try queue.read { db in
      try Double.fetchAll(db, sql: "SELECT 数值 FROM observations_readable WHERE 数值 > 90 ORDER BY 数值 DESC")
    }
    #expect(values == [650_000_000, 12000, 5000, 120, 112, 100, 100, 95])
  }

  @Test func theReadableViewHasOneRowForEachObservation() throws {
    let (rows, first) = try queue.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM observations_readable"),
        try Row.fetchOne(
          db, sql: "SELECT 机关, 年份, 指标, 数值, 单位, 状态, 文件, 行 FROM observations_readable ORDER BY id")
      )
    }
    #expect(rows == SampleReports.read().report.observations.count)
    #expect(
      first == [
        "机关": "台州市椒江区教育局", "年份": 2022, "指标": "受理许可申请数", "数值": 120, "单位": "件", "状态": "actual",
        "文件": "a/报告.txt", "行": 3,
      ])
  }
}

extension DatabaseValue {
  /// The value as text.
  fileprivate var plain: String { String.fromDatabaseValue(self) ?? Int64.fromDatabaseValue(self)?.description ?? "" }
}
