import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Tables as LibreOffice Calc reads them: text intact, numbers as numbers, no formula and no date that nobody wrote.
@Suite(
  .enabled(
    if: LibreOffice.program != nil,
    "LibreOffice Calc is missing: apt-get install --no-install-recommends libreoffice-calc"))
struct SpreadsheetTests {
  private let folder: TemporaryFolder
  private let database: String

  /// A report with what spreadsheets take for formulas, dates and numbers.
  private static let text = """
    椒江区教育局2022年法治政府建设工作总结
    一、主要成效
    受理许可申请120件，增长20%。其中，准予许可112件，不予许可8件。
    =SUM(A1:A9)，发放手册3/4册。+86热线接听电话1-2次。@全体培训教师近1.2万人次。
    -甲项投入1234567890123456元，“乙”项,投入0.000001万元，下降5.5%。
    发放手册007册；2022-03-04举办讲座5场，完成率1/2。\t制表符后9件。

    """

  private static let tables: [(name: String, arguments: [String])] = [
    ("trend", ["trend"]), ("long", ["trend", "--long"]), ("compare", ["compare", "--years", "2021,2022"]),
    ("agencies", ["compare", "--agencies", "331002-education,331003-education"]),
    ("ranking", ["compare", "--year", "2022"]), ("audit", ["audit"]), ("check", ["check"]),
    ("verify", ["verify"]), ("list", ["agencies", "list"]), ("metrics", ["metrics", "list"]),
  ]

  init() throws {
    folder = try TemporaryFolder()
    database = folder.path("n.sqlite")
    try folder.write(Self.text, to: "in/=1+1.txt")
    try folder.write(Self.text.replacing("椒江", with: "黄岩").replacing("120", with: "130"), to: "in/1-2.txt")
    _ = try CommandRun(["report", folder.path("in"), "--out", folder.path("report")])
    _ = try CommandRun(["ingest", folder.path("in"), "--db", database])
  }

  private func write(_ table: [String], _ options: [String], to name: String) throws {
    let source = table.first == "metrics" ? [] : ["--db", database]
    let run = try CommandRun(table + source + options + ["-o", folder.path(name)])
    #expect([0, 1].contains(run.status), "\(run.messages)")
  }

  private func csv(_ name: String) throws -> [[String]] {
    let rows = CSVRows(try folder.bytes(name), keepingGuards: true)
    return [rows.header] + rows.rows
  }

  @Test func workbooks() throws {
    for (name, table) in Self.tables {
      try write(table, ["--format", "csv"], to: name + ".csv")
      try write(table, ["--format", "xlsx"], to: name + ".xlsx")
    }
    try LibreOffice.convert(Self.tables.map { folder.path($0.name + ".xlsx") }, to: folder.path("ods"))
    for (name, _) in Self.tables {
      let expected = CSVRows(try folder.bytes(name + ".csv"))
      let sheet = try Sheet(try folder.bytes("ods/\(name).fods"))
      #expect(sheet.rows.count == expected.rows.count + 1, "\(name)")
      for (row, cells) in ([expected.header] + expected.rows).enumerated() {
        for (column, cell) in cells.enumerated() {
          let found = sheet[row, column]
          // An id of digits, a code, a sentence: text. What a number is, its column tells.
          let isNumber = row > 0 && Self.isNumber(expected.header[column]) && cell.filter(\.isNumber).count <= 15
          let wanted = cell.isEmpty ? Sheet.Cell.empty : isNumber ? .number(Double(cell)!) : .text(cell)
          #expect(found == wanted, "\(name) \(expected.header[column]) row \(row)")
        }
      }
    }
  }

