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
