import ReportText
import Testing

/// Repairs of pinyin in brackets, and the way from the reading copy back to the source.
@Suite struct TextRepairTests {
  /// A character of a damaged text: how it's read, how it stands in the source, and what behind it is taken out.
  struct Piece {
    let read: String
    let source: String
    let removed: String

    init(_ read: String, _ source: String, _ removed: String = "") {
      self.read = read
      self.source = source
      self.removed = removed
    }
  }

  static let damaged: [Piece] = [
    Piece("市", "市"), Piece("科", "科"), Piece("学", "學", "(xué)"), Piece("技", "技"), Piece("术", "術", "(shù)"),
    Piece("局", "局"), Piece("发", "發", "(fā)"), Piece("册", "冊", "(cè)"), Piece("1", "1"), Piece("0", "0"),
    Piece("0", "0"), Piece("0", "0"), Piece("余", "余"), Piece("册", "冊", "(cè)"), Piece("，", "，"),
    Piece("培", "培"), Piece("训", "訓", "(xùn)"), Piece("3", "3"), Piece("2", "2"), Piece("人", "人"),
    Piece("(", "("), Piece("次", "次"), Piece(")", ")"), Piece("。", "。"), Piece("\n", "\n"), Piece("会", "會", "(huì)"),
  ]

  @Test func damagedTextHasAReadingCopy() {
    let text = SourceText(source: Array(Self.damaged.map { $0.source + $0.removed }.joined().utf8))
    #expect(string(text.source) == "市科學(xué)技術(shù)局發(fā)冊(cè)1000余冊(cè)，培訓(xùn)32人(次)。\n會(huì)")
    #expect(reading(text) == "市科学技术局发册1000余册，培训32人(次)。\n会")
  }

