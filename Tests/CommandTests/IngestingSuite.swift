import Foundation
import GRDB
import TestSupport
import Testing

/// A suite that ingests small reports of three bodies into a database.
protocol IngestingSuite {
  var folder: TemporaryFolder { get }
}

extension IngestingSuite {
  /// Stands in a folder of its own, so that what lies beside it can be seen.
  var database: String { folder.path("db/n.sqlite") }

  /// An empty folder with room for the database.
  static func emptyFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("db"), withIntermediateDirectories: true)
    return folder
  }

  /// The year of a report.
  func year(_ number: Int) -> Int { 2000 + number % 20 }

  /// Writes the report of one of three bodies.
  func write(_ number: Int, figure: Int) throws {
    let body = ["椒江区", "黄岩区", "路桥区"][(number - 1) % 3]
    try folder.write("\(body)教育局\(year(number))年普法工作总结\n发放手册\(figure)册。\n", to: "in/\(number).txt")
  }

  func ingest(_ options: [String] = [], mostBytes: Int? = nil) throws -> CommandRun {
    try CommandRun(["ingest", folder.path("in"), "--db", database] + options, mostBytes: mostBytes)
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T { try DatabaseQueue(path: database).read(body) }

  func expectWhole() throws {
    #expect(try read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check") } == ["ok"])
    #expect(try read { db in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") }.isEmpty)
  }
}
