import Foundation
import ReportText

/// A file that is no report: what an option names (a catalogue, a list of documents, reviews), or what stands where an output goes.
enum SideFile {
  /// The first bytes of a file, at most `count`; `nil` if it can't be read.
  static func opening(of path: String, count: Int) -> [UInt8]? {
    let file = DocumentPath.withFileName(path) { open($0, O_RDONLY | O_NONBLOCK) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(read(file, buffer.baseAddress, count), 0)
    }
  }

  /// Its bytes, of a pipe too; `nil` if it can't be read.
  static func bytes(of path: String) -> Data? {
    let file = DocumentPath.withFileName(path) { open($0, O_RDONLY) }
    guard file >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    return try? handle.readToEnd() ?? Data()
  }
}
