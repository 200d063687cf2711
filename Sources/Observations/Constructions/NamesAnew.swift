import Quantities

extension Construction {
  /// 税收增长9%，税收占比42%; 编发《公报》12期; 撤回2件: words that need none of what was told before.
  static let namesAnew = Construction(
    .namesAnew, "自有主语，不随前文",
    examples: [
      .yes("发展企业12家，企业投资⟦8亿元⟧。", "subject 企业投资"),
      .no("发展企业12家，投资⟦8亿元⟧。"),
    ],
    goesOn: { ellipsis, last in
      let own = ellipsis.own
      let repeats =
        !ellipsis.isListed && own.range(0..<own.offset(of: 2, from: 0), occursIn: last.name, last.name.indices)
      return repeats ? own : nil
    })
}
