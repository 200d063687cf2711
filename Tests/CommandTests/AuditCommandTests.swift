import Foundation
import TestSupport
import Testing

/// `audit` and `check` on a database.
@Suite struct AuditCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("甘露县水务局2022年普法工作总结\n受理许可申请120件。\n", to: "in/a.txt")
    try folder.write("甘露县水务局2023年普法工作总结\n受理许可申请150件，同比增长20%。\n", to: "in/b.txt")
    _ = try CommandRun(["report", folder.path("in"), "--out", folder.path("out")])
  }

  private func run(_ command: String, _ options: [String] = []) throws -> CommandRun {
    try CommandRun([command, "--db", folder.path("out/nianbao.sqlite")] + options)
  }

  @Test func figuresBehindACell() throws {
    let audit = try run("audit", ["--metric", "permit_applications", "--year", "2022"])
    #expect(audit.status == 0)
    #expect(audit.messages == "")
    let rows = CSVRows(Array(audit.output.utf8)).objects
    #expect(rows.map { $0["sentence"] } == ["受理许可申请⟦120件⟧。", "受理许可申请150件，同比增长⟦20%⟧。"])
    #expect(rows.map { $0["value"] } == ["120", "125"])
    #expect(try run("audit", ["--year", "2023", "--format", "md"]).output.hasPrefix("| document | line | sentence |"))
    let json = try JSONSerialization.jsonObject(
      with: Data(try run("audit", ["--agency", "甘露县水务局", "--format", "json"]).output.utf8))
    #expect((json as? [[String: Any]])?.count == 4)
  }

  @Test func thePageGoesToAFileOrToTheOutput() throws {
    let page = try run("audit", ["--metric", "permit_applications", "--format", "html"])
    #expect(page.output.hasPrefix("<!doctype html>"))
    let file = folder.path("page.html")
    let written = try run("audit", ["--metric", "permit_applications", "--html", file])
    #expect(written.status == 0)
    #expect(written.output == "")
    #expect(String(decoding: try folder.bytes("page.html"), as: UTF8.self) == page.output)
    let unwritable = try run("audit", ["--html", folder.path("none/page.html")])
    #expect(unwritable.status == 3)
    #expect(unwritable.messages.hasPrefix(folder.path("none/page.html: 不能写入")))
  }

  @Test func nothingFoundEndsWithThree() throws {
    let audit = try run("audit", ["--year", "1999"])
    #expect(audit.status == 3)
    #expect(audit.messages == "没有符合条件的数字，请检查 --metric、--agency、--year (no such figure)\n")
  }

  @Test func checksLeadOverYears() throws {
    let check = try run("check")
    #expect(check.status == 1)
    #expect(
      check.messages
        == "核对 findings 2: 一致 consistent 1, 不一致 inconsistent 1, 截尾 truncated 0, 可疑 unlikely 0, 无法核对 uncheckable 0\n")
    let rows = CSVRows(Array(check.output.utf8)).objects
    #expect(rows.map { $0["check"] } == ["growth-feasibility", "growth-over-years"])
    #expect(rows.map { $0["document"] } == [folder.path("in/b.txt"), folder.path("in/b.txt")])
    #expect(rows[1]["operands"] == "20%; 150件; 120件")
    // What report writes is the same.
    #expect(try folder.bytes("out/findings.csv") == Array(check.output.utf8))
    let clean = try TemporaryFolder()
    _ = try CommandRun(["report", folder.path("in/a.txt"), "--out", clean.path("out")])
    #expect(try CommandRun(["check", "--db", clean.path("out/nianbao.sqlite")]).status == 0)
  }
}
