import ArgumentParser
import Observations
import Tables

struct MetricsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "列出全部指标。 List all metrics.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md, csv
  }

  @Option(help: "输出格式。 Output format.") var format = Format.md
  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let table = Table.metrics(try catalogue.load())
    switch format {
    case .md: try Console.write(Array(table.markdown.utf8))
    case .csv: try Console.write(table.csv)
    }
  }
}
