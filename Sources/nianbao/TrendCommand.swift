import ArgumentParser
import Tables

struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "由数据库写出趋势表。 Write the trend table of a database.",
    discussion: """
      每个序列一行，年份为列；--long 每个统计数一行，连同原文位置。空格子是没有数。
      A row for each series with years as columns; with --long a row for each figure with its place. Missing is empty.
      """)

  @OptionGroup var series: SeriesOptions
  @Option(help: "年份，如 2019-2024。 Years, such as 2019-2024.") var years: YearRange?
  @Flag(help: "年份为列，或每个统计数一行。 Years as columns, or a row for each figure.") var shape = Shape.wide
  @Option(help: "另画成 SVG 图。 A picture as SVG, too.") var plot: String?
  @OptionGroup var output: TableOutput

  enum Shape: String, EnumerableFlag {
    case wide, long
  }

  func run() throws {
    var choice = series.choice
    choice.years = years?.years
    if shape == .long {
      let (documents, catalogue) = try series.load(choice)
      return try output.write(
        .observations(documents, catalogue: catalogue, choice: choice),
        picture: picture { SeriesSet(documents, catalogue: catalogue, choice: choice) })
    }
    let set = try series.set(choice)
    try output.write(.trend(set), sdmx: { .sdmx(set) }, picture: picture { set })
  }

  private func picture(_ set: () -> SeriesSet) -> Picture? {
    plot.map { file in
      let plot = TrendPlot(set())
      return Picture(file: file, svg: plot.svg, left: plot.left)
    }
  }
}
