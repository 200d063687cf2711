/// Makes a reading copy of damaged text, with a map back to the source.
struct TextRepairer {
  private let characters = TraditionalCharacters.shared

  /// The copy, what was repaired, and where offsets shift.
  struct Result {
    var text: [UInt8]
    var repairs: [Repair]
    var stretches: [SourceText.Stretch]
  }

  /// The repaired copy of `source`, or `nil` if there is nothing to repair.
  func repair(_ source: Span<UInt8>) -> Result? {
    var result: Result?
    var copied = 0
    var at = 0
    while at < source.count {
      // Traditional characters are three bytes from U+3400 to U+9FFF and U+F900 on; all others pass.
      guard source[at] >= 0xE3, source[at] <= 0xEF, at + 2 < source.count else {
        at += 1
        continue
      }
      let scalar =
        UInt32(source[at] & 0x0F) << 12 | UInt32(source[at + 1] & 0x3F) << 6 | UInt32(source[at + 2] & 0x3F)
      let simplified = characters.simplified[Int(scalar)]
      guard simplified != 0 else {
        at += 3
        continue
      }
      if result == nil {
        result = Result(text: [], repairs: [], stretches: [])
        result?.text.reserveCapacity(source.count)
      }
      appendBytes(of: source, copied..<at, to: &result!.text)
      result!.text += [
        UInt8(0xE0 | simplified >> 12), UInt8(0x80 | simplified >> 6 & 0x3F), UInt8(0x80 | simplified & 0x3F),
      ]
      result!.repairs.append(Repair(kind: .traditional, source: at..<at + 3))
      at += 3
      if let end = pinyinEnd(source, at: at, of: scalar) {
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
  private func pinyinEnd(_ source: Span<UInt8>, at start: Int, of scalar: UInt32) -> Int? {
    let (open, close): ([UInt8], [UInt8])
    guard start < source.count else { return nil }
    if source[start] == UInt8(ascii: "(") {
      (open, close) = ([UInt8(ascii: "(")], [UInt8(ascii: ")")])
    } else if start + 2 < source.count, source[start] == 0xEF, source[start + 1] == 0xBC, source[start + 2] == 0x88 {
      (open, close) = (Array("（".utf8), Array("）".utf8))
    } else {
      return nil
    }
    // The longest syllable (zhuāng) with a space inside is below 12 bytes.
    var syllable: [UInt8] = []
    var at = start + open.count
    while at < source.count, syllable.count <= 12 {
      if source[at] == close[0], at + close.count <= source.count,
        close.indices.allSatisfy({ source[at + $0] == close[$0] })
      {
        return characters.hasReading(syllable[...], of: scalar) ? at + close.count : nil
      }
      syllable.append(source[at])
      at += 1
    }
    return nil
  }

  private func appendBytes(of source: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    let part = source.extracting(range)
    part.withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }
}
