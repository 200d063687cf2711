import Observations
import Quantities
import ReportText
import TestSupport
import Testing

/// How far a time holds that a sentence names, and what outranks what.
@Suite struct TimeTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)
  private static let head = "平川县水务局2023年工作总结\n"
  private static let plan =
    "平川县2024年政府工作报告\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n建成水厂4座。\n二、2024年工作安排\n"

  private static let adjustment = "平川县人民政府关于2023年县级预算调整方案的报告\n一、调整事项\n"

  private func read(_ marked: String) throws -> Observation {
    let text = MarkedText(marked)
    let source = SourceText(source: Array(text.text.utf8))
    let report = ReportReader(catalogue: Self.catalogue).read(source, path: "a.txt")
    let span = source.span(ofSource: text.range)
    return try #require(report.observations.first { $0.span == span })
  }

  @Test(
    arguments: [
      // A year told in passing holds for its own clause.
      (head + "2022年度考核列全省第2；新建泵站⟦3座⟧。", 2023, Status.actual),
      (head + "2021年引进的设备投用，带动就业⟦30人⟧。", 2023, .actual),
      (head + "启动2035年规划编制，全年新建泵站⟦3座⟧。", 2023, .actual),
      (head + "2022年新建泵站2座，2023年新建泵站⟦3座⟧。", 2023, .actual),
      (head + "2022年，新建泵站2座，清淤河道⟦30公里⟧。", 2022, .actual),
      (plan + "对照2023年目录，新建泵站⟦3座⟧。", 2024, .target),
      (plan + "2023年新建泵站⟦3座⟧，2024年新建4座。", 2023, .actual),
      // What is still to be done is named after the year in which it was begun.
      (plan + "持续推进2022年棚户区改造⟦480户⟧。", 2024, .target),
      (plan + "2022年完成改造⟦480户⟧，2024年继续推进。", 2022, .actual),
      // What a share is of is no time of it.
      (head + "用水量恢复到2019年的⟦96%⟧。", 2023, .actual),
      (head + "用水户是2014年的⟦3倍⟧，新建泵站3座。", 2023, .actual),
      (head + "满意度比2019年的⟦86.8%⟧提升10个百分点。", 2019, .prior),
      (head + "用水户较2022年⟦1720户⟧增加140户。", 2022, .prior),
      // Aims of a later year.
      (head + "到2030年泵站达到30座，管网达到⟦90公里⟧。", 2030, .target),
      (head + "到2028年建成泵站30座，今年已建成⟦6座⟧。", 2023, .actual),
      // What there is, told among plans.
      (plan + "我县现有泵站⟦32座⟧，要逐座检修，力争新增4座。", 2023, .actual),
      (plan + "我县现有泵站32座，要逐座检修，力争新增⟦4座⟧。", 2024, .target),
      (plan + "依托已建成的⟦4座⟧水厂，新建泵站3座。", 2023, .actual),
      (plan + "新建⟦4座⟧水厂。", 2024, .target),
      // What is to be done, told among results.
      (head + "仍有病险水库14座，下一步将加固⟦3座⟧。", 2024, .target),
      // In a budget money is planned, but for what came of the one before.
      ("平川县水务局2024年部门预算\n水资源管理2023年当年预算执行数为⟦130万元⟧，2024年预算安排133万元。", 2023, .actual),
      ("平川县水务局2024年部门预算\n水资源管理2023年当年预算执行数为130万元，2024年预算安排⟦133万元⟧。", 2024, .target),
      // Money that was planned, and the year before as a label.
      (head + "全县水费收入年初预算数⟦15亿元⟧，决算数16亿元。", 2023, .target),
      (head + "全县水费收入年初预算数15亿元，决算数⟦16亿元⟧。", 2023, .actual),
      (head + "立案50件（上年：⟦45件⟧）。", 2022, .prior),
      (head + "立案50件（2022年：⟦45件⟧），结案40件。", 2022, .actual),
      (head + "立案50件（2022年：45件），结案⟦40件⟧。", 2023, .actual),
      // Years in a row.
      (head + "2022年和2023年分别检查⟦120次⟧、150次。", 2022, .actual),
      (head + "2020—2023年，覆盖率分别为61%、62%、⟦63%⟧、64%。", 2022, .actual),
      (head + "2022年、2023年分别立案⟦45件⟧、50件，结案40件、48件。", 2022, .actual),
      (head + "2021年、2022年和2023年分别培训⟦30人⟧、40人、50人，共120人。", 2021, .actual),
      (head + "22年立案⟦45件⟧。", 2022, .actual),
      // A range is a list only of as many figures of one sort, with no other year between.
      (head + "2021年至2023年共查处310件；其中，2023年警告80人，罚款90人，比2021年分别下降⟦15%⟧、上升4%；整改60处。", 2023, .actual),
      (head + "2021年至2023年共查处310件；其中，2023年警告80人，罚款90人，比2021年分别下降15%、上升4%；整改⟦60处⟧。", 2023, .actual),
      (head + "2021—2023年，警告、罚款分别为⟦80人⟧、90人，整改60处。", 2023, .actual),
      (head + "2021—2023年，警告、罚款分别为80人、⟦90人⟧，整改60处。", 2023, .actual),
      (head + "2021年至2023年，覆盖率依次为61%、⟦62%⟧、63%。", 2022, .actual),
      // Right behind a time compared with stands its figure.
      (head + "水费收入5.2亿元，比上年同期⟦5亿元⟧增收2000万元，增长4%。", 2022, .prior),
      (head + "水费收入5.2亿元，比上年⟦6亿元⟧减收8000万元。", 2022, .prior),
      (head + "水费收入5.2亿元，比上年多⟦2000万元⟧。", 2023, .actual),
      (head + "水费收入5.2亿元，比上年增收⟦2000万元⟧。", 2023, .actual),
      // What a share is of is what was planned.
      (head + "供水量420万吨，完成年计划⟦460万吨⟧的91.3%，增长2.5%。", 2023, .target),
      (head + "供水量420万吨，完成年计划460万吨的⟦91.3%⟧，增长2.5%。", 2023, .actual),
      // A plan by which a budget is adjusted.
      (adjustment + "省下达我县2023年新增债务限额⟦5亿元⟧，拟分配如下：", 2023, .actual),
      (adjustment + "——县本级使用⟦2亿元⟧，其中一般债务5000万元。", 2023, .target),
      (adjustment + "——县本级使用2亿元，其中一般债务⟦5000万元⟧。", 2023, .target),
      (adjustment + "截至目前，全县债务限额30亿元，债务余额⟦28亿元⟧。", 2023, .actual),
      (adjustment + "分级次看，县本级债务限额⟦18亿元⟧，其中一般债务9亿元。", 2023, .actual),
      (adjustment + "收入总计调整为⟦30亿元⟧，调增2亿元。", 2023, .target),
      (head + "民国108年，检查⟦12次⟧。", 2019, .actual),
    ])
  func yearAndStatus(_ marked: String, _ year: Int, _ status: Status) throws {
    let observation = try read(marked)
    #expect(observation.year == year)
    #expect(observation.status == status)
  }

  @Test(
    arguments: [
      (head + "上半年，新建泵站⟦3座⟧。", "2023-01-01", "2023-06-30"),
      (head + "四季度新建泵站⟦3座⟧。", "2023-10-01", "2023-12-31"),
      (head + "前三季度新建泵站⟦3座⟧。", "2023-01-01", "2023-09-30"),
      (head + "2023年1—11月，新建泵站⟦3座⟧。", "2023-01-01", "2023-11-30"),
      (head + "截至10月底，新建泵站⟦3座⟧。", "2023-01-01", "2023-10-31"),
      (head + "12月新建泵站⟦3座⟧。", "2023-12-01", "2023-12-31"),
      (head + "1月至12月，新建泵站⟦3座⟧。", "2023-01-01", "2023-12-31"),
      (head + "新建泵站⟦3座⟧。", "2023-01-01", "2023-12-31"),
      (head + "6月开工的泵站有⟦3座⟧。", "2023-01-01", "2023-12-31"),
      (head + "上半年进展顺利，全年新建泵站⟦3座⟧。", "2023-01-01", "2023-12-31"),
      ("平川县水务局2024年上半年工作总结\n新建泵站⟦3座⟧。", "2024-01-01", "2024-06-30"),
      ("平川县水务局2024年重点工作上半年落实情况通报\n新建泵站⟦3座⟧。", "2024-01-01", "2024-06-30"),
      ("平川县水务局2024年重点工作上半年落实情况通报\n2024年《供水方案》明确新建泵站⟦3座⟧。", "2024-01-01", "2024-06-30"),
      ("平川县水务局2023年工作总结和2024年上半年工作计划\n一、2023年工作\n新建泵站⟦3座⟧。", "2023-01-01", "2023-12-31"),
      ("平川县水务局2024年四季度重点工作部署会发言总结\n新建泵站⟦3座⟧。", "2024-01-01", "2024-12-31"),
      // The months hold for the same time of the year before, for what is compared with it, and for all that they open.
      (head + "1—11月受理50件，去年同期⟦60件⟧，同比下降16.7%。", "2022-01-01", "2022-11-30"),
      (head + "1—11月受理50件，去年同期60件，同比下降⟦16.7%⟧。", "2023-01-01", "2023-11-30"),
      (head + "1—11月受理50件，比去年同期⟦60件⟧减少10件。", "2022-01-01", "2022-11-30"),
      (head + "1—11月受理50件。立案⟦30件⟧。", "2023-01-01", "2023-11-30"),
      (head + "1—11月受理50件。全年立案⟦30件⟧。", "2023-01-01", "2023-12-31"),
      (head + "12月受理50件。立案⟦30件⟧。", "2023-01-01", "2023-12-31"),
      (half + "受理50件，去年同期60件。立案⟦30件⟧。", "2023-01-01", "2023-06-30"),
      (half + "完成全年任务的53%，立案⟦30件⟧。", "2023-01-01", "2023-06-30"),
      // What was planned for the year.
      (half + "1—6月水费收入5.2亿元，完成年初预算⟦9.8亿元⟧的53%。", "2023-01-01", "2023-12-31"),
      (half + "1—6月水费收入5.2亿元，完成年初预算9.8亿元的⟦53%⟧。", "2023-01-01", "2023-06-30"),
      (half + "1—6月计划投资⟦5亿元⟧，实际完成4亿元。", "2023-01-01", "2023-06-30"),
      // From one month to another.
      (head + "调解成功率由1月的⟦30%⟧升至12月的57%，调解90件。", "2023-01-01", "2023-01-31"),
      (head + "调解成功率由1月的30%升至12月的⟦57%⟧，调解90件。", "2023-12-01", "2023-12-31"),
      (head + "调解成功率由1月的30%升至12月的57%，调解⟦90件⟧。", "2023-01-01", "2023-12-31"),
    ])
  func days(_ marked: String, _ start: String, _ end: String) throws {
    let period = try read(marked).period
    #expect(period.start?.description == start)
    #expect(period.end?.description == end)
  }

  private static let half = "平川县水务局2023年上半年工作总结\n"

  @Test(
    arguments: [
      // Totals are of what there is, but for money and for what happens.
      (head + "供水机构总数达到⟦12家⟧。", PeriodType.stock),
      (head + "新增百亿产值企业6户、总数⟦22户⟧。", .stock),
      (head + "人均公园绿地面积居全省⟦第二⟧。", .flow),
      (head + "供水企业总数由8家增加到⟦12家⟧。", .stock),
      (head + "收入总量为⟦5亿元⟧。", .flow),
      (head + "事故总量⟦12起⟧。", .flow),
      (head + "事故总量下降⟦27%⟧。", .flow),
      (head + "用水总量⟦12万吨⟧。", .flow),
      // 年末 holds for what there is, and not for what came in over the year or was done.
      (head + "年末，每千人口医师3.4人，每千人口护士⟦4.0人⟧。", .stock),
      (head + "年末登记失业率3%；外出务工总收入⟦4亿元⟧。", .flow),
      (head + "年末共有水厂12座；泵站⟦30座⟧。", .stock),
      (head + "截至12月，共有用水户300户；共发放低保金900万元、救助金⟦80万元⟧。", .flow),
      (head + "截止12月31日我局通过官方网站发布信息⟦34条⟧。", .flow),
      (head + "截至12月底，全县水厂⟦12座⟧。", .stock),
      // What there is by its name.
      (head + "新能源装机规模突破⟦100万千瓦⟧。", .stock),
      (head + "地方政府债务限额⟦19亿元⟧。", .stock),
      (head + "新增债务限额⟦5亿元⟧。", .flow),
      (head + "现行有效的规范性文件⟦12件⟧。", .stock),
      // Sums of a year, and of several.
      (head + "全年举办发布会19场。其中，水情发布会累计举行⟦15场⟧。", .flow),
      (head + "1—9月，累计完成投资⟦4亿元⟧。", .flow),
      (head + "截至9月底，已累计建成水厂⟦12座⟧。", .cumulative),
      (head + "供水量连续⟦6个月⟧增长。", .flow),
      (head + "供水量连续⟦3年⟧增长。", .cumulative),
      // What never was in so many years tells of no sum.
      (head + "增速分别为35年来、20年来首次居全省第一；投资增长⟦8%⟧。", .flow),
      (head + "增速为15年来最高；投资增长⟦8%⟧。", .flow),
      (head + "五年来，建成水厂⟦12座⟧。", .cumulative),
      (head + "新增用水企业1159家，三年新增2758家，总量突破⟦5000家⟧。", .stock),
      (head + "2022—2023学年，培训⟦12人⟧。", .flow),
    ])
  func periodTypes(_ marked: String, _ type: PeriodType) throws {
    #expect(try read(marked).periodType == type)
  }

  @Test(
    arguments: [
      // Since when it is a total, and of what, the words don't tell.
      (head + "累计拉动消费⟦12亿元⟧。", ReportIdentity.Confidence.medium),
      (head + "五年来，累计建成水厂⟦12座⟧。", .high),
      (head + "泵站总量⟦12座⟧。", .medium),
      (head + "供水机构总数⟦12个⟧。", .high),
      // Of the month or of the year, of years or of things.
      (head + "12月受理50件。立案⟦30件⟧。", .medium),
      (head + "2022年、2023年，警告、罚款分别为⟦80人⟧、90人。", .low),
      (head + "2022—2023学年，培训⟦12人⟧。", .low),
      (head + "自2022年7月至2023年6月，发放补贴⟦80万元⟧。", .low),
      (adjustment + "——一般债务⟦2亿元⟧。", .medium),
    ])
  func confidence(_ marked: String, _ confidence: ReportIdentity.Confidence) throws {
    #expect(try read(marked).confidence == confidence)
  }

  @Test func aStateHasNoFirstDay() throws {
    let period = try read(Self.head + "年末，泵站⟦8座⟧。").period
    #expect(period.start == nil)
    #expect(period.end?.description == "2023-12-31")
  }

  /// A figure of notes is none of the report's, and a limit that defines a term none at all.
  @Test func notesTellOfOthers() throws {
    let notes = Self.plan + "新建泵站3座。\n附件：名词解释\n"
    let told = try read(notes + "1.节水器具：2023年全国推广节水器具⟦9万套⟧。")
    #expect(told.status == .other)
    #expect(told.metric == nil)
    let text = SourceText(source: Array((notes + "1.规上企业：指年收入2000万元及以上的企业。").utf8))
    let report = ReportReader(catalogue: Self.catalogue).read(text, path: "a.txt")
    #expect(report.numerals.last?.numeralClass == .threshold)
  }

  @Test func whatFollowsFromTheStretchIsAsSureAsThat() throws {
    #expect(try read(Self.head + "新建泵站⟦3座⟧。").confidence == .high)
    #expect(try read("工作情况\n新建泵站⟦3座⟧。").confidence == .low)
  }
}
