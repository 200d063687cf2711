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
        == ["a.txt", "b.txt"].map {
          "\(folder.path("d.txt")): 正文与 \(folder.path($0)) 完全相同而机关不同，请核对 (same text under another agency)"
        })
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
