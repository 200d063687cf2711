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
      逐个数字给出：exact 原处原值；moved 原句移到别处；changed 原句的数字或读法变了；lost 原句不在了；missing 文件没了或读不了。
      有一个不是 exact，退出码即为 1；数据库文件本身有损坏，退出码为 3。路径按入库时的写法，请在同一文件夹下运行。
      exact, moved (the sentence stands elsewhere), changed (its number is another), lost, or missing (no such file).
      Exit status 1 if anything isn't exact, 3 if the database file itself is damaged. Paths are those given to report: run it in the same folder.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var output: TableOutput
  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let reader = ReportReader(catalogue: try catalogue.load())
    var problems = Problems()
    let documents = try database.withStore { store in
      try store.checkIntegrity()
      return try store.documents()
    }
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

  /// The text of a report's file as it is now. An encoding that was given when it was read is known by the text it gives.
  private func text(of report: Report) throws -> SourceText {
    guard report.path != "-" else { throw ReadingError.unreadable(path: "<stdin>", reason: "标准输入不能再读") }
    let bytes = try SourceText.bytes(ofFile: report.path)
    let asBefore = try? SourceText(bytes: bytes, path: report.path, encoding: report.text.encoding)
    if let asBefore, asBefore.source == report.text.source { return asBefore }
    return try SourceText(bytes: bytes, path: report.path)
  }
}
