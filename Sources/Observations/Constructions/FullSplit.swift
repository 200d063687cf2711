import Quantities

extension Construction {
  /// 收案86件，一审64件、二审18件、再审4件: figures right behind a total that make it exactly.
  static let fullSplit = Construction(
    .fullSplit, "各部分恰合总数",
    examples: [
      .yes("全年收案86件，一审案件64件、二审案件⟦18件⟧、再审案件4件。", "part of 86件"),
      .yes("受理案件25件31人，批准19件22人，不批准6件⟦9人⟧。", "part of 31人"),
      .yes("收到投诉231宗，食品类和药品类分别占108宗和⟦123宗⟧。", "part of 231宗"),
      .yes("发放补贴3200万元，购置补贴1850万元、保护补贴⟦1350万元⟧。", "part of 3200万元"),
      .no("全年收案86件，调解纠纷⟦24件⟧，接待来访群众132人次。"),
      .no("新建泵站⟦3座⟧、水厂2座、水库1座，共6座。"),
    ]
  ) { paragraph in
    var taken: Set<Int> = []
    for total in paragraph.figures where !taken.contains(total) && paragraph.places[total].next >= 0 {
      let parts = paragraph.split(of: total)
      for part in parts { paragraph.facts.state(part, .part(total), by: .fullSplit) }
      taken.formUnion(parts)
    }
  }
}

extension Paragraph {
  /// The figures behind a total that follow each other in its sentence and make it exactly; none if no run of them does.
  fileprivate func split(of total: Int) -> [Int] {
    // 新建泵站3座、水厂2座、水库1座: small numbers make each other by chance.
    guard let whole = entries[total].quantity, whole.kind.isAmount, whole.bound == .exact,
      whole.value >= Self.leastSplit
    else { return [] }
    let end = sentenceEnd(of: entries[total].span.upperBound)
    var rest: ExactDecimal? = whole.value
    var parts: [Int] = []
    var next = places[total].next
    while next >= 0, entries[next].span.lowerBound < end {
      let figure = next
      next = places[figure].next
      guard let own = entries[figure].quantity, areOneSort(own, whole) else { continue }
      guard canHold(total, figure), let left = rest?.subtracting(own.value), left.digits >= 0,
        tellsParts(figure, of: total)
      else { return [] }
      rest = left
      parts.append(figure)
      if left.digits == 0 { return parts.count > 1 ? parts : [] }
    }
    return []
  }

  /// Whether a figure can be one of those into which a total is split: behind a comma, and no figure of another time.
  private func tellsParts(_ figure: Int, of total: Int) -> Bool {
    guard places[figure].clauseStart > entries[total].span.lowerBound, !hasCue(.amongWhich, in: between(total, figure)),
      !WordList.pastTimes.occurs(in: bytes, gap(before: figure))
    else { return false }
    // 开工40个项目，推进水库等20个项目，建成堤防等20个项目: what has a noun or an object of its own is another deed.
    let words = WordList.leading.strippingPrefixes(plain, plainRange(gap(before: figure)))
    let verb = WordList.verbs.prefix(of: plain, words) ?? WordList.predicates.prefix(of: plain, words)
    let object = verb.map { $0.upperBound..<words.upperBound } ?? 0..<0
    // 维持41件、调解和解11件 are outcomes; 新建公路60公里，改造公路20公里 is another deed.
    let isOwn = plain.characterCount(object) > 2 || plain.range(object, occursIn: plain, plainRange(gap(before: total)))
    return rightNoun(figure).isEmpty && (!isOwn || object.isEmpty || Deed.isVerb(Array(plain[object])))
  }

  private static let leastSplit = ExactDecimal(digits: 10)
}
