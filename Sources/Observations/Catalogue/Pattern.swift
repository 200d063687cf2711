/// A pattern of a metric: words in order around the figure.
///
///     受理 … 许可|申请 … {n}      words, alternatives, gaps, the figure
///     {n} [行政] 规范性文件        an optional word behind the figure
///     ^ 地区生产总值 {n}          nothing before the words but 全市, 实现 and the like
///
/// Items stand right beside each other unless `…` lies between; a gap never leaves the clause. Titles in 《》 and
/// qualifiers such as 近, 共, 达 right before the figure are passed over.
public struct Pattern: Sendable {
  /// As written in the catalogue.
  public let text: String
  let before: [Item]
  let behind: [Item]

  enum Item: Sendable {
    case words([[UInt8]], isOptional: Bool)
    case gap
    /// The start of the statement, words of `WordList.openings` left out.
    case start
  }

  /// Why a pattern can't be read.
  struct SyntaxError: Error {
    let message: String
  }

  init(_ text: String) throws(SyntaxError) {
    self.text = text
    var before: [Item] = []
    var behind: [Item] = []
    var slots = 0
    for part in text.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
      if part == "{n}" {
        slots += 1
        continue
      }
      if part == "^" {
        guard before.isEmpty, slots == 0 else { throw SyntaxError(message: "“^”只能是模式的第一项：\(text)") }
        before.append(.start)
        continue
      }
      let item = try Self.item(part)
      if slots == 0 { before.append(item) } else { behind.append(item) }
    }
    guard slots == 1 else { throw SyntaxError(message: "模式应有且只有一个 {n}：\(text)") }
    guard (before + behind).contains(where: { if case .words(_, false) = $0 { true } else { false } }) else {
      throw SyntaxError(message: "模式除 {n} 外至少要有一个词：\(text)")
    }
    self.before = before
    self.behind = behind
  }

  private static func item(_ part: Substring) throws(SyntaxError) -> Item {
    if part == "…" { return .gap }
    var word = part
    let isOptional = part.hasPrefix("[")
    if isOptional {
      guard part.hasSuffix("]") else { throw SyntaxError(message: "缺少右括号 ]：\(part)") }
      word = part.dropFirst().dropLast()
    }
    if word.utf8.contains(where: "[]{}".utf8.contains) { throw SyntaxError(message: "括号不成对：\(part)") }
    let words = word.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    if words.contains(where: \.isEmpty) { throw SyntaxError(message: "“|”两边都要有词：\(part)") }
    return .words(words.map { Array($0) }, isOptional: isOptional)
  }

  /// The words of which one must stand in every match: those of the item whose shortest word is longest.
  var key: [[UInt8]] {
    var best: [[UInt8]] = []
    for case .words(let words, false) in before + behind
    where (words.map(\.count).min() ?? 0) > (best.map(\.count).min() ?? 0) {
      best = words
    }
    return best
  }

  /// Whether a word is one of the pattern's.
  func names(_ word: [UInt8]) -> Bool {
    (before + behind).contains { item in
      if case .words(let words, _) = item { words.contains(word) } else { false }
    }
  }

  /// Whether a word stands in one of the pattern's.
  func tells(_ word: [UInt8]) -> Bool {
    (before + behind).contains { item in
      guard case .words(let words, _) = item else { return false }
      return words.contains { word.range(word.indices, occursIn: $0, $0.indices) }
    }
  }

  /// Whether words stand right before the figure, and no gap.
  var endsInWords: Bool {
    if case .words? = before.last { true } else { false }
  }

  /// How many bytes of words the pattern holds at least: the more, the more specific.
  private static func weight(_ items: [Item]) -> Int {
    items.reduce(0) { sum, item in
      if case .words(let words, false) = item { sum + (words.map(\.count).min() ?? 0) } else { sum }
    }
  }

  /// See `weight(_:)`.
  var specificity: Int { Self.weight(before) + Self.weight(behind) }

  /// Whether the words of the statement fit.
  func matches(_ statement: StatementText) -> Bool {
    Self.matchBefore(before, before.count, statement.before, end: statement.beforeEnd)
      && Self.matchBehind(behind, 0, statement.behind, statement.behindRange)
  }

  /// Matches the first `count` items, the last first, backwards from `end`.
  private static func matchBefore(_ items: [Item], _ count: Int, _ text: [UInt8], end: Int) -> Bool {
    guard count > 0 else { return true }
    let rest = count - 1
    switch items[rest] {
    case .gap:
      var at = end
      while at >= 0 {
        if matchBefore(items, rest, text, end: at) { return true }
        at -= 1
      }
      return false
    case .start:
      return WordList.openings.strippingPrefixes(text, 0..<end).isEmpty
    case .words(let words, let isOptional):
      for word in words where word.count <= end && has(word, text, at: end - word.count) {
        if matchBefore(items, rest, text, end: end - word.count) { return true }
      }
      return isOptional && matchBefore(items, rest, text, end: end)
    }
  }

  /// Matches the items from `first` on forwards from the start of a range.
  private static func matchBehind(_ items: [Item], _ first: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard first < items.count else { return true }
    let rest = first + 1
    switch items[first] {
    case .gap:
      return range.contains { matchBehind(items, rest, text, $0..<range.upperBound) }
        || matchBehind(items, rest, text, range.upperBound..<range.upperBound)
    case .start:
      return false
    case .words(let words, let isOptional):
      for word in words where word.count <= range.count && has(word, text, at: range.lowerBound) {
        if matchBehind(items, rest, text, range.lowerBound + word.count..<range.upperBound) { return true }
      }
      return isOptional && matchBehind(items, rest, text, range)
    }
  }

  private static func has(_ word: [UInt8], _ text: [UInt8], at offset: Int) -> Bool {
    for index in word.indices where text[offset + index] != word[index] { return false }
    return true
  }
}

/// The words around a figure that patterns are held against.
struct StatementText {
  /// The subject, of which what stands before the figure ends at `beforeEnd`, qualifiers right before it left out.
  let before: [UInt8]
  let beforeEnd: Int
  /// A text, of which `behindRange` stands behind the figure.
  let behind: [UInt8]
  let behindRange: Range<Int>

  /// Whether a word stands before or behind the figure.
  func contains(_ word: [UInt8]) -> Bool {
    word.range(word.indices, occursIn: before, 0..<beforeEnd) || word.range(word.indices, occursIn: behind, behindRange)
  }
}
