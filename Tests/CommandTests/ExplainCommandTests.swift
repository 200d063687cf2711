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
        1:9 “300人次”  statistic  规则 count（数量与量词）
            数值 value    300 人次  count  <=  [ , 300]
            对象 subject  接待咨询群众
            年份 year     —  flow
            状态 status   actual
            指标 metric   consultations 接待咨询人次  模式 咨询 … 群众 {n}

        """)
  }

  @Test func aSentenceWithoutNumerals() throws {
    let run = try CommandRun(["explain", "依法行政，进一步统一标准。"])
    #expect(run.status == 0)
    #expect(run.output == "没有数字 (no numeral)\n")
  }
}
