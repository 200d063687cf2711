/// A table with named columns.
public struct Table: Sendable {
  /// Column ids, in order.
  public let columns: [String]
  /// Cells by row; a missing value is `nil`.
  public let rows: [[String?]]

  /// The table as CSV.
  public var csv: [UInt8] {
    var text = CSVText(header: columns)
    for row in rows { text.row(row) }
    return text.bytes
  }

  /// The table as Markdown.
  public var markdown: String {
    let lines = [columns, columns.map { _ in "---" }] + rows.map { row in row.map { $0 ?? "" } }
    return lines.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n" }.joined()
  }

  /// The table as JSON: a list of objects whose members are strings or null.
  public var json: [UInt8] {
    var text = JSONText()
    text.raw("[")
    for (number, row) in rows.enumerated() {
      text.raw(number > 0 ? ",\n{" : "\n{")
      for (index, (column, cell)) in zip(columns, row).enumerated() {
        if index > 0 { text.raw(",") }
        text.string(column)
        text.raw(":")
        if let cell { text.string(cell) } else { text.raw("null") }
      }
      text.raw("}")
    }
    text.raw("\n]\n")
    return text.bytes
  }
}
