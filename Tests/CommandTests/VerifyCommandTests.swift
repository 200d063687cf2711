import Foundation
import GRDB
import TestSupport
import Testing

/// `verify`: files read again, and what is told when they changed.
@Suite struct VerifyCommandTests {
  private let folder: TemporaryFolder
  private static let text = "甘露县水务局2023年普法工作总结\n举办讲座3场，发放手册500册。\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.text, to: "in/a.txt")
    _ = try CommandRun(["report", folder.path("in"), "--out", folder.path("out")])
  }

  private func verify(_ options: [String] = []) throws -> CommandRun {
    try CommandRun(["verify", "--db", folder.path("out/nianbao.sqlite")] + options)
  }

  private func verdicts(_ run: CommandRun) -> [String] {
    CSVRows(Array(run.output.utf8)).objects.map { row in
      ["verdict", "line", "text", "found_line", "found_text"].map { row[$0] ?? "?" }.joined(separator: " ")
    }
  }

  @Test func anUntouchedFileEndsWithZero() throws {
    let run = try verify()
    #expect(run.status == 0)
    #expect(verdicts(run) == ["exact 2 3场 2 3场", "exact 2 500册 2 500册"])
    #expect(run.messages == "核实 verified 2: exact 2, moved 0, changed 0, lost 0, missing 0\n")
  }

  @Test func whatChangedIsToldAndEndsWithOne() throws {
    try folder.write(Self.text.replacing("举办", with: "\n举办").replacing("500", with: "600"), to: "in/a.txt")
    let run = try verify()
    #expect(run.status == 1)
    #expect(verdicts(run) == ["moved 2 3场 3 3场", "changed 2 500册 3 600册"])
    #expect(run.messages == "核实 verified 2: exact 0, moved 1, changed 1, lost 0, missing 0\n")
  }

  /// A page of an index that only writing asks for is damaged: who reads figures goes on as if nothing were, but `verify` tells.
  @Test func damageThatNobodyMeetsIsTold() throws {
    let database = folder.path("out/nianbao.sqlite")
    let queue = try DatabaseQueue(path: database)
    let (page, size) = try queue.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'observations_numeral'")!,
        try Int.fetchOne(db, sql: "PRAGMA page_size")!
      )
    }
    try queue.close()
    var bytes = try folder.bytes("out/nianbao.sqlite")
    bytes.replaceSubrange((page - 1) * size..<page * size, with: [UInt8](repeating: 0xFF, count: size))
    try folder.write(bytes, to: "out/nianbao.sqlite")
    #expect(try CommandRun(["trend", "--db", database]).status == 0)
    let run = try verify()
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.messageLines.count == 1)
    #expect(run.messages.hasPrefix("\(database): 数据库文件已损坏："), "\(run.messages)")
    #expect(run.messages.contains("；请换回备份，或移开它再运行 nianbao ingest (damaged file)"))
  }

  /// Rows that another program changed or deleted, whatever they are.
  @Test(arguments: [
    "UPDATE observations SET year = 2022 WHERE id = 1", "UPDATE observations SET metric_id = NULL, pattern = NULL",
    "UPDATE observations SET numeral_id = 3 - numeral_id WHERE id = 1", "DELETE FROM observations WHERE id = 2",
    "UPDATE numerals SET class = 'other' WHERE id = 1",
    "UPDATE documents SET title = '题'", "UPDATE documents SET source = source || ' '",
    "UPDATE documents SET year = NULL",
    "INSERT INTO repairs VALUES (1, 1, 0, 1, 'pinyin')", "INSERT INTO findings VALUES (1, 1, 'rate', 'consistent', '')",
    "INSERT INTO implied_values VALUES (1, 1, 1, 2022, '1', '1', '1')",
  ]) func changedRowsAreToldOf(_ change: String) throws {
    let queue = try DatabaseQueue(path: folder.path("out/nianbao.sqlite"))
    try queue.write { db in try db.execute(sql: change) }
    try queue.close()
    let run = try verify()
    #expect(run.status == 1)
    #expect(
      run.messageLines.first
        == "\(folder.path("in/a.txt")): 库里这份文件的行在读入后被改动或删去，请先 nianbao forget 再 nianbao ingest 重读 (rows were changed)")
  }

  /// A document that was taken out by hand, without what hangs on it.
  @Test func aDeletedDocumentIsToldOf() throws {
    let database = folder.path("out/nianbao.sqlite")
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: database, configuration: configuration)
    try queue.write { db in try db.execute(sql: "DELETE FROM documents") }
    try queue.close()
    let run = try verify()
    #expect(run.status == 1)
    #expect(
      run.messageLines.first == "\(database): 库里有 1 份文件被删去，请换回备份或再运行 nianbao ingest (documents were deleted)")
  }

  /// A file that moves changes no row that is held to.
  @Test func aMovedFileIsExact() throws {
    let database = folder.path("out/nianbao.sqlite")
    _ = try CommandRun(["ingest", folder.path("in"), "--db", database])
    try FileManager.default.moveItem(atPath: folder.path("in/a.txt"), toPath: folder.path("in/b.txt"))
    #expect(
      try CommandRun(["ingest", folder.path("in"), "--db", database]).outputLines.first?.contains("moved 1") == true)
    let run = try verify()
    #expect(run.status == 0)
    #expect(run.messages == "核实 verified 2: exact 2, moved 0, changed 0, lost 0, missing 0\n")
  }

  private func fixture(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: PackageFolder.fixture(name))) }

  /// Reads `first` and then finds `then` in its place.
  private func verify(_ first: String, against then: String, options: [String] = []) throws -> CommandRun {
    try folder.write(try fixture(first), to: "b/b.txt")
    _ = try CommandRun(["report", folder.path("b"), "--out", folder.path("out")] + options)
    try folder.write(try fixture(then), to: "b/b.txt")
    return try verify()
  }

  @Test(arguments: ["gb18030", "big5", "utf-16be-mark", "utf-16le", "utf-8-mark"])
  func aFileInAnotherEncodingIsExact(_ encoding: String) throws {
    let first = encoding == "big5" ? "traditional" : "utf-8"
    let run = try verify("encodings/library-2022.\(first).txt", against: "encodings/library-2022.\(encoding).txt")
    #expect(run.status == 0, "\(run.output)")
    #expect(verdicts(run).count > 3)
    #expect(verdicts(run).allSatisfy { $0.hasPrefix("exact ") })
  }

  /// The encoding that a file was read by is known from the database.
  @Test func anEncodingThatWasGivenHolds() throws {
    let file = "encodings/library-2022.big5.txt"
    let run = try verify(file, against: file, options: ["--encoding", "BIG5"])
    #expect(run.status == 0)
    #expect(run.messageLines.count == 1)
  }

  @Test(arguments: [
    "documents/education-2023.docx", "html/communique-2023.html", "html/disclosure-2022.html",
  ])
  func pagesAndWordFilesAreReadAgain(_ file: String) throws {
    let run = try verify(file, against: file)
    #expect(run.status == 0, "\(run.output)")
    #expect(verdicts(run).count > 3)
  }

  @Test func aFileThatIsGoneIsMissing() throws {
    try FileManager.default.removeItem(atPath: folder.path("in/a.txt"))
    let run = try verify()
    #expect(run.status == 1)
    #expect(verdicts(run) == ["missing 2 3场  ", "missing 2 500册  "])
    #expect(run.messageLines.count == 2)
    #expect(run.messageLines[0].hasPrefix("\(folder.path("in/a.txt")): 打不开"))
    #expect(run.messageLines[1] == "核实 verified 2: exact 0, moved 0, changed 0, lost 0, missing 2")
  }

  @Test func otherFormats() throws {
    #expect(try verify(["--format", "md"]).output.hasPrefix("| observation_id | verdict | document |"))
    let json = try JSONSerialization.jsonObject(with: Data(try verify(["--format", "json"]).output.utf8))
    let rows = try #require(json as? [[String: Any]])
    #expect(rows.map { $0["verdict"] as? String } == ["exact", "exact"])
    #expect(rows.map { $0["found_value"] as? String } == ["3", "500"])
  }
}
