import Foundation
import GRDB
import ReportStore
import TestSupport
import Testing

/// A database that another program uses is waited for by all that open it.
@Suite struct BusyDatabaseTests {
  enum Way: CaseIterable { case opening, updating, replacing }

  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("n.sqlite")
    let store = try ReportStore(replacing: path)
    let run = try store.beginRun(program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    try store.replace([SampleReports.read("发放手册9册。")], run: run)
    try store.finish()
  }

  /// One that doesn't wait fails at once; one that does passes whenever the other program is done.
  @Test(arguments: ["BEGIN; SELECT * FROM documents", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"], Way.allCases)
  func itIsWaitedFor(_ use: String, _ way: Way) async throws {
    let other = try DatabaseQueue(path: path)
    let path = path
    let opened = try await other.writeWithoutTransaction { db in
      try db.execute(sql: use)
      let opened = Task.detached {
        switch way {
        case .opening: try ReportStore(opening: path)
        case .updating: try ReportStore(updating: path)
        case .replacing: try ReportStore(replacing: path)
        }
      }
      Thread.sleep(forTimeInterval: 0.3)
      try db.execute(sql: "COMMIT")
      return opened
    }.value
    if way != .replacing { #expect(try opened.documents().count == 1) }
    try opened.finish()
  }
}
