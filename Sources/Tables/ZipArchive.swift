import CLibZip
import Foundation

/// A zip archive in memory, of files as they are: not compressed and without times, so that the same files make the same
/// bytes.
enum ZipArchive {
  /// The archive of files; `nil` if there is no memory for it.
  static func bytes(of files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    var error = zip_error_t()
    guard let archive = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
    defer { zip_source_free(archive) }
    // Writing takes one reference over, reading back needs one more.
    zip_source_keep(archive)
    guard let zip = zip_open_from_source(archive, ZIP_TRUNCATE, &error) else {
      zip_source_free(archive)
      return nil
    }
    guard files.allSatisfy({ add($0.name, $0.bytes, to: zip) }), zip_close(zip) == 0 else {
      zip_discard(zip)
      return nil
    }
    return contents(of: archive)
  }

  private static func add(_ name: String, _ bytes: [UInt8], to zip: OpaquePointer) -> Bool {
    // libzip frees the copy when it has written it.
    guard let copy = malloc(max(bytes.count, 1)) else { return false }
    bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, $0.count) } }
    guard let source = zip_source_buffer(zip, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(zip, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let place = zip_uint64_t(index)
    // 1 January 1980, the first day that an archive can hold.
    return zip_set_file_compression(zip, place, ZIP_CM_STORE, 0) == 0
      && zip_file_set_dostime(zip, place, 0, 0x21, 0) == 0
  }

  private static func contents(of archive: OpaquePointer) -> [UInt8]? {
    guard zip_source_open(archive) == 0 else { return nil }
    defer { zip_source_close(archive) }
    guard zip_source_seek(archive, 0, SEEK_END) == 0, case let size = zip_source_tell(archive), size >= 0,
      zip_source_seek(archive, 0, SEEK_SET) == 0
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    let read = bytes.withUnsafeMutableBytes { zip_source_read(archive, $0.baseAddress, zip_uint64_t($0.count)) }
    return read == size ? bytes : nil
  }
}
