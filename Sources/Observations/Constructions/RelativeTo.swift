import Quantities

extension Construction {
  /// 较全省高0.5个百分点, 快于全国3个百分点, 超省定任务0.1万吨: how far a thing is from another's figure or from what was set for it. How far
  /// from its own of another time (比上年提高0.5个百分点) is a change.
  static let relativeTo = Construction(
    .relativeTo, "与他者或任务相比的差距",
    examples: [
      .yes("总产值增长6%，较全省高⟦0.5个百分点⟧。", "relation 高"),
      .yes("总产值增长6%，快于全国3个百分点、快于全省⟦1个百分点⟧。", "relation 快于"),
      .yes("粮食产量20万吨，超省定任务⟦0.1万吨⟧。", "relation 超"),
      .yes("新增就业62人，超额完成年度任务⟦2人⟧。", "relation 超额完成"),
      .yes("城镇化率达到66%，高于全市平均水平⟦4个百分点⟧。", "relation 高于"),
      .yes("新建农田6万亩，比省下达任务多⟦0.4万亩⟧。", "relation 多"),
      .yes("增速居全省第3位，与第一名相差⟦0.4个百分点⟧。", "relation 相差"),
      .yes("单位能耗比控制目标低⟦1.2个百分点⟧。", "relation 低"),
      .yes("总产值增速高于全国、全省3个、⟦1个百分点⟧。", "relation 高于"),
      .no("城镇化率达到63%，比上年提高⟦0.8个百分点⟧。"),
      .no("增速比2019年高⟦0.8个百分点⟧。"),
      .no("事故比去年同期少⟦8起⟧。"),
      .no("税收高于⟦5亿元⟧。"),
      .no("投资超⟦60亿元⟧。"),
      .no("超额完成新建水厂⟦6座⟧。"),
    ]
  ) { paragraph in
    for run in paragraph.runs {
      guard let first = run.first(where: { paragraph.facts.role(of: $0) == .none }),
        let word = paragraph.distanceWord(before: first)
      else { continue }
      // 高于全国、全省3个、1个百分点
      for figure in run where figure >= first {
        paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .relativeTo, words: word)
      }
    }
  }
}

extension Paragraph {
  /// The word that tells a figure to be a distance: 高 in 较全省高, 快于, 超 before what was to be reached.
  fileprivate func distanceWord(before figure: Int) -> Range<Int>? {
    switch entries[figure].quantity?.kind {
    case .count, .money, .measure, .change, .points, .growth, .percent: break
    default: return nil
    }
    let gap = WordList.bounds.strippingSuffixes(bytes, gap(before: figure))
    if let difference = WordList.differing.suffix(of: bytes, gap) { return difference }
    if let degree = WordList.degrees.suffix(of: bytes, gap),
      let than = WordList.comparisons.last(in: bytes, gap.lowerBound..<degree.lowerBound),
      isOther(than.upperBound..<degree.lowerBound)
    {
      return degree
    }
    if let beyond = words.last(.distances, in: gap), isOther(beyond.upperBound..<gap.upperBound) {
      return beyond
    }
    if let beyond = words.last(.exceeding, in: gap),
      WordList.yardsticks.isSuffix(of: bytes, beyond.upperBound..<gap.upperBound),
      isOther(beyond.upperBound..<gap.upperBound)
    {
      return beyond
    }
    return nil
  }

  /// Whether words name something that isn't the thing's own figure of another time.
  private func isOther(_ words: Range<Int>) -> Bool {
    bytes.characterCount(words) > 1
      && !entries(in: words).contains { $0.numeralClass == .date || $0.numeralClass == .statistic }
      && !WordList.pastTimes.occurs(in: bytes, words)
  }
}
