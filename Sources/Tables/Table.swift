/// A table with named columns.
public struct Table: Sendable {
  /// Column ids, in order.
  public let columns: [String]
  /// Cells by row; a missing value is `nil`.
  public let rows: [[String?]]
  /// The Chinese names of columns that the table's own figures name.
  var names: [String: String] = [:]
  /// The columns that are the years of a series, of which a page shows a small line.
  var years: Range<Int>?
  /// What stands above the columns: their ids, or their names.
  private(set) var header: [String]

  /// A table of rows that have a cell for each column, with the columns' ids above.
  public init(columns: [String], rows: [[String?]]) {
    (self.columns, self.rows, header) = (columns, rows, columns)
  }

  /// The table as CSV.
  public var csv: [UInt8] { csv(forSpreadsheet: false) }

  /// The table as CSV, with what Excel needs to read it if asked for.
  public func csv(forSpreadsheet: Bool) -> [UInt8] {
    var text = CSVText(header: header, forSpreadsheet: forSpreadsheet)
    for row in rows { text.row(row) }
    return text.bytes
  }

  /// The table as Markdown.
  public var markdown: String {
    let lines = [header, header.map { _ in "---" }] + rows.map { row in row.map { $0 ?? "" } }
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
        json.string(header[index])
        json.raw(":")
        if let cell { json.string(cell) } else { json.raw("null") }
      }
      json.raw("}")
    }
    json.raw("\n]\n")
    return json.withBytes { Array($0) }
  }

  /// What stands above the columns of a table.
  public enum Language: String, Sendable, CaseIterable {
    /// Their Chinese names.
    case zh
    /// Their ids.
    case en

    /// What stands above columns.
    public func header(of columns: [String]) -> [String] {
      self == .en ? columns : columns.map { ColumnName.chinese($0) ?? $0 }
    }
  }

  /// The table with the columns' ids or Chinese names above.
  public func headed(in language: Language) -> Table {
    var table = self
    table.header = zip(columns, language.header(of: columns)).map { language == .zh ? names[$0] ?? $1 : $1 }
    return table
  }

  /// What stands above a column.
  func header(of column: String) -> String { columns.firstIndex(of: column).map { header[$0] } ?? column }
}

extension String {
  /// The text with the characters that HTML, SVG and XML take for markup written otherwise.
  var escapedForMarkup: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
