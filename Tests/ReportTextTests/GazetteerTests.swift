import ReportText
import Testing

/// Divisions by their names through the years, as agencies show them.
@Suite struct GazetteerTests {
  private func agency(_ name: String, _ year: Int) -> Agency? { Agency(named: name[...], year: year) }

  /// Renamed, raised, merged and abolished divisions have the code of the year.
  @Test(arguments: [
    ("江津市教育局", 2003, "500381", "江津市"), ("江津区教育局", 2010, "500116", "江津区"),
    ("襄樊市教育局", 2008, "420600", "襄樊市"), ("襄阳市教育局", 2015, "420600", "襄阳市"),
    ("莱芜市教育局", 2016, "371200", "莱芜市"), ("巢湖市教育局", 2009, "341400", "巢湖市"),
    ("巢湖市教育局", 2015, "340181", "巢湖市"), ("密云县教育局", 2012, "110228", "密云县"),
    ("密云区教育局", 2018, "110118", "密云区"), ("黔江地区教育局", 1994, "513500", "黔江地区"),
  ])
  func divisionsOfTheirYear(_ name: String, _ year: Int, _ code: String, _ division: String) {
    let found = agency(name, year)?.division
    #expect(found?.code == code)
    #expect(found?.name == division)
  }

  @Test(arguments: [
    ("云南省教育厅", Division.Level.province), ("内蒙古自治区教育厅", .province), ("重庆市教育委员会", .province),
    ("锡林郭勒盟教育局", .prefecture), ("阿里地区教育局", .prefecture), ("凉山州教育局", .prefecture), ("东莞市教育局", .prefecture),
    ("天门市教育局", .county), ("达茂旗教育局", nil), ("秦安县教育局", .county), ("国家统计局", .national),
  ])
  func levels(_ name: String, _ level: Division.Level?) {
    #expect(agency(name, 2022)?.division?.level == level)
  }

  /// Names of autonomous divisions without their peoples, with the word for their kind or without.
  @Test(arguments: [
    ("黔东南州教育局", "522600"), ("黔东南教育局", "522600"), ("巴音郭楞州教育局", "652800"), ("海南州教育局", "632500"), ("海南省教育厅", "460000"),
    ("积石山县教育局", "622927"), ("内蒙古教育厅", "150000"),
  ])
  func shortNames(_ name: String, _ code: String) {
    #expect(agency(name, 2022)?.division?.code == code)
  }

  /// 永宁区 is no 永宁县; a name of several places is none without the one above it.
  @Test func whatIsNoNameOfTheGazetteer() {
    #expect(agency("永宁区教育局", 2022)?.division == nil)
    #expect(agency("鼓楼区教育局", 2022)?.division == nil)
    #expect(agency("南京市鼓楼区教育局", 2022)?.division?.code == "320106")
    #expect(agency("福州市鼓楼区教育局", 2022)?.division?.code == "350102")
  }

  /// What cuts a name in the middle or isn't Chinese is looked for without harm.
  @Test(arguments: ["", "台", "台州", "江", "abc教育局", "台a州教育局", "\u{1F600}台州市教育局", "é县教育局"])
  func oddNames(_ name: String) {
    #expect(agency(name, 2022)?.division == nil)
  }
}
