import Foundation
import GRDB
import TestSupport
import Testing

/// A database that `ingest` goes on with, whatever becomes of the files, held against one that is made of them anew.
@Suite struct IncrementalTests: IngestingSuite {
  let folder: TemporaryFolder

  init() throws { folder = try Self.emptyFolder() }

  private func file(_ name: String) -> String { folder.path("in/" + name) }

  private func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: file(name), toPath: file(other))
  }

  private func counts(_ read: Int, _ unchanged: Int, _ moved: Int) -> String {
    "读入 read \(read)，未变 unchanged \(unchanged)，移动 moved \(moved)，读不了 unreadable 0"
  }

  /// The rows of a database made of the files as they are now.
  private func fresh(_ options: [String] = []) throws -> [String: [String]] {
    let path = folder.path("db/fresh.sqlite")
    try? FileManager.default.removeItem(atPath: path)
    #expect(try CommandRun(["ingest", folder.path("in"), "--db", path] + options).status == 0)
    return try DatabaseQueue(path: path).read { db in try Dump(db).tables }
  }

  private func expectAsFresh(_ comment: Comment? = nil, _ options: [String] = []) throws {
    let (stored, fresh) = (try read { db in try Dump(db).tables }, try fresh(options))
    for table in fresh.keys.sorted() {
      #expect(stored[table] == fresh[table], "\(table): \(comment.map { "\($0)" } ?? "")")
    }
  }

  // MARK: - Renames and copies

  /// 2 became 3, 1 became 2, and another is 1 now.
  @Test func namesThatWereShifted() throws {
    for number in 1...2 { try write(number, figure: number) }
    _ = try ingest()
    try move("2.txt", to: "3.txt")
    try move("1.txt", to: "2.txt")
    try write(1, figure: 7)
    let run = try ingest()
    #expect(run.messages == "")
    #expect(run.outputLines == [counts(1, 0, 2)])
    try expectAsFresh()
  }

  @Test func filesThatWereSwapped() throws {
    for number in 1...2 { try write(number, figure: number) }
    _ = try ingest()
    try move("1.txt", to: "other")
    try move("2.txt", to: "1.txt")
    try move("other", to: "2.txt")
    #expect(try ingest().outputLines == [counts(0, 0, 2)])
    try expectAsFresh()
  }

  /// What was told by the file that is no more isn't told any longer.
  @Test func aFileOverwrittenByACopyOfAnother() throws {
    for number in 1...2 { try write(number, figure: number) }
    _ = try ingest()
    try folder.write(try folder.bytes("in/1.txt"), to: "in/2.txt")
    let run = try ingest()
    #expect(run.messageLines == ["\(file("2.txt")): 与 \(file("1.txt")) 是同一文件的副本，只存一份 (copy of another file)"])
    try expectAsFresh()
    #expect(try ingest().outputLines == [counts(0, 2, 0)])
  }

  @Test func aCopyThatWasRenamed() throws {
    try write(1, figure: 1)
    try folder.write(try folder.bytes("in/1.txt"), to: "in/2.txt")
    _ = try ingest()
    try move("2.txt", to: "3.txt")
    #expect(try ingest().outputLines == [counts(0, 1, 1)])
    #expect(try ingest().outputLines == [counts(0, 2, 0)])
    try expectAsFresh()
  }

  /// The text of a page stands in two files of other bytes; which of them it is read from is told by their names alone.
  @Test func theFirstOfTwoCopiesIsTheDocument() throws {
    try write(2, figure: 2)
    let bytes = try folder.bytes("in/2.txt")
    _ = try ingest()
    try folder.write([0xEF, 0xBB, 0xBF] + bytes, to: "in/1.txt")
    let run = try ingest()
    #expect(run.messageLines == ["\(file("2.txt")): 与 \(file("1.txt")) 是同一文件的副本，只存一份 (copy of another file)"])
    try expectAsFresh()
    try folder.write("路桥区教育局2009年普法工作总结\n发放手册9册。\n", to: "in/1.txt")
    #expect(try ingest().outputLines == [counts(2, 0, 0)])
    try expectAsFresh()
  }

  /// The document of a file that is gone stands at its copy.
  @Test func aCopyOutlivesItsOriginal() throws {
    try write(1, figure: 1)
    try folder.write([0xEF, 0xBB, 0xBF] + (try folder.bytes("in/1.txt")), to: "in/2.txt")
    _ = try ingest()
    try FileManager.default.removeItem(atPath: file("1.txt"))
    #expect(try ingest().outputLines == [counts(1, 0, 0)])
    try expectAsFresh()
  }

  /// The list names one of two files of the same bytes, and another says what the other does.
  @Test func theSameBytesUnderANameThatTheListKnows() throws {
    let (text, mark) = (Array(RandomChanges.text(0).utf8), [0xEF, 0xBB, 0xBF] as [UInt8])
    for (name, bytes) in [("b.txt", text), ("c.txt", text), ("f.txt", mark + text)] {
      try folder.write(bytes, to: "in/" + name)
    }
    try folder.write("path,agency,year\n\(file("c.txt")),路桥区科技局,2011\n", to: "list.csv")
    let options = ["--documents", folder.path("list.csv")]
    _ = try ingest(options)
    try expectAsFresh(nil, options)
    try move("b.txt", to: "d.txt")
    try folder.write(mark + text, to: "in/a.txt")
    _ = try ingest(options)
    try expectAsFresh(nil, options)
  }

  /// A copy can be forgotten, and a document that has one stands at it.
  @Test func whatIsForgottenOfADocumentAndItsCopy() throws {
    try write(1, figure: 1)
    for name in ["2.txt", "3.txt"] { try folder.write(try folder.bytes("in/1.txt"), to: "in/" + name) }
    _ = try ingest()
    for name in ["3.txt", "1.txt"] {
      try FileManager.default.removeItem(atPath: file(name))
      #expect(try CommandRun(["forget", file(name), "--db", database]).outputLines == ["删去 forgotten 1"])
      try expectAsFresh()
    }
    #expect(try CommandRun(["forget", folder.path("in"), "--db", database]).outputLines == ["删去 forgotten 1"])
    #expect(try read { db in try Dump(db).tables }["documents"] == [])
    #expect(try read { db in try Dump(db).tables }["agencies"] == [])
  }

  /// The old document stays while nobody can read what took its place.
  @Test func anUnreadableFileTakesNoPlace() throws {
    for number in 1...2 { try write(number, figure: number) }
    _ = try ingest()
    let before = try read { db in try Dump(db).tables }
    try folder.write([], to: "in/1.txt")
    #expect(try ingest().status == 1)
    #expect(try read { db in try Dump(db).tables } == before)
  }

  /// The name of an agency is the fullest of those that the documents have now.
  @Test func theNameOfAnAgencyGoesWithItsDocument() throws {
    try folder.write("台州市椒江区教育局2001年普法工作总结\n发放手册1册。\n", to: "in/1.txt")
    try folder.write("椒江区教育局2002年普法工作总结\n发放手册2册。\n", to: "in/2.txt")
    _ = try ingest()
    try folder.write("黄岩区教育局2001年普法工作总结\n发放手册1册。\n", to: "in/1.txt")
    _ = try ingest()
    try expectAsFresh()
    try folder.write("黄岩区教育局2002年普法工作总结\n发放手册2册。\n", to: "in/2.txt")
    _ = try ingest()
    try expectAsFresh()
  }

  // MARK: - At random

  /// Files are edited, renamed, swapped, copied, written in another encoding and deleted at random. `NIANBAO_ROUNDS=75` does as many
  /// rounds of each seed.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func aDatabaseGoneOnWithIsAsAFreshOne(_ seed: UInt64) throws {
    var changes = RandomChanges(folder: folder.path("in"), seed: seed)
    let rounds = Int(ProcessInfo.processInfo.environment["NIANBAO_ROUNDS"] ?? "") ?? 2
    var options: [String] = []
    if seed % 2 == 0 {
      // What a list says belongs to the path.
      try folder.write(RandomChanges.text(0), to: "in/" + RandomChanges.fixed)
      try folder.write("path,agency,year\n\(file(RandomChanges.fixed)),路桥区科技局,2011\n", to: "list.csv")
      options = ["--documents", folder.path("list.csv")]
    }
    for round in 1...rounds {
      let done = try (0...changes.random.next(in: 1...5)).map { _ in try changes.make() }.joined(separator: ", ")
      let comment: Comment = "seed \(seed), round \(round): \(done)"
      let run = try ingest(options)
      #expect(run.status == 0, comment)
      let vanished = run.outputLines.dropFirst().compactMap { line in
        line.split(separator: "（").first?.split(separator: " ").last.map(String.init)
      }
      for path in vanished {
        #expect(!FileManager.default.fileExists(atPath: path), comment)
        #expect(try CommandRun(["forget", path, "--db", database]).status == 0, comment)
      }
      try expectAsFresh(comment, options)
      let count = try changes.names.count
      #expect(try ingest(options).outputLines == [counts(0, count, 0)], comment)
      try expectWhole()
    }
  }
}

