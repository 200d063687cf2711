import ArgumentParser

@main
struct Nianbao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nianbao",
    abstract: "把公开机关年度报告中的数字变成可核对的时间序列。 Turns annual reports of Chinese public bodies into time series.",
    version: "0.1.0",
    subcommands: [ReportCommand.self, ExtractCommand.self, ExplainCommand.self])
}
