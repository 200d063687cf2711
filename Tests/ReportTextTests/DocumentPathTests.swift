import Foundation
import ReportText
import TestSupport
import Testing

/// One spelling for a file however it is named.
@Suite struct DocumentPathTests {
  @Test func whatLiesInTheWorkingFolderIsNamedFromThere() {
    let folder = FileManager.default.currentDirectoryPath
    for path in [
      "a/b.txt", "./a/b.txt", "a//b.txt", "a/./c/../b.txt", folder + "/a/b.txt",
      "../\(URL(fileURLWithPath: folder).lastPathComponent)/a/b.txt",
    ] {
      #expect(DocumentPath.canonical(path) == "a/b.txt", "\(path)")
    }
    for path in [".", "./", folder, folder + "/", "a/.."] { #expect(DocumentPath.canonical(path) == ".", "\(path)") }
    #expect(DocumentPath.canonical("-") == "-")
  }

  @Test func linksAreFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("9", to: "real/a.txt")
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("real"))
    let real = DocumentPath.canonical(folder.path("real"))
    #expect(DocumentPath.canonical(link + "/a.txt") == real + "/a.txt")
    // What is gone is named as when it was there.
    #expect(DocumentPath.canonical(link + "/gone/b.txt") == real + "/gone/b.txt")
    #expect(DocumentPath.canonical(folder.path("real/../real/a.txt")) == real + "/a.txt")
  }

  @Test func whatLiesInAFolder() {
    #expect(DocumentPath.lies("a/b", in: "a"))
    #expect(DocumentPath.lies("a", in: "a"))
    #expect(!DocumentPath.lies("ab", in: "a"))
    #expect(DocumentPath.lies("a/b", in: "."))
    #expect(!DocumentPath.lies("/a", in: "."))
  }

  // MARK: - Names that are no text

  /// Pieces of which names are made at random: bytes that are no UTF-8, characters that are equal to others by Unicode, and what
  /// looks like an escape.
  private static let pieces: [[UInt8]] =
    [[0xB1], [0xA8], [0xFF], [0xE5, 0xB9], [0xC3]]
    + ["\\", "x", "\\xB1", "\\x5C", "B1", "A", "e", "\u{301}", "é", "年", "\u{F90A}", "金", "\u{1100}", "\u{1161}", "가"]
    .map {
      Array($0.utf8)
    }

  private func write(_ name: [UInt8], in folder: String) -> Bool {
    let path = Array((folder + "/").utf8) + name + [0]
    let file = path.withUnsafeBytes {
      open($0.assumingMemoryBound(to: CChar.self).baseAddress!, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    }
    guard file >= 0 else { return false }
    defer { close(file) }
    return name.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) } == name.count
  }

  /// Each file has one path, each path one file: also for Swift, to which equal texts are one.
  @Test func anyNameIsSpelledWithoutLoss() throws {
    let folder = try TemporaryFolder()
    var names: Set<[UInt8]> = []
    for _ in 1...2000 {
      names.insert((1...Int.random(in: 1...5)).flatMap { _ in Self.pieces.randomElement()! })
    }
    for name in names { #expect(write(name, in: folder.url.path)) }
    let spelled = try #require(DocumentPath.names(in: folder.url.path))
    #expect(spelled.count == names.count)
    #expect(Set(spelled).count == names.count)
    for name in spelled {
      let path = folder.url.path + "/" + name
      #expect(names.remove(try SourceText.bytes(ofFile: path)) != nil, "\(name)")
      #expect(DocumentPath.canonical(path) == path)
    }
    #expect(names.isEmpty)
  }

  @Test(
    arguments: [
      ([0xB1, 0xA8], "\\xB1\\xA8"), (Array("年报.txt".utf8), "年报.txt"), (Array("\\xB1".utf8), "\\x5CxB1"),
      (Array("a\\b".utf8), "a\\b"),
      (Array("\u{F90A}1".utf8), "\\xEF\\xA4\\x8A1"), (Array("e\u{301}é".utf8), "e\\xCC\\x81é"),
    ] as [([UInt8], String)])
  func spellings(_ name: [UInt8], _ path: String) throws {
    let folder = try TemporaryFolder()
    #expect(write(name, in: folder.url.path))
    #expect(DocumentPath.names(in: folder.url.path) == [path])
  }
}
