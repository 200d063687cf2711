import ReportText
import Testing

/// Bodies that aren't departments of governments, and titles and years in other forms.
@Suite struct OtherIssuersTests {
  @Test(arguments: [
    ("浙江省高级人民法院工作报告\n——2023年1月13日在浙江省第十四届人民代表大会第一次会议上\n各位代表：\n一、2022年主要工作", "330000-court", "浙江省高级人民法院", 2022),
    ("江津区人民检察院工作报告\n——2024年1月10日在江津区第十九届人民代表大会第四次会议上\n2023年工作回顾", "500116-procuratorate", "江津区人民检察院", 2023),
    ("中共台州市纪律检查委员会2021年部门工作总结", "331000-party-discipline", "中共台州市纪律检查委员会", 2021),
    ("长沙高新技术产业开发区管理委员会\n2022年度法治政府建设年度报告", "430100-高新技术产业开发区管理委员会", "长沙高新技术产业开发区管理委员会", 2022),
    ("天河区石牌街道办事处2022年政府信息公开工作年度报告", "440106-石牌街道办事处", "天河区石牌街道办事处", 2022),
    ("青田县小舟山乡人民政府二〇二三年工作总结", "331121-小舟山乡人民政府", "青田县小舟山乡人民政府", 2023),
    ("台州市水务集团有限公司2023年度工作总结", "331000-台州市水务集团有限公司", "台州市水务集团有限公司", 2023),
    ("台州市第一人民医院2023年度工作总结", "331000-台州市第一人民医院", "台州市第一人民医院", 2023),
    ("浙江大学2022年信息公开工作年度报告", "000000-浙江大学", "浙江大学", 2022),
    ("中华人民共和国宁波海关2023年政府信息公开工作年度报告", "000000-宁波海关", "中华人民共和国宁波海关", 2023),
    ("国家税务总局台州市税务局2022年政府信息公开工作年度报告", "331000-tax", "国家税务总局台州市税务局", 2022),
    ("国家统计局浙江调查总队2022年政府信息公开工作年度报告", "330000-调查总队", "国家统计局浙江调查总队", 2022),
    ("国家知识产权局\n二〇二二年法治政府建设情况报告", "000000-知识产权局", "国家知识产权局", 2022),
    ("中华人民共和国财政部2022年法治政府建设年度报告", "000000-finance", "中华人民共和国财政部", 2022),
    ("深圳市人民政府2023年政府工作报告\n——2023年2月1日在深圳市第七届人民代表大会第四次会议上\n一、2022年工作回顾", "440300-government", "深圳市人民政府", 2022),
    ("2022年工作总结及2023年工作思路\n青田县农业农村局\n2022年，建成农田。", "331121-agriculture", "青田县农业农村局", 2022),
    (
      "关于台州市2022年计划执行情况与2023年计划草案的报告\n——2023年2月15日在台州市第六届人民代表大会第二次会议上\n台州市发展和改革委员会\n各位代表：", "331000-development-reform",
      "台州市发展和改革委员会", 2022
    ),
    ("2022年国民经济和社会发展统计公报\n人口增长。\n重庆市统计局\n国家统计局重庆调查总队\n2023年3月17日", "500000-statistics", "重庆市统计局", 2022),
    ("临高县人力资源和社会保障局二○二一年度法治政府建设工作报告", "469024-human-resources", "临高县人力资源和社会保障局", 2021),
  ])
  func issuers(_ text: String, _ id: String, _ name: String, _ year: Int) {
    let identity = ReportIdentity(of: SourceText(source: Array((text + "\n").utf8)))
    #expect(identity.agency?.id == id)
    #expect(identity.agency?.name == name)
    #expect(identity.year == year)
  }

  /// A school year is no calendar year, whenever the report was signed.
  @Test func aSchoolYear() {
    let text = "台州市第一中学2021—2022学年信息公开年度报告\n台州市第一中学\n2022年10月31日\n"
    let identity = ReportIdentity(of: SourceText(source: Array(text.utf8)))
    #expect(identity.agency?.id == "331000-台州市第一中学")
    #expect(identity.year == nil)
  }

  /// A communiqué whose place isn't known as a whole is nobody's by custom.
  @Test func aPlaceBehindAnother() {
    let text = "新疆生产建设兵团第八师石河子市2022年国民经济和社会发展统计公报\n"
    #expect(ReportIdentity(of: SourceText(source: Array(text.utf8))).agency == nil)
  }
}
