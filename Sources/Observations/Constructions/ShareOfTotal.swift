import Quantities

extension Construction {
  /// 教师1486人，博士902人，占60.7%: a figure whose share stands right behind it is a part of what it has that share of.
  static let shareOfTotal = Construction(
    .shareOfTotal, "占比所指的总数",
    examples: [
      .yes("教师1486人，具有博士学位的⟦902人⟧，占60.7%。", "part of 1486人"),
      .yes("受理投诉12件。质量类投诉⟦11件⟧，占91.67%；服务类投诉1件，占8.33%。", "part of 12件"),
      .yes("受理投诉12件。质量类投诉11件，占91.67%；服务类投诉⟦1件⟧，占8.33%。", "part of 12件"),
      .yes("全省339个城市中，⟦218个⟧城市空气达标，占64.3%。", "part of 339个"),
      .no("教师1486人，学生⟦902人⟧，占50.7%。"),
      .no("教师1486人，学生⟦902人⟧，增长60.7%。"),
    ]
  ) { paragraph in
    for share in paragraph.figures where paragraph.entries[share].quantity?.kind == .percent {
      guard let part = paragraph.partTold(by: share), let total = paragraph.total(of: part, by: share) else { continue }
      paragraph.facts.state(part, .part(total), by: .shareOfTotal)
    }
  }
}

extension Paragraph {
  /// The amount right before a figure that tells its share: 902人，占60.7%; not 占零售总额的….
  fileprivate func partTold(by share: Int) -> Int? {
    let part = places[share].previous
    guard part >= 0, entries[part].quantity?.kind.isAmount == true, facts.role(of: part) == .none else { return nil }
    let words = WordList.bounds.strippingSuffixes(
      bytes, WordList.openMarks.strippingPrefixes(bytes, gap(before: share)))
    return WordList.ownShares.contains(bytes, words) ? part : nil
  }

  /// The figure before that a part has the told share of, by their numbers; behind 其中 the list tells that.
  fileprivate func total(of part: Int, by share: Int) -> Int? {
    guard let own = entries[part].quantity, let percent = entries[share].quantity, let low = percent.low,
      let high = percent.high
    else { return nil }
    let hundredfold = own.value.scaled(byPowerOfTen: 2)
    var at = places[part].previous
    for _ in 0..<Self.farthestTotal where at >= 0 {
      if hasCue(.amongWhich, in: between(at, part)) { return nil }
      if canHold(at, part), let whole = entries[at].quantity, own.value < whole.value,
        let least = whole.value.multiplied(by: low), let most = whole.value.multiplied(by: high),
        !(hundredfold < least), !(most < hundredfold)
      {
        return at
      }
      at = places[at].previous
    }
    return nil
  }

  /// How many figures back a total is looked for.
  private static let farthestTotal = 32
}
