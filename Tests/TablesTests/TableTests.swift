import Checks
import Foundation
import Observations
import Quantities
import ReportText
@testable import Tables
import Testing

/// Tables in each of their formats.
@Suite struct TableTests {
  private typealias Sample = SampleReports

  private static let tables: [(name: String, table: Table)] = {
    let documents = [
      Sample.made(
        [Sample.figure("1", "1"), Sample.figure("2", "2", year: 2023)], sha256: "a", agency: "331002-audit")
    ]
    let archive = CheckedArchive(documents, catalogue: Sample.combinations)
    let (catalogue, choice) = (Sample.combinations, SeriesChoice())
    return [
      ("trend", .trend(SeriesSet(documents, catalogue: catalogue))),
      ("long", .observations(documents, catalogue: catalogue)),
      ("years", .comparison(SeriesSet(documents, catalogue: catalogue, choice: choice), years: (2022, 2023))),
      (
        "agencies",
        .comparison(
          SeriesSet(documents, catalogue: catalogue, choice: choice), agencies: ("331002-audit", "331002-water"))
      ), ("ranking", .ranking(SeriesSet(documents, catalogue: catalogue, choice: choice), year: 2022)),
      (
        "audit", .audit(archive, FigureSelection(metric: nil, agency: nil, year: nil), catalogue: catalogue)
      ), ("findings", .findings(archive)), ("numerals", .numerals(documents)), ("metrics", .metrics(catalogue)),
      ("verifications", .verifications([])),
      ("records", Table(columns: Records.fields, rows: [])),
      ("documents list", Table(columns: DocumentEntry.columns, rows: [])),
    ]
  }()

  private func header(_ table: Table) -> [String] {
    String(decoding: table.csv, as: UTF8.self).prefix { $0 != "\n" }.split(separator: ",").map(String.init)
  }

  /// Every column has a Chinese name of its own; years, and bodies without a name, stay as they are.
  @Test(arguments: tables.indices) func everyColumnHasAChineseName(_ index: Int) {
    let (name, table) = Self.tables[index]
    let chinese = header(table.headed(in: .zh))
    #expect(header(table) == table.columns)
    #expect(header(table.headed(in: .en)) == table.columns)
    #expect(chinese.count == table.columns.count)
    #expect(Set(chinese).count == chinese.count, "\(name): \(chinese)")
    for column in chinese where Int(column) == nil && !column.hasPrefix("331002-water") {
      #expect(!column.unicodeScalars.contains { ("a"..."z").contains($0) }, "\(name): \(column)")
    }
  }

  @Test func bodiesHaveTheirNamesInAChineseHeader() {
    let chinese = header(Self.tables.first { $0.name == "agencies" }!.table.headed(in: .zh))
    #expect(chinese[8...13] == ["椒江区教育局", "椒江区教育局下限", "椒江区教育局上限", "331002-water", "331002-water下限", "331002-water上限"])
  }

  @Test func numbersAreKnownByTheirColumn() {
    let numbers = ["year", "value", "value_low", "2022", "2022_low", "331002-audit", "difference", "rank", "line"]
    #expect(numbers.allSatisfy(ColumnName.isNumber))
    let texts = ["area_code", "sources", "text", "implied", "bounds", "unit", "observation_id", "found_text", "sha256"]
    #expect(!texts.contains(where: ColumnName.isNumber))
  }

  /// The line of a series in a page has gaps, and points for years that stand alone or are implied.
  @Test func aPageHasALineForEachSeries() {
    let implied = Sample.implied("10")
    let figures = [
      Sample.figure("12", "1"), Sample.figure("20", "2", year: 2024), Sample.figure("20", "3", year: 2025),
    ]
    let page = Table.trend(SeriesSet([Sample.made(figures, implied: [implied])], catalogue: Sample.combinations)).html
    #expect(page.contains("<th>trend</th><th class=\"n\">2021</th>"))
    #expect(page.contains("<path d=\"M3.0 19.0L29.0 15.8M81.0 3.0L107.0 3.0\" fill=\"none\""))
    #expect(page.contains("<circle cx=\"3.0\" cy=\"19.0\" r=\"2\" fill=\"#fff\""))
    #expect(!Self.tables.first { $0.name == "years" }!.table.html.contains("<svg"))
  }

  // MARK: - Workbooks

  /// A workbook isn't compressed, so its sheet can be read as it is.
  private func sheet(_ table: Table) -> String {
    let text = String(decoding: Workbook(table)!.bytes, as: UTF8.self)
    return String(text[text.range(of: "<sheetData>")!.upperBound..<text.range(of: "</sheetData>")!.lowerBound])
  }

  @Test func aWorkbookHasNumbersAsNumbersAndTextAsText() {
    let table = Table(
      columns: ["value", "area_code", "quote", "2022"],
      rows: [
        ["-1.5", "000000", "=1+1", "569000000000000"], ["1234567890123456", "1-2", "<3/4>\u{1}&", nil],
        ["近五成", "", "甲\n乙", "7"],
      ])
    let text = { (cell: String, style: Int) in
      "<c t=\"inlineStr\" s=\"\(style)\"><is><t xml:space=\"preserve\">\(cell)</t></is></c>"
    }
    let rows = sheet(table).split(separator: "\n").map(String.init)
    let header = table.columns.map { text($0, 1) }.joined()
    let first = "<c><v>-1.5</v></c>" + text("000000", 0) + text("=1+1", 0) + "<c><v>569000000000000</v></c>"
    let second = text("1234567890123456", 0) + text("1-2", 0) + text("&lt;3/4&gt;&amp;", 0) + "<c/>"
    #expect(rows[0] == "<row>" + header + "</row>")
    #expect(rows[1] == "<row>" + first + "</row>")
    #expect(rows[2] == "<row>" + second + "</row>")
    #expect(rows[3] == "<row>" + text("近五成", 0) + "<c/>" + text("甲", 0).replacing("</t></is></c>", with: ""))
    #expect(rows[4] == "乙</t></is></c><c><v>7</v></c></row>")
  }

  @Test func aCellTooLongForASpreadsheetIsCut() {
    let text = sheet(Table(columns: ["quote"], rows: [[String(repeating: "报", count: 40_000)]]))
    #expect(text.contains("报…</t>"))
    #expect(text.count < 20_000)
  }

  @Test func aTableTooLongForASpreadsheetIsNone() {
    #expect(Workbook(Table(columns: ["a"], rows: [[String?]](repeating: [nil], count: Workbook.mostRows))) == nil)
  }
}
