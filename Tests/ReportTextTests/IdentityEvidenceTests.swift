import ReportText
import Testing

/// Issuer, place and year are decided by all evidence together, and what speaks against it lowers the confidence.
@Suite struct IdentityEvidenceTests {
  private func identity(_ text: String, path: String? = nil) -> ReportIdentity {
    ReportIdentity(of: SourceText(source: Array(text.utf8)), path: path)
  }

  private func page(_ html: String) throws -> ReportIdentity {
    ReportIdentity(of: try SourceText(bytes: Array(html.utf8), path: "a.html"))
  }

  // MARK: - Issuer

  @Test(arguments: [
    // Chrome before a title is no name.
    ("青田要闻\n青田要闻\n当前位置：首页\n2024年青田县政府工作报告\n各位代表：\n我代表县人民政府，向大会报告工作。\n", "青田县人民政府"),
    ("2023年政府信息公开工作年度报告\n本报告由青田县人民政府办公室编制，统计期限自2023年1月1日起。\n", "青田县人民政府办公室"),
    ("2023年年度报告\n现公布青田县水利局2023年政府信息公开工作年度报告。\n", "青田县水利局"),
    ("索引号：012\n发布机构：灌云县教育局\n标题：2023年工作总结\n新建学校3所。\n", "灌云县教育局"),
    ("青田县水利局文件\n青水〔2024〕3号\n关于2023年工作情况的报告\n建成水库2座。\n", "青田县水利局"),
    ("青田县2025年县级部门预算\n预算主管部门：青田县商务局\n收入10万元。\n", "青田县商务局"),
    ("青田县规划和自然\n资源局\n2024年度部门决算\n支出10万元。\n", "青田县规划和自然资源局"),
    ("2023年工作总结\n2023年，青田县教育局认真履职。新增学位15个。\n", "青田县教育局"),
    ("青田县教育局发布《2022年教育情况》。2022年，全县有学校18所。\n", "青田县教育局"),
    ("2023年工作总结\n市委高度重视，市政府大力支持。\n青田县图书馆\n2024年1月3日\n", "青田县图书馆"),
    // By custom, whether the year stands before the place or behind it.
    ("2023年青田县国民经济和社会发展统计公报\n人口增长。\n", "青田县统计局"),
    ("青田县2023年国民经济和社会发展统计公报\n人口增长。\n", "青田县统计局"),
    // The officer who reports is of a body.
    ("关于青田县2023年财政预算执行情况的报告\n2024年1月9日在青田县第十八届人民代表大会第三次会议上\n青田县财政局局长\n各位代表：\n", "青田县财政局"),
    ("关于青田县2023年财政预算执行情况的报告\n青田县财政局副局长 王某某\n各位代表：\n", "青田县财政局"),
    ("青田县人民政府关于2023年预算调整方案的报告\n青田县财政局局长 王某某\n各位委员：\n", "青田县人民政府"),
    ("最高人民法院2023年审判执行工作主要数据\n2023年收案45万件。\n", "最高人民法院"),
    ("各位代表： 我代表市人民政府，向大会报告工作。 一、2023年工作回顾 2023 年，襄阳新港、襄阳北站、襄阳古城建成3处。", "襄阳市人民政府"),
  ])
  func issuers(_ text: String, _ name: String) {
    #expect(identity(text).agency?.name == name)
  }

  /// 新区 and 两江新区 are no divisions to anybody today, however often they stand in the text.
  @Test func genericWordsAreNoPlaces() {
    let text = """
      各位代表：
      现在，我代表市人民政府，向大会报告工作。
      一、2023年工作回顾
      两江新区、高新区、开发区、新区、新区、新区、新区联动。襄阳制造、襄阳出口、襄阳农业都增长。
      """
    #expect(identity(text).agency?.id == "420600-government")
  }

