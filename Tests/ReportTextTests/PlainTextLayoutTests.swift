import Foundation
import ReportText
import TestSupport
import Testing

/// Plain texts that were cut into lines, and tables in plain text.
@Suite struct PlainTextLayoutTests {
  private static func lines(_ text: SourceText) -> [String] {
    var lines: [String] = []
    text.forEachLine { lines.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return lines
  }

  private static func tables(_ text: SourceText) -> [[[String]]] {
    var tables: [[[String]]] = []
    text.forEachPart { part in
      guard case .table(let table) = part else { return }
      var rows: [[String]] = []
      for cell in table.cells {
        if cell.row == rows.count { rows.append([]) }
        rows[cell.row].append(cell.lines.map { String(decoding: $0.bytes, as: UTF8.self) }.joined())
      }
      tables.append(rows)
    }
    return tables
  }

  /// Paragraphs are whole again, headings stay by themselves, and what was blanked out stays blank.
  @Test func wrappedLines() throws {
    let bytes = Array(try Data(contentsOf: PackageFolder.fixture("texts/wrapped-2023.txt")))
    let text = try SourceText(bytes: bytes, path: "a.txt")
    #expect(
      Self.lines(text) == [
        "青溪县民政局2023年工作总结", "一、社会救助",
        "全年保障城乡低保对象4,812户7,936人，累计发放低保资金3,216.5万元，实施临时救助1,045人次，支出救助资金218.6万元；城市低保标准由每人每月780元提高到815元，"
          + "农村低保标准提高到每人每月620元，特困人员供养标准同步提高，救助对象的满意率达到98.6%。",
        "新建社区养老服务站12个，改造特殊困难老年人家庭205户，培训养老护理员340人次，全县养老床位达到2,150张，其中护理型床位占56.3%，全面推进 建设各项工作。", "二、社会组织",
        "全年登记社会组织18家，注销5家，年检合格率为92%，引导社会组织参与乡村振兴项目46个。",
      ])
    // 3,⏎216.5万元 begins on its line and ends on the next.
    let cut = try #require(text.repairs.first)
    #expect(cut.kind == .lineEnd)
    #expect(text.text(ofSource: cut.source) == "\n")
    #expect(text.span(ofSource: cut.source) == SourceSpan(line: 3, start: 35, end: 36))
    #expect(text.repairs.count == 7)
    var found: Range<Int>?
    text.forEachLine { line in
      let word = Array("3,216.5万元".utf8)
      if let start = line.bytes.indices.first(where: { line.bytes[$0...].starts(with: word) }) {
        found = line.sourceRange(of: start..<start + word.count)
      }
    }
    #expect(text.text(ofSource: try #require(found)) == "3,\n216.5万元")
  }

  /// Lines that differ in length are paragraphs as they are.
  @Test(arguments: ["utf-8", "traditional"])
  func textsThatAreNotCut(_ name: String) throws {
    let bytes = Array(try Data(contentsOf: PackageFolder.fixture("encodings/library-2022.\(name).txt")))
    let text = try SourceText(bytes: bytes, path: "a")
    #expect(Self.lines(text).count >= text.lines.count - 1)
    #expect(!text.repairs.contains { $0.kind == .lineEnd })
  }

  @Test(
    arguments: [
      ("指标\t2023年\n人口\t12\n", [["指标", "2023年"], ["人口", "12"]]),
      ("| 项目 | 数量 |\n|---|:-:|\n| 公园 | 7 |\n", [["项目", "数量"], ["公园", "7"]]),
      ("产品      单位    产量\r\n水泥      万吨    88.1\r\n", [["产品", "单位", "产量"], ["水泥", "万吨", "88.1"]]),
      ("甲\t\t乙\n1\t2\t3\n", [["甲", "", "乙"], ["1", "2", "3"]]),
    ] as [(String, [[String]])])
  func tables(_ source: String, _ rows: [[String]]) throws {
    #expect(Self.tables(try SourceText(bytes: Array(source.utf8), path: "a")) == [rows])
  }

  /// A single row, rows of unequal length and indented paragraphs are no tables.
  @Test(arguments: ["甲\t乙\n全年办结9件\n", "甲\t乙\n1\t2\t3\n", "\t全年办结9件\n\t受理3件\n", "    全年办结9件\n    受理3件\n"])
  func noTables(_ source: String) throws {
    #expect(Self.tables(try SourceText(bytes: Array(source.utf8), path: "a")) == [])
  }

  /// Links and their marks on lines of their own are part of their sentence again; lists of titles are not.
  @Test(arguments: [
    ("根据\n《\n政府信息公开条例\n》\n，全年办理申请12件。\n二、公开", ["根据《政府信息公开条例》，全年办理申请12件。", "二、公开"]),
    ("按照\n《公开办法》\n要求，公开30条。\n完。", ["按照《公开办法》要求，公开30条。", "完。"]),
    ("全年公开\n\n，共30条。", ["全年公开，共30条。"]),
    ("附件：\n《甲》\n《乙》\n共2件。\n，完", ["附件：", "《甲》", "《乙》", "共2件。，完"]),
    ("一、总体情况\n《条例》\n全年公开。\n》", ["一、总体情况", "《条例》", "全年公开。》"]),
  ])
  func linksOnLinesOfTheirOwn(_ source: String, _ expected: [String]) throws {
    let text = try SourceText(bytes: Array(source.utf8), path: "a")
    #expect(Self.lines(text) == expected)
    let joined = source.split(separator: "\n").count - expected.count
    #expect(text.repairs.count { $0.kind == .lineEnd } == joined)
  }