  /// A CSV has no types: what it must not become is another text, another number, a date or a formula.
  @Test func textFiles() throws {
    var names: [String] = []
    for (name, table) in Self.tables {
      try write(table, ["--excel", "--lang", "zh"], to: name + ".csv")
      names.append(name + ".csv")
    }
    _ = try CommandRun(["export", "--db", database, "--out", folder.path("export")])
    for part in ["report", "export"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path(part)) where file.hasSuffix(".csv") {
        try folder.write(try folder.bytes(part + "/" + file), to: part + "-" + file)
        names.append(part + "-" + file)
      }
    }
    #expect(names.count == Self.tables.count + 11)
    try LibreOffice.convert(names.map(folder.path), to: folder.path("ods"))
    for name in names {
      let expected = try csv(name)
      let sheet = try Sheet(try folder.bytes("ods/" + name.dropLast(3) + "fods"))
      #expect(sheet.rows.count == expected.count, "\(name)")
      for (row, cells) in expected.enumerated() {
        for (column, cell) in cells.enumerated() {
          switch sheet[row, column] {
          case .empty: #expect(cell == "", "\(name) \(row) \(column)")
          case .text(let text): #expect(text == cell, "\(name) \(row) \(column)")
          case .number(let number): #expect(Double(cell) == number, "\(name) \(row) \(column)")
          // 20% stays 20%; in a table for programs 3/4 isn't guarded, and days are days.
          case .other("percentage"): #expect(cell.hasSuffix("%"))
          case .other("date") where name.hasPrefix("report-") || name.hasPrefix("export-"):
            #expect(cell.contains("/") || expected[0][column].hasPrefix("period_"), "\(name) \(row) \(column)")
          case .other(let type): Issue.record("\(name) \(row) \(column): \(cell) became a \(type)")
          }
        }
      }
    }
  }

  private static func isNumber(_ column: String) -> Bool {
    let numbers = [
      "year", "value", "low", "high", "line", "start", "end", "difference", "percent", "rank", "patterns", "documents",
      "stated_growth", "rank_first", "rank_last", "first_year", "last_year",
    ]
    return numbers.contains(column) || Int(column) != nil || column.hasPrefix("33100") || column.hasSuffix("_low")
      || column.hasSuffix("_high") || column.hasPrefix("found_") && numbers.contains(String(column.dropFirst(6)))
  }
}

/// LibreOffice without a window.
private enum LibreOffice {
  static let program = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Writes files as flat ODF sheets. Text files are said to be UTF-8 with commas, as the question that Calc asks has it.
  static func convert(_ files: [String], to folder: String) throws {
    let profile = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program!)
    process.arguments =
      [
        "-env:UserInstallation=file://\(profile.url.path)", "--headless",
        "--infilter=CSV:44,34,76,1,,0,false,true,false",
        "--convert-to", "fods", "--outdir", folder,
      ] + files
    if files.allSatisfy({ $0.hasSuffix(".xlsx") }) { process.arguments?.removeAll { $0.hasPrefix("--infilter") } }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}

/// The cells of the first sheet of a flat ODF file.
private final class Sheet: NSObject, XMLParserDelegate {
  enum Cell: Equatable {
    case empty
    case text(String)
    case number(Double)
    /// A formula, or a value of another type.
    case other(String)
  }

  private(set) var rows: [[Cell]] = []
  private var row: [Cell] = []
  private var repeats = 1
  private var attributes: [String: String] = [:]
  private var paragraphs: [String] = []
  private var isInText = false

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw CocoaError(.fileReadCorruptFile) }
    while rows.last?.allSatisfy({ $0 == .empty }) == true { rows.removeLast() }
  }

  subscript(row: Int, column: Int) -> Cell {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : .empty
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "table:table-row":
      row = []
      repeats = Int(attributes["table:number-rows-repeated"] ?? "1")!
    case "table:table-cell": (self.attributes, paragraphs) = (attributes, [])
    case "text:p":
      paragraphs.append("")
      isInText = true
    case "text:s": add(String(repeating: " ", count: Int(attributes["text:c"] ?? "1")!))
    case "text:tab": add("\t")
    case "text:line-break": add("\n")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { add(text) }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    switch name {
    case "text:p": isInText = false
    case "table:table-cell":
      let count = Int(attributes["table:number-columns-repeated"] ?? "1")!
      row += [Cell](repeating: cell, count: min(count, 1000))
    case "table:table-row": rows += [[Cell]](repeating: row, count: min(repeats, 1000))
    default: break
    }
  }

  private func add(_ text: String) {
    if isInText { paragraphs[paragraphs.count - 1] += text }
  }

  private var cell: Cell {
    if attributes["table:formula"] != nil { return .other("formula") }
    switch attributes["office:value-type"] {
    case nil: return .empty
    case "string": return .text(paragraphs.joined(separator: "\n"))
    case "float": return Double(attributes["office:value"] ?? "").map(Cell.number) ?? .other("number")
    case let type?: return .other(type)
    }
  }
}
