extension SourceText {
  /// What the text says, by which copies are told: the paragraphs and the cells of tables without blanks. Short lines
  /// such as titles, dates and counters of visits, which differ from page to page, are left out where there are
  /// paragraphs.
  public var content: [UInt8] {
    var paragraphs: [UInt8] = []
    var others: [UInt8] = []
    func add(_ bytes: [UInt8], isCell: Bool) {
      let words = bytes.withoutBlanks
      if isCell || words.contains(Array("。".utf8)) { paragraphs += words } else { others += words }
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
  /// The text without spaces, no-break and zero-width ones too.
  fileprivate var withoutBlanks: [UInt8] {
    var words: [UInt8] = []
    var at = 0
    while at < count {
      if self[at] <= 0x20 {
        at += 1
      } else if self[at] == 0xC2, at + 1 < count, self[at + 1] == 0xA0 {
        at += 2
      } else if at + 2 < count, Self.wideBlanks.contains(Array(self[at..<at + 3])) {
        at += 3
      } else {
        words.append(self[at])
        at += 1
      }
    }
    return words
  }

  private static let wideBlanks: Set<[UInt8]> = Set(
    ["\u{3000}", "\u{200B}", "\u{FEFF}", "\u{2002}", "\u{2003}"].map { Array($0.utf8) })
}
