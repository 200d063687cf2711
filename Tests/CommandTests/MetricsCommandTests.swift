import TestSupport
import Testing

/// `nianbao metrics`: the catalogue listed, shown, tested, and drafts for more.
@Suite struct MetricsCommandTests {
  private static let library = ["--catalogue", "Fixtures/catalogue/library.yaml"]

  @Test func listIsAMarkdownTable() throws {
    let run = try CommandRun(["metrics", "list", "--format", "md"] + Self.library)
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(
      run.outputLines.prefix(2) == [
        "| metric_id | zh | en | units | period | combine | patterns |", "| --- | --- | --- | --- | --- | --- | --- |",
      ])
    #expect(run.outputLines.contains("| consultations | 解答咨询 | Questions answered | 次 | flow | max | 1 |"))
    #expect(run.outputLines.last == "| books_lent | 借出图书 | Books lent | 册 | flow | sum | 1 |")
  }

  @Test func listAsCSV() throws {
    let run = try CommandRun(["metrics", "list"])
    #expect(run.status == 0)
    let rows = CSVRows(Array(run.output.utf8)).objects
    #expect(rows.count >= 120)
    #expect(rows.first { $0["metric_id"] == "permits_granted" }?["zh"] == "准予许可数")
  }

  @Test func showTellsAllOfAMetric() throws {
    let run = try CommandRun(["metrics", "show", "application_materials"])
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        """
        编号 id          application_materials
        名称 names       申请材料数 / Application documents required
        单位 units       条 件 份 项 个
        类型 kinds       count
        时期 period      stock
        合并 combine     last
        模式 pattern     申请材料|申报材料|办事材料|办件材料|要件材料 {n}
        模式 pattern     ^ 材料 {n}
        排除 without     资料 宣传 取消 发放
        归入 claims      材料由⟦11条⟧减为6条
        不归入 leaves    报送材料⟦11件⟧
        出处 source      rule-of-law.yaml:
        """))
  }

  @Test func anUnknownMetricIsWrongUsage() throws {
    let run = try CommandRun(["metrics", "show", "nothing"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages == "nothing: 没有这个指标，可用 nianbao metrics list 查看 (no such metric)\n")
  }

  @Test func theBuiltInExamplesHold() throws {
    let run = try CommandRun(["metrics", "test"])
    #expect(run.status == 0)
    #expect(run.outputLines.last?.contains("，不符 failing 0，") == true)
  }

  /// Two metrics that claim one figure, and a pattern that claims none, until a report has its words.
  @Test func overlapsAndUnusedPatternsAreTold() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      metrics:
        - id: granted
          zh: 准予
          en: Granted
          unit: [件]
          period: flow
          combine: max
          patterns: ["准予许可申请 {n}", "发证 {n}"]
          examples:
            - 准予许可申请⟦5件⟧
        - id: applications
          zh: 许可申请
          en: Applications
          unit: [件]
          period: flow
          combine: max
          patterns: ["许可申请 {n}"]
          examples:
            - 许可申请⟦6件⟧
      """, to: "own.yaml"
    ).path
    let run = try CommandRun(["metrics", "test", "--catalogue", path])
    #expect(run.status == 0)
    #expect(run.outputLines.contains("相重 overlap 1：granted 取得，applications 也相符：准予许可申请⟦5件⟧"))
    #expect(run.outputLines.contains("未用 unused \(path):2：granted  发证 {n}"))
    let report = try folder.write("全年发证7件。准予许可申请8件。", to: "a.txt").path
    let more = try CommandRun(["metrics", "test", "--catalogue", path, report])
    #expect(more.outputLines.contains("相重 overlap 2：granted 取得，applications 也相符：准予许可申请⟦5件⟧"))
    #expect(!more.output.contains("granted  发证 {n}"))
  }

  /// A metric of the user's own can take a figure from a built-in one: then that one's example fails.
  @Test func failingExamplesAreToldAndEndWithOne() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      metrics:
        - id: granted
          zh: 准予
          en: Granted
          unit: [件]
          period: flow
          combine: max
          patterns: ["准予许可申请 {n}"]
          examples:
            - 准予许可申请⟦5件⟧
            - 准予许可⟦5件⟧
      """, to: "own.yaml"
    ).path
    let run = try CommandRun(["metrics", "test", "--catalogue", path])
    #expect(run.status == 1)
    #expect(run.messages == "")
    #expect(run.outputLines.first == "\(path):11: 应归入 granted，实际归入 permits_granted：准予许可⟦5件⟧")
    #expect(run.outputLines.last?.contains("，不符 failing 1，") == true)
  }

  @Test func suggestDraftsACatalogue() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("借出图书90册。\n", to: "a.txt").path
    let run = try CommandRun(["metrics", "suggest", path])
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(run.outputLines.contains(#"  # 1 处，首见于 "\#(path):1""#))
    let draft = try folder.write(run.output, to: "draft.yaml").path
    #expect(try CommandRun(["metrics", "test", "--catalogue", draft]).status == 0)
    let none = try CommandRun(["metrics", "suggest", "--catalogue", draft, path])
    #expect(none.outputLines.count == 2)
  }

  @Test func suggestTellsWhatItCannotRead() throws {
    let run = try CommandRun(["metrics", "suggest", "missing.txt", "-"], input: Array("借出图书90册。".utf8))
    #expect(run.status == 1)
    #expect(run.output.contains("借出图书⟦90册⟧"))
    #expect(run.messages == "missing.txt: 没有这个文件或文件夹，请检查路径 (no such file or folder)\n")
    #expect(try CommandRun(["metrics", "suggest", "missing.txt"]).status == 3)
  }
}
