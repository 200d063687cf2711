import Checks
import Observations
import Quantities
import ReportText
@testable import Tables
import Testing

/// Figures that a person judged, in every table: a rejected one is shown as good nowhere, a corrected one everywhere with its mark.
@Suite struct ReviewedTablesTests {
  private typealias Sample = SampleReports

  private static func review(_ decision: Review.Decision, _ expected: String, _ value: String? = nil) -> Review {
    Review(
      decision: decision, expected: ExactDecimal(expected)!, value: value.flatMap { ExactDecimal($0) }, reason: "笔误",
      reviewer: "甲")
  }

  /// What a document states for 2022 and 2023, with a growth of 20 % that implies 100 for 2021.
  private static func document(
    _ reviews: [String: Review], sha256: String = "0123456789abcdef", agency: String = "331002-education"
  ) -> CheckedReport {
    Sample.made(
      [
        Sample.figure("120", "1", metric: "last"), Sample.figure("20", "2", metric: "last", kind: .growth, unit: "%"),
        Sample.figure("130", "3", metric: "last", year: 2023),
        Sample.figure("8", "4", metric: "last", year: 2023, kind: .growth, unit: "%"),
      ], sha256: sha256, agency: agency,
      findings: [
        Finding(check: .growthFeasibility, verdict: .consistent, message: "可行", operands: ["2", "1"]),
        Finding(check: .growthFeasibility, verdict: .consistent, message: "可行", operands: ["4", "3"]),
      ], implied: [Sample.implied("100", growth: "2")],
      reviews: reviews)
  }

  /// The cells of columns that are told, by row.
  private func cells(_ table: Table, _ columns: [String]) -> [String] {
    table.rows.map { row in
      columns.map { column in table.columns.firstIndex(of: column).map { row[$0] ?? "" } ?? "?" }
        .joined(separator: ",")
    }
  }

  private func trend(_ documents: [CheckedReport]) -> [String] {
    cells(
      .trend(SeriesSet(documents, catalogue: Sample.combinations)),
      ["kind", "2021", "2022", "2023", "implied", "bounds", "combined", "conflicts", "review"])
  }

