/// Finds the title of a report, which may stand on several lines.
struct TitleReader {
  private let lines: IdentityLines
  private static let endings = ["报告", "要点", "总结", "公报", "计划", "方案", "年报", "安排", "情况", "思路", "决算", "说明", "汇报", "综述"]
  /// How many lines a title can stand on.
  private static let most = 3
  private static let longest = 60

  init(_ lines: IdentityLines) { self.lines = lines }

  /// The title without blanks and footnote marks, and its bytes in the source.
  func title() -> (text: String, ranges: [Range<Int>])? {
    // Behind 各位代表： a line such as 2024年工作安排 is a heading.
    let opening = Array(lines.opening[..<(lines.salutation ?? lines.opening.endIndex)])
    for start in opening.indices {
      for count in 1...min(Self.most, opening.count - start) {
        let parts = opening[start..<start + count]
        let texts = parts.dropLast().map(\.text) + [Self.withoutFootnote(opening[start + count - 1].text)]
        let joined = texts.joined().filter { !$0.isWhitespace }
        guard isTitle(joined[...]), count == 1 || canBeJoined(texts) else { continue }
        return (joined, parts.map(\.range))
      }
    }
    return nil
  }

  /// Whether lines that make a title together are parts of it: the first names an issuer or a place, or opens with 关于 or
  /// the year; none before the last is a title of its own, and the last isn't one that names its own issuer.
  private func canBeJoined(_ texts: [Substring]) -> Bool {
    let first = texts[0]
    let names = { (text: Substring) in !Gazetteer.shared.leading(text, year: nil).chain.isEmpty }
    guard names(first) || first.hasPrefix("关于") || Agency.isBodyName(first) || WrittenDate.year(in: first) != nil,
      texts.dropLast().allSatisfy({ !isTitle($0) && WrittenDate.first(in: $0)?.0.month == nil })
    else { return false }
    return !(names(first) && names(texts[texts.count - 1]))
  }

  /// A line without the footnote mark behind it: 统计公报[1].
  private static func withoutFootnote(_ line: Substring) -> Substring {
    guard let last = line.last, "]〕］)）】".contains(last), let open = line.lastIndex(where: { "[〔［(（【".contains($0) }),
      case let mark = line[line.index(after: open)...].dropLast(), (1...2).contains(mark.count),
      mark.allSatisfy(\.isNumber)
    else { return line }
    return line[..<open]
  }

  private func isTitle(_ line: Substring) -> Bool {
    guard (6...Self.longest).contains(line.count), Self.endings.contains(where: line.hasSuffix),
      !line.prefix(4).contains(where: { "、)）.．".contains($0) }),
      !line.contains(where: { "。；;！：:>|".contains($0) })
    else { return false }
    let plain = line.filter { !$0.isWhitespace }
    return plain.contains("关于") || WrittenDate.year(in: line) != nil || plain.hasSuffix("工作报告")
      || plain.hasSuffix("年度报告")
  }
}
