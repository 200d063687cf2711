@testable import Tables
import Testing

/// CSV by RFC 4180, safe to open in a spreadsheet.
@Suite struct CSVTextTests {
  private func written(_ cells: [String?]) -> String {
    var text = CSVText(header: ["a"])
    text.row(cells)
    return String(decoding: text.bytes.dropFirst(2), as: UTF8.self)
  }

  @Test(arguments: [
    ("受理9件", "受理9件"),
    ("", ""),
    (" 空格 ", " 空格 "),
    ("一,二", "\"一,二\""),
    ("一，二", "一，二"),
    ("说“好”", "说“好”"),
    ("说\"好\"", "\"说\"\"好\"\"\""),
    ("\"", "\"\"\"\""),
    ("一\n二", "\"一\n二\""),
    ("一\r\n二", "\"一\r\n二\""),
    ("一\r二", "\"一\r二\""),
    ("分;号", "分;号"),
  ])
  func quoting(_ cell: String, _ expected: String) {
    #expect(written([cell]) == expected + "\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"),
    ("==", "'=="),
    ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
    ("+86 10", "'+86 10"),
    ("+5", "'+5"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("-A1", "'-A1"),
    ("-", "'-"),
    ("-5%", "'-5%"),
    ("--5", "'--5"),
    ("-1+1", "'-1+1"),
    ("\t=1", "'\t=1"),
    ("\r=1", "\"'\r=1\""),
  ])
  func formulasAreGuarded(_ cell: String, _ expected: String) {
    #expect(written([cell]) == expected + "\n")
  }

  @Test(arguments: ["-5", "-0.5", "-12345678901234567", "=", ">=", "<=", "~", "1=1", "0.10", "'=", "件=9"])
  func otherCellsAreLeftAlone(_ cell: String) {
    #expect(written([cell]) == cell + "\n")
  }

  /// What spreadsheets make dates of is guarded for them only.
  @Test(arguments: [
    ("3/4", "'3/4"), ("1-2", "'1-2"), ("2022-03-04", "'2022-03-04"), ("10:30", "'10:30"), ("2022年3月", "'2022年3月"),
    ("2022年", "2022年"), ("2022", "2022"), ("1-2次", "1-2次"), ("01234567-1-0", "01234567-1-0"), ("1-2-3-4", "1-2-3-4"),
    ("-5", "-5"), ("/", "/"), ("a-1", "a-1"),
  ])
  func datesAreGuardedForSpreadsheets(_ cell: String, _ expected: String) {
    var text = CSVText(header: ["text"], forSpreadsheet: true)
    text.row([cell])
    #expect(String(decoding: text.bytes.dropFirst(3), as: UTF8.self) == "text\r\n" + expected + "\r\n")
    #expect(written([cell]) == cell + "\n")
  }

  @Test func missingCellsAreEmpty() {
    #expect(written([nil, "0", nil, ""]) == ",0,,\n")
    #expect(written([nil]) == "\n")
  }

  @Test func aTableHasItsHeaderAndNoMark() {
    let table = Table(columns: ["指标", "2022"], rows: [["甲,乙", nil], [nil, "-3"]])
    #expect(String(decoding: table.csv, as: UTF8.self) == "指标,2022\n\"甲,乙\",\n,-3\n")
  }
}
