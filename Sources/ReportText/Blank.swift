/// Which characters say nothing. This is the one place that tells.
public enum Blank {
  /// Whether a character is a blank of any width that a page or a typesetter gives it; a tab keeps columns apart and is none.
  public static func hasWidth(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether nothing is to be read at a character: a blank, also one without width, a tab or a line end.
  public static func isEmpty(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00...0x1F, 0x85, 0x200B...0x200D, 0xFEFF: true
    default: hasWidth(scalar)
    }
  }
}

extension Span<UInt8> {
  /// How many bytes the blank at an offset has; 0 if none stands there.
  @inline(__always)
  func blankLength(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    if self[offset] == 0x20 { return 1 }
    guard mayBeBlank(at: offset) else { return 0 }
    return Blank.hasWidth(scalar(at: offset)) ? characterLength(at: offset) : 0
  }

  /// How many bytes the character at an offset has if nothing is to be read there; otherwise 0.
  @inline(__always)
  public func emptyLength(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    if self[offset] <= 0x20 { return 1 }
    guard mayBeBlank(at: offset) else { return 0 }
    return Blank.isEmpty(scalar(at: offset)) ? characterLength(at: offset) : 0
  }

  /// Whether a blank ends at an offset.
  func hasBlank(before offset: Int) -> Bool {
    offset > 0 && blankLength(at: offset - characterLength(before: offset)) > 0
  }

  /// Whether a character at which nothing is to be read ends at an offset.
  func isEmpty(before offset: Int) -> Bool {
    offset > 0 && emptyLength(at: offset - characterLength(before: offset)) > 0
  }

  /// Whether the byte at an offset begins some blank beyond ASCII.
  private func mayBeBlank(at offset: Int) -> Bool {
    switch self[offset] {
    case 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// The bytes of a character of two or three.
  private func characterLength(at offset: Int) -> Int { self[offset] == 0xC2 ? 2 : 3 }
}
