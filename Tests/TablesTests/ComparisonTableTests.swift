import Checks
import Observations
import Quantities
@testable import Tables
import Testing

/// Years and bodies side by side, with the bounds of the wording carried along.
@Suite struct ComparisonTableTests {
  private typealias Sample = SampleReports

  private func rows(_ table: Table, _ columns: [String]) -> [String] {
    table.rows.map { row in
      columns.map { column in row[table.columns.firstIndex(of: column)!] ?? "" }.joined(separator: ",")
    }
  }

  private func years(_ figures: [Observation]) -> [String] {
    let table = Table.comparison(SeriesSet([Sample.made(figures)], catalogue: Sample.combinations), years: (2022, 2023))
    return rows(
      table,
      [
        "kind", "2022", "2023", "difference", "difference_low", "difference_high", "percent", "percent_low",
        "percent_high",
      ]
        + ["stated_growth"])
  }

  @Test func statedGrowthStandsBesideTheComputed() {
    let figures = [
      Sample.figure("546", "1", metric: "last"), Sample.figure("606", "2", metric: "last", year: 2023),
      Sample.figure("10.88", "3", metric: "last", year: 2023, kind: .growth, unit: "%"),
    ]
    #expect(
      years(figures) == ["count,546,606,60,60,60,10.99,10.98,10.99,10.88", "growth,,10.88,,,,,,,"])
  }

  /// Between 近30场 and 28场 lies -2 or more: nobody knows how many 近30场 were.
  @Test func boundsAreCarriedThrough() {
    let near = Sample.figure("30", "1", metric: "last", unit: "场", bound: .atMost)
    let exact = Sample.figure("28", "2", metric: "last", year: 2023, unit: "场")
    #expect(years([near, exact]) == ["count,30,28,,-2,,,-6.67,,"])
    let more = Sample.figure("40", "2", metric: "last", year: 2023, unit: "场", bound: .atLeast)
    #expect(years([Sample.figure("20", "1", metric: "last", unit: "场"), more]) == ["count,20,40,,20,,,100,,"])
    let about = Sample.figure("40", "2", metric: "last", year: 2023, unit: "场", bound: .about)
    #expect(years([Sample.figure("20", "1", metric: "last", unit: "场"), about]) == ["count,20,40,,,,,,,"])
  }

  /// A change against an implied figure is as open as that.
  @Test func impliedIntervalsAreCarriedThrough() {
    let table = Table.comparison(
      SeriesSet(
        [
          Sample.made(
            [Sample.figure("120", "1", metric: "last", year: 2023)], implied: [Sample.implied("96", "104", year: 2022)])
        ], catalogue: Sample.combinations), years: (2022, 2023))
    #expect(
      rows(
        table,
        [
          "2022", "2022_low", "2022_high", "2023", "difference", "difference_low", "difference_high", "percent",
          "percent_low", "percent_high", "implied", "bounds",
        ]) == ["100,96,104,120,,16,24,,15.38,25,2022,2022~"])
  }

  @Test func whatOneYearLacksIsEmpty() {
    #expect(years([Sample.figure("5", year: 2022)]) == ["count,5,,,,,,,,"])
    #expect(years([Sample.figure("5", year: 2021)]) == [])
  }

  @Test func sharesHaveADifferenceAndNoGrowth() {
    let figures = [
      Sample.figure("80", "1", metric: "last", kind: .percent, unit: "%"),
      Sample.figure("92.5", "2", metric: "last", year: 2023, kind: .percent, unit: "%"),
    ]
    #expect(years(figures) == ["percent,80,92.5,12.5,12.5,12.5,,,,"])
  }

  @Test func agenciesSideBySide() {
    let documents = [
      Sample.made(
        [Sample.figure("20", "1"), Sample.figure("5", "2", year: 2023)], sha256: "a", agency: "331002-audit"),
      Sample.made(
        [Sample.figure("25", "1"), Sample.figure("7", "2", year: 2024)], sha256: "b", agency: "331002-education"),
      Sample.made([Sample.figure("9", "1")], sha256: "c", agency: "331002-water"),
    ]
    let table = Table.comparison(
      SeriesSet(documents, catalogue: Sample.combinations), agencies: ("331002-audit", "331002-education"))
    #expect(
      rows(table, ["year", "331002-audit", "331002-education", "difference", "percent"]) == [
        "2022,20,25,5,25", "2023,5,,,", "2024,,7,,",
      ])
  }

  /// 近30 can be before 28 or behind it; 40 is before both.
  @Test func aRankingTellsWhichPlacesArePossible() {
    let documents = [
      Sample.made([Sample.figure("30", bound: .atMost)], sha256: "a", agency: "331002-audit"),
      Sample.made([Sample.figure("28")], sha256: "b", agency: "331002-education"),
      Sample.made([Sample.figure("40")], sha256: "c", agency: "331002-water"),
      Sample.made([Sample.figure("99", year: 2021)], sha256: "d", agency: "331002-sports"),
    ]
    let table = Table.ranking(SeriesSet(documents, catalogue: Sample.combinations), year: 2022)
    #expect(
      rows(table, ["rank", "rank_first", "rank_last", "agency_id", "value", "bounds"]) == [
        "1,1,1,331002-water,40,", "2,2,3,331002-audit,30,2022<=", "3,2,3,331002-education,28,",
      ])
  }

  @Test func formats() {
    let table = Table.trend(
      SeriesSet([Sample.made([Sample.figure("9", subject: "甲<b>\"")])], catalogue: Sample.combinations))
    let excel = table.csv(forSpreadsheet: true)
    #expect(Array(excel.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(String(decoding: excel, as: UTF8.self).split(separator: "\r\n").count == 2)
    #expect(String(decoding: table.headed(in: .zh).csv, as: UTF8.self).hasPrefix("指标编号,指标,类别,"))
    #expect(table.html.contains("<td class=\"n\">9</td>"))
    // A code isn't a number.
    #expect(table.html.contains("<td>331002</td>"))
    #expect(String(decoding: table.json, as: UTF8.self).contains("\"unit\":\"件\",\"agency_id\":\"331002-education\""))
    let text = Table(columns: ["quote"], rows: [["<b>&\"|"], [nil]])
    #expect(text.html.contains("<td>&lt;b&gt;&amp;&quot;|</td>"))
    #expect(String(decoding: text.json, as: UTF8.self) == "[\n{\"quote\":\"<b>&\\\"|\"},\n{\"quote\":null}\n]\n")
  }
}
