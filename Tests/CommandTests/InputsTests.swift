import Foundation
import GRDB
import TestSupport
import Testing

/// Which files are read as reports: everything that is a file below what is named, and what is left out is told.
@Suite struct InputsTests: IngestingSuite {
  let folder: TemporaryFolder

  init() throws {
    folder = try Self.emptyFolder()
    try write(1, figure: 7)
  }

  private func paths() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT path FROM documents ORDER BY path") }
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
  }

  @Test func aPipeIsToldAndHoldsNothingUp() throws {
    let pipe = folder.path("in/pipe")
    for path in [folder.path("in"), pipe] {
      let run = try CommandRun(["extract", path], shell: "mkfifo '\(pipe)' 2>/dev/null; exec timeout 60 \"$0\" \"$@\"")
      #expect(run.messages == "\(pipe): 不是普通文件，没有读；请换成文件，或经标准输入 “-” 读入 (not a regular file)\n")
      #expect(run.status == (path == pipe ? 3 : 1))
    }
  }

  /// Root can read everything, as long as it has its powers.
  @Test func aFolderThatCannotBeReadIsTold() throws {
    try folder.write("受理9件。", to: "in/closed/a.txt")
    let closed = folder.path("in/closed")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed) }
    let powers = geteuid() == 0 ? "setpriv --inh-caps=-all --bounding-set=-all" : "exec"
    let run = try CommandRun(["ingest", folder.path("in"), "--db", database], shell: "\(powers) \"$0\" \"$@\"")
    #expect(run.messages == "\(closed): 打不开文件夹，其中的文件没有读：Permission denied；请检查权限 (cannot open the folder)\n")
    #expect(run.status == 1)
    #expect(try paths() == [folder.path("in/1.txt")])
  }

  @Test func linkedFoldersAreReadOnceAndLoopsEnd() throws {
    try folder.write("黄岩区教育局2002年普法工作总结\n发放手册8册。\n", to: "elsewhere/2.txt")
    try link("in/there", to: folder.path("elsewhere"))
    try link("in/again", to: "../elsewhere")
    try link("in/loop", to: ".")
    try link("elsewhere/back", to: folder.path("in"))
    let run = try ingest()
    #expect(run.messages == "")
    #expect(run.status == 0)
    #expect(try paths() == [folder.path("elsewhere/2.txt"), folder.path("in/1.txt")])
  }

  @Test func aLinkToAFileIsThatFile() throws {
    try link("in/same.txt", to: "1.txt")
    try link("in/gone.txt", to: "nowhere")
    let run = try ingest()
    #expect(run.messages == "\(folder.path("in/gone.txt")): 打不开：No such file or directory；请检查权限 (cannot open)\n")
    #expect(run.status == 1)
    #expect(try paths() == [folder.path("in/1.txt")])
  }

  /// 金 has a second code point that Unicode holds for the same character.
  @Test func namesThatUnicodeHoldsForEqualAreTwo() throws {
    try folder.write("黄岩区教育局2002年普法工作总结\n发放手册8册。\n", to: "in/\u{91D1}.txt")
    try folder.write("路桥区教育局2003年普法工作总结\n发放手册9册。\n", to: "in/\u{F90A}.txt")
    #expect(try ingest().status == 0)
    #expect(
      try paths() == [
        folder.path("in/1.txt"), folder.path("in/\\xEF\\xA4\\x8A.txt"), folder.path("in/\u{91D1}.txt"),
      ])
    let run = try ingest()
    #expect(run.messages == "")
    #expect(run.output == "读入 read 0，未变 unchanged 3，移动 moved 0，读不了 unreadable 0\n")
    #expect(try CommandRun(["verify", "--db", database]).status == 0)
  }

  /// A name in GBK, as old archives unpack to.
  @Test func namesThatAreNoUTF8AreRead() throws {
    let script = """
      (cd '\(folder.path("in"))'; mkdir "$(printf '\\261\\250')"; mv 1.txt "$(printf '\\261\\250/\\270\\346.txt')"); \
      exec "$0" "$@"
      """
    let run = try CommandRun(["ingest", folder.path("in"), "--db", database], shell: script)
    #expect(run.messages == "")
    #expect(run.status == 0)
    let path = folder.path("in") + "/\\xB1\\xA8/\\xB8\\xE6.txt"
    #expect(try paths() == [path])
    #expect(try ingest().output == "读入 read 0，未变 unchanged 1，移动 moved 0，读不了 unreadable 0\n")
    #expect(try CommandRun(["verify", "--db", database]).status == 0)
    let list = try CommandRun(["documents", "list", "--db", database]).output
    #expect(list.contains(path))
    try folder.write(list, to: "documents.csv")
    #expect(try ingest(["--documents", folder.path("documents.csv")]).status == 0)
    // As bytes on the command line, and as it is shown.
    let named = "exec \"$0\" \"$@\" \"$(printf '\(folder.path("in"))/\\261\\250/\\270\\346.txt')\""
    #expect(try CommandRun(["extract"], shell: named).output.contains("7册"))
    #expect(try CommandRun(["extract", path]).output.contains("7册"))
    #expect(try CommandRun(["forget", "--db", database], shell: named).output == "删去 forgotten 1\n")
  }

  @Test func aDatabaseNeedsANameInUTF8() throws {
    let script = "exec \"$0\" \"$@\" --db \"$(printf '\(folder.path("db"))/\\261')\""
    for command in [["ingest", folder.path("in")], ["trend"]] {
      let run = try CommandRun(command, shell: script)
      #expect(run.messages == "\(folder.path("db"))/\\xB1: 不能写入：数据库的路径须是 UTF-8；请检查路径和权限 (cannot write)\n")
      #expect(run.status == 3)
    }
    #expect(try folder.names(in: "db") == [])
  }

  // MARK: - Its own output

  /// Reports may lie in the folder of results, and results below that of reports.
  @Test func itsOwnOutputIsNoReport() throws {
    let out = folder.path("in/out")
    #expect(try CommandRun(["report", folder.path("in"), "--out", out]).status == 0)
    try folder.write("黄岩区教育局2002年普法工作总结\n发放手册8册。\n", to: "in/out/2.txt")
    let run = try CommandRun(["report", folder.path("in"), "--out", out])
    #expect(run.status == 0)
    #expect(run.outputLines.first == "文件 documents        2")
    #expect(
      run.messages == "\(folder.path("in")): 其中 6 份是 nianbao 自己的输出，不当报告读，如 \(out)/audit.html (own output left out)\n")
  }
}
