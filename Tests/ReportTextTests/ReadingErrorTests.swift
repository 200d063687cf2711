import Foundation
import ReportText
import TestSupport
import Testing

/// Files that give no text, and why.
@Suite struct ReadingErrorTests {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test(arguments: [[], Array(" \t\r\n\n".utf8), mark, mark + [0x20, 0x0A]])
  func nothingToRead(_ bytes: [UInt8]) {
    #expect(throws: ReadingError.empty(path: "a.txt")) { try SourceText(bytes: bytes, path: "a.txt") }
  }

  @Test(
    arguments: [
      (Array("年报".utf8) + [0] + Array("x\0".utf8), 6),
      ([0x41, 0x00], 1),
      ([0xFF, 0x41, 0x00], 2),
      // Offsets are those of the file, so that an editor finds the place.
      (mark + [0x41, 0x00], 4),
    ] as [([UInt8], Int)])
  func binary(_ bytes: [UInt8], _ offset: Int) {
    #expect(throws: ReadingError.binary(path: "a.bin", offset: offset)) { try SourceText(bytes: bytes, path: "a.bin") }
  }

  @Test(
    arguments: [
      // 年 in GB18030: a single pair of bytes could be anything.
      ([0xC4, 0xEA], 0),
      (Array("年报".utf8) + [0xFF] + Array("件".utf8), 6),
      // A character cut off at the end.
      (Array("年报".utf8.dropLast()), 3),
      // An overlong form and a surrogate.
      (Array("a".utf8) + [0xC0, 0xAF], 1),
      (Array("ab".utf8) + [0xED, 0xA0, 0x80], 2),
      (mark + Array("年".utf8) + [0xFF], 6),
      // The same inside a text: overlong forms, a surrogate, a cut character, and one beyond the last.
      (Array("ab".utf8) + [0xC1, 0xAF] + Array("年报".utf8), 2),
      (Array("年".utf8) + [0xE0, 0x80, 0xAF] + Array("年报".utf8), 3),
      (Array("年×".utf8) + [0xED, 0xA0, 0x80] + Array("年报".utf8), 5),
      (Array("年".utf8) + [0xE4, 0xB8] + Array("年报".utf8), 3),
      (Array("×🙂年".utf8) + [0xF5, 0x80, 0x80, 0x80] + Array("年报".utf8), 9),
    ] as [([UInt8], Int)])
  func undecodable(_ bytes: [UInt8], _ offset: Int) {
    #expect(throws: ReadingError.undecodable(path: "a.txt", encoding: .utf8, offset: offset)) {
      try SourceText(bytes: bytes, path: "a.txt")
    }
  }

  private static let sentence = Array("全年受理申请9件。\n".utf8)

  /// A few bytes that are no text spoil nothing else, read at once or line by line.
  @Test(
    arguments: [
      ([0x00], 1), ([0xFF, 0xFE], 2), ([0xED, 0xA0, 0x80], 3), ([0xE0, 0x80, 0x80], 3), ([0xE4, 0xB8], 1),
      ([0x00, 0xFF, 0x00], 3),
    ] as [([UInt8], Int)])
  func aFewUnreadableBytesAreReadAsSuch(_ bad: [UInt8], _ count: Int) throws {
    let before = Self.mark + Array(repeatElement(Self.sentence, count: 100).joined())
    let bytes =
      before + Array("办结".utf8) + bad + Array("3件\n".utf8) + Array(repeatElement(Self.sentence, count: 100).joined())
    let text = try SourceText(bytes: bytes, path: "a.txt")
    let damage = Damage(count: count, offset: before.count + 6)
    #expect(text.damage == damage)
    #expect(text.lines[100] == "办结" + String(repeating: "\u{FFFD}", count: count) + "3件")
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.txt")
    var lines: [String] = []
    #expect(
      try SourceText.forEachLine(ofFile: folder.path("a.txt")) { line in
        lines.append(line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
      } == damage)
    #expect(lines == text.lines.dropLast())
    #expect(
      damage.message(path: "a.txt")
        == "a.txt: 第 \(before.count + 6) 字节起有 \(count) 处不是有效的 UTF-8，读作“\u{FFFD}”，其余照读；请核对原文件 (unreadable bytes)")
  }

  /// A file of nothing but such bytes is refused soon.
  @Test(arguments: [UInt8(0x00), 0xFF])
  func nothingButUnreadableBytes(_ byte: UInt8) {
    #expect(throws: ReadingError.self) {
      try SourceText(bytes: Array("年报".utf8) + Array(repeating: byte, count: 3_000_000), path: "a.txt")
    }
  }

  @Test func byteOrderMarkIsSkipped() throws {
    let text = try SourceText(bytes: Self.mark + Array("受理9件".utf8), path: "a.txt")
    #expect(text.source == Array("受理9件".utf8))
    #expect(text.span(ofSource: 6..<10) == SourceSpan(line: 1, start: 2, end: 4))
  }

  @Test func onlyAMarkAtTheStartIsSkipped() throws {
    let bytes = Array("件\u{FEFF}9".utf8)
    #expect(try SourceText(bytes: bytes, path: "a.txt").source == bytes)
  }

  @Test(arguments: [
    (ReadingError.empty(path: "a.txt"), "a.txt: 文件是空的，请重新下载 (empty file)"),
    (
      .binary(path: "b.doc", offset: 12),
      "b.doc: 第 12 字节处是二进制数据，不是文本；请另存为 UTF-8 文本 (binary data)"
    ),
    (
      .undecodable(path: "c.txt", encoding: .gb18030, offset: 0),
      "c.txt: 第 0 字节处不是有效的 GB18030；请用 --encoding 指明编码，编码混杂的文件请先统一 (invalid GB18030)"
    ),
    (.unreadable(path: "d.txt", reason: "原因"), "d.txt: 打不开：原因；请检查权限 (cannot open)"),
  ])
  func messages(_ error: ReadingError, _ message: String) {
    #expect(error.description == message)
  }

  @Test func bytesOfAFileAreTakenAsTheyAre() throws {
    let folder = try TemporaryFolder()
    try folder.write([0xEF, 0xBB, 0xBF, 0x0D, 0x0A, 0xFF, 0x00], to: "a")
    #expect(try SourceText.bytes(ofFile: folder.path("a")) == [0xEF, 0xBB, 0xBF, 0x0D, 0x0A, 0xFF, 0x00])
  }

  /// What no database could hold is told before it fills the memory: the file here has room for it, and no content.
  @Test func aTextThatIsTooLong() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.html")
    try folder.write(Array("<p>9件".utf8), to: "a.html")
    try #require(truncate(path, 1_000_000_000_000) == 0)
    #expect(throws: ReadingError.tooLong(path: path)) { try SourceText.bytes(ofFile: path) }
    #expect(throws: ReadingError.tooLong(path: path)) { try SourceText.forEachLine(ofFile: path) { _ in } }
  }

  @Test(arguments: ["", "missing.txt"])
  func aFolderOrNoFileIsUnreadable(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = name.isEmpty ? folder.url.path : folder.path(name)
    let error = #expect(throws: ReadingError.self) { try SourceText.bytes(ofFile: path) }
    guard case .unreadable(path, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }
}
