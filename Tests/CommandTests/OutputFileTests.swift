import Foundation
import TestSupport
import Testing

/// What stands where `-o`, `--plot` or `--html` is to be written: what isn't the program's own output stays as it is.
@Suite struct OutputFileTests: IngestingSuite {
  let folder: TemporaryFolder

  init() throws {
    folder = try Self.emptyFolder()
    for number in 1...2 { try write(number, figure: 7) }
    _ = try ingest()
  }

  private func trend(_ options: [String], shell: String? = nil) throws -> CommandRun {
    try CommandRun(["trend", "--db", database] + options, shell: shell)
  }

  private var table: String { get throws { try trend([]).output } }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
  }

  private static let refusal = "已有的文件不是 nianbao 写的输出，没有改动；请换一个文件名，或用 --force 覆盖 (not nianbao's output, kept)"

  // MARK: - What is no file

  @Test func aPipeIsWrittenTo() throws {
    let pipe = folder.path("pipe")
    let run = try trend(
      ["-o", pipe], shell: "mkfifo '\(pipe)'; cat '\(pipe)' & \"$0\" \"$@\"; wait; test -p '\(pipe)'")
    #expect(run.status == 0)
    #expect(run.output == (try table))
  }

  /// As root a device would be replaced by a file; a link to one stands for it, so that nothing of the machine is at stake.
  @Test func aDeviceIsWrittenTo() throws {
    for name in ["null", "full"] {
      try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: "/dev/\(name)")
    }
    let run = try trend(["-o", folder.path("null")])
    #expect(run.status == 0)
    let full = try trend(["-o", folder.path("full")])
    #expect(full.status == 3)
    #expect(full.messages == "\(folder.path("full")): 不能写入：No space left on device；请检查空间、路径和权限 (cannot write)\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("null")) == "/dev/null")
  }

  @Test func standardOutputByItsNameIsStandardOutput() throws {
    #expect(try trend(["-o", "/dev/stdout"]).output == (try table))
    let run = try trend(["-o", "/dev/stdout"], shell: "\"$0\" \"$@\" | cat")
    #expect(run.output == (try table))
  }

  @Test func aFolderIsTold() throws {
    let run = try trend(["-o", folder.path("in")])
    #expect(run.status == 3)
    #expect(run.messages == "\(folder.path("in")): 是文件夹，请写文件名 (is a folder)\n")
  }

  // MARK: - Links and modes

  @Test(arguments: [true, false]) func aLinkIsFollowed(_ exists: Bool) throws {
    try FileManager.default.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: true)
    if exists { try folder.write(table, to: "real/t.csv") }
    try FileManager.default.createSymbolicLink(atPath: folder.path("a.csv"), withDestinationPath: "b.csv")
    try FileManager.default.createSymbolicLink(atPath: folder.path("b.csv"), withDestinationPath: "real/t.csv")
    #expect(try trend(["-o", folder.path("a.csv")]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("a.csv")) == "b.csv")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("b.csv")) == "real/t.csv")
    #expect(try String(decoding: folder.bytes("real/t.csv"), as: UTF8.self) == (try table))
    #expect(try folder.names(in: "real") == ["t.csv"])
  }

  @Test func modesAreKept() throws {
    try folder.write("", to: "t.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("t.csv"))
    #expect(try trend(["-o", folder.path("t.csv")]).status == 0)
    #expect(try mode("t.csv") == 0o600)
    #expect(try trend(["-o", folder.path("new.csv")], shell: "umask 027; \"$0\" \"$@\"").status == 0)
    #expect(try mode("new.csv") == 0o640)
  }

  /// A file with two names keeps them.
  @Test func hardLinksAreKept() throws {
    try folder.write("", to: "a.csv")
    try FileManager.default.linkItem(atPath: folder.path("a.csv"), toPath: folder.path("b.csv"))
    #expect(try trend(["-o", folder.path("a.csv")]).status == 0)
    #expect(try String(decoding: folder.bytes("b.csv"), as: UTF8.self) == (try table))
  }

  // MARK: - What isn't ours

  @Test func theDatabaseStays() throws {
    let before = try folder.bytes("db/n.sqlite")
    for options in [["-o", database], ["--plot", database], ["--format", "xlsx", "-o", database]] {
      let run = try trend(options)
      #expect(run.status == 3)
      #expect(run.messages == "\(database): \(Self.refusal)\n")
      #expect(run.output == "")
    }
    let page = try CommandRun(["audit", "--db", database, "--html", database])
    #expect(page.messages == "\(database): \(Self.refusal)\n")
    #expect(try folder.bytes("db/n.sqlite") == before)
  }

  /// A list of documents is made by the program and then written by its user.
  @Test(arguments: [
    "机关,年份,数值\n甲,2022,1\n", "<!doctype html>\n<p>年报</p>", "{}", "path,agency,year,kind,url\na.txt,甲,,,\n",
  ])
  func anotherFileIsKeptUnlessForced(_ text: String) throws {
    try folder.write(text, to: "x")
    let run = try trend(["-o", folder.path("x")])
    #expect(run.status == 3)
    #expect(run.messages == "\(folder.path("x")): \(Self.refusal)\n")
    #expect(try folder.bytes("x") == Array(text.utf8))
    #expect(try trend(["-o", folder.path("x"), "--force"]).status == 0)
    #expect(try String(decoding: folder.bytes("x"), as: UTF8.self) == (try table))
  }

  /// A picture isn't written where the table beside it can't be.
  @Test func nothingIsWrittenWhereOneOutputIsRefused() throws {
    let report = folder.path("in/1.txt")
    let run = try trend(["--plot", folder.path("t.svg"), "-o", report])
    #expect(run.status == 3)
    #expect(run.messages == "\(report): \(Self.refusal)\n")
    #expect(try folder.names == ["db", "in"])
  }

  /// Whatever the program writes it knows again, in every format.
  @Test func ownOutputsAreReplaced() throws {
    try FileManager.default.createDirectory(atPath: folder.path("o"), withIntermediateDirectories: true)
    let commands = [
      ["trend"], ["trend", "--long"], ["compare", "--years", "2000,2001"], ["compare", "--year", "2001"],
      ["compare", "--agencies", "331002-education,331003-education"], ["check"], ["audit"], ["verify"],
      ["agencies", "list"], ["review", "list"],
    ]
    var outputs: [[String]] = []
    // Formats differ by their way of writing a header, tables by their columns.
    for format in ["--excel", "--format md", "--format json", "--format html", "--format xlsx", "--format sdmx-csv"] {
      outputs.append(["trend", "--db", database] + format.split(separator: " ").map(String.init))
    }
    for command in commands { outputs += ["en", "zh"].map { command + ["--db", database, "--lang", $0] } }
    outputs.append(["metrics", "list"])
    outputs = outputs.enumerated().map { number, output in output + ["-o", folder.path("o/\(number)")] }
    outputs.append(["trend", "--db", database, "--plot", folder.path("o/trend.svg")])
    outputs.append(["compare", "--db", database, "--year", "2001", "--plot", folder.path("o/compare.svg")])
    outputs.append(["audit", "--db", database, "--html", folder.path("o/page.html")])
    outputs.append(["export", "--db", database, "--out", folder.path("o/export")])
    for output in outputs {
      let run = try CommandRun(output)
      #expect([0, 1].contains(run.status), "\(output): \(run.messages)")
    }
    // What is known is no report below a folder of reports, and is replaced.
    let run = try CommandRun(["extract", folder.path("o")])
    #expect(run.status == 3)
    #expect(run.output == "")
    for output in outputs.suffix(6) { #expect(try CommandRun(output).status == 0) }
  }

  // MARK: - Names that are no UTF-8

  @Test func anOutputMayHaveAnyName() throws {
    let script =
      "cd '\(folder.path("in"))'; \"$0\" \"$@\" -o \"$(printf '\\261\\355')\"; ls | od -An -c | head -1; cat \"$(printf '\\261\\355')\""
    let run = try trend([], shell: script)
    #expect(run.messages == "")
    #expect(run.output.hasSuffix(try table))
    #expect(run.output.contains("261 355"))
  }
}
