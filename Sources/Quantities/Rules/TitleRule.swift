extension Rule {
  static let title = Rule(
    .title, "书名号内的数字",
    .yes("落实《云南省法治政府建设实施方案(⟦2021⟧—2025年)》", "title"),
    .yes("宣传《高质量发展⟦10条⟧激励政策》各1000余册", "title"),
    .no("宣传《高质量发展10条激励政策》各⟦1000余册⟧", "1000 册 count >="))
}

extension LedgerPass {
  /// A numeral inside 《》 belongs to the name of a document.
  mutating func placeTitle(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard enclosures[index].isTitle else { return false }
    add(index, .title, .title)
    return true
  }
}
