import GRDB
import Observations
import ReportText
import TestSupport
import Testing

@testable import ReportStore

/// What people decide about agencies holds, also when the reports are read again.
@Suite struct DecisionsTests {
  private let folder: TemporaryFolder
  private let path: String
  private let taizhou = "331000-education"
  private let jiaojiang = "331002-education"

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("n.sqlite")
    try fill(["台州市教育局", "椒江区教育局"])
  }

  /// Writes the database anew with a report of each body.
  private func fill(_ bodies: [String]) throws {
    let store = try ReportStore(replacing: path)
    let run = try store.beginRun(program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    for body in bodies {
      let text = "\(body)关于2021年普法情况的报告\n发放手册5册。\n"
      try store.replace([SampleReports.read(text, path: body, sha256: body)], run: run)
    }
    try store.finish()
  }

  private func decide(_ body: (ReportStore) throws -> Void) throws { try body(try ReportStore(opening: path)) }

  /// `id name` of the issuers, in the order of the documents' paths.
  private func issuers() throws -> [String] {
    try ReportStore(opening: path).documents().map { document in
      document.report.identity.agency.map { "\($0.id) \($0.name)" } ?? ""
    }
  }

  @Test func anAgencyCountsAsAnother() throws {
    try decide { try $0.merge(jiaojiang, into: taizhou) }
    #expect(try issuers() == ["\(taizhou) 台州市教育局", "\(taizhou) 台州市教育局"])
    let entries = try ReportStore(opening: path).agencies()
    #expect(entries.map(\.agency.id) == [taizhou, jiaojiang])
    #expect(entries.map(\.mergedInto) == [nil, taizhou])
    #expect(entries.map(\.documents) == [1, 1])
    #expect(entries.map(\.years) == [2021...2021, 2021...2021])
    try decide { try $0.merge(jiaojiang, into: nil) }
    #expect(try issuers() == ["\(taizhou) 台州市教育局", "\(jiaojiang) 椒江区教育局"])
  }

  @Test func anAgencyHasTheNameGiven() throws {
    try decide { try $0.give(name: "台州教育", to: taizhou) }
    try decide { try $0.merge(jiaojiang, into: taizhou) }
    #expect(try issuers() == ["\(taizhou) 台州教育", "\(taizhou) 台州教育"])
    try decide { try $0.give(name: nil, to: taizhou) }
    #expect(try issuers() == ["\(taizhou) 台州市教育局", "\(taizhou) 台州市教育局"])
  }

  @Test func decisionsHoldWhenReportsAreReadAgain() throws {
    try decide { try $0.merge(jiaojiang, into: taizhou) }
    try decide { try $0.give(name: "台州教育", to: taizhou) }
    try fill(["椒江区教育局"])
    #expect(try issuers() == ["\(taizhou) 台州教育"])
    try fill(["台州市教育局", "椒江区教育局"])
    #expect(try issuers() == ["\(taizhou) 台州教育", "\(taizhou) 台州教育"])
  }

  @Test func documentsAreListedAsRead() throws {
    try decide { try $0.merge(jiaojiang, into: taizhou) }
    #expect(
      try ReportStore(opening: path).documentEntries() == [
        DocumentEntry(path: "台州市教育局", agency: "台州市教育局", year: 2021, kind: .annualReport, url: nil),
        DocumentEntry(path: "椒江区教育局", agency: "椒江区教育局", year: 2021, kind: .annualReport, url: nil),
      ])
  }

  @Test func theReadableViewsGoByDecisions() throws {
    try decide { try $0.merge(jiaojiang, into: taizhou) }
    let names = try DatabaseQueue(path: path).read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT 机关 FROM observations_readable")
    }
    #expect(names == ["台州市教育局"])
  }

  @Test func whatCantBeDecidedIsRefused() throws {
    let store = try ReportStore(opening: path)
    #expect(throws: StoreError.unknownAgency(id: "x")) { try store.merge("x", into: taizhou) }
    #expect(throws: StoreError.unknownAgency(id: "x")) { try store.merge(taizhou, into: "x") }
    #expect(throws: StoreError.unknownAgency(id: "x")) { try store.give(name: "甲", to: "x") }
    #expect(throws: StoreError.mergedInACircle(id: taizhou, into: taizhou)) { try store.merge(taizhou, into: taizhou) }
    try store.merge(jiaojiang, into: taizhou)
    #expect(throws: StoreError.mergedInACircle(id: taizhou, into: jiaojiang)) {
      try store.merge(taizhou, into: jiaojiang)
    }
    #expect(throws: StoreError.missing(path: folder.path("no.sqlite"))) {
      try ReportStore(opening: folder.path("no.sqlite"))
    }
  }

  /// A database of the first schema opens with what it holds, and takes decisions.
  @Test(arguments: ["v1", "v2", "v3", "v4", "v5", "v6"])
  func anOlderDatabaseIsBroughtUpToDate(_ schema: String) throws {
    let old = folder.path("old.sqlite")
    let queue = try DatabaseQueue(path: old)
    try Schema.migrator.migrate(queue, upTo: schema)
    try queue.write { db in
      try db.execute(
        sql: """
          PRAGMA application_id = \(Schema.applicationID);
          INSERT INTO runs (id, program, catalogue_sha256) VALUES (1, 'nianbao 0', '');
          INSERT INTO agencies VALUES ('331000-education', '台州市教育局', '331000', '台州市', 'prefecture');
          INSERT INTO documents (sha256, path, agency_id, year, kind, reasons, encoding, source, run_id)
            VALUES ('a', 'a.txt', '331000-education', 2021, 'plan', '', 'UTF-8', '书9册。', 1);
          """)
    }
    try queue.close()
    let store = try ReportStore(opening: old)
    try store.give(name: "台州教育", to: taizhou)
    let identity = try #require(try store.documents().first).report.identity
    #expect(identity.agency?.name == "台州教育")
    #expect(identity.year == 2021)
    #expect(identity.yearConfidence == nil)
  }
}
