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
}
