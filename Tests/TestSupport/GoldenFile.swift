import Foundation

/// A file under Fixtures/golden that an output must equal byte for byte.
public struct GoldenFile: Sendable {
  private let url: URL
  private let name: String

  /// The golden file with a path below Fixtures/golden.
  public init(_ name: String) {
    self.name = name
    url = PackageFolder.fixture("golden/" + name)
  }

  /// What is wrong with `bytes`: where they first differ; `nil` if they equal the file.
  ///
  /// With `RECORD=1` in the environment the file is rewritten, which is a mistake too, so that no recording run passes.
  public func mismatch(_ bytes: [UInt8]) throws -> String? {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
      return "\(name): recorded; look at the difference and run again without RECORD"
    }
    guard let data = try? Data(contentsOf: url) else {
      return "\(name): no such golden file; record it with RECORD=1 swift test"
    }
    let golden = Array(data)
    if golden == bytes { return nil }
    let goldenLines = golden.split(separator: 0x0A, omittingEmptySubsequences: false)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let number = zip(goldenLines, lines).prefix { $0 == $1 }.count
    let text: ([ArraySlice<UInt8>]) -> String = { lines in
      number < lines.count ? String(decoding: lines[number], as: UTF8.self) : "(end of file)"
    }
    return "\(name):\(number + 1): expected \(text(goldenLines)), found \(text(lines))"
  }
}
