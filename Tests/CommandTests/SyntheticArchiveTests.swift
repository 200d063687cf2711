import Foundation
import TestSupport
import Testing

/// An archive made by rule, of which every figure is known: what tables show is the truth, and they mark the contradictions
/// sown into it and no others.
@Suite struct SyntheticArchiveTests {
  private struct Cell: Hashable {
    let body: String
    let metric: String
    let year: Int
  }

  private let folder: TemporaryFolder
  private let database: String
  private var truth: [Cell: Int] = [:]
  /// What another report says of a cell.
  private var conflicts: [Cell: Int] = [:]

  private static let bodies = ["椒江区", "黄岩区", "路桥区", "临海市", "温岭市", "玉环市", "天台县", "仙居县"].map { $0 + "教育局" }
  private static let years = 2015...2022
  /// Metrics, one for each manner of combining that several documents can contradict, with their sentences.
  private static let metrics = ["publicity_materials", "permit_applications", "expert_lectures"]

  private static func sentence(_ metric: String, _ value: Int) -> String {
    switch metric {
    case "publicity_materials": "发放手册\(value)册。"
    case "permit_applications": "受理许可申请\(value)件。"
    default: "举办法治讲座\(value)场。"
    }
  }

  init() throws {
    folder = try TemporaryFolder()
    database = folder.path("n.sqlite")
    // The same archive every time: a generator of our own.
    var state: UInt64 = 2022
    func random(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
    for body in Self.bodies {
      for year in Self.years where random(1...10) > 1 {
        var text = "\(body)\(year)年法治政府建设工作总结\n一、主要成效\n"
        for metric in Self.metrics where random(1...10) > 2 {
          let value = random(10...9000)
          truth[Cell(body: body, metric: metric, year: year)] = value
          text += Self.sentence(metric, value)
        }
        text += "\n"
        for metric in Self.metrics {
          // The year before is told of again: rightly, wrongly, or for the first time.
          let before = Cell(body: body, metric: metric, year: year - 1)
          guard random(1...10) > 6, year > Self.years.lowerBound else { continue }
          let isWrong = random(1...3) == 1
          let told = (truth[before] ?? random(10...9000)) + (isWrong && truth[before] != nil ? random(1...50) : 0)
          if truth[before] == nil { truth[before] = told } else if isWrong { conflicts[before] = told }
          text += "\(year - 1)年，" + Self.sentence(metric, told) + "\n"
        }
        try folder.write(text, to: "in/\(body)-\(year).txt")
      }
    }
    let run = try CommandRun(["ingest", folder.path("in"), "--db", database])
    #expect(run.status == 0)
    #expect(run.messages == "")
  }

  private func table(_ arguments: [String]) throws -> [[String: String]] {
    let run = try CommandRun(arguments + ["--db", database] + Self.metrics.flatMap { ["--metric", $0] })
    #expect(run.status == 0)
    return CSVRows(Array(run.output.utf8)).objects
  }

  private func body(_ row: [String: String]) -> String { String(row["agency"]!.suffix(6)) }

  @Test func everyCellOfATrendIsTheTruth() throws {
    var found: [Cell: Int] = [:]
    var marked: [Cell: Int] = [:]
    for row in try table(["trend", "--kind", "count"]) {
      for (column, value) in row where Int(column) != nil && !value.isEmpty {
        found[Cell(body: body(row), metric: row["metric_id"]!, year: Int(column)!)] = Int(value)
      }
      // 2021≠130(0123abcd-4-9)
      for mark in row["conflicts"]!.split(separator: " ") {
        let parts = mark.split { "≠(".contains($0) }
        marked[Cell(body: body(row), metric: row["metric_id"]!, year: Int(parts[0])!)] = Int(parts[1])
      }
      #expect(row["combined"] == "")
    }
    #expect(truth.count > 120)
    #expect(conflicts.count > 5)
    #expect(found == truth)
    #expect(marked == conflicts)
  }

  @Test func everyCellOfAComparisonIsTheTruth() throws {
    var cells = 0
    for row in try table(["compare", "--years", "2019,2020", "--kind", "count"]) {
      let figures = [2019, 2020].map { truth[Cell(body: body(row), metric: row["metric_id"]!, year: $0)] }
      #expect([row["2019"]!, row["2020"]!] == figures.map { $0.map(String.init) ?? "" })
      guard let first = figures[0], let second = figures[1] else {
        #expect(row["difference"] == "")
        continue
      }
      #expect(row["difference"] == String(second - first))
      let growth = Double(second - first) / Double(first) * 100
      #expect(abs(Double(row["percent"]!)! - growth) <= 0.005_001)
      cells += 1
    }
    #expect(cells > 5)
  }

  @Test func aRankingIsInTheOrderOfTheTruth() throws {
    let rows = try table(["compare", "--year", "2018", "--kind", "count"])
    for metric in Self.metrics {
      let expected = truth.filter { $0.key.metric == metric && $0.key.year == 2018 }.map(\.value).sorted(by: >)
      #expect(rows.filter { $0["metric_id"] == metric }.map { $0["value"]! } == expected.map(String.init))
    }
  }

  @Test func aTrendWrittenAsFilesOfEachFormat() throws {
    for format in ["csv", "md", "json", "html", "xlsx"] {
      let file = folder.path("trend." + format)
      let run = try CommandRun(
        ["trend", "--db", database, "--format", format, "-o", file, "--lang", "zh", "--region", "临海市"])
      #expect(run.status == 0)
      #expect(run.output == "")
      #expect(String(decoding: try folder.bytes("trend." + format), as: UTF8.self).contains("指标编号"))
    }
    let plot = try CommandRun(
      ["trend", "--db", database, "--metric", "permit_applications", "--agency", "331082-education", "--plot"]
        + [folder.path("p.svg")])
    #expect(plot.status == 0)
    let svg = String(decoding: try folder.bytes("p.svg"), as: UTF8.self)
    #expect(svg.contains(">受理许可申请数（件）</text>"))
  }

  @Test func anExportHoldsTablesAndTheirDescription() throws {
    let run = try CommandRun(["export", "--db", database, "--out", folder.path("out")])
    #expect(run.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted() == [
        "datapackage.json", "documents.csv", "findings.csv", "metrics.csv", "numerals.csv", "observations.csv",
        "trend.csv",
      ])
    let package = try JSONSerialization.jsonObject(with: Data(try folder.bytes("out/datapackage.json")))
    let resources = try #require((package as? [String: Any])?["resources"] as? [[String: Any]])
    for resource in resources {
      let fields = ((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]])?.map {
        $0["name"] as? String
      }
      #expect(fields == CSVRows(try folder.bytes("out/" + (resource["path"] as! String))).header)
    }
  }

  @Test(arguments: [
    (["trend", "--metric", "x"], "x: 没有这个指标，可用 nianbao metrics list 查看 (no such metric)"),
    (["trend", "--agency", "x"], "x: 没有这个机关，可用 nianbao agencies list 查看 (no such agency)"),
    (["trend", "--region", "无此市"], "无此市: 没有这个区划，请写六位代码或全称 (no such division)"),
  ])
  func whatDoesntExistIsWrongUsage(_ arguments: [String], _ message: String) throws {
    let run = try CommandRun(arguments + ["--db", database])
    #expect(run.status == 2)
    #expect(run.messageLines == [message])
    #expect(run.output == "")
  }
}
