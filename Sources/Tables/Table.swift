/// A table with named columns.
public struct Table: Sendable {
  /// Column ids, in order.
  public let columns: [String]
  /// Cells by row; a missing value is `nil`.
  public let rows: [[String?]]

  /// A table of rows that have a cell for each column.
  public init(columns: [String], rows: [[String?]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table as CSV.
  public var csv: [UInt8] { csv(forSpreadsheet: false) }

  /// The table as CSV, with what Excel needs to read it if asked for.
  public func csv(forSpreadsheet: Bool) -> [UInt8] {
    var text = CSVText(header: columns, forSpreadsheet: forSpreadsheet)
    for row in rows { text.row(row) }
    return text.bytes
  }

  /// The table as Markdown.
  public var markdown: String {
    let lines = [columns, columns.map { _ in "---" }] + rows.map { row in row.map { $0 ?? "" } }
    return lines.map {
      "| " + $0.map { $0.replacing("|", with: "\\|").replacing("\n", with: "<br>") }.joined(separator: " | ") + " |\n"
    }.joined()
  }

  /// The table as a JSON array of objects; numbers are text, so that none loses a digit.
  public var json: [UInt8] {
    var json = JSONText()
    json.raw("[")
    for (number, row) in rows.enumerated() {
      json.raw(number == 0 ? "\n" : ",\n")
      for (index, cell) in row.enumerated() {
        json.raw(index == 0 ? "{" : ",")
        json.string(columns[index])
        json.raw(":")
        if let cell { json.string(cell) } else { json.raw("null") }
      }
      json.raw("}")
    }
    json.raw("\n]\n")
    return json.withBytes { Array($0) }
  }

  /// The table as a page.
  public var html: String {
    let cell = { (name: String, text: String) in
      "<\(name)\(Double(text) != nil ? " class=\"n\"" : "")>\(text.escapedForMarkup)</\(name)>"
    }
    let head = columns.map { cell("th", $0) }.joined()
    let body = rows.map { row in "<tr>" + row.map { cell("td", $0 ?? "") }.joined() + "</tr>\n" }.joined()
    return """
      <!doctype html>
      <html lang="zh"><meta charset="utf-8"><title>年报 nianbao</title>
      <style>
      body{font:14px sans-serif} table{border-collapse:collapse} th,td{border:1px solid #ccc;padding:2px 6px;text-align:left}
      th{position:sticky;top:0;background:#eee} .n{text-align:right;font-variant-numeric:tabular-nums}
      </style>
      <table><thead><tr>\(head)</tr></thead><tbody>
      \(body)</tbody></table>
      </html>

      """
  }

  /// The table with the columns' names in Chinese; years and bodies, which name columns too, stay as they are.
  public var withChineseColumns: Table {
    Table(columns: columns.map { ColumnName.chinese[$0] ?? $0 }, rows: rows)
  }
}

extension String {
  /// The text with the characters that HTML and SVG take for markup written otherwise.
  var escapedForMarkup: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
