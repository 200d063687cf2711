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
    /// The start of the statement, words of `openings` left out.
    case start
  }

  /// Words at a statement's start that tell neither thing nor field: whose whole area it is about, and that it was done.
  ///
  /// 三江新区地区生产总值 is the figure of a part of the city, 全市地区生产总值 the city's own.
  static let openings = WordList(
    """
    全市 全省 全州 全盟 全区 全县 全旗 全国 全域 全局 全厅 全系统 我市 我省 我州 我盟 我区 我县 我国 我局 我厅 我委 本市 本省 本州 本区 本县 本局 本机关 市 省
    全年 今年 去年 年内 当年 本年度 年度 年末 年底 期末 预计 初步统计 力争 确保 力促 提出 把 将 使 推动 促进 实现 完成 达到 共 累计 的 ， , “ （ (
    """)

  /// Why a pattern can't be read.
  struct SyntaxError: Error {
    let message: String
  }

  init(_ text: String) throws(SyntaxError) {
    self.text = text
    var before: [Item] = []
    var behind: [Item] = []
    var slots = 0
    for part in text.split(separator: " ") {
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
    if word.contains(where: { "[]{}".contains($0) }) { throw SyntaxError(message: "括号不成对：\(part)") }
    let words = word.split(separator: "|", omittingEmptySubsequences: false)
    if words.contains(where: \.isEmpty) { throw SyntaxError(message: "“|”两边都要有词：\(part)") }
    return .words(words.map { Array($0.utf8) }, isOptional: isOptional)
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
    let reversedBefore: [Item] = before.reversed()
    return Self.match(reversedBefore[...], statement.before, at: statement.before.count, step: -1)
      && Self.match(behind[...], statement.behind, at: 0, step: 1)
  }

  /// Matches items outwards from the figure: backwards over the text before it, forwards over the text behind it.
  private static func match(_ items: ArraySlice<Item>, _ text: [UInt8], at position: Int, step: Int) -> Bool {
    guard let item = items.first else { return true }
    let rest = items.dropFirst()
    switch item {
    case .gap:
      var at = position
      while at >= 0, at <= text.count {
        if match(rest, text, at: at, step: step) { return true }
        at += step
      }
      return false
    case .start:
      return openings.strippingPrefixes(Substring(decoding: text[..<position], as: UTF8.self)).isEmpty
    case .words(let words, let isOptional):
      for word in words {
        let start = step > 0 ? position : position - word.count
        guard start >= 0, start + word.count <= text.count else { continue }
        if text[start..<start + word.count].elementsEqual(word),
          match(rest, text, at: step > 0 ? start + word.count : start, step: step)
        {
          return true
        }
      }
      return isOptional && match(rest, text, at: position, step: step)
    }
  }
}

/// The words around a figure that patterns are held against.
struct StatementText: Sendable {
  /// What stands before the figure in its statement, qualifiers right before it left out.
  var before: [UInt8]
  /// What stands behind it.
  var behind: [UInt8]
}