  /// 恩施 is the prefecture and the city in it; which is meant, the body's name tells.
  @Test(arguments: [("我代表州人民政府", "422800-government"), ("我代表市人民政府", "422801-government")])
  func aPlaceIsOfTheKindThatTheBodyTells(_ speech: String, _ id: String) {
    let found = identity("各位代表：\n\(speech)，向大会报告工作。\n一、2023年工作回顾\n", path: "reports/恩施-2024.txt")
    #expect(found.agency?.id == id)
    #expect(found.agencyConfidence == .low)
    #expect(found.reasons.contains("地名由文件名推定：恩施"))
  }

  @Test func theFilesNameDecidesWhereNothingElseDoes() {
    let found = identity("今年立案45件。\n", path: "上报/青田县水利局24年预算.txt")
    #expect(found.agency?.name == "青田县水利局")
    #expect(found.agencyConfidence == .low)
    #expect(found.year == 2024)
    #expect(found.yearConfidence == .low)
    #expect(found.reasons == ["年份由文件名推定：青田县水利局24年预算", "发文机关由文件名推定：青田县水利局24年预算"])
  }

  @Test func whatSpeaksAgainstTheIssuerLowersTheConfidence() {
    let text = "青田县水利局2023年工作总结\n建成水库2座。\n青田县教育局\n2024年1月3日\n"
    let found = identity(text)
    #expect(found.agency?.name == "青田县水利局")
    #expect(found.agencyConfidence == .low)
    #expect(found.reasons.last == "发文机关另有线索指向 青田县教育局，取自落款：青田县教育局")
    // The office of a government signs for it.
    let office = identity("青田县人民政府2023年工作总结\n建成水库2座。\n青田县人民政府办公室\n2024年1月3日\n")
    #expect(office.agency?.name == "青田县人民政府")
    #expect(office.agencyConfidence == .high)
  }

