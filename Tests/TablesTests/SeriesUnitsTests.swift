import Checks
import Observations
import Quantities
import Tables
import Testing

/// Series of figures that are told in several units.
@Suite struct SeriesUnitsTests {
  private typealias Sample = SampleReports

  private static let catalogue = try! Catalogue(files: [
    (
      "test.yaml",
      """
      metrics:
        - {id: planted, zh: 造林, en: Planted, unit: [亩, 公顷, 平方公里], period: flow, combine: last, patterns: ["甲 {n}"], examples: ["甲⟦1亩⟧"]}
        - {id: added, zh: 合计, en: Added, unit: [亩, 公顷, 平方公里], period: flow, combine: sum, patterns: ["乙 {n}"], examples: ["乙⟦1亩⟧"]}
        - {id: restored, zh: 修复, en: Restored, unit: [公顷, 亩], period: flow, combine: last, patterns: ["丙 {n}"], examples: ["丙⟦1亩⟧"]}
        - {id: yield, zh: 产量, en: Yield, unit: [公斤, 斤, 公斤/亩], period: flow, combine: last, patterns: ["丁 {n}"], examples: ["丁⟦1斤⟧"]}
      """
    )
  ])

  private func figure(
    _ value: String, _ unit: String, _ id: String = "1-0", metric: String = "planted", subject: String = "甲",
    year: Int = 2022, status: Status = .actual, kind: QuantityKind = .measure, bound: Bound = .exact
  ) -> Observation {
    Sample.figure(
      value, id, metric: metric, subject: subject, year: year, status: status, kind: kind, unit: unit, bound: bound)
  }

  /// `unit: year columns | bounds | combined | conflicts` of each row.
  private func trend(_ documents: [CheckedReport]) -> [String] {
    let table = Table.trend(SeriesSet(documents, catalogue: Self.catalogue))
    let marks = table.columns.firstIndex(of: "implied") ?? table.columns.count
    return table.rows.map { row in
      let cells = row.map { $0 ?? "" }
      return "\(cells[3]): \(cells[10..<marks].joined(separator: ",")) "
        + [cells[marks + 1], cells[marks + 2], cells[marks + 4]].joined(separator: "|")
    }
  }

  @Test func yearsMeetInTheMetricsUnit() {
    let documents = [
      Sample.made([figure("3000", "亩", year: 2021)], sha256: "a", year: 2021),
      Sample.made([figure("100", "公顷", year: 2022)], sha256: "b", year: 2022),
      Sample.made([figure("120", "公顷", year: 2023, bound: .atLeast)], sha256: "c", year: 2023),
    ]
    #expect(trend(documents) == ["亩: 3000,1500,1800 2023>=||"])
    // What was read stands as it was written where each figure is looked up.
    let read = Table.observations(documents, catalogue: Self.catalogue)
    let columns = ["value", "value_low", "unit"].map { read.columns.firstIndex(of: $0)! }
    #expect(read.rows.map { row in columns.map { row[$0] } }[1] == ["100", "100", "公顷"])
  }

  /// Between 91公顷 and 95公顷 there are 1365 to 1425 mu. Beside 1500亩 the less exact 100公顷 imply nothing.
  @Test func impliedYearsMeetInTheMetricsUnit() {
    let hectares = Sample.made([figure("100", "公顷", "1")], sha256: "a", implied: [Sample.implied("91", "95")])
    #expect(trend([hectares]) == ["亩: 1400,1500 2021~||"])
    let mu = Sample.made([figure("1500", "亩", "1")], sha256: "b", implied: [Sample.implied("1410", "1500")])
    #expect(trend([hectares, mu]) == ["亩: 1460,1500 2021~||"])
  }

  @Test func changesMeetAndGrowthsStayPercent() {
    let figures = [
      figure("-2", "公顷", "1", kind: .change), figure("5", "%", "2", kind: .growth), figure("1.5", "公顷", "3"),
    ]
    #expect(trend([Sample.made(figures)]) == ["亩: 22.5 ||", "%: 5 ||", "亩: -30 ||"])
  }

  @Test func whatIsNotExactKeepsARowOfItsOwn() {
    let figures = [
      figure("30", "亩", "1", metric: "restored"), figure("7", "公顷", "2", metric: "restored", year: 2023),
    ]
    #expect(trend([Sample.made(figures)]) == ["亩: 30, ||", "公顷: ,7 ||"])
  }

