import ArgumentParser
import Checks
import Observations
import ReportStore
import ReportText
import Tables

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "重读原文件，核实每个数字还在原处。 Read the files again: does each stored figure still stand there?",
    discussion: """
      核实三件事：库里每个数字与用本程序和目录重读的文件对照；每份文件的全部行与读入时留下的校验值对照，有改动或删去即报出；数据库文件本身通读
      一遍。不核实的是：审核意见、机关的合并和改名、连同校验值一起整份删去的文件；校验值防误改，不防蓄意伪造。
      Held to: the files, read again by this program and catalogue; a hash of each document's rows, kept when it was read, so that
      rows changed or deleted by others are told of; the whole database file. Not held to anything: reviews, what was decided
      about agencies, documents deleted whole with their hash. The hash is no signature.
      逐个数字给出：exact 原处原值；moved 原句移到别处；changed 原句的数字或读法变了；lost 原句不在了；missing 文件没了或读不了。
      有一个不是 exact 或有行被改动，退出码即为 1；数据库文件本身有损坏，退出码为 3。路径按入库时的写法，请在同一文件夹下运行。
      exact, moved (the sentence stands elsewhere), changed (its number is another), lost, or missing (no such file).
      Exit status 1 if anything isn't exact or rows were changed, 3 if the database file itself is damaged. Paths are those given to report: run it in the same folder.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var output: TableOutput
  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let reader = ReportReader(catalogue: try catalogue.load())
    var problems = Problems()
    let (documents, rows) = try database.withStore { store in
      try store.checkIntegrity()
      return (try store.documents(), try store.changedRows())
    }
    tell(of: rows, &problems)
    let verified = try documents.map { document in
      let path = document.report.path
      let current = try problems.collect(path) { reader.read(try self.text(of: document.report), path: path) }
      return (document: document, verifications: Verification.of(document.report, against: current))
    }
    try output.write(.verifications(verified))
    let verdicts = verified.flatMap(\.verifications).map(\.verdict)
    let counts = Verification.Verdict.allCases.map { item in "\(item.rawValue) \(verdicts.count { $0 == item })" }
    Console.error("核实 verified \(verdicts.count): \(counts.joined(separator: ", "))")
    if problems.count > 0 || verdicts.contains(where: { $0 != .exact }) { throw ExitCode(1) }
  }

  private func tell(of rows: ChangedRows, _ problems: inout Problems) {
    for path in rows.changed {
      problems.report("\(path): 库里这份文件的行在读入后被改动或删去，请先 nianbao forget 再 nianbao ingest 重读 (rows were changed)")
    }
    if rows.deleted > 0 {
      problems.report("\(database.path): 库里有 \(rows.deleted) 份文件被删去，请换回备份或再运行 nianbao ingest (documents were deleted)")
    }
    guard let first = rows.unknown.first else { return }
    Console.error(
      "\(first): 由旧版本读入，没有行的校验值\(rows.unknown.count > 1 ? "（这样的文件共 \(rows.unknown.count) 份）" : "")；"
        + "运行 nianbao ingest 重读后即有 (no hash of rows yet)")
  }

  /// The text of a report's file as it is now. An encoding that was given when it was read is known by the text it gives.
  private func text(of report: Report) throws -> SourceText {
    guard report.path != "-" else { throw ReadingError.unreadable(path: "<stdin>", reason: "标准输入不能再读") }
    let bytes = try SourceText.bytes(ofFile: report.path)
    let asBefore = try? SourceText(bytes: bytes, path: report.path, encoding: report.text.encoding)
    if let asBefore, asBefore.source == report.text.source { return asBefore }
    return try SourceText(bytes: bytes, path: report.path)
  }
}
