import ReportText
import Testing

/// Marks of footnotes, lost no-break spaces and blanks in decimals: what is read, and where the repair stands.
@Suite struct FootnoteMarkTests {
  private static func reading(_ source: String) -> (text: String, repairs: [String]) {
    let text = SourceText(source: Array(source.utf8))
    var lines: [String] = []
    text.forEachLine { lines.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return (lines.joined(separator: "\n"), text.repairs.map { "\($0.kind.rawValue) \(text.text(ofSource: $0.source))" })
  }

  @Test(arguments: [
    ("生产总值[1]1234亿元，增长5%[12]。", "生产总值1234亿元，增长5%。", ["[1]", "[12]"]),
    ("生产总值1234[3]亿元", "生产总值1234亿元", ["[3]"]),
    ("生产总值［1］、【2】和〔3〕、^[4]", "生产总值、和、", ["［1］", "【2】", "〔3〕", "^[4]"]),
    ("增加值【注】和[注2]", "增加值和", ["【注】", "[注2]"]),
    ("生产总值①1234亿元，12②亿元", "生产总值1234亿元，12亿元", ["①", "②"]),
    ("生产总值¹1234²亿元，5%¹²。", "生产总值1234亿元，5%。", ["¹", "²", "¹²"]),
    ("生產(chǎn)總值[1]12", "生产总值12", ["產", "(chǎn)", "總", "[1]"]),
  ])
  func marksAreTakenOut(_ source: String, _ expected: String, _ marks: [String]) {
    let (text, repairs) = Self.reading(source)
    #expect(text == expected)
    #expect(repairs.map { $0.split(separator: " ")[1] } == marks.map { $0[...] })
  }

  @Test(arguments: [
    "[1]生产总值按现价计算", "国发[2020]5号", "法释〔98〕3号", "主要是：①120件民事案件", "包括①建设②管理", "面积12m²和3km²", "10⁴吨", "平方米²",
    "[100]", "[a]", "[1", "（1）", "12①34",
  ])
  func otherMarksStay(_ source: String) {
    #expect(Self.reading(source) == (source, []))
  }

  /// The figure around a mark leads back over it, and the mark's number to its own place.
  @Test func places() throws {
    let text = SourceText(source: Array("产值1234[3]亿元".utf8))
    text.forEachLine { line in
      #expect(line.sourceRange(of: 6..<line.bytes.count) == 6..<19)
    }
    let number = try #require(text.repairs.first?.footnoteNumber(in: text))
    #expect(number.place == 11..<12)
    #expect(number.number == 3)
    let circled = SourceText(source: Array("产值⑫34亿元".utf8))
    #expect(circled.repairs.first?.footnoteNumber(in: circled)?.number == 12)
    let raised = SourceText(source: Array("产值³⁴亿元".utf8))
    #expect(raised.repairs.first?.footnoteNumber(in: raised)?.number == 34)
    let none = SourceText(source: Array("产值【注】".utf8))
    #expect(none.repairs.first?.footnoteNumber(in: none) == nil)
  }

  @Test(arguments: [
    ("受理?606件", "受理 606件"), ("共? 5件", "共  5件"), ("办结600??件", "办结600  件"), ("?2022年", " 2022年"),
  ])
  func lostNoBreakSpaces(_ source: String, _ expected: String) {
    let (text, repairs) = Self.reading(source)
    #expect(text == expected)
    #expect(repairs.allSatisfy { $0.hasPrefix("no_break_space ?") } && repairs.count == 1)
  }

  @Test(arguments: ["你满意吗?2023年", "有多少件?12件", "??? (一)加强领导", "5?", "是吗? 9件", "a?b"])
  func questionsStay(_ source: String) {
    #expect(Self.reading(source) == (source, []))
  }

  @Test(arguments: [("投资5 . 3亿元", "投资5.3亿元", " . "), ("增长 5. 2 %", "增长5.2%", ". "), ("增长5 .2%", "增长5.2%", " .")])
  func blanksInDecimals(_ source: String, _ expected: String, _ repair: String) {
    let (text, repairs) = Self.reading(source)
    #expect(text == expected)
    #expect(repairs == ["space \(repair)"])
  }

  @Test(arguments: ["3. 2家企业", "1. 2023年工作", "见表1. 2家", "5.3亿元", "第1 . 2节", "全面推进 建设各项工作，完成 项任务。"])
  func otherPointsAndBlanksStay(_ source: String) {
    #expect(Self.reading(source) == (source, []))
  }

  /// Raised digits of a page are marks or powers, and never digits of the number before them.
  @Test func raisedDigitsOfAPage() throws {
    let source = "<p>增加值1234<sup>2</sup>亿元，产值<sup><a href='#n3'>[3]</a></sup>56亿元，面积12km<sup>2</sup>。</p>"
    let text = try SourceText(bytes: Array(source.utf8), path: "a")
    text.forEachLine { line in
      #expect(String(decoding: line.bytes, as: UTF8.self) == "增加值1234亿元，产值56亿元，面积12km²。")
    }
    #expect(text.repairs.map { text.text(ofSource: $0.source) } == ["2", "[3]"])
  }
}
