import Checks
import Observations
import Quantities
import ReportText
import Tables
import Testing

/// Figures that aren't sure, in every table: marked, or with a least confidence withheld and counted.
@Suite struct UnsureFiguresTests {
  private typealias Sample = SampleReports

  /// What a document states for 2021 to 2023: 2022 of three figures, of which one is low; a growth that is medium implies 2020.
  private static func document(
    _ least: ReportIdentity.Confidence, sha256: String = "0123456789abcdef", reviews: [String: Review] = [:]
  ) -> CheckedReport {
    var document = Sample.made(
      [
        Sample.figure("100", "1", metric: "total_over_parts", year: 2021),
        Sample.figure("25", "2", metric: "total_over_parts", year: 2021, kind: .growth, unit: "%", confidence: .medium),
        Sample.figure("3", "3", metric: "total_over_parts", subject: "甲", partOf: "9"),
        Sample.figure("4", "4", metric: "total_over_parts", subject: "乙", partOf: "9", confidence: .low),
        Sample.figure("130", "5", metric: "total_over_parts", year: 2023, confidence: .medium),
      ], sha256: sha256, implied: [Sample.implied("80", growth: "2", year: 2020)], reviews: reviews)
    document.leastConfidence = least
    return document
  }

  private static func review(_ decision: Review.Decision, _ expected: String, _ value: String? = nil) -> Review {
    Review(
      decision: decision, expected: ExactDecimal(expected)!, value: value.flatMap { ExactDecimal($0) }, reason: "笔误",
      reviewer: "甲")
  }

  private func cells(_ table: Table, _ columns: [String]) -> [String] {
    table.rows.map { row in
      columns.map { column in table.columns.firstIndex(of: column).map { row[$0] ?? "" } ?? "?" }
        .joined(separator: ",")
    }
  }

  private func trend(_ documents: [CheckedReport]) -> [String] {
    cells(
      .trend(SeriesSet(documents, catalogue: Sample.combinations)),
      ["kind", "2020", "2021", "2022", "2023", "combined", "review", "uncertain"])
  }

