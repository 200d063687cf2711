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
}
