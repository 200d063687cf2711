/// A zip archive of files as they are, not compressed, so that writing one needs no library and the same files make the same
/// bytes.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file of less than 4 GB.
  mutating func add(_ name: String, _ file: [UInt8]) {
    let offset = bytes.count
    // Version 2.0, names in UTF-8, stored, 1 January 1980.
    var entry: [UInt8] = []
    for (value, size) in [(20, 2), (0x0800, 2), (0, 2), (0, 2), (0x21, 2), (Int(Self.checksum(file)), 4)] {
      Self.append(value, size, to: &entry)
    }
    for (value, size) in [(file.count, 4), (file.count, 4), (name.utf8.count, 2), (0, 2)] {
      Self.append(value, size, to: &entry)
    }
    Self.append(0x0403_4B50, 4, to: &bytes)
    bytes += entry + Array(name.utf8) + file
    Self.append(0x0201_4B50, 4, to: &directory)
    Self.append(20, 2, to: &directory)
    directory += entry
    for (value, size) in [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)] { Self.append(value, size, to: &directory) }
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  var finished: [UInt8] {
    var end: [UInt8] = []
    for (value, size) in [
      (0x0605_4B50, 4), (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (bytes.count, 4), (0, 2),
    ] { Self.append(value, size, to: &end) }
    return bytes + directory + end
  }

  private static func append(_ value: Int, _ size: Int, to bytes: inout [UInt8]) {
    for place in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  /// CRC-32 as zip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { number in
    var sum = UInt32(number)
    for _ in 0..<8 { sum = (sum & 1 == 1 ? 0xEDB8_8320 : 0) ^ (sum >> 1) }
    return sum
  }
}
