import ArgumentParser
import Tables

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "每个指标、机关、年份说没说。 Which metrics of which bodies are told of in which years.",
    discussion: """
      told 说了全部；part 只说了一部分（几个月、其中、某领域或地区）；withheld 可信度不够或被否决；not_told 没有说（该机关别的年份说过）。
      told: of the whole; part: only of some months, a part, a field or an area; withheld: not sure enough or rejected; not_told: nothing,
      though the body tells of it in another year.
      """)

  @OptionGroup var series: SeriesOptions
  @Option(help: "年份，如 2019-2024。 Years, such as 2019-2024.") var years: YearRange?
  @OptionGroup var output: TableOutput

  func run() throws {
    var choice = series.choice
    choice.years = years?.years
    let (documents, catalogue) = try series.load(choice)
    try output.write(.coverage(documents, catalogue: catalogue, choice: choice))
  }
}
