import ArgumentParser
import Observations
import ReportText

struct MetricsSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "把最常见的没有指标的对象写成待改的目录。 Draft metrics for the most frequent subjects without one.")

  @Option(help: "最多写多少个。 How many at most.") var limit = 50
  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var encoding: EncodingOption
  @Argument(help: "文件或文件夹；“-”为标准输入。 Files or folders; “-” is standard input.") var paths: [String]

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit 应大于 0 (must be above 0)") }
  }

  func run() throws {
    let reader = ReportReader(catalogue: try catalogue.load())
    var problems = Problems()
    var suggestions = MetricSuggestions()
    var done = 0
    for input in Inputs.find(paths, encoding: encoding, &problems) {
      try problems.collect(input.path) {
        suggestions.add(reader.read(try input.text(of: input.bytes()), path: input.path))
        done += 1
      }
    }
    try problems.exit(ifNothingDone: done == 0)
    try Console.write(Array(suggestions.yaml(limit: limit).utf8))
    if problems.count > 0 { throw ExitCode(1) }
  }
}
