import Checks
import Observations
import ReportText
import Tables
import TestSupport
import Testing

/// The figures behind a cell, each beside its sentence.
@Suite struct AuditTableTests {
  private let archive = CheckedArchive(
    [
      SampleReports.read("椒江区教育局关于2022年普法情况的报告\n受理许可申请120件，增长20%，其中准予20件。\n报备率和及时率均为100%，另有100%。\n"),
      SampleReports.read("青田县民政局2022年普法工作总结\n受理许可申请7件。\n", path: "b.txt", sha256: "89abcdef"),
    ], catalogue: SampleReports.catalogue)

  private func rows(metric: String? = nil, agency: String? = nil, year: Int? = nil) -> [[String: String]] {
    let selection = FigureSelection(metric: metric, agency: agency, year: year)
    return CSVRows(Table.audit(archive, selection, catalogue: SampleReports.catalogue).csv).objects
  }

  @Test func eachFigureStandsMarkedInItsSentence() {
    #expect(
      rows(agency: "331002-education").map { $0["sentence"] } == [
        "受理许可申请⟦120件⟧，增长20%，其中准予20件。", "受理许可申请120件，增长⟦20%⟧，其中准予20件。", "受理许可申请120件，增长20%，其中准予⟦20件⟧。",
        "报备率和及时率均为⟦100%⟧，另有100%。", "报备率和及时率均为⟦100%⟧，另有100%。", "报备率和及时率均为100%，另有⟦100%⟧。",
        "受理许可申请120件，增长⟦20%⟧，其中准予20件。",
      ])
  }

  /// The mark stands on the figure and not on what is written like it: another class of numeral, an equal figure, one in markup.
  @Test(arguments: [
    ("依照第5条规定制定措施5条。\n", ["依照第5条规定制定措施⟦5条⟧。"]),
    ("新建5条，修复5条。新建5条，修复5条。\n", ["新建⟦5条⟧，修复5条。", "新建5条，修复⟦5条⟧。", "新建⟦5条⟧，修复5条。", "新建5条，修复⟦5条⟧。"]),
    ("受理<5件，办结5件。\n", ["受理<⟦5件⟧，办结5件。", "受理<5件，办结⟦5件⟧。"]),
    (
      "<html><body><p>依照<b>第5条</b>规定，<i>受理</i>许可申请5条，<b>另</b>有5条。</p></body></html>",
      ["依照第5条规定，受理许可申请⟦5条⟧，另有5条。", "依照第5条规定，受理许可申请5条，另有⟦5条⟧。"]
    ),
  ])
  func theMarkStandsOnTheFigure(_ text: String, _ sentences: [String]) throws {
    let source = try SourceText(bytes: Array(text.utf8), path: "a")
    let report = ReportReader(catalogue: SampleReports.catalogue).read(source, path: "a")
    let archive = CheckedArchive(
      [CheckedReport(sha256: "01234567", checking: report)], catalogue: SampleReports.catalogue)
    let selection = FigureSelection(metric: nil, agency: nil, year: nil)
    let rows = CSVRows(Table.audit(archive, selection, catalogue: SampleReports.catalogue).csv).objects
    #expect(rows.map { $0["sentence"] } == sentences)
  }

  @Test func cellsAreFoundByMetricAgencyAndYear() {
    let found = rows(metric: "permit_applications", year: 2022).map {
      "\($0["value"]!) \($0["kind"]!) \($0["agency"]!)"
    }
    // What was granted of the applications is a part of them.
    #expect(
      found == ["120 count 椒江区教育局", "20 growth 椒江区教育局", "20 count 椒江区教育局", "7 count 青田县民政局"])
    #expect(rows(agency: "青田县民政局").map { $0["observation_id"] } == ["89abcdef-2-6"])
    #expect(rows(metric: "no_such_metric").isEmpty)
  }

  @Test func anImpliedValueLeadsToTheGrowthThatImpliesIt() {
    let found = rows(metric: "permit_applications", year: 2021)
    #expect(found.map { $0["value"] } == ["100"])
    #expect(found.map { $0["derivation"] } == ["implied"])
    #expect(found.map { $0["sentence"] } == ["受理许可申请120件，增长⟦20%⟧，其中准予20件。"])
    #expect(found.map { $0["observation_id"] } == ["01234567-2-13-implied"])
  }

  @Test func anImpliedIntervalHasItsEnds() throws {
    let report = SampleReports.read("椒江区教育局2022年工作总结\n教育支出6.5亿元，增长5%。\n")
    let table = Table.audit(
      CheckedArchive([report], catalogue: SampleReports.catalogue),
      FigureSelection(metric: nil, agency: nil, year: 2021), catalogue: SampleReports.catalogue)
    let row = try #require(CSVRows(table.csv).objects.first)
    #expect(
      ["year", "value", "low", "high", "bound", "derivation", "sentence"].map { row[$0] } == [
        "2021", "620000000", "611300000", "626800000", "~", "implied", "教育支出6.5亿元，增长⟦5%⟧。",
      ])
  }

  @Test func theReadingIsTold() throws {
    let row = try #require(rows(metric: "permit_applications", agency: "331002-education", year: 2022).first)
    let fields = ["document", "line", "low", "high", "unit", "bound", "status", "metric", "rule", "period_type"]
    #expect(fields.map { row[$0] } == ["a.txt", "2", "120", "120", "件", "=", "actual", "受理许可申请数", "count", "flow"])
    #expect(row["pattern"]?.isEmpty == false)
    #expect(row["checks"] == "growth-feasibility:consistent 120件、增长20%：上年应为100件")
  }

  @Test func aPageOpensAtTheSelection() {
    let page = { (selection: FigureSelection?) in
      String(
        decoding: AuditPage(archive, catalogue: SampleReports.catalogue, selection: selection, generator: "").html,
        as: UTF8.self)
    }
    #expect(page(nil).contains(#""selection":{}"#))
    #expect(
      page(FigureSelection(metric: "permit_applications", agency: "青田县民政局", year: 2022)).contains(
        #""selection":{"metric":"permit_applications","agency":"331121-civil-affairs","year":"2022"}"#))
  }
}
