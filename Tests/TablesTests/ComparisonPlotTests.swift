import Checks
import Observations
import Quantities
import Tables
import Testing

/// Pictures of figures side by side.
@Suite struct ComparisonPlotTests {
  private typealias Sample = SampleReports

  private func text(_ plot: ComparisonPlot) -> String { String(decoding: plot.svg, as: UTF8.self) }

  private func years(_ documents: [CheckedReport]) -> String {
    text(
      ComparisonPlot(SeriesSet(documents, catalogue: Sample.combinations), years: (first: 2022, second: 2023)))
  }

  @Test func twoYearsHaveALineBetweenThem() {
    let picture = years([
      Sample.made([
        Sample.figure("10", "1", metric: "last"), Sample.figure("20", "2", metric: "last", year: 2023),
      ])
    ])
    #expect(picture.contains(">指标（件）</text>"))
    #expect(picture.contains("椒江区教育局<title>椒江区教育局</title></text>"))
    // The scale goes from 0 at 250 to 20 at 610.
    #expect(picture.contains("<path d=\"M430.0 64.0H610.0\" stroke=\"#999\" stroke-width=\"3\"/>"))
    #expect(
      picture.contains(
        "<circle cx=\"430.0\" cy=\"64.0\" r=\"3.5\" fill=\"#b9770e\" stroke=\"#b9770e\"><title>2022 10 件</title>"))
    #expect(picture.contains(">10 → 20</text>"))
    #expect(picture.contains(">2022</text>") && picture.contains(">2023</text>"))
  }

  /// What 近30场 and 约40场 leave open is drawn to the edges; a year without a figure has neither mark nor line.
  @Test func boundsAndGaps() {
    let picture = years([
      Sample.made(
        [
          Sample.figure("30", "1", metric: "last", unit: "场", bound: .atMost),
          Sample.figure("40", "2", metric: "last", year: 2023, unit: "场", bound: .about),
        ], sha256: "a", agency: "331002-audit"),
      Sample.made([Sample.figure("7", "1", metric: "last", unit: "场", bound: .atLeast)], sha256: "b"),
    ])
    #expect(picture.contains(">≤30 → 约40</text>"))
    #expect(picture.contains("<path d=\"M250.0 64.0H520.0\" stroke=\"#b9770e\" stroke-dasharray=\"2 3\"/>"))
    #expect(picture.contains("<path d=\"M250.0 64.0H610.0\" stroke=\"#1b6ca8\" stroke-dasharray=\"2 3\"/>"))
    #expect(picture.contains("<path d=\"M313.0 88.0H610.0\" stroke=\"#b9770e\" stroke-dasharray=\"2 3\"/>"))
    #expect(picture.contains(">≥7</text>"))
    #expect(!picture.contains("88.0H313"))
  }

  @Test func anImpliedFigureIsHollow() {
    let implied = Sample.implied("10", year: 2022)
    let picture = years([
      Sample.made([Sample.figure("12", "1", metric: "last", year: 2023)], implied: [implied])
    ])
    #expect(picture.contains("fill=\"#fff\" stroke=\"#b9770e\"><title>2022 10 件（推算）</title>"))
  }

  /// A line along what it can be, with the scale from 0 to 15.
  @Test func anImpliedIntervalHasALine() {
    let picture = years([
      Sample.made(
        [Sample.figure("15", "1", metric: "last", year: 2023)], implied: [Sample.implied("5", "10", year: 2022)])
    ])
    #expect(picture.contains(">约8 → 15</text>"))
    #expect(picture.contains("<path d=\"M370.0 64.0H490.0\" stroke=\"#b9770e\" stroke-dasharray=\"2 3\"/>"))
  }

  @Test func agenciesStandUnderTheirNamesAndYearsAreRows() {
    let documents = [
      Sample.made(
        [Sample.figure("20", "1"), Sample.figure("5", "2", year: 2023)], sha256: "a", agency: "331002-audit"),
      Sample.made([Sample.figure("25", "1")], sha256: "b", agency: "331002-water"),
    ]
    let picture = text(
      ComparisonPlot(
        SeriesSet(documents, catalogue: Sample.combinations), agencies: (first: "331002-audit", second: "331002-water"))
    )
    #expect(picture.contains(">2022<title>2022</title>"))
    #expect(picture.contains(">20 → 25</text>"))
    #expect(picture.contains(">2023<title>2023</title>"))
    #expect(picture.contains(">椒江区教育局</text>"))
  }

  @Test func aRankingHasBarsFromZero() {
    let documents = [
      Sample.made([Sample.figure("-5")], sha256: "a", agency: "331002-audit"),
      Sample.made([Sample.figure("10")], sha256: "b", agency: "331002-water"),
    ]
    let picture = text(ComparisonPlot(SeriesSet(documents, catalogue: Sample.combinations), year: 2022))
    #expect(picture.contains(">1 椒江区教育局<title>"))
    #expect(picture.contains("<path d=\"M370.0 64.0H610.0\" stroke=\"#999\""))
    #expect(picture.contains("<path d=\"M370.0 88.0H250.0\" stroke=\"#999\""))
  }

  @Test func eachRankingHasAPanelOfItsOwn() {
    let documents = [
      Sample.made([Sample.figure("5", "1"), Sample.figure("3", "2", scope: "省级")], sha256: "a", agency: "331002-audit")
    ]
    let picture = text(ComparisonPlot(SeriesSet(documents, catalogue: Sample.combinations), year: 2022))
    #expect(picture.contains(">指标（件）</text>"))
    #expect(picture.contains(">指标（件） · 省级</text>"))
  }

  @Test func whatFindsNoRoomIsCounted() {
    let documents = (100...141).map { Sample.made([Sample.figure("9")], sha256: "\($0)", agency: "331\($0)-audit") }
    let plot = ComparisonPlot(SeriesSet(documents, catalogue: Sample.combinations), year: 2022)
    #expect(plot.left == 2)
  }
}
