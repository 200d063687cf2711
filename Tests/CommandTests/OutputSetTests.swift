import Foundation
import GRDB
import TestSupport
import Testing

/// Outputs that belong together: after a run that is killed, meets another or finds no room, they are those of one run, and
/// nothing else is touched.
@Suite struct OutputSetTests: IngestingSuite {
  let folder: TemporaryFolder

  init() throws { folder = try Self.emptyFolder() }

  private static let user = "我的笔记，请勿删除。\n"

  private func write(_ count: Int, times: Int) throws {
    for number in 1...count { try write(number, figure: number * times) }
  }

  private func report(_ options: [String] = [], signal: (number: Int32, microseconds: UInt32)? = nil) throws
    -> CommandRun
  {
    try CommandRun(["report", folder.path("in"), "--out", folder.path("out")] + options, signal: signal)
  }

  /// The factor that all figures of a table have been written with: that of the run that it is from.
  private func factor(_ name: String) throws -> Set<Int> {
    Set(
      CSVRows(try folder.bytes("out/\(name)")).objects.compactMap { row -> Int? in
        guard let value = row["value"].flatMap({ Int($0) }), (row["class"] ?? "statistic") == "statistic",
          let document = row["document"],
          let number = Int(URL(fileURLWithPath: document).lastPathComponent.prefix { $0 != "." })
        else { return nil }
        return value / number
      })
  }

  private func factorOfDatabase() throws -> Set<Int> {
    let queue = try DatabaseQueue(path: folder.path("out/nianbao.sqlite"))
    return try queue.read { db in
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      return Set(
        try Row.fetchAll(db, sql: "SELECT d.path, o.value FROM observations o JOIN documents d ON d.id = o.document_id")
          .map { row in
            let number = Int(URL(fileURLWithPath: row["path"]).lastPathComponent.prefix { $0 != "." })!
            return Int(row["value"] as String)! / number
          })
    }
  }

