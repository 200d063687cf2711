import Quantities

extension Construction {
  /// 发生事故12起，造成3人死亡、5人受伤: who came to harm in what is told before.
  static let casualties = Construction(
    .casualties, "事故、灾害中的伤亡",
    examples: [
      .yes("发生火灾事故12起，死亡⟦3人⟧。", "subject 死亡 of 12起"),
      .yes("发生火灾事故12起，造成3人死亡、⟦5人⟧受伤。", "subject 受伤 of 12起"),
      .yes("交通事故86起，同比下降12%，死亡⟦3人⟧。", "subject 死亡 of 86起"),
      .no("救助站12个，死亡⟦3人⟧。"),
      .no("发生火灾事故12起，疏散⟦30人⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.unit == .people {
      guard let word = paragraph.harm(of: figure),
        let event = paragraph.earlier(than: figure).first(where: { paragraph.countsEvents($0) })
      else { continue }
      paragraph.facts.state(
        figure, .subject(.told(Array(paragraph.plain[word]), of: event)), by: .casualties)
    }
  }
}

extension Paragraph {
  /// The word of harm by which a figure counts people, if no other word tells of them.
  fileprivate func harm(of figure: Int) -> Range<Int>? {
    let words = WordList.causing.strippingPrefixes(
      plain, clean(leftWords(figure, hasNounBehind: !rightNoun(figure).isEmpty), .count))
    if WordList.harms.contains(plain, words) { return words }
    return words.isEmpty ? WordList.harms.prefix(of: plain, rightNoun(figure)) : nil
  }

  /// Whether a figure counts accidents and the like.
  fileprivate func countsEvents(_ figure: Int) -> Bool {
    guard entries[figure].quantity?.kind == .count, entries[figure].quantity?.unit != .people else { return false }
    return WordList.events.occurs(in: plain, leftWords(figure, hasNounBehind: false))
      || WordList.events.occurs(in: plain, rightNoun(figure))
  }
}
