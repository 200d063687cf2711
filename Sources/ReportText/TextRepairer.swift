/// Makes a reading copy of damaged text, with a map back to the source.
struct TextRepairer {
  private let characters = TraditionalCharacters.shared
  /// Whether blanks beside numbers stay: in titles and labels they can keep things apart.
  let keepsBlanks: Bool

  init(keepsBlanks: Bool = false) { self.keepsBlanks = keepsBlanks }

  /// The copy, what was repaired, and where offsets shift.
  struct Result {
    let text: [UInt8]
    let repairs: [Repair]
    let map: OffsetMap
  }

  /// By ASCII character: whether it needs no second look. < can open an escape, [, ^ and * the mark of a footnote, ? can be
  /// a no-break space, and a point can have blanks around it.
  private static let common = (0..<128 as Range<UInt8>).map { $0 != 0 && !" <[^*?.".utf8.contains($0) }

  /// Whether a text is ASCII and simplified characters in good order, so that it needs neither repair nor a check of its
  /// UTF-8: nearly all lines are, and this costs less than either.
  func isPlain(_ text: Span<UInt8>) -> Bool { firstIrregular(text) == text.count }

  /// The offset of the first character that needs a second look; the end of the text if all are plain.
  private func firstIrregular(_ text: Span<UInt8>) -> Int {
    // Looked up once for the whole way; there is a place for every block below.
    let irregular = characters.irregular.span
    var at = 0
    while at < text.count {
      if text.count &- at >= 4 {
        // Nearly all characters are of three bytes, whose marks one look shows. Inside the text by the line above.
        let bytes = UInt32(littleEndian: text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self))
        if bytes & 0x00C0_C0F0 == 0x0080_80E0 {
          let block = irregular[unchecked: Int((bytes & 0x0F) << 6 | bytes >> 8 & 0x3F)]
          guard block >> UInt64(bytes >> 16 & 0x3F) & 1 == 0 || isIdleBlank(text, at: at) else { return at }
          at &+= 3
          continue
        }
      }
      let (lead, left) = (text[at], text.count - at)
      if lead < 0x80 {
        guard Self.common[Int(lead)] || isIdle(text, at: at) else { return at }
        at += 1
      } else if lead & 0xF0 == 0xE0, left >= 3 {
        // Inside the text by what is left.
        let (middle, last) = (text[unchecked: at &+ 1], text[unchecked: at &+ 2])
        guard middle & 0xC0 == 0x80, last & 0xC0 == 0x80,
          characters.isPlain(block: Int(lead & 0x0F) << 6 | Int(middle & 0x3F), place: UInt32(last & 0x3F))
            || isIdleBlank(text, at: at)
        else { return at }
        at += 3
      } else if lead >= 0xC2, lead <= 0xDF, left >= 2, text[at + 1] & 0xC0 == 0x80 {
        // ² ³ ¹, the soft hyphen, and the no-break space beside a number.
        if lead == 0xC2, [0xAD, 0xB2, 0xB3, 0xB9].contains(text[at + 1]) { return at }
        if lead == 0xC2, text[at + 1] == 0xA0, !isIdleBlank(text, at: at) { return at }
        at += 2
      } else {
        return at
      }
    }
    return at
  }

  /// Whether a blank or a point has nothing beside it that asks for a repair.
  private func isIdle(_ text: Span<UInt8>, at offset: Int) -> Bool {
    switch text[offset] {
    case 0x20: isIdleBlank(text, at: offset) && spacedPoint(text, at: offset) == nil
    case UInt8(ascii: "."):
      spacedPoint(text, at: offset > 0 && text[offset - 1] == 0x20 ? offset - 1 : offset) == nil
    default: false
    }
  }

  /// Whether a blank stands at an offset and separates something.
  private func isIdleBlank(_ text: Span<UInt8>, at offset: Int) -> Bool {
    text.blankLength(at: offset) > 0 && (keepsBlanks || NumberBlank.end(text, at: offset) == nil)
  }

  /// The repaired copy of `source`, or `nil` if there is nothing to repair.
  func repair(_ source: Span<UInt8>) -> Result? {
    let plain = firstIrregular(source)
    if plain == source.count { return nil }
    var repairs: [Repair] = []
    // Blanks beside numbers and other forms of a character need no telling.
    var isChanged = false
    var map = OffsetMap()
    // The copy is never longer than the source, because a simplified character is as long as a traditional one.
    let text = [UInt8](unsafeUninitializedCapacity: source.count) { text, count in
      func append(_ byte: UInt8) {
        text[count] = byte
        count += 1
      }
      for at in 0..<plain { append(source[at]) }
      var at = plain
      while at < source.count {
        let lead = source[at]
        if !keepsBlanks, source.blankLength(at: at) > 0, let end = NumberBlank.end(source, at: at) {
          at = end
          map.shift(from: count, by: at - count)
          isChanged = true
          continue
        }
        if lead == UInt8(ascii: "<"), let (character, end) = escape(source, at: at) {
          map.fix(from: count, to: at..<end)
          character.forEach(append)
          map.shift(from: count, by: end - count)
          repairs.append(Repair(kind: .escape, source: at..<end))
          at = end
          continue
        }
        if let end = FootnoteMark.end(source, at: at) {
          repairs.append(Repair(kind: .footnote, source: at..<end))
          at = end
          map.shift(from: count, by: at - count)
          continue
        }
        if lead == UInt8(ascii: "?"), let end = lostBlank(source, at: at) {
          // As long as it was, so that no place shifts.
          for _ in at..<end { append(0x20) }
          repairs.append(Repair(kind: .noBreakSpace, source: at..<end))
          at = end
          continue
        }
        if lead == 0x20 || lead == UInt8(ascii: "."), let end = spacedPoint(source, at: at) {
          append(UInt8(ascii: "."))
          map.fix(from: count - 1, to: at..<end)
          repairs.append(Repair(kind: .space, source: at..<end))
          at = end
          map.shift(from: count, by: at - count)
          continue
        }
        if lead == 0xC2, at + 1 < source.count, source[at + 1] == 0xAD {
          // The soft hyphen.
          repairs.append(Repair(kind: .zeroWidth, source: at..<at + 2))
          at += 2
          map.shift(from: count, by: at - count)
          continue
        }
        // What else is repaired is three bytes: U+200B on, from U+2E80 to U+9FFF and U+F900 on; all others pass.
        guard lead >= 0xE2, lead <= 0xEF, at + 2 < source.count else {
          append(lead)
          at += 1
          continue
        }
        // Inside the text by the line above.
        let (middle, last) = (source[unchecked: at &+ 1], source[unchecked: at &+ 2])
        let scalar = UInt16(lead & 0x0F) << 12 | UInt16(middle & 0x3F) << 6 | UInt16(last & 0x3F)
        at += 3
        guard let entry = characters.entry(scalar) else {
          append(lead)
          append(middle)
          append(last)
          continue
        }
        if entry.simplified == 0 {
          repairs.append(Repair(kind: .zeroWidth, source: at - 3..<at))
          map.shift(from: count, by: at - count)
          continue
        }
        append(UInt8(0xE0 | entry.simplified >> 12))
        append(UInt8(0x80 | entry.simplified >> 6 & 0x3F))
        append(UInt8(0x80 | entry.simplified & 0x3F))
        isChanged = true
        if scalar < TraditionalCharacters.first { continue }
        repairs.append(Repair(kind: .traditional, source: at - 3..<at))
        if let end = pinyinEnd(source, at: at, of: entry) {
          repairs.append(Repair(kind: .pinyin, source: at..<end))
          at = end
          map.shift(from: count, by: at - count)
        }
      }
    }
    return repairs.isEmpty && !isChanged ? nil : Result(text: text, repairs: repairs, map: map)
  }

  /// The end of question marks that stand where a no-break space was lost, between a word and a number or a number and
  /// its unit: 受理?606件, 600?件, 共? 5件. Behind a question they are what they are.
  private func lostBlank(_ source: Span<UInt8>, at start: Int) -> Int? {
    var end = start
    while end < source.count, source[end] == UInt8(ascii: "?") { end += 1 }
    var behind = end
    while behind < source.count, source[behind] == 0x20 || source[behind] == UInt8(ascii: "?") { behind += 1 }
    guard behind < source.count else { return nil }
    let isBehindDigit = start > 0 && source[start - 1].isDigit
    guard source[behind].isDigit || isBehindDigit && source[behind] >= 0xE4 else { return nil }
    var clause = start
    while clause > max(0, start - Self.longestQuestion),
      !Self.clauseEnds.contains(where: { source.has($0, at: clause) })
    {
      clause -= 1
    }
    let isQuestion = (clause..<start).contains { at in Self.questionWords.contains { source.has($0, at: at) } }
    return isQuestion ? nil : end
  }

  private static let longestQuestion = 120
  private static let clauseEnds: [StaticString] = ["。", "；", "！", "："]
  private static let questionWords: [StaticString] = [
    "吗", "呢", "何", "哪", "谁", "几", "多少", "什么", "怎", "是否", "能否", "可否", "吧",
  ]

  /// The end of a decimal point with blanks around it, which begin at `start`: 5 . 3亿元, 5. 3%.
  private func spacedPoint(_ source: Span<UInt8>, at start: Int) -> Int? {
    var at = start
    if source[at] == 0x20 { at += 1 }
    guard at > 0, start > 0, at < source.count, source[at] == UInt8(ascii: "."), source[start - 1].isDigit else {
      return nil
    }
    at += 1
    let isBlankBehind = at < source.count && source[at] == 0x20
    if isBlankBehind { at += 1 }
    guard isBlankBehind || source[start] == 0x20 else { return nil }
    // One or two digits behind it, and a word before the number: 3. 2家 is an item of a list, 1. 2023年 too.
    var behind = at
    while behind < source.count, source[behind].isDigit { behind += 1 }
    var first = start
    while first > 0, source[first - 1].isDigit { first -= 1 }
    if first > 0, source[first - 1] == 0x20 { first -= 1 }
    guard (1...2).contains(behind - at), behind < source.count, first > 0, source[first - 1] >= 0x80 else { return nil }
    while behind < source.count, source[behind] == 0x20 { behind += 1 }
    return behind < source.count && Self.measures.contains { source.has($0, at: behind) } ? at : nil
  }

  /// What decimals are told in.
  private static let measures: [StaticString] = [
    "%", "％", "万", "亿", "元", "个百分点", "倍", "公里", "吨", "亩", "公顷", "平方", "立方",
  ]

  /// The character that an escape of four digits (`<U+00A0>`) stands for, none if it has no width, and its end.
  private func escape(_ source: Span<UInt8>, at start: Int) -> (character: [UInt8], end: Int)? {
    guard start + 8 <= source.count, source[start + 1] == UInt8(ascii: "U"), source[start + 2] == UInt8(ascii: "+"),
      source[start + 7] == UInt8(ascii: ">"),
      let value = source.extracting(start + 3..<start + 7).withUnsafeBufferPointer({
        UInt32(String(decoding: $0, as: UTF8.self), radix: 16)
      }),
      value >= 0x80, let scalar = Unicode.Scalar(value)
    else { return nil }
    let isWithoutWidth = characters.entry(UInt16(value))?.simplified == 0
    return (isWithoutWidth ? [] : Array(String(scalar).utf8), start + 8)
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
}