  /// Each file is whole and of one run. Two steps of renaming are all that a kill can come between.
  @Test func killedReportsLeaveWholeOutputs() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededNumbers(seed: seed)
    try write(40, times: 1)
    _ = try report()
    try folder.write(Self.user, to: "out/笔记.txt")
    try folder.write(Self.user, to: "out/.nianbao-我的")
    try folder.write(Self.user, to: "out/.nianbao-abcdef/notes.txt")
    for kill in 2...40 {
      try write(40, times: kill)
      _ = try report(signal: (SIGKILL, UInt32(random.next(in: 20_000...1_500_000))))
      let factors = try [factorOfDatabase(), factor("observations.csv"), factor("numerals.csv")]
      #expect(factors.allSatisfy { $0.count == 1 }, "seed \(seed), kill \(kill): \(factors)")
    }
    #expect([0, 1].contains(try report().status))
    #expect(try factorOfDatabase() == [40])
    #expect(try factor("observations.csv") == [40])
    #expect(
      try folder.names(in: "out") == (ReportRun.files + ["笔记.txt", ".nianbao-我的", ".nianbao-abcdef"]).sorted())
    #expect(try folder.bytes("out/.nianbao-abcdef/notes.txt") == Array(Self.user.utf8))
  }

  /// However little room there is: the old outputs are there, or the new ones.
  @Test(arguments: [8, 64, 128, 256, 320, 384, 512, 768, 1024, 4096]) func aFullDiskLeavesTheOldOutputs(
    _ kilobytes: Int
  ) throws {
    try write(20, times: 1)
    _ = try report()
    try write(20, times: 2)
    let run = try CommandRun(["report", folder.path("in"), "--out", folder.path("out")], mostBytes: kilobytes * 1024)
    let expected = run.status == 3 ? [1] : [2]
    #expect(run.status == 3 || run.status == 0, "\(run.messages)")
    #expect(try [Int](factorOfDatabase()) == expected)
    #expect(try [Int](factor("observations.csv")) == expected)
    #expect(try [Int](factor("numerals.csv")) == expected)
    #expect(try folder.names(in: "out") == ReportRun.files)
    if run.status == 3 { #expect(run.messageLines.count == 1, "\(run.messages)") }
  }

  @Test func aFullDiskLeavesTheOldExport() throws {
    try write(20, times: 1)
    _ = try ingest()
    let arguments = ["export", "--db", database, "--out", folder.path("out")]
    #expect(try CommandRun(arguments).status == 0)
    let names = try folder.names(in: "out")
    let before = try names.map { try folder.bytes("out/\($0)") }
    try write(20, times: 2)
    _ = try ingest()
    // The list of metrics is the second of the files.
    let most = try folder.bytes("out/metrics.csv").count / 512 * 512
    let run = try CommandRun(arguments, mostBytes: most)
    #expect(run.status == 3)
    #expect(
      run.messages
        == "\(folder.path("out/metrics.csv")): 不能写入：File too large；请检查空间、路径和权限 (cannot write)\n")
    #expect(try folder.names(in: "out") == names)
    #expect(try names.map { try folder.bytes("out/\($0)") } == before)
  }

  /// A disk of its own, too small for the outputs.
  @Test(.enabled(if: geteuid() == 0, "only root can mount a disk"))
  func aSmallDiskLeavesTheOldOutputs() throws {
    try write(20, times: 1)
    let out = folder.path("disk")
    let script = """
      mkdir '\(out)'; mount -t tmpfs -o size=2m none '\(out)' || exit 77
      "$0" "$@"; echo first $?; ls '\(out)'; head -c 100m /dev/zero > '\(out)/rest' 2>/dev/null; cat '\(out)'/*.csv | sha256sum
      "$0" "$@"; echo second $?; ls -A '\(out)'; cat '\(out)'/*.csv | sha256sum; umount '\(out)'
      """
    let run = try CommandRun(["report", folder.path("in"), "--out", out], shell: script)
    // Where even root can't mount there is nothing to see.
    guard run.status != 77 else { return }
    let lines = run.outputLines.filter {
      !$0.contains(" ") || $0.hasPrefix("first") || $0.hasPrefix("second") || $0.hasSuffix("-")
    }
    let sums = lines.filter { $0.hasSuffix("-") }
    #expect(lines.contains("first 0"))
    #expect(lines.contains("second 3"))
    #expect(Set(sums).count == 1)
    #expect(
      lines.filter { $0 == "rest" || ReportRun.files.contains($0) } == ReportRun.files
        + (ReportRun.files + ["rest"]).sorted())
    #expect(!lines.contains { $0.hasPrefix(".") })
  }

  // MARK: - Runs that meet

  @Test func twoRunsIntoOneFolderDoNotMeet() throws {
    try write(1, times: 1)
    _ = try report()
    _ = try ingest()
    let before = try ReportRun.files.map { try folder.bytes("out/\($0)") }
    let out = folder.path("out")
    for command in [["report", folder.path("in"), "--out", out], ["export", "--db", database, "--out", out]] {
      // The lock that the shell's program takes is one of another run.
      let run = try CommandRun(command, shell: "flock '\(out)' \"$0\" \"$@\"")
      #expect(run.status == 3)
      #expect(run.messages == "\(out): 另一个 nianbao 正在写这个文件夹，请等它结束再运行 (another run writes to it)\n")
    }
    #expect(try ReportRun.files.map { try folder.bytes("out/\($0)") } == before)
    // One file beside those of a run in progress is written all the same.
    let table = try CommandRun(
      ["trend", "--db", database, "-o", folder.path("out/t.csv")], shell: "flock '\(out)' \"$0\" \"$@\"")
    #expect(table.status == 0)
  }

  @Test func manyRunsAtOnceWriteOneFileWhole() async throws {
    try write(20, times: 1)
    _ = try ingest()
    let (folder, database) = (folder, database)
    let runs = try await withThrowingTaskGroup(of: CommandRun.self) { group in
      for _ in 1...12 {
        group.addTask { try CommandRun(["trend", "--db", database, "-o", folder.path("db/t.csv")]) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs.allSatisfy { $0.status == 0 && $0.messages == "" })
    #expect(try folder.names(in: "db") == ["n.sqlite", "t.csv"])
    #expect(
      try String(decoding: folder.bytes("db/t.csv"), as: UTF8.self) == CommandRun(["trend", "--db", database]).output)
  }

  @Test func controlCLeavesTheOldOutputs() throws {
    try write(300, times: 1)
    _ = try report()
    try write(300, times: 2)
    let run = try report(signal: (SIGINT, 500_000))
    // Where it was done already, or hadn't begun to watch, there was nothing to stop.
    guard run.status == 130 else { return }
    #expect(run.messages == "已停下：\(folder.path("out")) 里什么都没有改动 (stopped; nothing was changed)\n")
    #expect(try factorOfDatabase() == [1])
    #expect(try factor("observations.csv") == [1])
    #expect(try folder.names(in: "out") == ReportRun.files)
  }

  // MARK: - What stands there

  /// A file of the user's own that has the name of an output, also of a page that an earlier run may have left.
  @Test func filesOfTheUserStay() throws {
    try write(1, times: 1)
    for name in ["out/trend.csv", "out/audit-1.html"] { try folder.write(Self.user, to: name) }
    let run = try report()
    #expect(run.status == 3)
    #expect(
      run.messages
        == "\(folder.path("out/trend.csv")): 已有的文件不是 nianbao 写的输出，没有改动；请换一个文件名，或用 --force 覆盖 (not nianbao's output, kept)\n"
    )
    #expect(try folder.names(in: "out") == ["audit-1.html", "trend.csv"])
    #expect(try report(["--force"]).status == 0)
    #expect(try folder.bytes("out/audit-1.html") == Array(Self.user.utf8))
    #expect(try folder.names(in: "out") == (ReportRun.files + ["audit-1.html"]).sorted())
    try FileManager.default.removeItem(atPath: folder.path("out/trend.csv"))
    try folder.write(Self.user, to: "out/documents.csv")
    let export = try CommandRun(
      ["export", "--db", folder.path("out/nianbao.sqlite"), "--out", folder.path("out")])
    #expect(export.status == 3)
    #expect(try folder.bytes("out/documents.csv") == Array(Self.user.utf8))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out/trend.csv")))
  }

  @Test func modesAndLinksStay() throws {
    try write(1, times: 1)
    _ = try report()
    try FileManager.default.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: true)
    for name in ReportRun.files {
      try FileManager.default.moveItem(atPath: folder.path("out/\(name)"), toPath: folder.path("real/\(name)"))
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("out/\(name)"), withDestinationPath: "../real/\(name)")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("real/\(name)"))
    }
    try write(1, times: 2)
    #expect(try report().status == 0)
    #expect(try factorOfDatabase() == [2])
    for name in ReportRun.files {
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("out/\(name)")) == "../real/\(name)")
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("real/\(name)"))
      #expect(attributes[.posixPermissions] as? Int == 0o640)
    }
    #expect(try folder.names(in: "real") == ReportRun.files)
  }
}
