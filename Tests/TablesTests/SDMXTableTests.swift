import Checks
import Observations
import Quantities
import ReportText
import Tables
import Testing

/// Series as SDMX-CSV 2.0.
@Suite struct SDMXTableTests {
  private typealias Sample = SampleReports

  private static let header =
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,METRIC,KIND,UNIT_MEASURE,AGENCY,SCOPE,PERIOD_TYPE,SUBJECT,TIME_PERIOD,OBS_VALUE,"
    + "OBS_STATUS,BOUND,VALUE_LOW,VALUE_HIGH,COMBINATION,CONFLICTS,SOURCES,REVIEW,REF_AREA,AGENCY_NAME"

  private func lines(_ documents: [CheckedReport], _ choice: SeriesChoice = SeriesChoice()) -> [String] {
    let table = Table.sdmx(SeriesSet(documents, catalogue: Sample.combinations, choice: choice))
    return String(decoding: table.csv, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func aRowForEachFigure() {
    let implied = Sample.implied("10")
    let documents = [
      Sample.made(
        [Sample.figure("12", "1"), Sample.figure("15.5", "2", year: 2024, bound: .atLeast)], implied: [implied])
    ]
    #expect(
      lines(documents) == [
        Self.header,
        "dataflow,NIANBAO:TREND(1.0.0),I,A,separate,count,件,331002-education,_Z,flow,_Z,2021,10,I,EQ,10,10,,,01234567-1,,331002,椒江区教育局",
        "dataflow,NIANBAO:TREND(1.0.0),I,A,separate,count,件,331002-education,_Z,flow,_Z,2022,12,A,EQ,12,12,,,01234567-1,,331002,椒江区教育局",
        "dataflow,NIANBAO:TREND(1.0.0),I,A,separate,count,件,331002-education,_Z,flow,_Z,2024,15.5,A,GE,15.5,,,,01234567-2,,331002,椒江区教育局",
      ])
  }

  @Test func anImpliedIntervalHasItsEnds() {
    let documents = [Sample.made([Sample.figure("12", "1")], implied: [Sample.implied("8.5", "11")])]
    #expect(lines(documents)[1].contains(",_Z,2021,10,I,APPROX,8.5,11,,,01234567-1,,"))
  }

  @Test func combinedContradictedAndUnplacedFigures() {
    let documents = [
      Sample.made(
        [
          Sample.figure("9", "1", metric: "total_over_parts"),
          Sample.figure("4", "2", metric: "total_over_parts", scope: "省级", bound: .about),
        ],
        sha256: "aaaaaaaa", agency: "331002-x"),
      Sample.made(
        [
          Sample.figure("7", "1", metric: "total_over_parts", partOf: "0"),
          Sample.figure("1", "3", metric: "total_over_parts", subject: "乙", partOf: "0"),
        ], sha256: "bbbbbbbb", agency: "331002-x"),
    ]
    #expect(
      Array(lines(documents).dropFirst()) == [
        "dataflow,NIANBAO:TREND(1.0.0),I,A,total_over_parts,count,件,331002-x,_Z,flow,_Z,2022,9,U,EQ,9,9,,8(bbbbbbbb-1+bbbbbbbb-3),aaaaaaaa-1,,331002,椒江区教育局",
        "dataflow,NIANBAO:TREND(1.0.0),I,A,total_over_parts,count,件,331002-x,省级,flow,_Z,2022,4,A,APPROX,,,,,aaaaaaaa-2,,331002,椒江区教育局",
      ])
    let sum = Sample.made([
      Sample.figure("7", "1", metric: "total_over_parts", partOf: "0"),
      Sample.figure("1", "3", metric: "total_over_parts", subject: "乙", partOf: "0"),
    ])
    #expect(lines([sum])[1].contains(",8,A,EQ,8,8,sum(2),,01234567-1 01234567-3,"))
  }

  @Test func targetsAreForecastsAndSuccessionsBreaks() {
    var choice = SeriesChoice()
    choice.status = .target
    let target = [Sample.made([Sample.figure("5", "1", year: 2023, status: .target)])]
    #expect(lines(target, choice)[1].contains(",2023,5,F,EQ,"))
    choice.status = .actual
    choice.successions = .shared
    let documents = [
      Sample.made(
        [Sample.figure("5", "1", metric: "last", year: 2017)], sha256: "a",
        agency: "331000-science-technology-commission"),
      Sample.made(
        [Sample.figure("6", "1", metric: "last", year: 2018)], sha256: "b", agency: "331000-science-technology"),
    ]
    #expect(lines(documents, choice)[1].contains("331000-science-technology,_Z,flow,_Z,2017,5,A,"))
    #expect(lines(documents, choice)[2].contains("331000-science-technology,_Z,flow,_Z,2018,6,B,"))
  }
}
