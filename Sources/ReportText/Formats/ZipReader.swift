import CLibZip

/// A zip archive in memory, the sizes that its files claim checked before anything is unpacked.
final class ZipReader {
  let path: String
  private let archive: OpaquePointer
  /// How many bytes may still be unpacked.
  private var left = ZipReader.most

  /// No part of a document is larger; a file that claims more is made to hurt.
  private static let largest = 1 << 27
  /// Nor is all that is read of one.
  private static let most = 1 << 29

  private init(_ archive: OpaquePointer, path: String) {
    self.archive = archive
    self.path = path
  }

  /// Calls `body` with an open archive.
  ///
  /// - Throws: `ReadingError.damagedDocument`, and what `body` throws.
  static func withArchive<Result>(
    _ bytes: [UInt8], path: String, _ body: (ZipReader) throws -> Result
  ) throws -> Result {
    try bytes.withUnsafeBytes { buffer in
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
      else { throw ReadingError.damagedDocument(path: path, reason: "压缩包损坏") }
      defer { zip_discard(archive) }
      return try body(ZipReader(archive, path: path))
    }
  }

  /// Whether the archive holds a file.
  func holds(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  /// A file's content; `nil` if the archive doesn't hold it.
  func optionalPart(_ name: String) throws(ReadingError) -> [UInt8]? { holds(name) ? try part(name) : nil }

  /// A file's content.
  ///
  /// - Throws: `ReadingError.damagedDocument`.
  func part(_ name: String) throws(ReadingError) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_stat(archive, name, 0, &status) == 0, let file = zip_fopen(archive, name, 0) else { throw damaged() }
    defer { zip_fclose(file) }
    guard status.size <= Self.largest, status.size <= left else { throw damaged("正文超过 128 MB") }
    left -= Int(status.size)
    var content = [UInt8](repeating: 0, count: Int(status.size))
    let count = content.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
    // libzip holds the content against its check sum where it finds the end; one byte more than it claims would be seen.
    var more: UInt8 = 0
    guard count == status.size, zip_fread(file, &more, 1) == 0 else { throw damaged() }
    return content
  }

  /// What is told of an archive that can't be read.
  func damaged(_ reason: String = "压缩包损坏") -> ReadingError { .damagedDocument(path: path, reason: reason) }
}
