import Quantities

extension Construction {
  /// 报备率和及时率均达到100%: one figure that several things have.
  static let eachOf = Construction(
    .eachOf, "几项共一个数", trigger: [.and, .enumeration, .each],
    examples: [
      .yes("报备率和及时率均达到⟦100%⟧。", "subject each of 报备率, 及时率"),
      .yes("规范性文件报备率、及时率达到⟦100%⟧。", "subject each of 规范性文件报备率, 规范性文件及时率"),
      .yes("工业投资、民间投资均增长⟦9%⟧。", "subject each of 工业投资, 民间投资"),
      .no("工业投资和民间投资增长⟦9%⟧。"),
      .no("工业投资、民间投资均突破⟦90亿元⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      let things = paragraph.things(sharing: figure)
      if things.count > 1 { paragraph.facts.state(figure, .subject(.each(things)), by: .eachOf) }
    }
  }
}

extension Paragraph {
  /// The things that share a rate, a rank or a growth; none if it has one.
  fileprivate func things(sharing figure: Int) -> [[UInt8]] {
    let kind: QuantityKind
    switch entries[figure].quantity?.kind {
    case .percent: kind = .percent
    case .rank: kind = .rank
    case .growth: kind = .growth
    case .points: kind = .points
    case .multiple: kind = .multiple
    default: return []
    }
    let clause = places[figure].clauseStart..<entries[figure].span.lowerBound
    guard hasCue(.enumeration, in: clause) || hasCue(.and, in: clause) else { return [] }
    let words = clean(leftWords(figure, hasNounBehind: !rightNoun(figure).isEmpty), kind)
    let items = ThingList.items(plain, words)
    guard items.count > 1 else { return [] }
    if items.allSatisfy({ plain.range($0, endsWith: "率") }) {
      // 规范性文件报备率、及时率: the bare rates are of the same thing.
      return items.map { item in
        let length = plain.characterCount(item)
        guard length <= 3, length < plain.characterCount(items[0]) else { return Array(plain[item]) }
        var start = items[0].upperBound
        for _ in 0..<length { start = plain.aligned(start - 1) }
        return Array(plain[items[0].lowerBound..<start] + plain[item])
      }
    }
    let isEach = hasCue(.each, in: clause)
    return isEach ? ThingList.completed(items.map { Array(plain[$0]) }) : []
  }
}
