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
      .no("城镇化率达到63%，比上年提高⟦0.8个百分点⟧。"),
      .no("增速比2019年高⟦0.8个百分点⟧。"),
      .no("事故比去年同期少⟦8起⟧。"),
      .no("税收高于⟦5亿元⟧。"),
      .no("投资超⟦60亿元⟧。"),
      .no("超额完成新建水厂⟦6座⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.facts.role(of: figure) == .none {
      guard let word = paragraph.distanceWord(before: figure) else { continue }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .relativeTo, words: word)
    }
  }

  /// 占全省的30%, 相当于总产值的4%, 是2014年的3倍: a share or multiple of something else, and no figure of the thing itself.
  static let shareOf = Construction(
    .shareOf, "占、相当于另一数的份额或倍数",
    examples: [
      .yes("工业投资占全市投资的⟦30%⟧。", "relation 占"),
      .yes("产量约占全省⟦三成⟧。", "relation 占"),
      .yes("研发经费相当于总产值的⟦2.4%⟧。", "relation 相当于"),
      .yes("在校学生21万人，是2014年的⟦3倍⟧。", "relation 是"),
      .no("研发经费支出相当于总产值的比例为⟦2.4%⟧。"),
      .no("工业占比⟦30%⟧。"),
      .no("占地面积⟦30亩⟧。"),
      .no("增速是⟦3%⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let word = paragraph.shareWord(before: figure) else { continue }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .shareOf, words: word)
    }
  }

  /// 协助公安机关查办案件5件, 接受上级检查4次: what others did, or did with one's help.
  static let ofOthersDoing = Construction(
    .ofOthersDoing, "协助他人或接受他人所做",
    examples: [
      .yes("协助公安机关查办案件⟦5件⟧。", "relation 协助"),
      .yes("全年接受上级检查⟦4次⟧。", "relation 接受"),
      .yes("配合开展联合执法⟦3次⟧。", "relation 配合"),
      .no("查办案件⟦5件⟧，协助处理2件。"),
      .no("接受捐赠⟦5万元⟧。"),
      .no("配合比达到⟦98%⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      let gap = paragraph.gap(before: figure)
      let words = WordList.leading.strippingPrefixes(paragraph.bytes, gap)
      let clauseEnd = paragraph.clauseEnd(of: paragraph.entries[figure].span.upperBound)
      guard let word = paragraph.othersDeed(words.lowerBound..<clauseEnd) else { continue }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .ofOthersDoing, words: word)
    }
  }
}

extension Paragraph {
  /// The word that tells a figure to be a distance: 高 in 较全省高, 快于, 超 before what was to be reached.
  fileprivate func distanceWord(before figure: Int) -> Range<Int>? {
    guard let kind = entries[figure].quantity?.kind,
      kind.isAdditive || kind == .points || kind == .growth || kind == .percent
    else { return nil }
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

  /// 占 and the like before something of which the figure is a share or multiple, with nothing behind that but 的.
  fileprivate func shareWord(before figure: Int) -> Range<Int>? {
    guard let kind = entries[figure].quantity?.kind, kind == .percent || kind == .multiple || kind == .ratio else {
      return nil
    }
    let gap = WordList.trailing.strippingSuffixes(bytes, gap(before: figure))
    let of = bytes.range(gap, endsWith: "的")
    guard let word = (of ? WordList.equations : WordList.shares).last(in: bytes, gap),
      bytes.characterCount(word.upperBound..<gap.upperBound) > (of ? 1 : 0),
      of || !WordList.shareNouns.isSuffix(of: bytes, gap)
    else { return nil }
    return word
  }

  /// The word by which the deed of a clause is another's: 协助 before any verb, 接受 before one of oversight.
  fileprivate func othersDeed(_ clause: Range<Int>) -> Range<Int>? {
    if let word = WordList.auxiliaries.prefix(of: bytes, clause) {
      let rest = word.upperBound..<clause.upperBound
      return WordList.verbs.occurs(in: bytes, rest) || WordList.predicates.occurs(in: bytes, rest) ? word : nil
    }
    guard let word = WordList.undergone.prefix(of: bytes, clause),
      WordList.oversight.occurs(in: bytes, word.upperBound..<clause.upperBound)
    else { return nil }
    return word
  }

  /// Whether words name something that isn't the thing's own figure of another time.
  private func isOther(_ words: Range<Int>) -> Bool {
    bytes.characterCount(words) > 1
      && !entries(in: words).contains { $0.numeralClass == .date || $0.numeralClass == .statistic }
      && !WordList.pastTimes.occurs(in: bytes, words)
  }
}
