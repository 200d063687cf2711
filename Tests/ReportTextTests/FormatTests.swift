import Foundation
import ReportText
import TestSupport
import Testing

/// Workbooks, OFD, OpenDocument, RTF and web archives: the text that a reader of them sees, and what he doesn't.
@Suite struct FormatTests {
  private static func text(_ name: String) throws -> SourceText {
    let bytes = Array(try Data(contentsOf: PackageFolder.fixture("documents/\(name)")))
    return try SourceText(bytes: bytes, path: name)
  }

  private static func tables(_ text: SourceText) -> [TextTable] {
    var tables: [TextTable] = []
    text.forEachPart { if case .table(let table) = $0 { tables.append(table) } }
    return tables
  }

  /// Rows of the sheets that are shown, numbers and dates as their cells show them.
  @Test func workbook() throws {
    let text = try Self.text("enforcement-2023.xlsx")
    #expect(
      text.lines == [
        "青溪县水利局2023年工作总结", "项目\t2023年\t截止日期", "数量\t比上年增长", "开展检查（次）\t251\t4.6%\t2023年11月30日", "罚没金额\t36.2万元",
        "项目\t数量", "开展检查（次）\t240", "",
      ])
    let tables = Self.tables(text)
    #expect(tables.map(\.name) == ["执法", "2022年"])
    // Row 2 is empty; B3:C3 are one, and what hides column D doesn't part C from E.
    #expect(
      tables[0].cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } == [
        [0, 0, 1, 1], [2, 0, 2, 1], [2, 1, 1, 2], [2, 3, 2, 1], [3, 1, 1, 1], [3, 2, 1, 1], [4, 0, 1, 1], [4, 1, 1, 1],
        [4, 2, 1, 1], [4, 3, 1, 1], [5, 0, 1, 1], [5, 1, 1, 1],
      ])
  }

  @Test func whatIsntShown() throws {
    #expect(
      try Self.text("enforcement-2023.xlsx").omissions == [
        .hiddenSheets(["底稿"]), .hiddenCells(sheet: "执法", rows: 1, columns: 1),
        .formulasWithoutResults(sheet: "执法", count: 1),
      ])
    #expect(try Self.text("waterworks-2023.odt").omissions == [.hiddenText(count: 1)])
    let page = try SourceText(bytes: Array("<p>办结<s>590</s>593件。</p>".utf8), path: "a")
    #expect(page.omissions == [.hiddenText(count: 1)])
    #expect(
      page.warnings(path: "a") == [
        "a: 有 1 处删除、划掉、移走或隐藏的文字没有读；如应计入请先接受修订 (struck or hidden text left out)"
      ])
  }

  /// Lines from above, what stands side by side in columns, whatever the order in the file.
  @Test func fixedLayout() throws {
    #expect(
      try Self.text("waterworks-2023.ofd").lines == [
        "青溪县水利局2023年工作总结", "单位：件", "项目\t2022年\t2023年", "办结案件\t\t297", "受理投诉\t284\t310",
        "全年培训执法人员860人次。", "",
      ])
  }

  @Test func openDocument() throws {
    let text = try Self.text("waterworks-2023.odt")
    #expect(text.lines == ["青溪县水利局2023年工作总结", "全年检查251次。", "项目 \t2023年（件） ", "受理投诉 \t310 \t88 ", ""])
    #expect(Self.tables(text)[0].cells[1].columnSpan == 2)
  }

  @Test func richText() throws {
    #expect(try Self.text("waterworks-2023.rtf").lines == ["青溪县水利局2023年工作总结", "全年检查251次。", ""])
    #expect(throws: ReadingError.damagedDocument(path: "a", reason: "RTF 嵌套过深")) {
      try SourceText(bytes: Array("{\\rtf".utf8) + Array(repeating: UInt8(ascii: "{"), count: 5_000), path: "a")
    }
  }

  @Test func webArchive() throws {
    var lines: [String] = []
    try Self.text("waterworks-2023.mhtml").forEachLine { lines.append(String(decoding: $0.bytes, as: UTF8.self)) }
    #expect(lines == ["青溪县水利局2023年工作总结", "全年检查251次。"])
  }
}
