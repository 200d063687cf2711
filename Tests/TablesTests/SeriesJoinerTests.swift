import Checks
import Observations
import Quantities
import ReportText
import Tables
import Testing

/// Series of bodies that followed one another.
@Suite struct SeriesJoinerTests {
  private typealias Sample = SampleReports

  /// A report of a body with a figure for each year.
  private func report(_ agency: String, _ figures: [Int: String]) -> CheckedReport {
    let observations = figures.map { Sample.figure($0.value, "\($0.key)-0", metric: "sum", year: $0.key) }
    return Sample.made(observations, sha256: agency, agency: agency)
  }

  /// `agency_id: year columns … breaks` of each row.
  private func trend(_ documents: [CheckedReport]) -> [String] {
    var choice = SeriesChoice()
    choice.successions = .shared
    let table = Table.trend(documents, catalogue: Sample.combinations, choice: choice)
    return table.rows.map { row in
      let cells = zip(table.columns, row).filter { Int($0.0) != nil || $0.0 == "breaks" }.map { $0.1 ?? "" }
      return "\(row[4] ?? ""): \(cells.joined(separator: ","))"
    }
  }

  @Test func aSeriesGoesOnInThatOfTheHeir() {
    let documents = [
      report("331000-science-technology-commission", [2016: "1", 2017: "2"]),
      report("331000-science-technology", [2018: "3"]),
    ]
    #expect(trend(documents) == ["331000-science-technology: 1,2,3,2018:椒江区教育局→椒江区教育局"])
    #expect(Table.trend(documents, catalogue: Sample.combinations).rows.count == 2)
    #expect(!Table.trend(documents, catalogue: Sample.combinations).columns.contains("breaks"))
  }

  @Test func eachBreakOfAChainIsMarked() {
    #expect(
      trend([
        report("331000-health-before-2013", [2012: "1"]), report("331000-health-family-planning", [2015: "2"]),
        report("331000-health", [2020: "3"]),
      ]) == ["331000-health: 1,2,3,2015:椒江区教育局→椒江区教育局 2020:椒江区教育局→椒江区教育局"])
  }

  @Test func aBodyMayBeSkippedAndADivisionChanged() {
    #expect(
      trend([report("500381-health-before-2013", [2004: "1"]), report("500116-health", [2020: "3"])])
        == ["500116-health: 1,3,2020:椒江区教育局→椒江区教育局"])
  }

  /// Figures of both bodies for one year can't be one series.
  @Test func whatOverlapsIsNotJoined() {
    #expect(
      trend([
        report("331000-land-resources", [2017: "1", 2019: "2"]), report("331000-natural-resources", [2018: "3"]),
      ]) == ["331000-land-resources: 1,,2,", "331000-natural-resources: ,3,,"])
  }

  /// Of two bodies that became one neither is the series of the other.
  @Test func mergedBodiesThatBothHaveFiguresAreNotJoined() {
    #expect(
      trend([
        report("331000-culture", [2017: "1"]), report("331000-tourism", [2017: "2"]),
        report("331000-culture-tourism", [2020: "3"]),
      ]) == ["331000-culture: 1,,", "331000-culture-tourism: ,3,", "331000-tourism: 2,,"])
  }

  @Test func bodiesOfOtherPlacesAreNotJoined() {
    #expect(
      trend([report("331002-land-resources", [2017: "1"]), report("331000-natural-resources", [2018: "3"])]).count == 2)
  }
}
