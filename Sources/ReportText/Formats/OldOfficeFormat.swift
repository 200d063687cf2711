/// A file of Office programs of the time before DOCX: LibreOffice makes DOCX and XLSX of DOC, WPS, XLS and ET; where it is
/// missing, `antiword` or `catdoc` take the text out of DOC and `xls2csv` the cells out of XLS.
struct OldOfficeFormat: DocumentFormat {
  func opens(_ bytes: Span<UInt8>) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    switch ForeignFormat.ofOldOffice(bytes) {
    case .workbook:
      let (written, converter) = try TextConverter.convert(
        bytes, by: TextConverter.workbook, package: Self.calc, path: path)
      if converter.result != nil { return try ZippedFormat().read(written, path: path, encoding: nil) }
      // Of strings that go on in another record it writes what happens to stand in its memory, which is never the same twice.
      guard try TextConverter.text(of: bytes, by: [converter], package: Self.calc, path: path) == written else {
        throw ReadingError.needsProgram(path: path, program: "LibreOffice", package: Self.calc)
      }
      return try ConvertedWorkbook.read(written)
    case let format?: throw ReadingError.foreign(path: path, format: format)
    case nil:
      let (written, converter) = try TextConverter.convert(
        bytes, by: TextConverter.doc, package: Self.writer, path: path)
      if converter.result != nil { return try ZippedFormat().read(written, path: path, encoding: nil) }
      let text = try PlainTextFormat().read(written, path: path, encoding: .utf8)
      return text.leavingOut([.tables(converter: converter.name, package: Self.writer)])
    }
  }

  private static let (calc, writer) = ("libreoffice-calc-nogui", "libreoffice-writer-nogui")
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
