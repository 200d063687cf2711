import ArgumentParser
import Observations
import ReportText
import Tables

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "两年或两个机关并列，或按一年的数排名。 Two years or two agencies side by side, or a ranking in one year.",
    discussion: """
      --years 2022,2023 比两年；--agencies 甲,乙 比两个机关，可加 --year；只有 --year 则排名。
      --years compares two years, --agencies two bodies (of one --year, if given); --year alone ranks the bodies.
      """)

  @OptionGroup var series: SeriesOptions
  @Option(help: "两个年份，如 2022,2023。 Two years.") var years: Pair<Int>?
  @Option(name: .customLong("agencies"), help: "两个机关的编号或名称。 Two agencies' ids or names.") var bodies: Pair<String>?
  @Option(help: "一个年份。 One year.") var year: Int?
  @Option(help: "另画成 SVG 图。 A picture as SVG, too.") var plot: String?
  @OptionGroup var output: TableOutput

  func validate() throws {
    guard years == nil ? bodies != nil || year != nil : bodies == nil && year == nil else {
      throw ValidationError("请写 --years、--agencies 或 --year (give --years, --agencies or --year)")
    }
    let named = [year, years?.first, years?.second].compactMap { $0 }
    guard named.allSatisfy(ReportIdentity.years.contains) else {
      throw ValidationError("年份应在 1949 到 2100 之间 (years must be 1949 to 2100)")
    }
  }

  func run() throws {
    var choice = series.choice
    choice.years = year.map { $0...$0 }
    let set = try series.set(
      choice, agencies: bodies.map { [$0.first, $0.second] } ?? [], years: years.map { [$0.first, $0.second] })
    if let years {
      let pair = (years.first, years.second)
      try output.write(.comparison(set, years: pair), picture: picture { ComparisonPlot(set, years: pair) })
    } else if let bodies {
      let pair = (set.agencyID(bodies.first) ?? bodies.first, set.agencyID(bodies.second) ?? bodies.second)
      try output.write(.comparison(set, agencies: pair), picture: picture { ComparisonPlot(set, agencies: pair) })
    } else if let year {
      try output.write(.ranking(set, year: year), picture: picture { ComparisonPlot(set, year: year) })
    }
  }

  private func picture(_ draw: () -> ComparisonPlot) -> Picture? {
    plot.map { file in
      let plot = draw()
      return Picture(file: file, svg: plot.svg, left: plot.left)
    }
  }
}
