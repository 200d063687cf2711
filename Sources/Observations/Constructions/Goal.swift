import Quantities

extension Construction {
  /// 完成5.5万人的目标任务, 距离90%的目标: what was aimed at, by the noun behind the figure.
  static let goal = Construction(
    .goal, "其后为目标、任务的数",
    examples: [
      .yes("提前完成新增就业⟦5.5万人⟧的目标任务。", "status target"),
      .yes("距离⟦90%⟧的目标还有差距。", "status target"),
      .yes("超额完成浓度下降⟦4%⟧、污染天数减少6%的改善目标。", "status target"),
      .yes("超额完成浓度下降4%、污染天数减少⟦6%⟧的改善目标。", "status target"),
      .no("完成年度目标的⟦96%⟧。"),
      .no("建成⟦20个⟧示范点。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let noun = paragraph.goalNoun(behind: figure) else { continue }
      paragraph.facts.state(figure, .status(.target, .planned), by: .goal, words: noun)
      // 下降4%、减少6%的改善目标: the noun is of the whole list.
      var last = figure
      while paragraph.isListed(last), case let before = paragraph.places[last].previous, before >= 0 {
        paragraph.facts.state(before, .status(.target, .planned), by: .goal, words: noun)
        last = before
      }
    }
  }
}

extension Paragraph {
  /// The noun of what is aimed at behind a figure: 5.5万人的目标任务, 6%的改善目标.
  fileprivate func goalNoun(behind figure: Int) -> Range<Int>? {
    let start = entries[figure].span.upperBound
    guard bytes.has("的", at: start) else { return nil }
    let words = start + "的".utf8.count..<places[figure].clauseEnd
    if let noun = WordList.goals.prefix(of: bytes, words) { return noun }
    // 的改善目标, but not 的村完成目标.
    guard let noun = WordList.goals.first(in: bytes, words),
      bytes.characterCount(words.lowerBound..<noun.lowerBound) <= 2,
      bytes.withoutBlanks(noun.upperBound..<words.upperBound).isEmpty
    else { return nil }
    return noun
  }
}
