import Quantities

extension Construction {
  /// 发生事故12起，造成3人死亡、5人受伤，直接损失86万元: who came to harm and what was lost in what is told before.
  static let casualties = Construction(
    .casualties, "事故、灾害中的伤亡、损失",
    examples: [
      .yes("发生火灾事故12起，死亡⟦3人⟧。", "subject 死亡 of 12起"),
      .yes("发生火灾事故12起，造成3人死亡、⟦5人⟧受伤。", "subject 受伤 of 12起"),
      .yes("交通事故86起，同比下降12%，死亡⟦3人⟧。", "subject 死亡 of 86起"),
      .yes("接报火灾86起，亡⟦3人⟧、伤5人。", "subject 亡 of 86起"),
      .yes("接报火灾86起，亡3人，直接财产损失⟦42万元⟧。", "subject 直接财产损失 of 86起"),
      .no("为企业挽回损失⟦42万元⟧。"),
      .no("救助站12个，死亡⟦3人⟧。"),
      .no("发生火灾事故12起，疏散⟦30人⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let word = paragraph.harm(of: figure) ?? paragraph.loss(of: figure),
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
    guard entries[figure].quantity?.unit == .people else { return nil }
    let words = WordList.causing.strippingPrefixes(
      plain, clean(leftWords(figure, hasNounBehind: !rightNoun(figure).isEmpty), .count))
    if WordList.harms.contains(plain, words) { return words }
    guard words.isEmpty, let harm = WordList.harms.prefix(of: plain, rightNoun(figure)) else { return nil }
    // 5人伤残 are no wounded.
    return plain.characterCount(harm) > 1 ? harm : nil
  }

  /// The words of loss by which a figure tells money, if no other word tells of it.
  fileprivate func loss(of figure: Int) -> Range<Int>? {
    guard entries[figure].quantity?.kind == .money else { return nil }
    let words = WordList.causing.strippingPrefixes(plain, clean(leftWords(figure, hasNounBehind: false), .money))
    return WordList.losses.contains(plain, words) ? words : nil
  }

  /// Whether a figure counts accidents and the like.
  fileprivate func countsEvents(_ figure: Int) -> Bool {
    guard entries[figure].quantity?.kind == .count, entries[figure].quantity?.unit != .people else { return false }
    return WordList.events.occurs(in: plain, leftWords(figure, hasNounBehind: false))
      || WordList.events.occurs(in: plain, rightNoun(figure))
  }
}
