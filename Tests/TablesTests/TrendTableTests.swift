import Checks
import Observations
import Quantities
import Tables
import Testing

/// Series over the years, and what makes the figure of one year.
@Suite struct TrendTableTests {
  private typealias Sample = SampleReports

  /// The table's years and marks, with each row as text: series, then year columns, then marks.
  private func trend(_ documents: [CheckedReport]) -> [String] {
    let table = Table.trend(SeriesSet(documents, catalogue: Sample.combinations))
    let lines = [table.columns] + table.rows.map { $0.map { $0 ?? "" } }
    return lines.map { line in
      // metric, kind, unit, scope, subject; the constant columns and the sources have tests of their own.
      ([line[0], line[2], line[3], line[7], line[9]] + line[10...].dropLast(5)).joined(separator: ",")
        + (line[line.count - 4].first == "2" ? " " + line[line.count - 4] : "")
    }
  }

  private func header(_ years: String) -> String {
    "metric_id,kind,unit,scope,subject,\(years)implied,bounds,combined"
  }

  @Test func aRowHoldsSeriesYearsAndMarks() {
    let table = Table.trend(SeriesSet([Sample.made([Sample.figure("9")])], catalogue: Sample.combinations))
    #expect(
      table.columns == [
        "metric_id", "metric", "kind", "unit", "agency_id", "agency", "area_code", "scope", "period_type", "subject",
        "2022", "implied", "bounds", "combined", "also", "conflicts", "sources",
        "review", "uncertain",
      ])
    #expect(
      table.rows == [
        [
          "separate", "指标", "count", "件", "331002-education", "椒江区教育局", "331002", nil, "flow", nil, "9", nil, nil, nil,
          nil, nil,
          "2022:01234567-1-0", nil, nil,
        ]
      ])
  }

  /// Nobody knows whether documents that name no issuer are of one body.
  @Test func documentsWithoutAnIssuerShareNoSeries() {
    let documents = [("aaaaaaaa", 2021), ("bbbbbbbb", 2022)].map { sha256, year in
      Sample.made([Sample.figure("9", year: year)], sha256: sha256, agency: nil, year: year)
    }
    let table = Table.trend(SeriesSet(documents, catalogue: Sample.combinations))
    #expect(table.rows.map { $0[4] } == ["document-aaaaaaaa", "document-bbbbbbbb"])
    #expect(table.rows.map { Array($0[10...11]) } == [["9", nil], [nil, "9"]])
  }

  @Test func noFiguresMakeNoRows() {
    #expect(trend([]) == [header("")])
  }

  @Test func oneRowForEachSeries() {
    let figures = [
      Sample.figure("1", "1", year: 2021), Sample.figure("2", "2", year: 2023),
      Sample.figure("3", "3", scope: "省级"), Sample.figure("4", "4", scope: "市级"),
      Sample.figure("5", "5", kind: .growth, unit: "%"), Sample.figure("6", "6", unit: "项"),
      Sample.figure("7", "7", metric: "sum"), Sample.figure("8", "8", metric: nil),
      Sample.figure("9", "9", metric: "max", year: nil),
    ]
    #expect(
      trend([Sample.made(figures)]) == [
        header("2021,2022,2023,"),
        "sum,count,件,,,,7,,,,",
        "separate,count,件,,,1,,2,,,",
        "separate,count,项,,,,6,,,,",
        "separate,growth,%,,,,5,,,,",
        "separate,count,件,市级,,,4,,,,",
        "separate,count,件,省级,,,3,,,,",
      ])
  }

  @Test func whatWasToldForSeveralYearsStandsApart() {
    let figures = [Sample.figure("1", "1"), Sample.figure("5", "2", periodType: .cumulative)]
    let table = Table.trend(SeriesSet([Sample.made(figures)], catalogue: Sample.combinations))
    #expect(table.rows.map { [$0[8], $0[10]] } == [["flow", "1"], ["cumulative", "5"]])
  }

  @Test func agenciesHaveRowsOfTheirOwn() {
    let documents = [
      Sample.made([Sample.figure("1")], sha256: "a", agency: "331002-education"),
      Sample.made([Sample.figure("2")], sha256: "b", agency: "331002-audit"),
      Sample.made([Sample.figure("3", year: 2023)], sha256: "c", agency: "331002-education"),
    ]
    let table = Table.trend(SeriesSet(documents, catalogue: Sample.combinations))
    #expect(
      table.rows.map { [$0[4], $0[10], $0[11]] } == [["331002-audit", "2", nil], ["331002-education", "1", "3"]])
  }

  @Test(arguments: [Status.target, .before, .prior, .other])
  func onlyResultsEnter(_ status: Status) {
    let documents = [Sample.made([Sample.figure("1", "1", status: status), Sample.figure("2", "2", year: 2023)])]
    #expect(trend(documents) == [header("2023,"), "separate,count,件,,,2,,,"])
  }

  // MARK: - Several statements of one year

  /// The years' columns and `also` of a trend: what a cell is, and what was left out of it.
  private func cells(_ figures: [Observation]) -> [String] {
    Table.trend(SeriesSet([Sample.made(figures)], catalogue: Sample.combinations)).rows.map { row in
      [row[9], row[10], row[13], row[14], row[15]].map { $0 ?? "" }.joined(separator: "|")
    }
  }

  /// 检查120次，水事检查20次: what is told in the words of the whole and more is a part of it, whatever the metric.
  @Test(arguments: Metric.Combination.allCases) func theWholeStandsAndItsPartsAreListed(
    _ combination: Metric.Combination
  ) {
    let metric = combination.rawValue.replacing("-", with: "_")
    let figures = [
      Sample.figure("20", "1", metric: metric, subject: "水事检查"),
      Sample.figure("120", "2", metric: metric, subject: "检查"),
      Sample.figure("35", "3", metric: metric, subject: "河道检查"),
    ]
    #expect(
      cells(figures) == ["|120|2022=whole(3)|2022+20(01234567-1),35(01234567-3)|"])
    // Linked parts are parts whatever their words.
    let linked = [
      Sample.figure("9", "1", metric: metric), Sample.figure("4", "2", metric: metric, subject: "乙", partOf: "1"),
    ]
    #expect(cells(linked) == ["|9|2022=whole(2)|2022+4(01234567-2)|"])
  }

  /// A part is no more than its whole, so a larger figure is of another thing.
  @Test func aLargerFigureIsNoPart() {
    let figures = [
      Sample.figure("20", "1", subject: "检查"), Sample.figure("120", "2", subject: "水事检查"),
    ]
    #expect(cells(figures) == ["检查|20|||", "水事检查|120|||"])
    let growths = [
      Sample.figure("5", "1", subject: "投资", kind: .growth, unit: "%"),
      Sample.figure("9", "2", subject: "民间投资", kind: .growth, unit: "%"),
    ]
    #expect(cells(growths) == ["|5|2022=whole(2)|2022+9(01234567-2)|"])
  }

  /// 水库20次，河道30次，共50次: a sum of all others is the whole, if the numbers aren't so small that they are by chance.
  @Test(arguments: [("20", "30", "50", 1), ("1", "2", "3", 3)])
  func theSumOfAllOthersIsTheWhole(_ first: String, _ second: String, _ sum: String, _ rows: Int) {
    let figures = [
      Sample.figure(first, "1", metric: "sum", subject: "甲"), Sample.figure(second, "2", metric: "sum", subject: "乙"),
      Sample.figure(sum, "3", metric: "sum", subject: "丙"),
    ]
    #expect(cells(figures).count == rows)
    if rows == 1 { #expect(cells(figures) == ["|50|2022=whole(3)|2022+20(01234567-1),30(01234567-2)|"]) }
  }

  /// Twenty checks of water and twenty of rivers are not twenty checks; 地区生产总值 and 经济总量 of one value are one.
  @Test(arguments: [("sum", 2), ("separate", 2), ("last", 1), ("max", 1)])
  func equalNumbersOfDifferentThings(_ metric: String, _ rows: Int) {
    let figures = ["甲", "乙"].enumerated().map { Sample.figure("20", "\($0)", metric: metric, subject: $1) }
    #expect(cells(figures).count == rows)
  }

  /// 上半年60次，下半年80次 make the year, unless it is told.
  @Test func partsOfAYearThatMakeIt() {
    let halves = [(60, 1, 6), (80, 7, 12)].map { value, first, last in
      var figure = Sample.figure("\(value)", "\(first)", metric: "sum")
      figure.months = MonthSpan(first, last)
      return figure
    }
    #expect(cells(halves) == ["|140|2022=sum(2)||"])
    #expect(cells(halves + [Sample.figure("150", "9", metric: "sum")]) == ["|150|||"])
    #expect(cells([halves[0]]) == [])
  }

  /// Years that tell one of several things stand in its row.
  @Test func aYearOfOneThingStandsInItsRow() {
    let figures = [
      Sample.figure("9", "1", subject: "甲", year: 2021), Sample.figure("4", "2", subject: "乙", year: 2021),
      Sample.figure("12", "3", subject: "甲", year: 2022), Sample.figure("7", "4", subject: "丙", year: 2023),
    ]
    let rows = Table.trend(SeriesSet([Sample.made(figures)], catalogue: Sample.combinations)).rows
    #expect(
      rows.map { [$0[9], $0[10], $0[11], $0[12]] } == [
        [nil, nil, nil, "7"], ["乙", "4", nil, nil], ["甲", "9", "12", nil],
      ])
  }

  /// A corrected edition outranks the first and says so.
  @Test func aCorrectedEditionOutranksTheFirst() {
    let documents = [("a", "45", nil), ("b", "46", "报告")].map { sha256, value, corrects in
      Sample.made([Sample.figure(value)], sha256: sha256, title: corrects == nil ? "报告" : "报告（更正版）", corrects: corrects)
    }
    #expect(trend(documents) == [header("2022,"), "separate,count,件,,,46,,,2022=corrected(2) 2022≠45(a-1-0)"])
  }

  /// 近30件 and 28件 can be one figure, 突破3万亿元 and 30355亿元 too: wherever the exact one stands, it is shown.
  @Test(arguments: ["max", "last"]) func theMostExactOfFiguresThatCanBeOne(_ metric: String) {
    let figures = [
      Sample.figure("28", "1", metric: metric), Sample.figure("30", "2", metric: metric, bound: .atMost),
      Sample.figure("20", "3", metric: metric, bound: .atLeast),
    ]
    for found in [figures, figures.reversed()] {
      #expect(trend([Sample.made(found)]) == [header("2022,"), "\(metric),count,件,,,28,,,2022=exact(3)"])
    }
    // What one number can't be is combined as the metric says.
    let apart = [Sample.figure("28", "1", metric: metric), Sample.figure("27", "2", metric: metric, bound: .atMost)]
    #expect(
      trend([Sample.made(apart)]) == [
        header("2022,"),
        metric == "max" ? "max,count,件,,,28,,,2022=max(2)" : "last,count,件,,甲,28,,,2022=first(2) 2022≠27(01234567-2)",
      ])
  }

  @Test func partsWithoutATotalAddUp() {
    let figures = [
      Sample.figure("4", "2", metric: "total_over_parts", partOf: "1"),
      Sample.figure("2.5", "3", metric: "total_over_parts", subject: "乙", partOf: "1"),
    ]
    #expect(
      trend([Sample.made(figures)]) == [header("2022,"), "total_over_parts,count,件,,,6.5,,,2022=sum(2)"])
  }

  @Test func severalTotalsStandForThemselves() {
    let figures = [
      Sample.figure("9", "1", metric: "total_over_parts", subject: "甲"),
      Sample.figure("4", "2", metric: "total_over_parts", subject: "乙"),
    ]
    #expect(
      trend([Sample.made(figures)]) == [
        header("2022,"), "total_over_parts,count,件,,乙,4,,,", "total_over_parts,count,件,,甲,9,,,",
      ])
  }

  @Test func separateStatementsAreSplitBySubject() {
    let figures = [Sample.figure("9", "1", subject: "甲"), Sample.figure("4", "2", subject: "乙")]
    #expect(
      trend([Sample.made(figures)]) == [header("2022,"), "separate,count,件,,乙,4,,,", "separate,count,件,,甲,9,,,"])
  }

  @Test func ratesAreNeverAddedUp() {
    let figures = [
      Sample.figure("90", "1", metric: "sum", subject: "甲", kind: .percent, unit: "%"),
      Sample.figure("80", "2", metric: "sum", subject: "乙", kind: .percent, unit: "%"),
    ]
    #expect(
      trend([Sample.made(figures)]) == [header("2022,"), "sum,percent,%,,乙,80,,,", "sum,percent,%,,甲,90,,,"])
  }

  @Test func theSameFigureTwiceIsOne() {
    let figures = [Sample.figure("9", "1", metric: "sum"), Sample.figure("9.0", "2", metric: "sum")]
    #expect(trend([Sample.made(figures)]) == [header("2022,"), "sum,count,件,,,9,,,"])
  }

  @Test func figuresOfTwoDocumentsAreNeverCombined() {
    let documents = [
      Sample.made([Sample.figure("9", metric: "sum", subject: "甲")], sha256: "a"),
      Sample.made([Sample.figure("4", metric: "sum", subject: "乙")], sha256: "b"),
    ]
    #expect(trend(documents) == [header("2022,"), "sum,count,件,,乙,4,,,", "sum,count,件,,甲,9,,,"])
  }

  /// Two figures that differ in nothing but their value: whichever the cell shows, a mark must tell that there are two.
  @Test(arguments: [true, false])
  func contradictingFiguresAreMarked(_ inOneDocument: Bool) {
    let figures = [Sample.figure("9", "1"), Sample.figure("4", "2")]
    let documents =
      inOneDocument
      ? [Sample.made(figures)] : [Sample.made([figures[0]], sha256: "a"), Sample.made([figures[1]], sha256: "b")]
    #expect(
      trend(documents) == [
        header("2022,"),
        inOneDocument
          ? "separate,count,件,,甲,9,,,2022=first(2) 2022≠4(01234567-2)" : "separate,count,件,,,9,,, 2022≠4(b-2)",
      ])
  }

  /// 2022 is told of in the report on it and, otherwise, in the next year's: the first is shown, whatever their order.
  @Test(arguments: ["max", "last", "sum", "separate", "total_over_parts"])
  func aRestatementIsMarkedAndListed(_ metric: String) {
    let figures = ["120", "125"].map { Sample.figure($0, "1", metric: metric) }
    let own = Sample.made([figures[0]], sha256: "b")
    let next = Sample.made([figures[1]], sha256: "a", year: 2023)
    for order in [[own, next], [next, own]] {
      #expect(trend(order) == [header("2022,"), "\(metric),count,件,,,120,,, 2022≠125(a-1)"])
    }
  }

  /// 上年为125件 in the report on 2023, where that on 2022 says 120件.
  @Test(arguments: [("125", " 2022≠125(a-1)"), ("120", "")])
  func aQuotedFigureIsHeldAgainstTheResult(_ quoted: String, _ mark: String) {
    let documents = [
      Sample.made([Sample.figure("120", "1", metric: "max")], sha256: "b"),
      Sample.made([Sample.figure(quoted, "1", metric: "max", subject: "上年", status: .prior)], sha256: "a", year: 2023),
      Sample.made([Sample.figure("9", "2", metric: "max", year: 2020, status: .prior)], sha256: "c"),
    ]
    #expect(trend(documents) == [header("2022,"), "max,count,件,,,120,,,\(mark)"])
  }

  /// Figures that can all be true are no conflict; the most exact is shown.
  @Test(arguments: [
    ("30", Bound.atMost, "28", Bound.exact, "28"), ("28", .exact, "30", .atMost, "28"),
    ("30", .about, "28", .exact, "28"),
    ("5000", .atLeast, "5120", .exact, "5120"), ("28.0", .exact, "28", .exact, "28"),
  ])
  func figuresThatCanAllBeTrueAreNoConflict(
    _ first: String, _ one: Bound, _ second: String, _ other: Bound, _ shown: String
  ) {
    let documents = [
      Sample.made([Sample.figure(first, metric: "last", bound: one)], sha256: "a"),
      Sample.made([Sample.figure(second, metric: "last", bound: other)], sha256: "b"),
    ]
    #expect(trend(documents) == [header("2022,"), "last,count,件,,,\(shown),,,"])
  }

  @Test func growthsThatImplyDifferentFiguresImplyNone() {
    let documents = [
      Sample.made([Sample.figure("12", "1")], sha256: "a", implied: [Sample.implied("10")]),
      Sample.made([Sample.figure("12", "1")], sha256: "b", implied: [Sample.implied("11")]),
    ]
    #expect(trend(documents) == [header("2022,"), "separate,count,件,,,12,,,"])
  }

  /// What several growths imply is what all of them allow.
  @Test func growthsThatImplyMoreThanOneFigureImplyWhatAllAllow() {
    let documents = { (intervals: [(String, String)]) in
      intervals.enumerated().map { number, ends in
        Sample.made([Sample.figure("12", "1")], sha256: "\(number)", implied: [Sample.implied(ends.0, ends.1)])
      }
    }
    let two = documents([("90", "101"), ("98.5", "120")])
    for order in [two, two.reversed()] {
      #expect(trend(order) == [header("2021,2022,"), "separate,count,件,,,100,12,2021,2021~,"])
    }
    #expect(
      trend(documents([("90", "99"), ("99", "120")])) == [
        header("2021,2022,"), "separate,count,件,,,99,12,2021,,",
      ])
    #expect(trend(documents([("90", "98"), ("99", "120")])) == [header("2022,"), "separate,count,件,,,12,,,"])
  }

  @Test func aTrendOfYearsKindsAndStatus() {
    let figures = [
      Sample.figure("1", "1", year: 2020), Sample.figure("2", "2", year: 2021), Sample.figure("3", "3", year: 2022),
      Sample.figure("4", "4", year: 2021, kind: .growth, unit: "%"),
      Sample.figure("5", "5", year: 2022, status: .target),
    ]
    var choice = SeriesChoice()
    (choice.years, choice.kinds) = (2021...2022, [.count])
    let rows = { (choice: SeriesChoice) in
      Table.trend(SeriesSet([Sample.made(figures)], catalogue: Sample.combinations, choice: choice)).rows
        .map { $0.dropFirst(10).dropLast(8).map { $0 ?? "" }.joined(separator: ",") }
    }
    #expect(rows(choice) == ["2,3"])
    choice.status = .target
    #expect(rows(choice) == ["5"])
    choice.years = 2019...2020
    #expect(rows(choice) == [])
  }

  // MARK: - Bounds

  @Test func boundsAreListedByYear() {
    let figures = [
      Sample.figure("1", "1", year: 2020, bound: .atLeast), Sample.figure("2", "2", year: 2021),
      Sample.figure("3", "3", year: 2022, bound: .atMost), Sample.figure("4", "4", year: 2023, bound: .about),
      Sample.figure("5", "5", year: 2024, bound: .range),
    ]
    #expect(
      trend([Sample.made(figures)]) == [
        header("2020,2021,2022,2023,2024,"), "separate,count,件,,,1,2,3,4,5,,2020>= 2022<= 2023~ 2024range,",
      ])
  }

  @Test(arguments: [
    (Bound.exact, Bound.exact, ""), (.exact, .atLeast, "2022>="), (.atMost, .exact, "2022<="),
    (.atLeast, .atLeast, "2022>="), (.atLeast, .atMost, "2022~"), (.about, .exact, "2022~"),
  ])
  func theBoundOfASum(_ first: Bound, _ second: Bound, _ mark: String) {
    let figures = [
      Sample.figure("1", "1", metric: "total_over_parts", partOf: "0", bound: first),
      Sample.figure("2", "2", metric: "total_over_parts", subject: "乙", partOf: "0", bound: second),
    ]
    #expect(trend([Sample.made(figures)]) == [header("2022,"), "total_over_parts,count,件,,,3,,\(mark),2022=sum(2)"])
  }

  // MARK: - Implied values

  @Test func anImpliedValueIsMarked() {
    let documents = [Sample.made([Sample.figure("12", "1")], implied: [Sample.implied("10")])]
    #expect(trend(documents) == [header("2021,2022,"), "separate,count,件,,,10,12,2021,,"])
  }

  /// The middle of what is allowed, with as many digits as are known.
  @Test(arguments: [
    ("10", "11", "11"), ("541", "543", "542"), ("541", "552", "550"), ("433.98", "434.42", "434.2"),
    ("1169900", "1181400", "1180000"), ("-12.5", "-10.25", "-11"), ("0.412712", "0.413241", "0.413"),
  ])
  func anImpliedIntervalIsMarked(_ low: String, _ high: String, _ shown: String) {
    let documents = [Sample.made([Sample.figure("12", "1")], implied: [Sample.implied(low, high)])]
    #expect(trend(documents) == [header("2021,2022,"), "separate,count,件,,,\(shown),12,2021,2021~,"])
  }

  @Test func anImpliedValueYieldsToAStatedOne() {
    let documents = [
      Sample.made([Sample.figure("12", "1")], sha256: "a", implied: [Sample.implied("10")]),
      Sample.made([Sample.figure("11", "1", year: 2021, bound: .atLeast)], sha256: "b"),
    ]
    for order in [documents, documents.reversed()] {
      #expect(trend(order) == [header("2021,2022,"), "separate,count,件,,,11,12,,2021>=,"])
    }
  }

  /// 2021 states two figures that stand for themselves: no implied one may stand beside them.
  @Test func anImpliedValueYieldsToFiguresSplitBySubject() {
    let documents = [
      Sample.made([Sample.figure("12", "1", subject: "甲")], sha256: "a", implied: [Sample.implied("10")]),
      Sample.made(
        [Sample.figure("9", "1", subject: "甲", year: 2021), Sample.figure("4", "2", subject: "乙", year: 2021)],
        sha256: "b"),
    ]
    let marks = Table.trend(SeriesSet(documents, catalogue: Sample.combinations)).rows.map { $0[$0.count - 8] }
    #expect(marks.allSatisfy { $0 == nil }, "\(marks)")
  }

  /// What a part of a sum was in the year before isn't what the sum was.
  @Test func theImpliedValueOfAPartIsNotThatOfTheSum() {
    let figures = [
      Sample.figure("12", "1", metric: "total_over_parts", partOf: "0"),
      Sample.figure("5", "2", metric: "total_over_parts", subject: "乙", partOf: "0"),
    ]
    let documents = [Sample.made(figures, implied: [Sample.implied("10")])]
    #expect(trend(documents) == [header("2022,"), "total_over_parts,count,件,,,17,,,2022=sum(2)"])
  }

  @Test func theImpliedValueOfAPartIsNotThatOfItsTotal() {
    let figures = [
      Sample.figure("12", "1", metric: "total_over_parts"),
      Sample.figure("8", "2", metric: "total_over_parts", partOf: "1"),
    ]
    let documents = [Sample.made(figures, implied: [Sample.implied("5", of: "2")])]
    #expect(trend(documents) == [header("2022,"), "total_over_parts,count,件,,,12,,,2022=whole(2)"])
  }

  @Test func theImpliedValueOfATotalIsThatOfTheSeries() {
    let figures = [
      Sample.figure("12", "1", metric: "total_over_parts"),
      Sample.figure("8", "2", metric: "total_over_parts", partOf: "1"),
    ]
    let documents = [Sample.made(figures, implied: [Sample.implied("5", of: "2"), Sample.implied("10", of: "1")])]
    #expect(
      trend(documents) == [header("2021,2022,"), "total_over_parts,count,件,,,10,12,2021,,2022=whole(2)"])
  }

  @Test func anImpliedValueGoesWithItsSubject() {
    let figures = [Sample.figure("12", "1", subject: "甲"), Sample.figure("5", "2", subject: "乙")]
    let documents = [Sample.made(figures, implied: [Sample.implied("10", of: "1"), Sample.implied("4", of: "2")])]
    #expect(
      trend(documents) == [
        header("2021,2022,"), "separate,count,件,,乙,4,5,2021,,", "separate,count,件,,甲,10,12,2021,,",
      ])
  }
}
