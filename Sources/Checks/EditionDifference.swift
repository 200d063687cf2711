import Observations

/// Where two editions of one report tell other figures: a corrected report beside the first, which are no copies of each other.
public struct EditionDifference: Sendable {
  /// The figures of the same sentences that are others.
  public let changed: [(first: Observation, second: Observation)]
  /// How many figures only the first edition tells.
  public let onlyFirst: Int
  /// How many figures only the second edition tells.
  public let onlySecond: Int

  /// The difference of two reports of one body and year, or `nil` if they aren't editions of one: most figures must stand in the
  /// same sentences, and some must be the same, since reports of every month, too, are written in the same words.
  public init?(_ first: Report, _ second: Report) {
    let pairs = Verification.of(first, against: second).filter { $0.found != nil }
    changed = pairs.compactMap { pair in pair.found.flatMap { pair.verdict == .changed ? (pair.stored, $0) : nil } }
    onlyFirst = first.observations.count - pairs.count
    onlySecond = second.observations.count - pairs.count
    guard pairs.count > changed.count,
      pairs.count * 2 >= max(first.observations.count, second.observations.count)
    else { return nil }
  }

  /// What to tell of it, for a person to decide.
  public func message(_ first: Report, _ second: Report) -> String {
    var parts: [String] = []
    if !changed.isEmpty {
      let shown = changed.prefix(Self.mostShown).map { before, after in
        "第 \(before.span.line) 行 \(before.text)、第 \(after.span.line) 行 \(after.text)"
      }
      parts.append("\(changed.count) 个数不同（\(shown.joined(separator: "；"))\(changed.count > Self.mostShown ? "…" : "")）")
    }
    if onlyFirst > 0 { parts.append("\(onlyFirst) 个数只在前者") }
    if onlySecond > 0 { parts.append("\(onlySecond) 个数只在后者") }
    let told = parts.isEmpty ? "数都相同" : parts.joined(separator: "，")
    let isCorrection = second.identity.corrects(first.identity)
    if isCorrection || first.identity.corrects(second.identity) {
      let (later, earlier) = isCorrection ? (second, first) : (first, second)
      return "\(later.path): 是 \(earlier.path) 的更正版，都保留，\(told)，请核对 (corrected edition)"
    }
    return "\(second.path): 与 \(first.path) 像是同一报告的两个版本，都保留，\(told)，请核对 (another edition)"
  }

  /// A message is read in a terminal; the table of findings tells all.
  private static let mostShown = 5
}
