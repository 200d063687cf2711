import Quantities

extension Construction {
  /// 准予许可593件，同比增加9.4%; 工业营收8亿元，增长5%: a figure without words is of what was told before.
  static let sameThing = Construction(
    .sameThing, "没有主语，随前文",
    examples: [
      .yes("准予许可593件，同比增加⟦9.41%⟧。", "subject 准予许可"),
      .no("准予许可593件，撤销⟦9件⟧。"),
    ],
    goesOn: { ellipsis, last in ellipsis.own.isEmpty ? last.name : nil })
}
