import Foundation
import ReportText
import TestSupport
import Testing

/// Pages: their text, what of it is left out, and the way back to the page's source.
@Suite struct HTMLReaderTests {
  private static func text(_ html: String) throws -> SourceText {
    try SourceText(bytes: Array(html.utf8), path: "a.html")
  }

  private static func lines(_ text: SourceText) -> [String] {
    var lines: [String] = []
    text.forEachLine { lines.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return lines
  }

  @Test(
    arguments: [
      ("<html><p>一<p>二</html>", ["一", "二"]),
      ("<div>全年<b>办结</b> <i>3</i>件<br>受理9件</div>", ["全年办结3件", "受理9件"]),
      ("<p>\n  受理\n  9件 \n</p>", ["受理9件"]),
      ("<p>GDP\n  growth</p>", ["GDP growth"]),
      ("<pre>受理9件\n办结3件</pre>", ["受理9件", "办结3件"]),
      ("<p>A&amp;B&nbsp;&#57;&#x4EF6;&unknown;</p>", ["A&B\u{A0}9件&unknown;"]),
      ("<p>5 < 9件", ["5 < 9件"]),
      ("<p>一<!-- 二 -->三</p>", ["一三"]),
      // Chrome, and what isn't shown.
      ("<body><script>9</script><style>8</style><p>一</p><noscript>7</noscript></body>", ["一"]),
      ("<p style='color:red; DISPLAY : none'>9</p><p hidden>8</p><p>一</p>", ["一"]),
      ("<div class='left-nav'>9</div><div id='Footer'>8</div><p class='article-header'>一</p>", ["一"]),
      ("<p><a>2023年</a> <a>2022年</a></p><p>见<a>2021年公报</a></p>", ["见2021年公报"]),
      ("<!-- saved --><div>科學(xué)局9件", ["科学局9件"]),
    ] as [(String, [String])])
  func lines(_ html: String, _ lines: [String]) throws {
    #expect(Self.lines(try Self.text(html)) == lines)
  }

  /// Every character that a page writes as itself is found at its place.
  @Test(arguments: [("communique-2023", 249), ("disclosure-2022", 564)])
  func everyCharacterLeadsBack(_ name: String, _ characters: Int) throws {
    let text = try SourceText(
      bytes: Array(try Data(contentsOf: PackageFolder.fixture("html/\(name).html"))), path: name)
    var count = 0
    var last = 0
    text.forEachLine { line in
      let string = String(decoding: line.bytes, as: UTF8.self)
      var at = 0
      for scalar in string.unicodeScalars {
        let range = at..<at + String(scalar).utf8.count
        let source = line.sourceRange(of: range)
        let written = text.text(ofSource: source)
        if !written.hasPrefix("&"), scalar != " " { #expect(written == String(scalar)) }
        #expect(source.lowerBound >= last)
        last = source.lowerBound
        at = range.upperBound
        count += 1
      }
    }
    #expect(count == characters)
  }

  /// Places are those of the page's source, markup and entities included.
  @Test(arguments: [
    ("<p>受理⟦9件⟧</p>", "9件"), ("<p>受理\n⟦1<b>2</b>&nbsp;件⟧。</p>", "12件"),
    ("<p>科學(xué)局&nbsp;<i>⟦3項⟧</i></p>", "3项"), ("<p>受理⟦&#57;件⟧</p>", "9件"),
  ])
  func places(_ marked: String, _ reading: String) throws {
    let item = MarkedText(marked)
    let text = try Self.text(item.text)
    var found: Range<Int>?
    text.forEachLine { line in
      let bytes = Array(reading.utf8)
      if let start = line.bytes.indices.first(where: { line.bytes[$0...].starts(with: bytes) }) {
        found = line.sourceRange(of: start..<start + bytes.count)
      }
    }
    #expect(found == item.range)
  }

  /// Wherever a page has its text — behind its end, before its body or without one — and whatever stands in it that no page
  /// may hold, each character is found where it stands.
  @Test(arguments: [
    ("<html><body><p>受理9件</p></body></html>今日访问606次，总访问593次", "受理9件今日访问606次，总访问593次"),
    ("<b>受理9件</b><html><body>办结3件</body></html>", "受理9件办结3件"), ("<html>受理606件，办结593件", "受理606件，办结593件"),
    ("<style>p{9}</style>受理606件，办结593件", "受理606件，办结593件"),
    ("<meta name=a content='606件'>受理606件，办结593件", "受理606件，办结593件"), ("<a></html>9%0%", "9%0%"),
    ("<font>减\u{18}8%5个", "减8%5个"), ("<p>受理\u{1}60\u{2}\u{3}6件\u{FFFE}，\u{C}办结593件\u{FFFF}</p>", "受理606件，办结593件"),
    ("<meta>606件，其中&amp;9件&nbsp;8件", "606件，其中&9件8件"), ("<p>?a=9&b=606&size593件&。</p>", "?a=9&b=606&size593件&。"),
    ("<p>1 < 9件，1<<8件", "1 < 9件，1<<8件"), ("<html>9<!-- 9 -->9<script>9</script><?a 9?>9<b title='9'>9", "9999"),
    ("<style></style>" + String(repeating: "受理9件，办结\u{1}8件。", count: 500), String(repeating: "受理9件，办结8件。", count: 500)),
    ("<html>" + String(repeating: "9", count: 2500), String(repeating: "9", count: 2500)),
  ])
  func everyCharacterHasItsPlace(_ html: String, _ reading: String) throws {
    let text = try Self.text(html)
    var read = ""
    var last = 0
    text.forEachLine { line in
      let string = String(decoding: line.bytes, as: UTF8.self)
      var at = 0
      for scalar in string.unicodeScalars {
        let source = line.sourceRange(of: at..<at + String(scalar).utf8.count)
        let written = text.text(ofSource: source)
        if !written.hasPrefix("&"), scalar != " " { #expect(written == String(scalar)) }
        #expect(source.lowerBound >= last && !source.isEmpty)
        last = source.lowerBound + 1
        at += String(scalar).utf8.count
      }
      read += string
    }
    #expect(read == reading)
  }

  /// A page in GB18030 that says so; its places are those of the decoded page.
  @Test func declaredEncoding() throws {
    var bytes = Array("<html><meta charset='gb2312'><p>".utf8)
    bytes += [0xC4, 0xEA, 0xB1, 0xA8] + Array("9</p></html>".utf8)
    let text = try SourceText(bytes: bytes, path: "a")
    #expect(text.encoding == .gb18030)
    #expect(Self.lines(text) == ["年报9"])
  }

  /// What is made to hurt takes no file, no network, no memory and no stack.
  @Test(
    arguments: [
      ("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><body><p>&x;9件</p>", ["&x;9件"]),
      (
        "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><body><p>&b;9件</p>", ["&b;9件"]
      ),
      (String(repeating: "<div>", count: 15_000) + "9件" + String(repeating: "</div>", count: 15_000), ["9件"]),
      ("<p>" + String(repeating: "&", count: 9_000) + "</p><p>9件", [String(repeating: "&", count: 9_000), "9件"]),
      ("<p " + String(repeating: "a=\"", count: 20_000) + ">9件</p>", ["9件"]),
      ("<div></p></b></td></table>9件", ["9件"]),
    ] as [(String, [String])])
  func hostilePages(_ html: String, _ lines: [String]) throws {
    #expect(Self.lines(try Self.text(html)).suffix(lines.count) == lines[...])
  }

  @Test func aPageNestedTooDeepIsRefused() {
    #expect(throws: ReadingError.tooDeep(path: "a.html")) {
      try Self.text(String(repeating: "<b>", count: 100_000) + "9件")
    }
    #expect(
      ReadingError.tooDeep(path: "a.html").description
        == "a.html: 网页嵌套过深或过大，无法读取；请在浏览器中打开后另存为文本 (too deep or too large)")
  }

  /// A block without end is read in pieces; what was left out before cuts nothing.
  @Test func longBlocksComeInPieces() throws {
    let menu = "<div>" + String(repeating: "<a href='#'>首页</a>", count: 20_000) + "</div>"
    #expect(Self.lines(try Self.text("\(menu)\(menu)\(menu)<p>全年<b>办结</b>9件</p>")) == ["全年办结9件"])
    let lines = Self.lines(try Self.text("<p>" + String(repeating: "全年<b>办结</b>9件。", count: 20_000)))
    #expect(lines.count == 2)
    #expect(lines.joined() == String(repeating: "全年办结9件。", count: 20_000))
  }

  @Test func aTablesCellsStandInAGrid() throws {
    let text = try Self.text(
      """
      <table><tr><td rowspan=2>甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td></td></tr>
      <tr><td colspan=999999999>丁<p>戊</td></tr></table>
      """)
    var grid: [[Int]] = []
    var texts: [[String]] = []
    text.forEachPart { part in
      guard case .table(let table) = part else { return }
      grid = table.cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
      texts = table.cells.map { $0.lines.map { String(decoding: $0.bytes, as: UTF8.self) } }
    }
    #expect(grid == [[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1], [2, 0, 1, 256]])
    #expect(texts == [["甲"], ["乙"], ["丙"], [], ["丁", "戊"]])
  }

  /// Tables that only lay out a page are lines.
  @Test(arguments: [
    "<table><tr><td><table><tr><td>9件</td></tr></table></td></tr></table>",
    "<table><tr><td>9件</td><td>3件</td></tr></table>",
    "<table><tr><td>一</td></tr><tr><td>9件</td></tr></table>",
  ])
  func layoutTables(_ html: String) throws {
    var tables = 0
    try Self.text(html).forEachPart { if case .table = $0 { tables += 1 } }
    #expect(tables == 0)
  }
}
