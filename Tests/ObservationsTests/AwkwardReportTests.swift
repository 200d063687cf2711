import Observations
import ReportText
import Testing

/// Texts that are no report as the program expects one: an answer as sure as it can be, and nothing else.
@Suite struct AwkwardReportTests {
  private static func report(_ text: String) throws -> Report {
    let source = SourceText(source: Array(text.utf8))
    return ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn)).read(source, path: "a.txt")
  }

  @Test(arguments: [60, 100_000])
  func nothingButHeadings(_ count: Int) throws {
    let headings = (1...count).map { "（一）推进第\($0)项任务\n" }.joined()
    let report = try Self.report("甲县水务局2023年工作报告\n" + headings)
    #expect(report.observations.isEmpty)
    #expect(report.identity.year == 2023)
    #expect(report.outline.count == count)
  }

  @Test func everyLineTheSame() throws {
    let report = try Self.report(String(repeating: "全年培训农民1.36万人次。\n", count: 2000))
    #expect(report.observations.count == 2000)
    #expect(report.observations.allSatisfy { $0.confidence == .low && $0.year == nil })
  }

  @Test func twoReportsInOneFile() throws {
    let report = try Self.report(
      """
      台州市应急管理局2022年法治政府建设情况报告
      一、工作情况
      2022年，检查企业120家。
      台州市水利局2023年法治政府建设情况报告
      一、工作情况
      2023年，培训300人次。

      """)
    #expect(report.identity.agencyConfidence == .low)
    #expect(report.identity.yearConfidence == .low)
    #expect(report.observations.map(\.year) == [2022, 2023])
  }

  @Test func anotherLanguage() throws {
    let report = try Self.report("Annual report 2023\nIn 2023 the bureau inspected 120 sites, 12% more than in 2022.\n")
    #expect(report.identity.agency == nil)
    #expect(report.observations.allSatisfy { $0.confidence == .low })
  }

  /// Years that contradict each other everywhere date no report.
  @Test func contradictingYears() throws {
    let lines = (0..<300).map { "\(1990 + $0 % 35)年，检查企业\($0 + 10)家。\n" }.joined()
    let report = try Self.report("某局工作报告\n" + lines)
    #expect(report.identity.yearConfidence == .low || report.identity.year == nil)
    #expect(report.observations.prefix(3).map(\.year) == [1990, 1991, 1992])
  }
}
