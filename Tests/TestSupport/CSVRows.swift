/// The records of a CSV file by RFC 4180, read apart from the program's own writer.
public struct CSVRows: Sendable {
  /// The cells of the first record.
  public let header: [String]
  /// The cells of the records behind it.
  public let rows: [[String]]

  /// Reads a whole file, with or without a byte order mark; an apostrophe that guards a cell from a spreadsheet is taken off
  /// unless it's to be kept.
  public init(_ bytes: [UInt8], keepingGuards: Bool = false) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
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
        let text = String(decoding: cell, as: UTF8.self)
        record.append(keepingGuards ? text : Self.withoutGuard(text))
        cell = []
        if byte == 0x0A {
          records.append(record)
          record = []
        }
      case 0x0D where !isQuoted && at < bytes.count && bytes[at] == 0x0A: break
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
