import Checks
import GRDB
import Observations
import Quantities
import ReportText
import TestSupport
import Testing

@testable import ReportStore

/// The columns that hold one of a few words.
@Suite struct SchemaTests {
  private let folder: TemporaryFolder
  private let queue: DatabaseQueue

  init() throws {
    folder = try TemporaryFolder()
    let store = try ReportStore(replacing: folder.path("n.sqlite"))
    let run = try store.beginRun(program: "nianbao", catalogue: SampleReports.catalogue, catalogueSHA256: "c0ffee")
    try store.replace([SampleReports.read()], run: run)
    try store.finish()
    queue = try DatabaseQueue(path: folder.path("n.sqlite"))
  }

  private static let choices: [(column: String, words: [String])] = [
    ("agencies.level", Division.Level.allCases.map(\.rawValue)),
    ("documents.kind", ReportIdentity.Kind.allCases.map(\.rawValue)),
    ("documents.agency_confidence", ReportIdentity.Confidence.allCases.map(\.rawValue)),
    ("documents.year_confidence", ReportIdentity.Confidence.allCases.map(\.rawValue)),
    ("repairs.kind", Repair.Kind.allCases.map(\.rawValue)),
    ("numerals.class", NumeralClass.allCases.map(\.rawValue)),
    ("observations.period_type", PeriodType.allCases.map(\.rawValue)),
    ("observations.status", Status.allCases.map(\.rawValue)),
    ("observations.kind", QuantityKind.allCases.map(\.rawValue)),
    ("observations.bound", Bound.allCases.map(\.rawValue)),
    ("findings.verdict", Verdict.allCases.map(\.rawValue)),
  ]

  @Test(arguments: choices)
  func aColumnTakesTheProgramsWordsAndNoOther(_ choice: (column: String, words: [String])) throws {
    let (column, words) = choice
    let (table, name) = (column.split(separator: ".")[0], column.split(separator: ".")[1])
    try queue.write { db in
      for word in words {
        try db.execute(sql: "UPDATE \(table) SET \(name) = ?", arguments: [word])
        #expect(db.changesCount > 0)
      }
      let error = #expect(throws: DatabaseError.self) {
        try db.execute(sql: "UPDATE \(table) SET \(name) = ?", arguments: ["Actual"])
      }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_CHECK)
    }
  }

  /// A table of the words, made anew for each row, would take more time than all the rest of writing it.
  @Test(arguments: ["documents", "numerals", "observations", "findings"])
  func aRowIsCheckedWithoutATableOfWords(_ table: String) throws {
    let steps = try queue.write { db in
      try Row.fetchAll(db, sql: "EXPLAIN INSERT INTO \(table) DEFAULT VALUES").map { $0["opcode"] as String }
    }
    #expect(steps.contains("Insert"))
    #expect(!steps.contains("OpenEphemeral"))
  }
}