  @Test func repairsAreListedInOrder() {
    let text = SourceText(source: Array("學(xué)技術(shù)局\n發(fā)冊".utf8))
    #expect(
      text.repairs.map { "\($0.kind.rawValue) \(text.text(ofSource: $0.source))" } == [
        "traditional 學", "pinyin (xué)", "traditional 術", "pinyin (shù)", "traditional 發", "pinyin (fā)",
        "traditional 冊",
      ])
    #expect(text.repairs.map(\.source) == [0..<3, 3..<9, 12..<15, 15..<21, 25..<28, 28..<33, 33..<36])
  }

  /// Every range of whole characters leads to the source from its first character to its last, with the brackets
  /// between them but without the one behind.
  @Test func everyRangeLeadsBackToItsCharacters() {
    let pieces = Self.damaged.filter { $0.source != "\n" }
    let line = lines(SourceText(source: Array(pieces.map { $0.source + $0.removed }.joined().utf8)))[0]
    var readingStarts = [0]
    var sourceStarts = [0]
    for piece in pieces {
      readingStarts.append(readingStarts.last! + piece.read.utf8.count)
      sourceStarts.append(sourceStarts.last! + piece.source.utf8.count + piece.removed.utf8.count)
    }
    for first in pieces.indices {
      for last in first..<pieces.count {
        let range = line.sourceRange(of: readingStarts[first]..<readingStarts[last + 1])
        #expect(range == sourceStarts[first]..<sourceStarts[last] + pieces[last].source.utf8.count)
      }
    }
  }

  @Test func anEmptyRangeStaysEmpty() {
    let line = lines(SourceText(source: Array("學(xué)會(huì)".utf8)))[0]
    #expect(line.sourceRange(of: 0..<0) == 0..<0)
    #expect(line.sourceRange(of: 3..<3) == 9..<9)
  }

  @Test(arguments: [
    ("科學（xué）局", "科学局"),
    ("會長(zhǎng)", "会长"),
    ("長(cháng)江", "长江"),
    ("長(chang)江", "长江"),
    ("綠(lǜ)化", "绿化"),
    ("學(xué)(xué)", "学(xué)"),
  ])
  func bracketWithAReadingIsTakenOut(_ source: String, _ expected: String) {
    let text = SourceText(source: Array(source.utf8))
    #expect(reading(text) == expected)
    #expect(text.repairs.count { $0.kind == .pinyin } == 1)
  }

  @Test(arguments: [
    ("學(hǎo)", "学(hǎo)"),
    ("辦(件)", "办(件)"),
    ("長(10)", "长(10)"),
    ("學()", "学()"),
    ("學(xué", "学(xué"),
    ("學(", "学("),
    ("學(xué）", "学(xué）"),
    ("學（xué)", "学（xué)"),
    ("學 (xué)", "学 (xué)"),
    ("學(xuéxíjiàoyùjú)", "学(xuéxíjiàoyùjú)"),
  ])
  func anyOtherBracketStays(_ source: String, _ expected: String) {
    let text = SourceText(source: Array(source.utf8))
    #expect(reading(text) == expected)
    #expect(text.repairs.map(\.kind) == [.traditional])
  }

  @Test(arguments: [
    "", "全年培训教师32人(次)。\r\n", "科学(xué)技术局", "Annual report 2023 (xué)\n", "𠮷田🙂(次)1件", "第一季度\u{3000}共１２件",
  ])
  func undamagedTextIsReadAsItStands(_ source: String) {
    let bytes = Array(source.utf8)
    let text = SourceText(source: bytes)
    #expect(text.source == bytes)
    #expect(lines(text).map(\.bytes) == bytes.split(separator: 0x0A).map(Array.init))
    #expect(text.repairs.isEmpty)
    for line in lines(text) {
      for start in 0...line.bytes.count {
        for end in start...line.bytes.count {
          #expect(line.sourceRange(of: start..<end) == start + line.start..<end + line.start)
        }
      }
    }
  }

  /// Lines are numbered from 1, and a repaired one leads back to its own place.
  @Test func linesStandAtTheirPlaces() {
    let lines = lines(SourceText(source: Array("一、會(huì)議\n\n培訓(xùn)3次\n".utf8)))
    #expect(lines.map(\.number) == [1, 2, 3])
    #expect(lines.map { string($0.bytes) } == ["一、会议", "", "培训3次"])
    #expect(lines[2].sourceRange(of: 6..<10) == 32..<36)
  }

  /// A number cut from its unit by a line end is read with it, and leads back over the line end.
  @Test(arguments: [
    ("全年受理各类案件，共计612\n件，比上年多。", "全年受理各类案件，共计612件，比上年多。", "612\n件"),
    ("全年受理各类案件，共计612 \n\n  \u{200B}万件。", "全年受理各类案件，共计612万件。", "612 \n\n  \u{200B}万件"),
    ("全年受理各类案件，共计61\n2件，比上年多。", "全年受理各类案件，共计612件，比上年多。", "61\n2件"),
    ("全年受理各類(lèi)案件，共計612\r\n件。", "全年受理各类案件，共计612件。", "612\r\n件"),
  ])
  func aNumberCutFromItsUnit(_ source: String, _ expected: String, _ figure: String) throws {
    let text = SourceText(source: Array(source.utf8))
    let lines = lines(text)
    try #require(lines.count == 1)
    #expect(string(lines[0].bytes) == expected)
    let place = try #require(lines[0].bytes.firstRange(of: Array("612".utf8)))
    let from = place.lowerBound
    let to = Array(expected.utf8)[from...].firstRange(of: Array("件".utf8))!.upperBound
    let found = lines[0].sourceRange(of: from..<to)
    #expect(text.text(ofSource: found) == figure)
    var cursor = SpanCursor(text, at: lines[0])
    let span = cursor.span(ofSource: found)
    #expect(span.line == 1)
    #expect(text.sourceRange(of: span) == found)
  }

  @Test(arguments: [
    "行政许可\n1326\n件", "见第12页，共20\n项目建设情况", "全年受理各类案件，共计612\n一、下一步打算", "一、全年受理案件612\n件",
    "全年受理各类案件，共计61\n2.办理建议", "全年受理各类案件，共计61\n2、办理建议9件",
  ])
  func otherLinesStayApart(_ source: String) {
    #expect(lines(SourceText(source: Array(source.utf8))).count == source.split(separator: "\n").count)
  }

  /// A very long line is read in pieces that end behind sentences, and each piece knows its column.
  @Test func aLongLineComesInPieces() {
    let sentence = "全年受理9件。"
    let source = "一、\n" + String(repeating: sentence, count: 50_000) + "\n二、會(huì)議"
    let text = SourceText(source: Array(source.utf8))
    let lines = lines(text)
    #expect(lines.count > 4)
    #expect(lines.map(\.number) == [1] + Array(repeating: 2, count: lines.count - 2) + [3])
    #expect(lines.map { $0.bytes.count }.max()! <= 1 << 18)
    for line in lines[1..<lines.count - 1] {
      #expect(line.column % sentence.count == 0)
      #expect(string(line.bytes).hasPrefix(sentence))
      #expect(string(line.bytes).hasSuffix("。"))
      var cursor = SpanCursor(text, at: line)
      let figure = line.sourceRange(of: 12..<16)
      #expect(cursor.span(ofSource: figure) == SourceSpan(line: 2, start: line.column + 4, end: line.column + 6))
      #expect(text.text(ofSource: figure) == "9件")
    }
    #expect(lines[1..<lines.count - 1].map { $0.bytes.count }.reduce(0, +) == sentence.utf8.count * 50_000)
  }

  private func lines(_ text: SourceText) -> [ReadingLine] {
    var lines: [ReadingLine] = []
    text.forEachLine { lines.append($0) }
    return lines
  }

  private func reading(_ text: SourceText) -> String { lines(text).map { string($0.bytes) }.joined(separator: "\n") }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
