import ArgumentParser
import Observations
import Tables

struct MetricsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "列出全部指标。 List all metrics.")

  @OptionGroup var output: TableOutput
  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let catalogue = try catalogue.load()
    try output.write(.metrics(catalogue))
  }
}
