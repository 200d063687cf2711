import Quantities

extension Construction {
  /// 立项农业27项、工业12项，共39项: the total of what was listed, and not of its last item.
  static let listTotal = Construction(
    .listTotal, "前列各项合计",
    examples: [
      .yes("立项农业27项、工业12项，共⟦39项⟧。", "subject 合计"),
      .yes("新建泵站7座、水厂2座，共⟦9座⟧。", "subject 新建合计"),
      .no("新建泵站7座，共⟦9座⟧。"),
    ],
    goesOn: { ellipsis, last in
      guard ellipsis.own.isEmpty, ellipsis.isTotalOfList else { return nil }
      let before = ellipsis.told[ellipsis.told.count - 2].name
      let shared = Deed.verb(of: before).map { before[$0] }.flatMap { last.name.starts(with: $0) ? $0 : nil } ?? []
      return shared + Array("合计".utf8)
    })
}
