import Testing

@testable import ReportText

/// Which characters say nothing.
@Suite struct BlankTests {
  @Test(arguments: [0x20, 0xA0, 0x2003, 0x2009, 0x202F, 0x3000] as [UInt32])
  func blanksOfAnyWidth(_ scalar: UInt32) {
    #expect(Blank.hasWidth(scalar) && Blank.isEmpty(scalar))
  }

  @Test(arguments: [0x09, 0x0D, 0x85, 0x200B, 0xFEFF] as [UInt32])
  func tabsLineEndsAndWhatHasNoWidth(_ scalar: UInt32) {
    #expect(!Blank.hasWidth(scalar) && Blank.isEmpty(scalar))
  }

  /// Bytes and characters are told alike, whatever the character.
  @Test func bytesAsCharacters() {
    let different = (0...0xFFFF as ClosedRange<UInt32>).filter { value in
      guard let scalar = Unicode.Scalar(value) else { return false }
      let bytes = Array(String(scalar).utf8)
      return bytes.span.emptyLength(at: 0) != (Blank.isEmpty(value) ? bytes.count : 0)
        || bytes.span.blankLength(at: 0) != (Blank.hasWidth(value) ? bytes.count : 0)
    }
    #expect(different.isEmpty)
  }
}
