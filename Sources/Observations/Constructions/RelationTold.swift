import Quantities

extension Construction {
  /// 粮食产量32万吨，相当于全市的一半; 增加值增长5.2%，高于全省1.1个百分点: what is set in relation is what was told before.
  static let relationTold = Construction(
    .relationTold, "比较前文所述",
    examples: [
      .yes("民生支出32亿元，占预算支出的⟦81%⟧。", "subject 民生支出占预算支出的"),
      .yes("增加值增长5.2%，高于全省平均水平⟦1.1个百分点⟧。", "subject 增加值高于全省平均水平"),
      .no("民生支出32亿元，教育支出占预算支出的⟦81%⟧。"),
    ],
    goesOn: { ellipsis, last in
      let facts = ellipsis.paragraph.facts
      guard let relation = facts.relation(of: ellipsis.figure), ellipsis.own.starts(with: relation),
        ellipsis.own.count > relation.count
      else { return nil }
      let construction = facts.fact(.relation, of: ellipsis.figure)?.by
      // 月均出动人员200人次 has a thing of its own, 平均每|村 none.
      if construction == .average, ellipsis.own.characterCount(relation.count..<ellipsis.own.count) > 1 { return nil }
      let isShare = construction == .shareOf
      return (isShare ? ellipsis.lastThing(orDeed: true) ?? last : last).name + ellipsis.own
    })
}
