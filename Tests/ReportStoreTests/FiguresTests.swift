import Checks
import Observations
import ReportStore
import ReportText
import TestSupport
import Testing

/// What is read of the store for tables: the figures asked for, and nothing else.
@Suite struct FiguresTests {
  private let folder: TemporaryFolder
  private let store: ReportStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ReportStore(replacing: folder.path("n.sqlite"))
    let run = try store.beginRun(program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    let bodies = ["台州市教育局", "椒江区教育局", "杭州市审计局"]
    let reports = bodies.map { body in
      SampleReports.read("\(body)2022年普法工作总结\n受理许可申请120件，增长20%。发放手册5册。书9本。\n", path: body, sha256: body)
    }
    try store.replace(reports + [SampleReports.read()], run: run)
  }

  private func paths(_ change: (inout FigureQuery) -> Void) throws -> [String] {
    var selection = FigureQuery()
    change(&selection)
    return try store.figures(selection).map(\.report.path)
  }

  @Test func figuresOfMetrics() throws {
    var selection = FigureQuery()
    selection.metrics = ["permit_applications"]
    selection.agencies = ["330100-audit"]
    let documents = try store.figures(selection)
    try #require(documents.count == 1)
    #expect(documents[0].report.observations.map(\.text) == ["120件", "20%"])
    #expect(documents[0].report.text.source.isEmpty)
    #expect(documents[0].report.identity.year == 2022)
    #expect(documents[0].implied.map { "\($0.year) \($0.value)" } == ["2021 100"])
    #expect(documents[0].findings.map(\.check) == [.growthFeasibility])
  }

  /// All figures with a metric are those of the whole documents, findings by the figure that they judge.
  @Test func allFigures() throws {
    let whole = try store.documents()
    let figures = try store.figures(FigureQuery())
    #expect(figures.map(\.report.path) == whole.map(\.report.path))
    #expect(
      figures.map { $0.report.observations.map(\.id) }
        == whole.map { $0.report.observations.filter { $0.metric != nil }.map(\.id) })
    #expect(figures.map { $0.implied.map(\.observation) } == whole.map { $0.implied.map(\.observation) })
  }

  @Test func figuresOfAgenciesRegionsAndLevels() throws {
    let sample = "a/报告.txt"
    #expect(try paths { $0.agencies = ["331000-education"] } == ["台州市教育局"])
    #expect(try paths { $0.agencies = ["杭州市审计局", "331000-education"] } == ["台州市教育局", "杭州市审计局"])
    #expect(try paths { $0.regions = [Division(written: "331000")!] } == [sample, "台州市教育局", "椒江区教育局"])
    #expect(try paths { $0.regions = [Division(written: "浙江省")!] }.count == 4)
    #expect(try paths { $0.levels = [.county] } == [sample, "椒江区教育局"])
    #expect(try paths { $0.metrics = ["gdp"] } == [])
    #expect(throws: StoreError.unknownAgency(id: "x")) { try paths { $0.agencies = ["x"] } }
  }
}
