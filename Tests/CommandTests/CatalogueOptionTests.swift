import TestSupport
import Testing

/// `--catalogue`: metrics of the user's own.
@Suite struct CatalogueOptionTests {
  private func metrics(_ arguments: [String]) throws -> [String] {
    let text = "借出图书90册。接待咨询600人次。解答5次。"
    let run = try CommandRun(["extract", "--format", "csv"] + arguments + ["-"], input: Array(text.utf8))
    #expect(run.status == 0)
    return CSVRows(Array(run.output.utf8)).objects.map { "\($0["text"]!) \($0["metric"]!)" }
  }

  @Test func withoutTheOptionTheBuiltInMetricsHold() throws {
    #expect(try metrics([]) == ["90册 ", "600人次 consultations", "5次 "])
  }

  @Test func aFileAddsMetricsAndReplacesThemByID() throws {
    #expect(
      try metrics(["--catalogue", "Fixtures/catalogue/library.yaml"]) == [
        "90册 books_lent", "600人次 ", "5次 consultations",
      ])
  }

  @Test(arguments: [["extract", "seeds"], ["report", "seeds", "--out", "/dev/null/out"], ["explain", "受理9件"]])
  func allMistakesAreToldWithTheirPlaces(_ arguments: [String]) throws {
    let file = "Fixtures/catalogue/mistaken.yaml"
    let run = try CommandRun(arguments + ["--catalogue", file])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.messageLines == [
        "\(file):7: “period”不能是“weekly”；可用的值：flow, stock",
        "\(file):19: 未知的键“colour”；可用的键：combine, counterexamples, en, examples, id, kinds, patterns, period, unit, "
          + "without, zh",
      ])
  }

  @Test func aMissingFileIsWrongUsage() throws {
    let run = try CommandRun(["extract", "seeds", "--catalogue", "missing.yaml"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages == "missing.yaml: 打不开指标目录，请检查路径和权限 (cannot open the catalogue)\n")
  }
}
