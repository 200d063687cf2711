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

  /// Numbers at the ends of what is held: each of them is read or has an issue, and none ends the program.
  @Test(arguments: [
    "立项27000000000000000000项，增长一倍，其中农业9000000000000000000项，增长一倍，工业9000000000000000000项，增长一倍，水利9000000000000000000项，增长一倍。",
    "计划今后9223372036854775807年内，建成泵站9个。", "用水-9223372036854775808吨，下降9223372036854775807%。",
    "未来9223372036854775807年，累计投资9223372036854775807亿亿亿元，增长0.000000000000000000000000000000000001%。",
  ])
  func numbersWithoutMeasure(_ text: String) throws {
    let checks = try check(text)
    #expect(checks.findings.allSatisfy { $0.verdict != .inconsistent })
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
      ("资金43亿元，项目8个，其中农业20亿元，村庄2个，城镇30亿元。", ["part-sum uncheckable"]),
      // What came of the whole is no part.
      ("资金43亿元，项目8个，其中农业20亿元，村庄2个，实际到位30亿元。", []),
      // What need not be a division of the total.
      ("水库支出702亿元，增支53亿元，其中教育支出32亿元，农业支出36亿元。", ["part-sum uncheckable"]),
      ("立项39项。其中，农业27项，工业6项。从地区看：东部30项，西部9项。", ["part-sum consistent"]),
      ("粮食总产量30万吨，其中早稻12万吨，油料总产量20万吨。", ["part-sum uncheckable"]),
      ("新增泵站49座，增长14.5%。", []),
      ("投资39.1亿元，其中农业27.05亿元，工业12.0亿元。", ["part-sum consistent"]),
      ("反馈问题14个，整改到位13个，整改完成率92.86%。", ["rate consistent"]),
      ("反馈问题14个，整改到位13个，整改完成率95%。", ["rate inconsistent"]),
      ("受理申请20件，办结20件，提前办结率98.3%。", []),
      // A rate of what one verb tells of the figure before, a share of a total, and what is neither.
      ("抽检样品250批次，合格200批次，合格率95%。", ["rate inconsistent"]),
      ("抽检样品250批次，合格200批次，合格率80%。", ["rate consistent"]),
      ("有泵站200座，其中乡镇泵站50座，占总数的30%。", ["rate inconsistent"]),
      ("有泵站200座，其中乡镇泵站50座，占泵站总数的25%。", ["rate consistent"]),
      ("检查泵站400座，其中不合格40座，占20%。", ["rate inconsistent"]),
      ("有泵站200座，其中乡镇泵站50座，占全市总数的30%。", []),
      ("完成水利投资42亿元、完成率61.8%，其中重大项目完成18亿元、完成率57.2%。", []),
      ("开工泵站80座，开工率92%，其中乡镇泵站30座，开工率85%。", []),
      // A rate cut off instead of rounded.
      ("反馈问题14个，整改到位13个，整改完成率92.8%。", ["rate truncated"]),
      ("受理许可申请236件，同比增长24.8%。", ["growth-feasibility truncated"]),
      ("用水户由700户增加到858户，增长22.5%。", ["change truncated"]),
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
      ("年末存款余额520亿元，较年初的480亿元增加40亿元，增长8.3%。", ["change consistent", "change consistent"]),
      ("在上年500户的基础上增加60户，达到560户，增长15%。", ["change inconsistent", "growth-feasibility consistent"]),
      // Told at current prices, grown at constant ones.
      ("地区生产总值由500亿元增加到560亿元，按可比价计算增长6.5%。", ["change uncheckable"]),
      // An aim and what came of it, and two aims.
      ("一般公共预算收入年初目标增长7%，实际增长5.4%。", []),
      ("2024年，力争地区生产总值增长5.5%。2024年，确保地区生产总值增长6.5%。", ["conflict uncheckable"]),
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
    #expect(
      checks.implied.map { "\($0.observation) \($0.growth) \($0.year) \($0.value) \($0.low) \($0.high)" } == [
        "2-31 2-40 2022 542 542 542", "2-50 2-58 2022 5 5 5",
      ])
  }

  // MARK: - Implied values

  /// `542`, `~434.2(433.98—434.42)`: what the year before is by each figure's growth.
  private func implied(_ text: String) throws -> [String] {
    try check(text).implied.map { value in
      #expect(value.year == 2022)
      #expect(value.low <= value.value && value.value <= value.high)
      return value.interval.bound == .exact ? "\(value.value)" : "~\(value.value)(\(value.low)—\(value.high))"
    }
  }

  @Test(
    arguments: [
      // One whole count, several, none.
      ("受理许可申请120件，同比增长20%。", ["100"]),
      ("受理许可申请13件，同比下降35%。", ["20"]),
      ("受理许可申请6629件，同比增长92.6%。", ["~3442(3441—3442)"]),
      ("受理许可申请6629件，同比增长93%。", ["~3430(3426—3443)"]),
      ("受理许可申请21件，增长23%。", []),
      // 9.5 % to 10.5 % less: 132.6 to 134.1.
      ("受理许可申请120件，下降10%。", ["~134(133—134)"]),
      // 1.2万 is 11500 to 12500, to two places more than it is written with.
      ("受理许可申请1.2万件，同比增长12.5%。", ["~10700(10210—11120)"]),
      // 455.5亿 over 1.0525 to 456.5亿 over 1.0515.
      ("一般公共预算收入456亿元，增长5.2%。", ["~43300000000(43277000000—43415000000)"]),
      ("一般公共预算收入456.78亿元，增长5.2%。", ["~43420000000(43399040000—43441280000)"]),
      ("一般公共预算收入456.78亿元，下降5.20%。", ["~48184000000(48180470000—48186620000)"]),
      ("城镇居民人均可支配收入42038元，增长5.3%。", ["~39920(39903.17—39941.1)"]),
      ("粮食总产量30.5万吨，增长1.1%。", ["~302000(301030—302330)"]),
      ("货物进出口总额比上年增长37.1%，达到8512亿美元。", ["~620900000000(620597000000—621124000000)"]),
      // A range and its growth are closed.
      ("发放手册200—300册，增长10%。", ["~230(181—273)"]),
      // The growth of each of a list.
      (
        "一般公共预算收入、支出分别为100亿元、200亿元，分别增长10%、20%。",
        [
          "~9100000000(9004000000—9179000000)", "~16700000000(16556000000—16779000000)",
        ]
      ),
      ("截至12月底，各项贷款余额100亿元，增长12%。", ["~8900000000(8844000000—9014000000)"]),
      ("案件721件，比上年增加71件，增长10.9%。", ["650"]),
      ("案件721件，比上年增加71件，增长20.9%。", []),
    ])
  func yearsBefore(_ text: String, _ expected: [String]) throws {
    #expect(try implied(text) == expected)
  }

  @Test(
    arguments: [
      // Growth at constant prices, and of what is counted otherwise each year.
      "地区生产总值100亿元，增长5.2%。", "全市GDP100亿元，增长5.2%。", "第三产业增加值100亿元，增长5.2%。", "农林牧渔业总产值100亿元，增长5.2%。",
      "人均地区生产总值8.6万元，增长5.2%。", "万元GDP能耗0.4010吨标准煤，下降2.9%。", "邮政业务总量18.81亿元，增长21.06%。",
      "城镇居民人均可支配收入42038元，扣除价格因素增长5.3%。", "城镇居民人均可支配收入42038元，实际增长5.3%。", "税收收入40亿元，同口径增长5.3%。",
      "税收收入40亿元，剔除留抵退税因素后增长5.3%。",
      "固定资产投资100亿元，增长5.2%。", "规模以上工业企业利润总额10亿元，增长5.2%。", "规模以上服务业企业实现营业收入336.44亿元，增长8.9%；营业利润19.3亿元，增长29.4%。",
      // An amount of what isn't told.
      "分区域看，椒江区50亿元，增长4%；黄岩区60亿元，增长5%。", "农业50亿元，增长4%。",
      // Open ends, and figures told of as nobody measures them.
      "受理许可申请120件以上，增长20%。", "受理许可申请近120件，增长20%。", "受理许可申请约120件，增长20%。", "受理许可申请120件，增长20%以上。",
      "受理许可申请120件，增长近20%。", "受理许可申请120件，增长20%左右。", "一般公共预算收入100亿元，增长一倍。", "一般公共预算收入551亿元，增长2倍。",
      // Plans, several years, parts of one.
      "2024年，力争受理许可申请120件，增长20%。", "五年来，受理许可申请120件，增长20%。", "2019年以来累计受理许可申请120件，增长20%。", "上半年，受理许可申请120件，增长20%。",
      "截至6月底，各项贷款余额100亿元，增长12%。", "1—9月，一般公共预算收入100亿元，增长5%。", "受理许可申请120件，年均增长20%。",
      // Over another time.
      "受理许可申请120件，比2019年增长20%。", "受理许可申请120件，环比增长20%。", "受理许可申请120件，比上月增长20%。", "受理许可申请120件，较“四经普”增长20%。",
      "受理许可申请120件，比疫情前增长20%。",
      // Of another thing, or of nobody knows which.
      "新增泵站49座，增长14.5%。", "新建泵站49座，增长22.5%。", "受理许可申请120件，办结率提高2个百分点。", "受理许可申请120件，占比20%。",
      "受理许可申请120件，合同金额增长20%。", "受理许可申请120件，增长20%，受理许可申请130件，增长30%。", "受理许可申请120件。发放手册增长20%。",
      // From where it came is told.
      "受理许可申请由100件提高到120件，增长20%。", "受理许可申请120件，比上年的100件增长20%。",
      // Which way is left open.
      "PM2.5浓度29微克/立方米，同比改善6.5%。",
    ])
  func nothingIsImplied(_ text: String) throws {
    #expect(try implied(text) == [])
  }
}
