import ArgumentParser

struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics", abstract: "查看、检验、起草指标。 Look at metrics, test them, draft new ones.",
    subcommands: [
      MetricsListCommand.self, MetricsShowCommand.self, MetricsTestCommand.self, MetricsSuggestCommand.self,
    ])
}
