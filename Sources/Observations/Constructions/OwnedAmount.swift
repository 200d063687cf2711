import Quantities

extension Construction {
  /// 规上工业增加值增长6%，采矿业增长4%: the growth of the same amount of another trade.
  static let ownedAmount = Construction(
    .ownedAmount, "另一行业的同一指标",
    examples: [
      .yes("规上工业增加值增长9.8%，采矿业增长⟦4.5%⟧。", "subject 采矿业增加值"),
      .no("规上工业增加值增长9.8%，出口⟦4.5亿元⟧。"),
      .no("规上工业增加值90亿元，采矿业增长⟦4.5%⟧。"),
    ],
    goesOn: { ellipsis, last in
      let own = ellipsis.own
      guard let amount = WordList.amounts.suffix(of: last.name, last.name.indices),
        ellipsis.entry.quantity?.kind == .growth, !last.isLevel, WordList.owners.isSuffix(of: own, own.indices),
        !WordList.verbs.isPrefix(of: own, own.indices), !WordList.predicates.isPrefix(of: own, own.indices)
      else { return nil }
      return own + last.name[amount]
    })
}