/// Changes of the files in a folder, the same for a seed.
private struct RandomChanges {
  /// A file that is never taken away.
  static let fixed = "c.txt"
  private static let all = ["a.txt", "b.txt", fixed, "d.txt", "e.txt", "sub/a.txt", "sub/f.txt", "z.txt"]

  let folder: String
  var random: SeededNumbers

  init(folder: String, seed: UInt64) {
    self.folder = folder
    random = SeededNumbers(seed: seed)
  }

  /// The files that are there.
  var names: [String] { get throws { Self.all.filter { FileManager.default.fileExists(atPath: path($0)) } } }

  static func text(_ number: Int) -> String {
    let body = ["椒江区教育局", "台州市椒江区教育局", "黄岩区教育局"][number % 3]
    return "\(body)200\(number / 3)年普法工作总结\n发放手册\(number + 10)册，增长25%。\n"
  }

  private func path(_ name: String) -> String { folder + "/" + name }

  /// Makes a change and tells it.
  mutating func make() throws -> String {
    let names = try names
    let target = Self.all[random.next(in: 0...Self.all.count - 1)]
    guard !names.isEmpty else { return try write(target) }
    let name = names[random.next(in: 0...names.count - 1)]
    switch random.next(in: 0...6) {
    case 0, 1: return try write(target)
    case 2 where name != Self.fixed && name != target:
      try put(try bytes(name), to: target)
      try FileManager.default.removeItem(atPath: path(name))
      return "\(name) → \(target)"
    case 3:
      try put(try bytes(name), to: target)
      return "\(name) copied to \(target)"
    case 4 where names.contains(target):
      let other = try bytes(target)
      try put(try bytes(name), to: target)
      try put(other, to: name)
      return "\(name) ↔ \(target)"
    case 5:
      // The same text of other bytes: with a byte order mark, or without it again.
      let (text, mark) = (try bytes(name), [0xEF, 0xBB, 0xBF] as [UInt8])
      try put(text.starts(with: mark) ? Array(text.dropFirst(3)) : mark + text, to: target)
      return "\(name) written anew as \(target)"
    case 6 where name != Self.fixed && names.count > 1:
      try FileManager.default.removeItem(atPath: path(name))
      return "\(name) deleted"
    default: return "nothing"
    }
  }

