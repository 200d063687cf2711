import Foundation
import Observations
import ReportText
import Testing

/// What the stretches of a document tell is decided over all of it.
@Suite struct OutlineTests {
  private static func stretches(_ text: String) -> [Outline.Stretch] {
    let source = SourceText(source: Array(text.utf8))
    return Outline(of: source, ReportIdentity(of: source).withYear(of: source), showing: .all).stretches
  }

  /// `kind year` of the stretch that begins with some words.
  private static func frame(_ text: String, _ words: String) throws -> String {
    let stretch = try #require(stretches(text).first { $0.words.contains(words) })
    return stretch.kind.name + (stretch.year.map { " \($0)" } ?? "")
  }

  private static let speech = "平川市2024年政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n"
  private static let results = speech + "一、2023年工作回顾\n过去一年，用水量增长5%。\n"

  @Test(
    arguments: [
      // One paragraph turns no chapter over.
      (results + "今年是改革攻坚之年。建成水厂4座。\n二、2024年工作安排\n新建泵站3座。", "今年是", "results 2023"),
      (results + "今年是改革攻坚之年。建成水厂4座。\n二、2024年工作安排\n新建泵站3座。", "新建泵站", "plan 2024"),
      // 主要工作 is done or to be done as its year tells.
      (speech + "一、2023年主要工作\n建成水厂4座。\n二、2024年主要工作\n新建泵站3座。", "建成水厂", "results 2023"),
      (speech + "一、2023年主要工作\n建成水厂4座。\n二、2024年主要工作\n新建泵站3座。", "新建泵站", "plan 2024"),
      // A plan without a heading begins where its words say so, and not before.
      (results + "城市更加宜居。建成公园6座。\n综合考虑，今年主要预期目标是：用水量增长4%。\n新建泵站3座。", "城市更加宜居", "results 2023"),
      (results + "城市更加宜居。建成公园6座。\n综合考虑，今年主要预期目标是：用水量增长4%。\n新建泵站3座。", "新建泵站", "plan 2024"),
      // Problems and plans under one heading.
      (results + "二、存在的问题和2024年打算\n管护力量薄弱，仍有病险水库12座。\n2024年，我们将加固水库9座。", "管护力量", "problems 2023"),
      (results + "二、存在的问题和2024年打算\n管护力量薄弱，仍有病险水库12座。\n2024年，我们将加固水库9座。", "2024年，我们", "plan 2024"),
      // A short line tells of what time the lines below are, also where a heading above tells of several years.
      (speech + "过去一年和五年工作回顾\n过去一年\n建成水厂4座。\n过去五年\n建成水厂21座。", "建成水厂4座", "results 2023"),
      (speech + "过去一年和五年工作回顾\n过去一年\n建成水厂4座。\n过去五年\n建成水厂21座。", "建成水厂21座", "several_years 2023"),
      // What was arranged was done; what is arranged is to be.
      (results + "二、资金结构和安排使用情况\n债务余额8亿元。", "债务余额", "results 2023"),
      (results + "二、资金安排\n投入8亿元。", "投入8亿元", "plan 2024"),
      // What stands behind the report explains it.
      (results + "附件：名词解释\n1.规上企业：指年收入2000万元及以上的企业。", "1.规上企业", "notes 2023"),
      (results + "附件：名词解释\n1.节水器具：2023年全国推广节水器具9万套。", "1.节水器具", "notes 2023"),
      // A bureau's account goes back from next steps to results.
      ("平川县水务局2023年工作总结\n一、工作开展情况\n（一）供水\n供水户数增至3万户。\n下一步，新建水厂2座。\n（二）防汛\n转移群众200人。", "转移群众", "results 2023"),
    ])
  func oneYear(_ text: String, _ words: String, _ frame: String) throws {
    #expect(try Self.frame(text, words) == frame)
  }

  private static let fiveYears = "平川市2026年政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n"

