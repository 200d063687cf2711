/// A sort of file that is read: how its content tells it, and how its text is taken out.
protocol DocumentFormat: Sendable {
  /// Whether a file that begins so is of this sort; its content tells, not its name.
  func opens(_ bytes: Span<UInt8>) -> Bool

  /// The text of a file, where it stands and how it is laid out.
  ///
  /// - Parameters:
  ///   - path: for messages.
  ///   - encoding: the encoding of a text or page, if it isn't to be found from the bytes.
  /// - Throws: `ReadingError`.
  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText
}

/// All sorts of files, in the order in which they are asked whether a file is theirs; the last takes all.
enum DocumentFormats {
  static let all: [any DocumentFormat] = [
    PDFFormat(), ZippedFormat(), OldOfficeFormat(), RichTextFormat(), UnreadFormat(), HTMLFormat(), WebArchiveFormat(),
    PlainTextFormat(),
  ]

  /// The sort of a file by its beginning.
  static func format(of bytes: Span<UInt8>) -> any DocumentFormat {
    for format in all where format.opens(bytes) { return format }
    return PlainTextFormat()
  }
}
