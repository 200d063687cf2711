import Checks
import Observations
import ReportText
import Testing

/// Findings between documents, and the figures that explain what failed.
@Suite struct ArchiveChecksTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  /// Reports of 平川县水务局 by year; two of one year may be given.
  private func archive(_ reports: [(year: Int, text: String)]) -> CheckedArchive {
    CheckedArchive(
      reports.enumerated().map { number, item in
        let text = "平川县水务局\(item.year)年工作报告\n\(item.text)\n"
        let report = ReportReader(catalogue: Self.catalogue)
          .read(SourceText(source: Array(text.utf8)), path: "\(item.year)-\(number)")
        return CheckedReport(sha256: "0000000\(number)", checking: report)
      }, catalogue: Self.catalogue)
  }

  private func findings(_ reports: [(year: Int, text: String)]) -> [String] {
    archive(reports).findings.filter { Set($0.operands.map { $0.prefix(8) }).count > 1 }
      .map { "\($0.check.rawValue) \($0.verdict.rawValue) \($0.operands.joined(separator: " "))" }
  }

  @Test func growthAgainstTheStoredYearBefore() {
    let before = (2022, "全年受理许可申请120件。")
    #expect(
      findings([before, (2023, "全年受理许可申请150件，同比增长25%。")]) == [
        "growth-over-years consistent 00000001-2-17 00000001-2-8 00000000-2-8"
      ])
    #expect(
      findings([before, (2023, "全年受理许可申请150件，同比增长20%。")]) == [
        "growth-over-years inconsistent 00000001-2-17 00000001-2-8 00000000-2-8"
      ])
    // 1.2万 may be anything from 1.15万 to 1.25万.
    let rounded = (2022, "全年受理许可申请1.2万件。")
    #expect(
      findings([rounded, (2023, "全年受理许可申请1.3万件，同比增长12%。")]) == [
        "growth-over-years consistent 00000001-2-18 00000001-2-8 00000000-2-8"
      ])
    #expect(findings([(2021, before.1), (2023, "全年受理许可申请150件，同比增长20%。")]) == [])
  }

  @Test func growthOfOutputAtConstantPricesIsNotHeldAgainstCurrentOnes() {
    #expect(
      findings([(2022, "地区生产总值100亿元。"), (2023, "地区生产总值112亿元，增长5.2%。")]) == [
        "growth-over-years uncheckable 00000001-2-14 00000001-2-6 00000000-2-6"
      ])
  }

  /// Growth with prices taken out, or over another span, says nothing of the stored year before.
  @Test(arguments: ["扣除价格因素，实际增长7.4%", "按可比口径增长7.4%", "比2018年增长80%"])
  func growthOfAnotherSort(_ growth: String) {
    let found = findings([(2022, "全年受理许可申请120件。"), (2023, "全年受理许可申请150件，\(growth)。")])
    #expect(!found.contains { $0.contains("inconsistent") }, "\(found)")
  }

  @Test func anEarlierYearToldOtherwise() {
    let own = (2022, "全年受理许可申请120件。")
    #expect(
      findings([own, (2023, "2022年受理许可申请120件。")]) == ["restatement consistent 00000001-2-11 00000000-2-8"])
    #expect(
      findings([own, (2023, "2022年受理许可申请121件。")]) == ["restatement inconsistent 00000001-2-11 00000000-2-8"])
  }

  @Test func documentsOfOneYear() {
    let own = (2022, "全年受理许可申请120件。")
    #expect(findings([own, own]) == ["document-conflict consistent 00000001-2-8 00000000-2-8"])
    #expect(
      findings([own, (2022, "全年受理许可申请118件。")]) == ["document-conflict inconsistent 00000001-2-8 00000000-2-8"])
    // Written less exactly it is the same.
    #expect(
      findings([own, (2022, "全年受理许可申请110余件。")]) == ["document-conflict consistent 00000001-2-8 00000000-2-8"])
  }

  /// 亩 and 公顷 of one metric are compared, and of a figure told in both that in the metric's unit.
  @Test func unitsOfOneThingMeet() {
    let before = (2022, "全县完成营造林1.5万亩。")
    #expect(
      findings([before, (2023, "2022年全县完成营造林1000公顷。")]) == ["restatement consistent 00000001-2-12 00000000-2-7"])
    #expect(
      findings([before, (2023, "2022年全县完成营造林2000公顷。")]) == ["restatement inconsistent 00000001-2-12 00000000-2-7"])
    #expect(
      findings([before, (2023, "全县完成营造林2000公顷，增长100%。")]) == [
        "growth-over-years consistent 00000001-2-16 00000001-2-7 00000000-2-7"
      ])
    #expect(
      findings([before, (2023, "全县完成营造林2000公顷，增长50%。")]) == [
        "growth-over-years inconsistent 00000001-2-16 00000001-2-7 00000000-2-7"
      ])
    #expect(
      findings([(2022, "全县完成营造林1000公顷。全县完成营造林1.5万亩。"), (2023, "全县完成营造林2000公顷，增长100%。")]) == [
        "growth-over-years consistent 00000001-2-16 00000001-2-7 00000000-2-21"
      ])
  }

  @Test func otherBodiesAndScopesAreNotCompared() {
    let text = "甘露县水务局2022年工作报告\n全年受理许可申请118件。\n"
    let other = CheckedReport(
      sha256: "0000000f",
      checking: ReportReader(catalogue: Self.catalogue).read(SourceText(source: Array(text.utf8)), path: "x"))
    let documents = archive([(2022, "全年受理许可申请120件。")]).documents + [other]
    #expect(CheckedArchive(documents, catalogue: Self.catalogue).findings.isEmpty)
  }

  // MARK: - Suspects

  private func suspects(_ text: String) -> [[[String]]] {
    let archive = archive([(2023, text)])
    return archive.findings.indices.filter { archive.findings[$0].verdict == .inconsistent }
      .map { archive.suspects[$0] ?? [] }
  }

  /// The growth stands in both failures, and the total is borne out by its parts.
  @Test func theFigureThatExplainsAllIsNamed() {
    let text = "全年受理许可申请606件，同比增加10.88%。其中，准予许可593件，同比增加9.41%，不予许可13件，同比增加160%。"
    #expect(suspects(text) == [[["00000000-2-17"]], [["00000000-2-17"]]])
  }

  @Test func withoutOtherEvidenceAllAreNamed() {
    #expect(
      suspects("反馈问题14个，整改到位13个，整改完成率95%。") == [
        [["00000000-2-12"], ["00000000-2-21"], ["00000000-2-4"]]
      ])
  }

  @Test func failuresThatShareNothingAreExplainedApart() {
    #expect(suspects("按期办结率103%。\n立项39项，其中农业27项，工业13项。").map(\.count) == [1, 3])
  }
}
