import Quantities

extension Construction {
  /// 起诉373件507人，件数下降47%、人数下降58%: a word for how many there are names no thing but the figure of that unit.
  static let countWord = Construction(
    .countWord, "件数、人数指前面的数",
    examples: [
      .yes("起诉犯罪嫌疑人73件107人，同比件数下降⟦4%⟧、人数下降5%。", "subject same as 73件"),
      .yes("起诉犯罪嫌疑人73件107人，同比件数下降4%、人数下降⟦5%⟧。", "subject same as 107人"),
      .yes("发生火灾86起，与上年相比，起数上升⟦9%⟧。", "subject same as 86起"),
      .no("起诉犯罪嫌疑人107人，件数下降⟦4%⟧。"),
      .no("起诉犯罪嫌疑人107人，参保人数增长⟦4%⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let kind = paragraph.entries[figure].quantity?.kind, kind.isChange else { continue }
      let words = paragraph.clean(paragraph.leftWords(figure, hasNounBehind: false), kind)
      let name = WordList.yearOnYear.strippingPrefixes(paragraph.plain, words)
      guard let counted = paragraph.figure(countedBy: Array(paragraph.plain[name]), before: figure) else { continue }
      paragraph.facts.state(figure, .subject(.same(as: counted)), by: .countWord)
    }
  }
}

extension Paragraph {
  /// The figure before another in its sentence of whose unit a word tells how many there are: 件数, 人数, 起数.
  func figure(countedBy word: [UInt8], before figure: Int) -> Int? {
    guard word.count == Self.countWordLength, word.range(word.indices, endsWith: "数") else { return nil }
    let unit = word.dropLast("数".utf8.count)
    return earlier(than: figure).first {
      entries[$0].quantity?.kind == .count && bytes[entries[$0].span].suffix(unit.count) == unit
        && !isAside($0)
    }
  }

  private static let countWordLength = "件数".utf8.count
}
