import Quantities

extension Construction {
  /// 出口额12亿美元，折合人民币86亿元: the same in another unit, and no second figure of the series.
  static let converted = Construction(
    .converted, "折合、约合另一单位",
    examples: [
      .yes("出口额12亿美元，折合人民币⟦86亿元⟧。", "relation 折合, subject same as 12亿美元"),
      .yes("用地1500亩（约合⟦100公顷⟧）。", "relation 约合, subject same as 1500亩"),
      .no("出口额12亿美元，内销⟦86亿元⟧。"),
      .no("合计⟦86亿元⟧。"),
      .no("复合肥⟦3吨⟧。"),
    ]
  ) { paragraph in
    for (before, figure) in zip(paragraph.figures, paragraph.figures.dropFirst()) {
      let gap = paragraph.gap(before: figure)
      let words = WordList.bounds.strippingSuffixes(
        paragraph.bytes,
        gap.lowerBound..<(WordList.currencies.suffix(of: paragraph.bytes, gap)?.lowerBound ?? gap.upperBound))
      guard let word = WordList.conversions.suffix(of: paragraph.bytes, words), !paragraph.areAlike(before, figure)
      else {
        continue
      }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .converted, words: word)
      paragraph.facts.state(figure, .subject(.same(as: before)), by: .converted, words: word)
    }
  }
}
