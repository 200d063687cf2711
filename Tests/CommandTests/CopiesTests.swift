import Foundation
import TestSupport
import Testing

/// The same document twice, and the same text under two names.
@Suite struct CopiesTests {
  private let folder: TemporaryFolder
  private static let text = """
    青溪县林业局2023年工作总结
    全年完成造林面积1.2万亩，同比增长5%；抚育中幼林3.4万亩，封山育林2.1万亩，森林覆盖率稳定在68.5%。
    查处各类林业行政案件46件，其中办结45件；发放生态护林员补助312万元，聘用生态护林员520人。
    """

  init() throws { folder = try TemporaryFolder() }

  private func html(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
    return "<html><body><div class='nav'>首页 2024年</div>\(lines)<p>浏览次数：7 次</p></body></html>"
  }

  @Test func copiesAreStoredOnce() throws {
    try folder.write(Self.text, to: "a.txt")
    try folder.write(Self.text.replacing("\n", with: "\r\n　　"), to: "b.txt")
    try folder.write(html(Self.text), to: "c.html")
    try folder.write(Self.text, to: "d.txt")
    let run = try ReportRun(["a.txt", "b.txt", "c.html", "d.txt"].map(folder.path))
    #expect(run.run.outputLines.first == "文件 documents        1")
    #expect(
      run.run.messageLines
        == ["b.txt", "c.html", "d.txt"].map {
          "\(folder.path($0)): 与 \(folder.path("a.txt")) 是同一文件的副本，只存一份 (copy of another file)"
        })
    #expect(run.run.status == 0)
  }

  /// Another year, another figure, another agency: no copies. The last is told of.
  @Test func sameTextOfAnotherAgency() throws {
    try folder.write(Self.text, to: "a.txt")
    try folder.write(Self.text.replacing("2023年", with: "2022年"), to: "b.txt")
    try folder.write(Self.text.replacing("46件", with: "47件"), to: "c.txt")
    try folder.write(Self.text.replacing("林业局", with: "水利局"), to: "d.txt")
    let run = try ReportRun(["a.txt", "b.txt", "c.txt", "d.txt"].map(folder.path))
    #expect(run.run.outputLines.first == "文件 documents        4")
    #expect(
      run.run.messageLines
        == [
          "\(folder.path("c.txt")): 与 \(folder.path("a.txt")) 像是同一报告的两个版本，都保留，"
            + "1 个数不同（第 3 行 46件、第 3 行 47件），请核对 (another edition)"
        ]
        + ["a.txt", "b.txt"].map {
          "\(folder.path("d.txt")): 正文与 \(folder.path($0)) 完全相同而机关不同，请核对 (same text under another agency)"
        })
  }

  /// A report that was corrected where lines don't end in 。 is no copy: it is kept, and what differs is told.
  @Test func aCorrectedReportIsAnotherEdition() throws {
    let items = "\n——开展巡护1234次；\n——举办培训88场；\n——发放宣传册890册"
    let corrected = items.replacing("1234次", with: "1250次").replacing("88场", with: "99场")
    try folder.write(Self.text + items, to: "a.txt")
    try folder.write(Self.text + corrected + "\n——救助动物12只", to: "b.txt")
    let run = try ReportRun(["a.txt", "b.txt"].map(folder.path))
    #expect(run.run.outputLines.first == "文件 documents        2")
    #expect(
      run.run.messageLines
        == [
          "\(folder.path("b.txt")): 与 \(folder.path("a.txt")) 像是同一报告的两个版本，都保留，"
            + "2 个数不同（第 4 行 1234次、第 4 行 1250次；第 5 行 88场、第 5 行 99场），1 个数只在后者，请核对 (another edition)"
        ])
    // The page of the same text in which lines of links and dates stand is a copy as before.
    try folder.write(html(Self.text + items), to: "c.html")
    let copy = try ReportRun(["a.txt", "c.html"].map(folder.path))
    #expect(copy.run.outputLines.first == "文件 documents        1")
  }

  /// An edition that says that it corrects another knows which, whichever of the two is read first; the store keeps it.
  @Test(arguments: [("a.txt", "b.txt"), ("b.txt", "a.txt")])
  func anEditionThatCorrectsAnother(_ first: String, _ second: String) throws {
    let title = try #require(Self.text.split(separator: "\n").first)
    try folder.write(Self.text, to: first)
    try folder.write(
      Self.text.replacing(title, with: "\(title)（更正版）", maxReplacements: 1).replacing("46件", with: "47件"), to: second)
    let run = try ReportRun(["a.txt", "b.txt"].map(folder.path))
    let message = try #require(run.run.messageLines.first)
    #expect(message.hasPrefix("\(folder.path(second)): 是 \(folder.path(first)) 的更正版，都保留，1 个数不同"), "\(message)")
  }

  /// Where only the words differ, all figures are told to be the same.
  @Test func anotherWordingIsAnotherEdition() throws {
    try folder.write(Self.text, to: "a.txt")
    try folder.write(Self.text + "\n各项工作都有新的进步。", to: "b.txt")
    let run = try ReportRun(["a.txt", "b.txt"].map(folder.path))
    #expect(run.run.outputLines.first == "文件 documents        2")
    #expect(
      run.run.messageLines
        == ["\(folder.path("b.txt")): 与 \(folder.path("a.txt")) 像是同一报告的两个版本，都保留，数都相同，请核对 (another edition)"])
  }

  /// A page that holds its text twice counts it once; every numeral is still accounted for.
  @Test func aTextRepeatedInAFileIsCountedOnce() throws {
    let once = try CommandRun(["extract", "--format", "csv", "-"], input: Array(Self.text.utf8))
    let twice = try CommandRun(
      ["extract", "--format", "csv", "-"], input: Array((Self.text + "\n" + Self.text).utf8))
    #expect(twice.outputLines == once.outputLines)
    let all = try CommandRun(["extract", "--all", "-"], input: Array((Self.text + "\n" + Self.text).utf8))
    #expect(all.outputLines.count { $0.contains("\"rule\":\"repeated\"") } == once.outputLines.count - 1)
  }
}
