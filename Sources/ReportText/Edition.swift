/// The mark by which a corrected edition of a report is known: （更正版）, 【修订】.
enum Edition {
  private static let words = ["更正", "修订", "修正", "订正", "勘误", "更新版", "重新发布"]
  private static let openings = "（(【[〔《"
  private static let closings = "）)】]〕》"
  private static let longest = 12

  /// A title or file's name without the mark of a corrected edition, or `nil` if it has none.
  static func corrected(by name: Substring) -> String? {
    for open in name.indices.reversed() where openings.contains(name[open]) {
      let inside = name[name.index(after: open)...].prefix { !closings.contains($0) }
      guard inside.count <= longest, isMark(inside), inside.endIndex < name.endIndex else { continue }
      return String(name[..<open] + name[name.index(after: inside.endIndex)...])
    }
    // 更正：…年度报告, and a file's name that ends so.
    for word in words where name.hasPrefix(word) {
      let rest = name.dropFirst(word.count)
      if let mark = rest.first, "：:-_".contains(mark) { return String(rest.dropFirst()) }
    }
    for ending in words.flatMap({ [$0 + "版", $0 + "稿", $0] }) where name.hasSuffix(ending) {
      let rest = name.dropLast(ending.count)
      if let mark = rest.last, "-_ ".contains(mark) { return String(rest.dropLast()) }
    }
    return nil
  }

  /// Whether the words between brackets say that the edition corrects one before it. （修订草案） doesn't.
  private static func isMark(_ text: Substring) -> Bool {
    let text = text.hasPrefix("已") ? text.dropFirst() : text
    return words.contains { word in
      text.firstRange(of: word).map { ["", "版", "稿", "件", "本", "后"].contains(text[$0.upperBound...]) } ?? false
    }
  }
}
