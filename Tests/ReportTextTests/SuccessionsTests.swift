import ReportText
import Testing

/// What came after bodies, by reforms and by their divisions.
@Suite struct SuccessionsTests {
  @Test(arguments: [
    ("331000-science-technology-commission", ["331000-science-technology"]),
    ("331000-rural-revitalization", ["331000-agriculture"]),
    ("331000-poverty-relief", ["331000-rural-revitalization", "331000-agriculture"]),
    ("331000-health-before-2013", ["331000-health-family-planning", "331000-health"]),
    ("500381-court", ["500116-court"]),
    (
      "500381-land-resources",
      ["500116-land-resources", "500381-natural-resources", "500116-natural-resources"]
    ),
    ("331000-education", []), ("331000-甘露局", []), ("000000-state-council", []), ("", []), ("x", []),
  ])
  func heirsNearestFirst(_ id: String, _ heirs: [String]) {
    #expect(Successions.shared.heirs(of: id) == heirs)
  }

  /// Names of before and after the reforms are bodies of their own.
  @Test(arguments: [
    ("台州市科委", "台州市科技局"), ("台州市国土资源局", "台州市自然资源局"), ("台州市环保局", "台州市生态环境局"),
    ("台州市农业局", "台州市农业农村局"), ("台州市旅游局", "台州市文旅局"), ("台州市卫计委", "台州市卫健委"),
    ("台州市安监局", "台州市应急管理局"), ("台州市工商局", "台州市市场监管局"), ("台州市法制办公室", "台州市司法局"),
    ("台州市林业局", "台州市林业和草原局"), ("台州市扶贫办", "台州市乡村振兴局"), ("台州市乡村振兴局", "台州市农业农村局"),
    ("台州市人事局", "台州市人社局"), ("台州市交通局", "台州市交通运输局"), ("江津市科委", "江津区科技局"),
  ])
  func renamesOfTheReforms(_ before: String, _ after: String) throws {
    let older = try #require(Agency(named: before[...], year: 2003))
    let newer = try #require(Agency(named: after[...], year: 2023))
    #expect(older.id != newer.id)
    #expect(Successions.shared.heirs(of: older.id).contains(newer.id))
  }
}
