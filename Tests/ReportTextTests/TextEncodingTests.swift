import Foundation
import ReportText
import TestSupport
import Testing

/// Texts in the encodings that reports come in.
@Suite struct TextEncodingTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: PackageFolder.fixture("encodings/library-2022.\(name).txt")))
  }

  /// One text in every encoding is one text, at once and line by line.
  @Test(
    arguments: [
      ("utf-8", "utf-8", .utf8), ("utf-8-mark", "utf-8", .utf8), ("gb18030", "utf-8", .gb18030),
      ("utf-16le", "utf-8", .utf16LittleEndian), ("utf-16le-mark", "utf-8", .utf16LittleEndian),
      ("utf-16be", "utf-8", .utf16BigEndian), ("utf-16be-mark", "utf-8", .utf16BigEndian),
      ("big5", "traditional", .big5), ("traditional", "traditional", .utf8),
    ] as [(String, String, TextEncoding)])
  func found(_ name: String, _ same: String, _ encoding: TextEncoding) throws {
    let text = try SourceText(bytes: try Self.bytes(name), path: name)
    #expect(text.encoding == encoding)
    #expect(text.source == (try Self.bytes(same)))
    #expect(text.damage == nil)
    var lines: [String] = []
    let path = PackageFolder.fixture("encodings/library-2022.\(name).txt").path
    let damage = try SourceText.forEachLine(ofFile: path) { line in
      lines.append(line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    #expect(damage == nil)
    var readings: [String] = []
    text.forEachLine { readings.append(String(decoding: $0.bytes, as: UTF8.self)) }
    #expect(lines == readings)
  }

  @Test(
    arguments: [
      ("UTF-8", .utf8), ("utf8", .utf8), ("gbk", .gb18030), ("GB2312", .gb18030), ("gb18030", .gb18030),
      ("Big5", .big5), ("big5-hkscs", .big5), ("utf-16", .utf16LittleEndian), ("UTF_16BE", .utf16BigEndian),
      ("latin1", nil), ("", nil),
    ] as [(String, TextEncoding?)])
  func names(_ name: String, _ encoding: TextEncoding?) {
    #expect(TextEncoding(name: name) == encoding)
  }

  private static let gb: [UInt8] = [0xC4, 0xEA, 0xB1, 0xA8]  // 年报

  /// What the bytes show outranks what a page says of itself; where they show nothing, that decides.
  @Test func aDeclarationDecidesWhereTheBytesDoNot() throws {
    let page = { (charset: String, text: [UInt8]) in
      Array("<html><head><meta charset=\"\(charset)\"></head><body>".utf8) + text + Array("</body></html>".utf8)
    }
    #expect(try SourceText(bytes: page("gb2312", Array("年报".utf8)), path: "a").encoding == .utf8)
    #expect(try SourceText(bytes: page("utf-8", Self.gb), path: "a").encoding == .gb18030)
    // 镕 alone is rare in GB18030 and no less in Big5.
    #expect(try SourceText(bytes: page("GBK", [0xE9, 0x46]), path: "a").encoding == .gb18030)
    #expect(try SourceText(bytes: page("big5", [0xE9, 0x46]), path: "a").encoding == .big5)
  }

  /// Another encoding than the bytes show, where the user says so.
  @Test func theUserOverrides() throws {
    #expect(try SourceText(bytes: Self.gb, path: "a", encoding: .big5).lines == ["爛惆"])
    #expect(throws: ReadingError.undecodable(path: "a", encoding: .utf8, offset: 0)) {
      try SourceText(bytes: Self.gb, path: "a", encoding: .utf8)
    }
    #expect(throws: ReadingError.undecodable(path: "a", encoding: .gb18030, offset: 6)) {
      try SourceText(bytes: [0xC4, 0xEA, 0x31, 0x32, 0x0A, 0x41, 0xFF, 0x0A], path: "a", encoding: .gb18030)
    }
  }

  /// A file of which a part is in another encoding is refused with the place where it begins.
  @Test func mixedEncodings() throws {
    let unicode = try Self.bytes("utf-8")
    let chinese = try Self.bytes("gb18030")
    #expect(throws: ReadingError.undecodable(path: "a", encoding: .utf8, offset: unicode.count)) {
      try SourceText(bytes: unicode + chinese, path: "a", encoding: .utf8)
    }
    #expect(throws: ReadingError.self) { try SourceText(bytes: chinese + unicode, path: "a") }
  }

  /// A few unreadable bytes are told of in every encoding, with their place in the file.
  @Test(
    arguments: [
      ("gb18030", .gb18030, [0xFF]), ("gb18030", .gb18030, [0x00]), ("big5", .big5, [0xFF]),
      ("utf-16le-mark", .utf16LittleEndian, [0x00, 0xD8]), ("utf-16be", .utf16BigEndian, [0x00, 0x00]),
    ] as [(String, TextEncoding, [UInt8])])
  func damage(_ name: String, _ encoding: TextEncoding, _ bad: [UInt8]) throws {
    let line = try Self.bytes(name)
    let body = line.dropFirst(name.hasSuffix("mark") ? 2 : 0)
    let before = line + Array(repeatElement(body, count: 3).joined())
    let text = try SourceText(bytes: before + bad + body, path: "a")
    #expect(text.damage == Damage(count: 1, offset: before.count, encoding: encoding))
    #expect(text.source.count { $0 == 0xEF } > 0)
    #expect(String(decoding: text.source, as: UTF8.self).count { $0 == "\u{FFFD}" } == 1)
    let folder = try TemporaryFolder()
    try folder.write(before + bad + body, to: "a")
    #expect(try SourceText.forEachLine(ofFile: folder.path("a")) { _ in } == text.damage)
    #expect(text.damage?.message(path: "a").contains("不是有效的 \(encoding.rawValue)") == true)
  }

  /// Characters are whole although blocks of the file cut them.
  @Test(arguments: ["gb18030", "utf-16le", "big5"])
  func longFilesAreReadInBlocks(_ name: String) throws {
    let folder = try TemporaryFolder()
    let bytes = Array(repeatElement(try Self.bytes(name), count: 300).joined())
    for shift in 0..<(name == "utf-16le" ? 1 : 3) {
      let file = Array(repeating: UInt8(ascii: " "), count: shift) + bytes
      try folder.write(file, to: "a")
      var lines: [String] = []
      let damage = try SourceText.forEachLine(ofFile: folder.path("a")) { line in
        lines.append(line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
      }
      var readings: [String] = []
      try SourceText(bytes: file, path: "a").forEachLine { readings.append(String(decoding: $0.bytes, as: UTF8.self)) }
      #expect(damage == nil)
      #expect(lines == readings)
    }
  }
}