  private mutating func write(_ name: String) throws -> String {
    let number = random.next(in: 0...8)
    try put(Array(Self.text(number).utf8), to: name)
    return "\(name) = \(number)"
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  private func put(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}

/// All rows of all tables, in words that don't depend on the order in which they were written: what a row refers to is named instead
/// of numbered.
private struct Dump {
  private(set) var tables: [String: [String]] = [:]

  init(_ db: Database) throws {
    let names = try String.fetchAll(
      db,
      sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'grdb_*' AND name NOT GLOB 'sqlite_*'"
    )
    for name in names {
      let references = try Row.fetchAll(
        db, sql: "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", arguments: [name])
      let targets = Dictionary(uniqueKeysWithValues: references.map { ($0["from"] as String, $0["table"] as String) })
      let columns = try Row.fetchAll(db, sql: "SELECT name, type, pk FROM pragma_table_info(?)", arguments: [name])
        .filter { targets[$0["name"]] != nil || !($0["pk"] == 1 && $0["type"] == "INTEGER") }
        .map { column -> String in
          let column: String = column["name"]
          return targets[column].flatMap { Self.names[$0] }.map { "(\($0) = t.\"\(column)\")" } ?? "t.\"\(column)\""
        }
      tables[name] = try Row.fetchAll(db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \"\(name)\" t")
        .map { row in row.databaseValues.map(\.description).joined(separator: "|") }.sorted()
    }
  }

  /// What names a row of a table.
  private static let names = [
    "documents": "SELECT d.path FROM documents d WHERE d.id",
    "runs": "SELECT r.program || r.catalogue_sha256 || r.options_sha256 FROM runs r WHERE r.id",
    "numerals": """
    SELECT d.path || ':' || n.line || ':' || n.start FROM numerals n JOIN documents d ON d.id = n.document_id WHERE n.id
    """,
    "observations": """
    SELECT d.path || ':' || o.key FROM observations o JOIN documents d ON d.id = o.document_id WHERE o.id
    """,
    "findings": """
    SELECT d.path || ':' || (SELECT count(*) FROM findings g WHERE g.document_id = f.document_id AND g.id < f.id)
    FROM findings f JOIN documents d ON d.id = f.document_id WHERE f.id
    """,
  ]
}
