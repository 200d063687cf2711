/// All words of a lexicon in one trie over characters, for leftmost-longest matching in UTF-8 bytes.
///
/// The cost of a match is the length of the matched text, however many words there are: all steps stand in one hash
/// table, so a step is one look-up. The table is also quick to fill, which every start of the program waits for.
public struct WordAutomaton: Sendable {
  /// A state of the automaton.
  public typealias State = Int32

  /// The state before the first character of a word.
  public static let root: State = 0

  /// A found word.
  public struct Match: Sendable {
    /// The byte offset after the word.
    public let end: Int
    /// The payload given with the word.
    public let payload: Int32

    @usableFromInline init(end: Int, payload: Int32) {
      self.end = end
      self.payload = payload
    }
  }

  /// A step; `from` is negative where the table is free.
  @usableFromInline struct Step: Sendable {
    @usableFromInline var from: State = -1
    @usableFromInline var scalar: UInt32 = 0
    @usableFromInline var to: State = 0
  }

  /// Open addressing in a power of two of places, at most three of four taken.
  @usableFromInline var steps = [Step](repeating: Step(), count: 64)
  private var stepCount = 0
  @usableFromInline var payloads: [Int32] = [-1]
  /// A bit for each character with which a word begins: most characters of a text are passed over by this alone.
  @usableFromInline var beginnings = [UInt64](repeating: 0, count: 0x10000 / 64)
  /// Which two characters words begin with; the second is 0 for a word of one.
  @usableFromInline var pairs = PairFilter()

  /// An automaton without words.
  init() {}

  /// Compiles the words. Of a word given twice the last payload (which must not be negative) holds.
  public init(_ words: some Sequence<(word: String, payload: Int32)>) {
    for (word, payload) in words { insert(word.unicodeScalars, payload) }
  }

  /// A root of its own for words that are looked for only in some places.
  mutating func addRoot() -> State {
    payloads.append(-1)
    return State(payloads.count - 1)
  }

  /// Adds a word below a root. Of a word given twice the last payload (which must not be negative) holds.
  mutating func insert(_ word: some Sequence<Unicode.Scalar>, _ payload: Int32, below root: State = root) {
    var state = root
    var first: UInt32?
    for scalar in word {
      if state == Self.root {
        if scalar.value < 0x10000 { beginnings[Int(scalar.value / 64)] |= 1 << UInt64(scalar.value % 64) }
        first = scalar.value
      } else if let character = first {
        pairs.insert(character, scalar.value)
        first = nil
      }
      let place = place(state, scalar.value)
      if steps[place].from >= 0 {
        state = steps[place].to
      } else {
        let next = addRoot()
        steps[place] = Step(from: state, scalar: scalar.value, to: next)
        stepCount += 1
        if stepCount * 4 > steps.count * 3 { widen() }
        state = next
      }
    }
    if let first { pairs.insert(first, 0) }
    payloads[Int(state)] = payload
  }

  /// Whether a word can begin with a character that `second` follows: nearly always one does then. The walk through the
  /// automaton, whose table is large, is spared to all others.
  @inlinable @inline(__always)
  public func canBegin(with first: UInt32, _ second: @autoclosure () -> UInt32) -> Bool {
    guard first >= 0x10000 || beginnings[Int(first / 64)] >> UInt64(first % 64) & 1 == 1 else { return false }
    return pairs.mayContain(first, 0) || pairs.mayContain(first, second())
  }

  /// Whether a word can begin at an offset inside a text.
  @inlinable @inline(__always)
  public func canBegin(in text: Span<UInt8>, at offset: Int) -> Bool {
    let (first, length) = decodeScalar(in: text, at: offset)
    let end = offset + length
    return canBegin(with: first, end < text.count ? decodeScalar(in: text, at: end).scalar : 0)
  }

