import Foundation
import GRDB
import TestSupport
import Testing

/// `nianbao ingest` and `forget`: what a database holds after runs that go on with it, end early or meet.
@Suite struct IngestCommandTests: IngestingSuite {
  let folder: TemporaryFolder

  init() throws {
    folder = try Self.emptyFolder()
    for number in 1...3 { try write(number, figure: number) }
  }

  /// `file year value` of all figures, in order.
  private func figures() throws -> [String] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.path, o.year, o.value FROM observations o JOIN documents d ON d.id = o.document_id
          ORDER BY d.path, o.id
          """
      ).map { row in
        "\(URL(fileURLWithPath: row["path"]).lastPathComponent) \(row["year"] as Int) \(row["value"] as String)"
      }
    }
  }

  private func counts(_ read: Int, _ unchanged: Int, _ moved: Int = 0, unreadable: Int = 0) -> String {
    "读入 read \(read)，未变 unchanged \(unchanged)，移动 moved \(moved)，读不了 unreadable \(unreadable)"
  }

  @Test func aSecondRunReadsOnlyWhatChanged() throws {
    let first = try ingest()
    #expect(first.status == 0)
    #expect(first.messages == "")
    #expect(first.outputLines == [counts(3, 0)])
    #expect(try figures() == ["1.txt 2001 1", "2.txt 2002 2", "3.txt 2003 3"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("db")) == ["n.sqlite"])
    #expect(try ingest().outputLines == [counts(0, 3)])
    try write(2, figure: 20)
    try write(4, figure: 4)
    #expect(try ingest().outputLines == [counts(2, 2)])
    #expect(try figures() == ["1.txt 2001 1", "2.txt 2002 20", "3.txt 2003 3", "4.txt 2004 4"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("db")) == ["n.sqlite"])
    try expectWhole()
  }

  @Test func whatVanishedIsKeptUntilForgotten() throws {
    _ = try ingest()
    try FileManager.default.removeItem(atPath: folder.path("in/2.txt"))
    let run = try ingest()
    #expect(run.status == 0)
    #expect(
      run.outputLines == [
        counts(0, 2),
        "不见了 vanished       \(folder.path("in/2.txt"))（仍保留；可用 nianbao forget 删去 kept until nianbao forget）",
      ])
    #expect(try figures().count == 3)
    let forgotten = try CommandRun(["forget", folder.path("in/2.txt"), "--db", database])
    #expect(forgotten.status == 0)
    #expect(forgotten.outputLines == ["删去 forgotten 1"])
    #expect(try figures() == ["1.txt 2001 1", "3.txt 2003 3"])
    let unknown = try CommandRun(["forget", folder.path("in/1.txt"), "no.txt", "--db", database])
    #expect(unknown.status == 2)
    #expect(unknown.messageLines == ["no.txt: 数据库里没有这个文件，可用 nianbao documents list 查看 (no such document)"])
    #expect(try figures().count == 2)
    #expect(try CommandRun(["forget", folder.path("in"), "--db", database]).outputLines == ["删去 forgotten 2"])
    #expect(try figures() == [])
    try expectWhole()
  }

  @Test func aFileThatMovedIsNotReadAgain() throws {
    _ = try ingest()
    try FileManager.default.moveItem(atPath: folder.path("in/1.txt"), toPath: folder.path("in/9.txt"))
    #expect(try ingest().outputLines == [counts(0, 2, 1)])
    #expect(try figures() == ["2.txt 2002 2", "3.txt 2003 3", "9.txt 2001 1"])
  }

  /// However a folder is named, its documents are the same; one that changed is replaced, and any spelling forgets it.
  @Test func aFileIsOneDocumentHoweverItIsNamed() throws {
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("in"))
    _ = try ingest()
    let spellings = [link, folder.path("in/"), folder.path("./in/../in"), folder.path("in") + "//"]
    for (number, path) in spellings.enumerated() {
      try write(1, figure: 10 + number)
      let run = try CommandRun(["ingest", path, folder.path("in/1.txt"), "--db", database])
      #expect(run.outputLines == [counts(1, 2)])
      #expect(run.messages == "")
      #expect(try figures() == ["1.txt 2001 \(10 + number)", "2.txt 2002 2", "3.txt 2003 3"])
    }
    #expect(try read { db in try String.fetchAll(db, sql: "SELECT DISTINCT path FROM documents") }.count == 3)
    try FileManager.default.removeItem(atPath: folder.path("in/2.txt"))
    #expect(try CommandRun(["forget", link + "/2.txt", "--db", database]).outputLines == ["删去 forgotten 1"])
    #expect(try CommandRun(["forget", link, "--db", database]).outputLines == ["删去 forgotten 2"])
  }

  @Test func aCopyIsNoSecondDocument() throws {
    try folder.write(try folder.bytes("in/1.txt"), to: "in/9.txt")
    _ = try ingest()
    #expect(try figures().count == 3)
    #expect(try ingest().outputLines == [counts(0, 4)])
    #expect(try figures().count == 3)
  }

  @Test func anotherWayOfReadingReadsAllAgain() throws {
    _ = try ingest()
    try folder.write(
      """
      metrics:
        - {id: booklets, zh: 手册, en: Booklets, unit: [册], period: flow, combine: sum, patterns: ["发放 手册 {n}"],
           examples: ["发放手册⟦5册⟧"]}