  @Test func trendNamesTheYearsThatRestOnThem() {
    #expect(
      trend([Self.document(.low)]) == [
        "count,80,100,7,130,2022=sum(2),,2020=medium 2022=low 2023=medium", "growth,,25,,,,,2021=medium",
      ])
  }

  @Test func whatIsBelowTheLeastConfidenceIsWithheld() {
    #expect(
      trend([Self.document(.medium)]) == [
        "count,80,100,3,130,,,2020=medium 2022=withheld 2023=medium", "growth,,25,,,,,2021=medium",
      ])
    // Nothing is implied by a growth that isn't shown.
    #expect(trend([Self.document(.high)]) == ["count,?,100,3,?,,,2022=withheld"])
  }

  @Test func withheldFiguresAreCountedAsAskedFor() {
    func count(_ documents: [CheckedReport], of years: Set<Int>? = nil, _ change: (inout SeriesChoice) -> Void) -> Int {
      var choice = SeriesChoice()
      change(&choice)
      return SeriesSet(documents, catalogue: Sample.combinations, choice: choice).withheldCount(of: years)
    }
    #expect(count([Self.document(.low)]) { _ in } == 0)
    #expect(count([Self.document(.medium)]) { _ in } == 1)
    #expect(count([Self.document(.high)]) { _ in } == 3)
    #expect(count([Self.document(.high)]) { $0.kinds = [.growth] } == 1)
    #expect(count([Self.document(.high)]) { $0.years = 2022...2023 } == 2)
    #expect(count([Self.document(.high)], of: [2021, 2023]) { $0.kinds = [.count] } == 1)
    #expect(count([Self.document(.high)]) { $0.status = .target } == 0)
    // What no series can hold is no figure of theirs.
    var timeless = Sample.made([Sample.figure("9", year: nil, confidence: .low)])
    timeless.leastConfidence = .high
    #expect(count([timeless]) { _ in } == 0)
    #expect(SeriesChoice().withheldCount([timeless]) == 1)
  }

  /// What a person let stand is sure, and what was rejected isn't held back a second time.
  @Test func reviewedFiguresAreNeverWithheld() {
    let reviews = [
      "2": Self.review(.accept, "25"), "4": Self.review(.reject, "4"), "5": Self.review(.correct, "130", "131"),
    ]
    #expect(
      trend([Self.document(.high, reviews: reviews)]) == [
        "count,80,100,3,131,,2022=reject 2023=correct,", "growth,,25,,,,,",
      ])
  }

  /// Two documents that tell the same number are as sure as the surer.
  @Test func whatIsToldTwiceIsAsSureAsTheSurer() {
    func document(_ sha256: String, _ confidence: ReportIdentity.Confidence) -> CheckedReport {
      Sample.made([Sample.figure("9", metric: "last", confidence: confidence)], sha256: sha256)
    }
    let both = [document("aaaaaaaa", .low), document("bbbbbbbb", .high)]
    let table = Table.trend(SeriesSet(both, catalogue: Sample.combinations))
    #expect(cells(table, ["2022", "uncertain"]) == ["9,"])
    let one = Table.trend(SeriesSet([both[0]], catalogue: Sample.combinations))
    #expect(cells(one, ["2022", "uncertain"]) == ["9,2022=low"])
  }

  @Test func longTable() {
    let columns = ["year", "value", "derivation", "confidence"]
    let table = { Table.observations([Self.document($0)], catalogue: Sample.combinations) }
    #expect(
      cells(table(.low), columns) == [
        "2021,100,stated,high", "2021,25,stated,medium", "2022,3,stated,high", "2022,4,stated,low",
        "2023,130,stated,medium", "2020,80,implied,medium",
      ])
    #expect(cells(table(.high), columns) == ["2021,100,stated,high", "2022,3,stated,high"])
  }

  @Test func comparisons() {
    let other = "331002-audit"
    var second = Sample.made(
      [Sample.figure("90", "1", metric: "total_over_parts", year: 2021)], sha256: "ffffffff", agency: other)
    let set = { least in
      second.leastConfidence = least
      return SeriesSet([Self.document(least), second], catalogue: Sample.combinations)
    }
    let ofYears = { least in
      cells(.comparison(set(least), years: (2021, 2022)), ["agency_id", "kind", "2021", "2022", "uncertain"])
    }
    #expect(
      ofYears(.low) == [
        "331002-audit,count,90,,", "331002-education,count,100,7,2022=low", "331002-education,growth,25,,2021=medium",
      ])
    #expect(ofYears(.high) == ["331002-audit,count,90,,", "331002-education,count,100,3,2022=withheld"])
    let ofAgencies = Table.comparison(set(.low), agencies: ("331002-education", other))
    #expect(
      cells(ofAgencies, ["kind", "year", "331002-education", other, "uncertain"]) == [
        "count,2020,80,,331002-education=medium", "count,2021,100,90,", "count,2022,7,,331002-education=low",
        "count,2023,130,,331002-education=medium", "growth,2021,25,,331002-education=medium",
      ])
    let ranking = Table.ranking(set(.low), year: 2023)
    #expect(cells(ranking, ["value", "uncertain"]) == ["130,2023=medium"])
  }

  /// The tables of what was read keep all of it.
  @Test func export() throws {
    let files = Dictionary(
      uniqueKeysWithValues: DataPackage(
        [Self.document(.low)], figures: [Self.document(.high)], catalogue: Sample.combinations, generator: "test"
      ).files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    #expect(files["trend.csv"]?.contains(",100,3,,,,,,2021:01234567-1 2022:01234567-3,,2022=withheld\n") == true)
    #expect(files["observations.csv"]?.split(separator: "\n").count == 3)
    #expect(files["datapackage.json"]?.contains(#""name":"uncertain","type":"string","title":"存疑""#) == true)
  }
}
