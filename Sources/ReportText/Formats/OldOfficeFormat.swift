/// A file of Office programs of the time before DOCX: DOC goes through `antiword` or `catdoc`, XLS and ET through `xls2csv`.
struct OldOfficeFormat: DocumentFormat {
  func opens(_ bytes: Span<UInt8>) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    switch ForeignFormat.ofOldOffice(bytes) {
    case .workbook:
      let text = try TextConverter.text(of: bytes, by: TextConverter.workbook, package: "catdoc", path: path)
      return try ConvertedWorkbook.read(text)
    case let format?: throw ReadingError.foreign(path: path, format: format)
    case nil:
      let text = try TextConverter.text(of: bytes, by: TextConverter.doc, package: "antiword", path: path)
      return try PlainTextFormat().read(text, path: path, encoding: .utf8)
    }
  }
}

/// What `xls2csv` writes of a workbook: its sheets one behind the other as CSV, each ended by a line of its own.
enum ConvertedWorkbook {
  static func read(_ csv: [UInt8]) throws -> SourceText {
    var sheet = GridTextBuilder()
    for part in csv.split(separator: TextConverter.sheetEnd) {
      sheet.begin(name: nil)
      var row = 0
      for line in CSVLines(Array(part)) {
        for (column, cell) in line.enumerated() where !cell.isEmpty { sheet.add(cell, row: row, column: column) }
        row += 1
      }
      sheet.end(merging: [])
    }
    return sheet.finished()
  }
}

/// The records of CSV text, as cells.
struct CSVLines: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var at = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> [[UInt8]]? {
    guard at < text.count else { return nil }
    var cells: [[UInt8]] = []
    repeat {
      cells.append(cell())
      guard at < text.count, text[at] == 0x2C else { break }
      at += 1
    } while true
    while at < text.count, text[at] == 0x0D { at += 1 }
    if at < text.count { at += 1 }
    return cells
  }

  private mutating func cell() -> [UInt8] {
    var cell: [UInt8] = []
    let isQuoted = at < text.count && text[at] == 0x22
    if isQuoted { at += 1 }
    while at < text.count {
      let byte = text[at]
      if isQuoted {
        at += 1
        guard byte == 0x22 else {
          cell.append(byte == 0x0A ? 0x20 : byte)
          continue
        }
        guard at < text.count, text[at] == 0x22 else { break }
        cell.append(byte)
        at += 1
      } else {
        if byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
        cell.append(byte)
        at += 1
      }
    }
    return cell
  }
}
