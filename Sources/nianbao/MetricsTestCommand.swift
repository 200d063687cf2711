import ArgumentParser
import Observations
import ReportText

struct MetricsTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "检验全部例句，列出相重的指标和从未用到的模式。 Run all examples; list overlapping metrics and unused patterns.",
    discussion: """
      给出报告时，也在报告里找相重的指标和用不到的模式。目录有误或例句不符时退出码为 2 或 1。
      With reports given, overlaps and unused patterns are looked for in them, too. Status 1 if an example fails.
      """)

  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var encoding: EncodingOption
  @Argument(help: "报告：文件或文件夹。 Reports: files or folders.") var paths: [String] = []

  func run() throws {
    let catalogue = try catalogue.load()
    var problems = Problems()
    let failures = catalogue.failingExamples()
    for failure in failures { print(failure.description) }
    var use = PatternUse(of: catalogue)
    for input in Inputs.find(paths, encoding: encoding, &problems) {
      try problems.collect(input.path) { use.add(try input.text(of: input.bytes())) }
    }
    for overlap in use.overlaps {
      print("相重 overlap \(overlap.count)：\(overlap.winner) 取得，\(overlap.other) 也相符：\(overlap.marked)")
    }
    for unmatched in use.unmatched {
      print("未用 unused \(unmatched.source.file):\(unmatched.source.line)：\(unmatched.metric)  \(unmatched.pattern)")
    }
    let examples = catalogue.metrics.reduce(0) { $0 + $1.examples.count + $1.counterexamples.count }
    let patterns = catalogue.metrics.reduce(0) { $0 + $1.patterns.count }
    print(
      "指标 metrics \(catalogue.metrics.count)，例句 examples \(examples)，不符 failing \(failures.count)，相重 overlaps "
        + "\(use.overlaps.count)，模式 patterns \(patterns)，未用 unused \(use.unmatched.count)")
    if !failures.isEmpty || problems.count > 0 { throw ExitCode(1) }
  }
}
