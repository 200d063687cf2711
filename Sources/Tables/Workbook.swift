import Quantities

/// A table as an Excel workbook (XLSX) of one sheet: every spreadsheet opens it without a question, takes numbers as numbers
/// and text as text, codes with leading zeros too, and runs nothing.
public struct Workbook: Sendable {
  /// How many rows a sheet holds, with the header.
  public static let mostRows = 1_048_576
  /// How many characters a cell holds.
  private static let mostCharacters = 32_767
  /// How many digits of a number a spreadsheet keeps.
  private static let mostDigits = 15

  /// The file.
  public let bytes: [UInt8]

  /// The workbook of a table; `nil` if it has more rows than a sheet holds, or than there is memory for.
  public init?(_ table: Table) {
    guard table.rows.count < Self.mostRows else { return nil }
    let numbers = table.columns.map(ColumnName.isNumber)
    var sheet = Array(Self.opening.utf8)
    Self.write(table.header, [Bool](repeating: false, count: numbers.count), style: 1, to: &sheet)
    for row in table.rows { Self.write(row, numbers, style: 0, to: &sheet) }
    sheet += Array("</sheetData></worksheet>".utf8)
    var files = Self.parts.map { name, text in (name: name, bytes: Array((Self.declaration + text).utf8)) }
    files.append(("xl/worksheets/sheet1.xml", sheet))
    guard let archive = ZipArchive.bytes(of: files) else { return nil }
    bytes = archive
  }

  private static func write(_ cells: [String?], _ numbers: [Bool], style: Int, to sheet: inout [UInt8]) {
    sheet += Array("<row>".utf8)
    for (cell, isNumber) in zip(cells, numbers) {
      guard let cell, !cell.isEmpty else {
        sheet += Array("<c/>".utf8)
        continue
      }
      if isNumber, isNumberOfASheet(cell) {
        sheet += Array("<c><v>\(cell)</v></c>".utf8)
      } else {
        sheet += Array(
          "<c t=\"inlineStr\" s=\"\(style)\"><is><t xml:space=\"preserve\">\(text(cell))</t></is></c>".utf8)
      }
    }
    sheet += Array("</row>\n".utf8)
  }

  /// A longer number stays text, so that it loses no digit.
  private static func isNumberOfASheet(_ cell: String) -> Bool {
    ExactDecimal(cell) != nil && cell.utf8.count(where: { (0x30...0x39).contains($0) }) <= mostDigits
  }

  /// A cell's text without what XML can't hold, and not longer than a cell is.
  private static func text(_ cell: String) -> String {
    let scalars = cell.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
    let text = String(String.UnicodeScalarView(scalars))
    return (text.utf16.count > mostCharacters ? String(text.prefix(mostCharacters / 2)) + "…" : text).escapedForMarkup
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The header stays in sight.
  private static let opening = """
    \(declaration)<worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
    activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>

    """

  private static let parts = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="\(package)/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
      ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="\(spreadsheet).sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(spreadsheet).worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(spreadsheet).styles+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(relations)/officeDocument" \
      Target="xl/workbook.xml"/></Relationships>
      """
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets><sheet name="年报" sheetId="1" r:id="rId1"/></sheets>\
      </workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(relations)/worksheet" \
      Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="\(relations)/styles" Target="styles.xml"/>\
      </Relationships>
      """
    ),
    (
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/>\
      <sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
      <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>\
      </styleSheet>
      """
    ),
  ]
}
