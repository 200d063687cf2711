import ArgumentParser
import Foundation

@main
struct Nianbao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nianbao",
    abstract: "把公开机关年度报告中的数字变成可核对的时间序列。 Turns annual reports of Chinese public bodies into time series.",
    discussion: """
      退出码：0 无问题；1 核对有不一致、例句不符或有文件读不了；2 用法或指标目录有误；3 什么都没做成；130 被 Ctrl-C 停下。
      Exit status: 0 clean; 1 findings, failing examples or unreadable files; 2 wrong usage; 3 nothing could be done;
      130 stopped by Ctrl-C.
      """,
    version: "0.1.0",
    subcommands: [
      ReportCommand.self, IngestCommand.self, ForgetCommand.self, TrendCommand.self, CompareCommand.self,
      ExportCommand.self, CheckCommand.self, AuditCommand.self, ReviewCommand.self, VerifyCommand.self,
      AgenciesCommand.self, DocumentsCommand.self, ExtractCommand.self, OutlineCommand.self, ExplainCommand.self, MetricsCommand.self,
    ])

  /// Runs the command line. Wrong usage ends with 2, as the help says, and not with the parser's own 64.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Console.error(fullMessage(for: error))
      Foundation.exit(2)
    }
  }
}