  @Test func trend() {
    #expect(trend([Self.document([:])]) == ["count,100,120,130,2021,,,,", "growth,,20,8,,,,,"])
    #expect(
      trend([Self.document(["1": Self.review(.correct, "120", "126"), "3": Self.review(.accept, "130")])]) == [
        "count,?,126,130,,,,,2022=correct", "growth,?,20,8,,,,,",
      ])
    #expect(
      trend([Self.document(["1": Self.review(.reject, "120")])]) == ["count,?,,130,,,,,", "growth,?,20,8,,,,,"])
    // Nothing is implied by a growth that doesn't stand.
    #expect(
      trend([Self.document(["2": Self.review(.correct, "20", "25")])]) == [
        "count,?,120,130,,,,,", "growth,?,25,8,,,,,2022=correct",
      ])
    #expect(trend([Self.document(Self.allRejected)]) == [])
  }

  private static let allRejected = [
    "1": review(.reject, "120"), "2": review(.reject, "20"), "3": review(.reject, "130"), "4": review(.reject, "8"),
  ]

  @Test func aSumTellsWhatItLeavesOutAndWhatWasCorrected() {
    let figures = ["3", "4", "5"].enumerated().map {
      Sample.figure($1, "\($0)", metric: "total_over_parts", subject: "甲\($0)", partOf: "9")
    }
    let one = { (reviews: [String: Review]) in self.trend([Sample.made(figures, reviews: reviews)]) }
    #expect(one([:]) == ["count,?,12,?,,,2022=sum(3),,"])
    #expect(one(["1": Self.review(.reject, "4")]) == ["count,?,8,?,,,2022=sum(2),,2022=reject"])
    #expect(
      one(["0": Self.review(.correct, "3", "30"), "1": Self.review(.reject, "4")]) == [
        "count,?,35,?,,,2022=sum(2),,2022=correct,reject"
      ])
  }

  /// A part that was left out of a sum for its total comes back when the total is rejected; a corrected bound is none.
  @Test func totalsAndBounds() {
    let total = Sample.figure("9", "1", metric: "total_over_parts", bound: .atLeast)
    let parts = [
      Sample.figure("4", "2", metric: "total_over_parts", subject: "甲(乙)", partOf: "1"),
      Sample.figure("3", "3", metric: "total_over_parts", subject: "甲(丙)", partOf: "1"),
    ]
    #expect(trend([Sample.made([total] + parts)]) == ["count,?,9,?,,2022>=,2022=whole(3),,"])
    #expect(
      trend([Sample.made([total] + parts, reviews: ["1": Self.review(.correct, "9", "7")])]) == [
        "count,?,7,?,,,2022=whole(3),,2022=correct"
      ])
    #expect(
      trend([Sample.made([total] + parts, reviews: ["1": Self.review(.reject, "9")])]) == [
        "count,?,7,?,,,2022=sum(2),,2022=reject"
      ])
  }

  /// What another document says against a figure is what the person made of it.
  @Test func conflicts() {
    let first = Sample.made([Sample.figure("10", "1", metric: "last")])
    let second = { (reviews: [String: Review]) in
      Sample.made([Sample.figure("12", "1", metric: "last")], sha256: "b", reviews: reviews)
    }
    #expect(trend([first, second([:])]) == ["count,?,10,?,,,,2022≠12(b-1),"])
    #expect(
      trend([first, second(["1": Self.review(.correct, "12", "11")])]) == ["count,?,10,?,,,,2022≠11(b-1,correct),"])
    #expect(
      trend([first, second(["1": Self.review(.correct, "12", "10")])]) == ["count,?,10,?,,,,,2022=correct"])
    #expect(trend([first, second(["1": Self.review(.reject, "12")])]) == ["count,?,10,?,,,,,2022=reject"])
    let quoted = Sample.made(
      [Sample.figure("12", "1", metric: "last", status: .prior)], sha256: "b",
      reviews: ["1": Self.review(.reject, "12")])
    #expect(trend([first, quoted]) == ["count,?,10,?,,,,,"])
  }

  @Test func observations() {
    let reviews = ["1": Self.review(.correct, "120", "126"), "3": Self.review(.reject, "130")]
    let columns = ["observation_id", "value", "value_low", "value_high", "text", "derivation", "review"]
    #expect(
      cells(.observations([Self.document(reviews)], catalogue: Sample.combinations), columns) == [
        "01234567-1,126,126,126,120件,stated,correct", "01234567-2,20,20,20,20%,stated,",
        "01234567-3,,,,130件,stated,reject", "01234567-4,8,8,8,8%,stated,",
      ])
    #expect(
      cells(
        .observations([Self.document(reviews)], catalogue: Sample.combinations, choice: SeriesChoice()), columns) == [
          "01234567-1,126,126,126,120件,stated,correct", "01234567-2,20,20,20,20%,stated,",
          "01234567-4,8,8,8,8%,stated,",
        ])
  }

  @Test func years() {
    let table = { (reviews: [String: Review]) in
      self.cells(
        .comparison(SeriesSet([Self.document(reviews)], catalogue: Sample.combinations), years: (2022, 2023)),
        ["kind", "2022", "2023", "difference", "stated_growth", "review"])
    }
    #expect(table([:]) == ["count,120,130,10,8,", "growth,20,8,-12,,"])
    #expect(
      table(["1": Self.review(.correct, "120", "126"), "4": Self.review(.correct, "8", "3")]) == [
        "count,126,130,4,3,2022=correct stated_growth=correct", "growth,20,3,-17,,2023=correct",
      ])
    #expect(
      table(["3": Self.review(.reject, "130"), "4": Self.review(.reject, "8")]) == [
        "count,120,,,,", "growth,20,,,,",
      ])
  }

  @Test func agenciesAndRanks() {
    let other = "331002-audit"
    let documents = [
      Self.document(["1": Self.review(.correct, "120", "126"), "2": Self.review(.reject, "20")]),
      Self.document(["2": Self.review(.correct, "20", "21")], sha256: "b", agency: other),
    ]
    var choice = SeriesChoice()
    choice.years = 2022...2022
    #expect(
      cells(
        .comparison(
          SeriesSet(documents, catalogue: Sample.combinations, choice: choice), agencies: ("331002-education", other)),
        ["kind", "331002-education", other, "difference", "review"]) == [
          "growth,,21,,331002-audit=correct", "count,126,120,-6,331002-education=correct",
        ])
    #expect(
      cells(
        .ranking(SeriesSet(documents, catalogue: Sample.combinations, choice: choice), year: 2022),
        ["rank", "agency_id", "kind", "value", "value_low", "value_high", "review"]) == [
          "1,331002-education,count,126,126,126,2022=correct", "2,331002-audit,count,120,120,120,",
          "1,331002-audit,growth,21,21,21,2022=correct",
        ])
  }

  @Test func plot() {
    let svg = String(
      decoding: TrendPlot(
        SeriesSet(
          [Self.document(["1": Self.review(.correct, "120", "126"), "3": Self.review(.reject, "130")])],
          catalogue: Sample.combinations)
      ).svg, as: UTF8.self)
    #expect(svg.contains("<title>2022 126 件（更正）</title>"))
    #expect(svg.contains("r=\"6.5\" fill=\"none\""))
    #expect(!svg.contains("120 件") && !svg.contains("130 件") && !svg.contains("100 件"))
  }

  /// Checks are of what was read; they and the audit show it beside the decision.
  @Test func whatWasReadStandsBesideTheDecision() {
    let archive = CheckedArchive(
      [Self.document(["1": Self.review(.correct, "120", "126"), "3": Self.review(.reject, "130")])],
      catalogue: Sample.combinations)
    #expect(
      cells(.findings(archive), ["verdict", "operands", "review"]) == [
        "consistent,20%; 120件,01234567-1=correct:126", "consistent,8%; 130件,01234567-3=reject",
      ])
    let selection = FigureSelection(metric: nil, agency: nil, year: nil)
    #expect(
      cells(.audit(archive, selection, catalogue: Sample.combinations), ["value", "derivation", "review"]) == [
        "120,stated,correct 126 (甲: 笔误)", "20,stated,", "130,stated,reject (甲: 笔误)", "8,stated,",
      ])
  }

  /// Every file of an export that shows values of figures.
  @Test func export() throws {
    let files = Dictionary(
      uniqueKeysWithValues: DataPackage(
        [Self.document(["1": Self.review(.correct, "120", "126"), "3": Self.review(.reject, "130")])],
        catalogue: Sample.combinations, generator: "test"
      ).files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    let trend = try #require(files["trend.csv"])
    #expect(trend.contains(",2022,2023,implied,"))
    #expect(trend.contains(",126,,,,,,,2022:01234567-1,2022=correct,\n"))
    #expect(!trend.contains("130"))
    #expect(files["observations.csv"]?.contains(",2023,,,,件,count,=,actual,") == true)
    #expect(files["datapackage.json"]?.contains(#""name":"review","type":"string","title":"审核""#) == true)
  }
}
