/// What isn't read, told by its first bytes: archives of other sorts and pictures.
struct UnreadFormat: DocumentFormat {
  private static let marks: [([UInt8], ForeignFormat)] = [
    (Array("Rar!".utf8), .archive), (Array("7z".utf8) + [0xBC, 0xAF], .archive), ([0x1F, 0x8B, 0x08], .archive),
    ([0x50, 0x4B, 0x05, 0x06], .archive), ([0xFF, 0xD8, 0xFF], .image), ([0x89] + Array("PNG".utf8), .image),
    (Array("GIF8".utf8), .image), (Array("II*\0".utf8), .image), (Array("MM\0*".utf8), .image),
  ]

  func opens(_ bytes: Span<UInt8>) -> Bool { Self.marks.contains { bytes.starts(with: $0.0) } }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    throw ReadingError.foreign(path: path, format: Self.marks.first { bytes.starts(with: $0.0) }?.1 ?? .archive)
  }
}
