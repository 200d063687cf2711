import Testing

@testable import ReportText

@Suite struct NumberBlankTests {
  /// The lines of a text as they are read.
  private func lines(_ text: String) -> [String] {
    var lines: [String] = []
    SourceText(source: Array(text.utf8)).forEachLine { lines.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return lines
  }

  @Test(arguments: [
    ("比 2022 年增长 5.2 %，5500 余 条", "比2022年增长5.2%，5500余条"),
    ("财政拨款 10 亿 9711 万元", "财政拨款10亿9711万元"),
    ("提高 1.3 个 百分点，用时 3 个 工作 日 以内", "提高1.3个百分点，用时3个工作日以内"),
    ("资料1.2\u{3000}万份，达标率98.6\u{2009}%，320\u{2003}人次", "资料1.2万份，达标率98.6%，320人次"),
    ("拨付￥ 320 万", "拨付￥320万"),
    ("由 728 元 / 人 / 月提高 到 735 元", "由728元/人/月提高到735元"),
    ("（ 2023 年） 、 12 件", "（2023年） 、12件"),
  ])
  func leftOut(_ written: String, _ read: String) { #expect(lines(written) == [read]) }

  @Test(arguments: [
    "1 总体情况", "2.1 主要指标", "  12 件", "12 345 678", "指标 名称", "增长5%   二季度", "增长5% 二、明年安排", "抓好落实 2024年工作安排",
    "市政府 张三 李四", "A 3 B", "收入\t12\t件", "市政府 / 市委",
  ])
  func kept(_ text: String) { #expect(lines(text) == [text]) }

  @Test func placesAreThoseOfTheSource() throws {
    let source = SourceText(source: Array("共受理 606 件".utf8))
    var places: [String] = []
    source.forEachLine { line in
      places.append(source.text(ofSource: line.sourceRange(of: 9..<line.bytes.count)))
    }
    #expect(places == ["606 件"])
  }

  @Test func radicalsAreReadAsCharacters() { #expect(lines("⽴⽅⽶，⻋⼀⼆⼗") == ["立方米，车一二十"]) }

  @Test func radicalTableIsWhole() {
    let all = Radicals.all
    #expect(all.count == 214 + 55)
    #expect(all.first { $0.radical == 0x2FD5 }?.character == UInt16(("龠" as Unicode.Scalar).value))
    #expect(all.first { $0.radical == 0x2EF3 }?.character == UInt16(("龟" as Unicode.Scalar).value))
  }

  @Test(arguments: [
    ("全年办理案件，共计六百多件其中受理606\n件", "全年办理案件，共计六百多件其中受理606件"),
    ("全年执行预算，其中公务用车运行费3.5 万\n元，与上年持平", "全年执行预算，其中公务用车运行费3.5 万元，与上年持平"),
    ("全年治理水土，累计完成治理面积12.5平方\n公里，", "全年治理水土，累计完成治理面积12.5平方公里，"),
    ("全年持续推进，覆盖率较上年提高0.5个百\n分点。", "全年持续推进，覆盖率较上年提高0.5个百分点。"),
    ("全年持续推进，各项指标均比2022\n年增长", "全年持续推进，各项指标均比2022年增长"),
  ])
  func cutFromItsUnit(_ written: String, _ read: String) {
    #expect(lines(written) == [read.replacing("3.5 万", with: "3.5万")])
  }

  @Test(arguments: ["全年持续推进，各项工作覆盖人数1200\n人员到位", "全年持续推进，各项指标增长5\n年均增长"])
  func notCut(_ text: String) { #expect(lines(text).count == 2) }
}
