/// Makes a reading copy of damaged text, with a map back to the source.
struct TextRepairer {
  private let characters = TraditionalCharacters.shared

  /// The copy, what was repaired, and where offsets shift.
  struct Result {
    var text: [UInt8]
    var repairs: [Repair]
    var stretches: [ReadingLine.Stretch]
  }

  /// Whether a text is ASCII and simplified characters in good order, so that it needs neither repair nor a check of its
  /// UTF-8: nearly all lines are, and this costs less than either.
  func isPlain(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      let (lead, left) = (text[at], text.count - at)
      if lead < 0x80 {
        guard lead != 0 else { return false }
        at += 1
      } else if lead >= 0xE1, lead <= 0xEF, lead != 0xED, left >= 3 {
        // No overlong form and no surrogate begins so. Inside the text by what is left.
        let (middle, last) = (text[unchecked: at &+ 1], text[unchecked: at &+ 2])
        let scalar = UInt16(lead & 0x0F) << 12 | UInt16(middle & 0x3F) << 6 | UInt16(last & 0x3F)
        guard middle & 0xC0 == 0x80, last & 0xC0 == 0x80, characters.entry(scalar) == nil else { return false }
        at += 3
      } else if lead >= 0xC2, lead <= 0xDF, left >= 2, text[at + 1] & 0xC0 == 0x80 {
        at += 2
      } else {
        return false
      }
    }
    return true
  }

  /// The repaired copy of `source`, or `nil` if there is nothing to repair.
  func repair(_ source: Span<UInt8>) -> Result? {
    var result: Result?
    var copied = 0
    var at = 0
    while at < source.count {
      // Traditional characters are three bytes from U+3400 to U+9FFF and U+F900 on; all others pass.
      let lead = source[at]
      guard lead >= 0xE3, lead <= 0xEF, at + 2 < source.count else {
        at += 1
        continue
      }
      // Inside the text by the line above.
      let (middle, last) = (source[unchecked: at &+ 1], source[unchecked: at &+ 2])
      let scalar = UInt16(lead & 0x0F) << 12 | UInt16(middle & 0x3F) << 6 | UInt16(last & 0x3F)
      guard let entry = characters.entry(scalar) else {
        at += 3
        continue
      }
      if result == nil {
        result = Result(text: [], repairs: [], stretches: [])
        result?.text.reserveCapacity(source.count)
      }
      appendBytes(of: source, copied..<at, to: &result!.text)
      result!.text.append(UInt8(0xE0 | entry.simplified >> 12))
      result!.text.append(UInt8(0x80 | entry.simplified >> 6 & 0x3F))
      result!.text.append(UInt8(0x80 | entry.simplified & 0x3F))
      result!.repairs.append(Repair(kind: .traditional, source: at..<at + 3))
      at += 3
      if let end = pinyinEnd(source, at: at, of: entry) {
        result!.repairs.append(Repair(kind: .pinyin, source: at..<end))
        at = end
        result!.stretches.append(.init(reading: result!.text.count, shift: at - result!.text.count))
      }
      copied = at
    }
    guard result != nil else { return nil }
    appendBytes(of: source, copied..<source.count, to: &result!.text)
    return result
  }

  /// The end of a bracket at `start` that holds a reading of the character before it, or `nil`.
  private func pinyinEnd(_ source: Span<UInt8>, at start: Int, of entry: TraditionalCharacters.Entry) -> Int? {
    guard start < source.count else { return nil }
    let isFullWidth = isBracket(0x88, source, at: start)
    guard isFullWidth || source[start] == UInt8(ascii: "(") else { return nil }
    let length = isFullWidth ? 3 : 1
    let inside = start + length
    // The longest syllable (zhuāng) with a space inside is below 12 bytes.
    for end in inside..<min(inside + 13, source.count) {
      guard isFullWidth ? isBracket(0x89, source, at: end) : source[end] == UInt8(ascii: ")") else { continue }
      return characters.hasReading(source.extracting(inside..<end), of: entry) ? end + length : nil
    }
    return nil
  }

  /// Whether the full-width bracket （ or ） with this last byte stands at `offset`.
  private func isBracket(_ last: UInt8, _ source: Span<UInt8>, at offset: Int) -> Bool {
    offset + 2 < source.count && source[offset] == 0xEF && source[offset + 1] == 0xBC && source[offset + 2] == last
  }

  private func appendBytes(of source: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    let part = source.extracting(range)
    part.withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }
}
