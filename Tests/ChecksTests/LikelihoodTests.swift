import Checks
import Observations
import ReportText
import Testing

/// Figures that what stands beside them makes unlikely.
@Suite struct LikelihoodTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  private func unlikely(_ reports: [(title: String, text: String)]) -> [String] {
    CheckedArchive(
      reports.enumerated().map { number, item in
        let report = ReportReader(catalogue: Self.catalogue)
          .read(SourceText(source: Array("\(item.title)\n\(item.text)\n".utf8)), path: "\(number)")
        return CheckedReport(sha256: "0000000\(number)", checking: report)
      }, catalogue: Self.catalogue
    ).findings.filter { $0.verdict == .unlikely }.map(\.message)
  }

  /// Reports of one body, of a year each from 2019 on.
  private func ofYears(_ figures: [String]) -> [String] {
    unlikely(
      figures.enumerated().map { ("平川县水务局\(2019 + $0)年工作报告", "全年受理许可申请\($1)。") })
  }

  @Test(arguments: [
    (["120件", "131件", "1250件", "140件"], "若为 125件（多一位）则相当"),
    (["120件", "131件", "13件", "140件"], "若为 130件（少一位）则相当"),
    (["1.2万件", "1.31万件", "1.25件", "1.4万件"], "若为 12500件（少“万”）则相当"),
    (["120件", "131件", "130万件", "140件"], "若为 130件（多“万”）则相当"),
    (["120件", "131件", "655件", "140件"], "若为几年合计则相当"),
    (["120件", "131件", "30件", "140件"], "若为其中一部分则相当"),
    (["1200件", "1311件", "9600件", "1400件", "1388件"], "若为 960件（多一位）则相当"),
  ])
  func besideItsOwnYears(_ figures: [String], _ reading: String) {
    let found = ofYears(figures)
    #expect(found.count == 1 && found[0].hasSuffix(reading), "\(found)")
  }

  /// Too few years, years that vary, and a figure that only grew.
  @Test(arguments: [
    ["120件", "1250件"], ["120件", "1250件", "140件"], ["12件", "90件", "340件", "1250件"], ["120件", "150件", "210件", "300件"],
  ])
  func nothingSpeaksAgainst(_ figures: [String]) {
    #expect(ofYears(figures) == [])
  }

  @Test func theFigureOfTheYearBeforeCopied() {
    #expect(ofYears(["12345件", "12345件"]).count == 1)
    #expect(ofYears(["120件", "120件"]) == [])
  }

  @Test func besideItsProvince() {
    let province = ("浙江省2023年国民经济和社会发展统计公报", "全年城镇新增就业116万人。城镇居民人均可支配收入74997元。")
    let city = { (jobs: String) in
      ("台州市2023年国民经济和社会发展统计公报", "全年城镇新增就业\(jobs)。城镇居民人均可支配收入79997元。")
    }
    #expect(unlikely([province, city("13万人")]) == [])
    #expect(unlikely([province, city("130万人")]).map { $0.hasSuffix("疑为全省数或单位有误") } == [true])
  }
}
