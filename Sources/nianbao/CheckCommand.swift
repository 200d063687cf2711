import ArgumentParser
import Checks
import ReportStore
import Tables

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "列出核对结果，文件之间、年份之间的也在内。 All findings, those between documents and years too.",
    discussion: """
      有 inconsistent 时退出码为 1。suspects 列指出最少哪几个数有误就能解释不一致；另有核对为证的数不列。
      Exit status 1 with inconsistent findings. The column suspects names the fewest figures that explain what failed.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var output: TableOutput
  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let archive = CheckedArchive(
      try database.withStore { try $0.documents() }, catalogue: try catalogue.load())
    try output.write(.findings(archive))
    let verdicts = archive.findings.map(\.verdict)
    let counts = Verdict.allCases.map { item in "\(item.chinese) \(item.rawValue) \(verdicts.count { $0 == item })" }
    Console.error("核对 findings \(verdicts.count): \(counts.joined(separator: ", "))")
    if verdicts.contains(.inconsistent) { throw ExitCode(1) }
  }
}
