/// How the bytes of a text stand for characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Holds GBK and GB2312.
  case gb18030 = "GB18030"
  case big5 = "BIG5"

  /// An encoding by its own name or another that is in use; case and hyphens don't matter.
  public init?(name: some StringProtocol) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" }) {
    case "utf8": self = .utf8
    // What Windows calls Unicode.
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    case "big5", "cp950", "big5hkscs": self = .big5
    default: return nil
    }
  }

  /// How many bytes a character takes at least.
  var unitLength: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }

  /// How many bytes at the start of a text are its byte order mark.
  func markLength(_ text: Span<UInt8>) -> Int {
    switch self {
    case .utf8: text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .utf16LittleEndian: text.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16BigEndian: text.starts(with: [0xFE, 0xFF]) ? 2 : 0
    case .gb18030: text.starts(with: [0x84, 0x31, 0x95, 0x33]) ? 4 : 0
    case .big5: 0
    }
  }
}

// MARK: - Detection

extension TextEncoding {
  /// How many bytes tell an encoding.
  private static let sampleSize = 1 << 16
  /// Where the start of a page declares its encoding.
  private static let headSize = 4096

  /// The encoding that the bytes of a text show: by its byte order mark, else by the sequences that are valid and the
  /// characters that are frequent. What a page declares of itself decides only where the bytes don't, because saved
  /// pages often declare what they were before.
  ///
  /// - Parameters:
  ///   - text: the text, or its beginning.
  ///   - isWhole: whether the text ends there, so that no character is cut.
  static func detected(in text: Span<UInt8>, isWhole: Bool = true) -> TextEncoding {
    for encoding in allCases where encoding.markLength(text) > 0 { return encoding }
    let start = text.firstNonASCII
    let end = min(text.count, start + sampleSize)
    // ASCII before the sample holds its place in pairs of bytes.
    let sample = text.extracting(start & ~1..<end)
    let unicode = UTF8Tally(sample, isCut: end < text.count || !isWhole)
    if unicode.isPlausible, text.extracting(..<end).offset(of: 0, from: 0) == nil { return .utf8 }
    if let encoding = utf16(text.extracting(..<min(text.count, sampleSize & ~1))) { return encoding }
    if unicode.isPlausible { return .utf8 }
    let isCut = end < text.count || !isWhole
    let simplified = PairTally(gb18030: sample, isCut: isCut)
    let traditional = PairTally(big5: sample, isCut: isCut)
    let declared = declared(in: text.extracting(..<min(text.count, headSize)))
    if declared == .gb18030, simplified.isValid { return .gb18030 }
    if declared == .big5, traditional.isValid { return .big5 }
    switch (simplified.isPlausible, traditional.isPlausible) {
    case (true, true): return traditional.share > simplified.share ? .big5 : .gb18030
    case (true, false): return .gb18030
    case (false, true): return .big5
    case (false, false): return .utf8
    }
  }

  /// The encoding that a page declares: `charset=gb2312`.
  private static func declared(in head: Span<UInt8>) -> TextEncoding? {
    let text = head.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }.lowercased()
    guard let mark = text.firstRange(of: "charset=") else { return nil }
    let rest = text[mark.upperBound...].drop { "\"' ".contains($0) }
    return TextEncoding(name: rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
  }

  /// UTF-16 without a mark: nearly all pairs of bytes are Chinese or ASCII in the one order and not in the other.
  private static func utf16(_ sample: Span<UInt8>) -> TextEncoding? {
    let units = sample.count / 2
    guard sample.count.isMultiple(of: 2), units >= 4 else { return nil }
    var (little, big) = (0, 0)
    for at in stride(from: 0, to: units * 2, by: 2) {
      if isUsual(UInt16(sample[at + 1]) << 8 | UInt16(sample[at])) { little += 1 }
      if isUsual(UInt16(sample[at]) << 8 | UInt16(sample[at + 1])) { big += 1 }
    }
    let most = max(little, big)
    guard most * 20 >= units * 19, most > min(little, big) else { return nil }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2010...0x2030, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
    default: false
    }
  }
}

