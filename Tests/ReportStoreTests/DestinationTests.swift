import Foundation
import GRDB
import ReportStore
import TestSupport
import Testing

/// What stands where a database is to be written: ours is replaced at the end of a run, anything else is left alone.
@Suite struct DestinationTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("n.sqlite")
  }

  /// Writes a database with one document.
  private func writeOurs(_ text: String) throws {
    let store = try filledStore(text)
    try store.finish()
  }

  private func filledStore(_ text: String) throws -> ReportStore {
    let store = try ReportStore(replacing: path)
    let run = try store.beginRun(program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    try store.replace([SampleReports.read(text)], run: run)
    return store
  }

  private func expectRefusal(_ error: StoreError) throws {
    let before = try folder.bytes("n.sqlite")
    #expect(throws: error) { try ReportStore(replacing: path) }
    #expect(try folder.bytes("n.sqlite") == before)
    #expect(try folder.names == ["n.sqlite"])
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: "CREATE TABLE 账目 (金额 TEXT); INSERT INTO 账目 VALUES ('9元')") }
    try queue.close()
    try expectRefusal(.foreign(path: path))
  }

  @Test func aDatabaseWithAnotherApplicationsMarkIsRefused() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: "PRAGMA application_id = 1196444487; CREATE TABLE a (b)") }
    try queue.close()
    try expectRefusal(.foreign(path: path))
  }

  @Test(arguments: ["这是一份记录，不是数据库，请勿删除。\n", String(repeating: "年报\n", count: 500)])
  func aTextFileIsRefused(_ text: String) throws {
    try folder.write(text, to: "n.sqlite")
    try expectRefusal(.notADatabase(path: path))
  }

  @Test func anEmptyFileIsRefused() throws {
    try folder.write([], to: "n.sqlite")
    try expectRefusal(.foreign(path: path))
  }

  @Test func aNewerDatabaseIsRefused() throws {
    try writeOurs("书9册。")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    try expectRefusal(.newer(path: path, version: 99))
  }

  @Test func aFolderIsRefused() throws {
    try folder.write("9", to: "n.sqlite/keep.txt")
    #expect(throws: StoreError.self) { try ReportStore(replacing: path) }
    #expect(try folder.bytes("n.sqlite/keep.txt") == Array("9".utf8))
    #expect(try folder.names == ["n.sqlite"])
  }

  @Test func aPlaceThatCannotBeWrittenIsReported() throws {
    try folder.write("9", to: "file")
    let error = #expect(throws: StoreError.self) { try ReportStore(replacing: folder.path("file/n.sqlite")) }
    guard case .unwritable(folder.path("file/n.sqlite"), _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func ourDatabaseStaysUntilTheRunEnds() throws {
    try writeOurs("书9册。")
    let before = try folder.bytes("n.sqlite")
    let store = try filledStore("书10册。")
    #expect(try folder.bytes("n.sqlite") == before)
    try store.finish()
    #expect(try folder.names == ["n.sqlite"])
    let texts = try open(path).read { db in try String.fetchAll(db, sql: "SELECT text FROM numerals") }
    #expect(texts == ["10册"])
  }

  @Test func discardLeavesTheOldFile() throws {
    try writeOurs("书9册。")
    let before = try folder.bytes("n.sqlite")
    try filledStore("书10册。").discard()
    #expect(try folder.bytes("n.sqlite") == before)
    #expect(try folder.names == ["n.sqlite"])
  }

  @Test func discardLeavesNothingWhereNothingWas() throws {
    try filledStore("书10册。").discard()
    #expect(try folder.names == [])
  }

  /// What another program wrote meanwhile would be gone with the file.
  @Test func nobodyWritesToADatabaseThatIsBeingReplaced() throws {
    try writeOurs("书9册。")
    let store = try filledStore("书10册。")
    let other = try DatabaseQueue(path: path)
    let error = #expect(throws: DatabaseError.self) {
      try other.write { db in try db.execute(sql: "DELETE FROM documents") }
    }
    #expect(error?.resultCode == .SQLITE_BUSY)
    #expect(try other.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM documents") } == 1)
    try store.discard()
  }

  /// A log that a killed run left belongs to the old database, and would spoil the new one.
  @Test func theLogOfTheOldDatabaseIsFoldedIntoIt() throws {
    try writeOurs("书9册。")
    let writer = try DatabaseQueue(path: path)
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; UPDATE observations SET value = '7', low = '7', high = '7'")
      for ending in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: path + ending, toPath: folder.path("copy") + ending)
      }
    }
    let copy = folder.path("copy")
    let store = try ReportStore(replacing: copy, writing: folder.path("working"))
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
    let values = try open(copy).read { db in try String.fetchAll(db, sql: "SELECT value FROM observations") }
    #expect(values == ["7"])
    try store.discard()
  }

  @Test(arguments: [
    (StoreError.notADatabase(path: "o/n.sqlite"), "o/n.sqlite: 不是 SQLite 数据库，请换一个输出位置 (not a database)"),
    (.foreign(path: "n"), "n: 是其他程序的数据库，不会改动；请换一个输出位置 (another program's database)"),
    (.newer(path: "n", version: 3), "n: 由更新版本的 nianbao 写成（结构 3），请升级程序 (newer schema)"),
    (.unwritable(path: "n", reason: "原因"), "n: 不能写入：原因；请检查路径和权限 (cannot write)"),
    (.full(path: "n", reason: "r"), "n: 磁盘写不下：r；请腾出空间再运行，已写入的不会丢失 (disk full)"),
    (
      .unopenable(path: "n"),
      "n: 打不开，请检查权限；若旁边有上次运行留下的 -wal 文件，请连它一起复制到可写的文件夹 (cannot open)"
    ),
    (.missing(path: "n"), "n: 没有这个数据库，请先运行 nianbao ingest 或检查路径 (no such database)"),
    (.unknownDocument(path: "a"), "a: 数据库里没有这个文件，可用 nianbao documents list 查看 (no such document)"),
    (.busy(path: "n"), "n: 另一个程序正在写这个数据库，请等它结束再运行；已写入的不会丢失 (database is busy)"),
    (.corrupt(path: "n", reason: "r"), "n: 数据库文件已损坏：r；请换回备份，或移开它再运行 nianbao ingest (damaged file)"),
    (.unknownAgency(id: "1-x"), "1-x: 没有这个机关，可用 nianbao agencies list 查看 (no such agency)"),
    (.mergedInACircle(id: "1-x", into: "1-y"), "1-x: 1-y 已并入它，不能反过来再并 (already merged the other way)"),
    (.damaged(column: "kind", value: "x"), "数据库损坏：kind 列有无法识别的值“x”，请重新生成 (damaged database)"),
  ])
  func messages(_ error: StoreError, _ message: String) {
    #expect(error.description == message)
  }
}
