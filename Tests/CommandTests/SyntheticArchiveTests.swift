import Foundation
import TestSupport
import Testing

/// Of an archive made by rule every figure is known: what tables show is the truth, and they mark the contradictions sown into it
/// and no others.
@Suite struct SyntheticArchiveTests {
  private typealias Key = SyntheticArchive.Key
  private typealias Figure = SyntheticArchive.Figure

  private let archive: SyntheticArchive
  private let folder: TemporaryFolder
  private let database: String

  /// The same archive every time.
  private static let archive = SyntheticArchive(seed: 2022)

  init() throws {
    archive = Self.archive
    folder = try TemporaryFolder()
    database = folder.path("n.sqlite")
    for (name, text) in archive.documents { try folder.write(text, to: "in/" + name) }
    let run = try CommandRun(["ingest", folder.path("in"), "--db", database])
    #expect(run.status == 0)
    #expect(run.messages == "")
  }

  private static let metrics = SyntheticArchive.metrics + ["permits_granted", "permits_refused"]

  private func table(_ arguments: [String]) throws -> [[String: String]] {
    let run = try CommandRun(arguments + ["--db", database] + Self.metrics.flatMap { ["--metric", $0] })
    #expect(run.status == 0)
    return CSVRows(Array(run.output.utf8)).objects
  }

  private func key(_ row: [String: String], _ year: Int) -> Key {
    let agency = row["agency"]!
    let body = agency.hasPrefix("台州市科") ? SyntheticArchive.after : String(agency.suffix(6))
    return Key(body: body, metric: row["metric_id"]!, kind: row["kind"]!, year: year)
  }

  /// A number as the archive has it.
  private func number(_ text: String, _ kind: String) -> Int? {
    Double(text).map { Int(($0 * (kind == "growth" ? 200 : 2)).rounded()) }
  }

  /// `2021>= 2022<=`, `2021`: marks by year.
  private func marks(_ text: String) -> [Int: String] {
    Dictionary(uniqueKeysWithValues: text.split(separator: " ").map { (Int($0.prefix(4))!, String($0.dropFirst(4))) })
  }

  /// The figures of a trend with all that it says of them.
  private func figures(_ rows: [[String: String]]) -> [Key: Figure] {
    var found: [Key: Figure] = [:]
    for row in rows {
      let (kind, bounds, implied) = (row["kind"]!, marks(row["bounds"]!), marks(row["implied"]!))
      // 2021≠130(0123abcd-4-9),140(…)
      let conflicts = marks(row["conflicts"]!).mapValues { text in
        text.dropFirst().split(separator: ",").compactMap { number(String($0.prefix { $0 != "(" }), kind) }
      }
      for (column, text) in row {
        guard let year = Int(column), let value = number(text, kind) else { continue }
        #expect(found[key(row, year)] == nil, "\(key(row, year)) stands twice")
        found[key(row, year)] = Figure(
          value: value, bound: bounds[year] ?? "=", isImplied: implied[year] != nil, conflicts: conflicts[year] ?? [])
      }
      #expect(row["combined"] == "")
    }
    return found
  }

