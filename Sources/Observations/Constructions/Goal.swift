import Quantities

extension Construction {
  /// 完成5.5万人的目标任务, 距离90%的目标: what was aimed at, by the noun behind the figure.
  static let goal = Construction(
    .goal, "其后为目标、任务的数",
    examples: [
      .yes("提前完成新增就业⟦5.5万人⟧的目标任务。", "status target"),
      .yes("距离⟦90%⟧的目标还有差距。", "status target"),
      .no("完成年度目标的⟦96%⟧。"),
      .no("建成⟦20个⟧示范点。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      let end = paragraph.entries[figure].span.upperBound
      guard paragraph.bytes.has("的", at: end),
        let noun = WordList.goals.prefix(of: paragraph.bytes, end + "的".utf8.count..<paragraph.bytes.count)
      else { continue }
      paragraph.facts.state(figure, .status(.target, .planned), by: .goal, words: noun)
    }
  }
}
