/// RTF: text with control words, of which few tell anything of the text.
struct RichTextFormat: DocumentFormat {
  func opens(_ bytes: Span<UInt8>) -> Bool { bytes.starts(with: Array("{\\rtf".utf8)) }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    var reader = RichTextReader(bytes)
    let text = try reader.text(path: path)
    guard text.contains(where: { $0 > 0x20 }) else { throw ReadingError.noText(path: path) }
    return try PlainTextFormat().read(text, path: path, encoding: .utf8)
  }
}

/// Takes the text out of RTF: a paragraph a line, a row of a table a line with tabs between its cells.
private struct RichTextReader {
  private let bytes: [UInt8]
  private var at = 0
  private var text: [UInt8] = []
  /// Characters of one or two bytes that are still to be decoded.
  private var pending: [UInt8] = []
  private var groups: [Group] = [Group()]
  private var encoding = TextEncoding.gb18030
  /// How many characters stand for programs that don't read the one before.
  private var skipped = 0

  /// What holds to the end of a group.
  private struct Group {
    var isHidden = false
    var fallbackLength = 1
  }

  private static let deepest = 2_000
  private static let hiddenGroups: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "headerl", "headerr", "headerf", "footerl",
    "footerr", "footerf", "object", "themedata", "datastore", "listtable", "listoverridetable", "rsidtbl", "generator",
    "fldinst", "footnote", "annotation", "xmlnstbl", "latentstyles", "nonesttables", "deleted",
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func text(path: String) throws -> [UInt8] {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"):
        guard groups.count < Self.deepest else {
          throw ReadingError.damagedDocument(path: path, reason: "RTF 嵌套过深")
        }
        groups.append(groups[groups.count - 1])
      case UInt8(ascii: "}"):
        try decode(path)
        if groups.count > 1 { groups.removeLast() }
      case UInt8(ascii: "\\"): try control(path)
      case 0x0A, 0x0D: break
      default: addByte(byte)
      }
    }
    try decode(path)
    return text
  }

  private mutating func control(_ path: String) throws {
    guard at < bytes.count else { return }
    let byte = bytes[at]
    guard isLetter(byte) else {
      at += 1
      return try symbol(byte, path)
    }
    let start = at
    while at < bytes.count, isLetter(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    let numberStart = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    while at < bytes.count, (0x30...0x39).contains(bytes[at]), at - numberStart < 12 { at += 1 }
    let number = Int(String(decoding: bytes[numberStart..<at], as: UTF8.self))
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    try apply(word, number, path)
  }

  private mutating func symbol(_ byte: UInt8, _ path: String) throws {
    switch byte {
    case UInt8(ascii: "'"):
      guard at + 2 <= bytes.count, let value = UInt8(String(decoding: bytes[at..<at + 2], as: UTF8.self), radix: 16)
      else { return }
      at += 2
      addByte(value)
    case UInt8(ascii: "*"): groups[groups.count - 1].isHidden = true
    case UInt8(ascii: "~"): try add([0x20], path)
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): addByte(byte)
    default: break
    }
  }

  private mutating func apply(_ word: String, _ number: Int?, _ path: String) throws {
    switch word {
    case "par", "line", "row", "page", "sect": try add([0x0A], path)
    case "tab", "cell": try add([0x09], path)
    case "u":
      try decode(path)
      let value = UInt32(truncatingIfNeeded: number ?? 0) & 0xFFFF
      if let scalar = Unicode.Scalar(value) { try add(Array(String(scalar).utf8), path) }
      skipped = groups[groups.count - 1].fallbackLength
    case "uc": groups[groups.count - 1].fallbackLength = min(max(number ?? 1, 0), 8)
    case "v", "strike", "striked": if number != 0 { groups[groups.count - 1].isHidden = true }
    case "ansicpg": if number == 950 { encoding = .big5 }
    default: if Self.hiddenGroups.contains(word) { groups[groups.count - 1].isHidden = true }
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func addByte(_ byte: UInt8) {
    if skipped > 0 {
      skipped -= 1
    } else if groups[groups.count - 1].isHidden == false {
      pending.append(byte)
    }
  }

  private mutating func add(_ characters: [UInt8], _ path: String) throws {
    try decode(path)
    if groups[groups.count - 1].isHidden == false { text += characters }
  }

  private mutating func decode(_ path: String) throws {
    guard !pending.isEmpty else { return }
    let decoder = try TextDecoder(encoding, path: path)
    pending.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &text) }
    pending = []
  }
}
