import Checks
import Observations
import Quantities
import ReportText
import Tables
import Testing

/// Series of bodies that followed one another.
@Suite struct SeriesJoinerTests {
  private typealias Sample = SampleReports

  /// A report of a body on the last of the years that it has a figure for.
  private func report(_ agency: String, _ figures: [Int: String], status: Status = .actual, on year: Int? = nil)
    -> CheckedReport
  {
    let observations = figures.map {
      Sample.figure($0.value, "\($0.key)-0", metric: "sum", year: $0.key, status: status)
    }
    let year = year ?? figures.keys.max()!
    return Sample.made(observations, sha256: "\(agency)-\(year)", agency: agency, year: year)
  }

  private let commission = "331000-science-technology-commission"
  private let bureau = "331000-science-technology"

  /// `agency_id: year columns … breaks` of each row.
  private func trend(_ documents: [CheckedReport]) -> [String] {
    var choice = SeriesChoice()
    choice.successions = .shared
    let table = Table.trend(SeriesSet(documents, catalogue: Sample.combinations, choice: choice))
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
    #expect(Table.trend(SeriesSet(documents, catalogue: Sample.combinations)).rows.count == 2)
    #expect(!Table.trend(SeriesSet(documents, catalogue: Sample.combinations)).columns.contains("breaks"))
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
        report("331000-land-resources", [2017: "1"]), report("331000-land-resources", [2019: "2"]),
        report("331000-natural-resources", [2018: "3"]),
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

  /// What the heir retells of its predecessor's years joins them all the same: the report on that very year tells the figure, and
  /// another is marked.
  @Test func aRetoldYearIsThatOfItsOwnReport() {
    let own = report(commission, [2017: "2"])
    #expect(trend([own, report(bureau, [2017: "2", 2018: "3"])]) == ["\(bureau): 2,3,2018:椒江区教育局→椒江区教育局"])
    for retelling in [report(bureau, [2017: "5", 2018: "3"]), report(bureau, [2017: "5"], status: .prior, on: 2018)] {
      let documents = [own, retelling, report(bureau, [2018: "3"], on: 2018)]
      for found in [documents, documents.reversed()] {
        #expect(trend(found) == ["\(bureau): 2,3,2018:椒江区教育局→椒江区教育局"])
        #expect(conflicts(found) == ["2017≠5(\(retelling.sha256.prefix(8))-2017-0)"])
      }
    }
    // Only quoted by its own, the year is the later body's to tell.
    let onlyRetold = [report(commission, [2016: "1"]), report(bureau, [2017: "5", 2018: "3"])]
    #expect(trend(onlyRetold) == ["\(bureau): 1,5,3,2017:椒江区教育局→椒江区教育局"])
  }

  private func conflicts(_ documents: [CheckedReport]) -> [String?] {
    var choice = SeriesChoice()
    choice.successions = .shared
    let table = Table.trend(SeriesSet(documents, catalogue: Sample.combinations, choice: choice))
    return table.rows.map { $0[table.columns.firstIndex(of: "conflicts")!] }
  }

  /// Each change of the body that tells is marked, also where the heir alone tells of a year before.
  @Test func whatOnlyTheHeirTellsOfEarlierYearsIsMarked() {
    #expect(
      trend([report(commission, [2016: "1"]), report(commission, [2017: "2"]), report(bureau, [2015: "9", 2018: "3"])])
        == ["\(bureau): 9,1,2,3,2016:椒江区教育局→椒江区教育局 2018:椒江区教育局→椒江区教育局"])
  }

  /// Figures of other things are rows of their own, each of the last body that has one.
  @Test func whatCannotBeCombinedIsToldApart() {
    func report(_ agency: String, _ year: Int, _ subjects: [String]) -> CheckedReport {
      let figures = subjects.enumerated().map { Sample.figure("\($0 + 1)", "\($0)-0", subject: $1, year: year) }
      return Sample.made(figures, sha256: "\(agency)-\(year)", agency: agency, year: year)
    }
    #expect(
      trend([report(commission, 2017, ["甲", "乙"]), report(bureau, 2018, ["甲"])]) == [
        "\(bureau): 1,1,2018:椒江区教育局→椒江区教育局", "\(commission): 2,,",
      ])
  }

  @Test func plansAreJoinedByTheYearsTheyAreFor() {
    var choice = SeriesChoice()
    (choice.successions, choice.status) = (.shared, .target)
    let documents = [
      report(commission, [2018: "2"], status: .target, on: 2017),
      report(bureau, [2019: "3"], status: .target, on: 2018),
    ]
    let table = Table.trend(SeriesSet(documents, catalogue: Sample.combinations, choice: choice))
    #expect(table.rows.map { [$0[4], $0[10], $0[11]] } == [[bureau, "2", "3"]])
  }

  @Test func bodiesOfOtherPlacesAreNotJoined() {
    #expect(
      trend([report("331002-land-resources", [2017: "1"]), report("331000-natural-resources", [2018: "3"])]).count == 2)
  }
}
