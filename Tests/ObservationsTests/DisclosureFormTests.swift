import Foundation
import Observations
import ReportText
import TestSupport
import Testing

/// The tables of the yearly report on disclosure of information, in the forms in which people have them.
@Suite struct DisclosureFormTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  private static func report(_ source: some Sequence<UInt8>) throws -> Report {
    ReportReader(catalogue: catalogue).read(try SourceText(bytes: Array(source), path: "a"), path: "a")
  }

  private static func report(ofFile name: String) throws -> Report {
    try report(try Data(contentsOf: PackageFolder.fixture("disclosure/\(name)")))
  }

  /// `text subject year scope metric value unit` of each figure.
  private static func figures(_ report: Report) -> [String] {
    report.observations.map { figure in
      [
        figure.text.description, figure.subject.description, figure.year.map(String.init) ?? "-", figure.scope ?? "-",
        figure.metric ?? "-", figure.quantity.value.description, figure.quantity.unit.name,
      ].joined(separator: " ")
    }
  }

  /// In a page all headings say what they span.
  @Test func page() throws {
    let figures = Self.figures(try Self.report(ofFile: "spans.html"))
    // One in prose, 10 in lists, 26 rows of seven columns, and 15 reviews and suits.
    #expect(figures.count == 1 + 6 + 1 + 2 + 1 + 25 * 7 + 15)
    for figure in [
      "17 行政规范性文件现行有效件数 2022 - normative_documents_in_force 17 件",
      "27.45 行政事业性收费本年收费金额 2022 - administrative_fees 274500 元",
      "41 自然人本年新收政府信息公开申请数量 2022 自然人 disclosure_applications 41 件",
      "47 新收政府信息公开申请数量 2022 - disclosure_applications 47 件",
      "17 自然人予以公开 2022 自然人 disclosure_granted 17 件",
      "4 法人或其他组织商业企业予以公开 2022 法人或其他组织商业企业 disclosure_granted 4 件",
      "3 不予公开属于行政执法案卷 2022 - disclosure_refused_case_files 3 件",
      "10 无法提供本机关不掌握相关政府信息 2022 - disclosure_not_held 10 件",
      "0 其他处理申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 2022 - disclosure_unpaid 0 件",
      "2 行政诉讼未经复议直接起诉结果维持 2022 行政诉讼未经复议直接起诉 disclosure_upheld 2 件",
    ] { #expect(figures.contains(figure), "\(figure)") }
  }

  /// Without spans, one cell a line, with tabs or blanks, or in Markdown the same is read.
  @Test(arguments: [
    "bare.html", "lines.txt", "blank-lines.txt", "tabs.txt", "tabs-with-blanks.txt", "blanks.txt", "aligned.txt",
    "markdown.md",
  ])
  func everyForm(_ name: String) throws {
    let report = try Self.report(ofFile: name)
    #expect(Self.figures(report) == Self.figures(try Self.report(ofFile: "spans.html")))
    for numeral in report.numerals {
      let range = try #require(report.text.sourceRange(of: numeral.span))
      #expect(report.text.text(ofSource: range) == numeral.text.description)
    }
  }

  private static let headings = "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益\n组织\n法律服务\n机构\n其他\n"

  /// Cells that were cut are whole again.
  @Test func cutCells() throws {
    let row = "一、本年新收政府信息\n公开申请数量\n5\n1\n0\n0\n0\n0\n6\n"
    let figures = Self.figures(try Self.report((Self.headings + row).utf8))
    #expect(
      figures.first == "5 自然人本年新收政府信息公开申请数量 - 自然人 disclosure_applications 5 件")
    #expect(figures.count == 7)
  }

  /// A row that misses a figure, headings that aren't those of the form, and headings without a row place nothing.
  @Test(arguments: [
    headings + "一、本年新收政府信息公开申请数量\n5\n1\n0\n0\n0\n6\n",
    headings + "一、本年新收政府信息公开申请数量\n5\n1\n0\n0\n0\n0\n0\n6\n",
    headings + "1.重复申请\n5\n1\n0\n0\n0\n0\n6\n",
    "自然人\n法人或其他组织\n总计\n企业\n其他\n一、本年新收政府信息公开申请数量\n5\n1\n0\n6\n",
    "一、本年新收政府信息公开申请数量\n5\n1\n0\n0\n0\n0\n6\n",
    "一、本年新收政府信息公开申请数量\t5\t1\t6\n二、上年结转政府信息公开申请数量\t0\t0\t0\n",
    "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n2\n",
    "行政复议\n行政诉讼\n结果维持\n结果纠正\n总计\n1\n0\n1\n",
    "<table><tr><td>自然人</td><td>企业</td></tr><tr><td>一、新收申请</td><td>其中网上</td><td>5</td><td>1</td></tr></table>",
  ])
  func whatIsNotSureIsUnplaced(_ source: String) throws {
    let report = try Self.report(source.utf8)
    #expect(Self.figures(report) == [])
    #expect(report.numerals.contains { $0.numeralClass == .other })
  }

  /// A row that misses a figure keeps those below it under their own heading.
  @Test func rowsBelowAGap() throws {
    let source =
      Self.headings
      + "一、本年新收政府信息公开申请数量\n7\n1\n0\n0\n0\n0\n8\n三、本年度办理结果\n（三）不予公开\n1.属于国家秘密\n5\n1\n0\n0\n0\n6\n2.其他法律行政法规禁止公开\n2\n0\n0\n0\n0\n0\n2\n"
    let figures = Self.figures(try Self.report(source.utf8))
    #expect(figures.last == "2 不予公开其他法律行政法规禁止公开 - - disclosure_refused_law 2 件")
    #expect(figures.count == 14)
  }

  /// Tables of communiqués, one cell a line, with a column of units and without.
  @Test func indicatorsOneCellALine() throws {
    let source =
      "2023年主要指标\n\n指标\n单位\n绝对数\n比上年增长（%）\n地区生产总值\n亿元\n386.4\n5.2\n粮食总产量\n万吨\n21.6\n-1.8\n\n指标\n2023年（万人）\n常住人口\n52.36\n"
      + "城镇人口\n30.1\n"
    #expect(
      Self.figures(try Self.report(source.utf8)) == [
        "386.4 地区生产总值 2023 - gdp 38640000000 元", "5.2 地区生产总值 2023 - gdp 5.2 %",
        "21.6 粮食总产量 2023 - grain_output 216000 吨", "-1.8 粮食总产量 2023 - grain_output -1.8 %",
        "52.36 常住人口 2023 - population 523600 人", "30.1 城镇人口 2023 - - 301000 人",
      ])
  }

  /// Rows of another shape, two rows of headings and a single row tell nothing for sure.
  @Test(arguments: [
    "指标\n绝对数\n比上年增长（%）\n地区生产总值\n386.4\n",
    "指标\n2023年\n2022年\n绝对数\n增长\n绝对数\n增长\n地区生产总值\n1.1\n2.2\n3.3\n4.4\n财政收入\n1.1\n2.2\n3.3\n4.4\n",
    "指标\n绝对数\n地区生产总值\n386.4\n",
  ])
  func indicatorsThatAreNotSure(_ source: String) throws {
    #expect(Self.figures(try Self.report(source.utf8)) == [])
  }

  /// A heading that may span the empty cell beside it leaves the column below unplaced, unless the row below shows what each heads.
  @Test(arguments: [
    ("| 指标 | 2023年 | | 占全省（%） |", "| | 绝对数（亿元） | 增速（%） | |", ["386.4", "361.5"]),
    ("| 指标 | 2023年 | | 2022年 | |", "| | 绝对数（亿元） | 增速（%） | 绝对数（亿元） | 增速（%） |", ["386.4", "5.2", "361.5", "4.8"]),
  ])
  func emptyCellsBesideHeadings(_ above: String, _ below: String, _ placed: [String]) throws {
    let cells = above.split(separator: "|").count
    let figures = ["386.4", "5.2", "361.5", "4.8"].prefix(cells - 1).joined(separator: " | ")
    let rule = String(repeating: "|---", count: cells) + "|"
    let source = "\(above)\n\(rule)\n\(below)\n| 地区生产总值 | \(figures) |\n"
    #expect(Self.figures(try Self.report(source.utf8)).map { String($0.prefix { $0 != " " }) } == placed)
  }
}
