import Foundation
import Observations
import Quantities
import ReportText
import TestSupport
import Testing

@Suite struct CatalogueTests {
  static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  @Test func everyExampleHolds() {
    #expect(Self.catalogue.failingExamples().map(\.description) == [])
  }

  /// The worked examples of the documentation are catalogues that hold.
  @Test(arguments: ["docs/catalogue.md", "docs/catalogue.zh.md", "README.md", "README.zh.md"])
  func documentedMetricsHold(_ path: String) throws {
    let text = try String(contentsOf: PackageFolder.root.appendingPathComponent(path), encoding: .utf8)
    let blocks = text.split(separator: "```yaml\n").dropFirst().map { $0.prefix { $0 != "`" } }
    #expect(!blocks.isEmpty)
    let files = blocks.enumerated().map { (file: "\(path), block \($0 + 1)", text: String($1)) }
    #expect(try Catalogue(files: Catalogue.builtIn + files).failingExamples().map(\.description) == [])
  }

  /// Both sides of a metric are shown, so that neither a lost claim nor a wrong one goes unseen.
  @Test func everyMetricHasExamplesAndCounterexamples() {
    #expect(Self.catalogue.metrics.count >= 120)
    for metric in Self.catalogue.metrics {
      #expect(!metric.counterexamples.isEmpty, "\(metric.id)")
    }
  }

  /// A catalogue of one metric.
  private func catalogue(patterns: String, without: String = "[]", examples: String) throws -> Catalogue {
    let text = """
      metrics:
        - id: own
          zh: 甲
          en: A
          unit: [元, 件]
          period: flow
          combine: last
          patterns: \(patterns)
          without: \(without)
          examples: \(examples)
      """
    return try Catalogue(files: [("own.yaml", text)])
  }

  @Test func failingExamplesAreToldWithTheirPlaces() throws {
    let catalogue = try catalogue(
      patterns: #"["产值 {n}"]"#, examples: #"["产值⟦3亿元⟧", "投资⟦3亿元⟧", "产值⟦3亿⟧元", "无数⟦字⟧"]"#)
    #expect(
      catalogue.failingExamples().map(\.description) == [
        "own.yaml:10: 应归入 own，实际归入 无指标：投资⟦3亿元⟧", "own.yaml:10: ⟦⟧ 里不是一个完整的统计数：产值⟦3亿⟧元；读到的是：“3亿元”",
        "own.yaml:10: ⟦⟧ 里不是一个完整的统计数：无数⟦字⟧；读到的是：无",
      ])
  }

  /// The figure of a part is none of the whole: `^` lets only words for the whole area and for having done it stand first.
  @Test(arguments: [
    ("产值⟦3亿元⟧", true), ("预计全市产值达⟦3亿元⟧", true), ("全年实现产值⟦3亿元⟧", true), ("2023年全县产值⟦3亿元⟧", true),
    ("高新区产值⟦3亿元⟧", false), ("光伏产值⟦3亿元⟧", false), ("人均产值⟦3万元⟧", false),
  ])
  func startOfTheStatement(_ sentence: String, _ isClaimed: Bool) throws {
    let catalogue = try catalogue(patterns: #"["^ 产值 {n}"]"#, examples: "[\(sentence)]")
    #expect(catalogue.failingExamples().isEmpty == isClaimed)
  }

  /// `without` looks behind the figure too, as far as the next figure or the clause's end.
  @Test(arguments: [("受理⟦3件⟧", true), ("重新受理⟦3件⟧", false), ("受理⟦3件⟧重新申请", false), ("受理⟦3件⟧，重新答复2件", true)])
  func wordsThatMustNotStand(_ sentence: String, _ isClaimed: Bool) throws {
    let catalogue = try catalogue(patterns: #"["受理 {n}"]"#, without: "[重新]", examples: "[\(sentence)]")
    #expect(catalogue.failingExamples().isEmpty == isClaimed)
  }

  /// Why a pattern with a word by the figure doesn't claim it.
  @Test(
    arguments: [
      ("受理取水申请⟦3件⟧", "受理 … 许可 {n}", .missing(["许可"])), ("取水受理⟦3件⟧", "受理 … 取水 {n}", .order),
      ("受理取水⟦3份⟧", "受理 … 取水 {n}", .unit(["元", "件"])), ("受理取水排名全省⟦第3⟧", "受理 … 取水 {n}", .kind),
      ("重新受理取水⟦3件⟧", "受理 … 取水 {n}", .excluded("重新")), ("受理取水⟦3件⟧", "取水 {n}", .outranked),
    ] as [(String, String, NearMiss.Reason)])
  func nearMisses(_ marked: String, _ pattern: String, _ reason: NearMiss.Reason) throws {
    let sentence = MarkedText(marked)
    let patterns = reason == .outranked ? [pattern, "受理 … 取水 {n}"] : [pattern]
    let catalogue = try catalogue(patterns: "\(patterns)", without: "[重新]", examples: "[\(marked)]")
    let text = SourceText(source: Array(sentence.text.utf8))
    let misses = ReportReader(catalogue: catalogue).nearMisses(text, ReportIdentity(of: text))
    #expect(misses.count == 1)
    #expect(misses.values.first?.map(\.pattern) == [pattern])
    #expect(misses.values.first?.map(\.reason) == [reason])
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
          patterns: ["检查 [专项 {n}", "检查", "检查 ^ {n}"]
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
        "own.yaml:14: 未知的键“periode”；可用的键：combine, counterexamples, en, examples, id, kinds, patterns, period, unit, without, zh",
        "own.yaml:17: 缺少右括号 ]：[专项",
        "own.yaml:17: 模式应有且只有一个 {n}：检查", "own.yaml:17: “^”只能是模式的第一项：检查 ^ {n}",
        "own.yaml:18: 例句要用 ⟦ 和 ⟧ 标出数字：检查3次",
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
