extension SourceText {
  /// What the text says, by which copies are told: the paragraphs and the cells of tables without blanks. Short lines
  /// such as titles, dates and counters of visits, which differ from page to page, are left out where there are
  /// paragraphs.
  public var content: [UInt8] {
    var paragraphs: [UInt8] = []
    var others: [UInt8] = []
    paragraphs.reserveCapacity(source.count)
    func add(_ text: [UInt8], isCell: Bool) {
      if isCell || text.holdsSentenceEnd { paragraphs.append(wordsOf: text) } else { others.append(wordsOf: text) }
    }
    forEachPart { part in
      switch part {
      case .line(let line): add(line.bytes, isCell: false)
      case .table(let table):
        for line in table.cells.flatMap(\.lines) { add(line.bytes, isCell: true) }
      }
    }
    return paragraphs.count >= Self.leastContent ? paragraphs : paragraphs + others
  }

  /// Less than that, in bytes, could be the same by chance.
  private static let leastContent = 240
}

extension [UInt8] {
  /// Whether 。 stands in the text.
  fileprivate var holdsSentenceEnd: Bool {
    var at = 0
    while let end = span.offset(of: 0x82, from: at) {
      if end >= 2, self[end - 1] == 0x80, self[end - 2] == 0xE3 { return true }
      at = end + 1
    }
    return false
  }

  /// Appends a text without spaces, no-break and zero-width ones too.
  fileprivate mutating func append(wordsOf text: [UInt8]) {
    var start = 0
    var at = 0
    while at < text.count {
      let blank = text.blankLength(at: at)
      if blank > 0 {
        append(contentsOf: text[start..<at])
        start = at + blank
      }
      at += Swift.max(blank, 1)
    }
    append(contentsOf: text[start...])
  }

  /// How many bytes the blank at an offset has; 0 if none is there.
  private func blankLength(at offset: Int) -> Int {
    let lead = self[offset]
    if lead <= 0x20 { return 1 }
    if lead == 0xC2 { return offset + 1 < count && self[offset + 1] == 0xA0 ? 2 : 0 }
    guard lead >= 0xE2, offset + 2 < count else { return 0 }
    switch (lead, self[offset + 1], self[offset + 2]) {
    // U+2002, U+2003, U+200B, U+3000, U+FEFF
    case (0xE2, 0x80, 0x82), (0xE2, 0x80, 0x83), (0xE2, 0x80, 0x8B), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}

extension SourceText {
  /// A short mark of the content, by which bodies that only this document knows are told from those of others; copies
  /// have the same.
  var mark: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
