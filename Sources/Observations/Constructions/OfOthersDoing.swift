import Quantities

extension Construction {
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
}