  /// Lines that were cut, also with blank lines, page numbers and headers between, are paragraphs again: by columns or by
  /// characters, in a text of a few lines.
  @Test(arguments: ["", "\n", "\n— 7 —\n\n", "\n第7页 共9页\n青溪县民政局文件\n"])
  func cutLinesOfShortTexts(_ between: String) throws {
    let paragraphs = [
      ["青溪县民政局2023年工作总结"], ["一、社会救助"], ["全年保障城乡低保对象4812户，发放低保资", "金3216万元，实施临时救助1045人次。"],
      ["新建社区养老服务站12个，改造特殊困难老", "年人家庭205户，培训养老护理员340人次", "，养老床位达到2150张。"], ["二、社会组织"],
      ["全年登记社会组织18家，注销5家，年检合", "格率为92%。"],
    ]
    let source = paragraphs.map { $0.joined(separator: "\n" + between) }.joined(
      separator: between == "" ? "\n" : "\n\n")
    let text = try SourceText(bytes: Array((source + "\n").utf8), path: "a")
    #expect(Self.lines(text) == paragraphs.map { $0.joined() })
  }

  /// Numbers alone are pages' where they ascend, and a page also ends at a form feed.
  @Test func pagesOfACutText() throws {
    let source = """
      全年保障城乡低保对象4812户，发放低保资
      1
      \u{0C}金3216万元，实施临时救助1045人次。
      新建社区养老服务站12个，改造特殊困难老
      2
      \u{0C}年人家庭205户，培训养老护理员340人次

      \u{0C}，养老床位达到2150张。
      全年登记社会组织18家，注销5家，年检合

      格率为92%。
      完。
      """
    let text = try SourceText(bytes: Array(source.utf8), path: "a")
    #expect(
      Self.lines(text) == [
        "全年保障城乡低保对象4812户，发放低保资金3216万元，实施临时救助1045人次。",
        "新建社区养老服务站12个，改造特殊困难老年人家庭205户，培训养老护理员340人次，养老床位达到2150张。",
        "全年登记社会组织18家，注销5家，年检合", "格率为92%。", "完。",
      ])
  }

  /// A line that gives when and where a report was delivered, and a clause cut before its figure, are whole again.
  @Test(arguments: [
    ("——2024年1月9日在青溪县第十七届人民代表大会第五次会议\n\n上\n\n青溪县县长", ["——2024年1月9日在青溪县第十七届人民代表大会第五次会议上", "青溪县县长"]),
    ("——2024年1月9日在青溪县第十七届人民代\n表大会第五次会议上\n县长", ["——2024年1月9日在青溪县第十七届人民代表大会第五次会议上", "县长"]),
    ("改造农村公路30公里，新增停车泊位\n\n— 3 —\n\n2400个。\n完", ["改造农村公路30公里，新增停车泊位2400个。", "完"]),
    ("改造农村公路，新增泊位\n240个，建成公园9处。", ["改造农村公路，新增泊位240个，建成公园9处。"]),
  ])
  func cutBeforeWhatEndsIt(_ source: String, _ expected: [String]) throws {
    #expect(Self.lines(try SourceText(bytes: Array(source.utf8), path: "a")) == expected)
  }

  /// Headings, items, names, verses and addresses of one width stay lines, and so does what is dated or numbered.
  @Test(arguments: [
    "坚持稳中求进，推动经济发展再上新的台阶\n全年办结9件。\n坚持以人为本，推动民生保障再上新的台阶\n全年办结8件。\n坚持绿色发展，推动生态建设再上新的台阶\n全年办结7件。\n"
      + "坚持改革开放，增强发展活力\n全年办结6件。\n坚持党的领导，建设法治政府\n全年办结5件。\n依法行政，廉洁从政\n全年办结4件。\n改进作风，服务群众\n全年办结3件。",
    "1、全年保障城乡低保对象，发放低保资金额\n2、全年新建社区养老服务站，改造老年家庭\n3、全年登记各类社会组织，注销社会组织数\n4、全年办结各类行政许可，受理行政许可数\n"
      + "5、全年办结各类信访事项，受理信访事项数\n6、全年开展各类执法检查，出动执法人员数\n7、全年举办各类文化活动，参加文化活动数\n8、全年完成各类培训任务，参加各类培训数",
    "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。\n白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。",
    "地址：青溪县城关镇人民路128号民政局\n1\n地址：青溪县城关镇解放路126号财政局\n2\n地址：青溪县城关镇中山路125号教育局\n3\n地址：青溪县城关镇新华路129号交通局",
    "坚持稳中求进，推动发展\n2023年，全县办结9件。\n12345热线，全年受理8件。",
    "坚持稳中求进，推动发展\n12345热线，全年受理8件。\n坚持绿色发展，改善生态\n5G网络，全县覆盖。\n坚持开放，加快发展\n2023年，全县办结9件。",
    "——2024年1月9日在青溪县第十七届人民代表大会会议上\n县长",
  ])
  func linesThatStay(_ source: String) throws {
    let text = try SourceText(bytes: Array(source.utf8), path: "a")
    #expect(Self.lines(text) == source.split(separator: "\n").map(String.init))
  }

  /// A heading as wide as the lines of a cut text isn't joined with what follows, blank lines between or not.
  @Test(arguments: ["\n", "\n\n"])
  func headingsOfCutTexts(_ end: String) throws {
    let paragraphs = [
      ["全面推进城乡社会救助体系建设提质增效"], ["全年保障城乡低保对象4812户，发放低保资", "金3216万元，实施临时救助1045人次。"],
      ["（二）加快构建居家社区养老服务体系建设"], ["新建社区养老服务站12个，改造特殊困难老", "年人家庭205户，培训养老护理员340人次", "，养老床位达到2150张。"],
      ["全年登记社会组织18家，注销5家，年检合", "格率为92%。"],
    ]
    let text = try SourceText(bytes: Array(paragraphs.joined().joined(separator: end).utf8), path: "a")
    #expect(Self.lines(text) == paragraphs.map { $0.joined() })
  }

  /// In a text with tables too a number is cut from its unit by no line end.
  @Test func cutNumbersBesideTables() throws {
    let source = "指标\t2023年\n人口\t12\n全年受理案件，共计612\n\n件，办结600件。\n完"
    let text = try SourceText(bytes: Array(source.utf8), path: "a")
    #expect(Self.lines(text).suffix(2) == ["全年受理案件，共计612件，办结600件。", "完"])
  }

  /// A text that is laid out comes in parts of a bounded size, cut behind sentences, and none of it is lost.
  @Test func longTextsComeInParts() throws {
    let folder = try TemporaryFolder()
    let source = "指标\t2023年\n人口\t12\n" + String(repeating: "全年办结9件。\n", count: 300_000)
    try folder.write(Array(source.utf8), to: "a")
    var parts = 0
    var lines = 0
    var tables = 0
    _ = try SourceText.forEachLine(ofFile: folder.path("a")) { _ in
      Issue.record("a line")
    } laidOut: { text in
      parts += 1
      #expect(text.source.count < 5 << 20)
      text.forEachPart { part in
        switch part {
        case .line(let line):
          lines += 1
          #expect(String(decoding: line.bytes, as: UTF8.self) == "全年办结9件。")
        case .table: tables += 1
        }
      }
    }
    #expect(parts == 2)
    #expect(lines == 300_000)
    #expect(tables == 1)
  }

  /// Read line by line the text is the same.
  @Test func wholeTextIsHandedOver() throws {
    var whole: SourceText?
    let damage = try SourceText.forEachLine(ofFile: PackageFolder.fixture("texts/wrapped-2023.txt").path) { _ in
      Issue.record("a line")
    } laidOut: {
      whole = $0
    }
    #expect(damage == nil)
    #expect(Self.lines(try #require(whole)).count == 6)
  }

  /// Line ends of all sorts, also between blocks of a file.
  @Test func returnsAreLineEnds() throws {
    let text = try SourceText(bytes: Array("一\r二\r\n三\n四\r".utf8), path: "a")
    #expect(text.lines == ["一", "二", "三", "四"])
    let folder = try TemporaryFolder()
    let source = Array(repeatElement("全年办结9件。\r", count: 9_000).joined().utf8)
    try folder.write(source, to: "a")
    var count = 0
    #expect(
      try SourceText.forEachLine(ofFile: folder.path("a")) { _ in
        count += 1
      } laidOut: { _ in
        count = -1
      } == nil)
    #expect(count == 9_000)
  }

  @Test(arguments: [
    ("办结⟦1\u{200B}2件⟧", "12件", Repair.Kind.zeroWidth), ("\u{FEFF}办结⟦9件⟧", "9件", .zeroWidth),
    ("办结⟦1<U+200B>2件⟧", "12件", .escape), ("办结<U+00A0>⟦9件⟧", "9件", .escape), ("办结⟦9<U+00A0>件⟧", "9\u{A0}件", .escape),
  ])
  func charactersWithoutWidth(_ marked: String, _ reading: String, _ kind: Repair.Kind) throws {
    let item = MarkedText(marked)
    let text = SourceText(source: Array(item.text.utf8))
    text.forEachLine { line in
      let bytes = Array(reading.utf8)
      let start = line.bytes.count - bytes.count
      #expect(Array(line.bytes[start...]) == bytes)
      #expect(line.sourceRange(of: start..<line.bytes.count) == item.range)
    }
    #expect(text.repairs.map(\.kind) == [kind])
  }

  @Test(arguments: ["<U+00G0>", "<U+0041>", "<U+D800>", "<U+00A0", "<b>"])
  func whatIsNoEscapeStays(_ source: String) {
    #expect(Self.lines(SourceText(source: Array(source.utf8))) == [source])
  }
}