  @Test func aRateIsNoAmount() {
    let figures = [
      figure("900", "公斤/亩", "1", metric: "yield"), figure("8", "斤", "2", metric: "yield", year: 2023),
    ]
    #expect(trend([Sample.made(figures)]) == ["公斤: ,4 ||", "公斤/亩: 900, ||"])
  }

  /// 1005亩 are what 67公顷 make, and 1000亩 can be the same land.
  @Test(arguments: ["planted", "added"]) func oneFigureInTwoUnitsIsToldOnce(_ metric: String) {
    let figures = [figure("67", "公顷", "1", metric: metric), figure("1000", "亩", "2", metric: metric)]
    for found in [figures, figures.reversed()] {
      #expect(trend([Sample.made(found)]) == ["亩: 1000 ||"])
    }
  }

  /// The report's own 10万亩 isn't made 100005亩 by the 6667公顷 in brackets behind it.
  @Test(arguments: ["planted", "added"]) func theMetricsUnitOutranksAnother(_ metric: String) {
    var rounded = figure("100000", "亩", "1", metric: metric)
    (rounded.quantity.low, rounded.quantity.high) = (ExactDecimal("95000"), ExactDecimal("105000"))
    #expect(trend([Sample.made([rounded, figure("6667", "公顷", "2", metric: metric)])]) == ["亩: 100000 ||"])
    // Of two others the more exact one.
    let others = [figure("3.4", "平方公里", "1", metric: metric), figure("335", "公顷", "2", metric: metric)]
    #expect(trend([Sample.made(others)]) == ["亩: 5025 ||"])
  }

  /// What can't be told apart is never added up.
  @Test func otherFiguresInTwoUnitsStandApart() {
    let apart = [figure("67", "公顷", "1", metric: "added"), figure("900", "亩", "2", metric: "added")]
    #expect(trend([Sample.made(apart)]) == ["亩: 1005 |2022=first(2)|2022≠900(01234567-2)"])
    // As much land of another place is other land, and 超1000亩 needn't be what 200公顷 are.
    let elsewhere = [
      figure("67", "公顷", "1", metric: "added"), figure("1000", "亩", "2", metric: "added", subject: "乙"),
    ]
    #expect(trend([Sample.made(elsewhere)]) == ["亩: 1000 ||", "亩: 1005 ||"])
    let open = [
      figure("200", "公顷", "1", metric: "added"), figure("1000", "亩", "2", metric: "added", bound: .atLeast),
    ]
    #expect(trend([Sample.made(open)]) == ["亩: 3000 |2022=exact(2)|"])
  }

  @Test func documentsContradictEachOtherInAnyUnit() {
    let own = Sample.made([figure("1000", "亩")], sha256: "aaaaaaaa")
    func later(_ value: String) -> CheckedReport {
      Sample.made([figure(value, "公顷", status: .prior)], sha256: "bbbbbbbb", year: 2023)
    }
    #expect(trend([own, later("67")]) == ["亩: 1000 ||"])
    #expect(trend([own, later("80")]) == ["亩: 1000 ||2022≠1200(bbbbbbbb-1-0)"])
  }

  @Test func comparisonsAndPicturesAreInOneUnit() {
    let documents = [
      Sample.made([figure("100", "公顷", year: 2021)], sha256: "a", year: 2021),
      Sample.made([figure("1800", "亩", year: 2022)], sha256: "b", year: 2022),
    ]
    let table = Table.comparison(SeriesSet(documents, catalogue: Self.catalogue), years: (2021, 2022))
    let cells = Dictionary(uniqueKeysWithValues: zip(table.columns, table.rows[0]))
    #expect(
      ["unit", "2021", "2021_low", "2021_high", "2022", "difference", "difference_low", "difference_high", "percent"]
        .map { cells[$0] ?? nil } == ["亩", "1500", "1492.5", "1507.5", "1800", "300", "292.5", "307.5", "20"])
    let sdmx = Table.sdmx(SeriesSet(documents, catalogue: Self.catalogue))
    #expect(sdmx.rows.map { [$0[6], $0[12]] } == [["亩", "1500"], ["亩", "1800"]])
  }
}
