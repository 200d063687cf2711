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
      (head + "22年立案⟦45件⟧。", 2022, .actual),
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
    ])
  func days(_ marked: String, _ start: String, _ end: String) throws {
    let period = try read(marked).period
    #expect(period.start?.description == start)
    #expect(period.end?.description == end)
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