      """, to: "own.yaml")
    #expect(try ingest(["--catalogue", folder.path("own.yaml")]).outputLines == [counts(3, 0)])
    #expect(try ingest(["--catalogue", folder.path("own.yaml")]).outputLines == [counts(0, 3)])
    #expect(try ingest(["--year", "2009"]).outputLines == [counts(3, 0)])
    #expect(try figures() == ["1.txt 2001 1", "2.txt 2002 2", "3.txt 2003 3"])
  }

  /// Pages that libxml2 hands out in another way than they are written.
  @Test func strangePagesStopNoOther() throws {
    let pages = [
      "<html><body><p>全年受理50件。</p></body></html>今日访问606次，总访问593次。", "<html>全年受理606件，办结593件。",
      "<style>p{}</style>2021年，全年受理606件，办结593件。", "<a></html>9%0%", "<font>减\u{18}8%5个",
      "<p>2021年，全年共受理行政复议案件606件，\u{14}办结593件，其中维持100件。</p>",
    ]
    for (number, page) in pages.enumerated() { try folder.write(page, to: "in/0\(number).html") }
    for lines in [[counts(9, 0)], [counts(0, 9)]] {
      let run = try ingest()
      #expect(run.status == 0)
      #expect(run.outputLines.filter { !$0.hasPrefix("请核对") && !$0.hasPrefix("改正") && !$0.hasPrefix("可信度") } == lines)
    }
    #expect(try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM documents") } == 9)
    try expectWhole()
  }

  /// Threads that meet their first page at the same time don't stand in each other's way.
  @Test func manyRunsBeginWithPages() throws {
    for number in 1...16 { try folder.write("<p>黄岩区教育局发放手册\(number)册。</p>", to: "in/0\(number).html") }
    for _ in 1...50 {
      let run = try CommandRun(["ingest", folder.path("in"), "--db", database, "--jobs", "8"])
      try #require(run.status == 0)
      try FileManager.default.removeItem(atPath: database)
    }
  }

  @Test func anUnreadableFileStopsNoOther() throws {
    try folder.write([], to: "in/0.txt")
    let run = try ingest()
    #expect(run.status == 1)
    #expect(run.messageLines == ["\(folder.path("in/0.txt")): 文件是空的，请重新下载 (empty file)"])
    #expect(run.outputLines == [counts(3, 0, unreadable: 1)])
  }

  /// However many threads read, the database holds the same in the same order.
  @Test func theNumberOfJobsDoesntShow() throws {
    for number in 4...200 { try write(number, figure: number) }
    let dump = { (jobs: Int) in
      let path = folder.path("db/\(jobs).sqlite")
      #expect(try CommandRun(["ingest", folder.path("in"), "--db", path, "--jobs", "\(jobs)"]).status == 0)
      return try DatabaseQueue(path: path).read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT d.id, d.path, n.text, o.id, o.key FROM documents d JOIN numerals n ON n.document_id = d.id
              LEFT JOIN observations o ON o.numeral_id = n.id ORDER BY n.id, o.id
            """)
      }
    }
    let one = try dump(1)
    #expect(one.count == 400)
    #expect(try dump(7) == one)
  }

  @Test func theDatabaseInTheFolderIsNoReport() throws {
    let path = folder.path("in/n.sqlite")
    for expected in [counts(3, 0), counts(0, 3)] {
      let run = try CommandRun(["ingest", folder.path("in"), "--db", path])
      #expect(run.status == 0)
      #expect(run.outputLines == [expected])
    }
  }
}
