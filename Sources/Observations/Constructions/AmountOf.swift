import Quantities

extension Construction {
  /// 粮食播种面积9万亩、产量4万吨; 企业营收8亿元，实现利润1亿元: another amount of the same thing.
  static let amountOf = Construction(
    .amountOf, "同一事物的另一数量",
    examples: [
      .yes("粮食播种面积稳定在90万亩、产量⟦40万吨⟧。", "subject 粮食产量"),
      .yes("规模以上工业企业实现利税15亿元，利润⟦9亿元⟧。", "subject 规模以上工业企业实现利润"),
      .yes("小学招生人数1.2万人，在校生人数⟦6.8万人⟧。", "subject 小学在校生人数"),
      .no("粮食播种面积90万亩，蔬菜产量⟦40万吨⟧。"),
      .no("拨款6亿元，收入总计⟦9亿元⟧。"),
    ],
    goesOn: { ellipsis, last in
      let own = ellipsis.own
      let bare = WordList.achieving.strippingPrefixes(own, own.indices)
      guard WordList.amounts.contains(own, bare), ellipsis.isListed || WordList.profits.contains(own, bare),
        let amount = WordList.amounts.suffix(of: last.name, last.name.indices)
      else { return nil }
      return Array(last.name[..<amount.lowerBound] + own[bare])
    })
}