  @Test func aPagesHeadIsEvidence() throws {
    let found = try page(
      """
      <html><head><title>工作总结_青田县人民政府</title><meta name="ArticleTitle" content="2022年普法工作总结">
      <meta name="ContentSource" content="青田县司法局"><meta name="PubDate" content="2023-02-01 10:00"></head>
      <body><p>办讲座3场，很受欢迎。</p></body></html>
      """)
    #expect(found.title == "2022年普法工作总结")
    #expect(found.agency?.name == "青田县司法局")
    #expect(found.agencyConfidence == .medium)
    #expect(found.year == 2022)
    #expect(
      found.reasons == [
        "年份取自标题：2022年普法工作总结", "年份由发布日期推定：2023-02-01", "发文机关取自网页来源：青田县司法局",
        "发文机关另有线索指向 青田县人民政府，由网站名推定：青田县人民政府",
      ])
  }

  // MARK: - Bodies without a place

  @Test func aBodyWithoutAPlaceIsOneBodyADocument() throws {
    func text(_ count: Int) -> String { "2022年工作总结\n新增学位\(count)个，增长很快。\n教育局\n2023年1月4日\n" }
    let (first, second) = (identity(text(15)).agency, identity(text(26)).agency)
    #expect(first?.name == "教育局")
    #expect(first?.division == nil)
    #expect(first?.id.hasPrefix("unplaced-教育局-") == true)
    #expect(first?.id != second?.id)
    // A copy is the same document.
    #expect(identity(text(15), path: "b.txt").agency == first)
  }

  /// Of some names there is but one, though no division is told.
  @Test(arguments: [
    "清华大学", "台州学院", "中华人民共和国宁波海关", "中国青少年发展基金会", "台中市政府环境保护局", "嘉义县卫生局",
  ])
  func namesThatAreUnique(_ name: String) {
    func found(_ count: Int) -> Agency? { identity("\(name)2022年工作总结\n办讲座\(count)场。\n").agency }
    #expect(found(3)?.name == name)
    #expect(found(3) == found(4))
  }

  @Test(arguments: ["市教育局", "第一中学", "师范大学", "鼓楼区教育局", "高新区管委会", "第一人民医院"])
  func namesOfManyPlaces(_ name: String) {
    func found(_ count: Int) -> Agency? {
      identity("关于2022年工作的总结\n办讲座\(count)场。\n\(name)\n2023年1月4日\n").agency
    }
    #expect(found(3)?.name == name)
    #expect(found(3)?.id != found(4)?.id)
  }

  // MARK: - Year

  @Test(arguments: [
    ("关于2023年预算执行情况和2024年预算草案的报告\n青田县财政局\n2024年1月10日\n", 2023),
    ("青田县林业局2025年度部门预算公开\n收入总额10万元。\n青田县林业局\n2025年2月1日\n", 2025),
    ("青田县财政局2023年单位预算\n收入总额10万元。\n", 2023),
    ("青田县司法局2024年部门预算及“三公”经费预算信息\n共12万元。\n", 2024),
    ("青田县民政局2022年度部门决算公开\n支出10万元。\n2023年9月1日\n", 2022),
    ("　　2020年2月26日，全省新增2例。\n　　截至2月26日，共20例。\n浙江省卫生健康委员会\n2020年2月27日\n", 2020),
    ("青田县人民检察院业务数据情况\n2022年上半年，批准逮捕86人。\n", 2022),
    ("青田县人民检察院业务数据情况\n本院2022年1-11月“案-件比”为1.06。\n", 2022),
    ("投诉举报情况通报\n2022年1—9月，受理投诉126件。\n", 2022),
    ("台中市政府环境保护局民国108年工作成果报告\n稽查10家次。\n", 2019),
    ("臺中市政府環境保護局108年度工作成果報告\n稽查工廠10家次。\n", 2019),
    ("青田县水利局二O二三年度法治政府建设情况报告\n立案45件。\n", 2023),
    ("【年报】青田县商务局2023年工作年度报告\n立案45件。\n", 2023),
    ("《青田县司法局2022年工作年度报告》\n立案45件。\n", 2022),
    ("青田县水利局2023年工作年度报告 全年立案45件。\n", 2023), ("青田县水利局2023年工作年度报告\u{2028}全年立案45件。\n", 2023),
    // 主要工作 is a review where the year after has its own heading, the delivery says so, or it comes first.
    ("各位代表：\n我代表县政府报告工作。\n一、2023年主要工作\n新建学校3所。\n二、2024年主要工作\n新建学校4所。\n", 2023),
    ("政府工作报告\n——2024年1月9日在青田县第十七届人民代表大会第三次会议上\n各位代表：\n一、2023年主要工作\n", 2023),
    ("各位代表：\n我代表县政府报告工作。\n一、2023年主要工作\n2023年是开局之年。新建学校3所。\n", 2023),
    ("各位代表：\n我代表县政府报告工作。\n奋力完成2023年发展任务\n2023年，新建学校3所。\n", 2023),
    ("各位代表：\n我代表县政府报告工作。\n一、2025年和“十四五”时期工作回顾\n新建学校3所。\n二、2026年工作安排\n", 2025),
    ("各位代表：我代表县政府报告工作。2023年工作回顾2023年是开局之年，新建学校3所。", 2023),
    ("政府工作报告\n——2024年2月3日在青田县第六届人民代表大会\n第六次会议上\n各位代表：\n新建学校3所。\n", 2023),
  ])
  func years(_ text: String, _ year: Int) {
    #expect(identity(text).year == year)
  }

  /// The hour behind a date is no part of its day.
  @Test func aDateWithAnHour() {
    let found = identity("关于普法工作情况的报告\n发布时间：2017-05-15 10:49:00\n办讲座3场。\n")
    #expect(found.year == 2016)
    #expect(found.reasons == ["年份由发布日期推定：发布时间：2017-05-15"])
  }

  @Test func aSchoolYearIsNamed() {
    let found = identity("台州学院2022—2023学年信息公开年度报告\n发布86条。\n")
    #expect(found.year == nil)
    #expect(found.agency?.name == "台州学院")
    #expect(found.reasons.first == "年份不定：2022—2023学年跨两个公历年")
  }

  @Test(arguments: [
    ("", "2024年1月3日", ReportIdentity.Confidence.high), ("2025年，", "2024年1月3日", .high), ("2025年，", "2026年3月3日", .low),
    ("", "2026年3月3日", .high),
  ])
  func whatSpeaksAgainstTheYearLowersTheConfidence(
    _ opening: String, _ signed: String, _ confidence: ReportIdentity.Confidence
  ) {
    let found = identity("青田县水利局2023年工作总结\n\(opening)建成水库2座。\n青田县水利局\n\(signed)\n")
    #expect(found.year == 2023)
    #expect(found.yearConfidence == confidence)
    #expect(
      found.reasons.contains("年份另有线索指向 2025 年，取自正文段首：2025年") == !opening.isEmpty)
  }

  /// A file of two reports is none of one body and year.
  @Test(arguments: [
    ("青田县水利局2023年工作总结\n一、主要工作\n立案45件。\n青田县民政局2023年工作总结\n一、主要工作\n立案5件。\n", true),
    ("青田县水利局2022年工作总结\n一、主要工作\n立案45件。\n青田县水利局2023年工作总结\n一、主要工作\n立案5件。\n", true),
    // The title on every page, a list of others, and a plan behind the report.
    ("青田县水利局2023年工作总结\n一、主要工作\n立案45件。\n青田县水利局2023年工作总结\n一、主要工作\n立案5件。\n", false),
    ("青田县水利局2023年工作总结\n一、主要工作\n立案45件。\n青田县水利局2022年工作总结\n青田县水利局2021年工作总结\n", false),
    ("青田县水利局2023年工作总结\n一、主要工作\n立案45件。\n青田县水利局2024年工作计划\n一、总体思路\n立案5件。\n", false),
  ])
  func twoReportsInOneFile(_ text: String, _ isTwo: Bool) {
    let found = identity(text)
    #expect(found.agency?.name == "青田县水利局")
    // Other titles speak against the year, too, but don't make it a guess.
    #expect((found.yearConfidence == .low) == isTwo)
    #expect((found.agencyConfidence == .low) == isTwo)
    #expect(found.reasons.contains { $0.hasPrefix("文中还有另一份报告：") } == isTwo)
  }

  /// Of years that contradict each other everywhere none is sure.
  @Test func manyYears() {
    let found = identity("2016年工作总结\n一、2024年工作回顾\n立案45件。\n二、2020年工作回顾\n立案5件。\n")
    #expect(found.yearConfidence == .low)
  }

  // MARK: - Editions

  @Test(arguments: [
    ("青田县水利局2023年工作年度报告（更正版）", "青田县水利局2023年工作年度报告"),
    ("青田县水利局2023年工作年度报告【更正】", "青田县水利局2023年工作年度报告"),
    ("青田县水利局2023年工作年度报告（修订稿）", "青田县水利局2023年工作年度报告"),
    ("青田县水利局2023年工作年度报告（已修订）", "青田县水利局2023年工作年度报告"),
  ])
  func aCorrectedEditionKnowsTheOneItCorrects(_ title: String, _ corrected: String) {
    let found = identity("\(title)\n立案45件。\n")
    #expect(found.title == title)
    #expect(found.corrects == corrected)
    #expect(found.year == 2023)
    #expect(found.agency?.name == "青田县水利局")
  }

  @Test func theFilesNameTellsOfACorrection() {
    let text = "青田县水利局2023年工作年度报告\n立案45件。\n"
    #expect(identity(text, path: "a/年报（更正版）.txt").corrects == "青田县水利局2023年工作年度报告")
    #expect(identity(text, path: "a/年报.txt").corrects == nil)
    // A law's draft revision corrects nothing.
    #expect(identity("关于青田县水利条例（修订草案）2023年起草情况的说明\n立案45件。\n").corrects == nil)
  }

  /// As many headings as a file can hold, all with years.
  @Test func nothingButHeadings() {
    let text = (0..<50_000).map { "\($0)、20\(10 + $0 % 15)年工作\n" }.joined()
    #expect(identity(text).agency == nil)
  }
}
