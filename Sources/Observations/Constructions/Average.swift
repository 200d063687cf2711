import Quantities

extension Construction {
  /// 月均出动200人次, 平均每村30份, 案均罚没款2万元, 人均检查2.5次: a mean of parts of the year, of places or heads or of the things counted, and no
  /// figure of the whole; a metric of means names it (人均可支配收入).
  static let average = Construction(
    .average, "月均、平均每村等平均数",
    examples: [
      .yes("出动巡查2400人次，月均出动巡查⟦200人次⟧。", "relation 月均"),
      .yes("开展检查360次，平均每月检查⟦30次⟧。", "relation 平均每"),
      .yes("举办讲座48期，每月举办讲座⟦4期⟧。", "relation 每月"),
      .yes("罚没款860万元，案均罚没款⟦2.1万元⟧。", "relation 案均"),
      .yes("藏书218万册，生均⟦79册⟧。", "relation 生均"),
      .no("甲乙两校均⟦3名⟧。"),
      .yes("开展检查120次，人均检查⟦2.5次⟧。", "relation 人均"),
      .yes("开展检查120次，每名干部平均检查⟦2.5次⟧。", "relation 每名干部平均"),
      .yes("人均可支配收入⟦5万元⟧。", "relation 人均"),
      .no("居民收入⟦5万元⟧。"),
      .no("每月15日前公开信息⟦12条⟧，全年公开144条。"),
      .no("平均气温上升，巡查河道⟦30次⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind.isChange == false {
      let gap = paragraph.gap(before: figure)
      let bare = WordList.bounds.strippingSuffixes(paragraph.bytes, gap)
      let isOfEach = paragraph.bytes.range(bare, endsWith: "均")
      guard isOfEach || paragraph.words.has(.rhythms, in: gap) || paragraph.words.has(.averages, in: gap)
      else { continue }
      let start = WordList.leading.strippingPrefixes(paragraph.bytes, gap).lowerBound
      let ofEach = min(start, bare.upperBound)..<bare.upperBound
      guard
        let word = isOfEach && Mean.isOfEach(paragraph.bytes, ofEach)
          ? ofEach : paragraph.mean(start..<gap.upperBound)
      else { continue }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .average, words: word)
    }
  }
}

extension Paragraph {
  /// 月均, 平均每, 每名干部平均: the words with which a range opens and tells a mean; 每月15日 is a day.
  fileprivate func mean(_ words: Range<Int>) -> Range<Int>? {
    meanWords(words).flatMap { bytes[$0.upperBound].isDigit ? nil : $0 }
  }

  private func meanWords(_ words: Range<Int>) -> Range<Int>? {
    if bytes.has("每", at: words.lowerBound), let mean = bytes.first("平均", in: words),
      bytes.characterCount(words.lowerBound..<mean.lowerBound) <= Self.longestEach
    {
      return words.lowerBound..<mean.upperBound
    }
    return WordList.rhythms.prefix(of: bytes, words)
  }

  /// In characters: 每名工作人员.
  private static let longestEach = 6
}
