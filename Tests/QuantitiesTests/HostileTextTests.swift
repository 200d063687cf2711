import Quantities
import Testing

/// Texts that no report should hold: an answer, no crash, the rest read.
@Suite struct HostileTextTests {
  private func read(_ bytes: [UInt8]) -> [LedgerEntry] {
    var reader = QuantityReader()
    reader.read(bytes.span)
    return reader.entries
  }

  private static let behind = Array("召开会议3次".utf8)

  @Test(
    "A character is the same at the end of a text and inside it",
    arguments: [
      ([0x41], 0x41, 1), ([0xC3, 0xA9], 0xE9, 2), ([0xE5, 0xB9, 0xB4], 0x5E74, 3),
      ([0xF0, 0x9F, 0x99, 0x82], 0x1F642, 4),
      // No characters: a byte of the inside of one, cut ones, one beyond the last.
      ([0x80], 0xFFFD, 1), ([0xC3], 0xFFFD, 1), ([0xE5, 0xB9], 0xFFFD, 1), ([0xF5, 0x80, 0x80, 0x80], 0xFFFD, 1),
    ] as [([UInt8], UInt32, Int)])
  func charactersAnywhere(_ bytes: [UInt8], _ scalar: UInt32, _ length: Int) {
    for text in [bytes, bytes + Array("abc".utf8), bytes + Array("年".utf8)] {
      #expect(decodeScalar(in: text.span, at: 0) == (scalar, length))
    }
  }

  @Test(
    "The rest is read",
    arguments: [
      [0xFF, 0xFE, 0x80], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0x00, 0x00], [0xF4, 0x90, 0x80, 0x80],
      Array(".2023年".utf8),
      Array(repeating: UInt8(ascii: "("), count: 10_000), Array(String(repeating: "《", count: 10_000).utf8),
      Array(String(repeating: "负", count: 1_000).utf8), Array(String(repeating: "百", count: 1_000).utf8),
    ] as [[UInt8]])
  func restIsRead(_ before: [UInt8]) throws {
    let last = try #require(read(before + Array("。".utf8) + Self.behind).last)
    #expect(last.reading == "3 次 count =")
  }

  @Test func tooManyDigitsAreAnIssueOfThatNumeralOnly() {
    let entries = read(Array("投入123456789012345678901234567890元，召开会议3次".utf8))
    #expect(entries.map(\.issue) == [.overflow, nil])
    #expect(entries.map(\.numeralClass) == [.other, .statistic])
    #expect(entries[0].value == nil)
  }

  @Test func aLongLineOfDigitsIsOneNumeral() {
    let entries = read(Array(repeating: UInt8(ascii: "7"), count: 1_000_000))
    #expect(entries.count == 1)
    #expect(entries[0].span == 0..<1_000_000)
    #expect(entries[0].issue == .overflow)
  }
}
