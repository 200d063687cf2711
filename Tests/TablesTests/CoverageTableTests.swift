import Checks
import Observations
import Quantities
import Tables
import Testing

/// What is told of which metric of which body in which year.
@Suite struct CoverageTableTests {
  private typealias Sample = SampleReports

  @Test func everyYearOfAMetricThatIsToldOf() {
    var half = Sample.figure("6", "4", metric: "sum", year: 2023)
    half.months = MonthSpan(1, 6)
    let figures = [
      Sample.figure("9", "1", year: 2021), Sample.figure("4", "2", year: 2022, partOf: "0"),
      Sample.figure("5", "3", year: 2022, confidence: .low), half, Sample.figure("7", "5", metric: "sum", year: 2021),
    ]
    var document = Sample.made(figures, year: 2023)
    let rows = {
      Table.coverage([document], catalogue: Sample.combinations).rows.map {
        $0[0]! + " " + $0[4...].map { $0! }.joined(separator: " ")
      }
    }
    #expect(
      rows() == [
        "sum 2021 told 1", "sum 2022 not_told 0", "sum 2023 part 1",
        "separate 2021 told 1", "separate 2022 told 2", "separate 2023 not_told 0",
      ])
    document.leastConfidence = .medium
    #expect(rows()[4] == "separate 2022 part 2")
  }
}