  @Test(
    arguments: [
      (fiveYears + "一、2025年和“十四五”时期工作回顾\n2025年，建成水厂4座。\n一是新建管网30公里。\n“十四五”时期，累计建成水厂21座。", "一是", "results 2025"),
      (
        fiveYears + "一、2025年和“十四五”时期工作回顾\n2025年，建成水厂4座。\n一是新建管网30公里。\n“十四五”时期，累计建成水厂21座。", "“十四五”时期，",
        "several_years 2025"
      ),
      (fiveYears + "一、“十四五”时期工作回顾\n累计建成水厂21座。", "累计建成", "several_years 2025"),
      (
        fiveYears + "一、2025年工作回顾\n建成水厂4座。\n二、“十五五”主要目标和2026年工作安排\n“十五五”时期，到2030年供水能力达到90万吨。\n2026年，新建水厂2座。",
        "“十五五”时期，", "aims 2030"
      ),
      (
        fiveYears + "一、2025年工作回顾\n建成水厂4座。\n二、“十五五”主要目标和2026年工作安排\n“十五五”时期，到2030年供水能力达到90万吨。\n2026年，新建水厂2座。",
        "2026年，新建", "plan 2026"
      ),
      // A paragraph on the last of five years is an exception.
      (
        fiveYears + "一、过去五年工作回顾\n五年来，建成水厂21座。\n2025年，建成水厂4座。\n供水更有保障。\n水质更加优良。\n管网不断延伸。", "管网不断",
        "several_years 2025"
      ),
    ])
  func severalYears(_ text: String, _ words: String, _ frame: String) throws {
    #expect(try Self.frame(text, words) == frame)
  }

  /// A text without line breaks is cut at its headings.
  @Test func headingsInsideALine() throws {
    let text =
      "平川市2024年政府工作报告各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。一、2023年工作回顾过去一年，我们攻坚克难。"
      + "全年建成水厂4座，新建管网30公里，用水户增加到3万户，水质达标率保持在百分之百，群众满意度不断提高。"
      + "二、2024年工作安排2024年，新建泵站3座。"
    let found = Self.stretches(text).map { "\($0.place.start) \($0.level) \($0.kind.name) \($0.year ?? 0)" }
    #expect(found == ["0 0 results 2023", "44 1 results 2023", "118 1 plan 2024"])
  }

  @Test func whatTellsAndHowSureIsKept() throws {
    let found = Self.stretches(Self.results + "二、2024年工作安排\n新建泵站3座。")
    let heading = try #require(found.first { $0.words.hasPrefix("二、") })
    #expect(heading.reasons == "标题“安排” 当年结果-10 多年合计-10 计划+25 远期目标+15；标题“2024年” 当年结果-15 多年合计-10 计划+35")
    #expect(heading.confidence == .high)
    #expect(heading.level == 1)
  }

  /// The year that nothing else tells.
  @Test func theYearByWhichADocumentIsToldApartBest() {
    let text = SourceText(source: Array("工作情况\n一、2021年工作回顾\n建成水厂4座。\n二、2022年工作安排\n新建泵站3座。".utf8))
    var identity = ReportIdentity(of: text)
    identity.year = nil
    let completed = identity.withYear(of: text)
    #expect(completed.year == 2021)
    #expect(completed.yearConfidence == .low)
  }

  /// Documents that nobody writes end in an answer, in time that grows with them.
  @Test(
    arguments: [
      "", "一、\n", String(repeating: "一、2023年工作回顾\n", count: 20_000), String(repeating: "2024年，", count: 20_000),
      String(repeating: "二、2024年工作安排 ", count: 20_000), String(repeating: "今年是2022年，去年是2025年。\n", count: 5_000),
      "The mayor reported 5 new plants in 2023.",
    ])
  func strangeDocuments(_ text: String) {
    let source = SourceText(source: Array(text.utf8))
    _ = Outline(of: source, ReportIdentity(of: source).withYear(of: source), showing: .all)
  }
}
