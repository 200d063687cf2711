import Checks
import Observations
import Quantities
import ReportText
import Testing

@Suite struct ReportChecksTests {
  private func check(_ text: String) throws -> ReportChecks {
    let reader = ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn))
    return ReportChecks(reader.read(SourceText(source: Array(("平川县水务局2023年工作报告\n" + text).utf8)), path: ""))
  }

  private func findings(_ text: String) throws -> [String] {
    try check(text).findings.map { "\($0.check.rawValue) \($0.verdict.rawValue)" }
  }

  @Test(
    arguments: [
      ("立项39项，其中农业27项，工业12项。", ["part-sum consistent"]),
      ("立项39项，其中农业27项，工业13项。", ["part-sum inconsistent"]),
      ("立项39项，其中农业20项，工业12项。", ["part-sum uncheckable"]),
      // A part larger than its total, where nothing else can be the total.
      ("立项191项，其中农业211项。", ["part-sum inconsistent"]),
      ("立项191项，其中农业211项，工业28项。", ["part-sum inconsistent"]),
      ("立项191项，其中农业28项，工业211项，其他5项。", ["part-sum inconsistent"]),
      ("工业立项500项。农业立项191项，其中水利211项。", ["part-sum inconsistent"]),
      ("立项191项，其中农业28项。", []),
      ("立项近200项，其中农业198项。", []),
      ("立项200项以上，其中农业211项。", []),
      ("受理120件，办结20件，其中许可60件。", ["part-sum uncheckable"]),
      ("立项191项，其中农业28项，累计验收500项。", []),
      ("年均立项191项，其中去年211项。", []),
      ("五年累计立项191项，其中农业28项，2022年立项211项。", []),
      ("检查191次，其中检查企业211家。", []),
      ("立项191项，涉及农户500户，其中农业211项。", []),
      // Broken down in two ways, and figures that may be no parts.
      ("立项39项，其中重点5项。按领域分，农业27项，工业12项。", ["part-sum consistent"]),
      ("粮食总产量30吨，其中早稻11吨，晚稻18吨，油料总产量4吨。", ["part-sum uncheckable"]),
      ("资金43亿元，项目8个，其中农业20亿元，村庄2个，实际到位30亿元。", ["part-sum uncheckable"]),
      // What need not be a division of the total.
      ("水库支出702亿元，增支53亿元，其中教育支出32亿元，农业支出36亿元。", ["part-sum uncheckable"]),
      ("立项39项。其中，农业27项，工业6项。从地区看：东部30项，西部9项。", ["part-sum consistent"]),
      ("粮食总产量30万吨，其中早稻12万吨，油料总产量20万吨。", ["part-sum uncheckable"]),
      ("新增泵站49座，增长14.5%。", []),
      ("投资39.1亿元，其中农业27.05亿元，工业12.0亿元。", ["part-sum consistent"]),
      ("反馈问题14个，整改到位13个，整改完成率92.86%。", ["rate consistent"]),
      ("反馈问题14个，整改到位13个，整改完成率95%。", ["rate inconsistent"]),
      ("受理申请20件，办结20件，提前办结率98.3%。", []),
      ("受理许可申请13件，同比增加160%。", ["growth-feasibility consistent"]),
      ("受理许可申请13件，同比增加155%。", ["growth-feasibility inconsistent"]),
      ("受理许可申请13件，同比下降35%。", ["growth-feasibility consistent"]),
      // Changes against what they lead from and to.
      ("办理时限由63个工作日缩减至14个工作日，压缩77.8%。", ["change consistent"]),
      ("办理时限由63个工作日缩减至14个工作日，压缩87.8%。", ["change inconsistent"]),
      ("办理时限由63个工作日缩减至14个工作日，减少49个工作日。", ["change consistent"]),
      ("案件721件，比上年的650件增加71件，增长10.9%。", ["change consistent", "change consistent"]),
      ("用水户721户，比上年的650户增加77户。", ["change inconsistent"]),
      ("投资80亿元，同比增加8亿元、增长11.1%。", ["change consistent"]),
      ("投资80亿元，同比增加8亿元、增长21.1%。", ["change inconsistent"]),
      ("优良率由85.2%提高到90.1%，提高4.9个百分点。", ["change consistent"]),
      ("优良率由85.2%提高到90.1%，提高5.9个百分点。", ["change inconsistent"]),
      ("投资由2018年的248亿元上升到2023年的772亿元，年均增长25.5%。", []),
      ("投资由2018年的24亿元上升到2023年的48亿元，增长3.5%。", []),
      // Rates of a whole, and shares.
      ("按期办结率103%。", ["limit inconsistent"]),
      ("投资完成率103%。", []),
      ("三次产业结构为12.9：34.9：52.2。", ["proportion-sum consistent"]),
      ("三次产业结构为12.9：34.9：57.2。", ["proportion-sum inconsistent"]),
      ("三次产业结构为12.9：34.9。", []),
      ("三个标段造价比为2:3:4。", []),
      // One thing, two values.
      ("地区生产总值增长5.2%。\n综合来看，地区生产总值增长5.3%。", ["conflict inconsistent"]),
      ("地区生产总值增长5.2%。\n综合来看，地区生产总值增长5%以上。", []),
      ("地区生产总值增长5.2%。\n2022年，地区生产总值增长5.3%。", []),
      ("近30场宣讲，同比增加7.3%。", []),
      ("受理许可申请1.3万件，同比增加7.31%。", []),
    ])
  func verdicts(_ text: String, _ expected: [String]) throws {
    #expect(try findings(text) == expected)
  }

  @Test func contradictionOfTotalAndPartsIsFoundWithItsOperands() throws {
    let checks = try check("全年受理许可申请606件，同比增加10.88%。其中，准予许可593件，同比增加9.41%，不予许可13件，同比增加160%。")
    #expect(
      checks.findings.map { "\($0.check.rawValue) \($0.verdict.rawValue) \($0.operands.joined(separator: " "))" } == [
        "part-sum consistent 2-8 2-31 2-50",
        "growth-feasibility inconsistent 2-17 2-8",
        "growth-of-parts inconsistent 2-17 2-8 2-31 2-50 2-40 2-58",
        "growth-feasibility consistent 2-40 2-31",
        "growth-feasibility consistent 2-58 2-50",
      ])
    #expect(checks.implied.map { "\($0.observation) \($0.year) \($0.value)" } == ["2-31 2022 542", "2-50 2022 5"])
  }
}
