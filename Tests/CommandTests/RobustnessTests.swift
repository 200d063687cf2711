import Foundation
import GRDB
import TestSupport
import Testing

/// What a database holds after runs that are killed, meet, or find no room, and which databases are refused.
@Suite struct RobustnessTests: IngestingSuite {
  let folder: TemporaryFolder

  init() throws { folder = try Self.emptyFolder() }

  /// `file figure` of all figures, in order.
  private func figures() throws -> [String] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT d.path, o.value FROM observations o JOIN documents d ON d.id = o.document_id"
      ).map { row in "\(URL(fileURLWithPath: row["path"]).lastPathComponent) \(row["value"] as String)" }.sorted()
    }
  }

  // MARK: - Runs that end early or meet

  /// A run that is killed at any moment loses nothing that was written and leaves nothing half written; the next goes on. Between
  /// the kills documents change, so that each run has something to write.
  @Test func aHundredKilledRunsLeaveWholeDatabases() throws {
    let count = 300
    var told = Dictionary(uniqueKeysWithValues: (1...count).map { ($0, [$0]) })
    for number in 1...count { try write(number, figure: number) }
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededNumbers(seed: seed)
    for kill in 1...100 {
      _ = try CommandRun(
        ["ingest", folder.path("in"), "--db", database], signal: (SIGKILL, UInt32(random.next(in: 20_000...400_000))))
      if FileManager.default.fileExists(atPath: database) {
        try expectWhole()
        let stored = (try? figures()) ?? []
        let files = stored.map { $0.split(separator: " ")[0] }
        #expect(Set(files).count == files.count, "seed \(seed), kill \(kill): a document stands twice")
        for figure in stored {
          let parts = figure.split { " .".contains($0) }
          #expect(told[Int(parts[0])!]!.contains(Int(parts[2])!), "seed \(seed), kill \(kill): \(figure)")
        }
      }
      for _ in 1...30 {
        let number = random.next(in: 1...count)
        told[number]!.append(kill * 1000 + number)
        try write(number, figure: kill * 1000 + number)
      }
    }
    let run = try ingest()
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(try figures() == told.map { "\($0.key).txt \($0.value.last!)" }.sorted(), "seed \(seed)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("db")) == ["n.sqlite"])
    try expectWhole()
  }

  @Test func controlCStopsCleanly() throws {
    for number in 1...3000 { try write(number, figure: number) }
    let run = try CommandRun(["ingest", folder.path("in"), "--db", database], signal: (SIGINT, 700_000))
    // Where it was done already, or hadn't begun to watch, there was nothing to stop.
    guard run.status == 130 else { return }
    #expect(run.messageLines == ["已停下：读过的都已写入 \(database)，再运行一次接着读 (stopped; run again to go on)"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("db")) == ["n.sqlite"])
    let read = try figures().count
    #expect(
      try ingest().outputLines == ["读入 read \(3000 - read)，未变 unchanged \(read)，移动 moved 0，读不了 unreadable 0"])
  }

  @Test func twoRunsAtOnceLoseNothing() async throws {
    for number in 1...300 { try write(number, figure: number) }
    let (folder, database) = (folder, database)
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 1...2 {
        group.addTask { try CommandRun(["ingest", folder.path("in"), "--db", database]).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == [0, 0])
    #expect(try figures() == (1...300).map { "\($0).txt \($0)" }.sorted())
    try expectWhole()
  }

  @Test func aProgramThatWritesForLongIsToldOf() throws {
    try write(1, figure: 1)
    _ = try ingest()
    try write(2, figure: 2)
    let writer = try DatabaseQueue(path: database)
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let run = try ingest()
      #expect(run.status == 3)
      #expect(run.messageLines == ["\(database): 另一个程序正在写这个数据库，请等它结束再运行；已写入的不会丢失 (database is busy)"])
      try db.execute(sql: "COMMIT")
    }
    try writer.close()
    #expect(try ingest().status == 0)
    #expect(try figures() == ["1.txt 1", "2.txt 2"])
  }

  /// What a run wrote before the disk was full stays, and the next goes on where there is room again.
  @Test func aFullDiskLosesNothing() throws {
    for number in 1...100 { try write(number, figure: number) }
    _ = try ingest()
    let size = try folder.bytes("db/n.sqlite").count
    for number in 101...800 { try write(number, figure: number) }
    let run = try ingest(mostBytes: size + 65_536)
    #expect(run.status == 3)
    #expect(run.messageLines == ["\(database): 磁盘写不下：disk I/O error；请腾出空间再运行，已写入的不会丢失 (disk full)"])
    try expectWhole()
    let stored = try figures()
    #expect(Set(stored).count == stored.count)
    #expect(Set(stored).isSuperset(of: (1...100).map { "\($0).txt \($0)" }))
    #expect(try ingest().status == 0)
    #expect(try figures() == (1...800).map { "\($0).txt \($0)" }.sorted())
    try expectWhole()
  }

  @Test func aReportThatFindsNoRoomLeavesNoHalfDatabase() throws {
    for number in 1...50 { try write(number, figure: number) }
    let run = try CommandRun(["report", folder.path("in"), "--out", folder.path("out")], mostBytes: 131_072)
    #expect(run.status == 3)
    #expect(run.messages.contains("(disk full)"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == [])
  }

  /// What a killed run left in the log is there for the next command.
  @Test func theLogOfAKilledRunIsRead() throws {
    try write(1, figure: 1)
    _ = try ingest()
    let copy = folder.path("copy.sqlite")
    let writer = try DatabaseQueue(path: database)
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; UPDATE observations SET value = '7', low = '7', high = '7'")
      for ending in ["", "-wal"] { try FileManager.default.copyItem(atPath: database + ending, toPath: copy + ending) }
    }
    let run = try CommandRun(["trend", "--db", copy])
    #expect(run.status == 0)
    #expect(CSVRows(Array(run.output.utf8)).objects.map { $0["2001"] } == ["7"])
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
  }

  // MARK: - Databases that can't be used

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let queue = try DatabaseQueue(path: database)
    try queue.write { db in try db.execute(sql: "CREATE TABLE 账目 (金额 TEXT)") }
    try queue.close()
    let before = try folder.bytes("db/n.sqlite")
    try write(1, figure: 1)
    for run in [try ingest(), try CommandRun(["trend", "--db", database])] {
      #expect(run.status == 3)
      #expect(run.messageLines == ["\(database): 是其他程序的数据库，不会改动；请换一个输出位置 (another program's database)"])
    }
    #expect(try folder.bytes("db/n.sqlite") == before)
  }

  @Test func aNewerDatabaseIsRefused() throws {
    try write(1, figure: 1)
    _ = try ingest()
    let queue = try DatabaseQueue(path: database)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let before = try folder.bytes("db/n.sqlite")
    for run in [try ingest(), try CommandRun(["trend", "--db", database])] {
      #expect(run.status == 3)
      #expect(run.messageLines == ["\(database): 由更新版本的 nianbao 写成（结构 99），请升级程序 (newer schema)"])
    }
    #expect(try folder.bytes("db/n.sqlite") == before)
  }

  /// However a file is damaged: no command crashes, shows figures that nobody wrote, or writes to it.
  @Test(arguments: 1...8) func aDamagedDatabaseIsToldOf(_ seed: UInt64) throws {
    for number in 1...200 { try write(number, figure: number) }
    _ = try ingest()
    let whole = try CommandRun(["trend", "--db", database, "--long"]).output
    var random = SeededNumbers(seed: seed)
    var bytes = try folder.bytes("db/n.sqlite")
    switch seed % 4 {
    case 0: bytes.removeLast(random.next(in: 1...bytes.count - 4096))
    case 1:
      let page = random.next(in: 1...bytes.count / 4096 - 1) * 4096
      for at in page..<page + 4096 { bytes[at] = 0 }
    case 2:
      for at in 4096..<bytes.count where at % 3 == 0 { bytes[at] = UInt8(random.next(in: 0...255)) }
    default:
      for _ in 1...200 { bytes[random.next(in: 100...bytes.count - 1)] ^= 0xFF }
    }
    try folder.write(bytes, to: "db/n.sqlite")
    for command in ["trend", "check", "audit", "verify"] {
      let run = try CommandRun([command, "--db", database] + (command == "trend" ? ["--long"] : []))
      // A page that holds no figure isn't missed.
      guard run.status == 3 else {
        #expect(command != "trend" || run.output == whole)
        continue
      }
      #expect(run.output == "")
      #expect(run.messages.contains("(damaged "), "\(command): \(run.messages)")
    }
    #expect(try folder.bytes("db/n.sqlite") == bytes)
  }
}

/// Numbers that are the same for a seed.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }
}
