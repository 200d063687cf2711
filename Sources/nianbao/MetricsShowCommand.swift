import ArgumentParser
import Observations
import Quantities

struct MetricsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "显示一个指标的全部内容。 Show all of a metric.")

  @OptionGroup var catalogue: CatalogueOption
  @Argument(help: "指标编号。 The metric's id.") var id: String

  func run() throws {
    guard let metric = try catalogue.load().metric(id) else {
      Console.error("\(id): 没有这个指标，可用 nianbao metrics list 查看 (no such metric)")
      throw ExitCode(2)
    }
    print("编号 id          \(metric.id)")
    print("名称 names       \(metric.chinese) / \(metric.english)")
    print("单位 units       \(metric.units.joined(separator: " "))")
    if let kinds = metric.kinds {
      print("类型 kinds       \(QuantityKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: " "))")
    }
    print("时期 period      \(metric.period.rawValue)")
    print("合并 combine     \(metric.combination.rawValue)")
    for pattern in metric.patterns { print("模式 pattern     \(pattern.text)") }
    if !metric.without.isEmpty { print("排除 without     \(metric.without.joined(separator: " "))") }
    for example in metric.examples { print("归入 claims      \(example.marked)") }
    for example in metric.counterexamples { print("不归入 leaves    \(example.marked)") }
    print("出处 source      \(metric.source.file):\(metric.source.line)")
  }
}