  /// The first offset from `start` on at which a word can begin; the end of the text if there is none.
  @inlinable
  public func firstBeginning(in text: Span<UInt8>, from start: Int) -> Int {
    // Looked up once for the whole way; there is a place for every character below.
    let beginnings = beginnings.span
    var at = start
    while at < text.count {
      if text.count &- at >= 4 {
        // Nearly all characters are of three bytes, whose marks one look shows, and begin no word. Inside the text by the line above.
        let bytes = UInt32(littleEndian: text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self))
        if bytes & 0x00C0_C0F0 == 0x0080_80E0,
          beginnings[unchecked: Int((bytes & 0x0F) << 6 | bytes >> 8 & 0x3F)] >> UInt64(bytes >> 16 & 0x3F) & 1 == 0
        {
          at &+= 3
          continue
        }
      }
      let (first, length) = decodeScalar(in: text, at: at)
      let end = at &+ length
      if first >= 0x10000 || beginnings[unchecked: Int(first / 64)] >> UInt64(first % 64) & 1 == 1,
        pairs.mayContain(first, 0)
          || pairs.mayContain(first, end < text.count ? decodeScalar(in: text, at: end).scalar : 0)
      {
        return at
      }
      at = end
    }
    return text.count
  }

  /// The state after `scalar` in `state`, or `nil` if no word goes on so.
  @inlinable @inline(__always)
  public func step(_ state: State, _ scalar: UInt32) -> State? {
    var place = Int(pairHash(UInt32(bitPattern: state), scalar)) & (steps.count - 1)
    while true {
      let step = steps[place]
      if step.from == state, step.scalar == scalar { return step.to }
      if step.from < 0 { return nil }
      place = (place + 1) & (steps.count - 1)
    }
  }

  /// The payload of a word that ends in `state`, or -1.
  @inlinable @inline(__always)
  public func payload(_ state: State) -> Int32 { payloads[Int(state)] }

  /// The longest word that starts at `start` in `text`, or `nil`.
  @inlinable @inline(__always)
  public func longestMatch(in text: Span<UInt8>, at start: Int, from state: State = root) -> Match? {
    var state = state
    var at = start
    var best: Match?
    while at < text.count {
      let (scalar, length) = decodeScalar(in: text, at: at)
      guard let next = step(state, scalar) else { break }
      state = next
      at += length
      let payload = payloads[Int(state)]
      if payload >= 0 { best = Match(end: at, payload: payload) }
    }
    return best
  }

  /// Where the step stands, or the free place where it would.
  private func place(_ state: State, _ scalar: UInt32) -> Int {
    var place = Int(pairHash(UInt32(bitPattern: state), scalar)) & (steps.count - 1)
    while steps[place].from >= 0, steps[place].from != state || steps[place].scalar != scalar {
      place = (place + 1) & (steps.count - 1)
    }
    return place
  }

  private mutating func widen() {
    let narrow = steps
    steps = Array(repeating: Step(), count: narrow.count * 2)
    for step in narrow where step.from >= 0 { steps[place(step.from, step.scalar)] = step }
  }
}

/// A set of pairs of characters, a bit each by their hash: what is in it may be a pair of the set, all else is none.
@usableFromInline struct PairFilter: Sendable {
  @usableFromInline var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

  init() {}

  mutating func insert(_ first: UInt32, _ second: UInt32) {
    let bit = pairHash(first, second) & 0xFFFF
    bits[Int(bit / 64)] |= 1 << (bit % 64)
  }

  @inlinable @inline(__always)
  func mayContain(_ first: UInt32, _ second: UInt32) -> Bool {
    let bit = pairHash(first, second) & 0xFFFF
    return bits[Int(bit / 64)] >> (bit % 64) & 1 != 0
  }
}

/// Spreads pairs of numbers, such as two characters in a row, over 16 bits and more.
@inlinable @inline(__always)
public func pairHash(_ first: UInt32, _ second: UInt32) -> UInt32 {
  let product = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)
  return product >> 15
}

/// The Unicode scalar at a byte offset and its length in bytes; a byte that starts no scalar counts as U+FFFD of length 1.
@inlinable @inline(__always)
public func decodeScalar(in text: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
  if offset >= 0, text.count &- offset >= 4 {
    // Nearly all characters are ASCII or of three bytes, whose marks one look shows. Inside the text by the line above.
    let bytes = UInt32(littleEndian: text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
    if bytes & 0x00C0_C0F0 == 0x0080_80E0 {
      return ((bytes & 0x0F) << 12 | bytes >> 2 & 0x0FC0 | bytes >> 16 & 0x3F, 3)
    }
    if bytes & 0x80 == 0 { return (bytes & 0x7F, 1) }
  }
  return decodeAnyScalar(in: text, at: offset)
}

/// See `decodeScalar`: of any length, and at the end of a text.
@usableFromInline @inline(never)
func decodeAnyScalar(in text: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(text[offset])
  if first < 0x80 { return (first, 1) }
  // That `offset` lies inside is checked above, and for the bytes behind it by what is left.
  let left = text.count - offset
  if first & 0xF0 == 0xE0, left >= 3 {
    let second = UInt32(text[unchecked: offset &+ 1])
    let third = UInt32(text[unchecked: offset &+ 2])
    if (second ^ 0x80) | (third ^ 0x80) < 0x40 {
      return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
    }
  } else if first >= 0xC2, first < 0xE0, left >= 2 {
    let second = UInt32(text[unchecked: offset &+ 1])
    if second & 0xC0 == 0x80 { return ((first & 0x1F) << 6 | second & 0x3F, 2) }
  } else if first >= 0xF0, first < 0xF5, left >= 4 {
    let second = UInt32(text[unchecked: offset &+ 1])
    let third = UInt32(text[unchecked: offset &+ 2])
    let fourth = UInt32(text[unchecked: offset &+ 3])
    if second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80 {
      return ((first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F, 4)
    }
  }
  return (0xFFFD, 1)
}

/// The byte offset where the scalar before `offset` starts; 0 at the start of the text.
@inlinable @inline(__always)
public func scalarStart(in text: Span<UInt8>, before offset: Int) -> Int {
  var at = offset - 1
  while at > 0, text[at] & 0xC0 == 0x80, offset - at < 4 { at -= 1 }
  return max(at, 0)
}
