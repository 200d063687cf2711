/// An archive that holds a document: DOCX, XLSX, OFD, ODT, ODS; or an archive of files, of which one is read if there is
/// but one.
struct ZippedFormat: DocumentFormat {
  /// The readers by the file of the archive that shows the sort.
  private static let readers: [(part: String, read: @Sendable (ZipReader) throws -> SourceText)] = [
    ("word/document.xml", DOCXReader.read), ("xl/workbook.xml", XLSXReader.read), ("OFD.xml", OFDReader.read),
    ("content.xml", OpenDocumentReader.read),
  ]
  private static let unread: [(part: String, format: ForeignFormat)] = [
    ("xl/workbook.bin", .workbook), ("ppt/presentation.xml", .presentation),
  ]

  func opens(_ bytes: Span<UInt8>) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    try ZipReader.withArchive(bytes, path: path) { archive in
      for (part, read) in Self.readers where archive.holds(part) {
        let text = try read(archive)
        guard text.layout.map({ !$0.blocks.isEmpty }) ?? !text.source.isEmpty else {
          throw ReadingError.noText(path: path)
        }
        return text
      }
      let format = Self.unread.first { archive.holds($0.part) }?.format
      throw ReadingError.foreign(path: path, format: format ?? .archive)
    }
  }
}
