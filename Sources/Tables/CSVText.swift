/// CSV by RFC 4180: UTF-8 without byte order mark and with `\n` between records, or with both as spreadsheets want them.
public struct CSVText: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  private let isForSpreadsheet: Bool

  /// A table with a header row.
  ///
  /// - Parameter forSpreadsheet: with a byte order mark, by which Excel tells UTF-8, and `\r\n`.
  public init(header: [String], forSpreadsheet: Bool = false) {
    isForSpreadsheet = forSpreadsheet
    if forSpreadsheet { bytes = [0xEF, 0xBB, 0xBF] }
    row(header)
  }

  /// Adds a row; a missing cell is empty.
  ///
  /// A text cell that a spreadsheet would take for a formula gets an apostrophe before it; in a table for spreadsheets one
  /// that it would take for a date (3/4, 1-2) does, too.
  public mutating func row(_ cells: [String?]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let cell { append(cell) }
    }
    if isForSpreadsheet { bytes.append(0x0D) }
    bytes.append(0x0A)
  }

  private mutating func append(_ cell: String) {
    let guarded = Self.isFormula(cell) || isForSpreadsheet && Self.isDate(cell) ? "'" + cell : cell
    guard guarded.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      bytes.append(contentsOf: guarded.utf8)
      return
    }
    bytes.append(0x22)
    for byte in guarded.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Whether a spreadsheet would take the cell for a date or a time: two or three short numbers with signs between them.
  private static func isDate(_ cell: String) -> Bool {
    let signs = Set("-/:年月日时分".unicodeScalars)
    let parts = cell.unicodeScalars.split(omittingEmptySubsequences: false) { signs.contains($0) }
    let numbers = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
    return (2...3).contains(numbers.count)
      && numbers.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy { ("0"..."9").contains($0) } }
  }

  /// Whether a spreadsheet would run the cell; a negative number is none.
  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    switch first {
    // A lone = is text to every spreadsheet, and the sign of an exact figure here.
    case UInt8(ascii: "="): return cell != "="
    case UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "-"): return Double(cell) == nil
    default: return false
    }
  }
}
