import Checks
import Observations
import Quantities
import Tables
import Testing

/// Pictures of series.
@Suite struct TrendPlotTests {
  private typealias Sample = SampleReports

  private func svg(_ documents: [CheckedReport]) -> String {
    String(decoding: TrendPlot(SeriesSet(documents, catalogue: Sample.combinations)).svg, as: UTF8.self)
  }

  /// The points of lines, `M` where one begins and `L` where it goes on.
  private func strokes(_ svg: String) -> [String] {
    svg.split(separator: "<path d=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
      .filter { !$0.contains("H") }.map { $0.filter { "ML".contains($0) } }
  }

  @Test func aYearWithoutAFigureIsAGap() {
    let figures = [2018, 2019, 2021, 2022].map { Sample.figure("\($0 - 2010)", "\($0)-0", year: $0) }
    let picture = svg([Sample.made(figures)])
    #expect(strokes(picture) == ["MLML"])
    #expect(picture.contains(">指标（件）</text>"))
    #expect(picture.contains(">椒江区教育局</text>"))
    // The scale goes in steps of 5 from zero.
    #expect(["0", "5", "10", "15"].allSatisfy { picture.contains("text-anchor=\"end\">\($0)</text>") })
  }

  @Test func anImpliedFigureIsHollow() {
    let implied = Sample.implied("10")
    let picture = svg([Sample.made([Sample.figure("12", "1", bound: .atLeast)], implied: [implied])])
    #expect(picture.contains("fill=\"#fff\" stroke=\"#1b6ca8\"><title>2021 10 件（推算）</title>"))
    #expect(picture.contains("l5 8.5h-10z\" fill=\"#1b6ca8\" stroke=\"#1b6ca8\"><title>2022 12 件（&gt;=）</title>"))
  }

  @Test func anImpliedIntervalIsAHollowDiamond() {
    let picture = svg([Sample.made([Sample.figure("12", "1")], implied: [Sample.implied("8", "11")])])
    #expect(picture.contains("l-5 -5z\" fill=\"#fff\" stroke=\"#1b6ca8\"><title>2021 10 件（推算，~）</title>"))
  }

  @Test func unitsStandInPanelsOfTheirOwnAndNamesAreEscaped() {
    let figures = [
      Sample.figure("1", "1", unit: "件"), Sample.figure("2", "2", unit: "项"), Sample.figure("-3", "3", kind: .change),
    ]
    let picture = svg([Sample.made(figures), Sample.made([Sample.figure("4", scope: "<省>")], sha256: "b")])
    #expect(picture.contains(">指标（件）</text>"))
    #expect(picture.contains(">指标（项）</text>"))
    #expect(picture.contains(">指标（增减，件）</text>"))
    #expect(picture.contains("椒江区教育局 · &lt;省&gt;"))
  }

  /// A year that is alone stands in the middle, a negative figure below zero, and sums of several years beside none of one.
  @Test func onePointNegativeAndCumulativeFigures() {
    #expect(svg([Sample.made([Sample.figure("9")])]).contains("<circle cx=\"413.0\" cy="))
    let figures = [
      Sample.figure("-3", "1", kind: .growth, unit: "%"),
      Sample.figure("1.2", "2", year: 2021, kind: .growth, unit: "%"),
      Sample.figure("5690000000000000", "3", unit: "元", periodType: .cumulative),
    ]
    let picture = svg([Sample.made(figures)])
    #expect(picture.contains(">指标（增幅，%）</text>"))
    #expect(picture.contains(">指标（数年合计，元）</text>"))
    #expect(["-4", "0", "2", "6000万亿"].allSatisfy { picture.contains("text-anchor=\"end\">\($0)</text>") })
  }

  /// Figures beyond what whole numbers of the machine hold have their place and their label.
  @Test func figuresWithoutMeasure() {
    let figures = ["1" + String(repeating: "0", count: 34), "-1", "9223372036854775807"].enumerated().map {
      Sample.figure($1, "\($0)", year: 2020 + $0)
    }
    #expect(svg([Sample.made(figures)]).contains("text-anchor=\"end\">1e+22万亿</text>"))
  }

  @Test func whatFindsNoRoomIsCounted() {
    let documents = (1...10).map { Sample.made([Sample.figure("\($0)")], sha256: "\($0)", agency: "33100\($0)-audit") }
    let plot = TrendPlot(SeriesSet(documents, catalogue: Sample.combinations))
    #expect(plot.left == 2)
    #expect(TrendPlot(SeriesSet([], catalogue: Sample.combinations)).left == 0)
  }
}
