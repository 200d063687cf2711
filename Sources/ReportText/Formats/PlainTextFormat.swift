/// Text in any encoding; what it shows to be a page once it is decoded is read as one.
struct PlainTextFormat: DocumentFormat {
  func opens(_ bytes: Span<UInt8>) -> Bool { true }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    try SourceText(text: bytes, path: path, encoding: encoding)
  }
}
