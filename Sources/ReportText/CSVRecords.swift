/// The records of a CSV file by RFC 4180: UTF-8 with or without a byte order mark, any line ends.
struct CSVRecords {
  struct Record {
    /// The line of the file that it starts on, counted from 1.
    let line: Int
    let cells: [String]
  }

  /// Why a file is no CSV, and on which line.
  enum Mistake: Error, Equatable {
    case invalidUTF8(line: Int)
    case openQuote(line: Int)
    case textBehindQuote(line: Int)
  }

  let records: [Record]

  /// Reads a whole file; blank lines are no records. An apostrophe that guards a cell from a spreadsheet is taken off.
  init(_ bytes: [UInt8]) throws(Mistake) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var reader = CSVReader(bytes: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    records = try reader.records()
  }
}

private struct CSVReader {
  let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func records() throws(CSVRecords.Mistake) -> [CSVRecords.Record] {
    var records: [CSVRecords.Record] = []
    while at < bytes.count {
      let start = line
      var cells = [try cell()]
      while at < bytes.count, bytes[at] == UInt8(ascii: ",") {
        at += 1
        cells.append(try cell())
      }
      endLine()
      if cells != [""] { records.append(CSVRecords.Record(line: start, cells: cells)) }
    }
    return records
  }

  /// Passes the line end at the present place; CR and LF together are one.
  private mutating func endLine() {
    guard at < bytes.count else { return }
    at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
    line += 1
  }

  private var isAtCellEnd: Bool {
    at == bytes.count || bytes[at] == UInt8(ascii: ",") || bytes[at] == 0x0A || bytes[at] == 0x0D
  }

  private mutating func cell() throws(CSVRecords.Mistake) -> String {
    var cell: [UInt8] = []
    let start = line
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      while true {
        guard at < bytes.count else { throw .openQuote(line: start) }
        if bytes[at] == UInt8(ascii: "\"") {
          at += 1
          guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
        } else if bytes[at] == 0x0A {
          line += 1
        }
        cell.append(bytes[at])
        at += 1
      }
      guard isAtCellEnd else { throw .textBehindQuote(line: line) }
    } else {
      while !isAtCellEnd {
        cell.append(bytes[at])
        at += 1
      }
    }
    guard let text = String(validating: cell, as: UTF8.self) else { throw .invalidUTF8(line: start) }
    return Self.withoutGuard(text)
  }

  private static func withoutGuard(_ cell: String) -> String {
    guard cell.hasPrefix("'"), let guarded = cell.utf8.dropFirst().first, "=+-@\t\r".utf8.contains(guarded) else {
      return cell
    }
    return String(cell.dropFirst())
  }
}
