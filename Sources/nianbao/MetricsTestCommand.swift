import ArgumentParser
import Observations

struct MetricsTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "检验全部指标的例句。 Test the examples of all metrics.")

  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let catalogue = try catalogue.load()
    let failures = catalogue.failingExamples()
    for failure in failures { print(failure.description) }
    let examples = catalogue.metrics.reduce(0) { $0 + $1.examples.count + $1.counterexamples.count }
    print("指标 metrics \(catalogue.metrics.count)，例句 examples \(examples)，不符 failing \(failures.count)")
    if !failures.isEmpty { throw ExitCode(1) }
  }
}
