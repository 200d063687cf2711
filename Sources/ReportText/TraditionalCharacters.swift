import EmbeddedFiles

/// Traditional characters with their simplified forms and readings, and characters without width.
struct TraditionalCharacters: Sendable {
  static let shared = TraditionalCharacters()

  /// A traditional character.
  struct Entry: Sendable {
    /// 0 for a character without width.
    let simplified: UInt16
    /// Its readings in the list of all.
    fileprivate let readings: Range<Int>
  }

  /// By code point, a bit each: whether there is an entry. Small enough to stay in the first cache while a text passes.
  private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
  /// The same with what is no character of three bytes (overlong forms, surrogates) and what can be a footnote's mark.
  private(set) var irregular: [UInt64] = []
  /// By code point: the entry's index.
  private var indices = [UInt16](repeating: 0, count: 0x10000)
  private var entries: [Entry] = []
  private var readings: [Syllable] = []

  /// What joins, breaks and turns about text without being seen, and what chooses the form of the character before it.
  private static let withoutWidth: [UInt16] =
    Array(0x200B...0x200F) + Array(0x202A...0x202E) + Array(0x2060...0x2064) + Array(0x2066...0x2069)
    + Array(0xFE00...0xFE0F) + [0x180E, 0xFEFF]

  /// What a mark of a footnote can begin with: ⁰⁴⁽, ※, ①, 【, 〔, ［; and blanks, which can stand beside a number.
  private static let uncertain =
    [0x2070] + Array(0x2074...0x2079) + [0x207D, 0x203B, 0x2020, 0x2021] + Array(0x2460...0x2487) + [
      0x3010, 0x3014, 0xFF3B,
    ]
    + Array(0x2000...0x200A) + [0x202F, 0x205F, 0x3000]

  /// The first traditional character; what is below are radicals, which are other forms of a character.
  static let first: UInt16 = 0x3400

  private init() {
    for line in embeddedLines(embedded_traditional) {
      // Both characters are three bytes long, with a tab behind each.
      guard line.count >= 8 else { continue }
      let (from, start) = (Self.scalar(line.prefix(3)), readings.count)
      for reading in line.dropFirst(8).split(separator: 0x20) {
        if let syllable = Syllable(reading.span) { readings.append(syllable) }
      }
      bits[Int(from / 64)] |= 1 << (from % 64)
      indices[Int(from)] = UInt16(entries.count)
      entries.append(
        Entry(simplified: Self.scalar(line.dropFirst(4).prefix(3)), readings: start..<readings.count))
    }
    for scalar in Self.withoutWidth {
      bits[Int(scalar / 64)] |= 1 << (scalar % 64)
      indices[Int(scalar)] = UInt16(entries.count)
    }
    entries.append(Entry(simplified: 0, readings: 0..<0))
    for (radical, character) in Radicals.all {
      bits[Int(radical / 64)] |= 1 << (radical % 64)
      indices[Int(radical)] = UInt16(entries.count)
      entries.append(Entry(simplified: character, readings: 0..<0))
    }
    irregular = bits
    for block in [0..<0x800 / 64, 0xD800 / 64..<0xE000 / 64].joined() { irregular[block] = .max }
    for scalar in Self.uncertain { irregular[scalar / 64] |= 1 << UInt64(scalar % 64) }
  }

  /// Whether a character of three bytes is neither a traditional one nor an overlong form nor a surrogate, nor begins the
  /// mark of a footnote.
  ///
  /// - Parameters:
  ///   - block: its code point divided by 64, as its first two bytes tell.
  ///   - place: the rest, as the last byte tells.
  @inline(__always)
  func isPlain(block: Int, place: UInt32) -> Bool { irregular[block] >> place & 1 == 0 }

  /// The entry of a character, or `nil` if it is no traditional one.
  @inline(__always)
  func entry(_ scalar: UInt16) -> Entry? {
    guard bits[Int(scalar / 64)] >> (scalar % 64) & 1 != 0 else { return nil }
    return entries[Int(indices[Int(scalar)])]
  }

  /// Whether `text` (with tone marks or without) is a reading of a traditional character.
  func hasReading(_ text: Span<UInt8>, of entry: Entry) -> Bool {
    guard let syllable = Syllable(text) else { return false }
    return readings[entry.readings].contains(syllable)
  }

  private static func scalar(_ bytes: some Sequence<UInt8>) -> UInt16 {
    bytes.reduce(0) { $0 << 6 | UInt16($1 & 0x3F) }
  }
}

/// A syllable of pinyin without its tone mark, of at most twelve letters.
private struct Syllable: Equatable {
  /// Five bits a letter.
  private var letters: UInt64 = 0

  /// Reads letters with tone marks or without; spaces are passed over. `nil` for anything else.
  init?(_ text: Span<UInt8>) {
    guard text.count <= 12 else { return nil }
    var at = 0
    while at < text.count {
      var scalar = Unicode.Scalar(text[at])
      if text[at] >= 0x80 {
        // Letters with marks are two bytes long.
        guard (0xC3..<0xE0).contains(text[at]), at + 1 < text.count, text[at + 1] & 0xC0 == 0x80,
          let marked = Unicode.Scalar(UInt16(text[at] & 0x1F) << 6 | UInt16(text[at + 1] & 0x3F))
        else { return nil }
        scalar = marked
        at += 1
      }
      at += 1
      switch scalar {
      case "a"..."z": append(scalar)
      case "ā", "á", "ǎ", "à": append("a")
      case "ē", "é", "ě", "è": append("e")
      case "ī", "í", "ǐ", "ì": append("i")
      case "ō", "ó", "ǒ", "ò": append("o")
      case "ū", "ú", "ǔ", "ù": append("u")
      // Behind z, so that it differs from u and v.
      case "ü", "ǖ", "ǘ", "ǚ", "ǜ": append("{")
      case " ": continue
      default: return nil
      }
    }
  }

  private mutating func append(_ letter: Unicode.Scalar) { letters = letters << 5 | UInt64(letter.value - 0x60) }
}

/// The lines of an embedded table without its comment lines.
func embeddedLines(_ file: EmbeddedFile) -> [ArraySlice<UInt8>] {
  Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    .split(separator: 0x0A)
    .filter { $0.first != UInt8(ascii: "#") }
}
