import Foundation
import Observations
import ReportText
import TestSupport
import Testing

/// Tables: what a cell means by the headings of its row and column.
@Suite struct TableReaderTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  private static func report(_ name: String) throws -> Report {
    let bytes = Array(try Data(contentsOf: PackageFolder.fixture("html/\(name).html")))
    return ReportReader(catalogue: catalogue).read(try SourceText(bytes: bytes, path: name), path: name)
  }

  /// `text value unit kind subject year scope metric` of each figure.
  private static func figures(_ report: Report) -> [String] {
    report.observations.map { figure in
      let quantity = figure.quantity
      return [
        figure.text.description, quantity.value.description, quantity.unit.name, quantity.kind.rawValue,
        figure.subject.description, figure.year.map(String.init) ?? "-", figure.scope ?? "-", figure.metric ?? "-",
      ].joined(separator: " ")
    }
  }

  @Test func communique() throws {
    let report = try Self.report("communique-2023")
    #expect(
      Self.figures(report) == [
        "386.4亿元 38640000000 元 money 地区生产总值 2023 - gdp",
        "5.2% 5.2 % growth 地区生产总值 2023 - gdp",
        "21.6万吨 216000 吨 measure 粮食总产量 2023 - grain_output",
        "1.8% 1.8 % growth 粮食总产量 2023 - grain_output",
        "4300人 4300 人 count 城镇新增就业<含返乡> 2023 - -",
        "102.5 10250000000 元 money 规模以上工业增加值 2023 - industrial_value_added_large",
        "96.3 9630000000 元 money 规模以上工业增加值 2022 - industrial_value_added_large",
        "6.4 6.4 % growth 规模以上工业增加值 2023 - industrial_value_added_large",
        "41.2 4120000000 元 money 规模以上工业增加值高新技术产业 2023 高新技术产业 -",
        "37.0 3700000000 元 money 规模以上工业增加值高新技术产业 2022 高新技术产业 -",
        "11.3 11.3 % growth 规模以上工业增加值高新技术产业 2023 高新技术产业 -",
        "1,158.30 115830000000 元 money 社会消费品零售总额 2023 - retail_sales",
        "1,160.00 116000000000 元 money 社会消费品零售总额 2022 - retail_sales",
        "-0.1 -0.1 % growth 社会消费品零售总额 2023 - retail_sales",
        "52.36 523600 人 count 常住人口 2023 - population",
        "0.4 0.4 % growth 常住人口 2023 - population",
        "88.1 881000 吨 measure 水泥产量 2023 - -",
        "3.5 3.5 % growth 水泥 2023 - -",
        "-12.4 -12.4 % growth 人造板 2023 - -",
      ])
    // What headings don't place states nothing: an unknown unit, no headings at all.
    let unplaced = report.numerals.filter { $0.numeralClass == .other }.map(\.text.description)
    #expect(unplaced == ["亿元", "76", "12", "7"])
    // Chrome is no text.
    #expect(!report.numerals.contains { ["2024年", "99", "4512", "35篇", "5021"].contains($0.text.description) })
  }

  /// The place of each figure is that of its number in the page's source.
  @Test(arguments: ["communique-2023", "disclosure-2022"])
  func placesInTheSource(_ name: String) throws {
    let report = try Self.report(name)
    for numeral in report.numerals {
      let range = try #require(report.text.sourceRange(of: numeral.span))
      let written = report.text.text(ofSource: range)
      if !written.contains("&"), !written.contains("<"), !written.contains("\n") {
        #expect(written == numeral.text.description)
      }
      #expect(!range.isEmpty)
    }
    #expect(Set(report.observations.map(\.id)).count == report.observations.count)
  }

  /// （七）总计 is the total of what its group heads, and not of the column.
  @Test func totalOfAGroupOfRows() throws {
    let figures = Self.figures(try Self.report("results-2022"))
    #expect(figures.last == "5 5 件 count 办理结果 2022 - disclosure_answered")
  }

  @Test func disclosure() throws {
    let report = try Self.report("disclosure-2022")
    let figures = Self.figures(report)
    for figure in [
      "12 12 件 count 自然人本年新收政府信息公开申请数量 2022 自然人 disclosure_applications",
      "3 3 件 count 法人或其他组织商业企业本年新收政府信息公开申请数量 2022 法人或其他组织商业企业 disclosure_applications",
      "16 16 件 count 新收政府信息公开申请数量 2022 - disclosure_applications",
      "11 11 件 count 予以公开 2022 - disclosure_granted",
      "2 2 件 count 部分公开 2022 - disclosure_granted_partly",
      "2 2 件 count 不予公开属于国家秘密 2022 - disclosure_refused_secret",
      "2 2 件 count 结转下年度继续办理 2022 - disclosure_carried_out",
      "14 14 件 count 规范性文件现行有效件数 2022 - normative_documents_in_force",
      "215 215 件 count 行政许可本年处理决定数量 2022 - permit_decisions",
      "36.5 365000 元 money 行政事业性收费本年收费金额 2022 - administrative_fees",
      "2 2 件 count 行政复议结果维持 2022 行政复议 disclosure_upheld",
      "1 1 件 count 行政诉讼未经复议直接起诉尚未审结 2022 行政诉讼未经复议直接起诉 disclosure_pending",
    ] { #expect(figures.contains(figure), "\(figure)") }
    // Seven columns and eight rows, two tables more, and the one figure in prose.
    #expect(figures.count == 7 * 7 + 6 + 1 + 1 + 15 + 1)
    #expect(report.numerals.filter { $0.numeralClass == .contact }.map(\.text.description) == ["318"])
    #expect(report.observations.first { $0.text == "16" }?.quote == "本年新收政府信息公开申请数量16件")
  }
}
