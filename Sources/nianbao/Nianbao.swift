import ArgumentParser
import Foundation
import ReportText

@main
struct Nianbao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nianbao",
    abstract: "把公开机关年度报告中的数字变成可核对的时间序列。 Turns annual reports of Chinese public bodies into time series.",
    discussion: """
      退出码：0 无问题；1 核对有不一致、例句不符或有文件读不了；2 用法或指标目录有误；3 什么都没做成或没能全部写出；130 被 Ctrl-C 停下。
      Exit status: 0 clean; 1 findings, failing examples or unreadable files; 2 wrong usage; 3 nothing could be done or written whole;
      130 stopped by Ctrl-C.
      """,
    version: "0.1.0",
    subcommands: [
      ReportCommand.self, IngestCommand.self, ForgetCommand.self, TrendCommand.self, CompareCommand.self,
      CoverageCommand.self,
      ExportCommand.self, CheckCommand.self, AuditCommand.self, ReviewCommand.self, VerifyCommand.self,
      AgenciesCommand.self, DocumentsCommand.self, ExtractCommand.self, OutlineCommand.self, ExplainCommand.self,
      MetricsCommand.self,
    ])

  /// Runs the command line. What can't be said to the end is no success.
  static func main() {
    Console.prepare()
    let status = status { try Self.run() }
    let end = Self.status { try Console.finish() }
    Foundation.exit(end == 0 ? status : end)
  }

  private static func run() throws {
    var command = try parseAsRoot(arguments)
    try command.run()
  }

  /// The words of the command line, which may be names of files that are no UTF-8.
  private static var arguments: [String] {
    (1..<max(Int(CommandLine.argc), 1)).compactMap { CommandLine.unsafeArgv[$0].map { DocumentPath.argument($0) } }
  }

  /// How `body` ends the program. Wrong usage ends with 2, as the help says, and not with the parser's own 64.
  private static func status(_ body: () throws -> Void) -> Int32 {
    do {
      try body()
      return 0
    } catch {
      let (message, code) = (fullMessage(for: error), exitCode(for: error))
      if code.isSuccess {
        print(message)
      } else if !message.isEmpty {
        Console.error(message)
      }
      return code == .validationFailure ? 2 : code.rawValue
    }
  }
}