  private func expect(_ found: [Key: Figure], _ truth: [Key: Figure]) {
    // Trends tell no intervals.
    let shown = truth.mapValues {
      Figure(value: $0.value, bound: $0.bound, isImplied: $0.isImplied, conflicts: $0.conflicts.sorted())
    }
    for (key, figure) in shown {
      let value = found[key].map {
        var figure = $0; figure.conflicts.sort(); return figure
      }
      #expect(value == figure, "\(key)")
    }
    for key in found.keys { #expect(shown[key] != nil, "\(key)") }
  }

  /// There is something of everything that the truth is about.
  @Test func theArchiveHoldsEverySort() {
    let figures = archive.truth.values
    #expect(archive.documents.count > 90)
    #expect(figures.count > 350)
    #expect(figures.count { !$0.conflicts.isEmpty } > 20)
    #expect(figures.count { $0.conflicts.count > 1 } > 0)
    for metric in ["permit_applications", "budget_revenue"] {
      let implied = archive.truth.filter { $0.key.metric == metric && $0.value.isImplied }.values
      #expect(implied.count { $0.bound == "~" } > 3)
    }
    #expect(figures.contains { $0.isImplied && $0.bound == "=" })
    #expect(Set(figures.map(\.bound)) == ["=", "<=", ">=", "~"])
    #expect(archive.targets.count > 20)
    #expect(archive.truth.keys.contains { $0.kind == "growth" })
  }

  @Test func everyCellOfATrendIsTheTruth() throws {
    expect(figures(try table(["trend", "--follow-successors"])), archive.truth)
  }

  @Test func plansStandApart() throws {
    expect(figures(try table(["trend", "--status", "target", "--follow-successors"])), archive.targets)
  }

  @Test func breaksStandWhereTheSuccessorBegins() throws {
    let rows = try table(["trend", "--follow-successors"]).filter { $0["agency"]!.hasPrefix("台州市科") }
    #expect(rows.count > 3)
    // The successor retells what its predecessor told.
    let first = archive.documents["\(SyntheticArchive.after)-\(SyntheticArchive.succession).txt"]
    #expect(first?.contains("\(SyntheticArchive.succession - 1)年，") == true)
    for row in rows {
      let implied = marks(row["implied"]!)
      let years = row.filter { !$0.value.isEmpty }.compactMap { Int($0.key) }.filter { implied[$0] == nil }.sorted()
      let bodies = years.map { year in
        year + (archive.toldLater.contains(key(row, year)) ? 1 : 0) < SyntheticArchive.succession
          ? SyntheticArchive.before : SyntheticArchive.after
      }
      let breaks = years.indices.dropFirst().filter { bodies[$0] != bodies[$0 - 1] }
        .map { "\(years[$0]):\(bodies[$0 - 1])→\(bodies[$0])" }
      #expect(row["breaks"] == breaks.joined(separator: " "))
    }
  }

  @Test func theSameFigureInEveryShape() throws {
    let trend = figures(try table(["trend", "--follow-successors"]))
    var sdmx: [Key: Int] = [:]
    let run = try CommandRun(
      ["trend", "--follow-successors", "--format", "sdmx-csv", "--db", database]
        + Self.metrics.flatMap { ["--metric", $0] })
    for row in CSVRows(Array(run.output.utf8)).objects {
      let names = ["agency": row["AGENCY_NAME"]!, "metric_id": row["METRIC"]!, "kind": row["KIND"]!]
      sdmx[key(names, Int(row["TIME_PERIOD"]!)!)] = number(row["OBS_VALUE"]!, row["KIND"]!)
    }
    #expect(sdmx == trend.mapValues(\.value))
  }

  @Test(arguments: [(2013, 2014), (2018, 2019), (2020, 2022)])
  func everyCellOfAComparisonIsTheTruth(_ first: Int, _ second: Int) throws {
    var count = 0
    for row in try table(["compare", "--years", "\(first),\(second)", "--follow-successors"]) {
      let kind = row["kind"]!
      let figures = [first, second].map { archive.truth[key(row, $0)] }
      for (year, figure) in zip([first, second], figures) {
        #expect(number(row["\(year)"]!, kind) == figure?.value, "\(row)")
        #expect(number(row["\(year)_low"]!, kind) == figure?.low, "\(row)")
        #expect(number(row["\(year)_high"]!, kind) == figure?.high, "\(row)")
      }
      guard let before = figures[0], let after = figures[1] else {
        #expect(row["difference"] == "")
        continue
      }
      count += 1
      let isExact = before.bound == "=" && after.bound == "="
      let difference = { (one: Int?, other: Int?) in one.flatMap { one in other.map { one - $0 } } }
      #expect(number(row["difference"]!, kind) == (isExact ? after.value - before.value : nil), "\(row)")
      #expect(number(row["difference_low"]!, kind) == difference(after.low, before.high), "\(row)")
      #expect(number(row["difference_high"]!, kind) == difference(after.high, before.low), "\(row)")
      guard kind != "growth" else { continue }
      let percent = { (one: Int, other: Int) in Double(one - other) / Double(other) * 100 }
      if isExact { #expect(abs(Double(row["percent"]!)! - percent(after.value, before.value)) < 0.005_001) }
      let stated = archive.truth[Key(body: key(row, 0).body, metric: row["metric_id"]!, kind: "growth", year: second)]
      if second == first + 1 { #expect(number(row["stated_growth"]!, "growth") == stated?.value, "\(row)") }
    }
    #expect(count > 15)
  }

  @Test func twoBodiesSideBySideAreTheTruth() throws {
    let bodies = ["椒江区教育局", "临海市教育局"]
    let rows = try table(["compare", "--agencies", "331002-education,331082-education"])
    #expect(rows.count > 40)
    for row in rows {
      let kind = row["kind"]!
      for (id, body) in zip(["331002-education", "331082-education"], bodies) {
        let truth = archive.truth[Key(body: body, metric: row["metric_id"]!, kind: kind, year: Int(row["year"]!)!)]
        #expect(number(row[id]!, kind) == truth?.value, "\(row)")
      }
    }
  }

  @Test func aRankingIsInTheOrderOfTheTruth() throws {
    let rows = try table(["compare", "--year", "2018"])
    for metric in Self.metrics {
      for kind in ["count", "money", "growth"] {
        let truth = archive.truth.filter { ($0.key.metric, $0.key.kind, $0.key.year) == (metric, kind, 2018) }.values
        let found = rows.filter { $0["metric_id"] == metric && $0["kind"] == kind }
        #expect(found.map { number($0["value"]!, kind)! } == truth.map(\.value).sorted(by: >))
        for row in found {
          let cell = archive.truth[key(row, 2018)]!
          let above = truth.count { other in cell.high.map { high in other.low.map { high < $0 } ?? false } ?? false }
          #expect(row["rank_first"] == "\(above + 1)")
        }
      }
    }
  }

  @Test func metricsAreNamedByIdOrInChinese() throws {
    let run = { (name: String) in try CommandRun(["trend", "--db", database, "--metric", name]) }
    #expect(try run("受理许可申请数").output == run("permit_applications").output)
    #expect(try run("受理许可申请数").output.contains("permit_applications,受理许可申请数,"))
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

  @Test(arguments: ["en", "zh"]) func anExportHoldsTablesAndTheirDescription(_ language: String) throws {
    let run = try CommandRun(["export", "--db", database, "--out", folder.path("out"), "--lang", language])
    #expect(run.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted() == [
        "coverage.csv", "datapackage.json", "documents.csv", "findings.csv", "metrics.csv", "numerals.csv",
        "observations.csv",
        "trend.csv",
      ])
    let package = try JSONSerialization.jsonObject(with: Data(try folder.bytes("out/datapackage.json")))
    let resources = try #require((package as? [String: Any])?["resources"] as? [[String: Any]])
    var headers: [String: [String]] = [:]
    for resource in resources {
      headers[resource["name"] as! String] = CSVRows(try folder.bytes("out/" + (resource["path"] as! String))).header
    }
    #expect(headers["documents"]?.first == (language == "zh" ? "文件" : "document"))
    for resource in resources {
      let schema = try #require(resource["schema"] as? [String: Any])
      let header = headers[resource["name"] as! String]!
      #expect((schema["fields"] as? [[String: Any]])?.map { $0["name"] as? String } == header)
      #expect(Set(header).count == header.count)
      // Keys are columns here and there.
      for column in schema["primaryKey"] as? [String] ?? [] { #expect(header.contains(column)) }
      for key in schema["foreignKeys"] as? [[String: Any]] ?? [] {
        let reference = try #require(key["reference"] as? [String: String])
        #expect(header.contains(key["fields"] as! String))
        #expect(headers[reference["resource"]!]!.contains(reference["fields"]!))
      }
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