/// How a sample fares as UTF-8.
private struct UTF8Tally {
  private var characters = 0
  private var invalid = 0

  init(_ text: Span<UInt8>, isCut: Bool) {
    var at = 0
    while at < text.count {
      if text[at] < 0x80 {
        at += 1
        continue
      }
      let length = text[at] >= 0xF0 ? 4 : text[at] >= 0xE0 ? 3 : 2
      if isCut, text.count - at < length { return }
      var end = at + 1
      while end < text.count, end < at + length, text[end] & 0xC0 == 0x80 { end += 1 }
      let isValid = text[at] >= 0xC2 && text[at] <= 0xF4 && end == at + length
      if isValid { characters += 1 } else { invalid += 1 }
      at = end
    }
  }

  /// Whether what is invalid can be damage. In another encoding hardly a character is valid.
  var isPlausible: Bool { invalid * 10 <= characters }
}

/// How a sample fares as an encoding of pairs of bytes.
private struct PairTally {
  private var pairs = 0
  private var frequent = 0
  private var invalid = 0

  /// Level 1 of GB2312 and its marks are nearly all that is written.
  init(gb18030 text: Span<UInt8>, isCut: Bool) {
    tally(text, isCut) { text, at in
      let (lead, trail) = (text[at], text[at + 1])
      guard lead >= 0x81, lead <= 0xFE else { return nil }
      if (0x30...0x39).contains(trail) {
        guard at + 3 < text.count else { return (4, false) }
        let isValid = (0x81...0xFE).contains(text[at + 2]) && (0x30...0x39).contains(text[at + 3])
        return isValid ? (4, false) : nil
      }
      guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return nil }
      return (2, trail >= 0xA1 && ((0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead)))
    }
  }

  /// Level 1 of Big5 and its marks.
  init(big5 text: Span<UInt8>, isCut: Bool) {
    tally(text, isCut) { text, at in
      let (lead, trail) = (text[at], text[at + 1])
      guard (0x81...0xFE).contains(lead), (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
        return nil
      }
      return (2, (0xA1...0xC6).contains(lead))
    }
  }

  /// Counts the characters beyond ASCII. `character` tells of the one at an offset, which has at least two bytes before the
  /// end, how long it is and whether it is a frequent one; `nil` if it is none.
  private mutating func tally(
    _ text: Span<UInt8>, _ isCut: Bool, _ character: (Span<UInt8>, Int) -> (length: Int, isFrequent: Bool)?
  ) {
    var at = 0
    while at < text.count {
      if text[at] < 0x80 {
        at += 1
        continue
      }
      let found = at + 1 < text.count ? character(text, at) : (2, false)
      guard let found else {
        invalid += 1
        at += 1
        continue
      }
      // What the end of the sample cuts is no mistake.
      guard at + found.length <= text.count else {
        if !isCut { invalid += 1 }
        return
      }
      pairs += 1
      if found.isFrequent { frequent += 1 }
      at += found.length
    }
  }

  /// The share of frequent characters.
  var share: Double { Double(frequent) / Double(max(pairs, 1)) }

  /// Whether what is invalid can be damage.
  var isValid: Bool { invalid * 100 <= pairs }

  /// Whether it can be Chinese in this encoding; a single pair could be anything.
  var isPlausible: Bool { isValid && frequent >= 2 && share > 0.6 }
}

extension Span<UInt8> {
  /// Whether the bytes begin with others.
  func starts(with bytes: [UInt8]) -> Bool {
    guard count >= bytes.count else { return false }
    for index in bytes.indices where self[index] != bytes[index] { return false }
    return true
  }

  /// The offset of the first byte beyond ASCII, or the end.
  fileprivate var firstNonASCII: Int {
    var at = 0
    while at < count, self[at] < 0x80 { at += 1 }
    return at
  }
}
