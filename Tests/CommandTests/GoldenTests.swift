import Foundation
import TestSupport
import Testing

/// The whole way from report files to tables.
@Suite struct GoldenTests {
  private static let seeds = Result { try ReportRun(["seeds"]) }

  @Test(arguments: ReportRun.tables)
  func tablesOfTheSeeds(_ name: String) throws {
    let bytes = try Self.seeds.get().bytes(name)
    #expect(try GoldenFile("seeds/" + name).mismatch(bytes) == nil)
  }

  @Test func theSeedsHoldInconsistencies() throws {
    let run = try Self.seeds.get()
    #expect(run.run.status == 1)
    #expect(run.run.messages == "")
    #expect(run.names == ReportRun.files)
  }

  @Test func twoRunsAreEqual() throws {
    let first = try Self.seeds.get()
    let second = try ReportRun(["seeds"])
    for name in ReportRun.tables + ["audit.html"] { #expect(try first.bytes(name) == second.bytes(name), "\(name)") }
  }

  @Test func aSecondRunIntoTheSameFolderIsEqual() throws {
    let first = try ReportRun(["Fixtures/reports"])
    let before = try (ReportRun.tables + ["audit.html"]).map(first.bytes)
    let again = try CommandRun(["report", "Fixtures/reports", "--out", first.folder.path("out")])
    #expect(again.status == 0)
    #expect(try (ReportRun.tables + ["audit.html"]).map(first.bytes) == before)
    #expect(first.names == ReportRun.files)
  }

  /// Results in a folder below the reports aren't reports.
  @Test func resultsAmongTheReportsAreNotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("受理申请9件。\n", to: "reports/a.txt")
    let arguments = ["report", folder.path("reports"), "--out", folder.path("reports/out")]
    let first = try CommandRun(arguments)
    let before = try folder.bytes("reports/out/numerals.csv")
    let second = try CommandRun(arguments)
    #expect(second.status == 0)
    let (reports, page) = (folder.path("reports"), folder.path("reports/out/audit.html"))
    #expect(second.messages == "\(reports): 其中 6 份是 nianbao 自己的输出，不当报告读，如 \(page) (own output left out)\n")
    #expect(second.output == first.output)
    #expect(try folder.bytes("reports/out/numerals.csv") == before)
  }

  /// Each row's place leads to its text, which stands in its quote.
  @Test(arguments: ["seeds", "Fixtures/reports"])
  func everySpanIsItsText(_ reports: String) throws {
    let run = try reports == "seeds" ? Self.seeds.get() : ReportRun([reports])
    let rows = CSVRows(try run.bytes("observations.csv")).objects
    #expect(rows.count > 30)
    var sources: [String: [Substring]] = [:]
    for row in rows {
      let document = try #require(row["document"])
      if sources[document] == nil {
        let source = try String(contentsOf: PackageFolder.root.appendingPathComponent(document), encoding: .utf8)
        sources[document] = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
          Substring($0)
        }
      }
      let line = try #require(row["line"].flatMap { Int($0) })
      let start = try #require(row["start"].flatMap { Int($0) })
      let end = try #require(row["end"].flatMap { Int($0) })
      let scalars = try Array(#require(sources[document])[line - 1].unicodeScalars)
      let text = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(row["text"] == text, "\(document):\(line):\(start)")
      let quote = try #require(row["quote"])
      #expect(quote.contains(text), "\(document):\(line):\(start)")
      #expect(String(String.UnicodeScalarView(scalars)).contains(quote), "\(document):\(line):\(start)")
    }
  }

  /// The ledger and the long table name each other.
  @Test func everyObservationHasItsNumeral() throws {
    let run = try Self.seeds.get()
    let numerals = CSVRows(try run.bytes("numerals.csv")).objects
    let named = numerals.flatMap { $0["observation_ids"]!.split(separator: " ").map(String.init) }
    let observations = CSVRows(try run.bytes("observations.csv")).objects.filter { $0["derivation"] == "stated" }
    #expect(named == observations.map { $0["observation_id"]! })
    #expect(Set(named).count == named.count)
    for numeral in numerals {
      #expect(numeral["observation_ids"]!.isEmpty == (numeral["class"] != "statistic"), "\(numeral)")
    }
  }
}
