import Observations
import Quantities
import ReportText
import TestSupport
import Testing

@Suite struct CatalogueTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let metric: String
    let sentence: String
    let isPositive: Bool
    var testDescription: String { "\(metric): \(sentence)" }
  }

  static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  static let cases = catalogue.metrics.flatMap { metric in
    metric.examples.map { Case(metric: metric.id, sentence: $0, isPositive: true) }
      + metric.counterexamples.map { Case(metric: metric.id, sentence: $0, isPositive: false) }
  }

  @Test("Every example of the catalogue", arguments: cases)
  func example(_ item: Case) throws {
    let marked = MarkedText(item.sentence)
    let text = SourceText(source: Array(marked.text.utf8))
    let report = ReportReader(catalogue: Self.catalogue).read(text, path: "")
    let observation = try #require(
      report.observations.first { text.sourceRange(of: $0.span) == marked.range },
      "no figure at the mark; found \(report.observations.map(\.text))")
    if item.isPositive {
      #expect(observation.metric == item.metric)
    } else {
      #expect(observation.metric != item.metric)
    }
  }

  @Test func laterFileReplacesMetricOfSameID() throws {
    let own = """
      metrics:
        - id: consultations
          zh: 咨询
          en: Advice
          unit: [人次]
          period: flow
          combine: sum
          patterns: ["答疑 {n}"]
          examples: [答疑⟦3人次⟧]
      """
    let catalogue = try Catalogue(files: Catalogue.builtIn + [("own.yaml", own)])
    #expect(catalogue.metric("consultations")?.chinese == "咨询")
    #expect(catalogue.metrics.count == Self.catalogue.metrics.count)
  }

  @Test func everyMistakeIsReportedWithItsLine() throws {
    let text = """
      metrics:
        - id: a
          zh: 甲
          en: A
          unit: [次]
          period: yearly
          combine: sum
          patterns: ["检查 {n}"]
          examples: [检查⟦3次⟧]
        - id: b
          zh: 乙
          en: B
          unit: [次]
          periode: flow
          period: flow
          combine: sum
          patterns: ["检查 [专项 {n}", "检查"]
          examples: [检查3次]
        - id: c
          zh: 丙
          en: C
          unit: [次]
          period: flow
          combine: sum
          patterns: ["巡查 {n}"]
          examples: [巡查⟦3次⟧]
        - id: c
          zh: 丁
          en: D
          unit: [次]
          period: flow
          combine: sum
          patterns: ["抽查 {n}"]
          examples: [抽查⟦3次⟧]
      """
    let errors = try #require(throws: CatalogueErrors.self) { try Catalogue(files: [("own.yaml", text)]) }
    #expect(
      errors.errors.map(\.description) == [
        "own.yaml:6: “period”不能是“yearly”；可用的值：flow, stock",
        "own.yaml:10: 例句要用 ⟦ 和 ⟧ 标出数字：检查3次",
        "own.yaml:14: 未知的键“periode”；可用的键：combine, counterexamples, en, examples, id, kinds, patterns, period, unit, without, zh",
        "own.yaml:17: 缺少右括号 ]：[专项",
        "own.yaml:17: 模式应有且只有一个 {n}：检查",
        "own.yaml:27: 指标编号重复：c（已在第 19 行）",
      ])
  }

  @Test func brokenYAMLNamesTheLine() throws {
    let errors = try #require(throws: CatalogueErrors.self) {
      try Catalogue(files: [("own.yaml", "metrics:\n  - id: [a\n")])
    }
    #expect(errors.errors.count == 1)
    #expect(errors.errors[0].source.file == "own.yaml")
    #expect(errors.errors[0].source.line >= 2)
  }
}
