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
