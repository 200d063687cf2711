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
      reasons: ["年份取自标题：2022年政务公开工作总结", "年份由落款日期推定：2023年1月10日", "发文机关取自落款：青田县民政局"]),
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
      reasons: [
        "年份取自标题：台州市2023年国民经济和社会发展统计公报", "年份由落款日期推定：2024年3月20日", "发文机关取自落款：台州市统计局",
        "发文机关按例推定：统计公报归统计局：台州市2023年国民经济和社会发展统计公报",
      ]),
    Case(
      testDescription: "damaged text",
      text: "臺州市科學(xué)技術(shù)局\n關(guān)于2021年普法情況的報(bào)告\n?\n發(fā)放手冊(cè)5冊(cè)。\n",
      title: "台州市科学技术局关于2021年普法情况的报告", agencyID: "331000-science-technology", agency: "台州市科学技术局", year: 2021,
      reasons: ["年份取自标题：台州市科学技术局关于2021年普法情况的报告", "发文机关取自标题：台州市科学技术局关于2021年普法情况的报告"]),
    Case(
      testDescription: "title on three lines",
      text: "台州市\n2023年国民经济和社会发展\n统计公报\n台州市统计局  国家统计局台州调查队\n（2024年3月2日）\n",
      title: "台州市2023年国民经济和社会发展统计公报", agencyID: "331000-statistics", agency: "台州市统计局", year: 2023,
      kind: .communique,
      reasons: [
        "年份取自标题：台州市2023年国民经济和社会发展统计公报", "发文机关取自标题下：台州市统计局",
        "发文机关按例推定：统计公报归统计局：台州市2023年国民经济和社会发展统计公报",
      ]),
    Case(
      testDescription: "communiqué that names nobody",
      text: "青田县2015年国民经济和社会发展统计公报\n来源：访问量：7发布日期：2017-05-15 10:49:00\n全县人口50万人。\n",
      title: "青田县2015年国民经济和社会发展统计公报", agencyID: "331121-statistics", agency: "青田县统计局", year: 2015,
      kind: .communique,
      reasons: [
        "年份取自标题：青田县2015年国民经济和社会发展统计公报", "年份另有线索指向 2016 年，由发布日期推定：发布日期：2017-05-15",
        "发文机关按例推定：统计公报归统计局：青田县2015年国民经济和社会发展统计公报",
      ]),
    Case(
      testDescription: "the title of a report to a congress names the year of its delivery",
      text: "2013年国务院政府工作报告\n——2013年3月5日在第十二届全国人民代表大会第一次会议上\n各位代表：\n一、过去五年工作回顾\n建成铁路2条。\n",
      title: "2013年国务院政府工作报告", agencyID: "000000-state-council", agency: "国务院", year: 2012, kind: .workReport,
      reasons: [
        "年份由报告日期推定：——2013年3月5日在第十二届全国人民代表大会第一次会议上", "年份由报告标题推定：2013年国务院政府工作报告", "发文机关取自标题：2013年国务院政府工作报告",
      ]),
    Case(
      testDescription: "a report given in December is about its own year",
      text: "政府工作报告\n（2023年12月28日在台州市第六届人民代表大会第三次会议上）\n各位代表：\n",
      title: "政府工作报告", year: 2023, kind: .workReport,
      reasons: ["年份由报告日期推定：（2023年12月28日在台州市第六届人民代表大会第三次会议上）"]),
    Case(
      testDescription: "a heading behind the salutation is no title",
      text: "各位代表：\n现在，我代表台州市人民政府，向大会报告工作。\n工作回顾\n刚刚过去的2023年，建成学校3所。\n2024年工作安排\n",
      agencyID: "331000-government", agency: "台州市人民政府", year: 2023, kind: .workReport,
      reasons: ["年份取自正文段首：刚刚过去的2023年", "年份由工作安排的小标题推定：2024年工作安排", "发文机关取自报告人：台州市人民政府"]),
    Case(
      testDescription: "a work report whose year stands only in the sentence about this year",
      text:
        "各位代表：\n我代表国务院，向大会报告过去五年的工作。\n一、过去五年工作回顾\n铁路从1997年的2条增加到2002年的4条。\n二、对今年工作的建议\n形势很好。\n会议很重要。2003年是开局之年，要多修铁路。\n",
      agencyID: "000000-state-council", agency: "国务院", year: 2002, kind: .workReport,
      reasons: ["年份由工作部署的语句推定：2003年是开局之年", "发文机关取自报告人：国务院"]),
    Case(
      testDescription: "period statement",
      text: "青田县民政局政府信息公开工作年度报告\n本报告数据统计期限自2022年1月1日起至2022年12月31日止。\n发布日期：2023-01-20\n",
      title: "青田县民政局政府信息公开工作年度报告", agencyID: "331121-civil-affairs", agency: "青田县民政局", year: 2022,
      reasons: [
        "年份取自统计期限：2022年1月1日至12月31日", "年份由发布日期推定：发布日期：2023-01-20", "发文机关取自标题：青田县民政局政府信息公开工作年度报告",
      ]),
    Case(
      testDescription: "year announced in the body",
      text: "青田县民政局关于普法工作情况的报告\n县政府：\n现将我局2021年工作情况报告如下：\n青田县民政局\n2022年4月1日\n",
      title: "青田县民政局关于普法工作情况的报告", agencyID: "331121-civil-affairs", agency: "青田县民政局", year: 2021,
      reasons: [
        "年份取自正文：现将我局2021年工作情况报告如下", "年份由落款日期推定：2022年4月1日", "发文机关取自标题：青田县民政局关于普法工作情况的报告",
      ]),
    Case(
      testDescription: "a title of law in the title tells no year",
      text: "青田县民政局关于落实《2020年普法要点》情况的报告\n青田县民政局\n二〇二二年十二月二十五日\n",
      title: "青田县民政局关于落实《2020年普法要点》情况的报告", agencyID: "331121-civil-affairs", agency: "青田县民政局", year: 2022,
      reasons: ["年份由落款日期推定：二〇二二年十二月二十五日", "发文机关取自标题：青田县民政局关于落实《2020年普法要点》情况的报告"]),
    Case(
      testDescription: "a banner's date and the time of a crawl never win",
      text:
        "今天是：2019年10月31日 星期四\n抓取时间：2021-03-04 08:00\n来源：青田县民政局 发布时间：2018-02-03 浏览次数：5\n关于普法工作情况的报告\n办讲座3场。\n",
      title: "关于普法工作情况的报告", agencyID: "331121-civil-affairs", agency: "青田县民政局", year: 2017,
      reasons: ["年份由发布日期推定：发布时间：2018-02-03", "发文机关取自页面：来源：青田县民政局"]),
    Case(
      testDescription: "label and value on two lines",
      text: "发布机构：\n青田县民政局\n成文日期：\n2018-12-03\n关于普法工作情况的报告\n办讲座3场。\n",
      title: "关于普法工作情况的报告", agencyID: "331121-civil-affairs", agency: "青田县民政局", year: 2018,
      reasons: ["年份由发布日期推定：成文日期：2018-12-03", "发文机关取自页面：发布机构：青田县民政局"]),
    Case(
      testDescription: "only a banner's date",
      text: "今天是:2019年10月31日\n青田县民政局关于普法工作情况的报告\n办讲座3场。\n",
      title: "青田县民政局关于普法工作情况的报告", agencyID: "331121-civil-affairs", agency: "青田县民政局",
      reasons: ["发文机关取自标题：青田县民政局关于普法工作情况的报告"]),
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

  /// What is written in its own place is sure; what follows from a date is less so.
  @Test(arguments: [
    ("青田县民政局2022年普法工作总结\n", ReportIdentity.Confidence.high, ReportIdentity.Confidence.high),
    ("青田县民政局普法工作报告\n2022年，办讲座3场。\n", .medium, .high),
    ("青田县民政局普法工作报告\n青田县民政局\n2023年2月1日\n", .medium, .high),
    ("关于普法工作的报告\n来源：青田县民政局\n发布日期：2023-02-01\n", .low, .medium),
    ("2024年台州市政府工作报告\n", .low, .high), ("青田县2015年统计公报\n", .high, .low),
  ])
  func confidence(_ text: String, _ year: ReportIdentity.Confidence, _ agency: ReportIdentity.Confidence) {
    let identity = ReportIdentity(of: SourceText(source: Array(text.utf8)))
    #expect(identity.yearConfidence == year)
    #expect(identity.agencyConfidence == agency)
  }

  @Test func whatIsNotFoundHasNoConfidence() {
    let identity = ReportIdentity(of: SourceText(source: Array("读书角来了12位读者。\n".utf8)))
    #expect(identity.yearConfidence == nil)
    #expect(identity.agencyConfidence == nil)
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

  /// A name stays as the report writes it, so that no table shows a body that doesn't exist.
  @Test(arguments: [
    ("云南省科技厅", "530000-science-technology", Division.Level.province), ("江津区科技局", "500116-science-technology", .county),
    ("台州市发改委", "331000-development-reform", .prefecture), ("台州市应急管理局", "331000-emergency", .prefecture),
    ("台州市水务局", "331000-water", .prefecture), ("广州市政务服务数据管理局", "440100-administrative-approval", .prefecture),
    ("安徽省数据资源管理局", "340000-data", .province), ("国家税务总局台州市税务局", "331000-tax", .prefecture),
    ("国家统计局台州调查队", "331000-调查队", .prefecture), ("国家金融监督管理总局浙江监管局", "330000-国家金融监督管理总局监管局", .province),
    ("国家矿山安全监察局山西局", "140000-国家矿山安全监察局局", .province), ("中国人民银行台州市分行", "331000-中国人民银行分行", .prefecture),
    ("台州市供销合作社联合社", "331000-供销合作社联合社", .prefecture), ("重庆两江新区管理委员会", "500000-两江新区管理委员会", .province),
    ("台州市图书馆", "331000-台州市图书馆", .prefecture), ("青田县慈善基金会", "331121-青田县慈善基金会", .county),
    ("香港特别行政区政府警务处", "810000-政府警务处", .province), ("台州市椒江区白云街道办事处", "331002-白云街道办事处", .county),
  ])
  func namesStayAsWritten(_ name: String, _ id: String, _ level: Division.Level) {
    let agency = ReportIdentity(of: SourceText(source: Array("\(name)关于2021年普法情况的报告\n".utf8))).agency
    #expect(agency?.name == name)
    #expect(agency?.id == id)
    #expect(agency?.division?.level == level)
  }

  /// 我代表市人民政府: the city is the one that the text names by far most often; one named as often as another is none.
  @Test(arguments: [
    ("我代表市人民政府，向大会报告工作。\n台州港开工。台州大学落成。学习杭州经验。台州机场扩建。", "331000-government", "台州市人民政府"),
    ("我代表市人民政府，向大会报告工作。\n台州港开工。台州大学落成。学习杭州经验。杭州机场扩建。台州湾。", "unplaced-市人民政府", "市人民政府"),
    ("我代表州人民政府，向大会报告工作。\n黔东南民歌。黔东南村超。佛山、佛山、佛山、佛山帮扶。黔东南高速。", "522600-government", "黔东南苗族侗族自治州人民政府"),
    ("我代表县人民政府，向大会报告工作。\n青田石雕。青田石雕。青田石雕。", "unplaced-县人民政府", "县人民政府"),
    ("我代表县人民政府，向大会报告工作。\n青田县城。青田县志。青田县报。", "331121-government", "青田县人民政府"),
  ])
  func thePlaceOfAnIssuerThatNamesNone(_ text: String, _ id: String, _ name: String) {
    let agency = ReportIdentity(of: SourceText(source: Array(("政府工作报告\n各位代表，" + text).utf8))).agency
    #expect(agency?.id.hasPrefix(id) == true)
    #expect(agency?.name == name)
  }

  /// A county named in full speaks for its prefecture; 行署 is the office of a prefecture that is no city; the line of
  /// the delivery outranks the text.
  @Test(arguments: [
    ("各位代表：\n我代表市人民政府，向大会报告工作。\n椒江区、黄岩区、路桥区通车。杭州帮扶。", "331000-government"),
    ("各位委员：\n下面，我代表行署作工作报告。\n锡林浩特市、多伦县、锡林郭勒羊、镶黄旗。", "152500-government"),
    ("——2024年1月5日在台州市第六届人民代表大会第三次会议上\n我代表市人民政府报告工作。杭州、杭州、杭州、杭州。", "331000-government"),
    ("——2024年1月5日在黔东南州第十五届人民代表大会第四次会议上\n我代表州人民政府报告工作。", "522600-government"),
    ("各位代表：\n我代表自治区人民政府，向大会报告工作。\n宁夏枸杞。宁夏葡萄酒。宁夏滩羊。", "640000-government"),
  ])
  func thePlaceIsToldByTheTextAround(_ text: String, _ id: String) {
    #expect(ReportIdentity(of: SourceText(source: Array(text.utf8))).agency?.id == id)
  }

  /// Congresses, courts, procuratorates, party bodies and those of the nation, in short and in full.
  @Test(arguments: [
    (["台州市人大常委会", "浙江省台州市人民代表大会常务委员会"], "331000-congress"),
    (["台州市中级人民法院"], "331000-court"),
    (["青田县人民法院", "青田县法院"], "331121-court"),
    (["台州市人民检察院", "台州市检察院"], "331000-procuratorate"),
    (["中共台州市委", "台州市委", "中国共产党台州市委员会"], "331000-party-committee"),
    (["中共台州市委宣传部", "台州市委宣传部"], "331000-party-publicity"),
    (["台州市委政法委", "中共台州市委政法委员会"], "331000-party-political-legal"),
    (["政协台州市委员会", "台州市政协", "中国人民政治协商会议台州市委员会"], "331000-consultative-conference"),
    (["台州市人民政府办公室", "台州市政府办公室", "台州市政府办"], "331000-government-office"),
    (["青田县市场监管局", "青田县市场监督管理局"], "331121-market-regulation"),
    (["国家统计局", "中华人民共和国国家统计局"], "000000-statistics"),
    (["科技部", "中华人民共和国科学技术部"], "000000-science-technology"),
    (["最高人民法院"], "000000-court"),
    (["国家税务总局台州市税务局", "台州市税务局"], "331000-tax"),
    (["台州市科学技术委员会", "台州市科委"], "331000-science-technology-commission"),
    (["台州市环保局", "台州市环境保护局"], "331000-environmental-protection"),
  ])
  func bodiesOfEverySort(_ names: [String], _ id: String) {
    for name in names {
      let agency = ReportIdentity(of: SourceText(source: Array("\(name)关于2021年普法情况的报告\n".utf8))).agency
      #expect(agency?.id == id, "\(name)")
      #expect(agency?.name == name)
    }
  }

  /// 区科技局 in a document of 江津 is 江津区科技局.
  @Test func aBodyWithoutItsPlaceIsThatOfTheTextsPlace() {
    let source = "2022年普法工作总结\n江津区花椒节、江津区法治广场、江津区图书馆各办一场。\n区科技局\n2023年1月4日\n"
    let identity = ReportIdentity(of: SourceText(source: Array(source.utf8)))
    #expect(identity.agency?.id == "500116-science-technology")
    #expect(identity.agency?.name == "江津区科技局")
    #expect(identity.agencyConfidence == .medium)
    #expect(
      identity.reasons == [
        "年份取自标题：2022年普法工作总结", "年份由落款日期推定：2023年1月4日", "发文机关取自落款：区科技局", "地名由正文推定：江津区，3 次",
      ])
  }

  @Test func aBodyWithoutAnyPlaceIsNoBodyOfTheNation() {
    let source = "2022年普法工作总结\n科技局\n2023年1月4日\n"
    let identity = ReportIdentity(of: SourceText(source: Array(source.utf8)))
    #expect(identity.agency?.id == "unplaced-科技局-bd9406a3da8249cd")
    #expect(identity.agencyConfidence == .low)
  }

  @Test func aBodyOfUnknownFieldKeepsItsName() {
    let source = "台州市甘露局关于2021年普法情况的报告\n"
    let agency = ReportIdentity(of: SourceText(source: Array(source.utf8))).agency
    #expect(agency?.id == "331000-甘露局")
    #expect(agency?.name == "台州市甘露局")
  }
}
