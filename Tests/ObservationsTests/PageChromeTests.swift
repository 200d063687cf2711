import Foundation
import Observations
import ReportText
import TestSupport
import Testing

/// Pages of three styles of government sites: what stands around the report is no statistic and tells no identity.
@Suite struct PageChromeTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  private static func report(_ name: String) throws -> Report {
    let bytes = Array(try Data(contentsOf: PackageFolder.fixture("html/\(name).html")))
    return ReportReader(catalogue: catalogue).read(try SourceText(bytes: bytes, path: name), path: name)
  }

  @Test(arguments: [
    (
      "site-xhtml-2022", ["1326件", "100%", "84次", "57起", "12.6万元", "6次"], "临溪县交通运输局2022年法治政府建设年度报告",
      "临溪县交通运输局"
    ),
    ("site-html5-2022", ["1286.5亿元", "5.6%", "86.3亿元", "4.3万人", "6.5%", "12所"], nil, "云川市人民政府"),
    ("site-tables-2022", ["6所", "3200个", "215名", "1.2万人次"], "临溪市教育局2022年工作总结", "临溪市教育局"),
  ])
  func pages(_ name: String, _ figures: [String], _ title: String?, _ agency: String) throws {
    let report = try Self.report(name)
    #expect(report.observations.map(\.text.description) == figures)
    #expect(report.identity.year == 2022)
    if let title { #expect(report.identity.title == title) }
    #expect(report.identity.agency?.name == agency)
  }

  private static func lines(_ html: String) throws -> [String] {
    var lines: [String] = []
    try SourceText(bytes: Array(html.utf8), path: "a").forEachLine {
      lines.append(String(decoding: $0.bytes, as: UTF8.self))
    }
    return lines
  }

  @Test(arguments: [
    "<p>【字体：大 小】 阅读 3581 次</p>", "<div>第1页/共3页 下一页</div>", "<div>上一篇：<a href=1>新增学位500个</a></div>",
    "<li>·<a href=1>3所学校获评</a> [2022-12-03]</li>", "<p>今天是2024年5月6日 星期一</p>", "<p>18℃~26℃ 多云</p>",
    "<p>您是第 12345 位访问者</p>", "<ul><li><a href=1>工作动态</a>(256)</li></ul>",
    "<table><tr><td><table><tr><td><a href=1>招聘教师120名</a></td></tr></table></td></tr></table>",
  ])
  func chrome(_ html: String) throws {
    #expect(try Self.lines("<html><body>\(html)<p>完</p></body></html>") == ["完"])
  }

  /// Sentences with words of chrome, places that links lead to, and names of rows that are links are text.
  @Test(arguments: [
    ("<p>门户网站总访问量120万次，在线访谈12场。</p>", ["门户网站总访问量120万次，在线访谈12场。"]),
    ("<p>见<a href=1>2021年公报</a></p>", ["见2021年公报"]), ("<p><a name=t2>二、全年新增学位500个</a></p>", ["二、全年新增学位500个"]),
    ("<p>1234</p>", ["1234"]),
    ("<p>年平均气温18.2℃，比常年偏高0.6℃，其中夏季多云天气偏少，雾霾日数减少。</p>", ["年平均气温18.2℃，比常年偏高0.6℃，其中夏季多云天气偏少，雾霾日数减少。"]),
    (
      "<table><tr><td>指标</td><td>数</td></tr><tr><td><a href=1>人口</a></td><td>12</td></tr></table>",
      ["指标", "数", "人口", "12"]
    ),
  ])
  func text(_ html: String, _ lines: [String]) throws {
    #expect(try Self.lines("<html><body>\(html)</body></html>") == lines)
  }
}
