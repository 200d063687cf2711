import Observations
import ReportText
import Testing

@Suite struct MetricSuggestionsTests {
  private func yaml(_ texts: [String], limit: Int = 10) throws -> String {
    let reader = ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn))
    var suggestions = MetricSuggestions()
    for (number, text) in texts.enumerated() {
      suggestions.add(reader.read(SourceText(source: Array(text.utf8)), path: "\(number + 1).txt"))
    }
    return suggestions.yaml(limit: limit)
  }

  /// The most frequent first; 全市 and 累计 make no other subject; what has a metric is none of it.
  @Test func subjectsAreCounted() throws {
    let yaml = try yaml(["全市借出图书90册。\n借阅证4张。\n", "累计借出图书20册。城镇新增就业300人。办结15件、移交5件。"])
    #expect(
      yaml.hasPrefix(
        """
        # 由 nianbao metrics suggest 生成：请改编号和名称，合并同一指标，删去不要的。
        metrics:
          # 2 处，首见于 "1.txt:1"
          - id: suggestion_1
            zh: "借出图书"
            en: TODO
            unit: ["册"]
            kinds: [count]
            period: flow
            combine: separate
            patterns:
              - "^ 借出图书 {n}"
            examples:
              - "全市借出图书⟦90册⟧。"

        """), "\(yaml)")
    #expect(!yaml.contains("城镇新增就业\""))
    #expect(yaml.contains("办结15件、移交⟦5件⟧。"), "\(yaml)")
  }

  /// The draft is a catalogue whose examples hold, also where the sentence has marks of YAML.
  @Test func theDraftIsACatalogue() throws {
    let yaml = try yaml(["完成46个“图书角”改造。\n# 名称: “甲” \\ 乙：借出图书3册。\n"])
    let catalogue = try Catalogue(files: [("draft.yaml", yaml)])
    #expect(catalogue.metrics.count == 2)
    #expect(catalogue.failingExamples().map(\.description) == [])
  }

  @Test func theLimitHolds() throws {
    let yaml = try yaml(["借出图书90册。借阅证4张。"], limit: 1)
    #expect(try Catalogue(files: [("draft.yaml", yaml)]).metrics.count == 1)
  }
}
