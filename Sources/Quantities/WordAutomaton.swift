/// All words of a lexicon in one double-array trie over characters, for leftmost-longest matching in UTF-8 bytes.
///
/// The cost of a match is the length of the matched text, however many words there are. A character that no word
/// holds ends a match after one table look-up, so ordinary prose passes at the speed of that look-up.
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
  }

  private var symbols: [UInt16]
  private var base: [Int32] = [0]
  private var check: [Int32] = [-1]
  private var payloads: [Int32] = [-1]

  /// Compiles the words. Of a word given twice the last payload (which must not be negative) holds.
  public init(_ words: some Sequence<(word: String, payload: Int32)>) {
    symbols = Array(repeating: 0, count: 0x10000)
    var next: UInt16 = 1
    var trie: [[UInt16: Int]] = [[:]]
    var ends: [Int32] = [-1]
    for (word, payload) in words {
      var node = 0
      for scalar in word.unicodeScalars where scalar.value < 0x10000 {
        if symbols[Int(scalar.value)] == 0 {
          symbols[Int(scalar.value)] = next
          next += 1
        }
        let symbol = symbols[Int(scalar.value)]
        if let child = trie[node][symbol] {
          node = child
        } else {
          trie.append([:])
          ends.append(-1)
          trie[node][symbol] = trie.count - 1
          node = trie.count - 1
        }
      }
      ends[node] = payload
    }
    pack(trie, ends)
  }

  /// The state after `scalar` in `state`, or `nil` if no word goes on so.
  @inline(__always)
  public func step(_ state: State, _ scalar: UInt32) -> State? {
    guard scalar < 0x10000 else { return nil }
    let symbol = Int32(symbols[Int(scalar)])
    guard symbol != 0 else { return nil }
    let target = Int(base[Int(state)] + symbol)
    guard target < check.count, check[target] == state else { return nil }
    return State(target)
  }

  /// The payload of a word that ends in `state`, or -1.
  @inline(__always)
  public func payload(_ state: State) -> Int32 { payloads[Int(state)] }

  /// The longest word that starts at `start` in `text`, or `nil`.
  @inline(__always)
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

  /// Places the children of each node at the first offset where all of them find a free slot.
  private mutating func pack(_ trie: [[UInt16: Int]], _ ends: [Int32]) {
    var slots: [(node: Int, slot: Int32)] = [(0, 0)]
    payloads[0] = ends[0]
    var firstFree = 1
    var index = 0
    while index < slots.count {
      let (node, slot) = slots[index]
      index += 1
      let children = trie[node].sorted { $0.key < $1.key }
      guard let smallest = children.first?.key else { continue }
      var offset = max(1, firstFree - Int(smallest))
      search: while true {
        for (symbol, _) in children {
          let target = offset + Int(symbol)
          if target < check.count, check[target] != -1 || target == 0 {
            offset += 1
            continue search
          }
        }
        break
      }
      base[Int(slot)] = Int32(offset)
      for (symbol, child) in children {
        let target = offset + Int(symbol)
        while check.count <= target {
          base.append(0)
          check.append(-1)
          payloads.append(-1)
        }
        check[target] = slot
        payloads[target] = ends[child]
        slots.append((child, Int32(target)))
      }
      while firstFree < check.count, check[firstFree] != -1 { firstFree += 1 }
    }
  }
}

/// The Unicode scalar at a byte offset and its length in bytes; a byte that starts no scalar counts as U+FFFD of length 1.
@inline(__always)
public func decodeScalar(in text: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(text[offset])
  if first < 0x80 { return (first, 1) }
  let left = text.count - offset
  if first >= 0xE0, first < 0xF0, left >= 3 {
    let second = UInt32(text[offset + 1])
    let third = UInt32(text[offset + 2])
    if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
      return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
    }
  } else if first >= 0xC2, first < 0xE0, left >= 2 {
    let second = UInt32(text[offset + 1])
    if second & 0xC0 == 0x80 { return ((first & 0x1F) << 6 | second & 0x3F, 2) }
  } else if first >= 0xF0, first < 0xF5, left >= 4 {
    let second = UInt32(text[offset + 1])
    let third = UInt32(text[offset + 2])
    let fourth = UInt32(text[offset + 3])
    if second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80 {
      return ((first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F, 4)
    }
  }
  return (0xFFFD, 1)
}

/// The byte offset where the scalar before `offset` starts; 0 at the start of the text.
@inline(__always)
public func scalarStart(in text: Span<UInt8>, before offset: Int) -> Int {
  var at = offset - 1
  while at > 0, text[at] & 0xC0 == 0x80, offset - at < 4 { at -= 1 }
  return max(at, 0)
}
