import TestSupport
import Testing

/// `nianbao explain`: how a sentence is read.
@Suite struct ExplainCommandTests {
  @Test func eachNumeralIsExplained() throws {
    let run = try CommandRun(["explain", "一是接待咨询群众近300人次。"])
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(
      run.output == """
        1:0 “一”  list_marker  规则 list-marker（序号）
            由来 from     数 一 = 1
        1:9 “300人次”  statistic  规则 count（数量与量词）
            由来 from     数 300 = 300  单位 人次 → 人次  界限 近
            数值 value    300 人次  count  <=  [ , 300]
            对象 subject  接待咨询群众
            年份 year     —  flow
            状态 status   actual
            指标 metric   consultations 接待咨询人次  模式 咨询 … 群众 {n}
            相近 near     consultations  模式 咨询 {n}  词的次序或间隔不合 (order)
            相近 near     petitions  模式 受理|接待|办理|收到|处理|办结|登记|接收 … 信访 [事项|件|案件|问题|来访|来信|诉求] {n}  缺“信访” (missing)
            相近 near     visitors  模式 ^ 接待 [国内|国内外|境内外|海内外|旅游] 游客|旅游人数|旅游者|旅游总人数 [数量|总数|人数|人次] {n}  缺“游客|旅游人数|旅游者|旅游总人数” (missing)

        """)
  }

  @Test(arguments: [
    ("办结率提高到98.2%以上", "数 98.2 = 98.2  单位 % → %  界限 以上  变化 提高（变化到）"),
    ("工期缩短3个半月", "数 3 = 3  单位 月 → 月  变化 缩短（减）"),
    ("培训农民2.1万人(次)", "数 2.1万 = 21000  单位 人(次) → 人次"),
    ("事故下降近三分之一", "数 三分之一 = 0.33333333  界限 近  变化 下降（减）"),
  ])
  func theWordsBehindAReadingAreNamed(_ sentence: String, _ derivation: String) throws {
    let run = try CommandRun(["explain", sentence])
    #expect(run.output.contains("由来 from     \(derivation)\n"), "\(run.output)")
  }

  /// Of a file it tells how issuer and year were found, and each figure below the stretch that it stands in.
  @Test func aFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("黄岩区审计局2023年工作总结\n一、主要工作\n审计项目45个。\n二、2024年工作安排\n审计项目50个。\n", to: "a.txt")
    let run = try CommandRun(["explain", folder.path("a.txt")])
    #expect(run.status == 0)
    let lines = run.outputLines
    #expect(lines.first == "年份取自标题：黄岩区审计局2023年工作总结")
    let marks = ["# 一、主要工作", "“45个”", "# 二、2024年工作安排", "“50个”"]
    let places = try marks.map { mark in try #require(lines.firstIndex { $0.contains(mark) }, "\(run.output)") }
    #expect(places == places.sorted())
    #expect(lines[places[2]].hasPrefix("4:0  计划 2024  [high "))
    #expect(lines[places[2] + 1].contains("标题“安排” "))
  }

  @Test func aSentenceWithoutNumerals() throws {
    let run = try CommandRun(["explain", "依法行政，进一步统一标准。"])
    #expect(run.status == 0)
    #expect(run.output == "没有数字 (no numeral)\n")
  }
}
