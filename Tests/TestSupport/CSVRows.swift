/// The records of a CSV file by RFC 4180, read apart from the program's own writer.
public struct CSVRows: Sendable {
  /// The cells of the first record.
  public let header: [String]
  /// The cells of the records behind it.
  public let rows: [[String]]

  /// Reads a whole file; an apostrophe that guards a cell from a spreadsheet is taken off.
  public init(_ bytes: [UInt8]) {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x22 where isQuoted && at < bytes.count && bytes[at] == 0x22:
        cell.append(byte)
        at += 1
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted, 0x0A where !isQuoted:
        record.append(Self.withoutGuard(String(decoding: cell, as: UTF8.self)))
        cell = []
        if byte == 0x0A {
          records.append(record)
          record = []
        }
      default: cell.append(byte)
      }
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The rows as values by column name.
  public var objects: [[String: String]] { rows.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) } }

  private static func withoutGuard(_ cell: String) -> String {
    guard cell.hasPrefix("'"), let guarded = cell.dropFirst().first, "=+-@\t\r".contains(guarded) else { return cell }
    return String(cell.dropFirst())
  }
}
