import Quantities

extension Construction {
  /// 依法严惩暴力犯罪，审结案件691件: of cases only those of the kind that the clause before names, and no figure of all cases.
  static let amongKind = Construction(
    .amongKind, "前一分句所说的一类案件",
    examples: [
      .yes("依法严惩抢劫等暴力犯罪，审结案件⟦91件⟧。", "relation 严惩, subject 严惩抢劫等暴力犯罪审结案件"),
      .yes("妥善化解婚姻家庭纠纷，办结⟦191件⟧。", "relation 妥善化解, subject 妥善化解婚姻家庭纠纷办结"),
      .no("依法审理各类案件，审结⟦91件⟧。"),
      .no("坚持服务大局，审结案件⟦91件⟧。"),
      .no("依法严惩暴力犯罪，审结抢劫案件⟦91件⟧。"),
      .no("依法严惩暴力犯罪12件，审结案件⟦91件⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind == .count {
      guard let (verb, words) = paragraph.kindOfCases(before: figure) else { continue }
      paragraph.facts.state(figure, .relation(Array(paragraph.plain[verb])), by: .amongKind)
      paragraph.facts.state(figure, .subject(.words(words)), by: .amongKind)
    }
  }
}

extension Paragraph {
  /// What the clause before a figure says that it deals with, where the figure's own words tell of nothing but cases; and the whole name.
  fileprivate func kindOfCases(before figure: Int) -> (verb: Range<Int>, name: [UInt8])? {
    guard rightNoun(figure).isEmpty, let clause = clauseWithoutFigures(before: figure) else { return nil }
    let topic = WordList.manners.strippingPrefixes(plain, clause)
    guard let verb = WordList.combating.prefix(of: plain, topic), WordList.caseKinds.isSuffix(of: plain, topic),
      !WordList.allKinds.occurs(in: plain, topic)
    else { return nil }
    let own = clean(leftWords(figure, hasNounBehind: false), .count)
    guard let deed = Deed.longestVerb(plain, own),
      deed == own || plain.range(deed.upperBound..<own.upperBound, equals: "案件")
    else { return nil }
    return (verb, Array(plain[topic] + plain[own]))
  }
}
