import ReportText
import Testing

/// Who issued a document, for which year, and of what kind it is.
@Suite struct ReportIdentityTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    var title: String?
    var agencyID: String?
    var agency: String?
    var year: Int?
    var kind = ReportIdentity.Kind.annualReport
    var reasons: [String]
  }

  static let cases = [
    Case(
      testDescription: "title with 关于",
      text: "台州市科学技术局关于2023年法治政府建设情况的报告\n\n一年来，全局工作有序推进。\n",
      title: "台州市科学技术局关于2023年法治政府建设情况的报告", agencyID: "331000-science-technology", agency: "台州市科学技术局",
      year: 2023,
      reasons: [
        "年份取自标题：台州市科学技术局关于2023年法治政府建设情况的报告", "发文机关取自标题：台州市科学技术局关于2023年法治政府建设情况的报告",
      ]),
    Case(
      testDescription: "issuer on the line before the title",
      text: "索引号 0123\n  重庆市江津区水利局\n关于 2021 年度依法行政工作情况的报告\n正文。\n",
      title: "重庆市江津区水利局关于2021年度依法行政工作情况的报告", agencyID: "500116-water", agency: "重庆市江津区水利局", year: 2021,
      reasons: [
        "年份取自标题：重庆市江津区水利局关于2021年度依法行政工作情况的报告", "发文机关取自标题：重庆市江津区水利局关于2021年度依法行政工作情况的报告",
      ]),
    Case(
      testDescription: "issuer from the signature, year from the title",
      text: "2022年政务公开工作总结\r\n公开信息30条。\r\n青田县民政局\r\n2023年1月10日\r\n",
      title: "2022年政务公开工作总结", agencyID: "331121-civil-affairs", agency: "青田县民政局", year: 2022,
      reasons: ["年份取自标题：2022年政务公开工作总结", "发文机关取自落款：青田县民政局"]),
    Case(
      testDescription: "year before that of the signature",
      text: "青田县民政局关于法治政府建设情况的报告\n受理申请9件。\n青田县民政局\n2024年2月1日\n",
      title: "青田县民政局关于法治政府建设情况的报告", agencyID: "331121-civil-affairs", agency: "青田县民政局", year: 2023,
      reasons: ["年份由落款日期推定：2024年2月1日", "发文机关取自标题：青田县民政局关于法治政府建设情况的报告"]),
    Case(
      testDescription: "plan",
      text: "台州市教育局2024年工作要点\n建成学校3所。\n",
      title: "台州市教育局2024年工作要点", agencyID: "331000-education", agency: "台州市教育局", year: 2024, kind: .plan,
      reasons: ["年份取自标题：台州市教育局2024年工作要点", "发文机关取自标题：台州市教育局2024年工作要点"]),
    Case(
      testDescription: "plan with the year of its signature",
      text: "关于做好普法工作的安排\n举办讲座3场。\n台州市司法局\n2024年3月5日\n",
      title: "关于做好普法工作的安排", agencyID: "331000-justice", agency: "台州市司法局", year: 2024, kind: .plan,
      reasons: ["年份由落款日期推定：2024年3月5日", "发文机关取自落款：台州市司法局"]),
    Case(
      testDescription: "county under its province",
      text: "浙江省青田县人民政府关于２０２２年法治政府建设情况的报告\n",
      title: "浙江省青田县人民政府关于２０２２年法治政府建设情况的报告", agencyID: "331121-government", agency: "浙江省青田县人民政府", year: 2022,
      reasons: [
        "年份取自标题：浙江省青田县人民政府关于２０２２年法治政府建设情况的报告", "发文机关取自标题：浙江省青田县人民政府关于２０２２年法治政府建设情况的报告",
      ]),
    Case(
      testDescription: "work report of a city",
      text: "台州市人民政府工作报告\n各位代表：\n一、2023年工作回顾\n新增就业1万人。\n",
      title: "台州市人民政府工作报告", agencyID: "331000-government", agency: "台州市人民政府", year: 2023, kind: .workReport,
      reasons: ["年份取自小标题：一、2023年工作回顾", "发文机关取自标题：台州市人民政府工作报告"]),
    Case(
      testDescription: "work report of the nation, without a title",
      text: "各位代表：\n现在，我代表国务院，向大会作报告，请予审议。\n一、2022年工作回顾\n",
      agencyID: "000000-state-council", agency: "国务院", year: 2022, kind: .workReport,
      reasons: ["年份取自小标题：一、2022年工作回顾", "发文机关取自报告人：国务院"]),
    Case(
      testDescription: "communiqué",
      text: "台州市2023年国民经济和社会发展统计公报\n台州市统计局\n2024年3月20日\n全市常住人口600万人。\n",
      title: "台州市2023年国民经济和社会发展统计公报", agencyID: "331000-statistics", agency: "台州市统计局", year: 2023,
      kind: .communique,
      reasons: ["年份取自标题：台州市2023年国民经济和社会发展统计公报", "发文机关取自落款：台州市统计局"]),
    Case(
      testDescription: "damaged text",
      text: "臺州市科學(xué)技術(shù)局\n關(guān)于2021年普法情況的報(bào)告\n?\n發(fā)放手冊(cè)5冊(cè)。\n",
      title: "台州市科学技术局关于2021年普法情况的报告", agencyID: "331000-science-technology", agency: "台州市科学技术局", year: 2021,
      reasons: ["年份取自标题：台州市科学技术局关于2021年普法情况的报告", "发文机关取自标题：台州市科学技术局关于2021年普法情况的报告"]),
    Case(
      testDescription: "neither issuer nor year",
      text: "读书角\n今天来了12位读者，借出30册书。\n", kind: .other, reasons: []),
    Case(
      testDescription: "a sentence that speaks of a report is no title",
      text: "我们认真听取了关于2020年工作的报告。\n读者12位。\n", kind: .other, reasons: []),
  ]

  @Test(arguments: cases)
  func identity(_ item: Case) {
    let identity = ReportIdentity(of: SourceText(source: Array(item.text.utf8)))
    #expect(identity.title == item.title)
    #expect(identity.agency?.id == item.agencyID)
    #expect(identity.agency?.name == item.agency)
    #expect(identity.year == item.year)
    #expect(identity.kind == item.kind)
    #expect(identity.reasons == item.reasons)
  }

  @Test func titleRangesAreThoseOfTheSource() {
    let text = SourceText(source: Array("? 江津區(qū)水利局 \n關(guān)于2021年普法情況的報(bào)告\n".utf8))
    let lines = ReportIdentity(of: text).titleRanges.map { text.text(ofSource: $0) }
    #expect(lines == ["江津區(qū)水利局", "關(guān)于2021年普法情況的報(bào)告"])
  }

  /// Short and full names, with and without the divisions above, are one agency.
  @Test(arguments: [
    (["江津区科技局", "重庆市江津区科学技术局", "江津区科学技术局", "重庆市江津区科技局"], "500116-science-technology", "500116"),
    (["台州市教育局", "浙江省台州市教育局"], "331000-education", "331000"),
    (["浙江省科技厅", "浙江省科学技术厅"], "330000-science-technology", "330000"),
    (["云南省发改委", "云南省发展和改革委员会"], "530000-development-reform", "530000"),
    (["椒江区住建局", "台州市椒江区住房和城乡建设局"], "331002-housing", "331002"),
  ])
  func shortAndFullNamesAreOneAgency(_ names: [String], _ id: String, _ area: String) {
    for name in names {
      let source = "\(name)关于2021年普法情况的报告\n"
      let agency = ReportIdentity(of: SourceText(source: Array(source.utf8))).agency
      #expect(agency?.id == id, "\(name)")
      #expect(agency?.division?.code == area, "\(name)")
    }
  }

  @Test(arguments: [
    ("云南省科技厅", "云南省科学技术厅", Division.Level.province), ("江津区科技局", "江津区科学技术局", .county),
    ("台州市发改委", "台州市发展和改革委员会", .prefecture),
  ])
  func namesAreWrittenInFull(_ written: String, _ full: String, _ level: Division.Level) {
    let source = "\(written)关于2021年普法情况的报告\n"
    let agency = ReportIdentity(of: SourceText(source: Array(source.utf8))).agency
    #expect(agency?.name == full)
    #expect(agency?.division?.level == level)
  }

  /// 我代表市人民政府: the city is the one that the text names by far most often; one named as often as another is none.
  @Test(arguments: [
    ("我代表市人民政府，向大会报告工作。\n台州港开工。台州大学落成。学习杭州经验。台州机场扩建。", "331000-government", "台州市人民政府"),
    ("我代表市人民政府，向大会报告工作。\n台州港开工。台州大学落成。学习杭州经验。杭州机场扩建。台州湾。", "000000-市人民政府", "市人民政府"),
    ("我代表州人民政府，向大会报告工作。\n黔东南民歌。黔东南村超。佛山、佛山、佛山、佛山帮扶。黔东南高速。", "522600-government", "黔东南苗族侗族自治州人民政府"),
    ("我代表县人民政府，向大会报告工作。\n青田石雕。青田石雕。青田石雕。", "000000-县人民政府", "县人民政府"),
    ("我代表县人民政府，向大会报告工作。\n青田县城。青田县志。青田县报。", "331121-government", "青田县人民政府"),
  ])
  func thePlaceOfAnIssuerThatNamesNone(_ text: String, _ id: String, _ name: String) {
    let agency = ReportIdentity(of: SourceText(source: Array(("政府工作报告\n各位代表，" + text).utf8))).agency
    #expect(agency?.id == id)
    #expect(agency?.name == name)
  }

  @Test func aBodyOfUnknownFieldKeepsItsName() {
    let source = "台州市甘露局关于2021年普法情况的报告\n"
    let agency = ReportIdentity(of: SourceText(source: Array(source.utf8))).agency
    #expect(agency?.id == "331000-甘露局")
    #expect(agency?.name == "台州市甘露局")
  }
}
