import Quantities

extension Construction {
  /// 城市居民消费价格上涨0.2%，农村上涨0.5%; 城镇居民收入增长5%，农村居民增长7%: the same of the counterpart.
  static let contrast = Construction(
    .contrast, "城乡等对举",
    examples: [
      .yes("城市居民消费价格上涨0.2%，农村上涨⟦0.5%⟧。", "subject 农村居民消费价格"),
      .yes("城镇居民收入增长5%，农村居民增长⟦7%⟧。", "subject 农村居民收入"),
      .no("城镇零售额3亿元，占全部的60%，乡村零售额⟦2亿元⟧。"),
      .no("城市公园12个，农村户厕⟦860座⟧。"),
    ],
    goesOn: { ellipsis, last in
      let (own, name) = (ellipsis.own, last.name)
      guard last.unit == ellipsis.entry.quantity?.unit,
        let one = WordList.contrasts.prefix(of: own, own.indices),
        let other = WordList.contrasts.first(in: name, name.indices),
        case let shared = own[one.upperBound...], case let rest = name[other.upperBound...], rest.count > shared.count,
        rest.starts(with: shared)
      else { return nil }
      return Array(name[..<other.lowerBound] + own[one] + rest)
    })
}
