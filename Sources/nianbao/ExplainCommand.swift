import ArgumentParser
import Observations
import Quantities
import ReportText

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一句话是怎样读的。 Tell how a sentence is read.")

  @OptionGroup var catalogue: CatalogueOption
  @Argument(help: "一句或一段话。 A sentence or paragraph.") var text: String

  func run() throws {
    let catalogue = try catalogue.load()
    let report = ReportReader(catalogue: catalogue).read(SourceText(source: Array(text.utf8)), path: "")
    guard !report.numerals.isEmpty else {
      print("没有数字 (no numeral)")
      return
    }
    let titles = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.name, $0.title) })
    for numeral in report.numerals {
      let place = "\(numeral.span.line):\(numeral.span.start)"
      let rule = "\(numeral.rule.rawValue)（\(titles[numeral.rule] ?? "未归类")）"
      print("\(place) “\(numeral.text)”  \(numeral.numeralClass.rawValue)  规则 \(rule)")
      for index in numeral.observations { explain(report.observations[index], catalogue) }
    }
  }

  private func explain(_ observation: Observation, _ catalogue: Catalogue) {
    let quantity = observation.quantity
    let interval = "[\(quantity.low?.description ?? "") , \(quantity.high?.description ?? "")]"
    print(
      "    数值 value    \(quantity.value) \(quantity.unit.name)  \(quantity.kind.rawValue)  \(quantity.bound.rawValue)  \(interval)"
    )
    print("    对象 subject  \(observation.subject)" + (observation.scope.map { "  范围 scope \($0)" } ?? ""))
    let notes = observation.notes.isEmpty ? "" : "（\(observation.notes.joined(separator: "；"))）"
    print("    年份 year     \(observation.year.map(String.init) ?? "—")  \(observation.periodType.rawValue)")
    print(
      "    状态 status   \(observation.status.rawValue)\(notes)" + (observation.partOf.map { "  总数 part of \($0)" } ?? "")
    )
    if let metric = observation.metric.flatMap(catalogue.metric) {
      print("    指标 metric   \(metric.id) \(metric.chinese)" + (observation.pattern.map { "  模式 \($0)" } ?? ""))
    } else {
      print("    指标 metric   —")
    }
  }
}
