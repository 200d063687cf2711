import Quantities

extension Construction {
  /// 提出意见64件，已纠正64件; 排查隐患1240处，完成整改1198处: what was done of a total that came in or was set.
  static let doneOf = Construction(
    .doneOf, "总数中已办的部分",
    examples: [
      .yes("提出纠正意见64件，已纠正⟦64件⟧。", "part of 64件"),
      .yes("收到网上留言83条，已答复⟦83条⟧。", "part of 83条"),
      .yes("排查隐患124处，完成整改⟦119处⟧。", "part of 124处"),
      .yes("交办问题36个，整改到位⟦35个⟧。", "part of 36个"),
      .yes("查出问题50项，已整改40项，正在整改⟦10项⟧。", "part of 50项"),
      .yes("收到留言83条，已受理80条，已答复⟦78条⟧。", "part of 80条"),
      .yes("列入年度计划的危房215户，已完成改造⟦209户⟧。", "part of 215户"),
      .no("到2028年全县建成农田60万亩，今年已建成⟦6万亩⟧。"),
      .no("提出意见71件，提起诉讼⟦12件⟧。"),
      .no("应诉案件76件，其中一审48件、二审22件，已审结⟦61件⟧。"),
      .no("新建泵站6座，已改造水厂⟦5座⟧。"),
      .no("新建泵站6座，已改造⟦18座⟧。"),
      .no("建成泵站6座，已开工⟦5座⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let completion = paragraph.completion(figure),
        let nearest = paragraph.earlier(than: figure).first(where: { paragraph.canHold($0, figure) }),
        case let total = paragraph.wholeBehind(nearest, figure), completion == .sure || paragraph.isWork(total)
      else { continue }
      // 其中一审48件、二审22件，已审结61件: beside the parts that are told, it would make them too many.
      if paragraph.hasCue(.amongWhich, in: paragraph.between(total, figure)) { continue }
      paragraph.facts.state(figure, .part(total), by: .doneOf)
    }
  }
}

extension Paragraph {
  /// 整改到位, 已纠正, 完成整改: whether no words stand around a figure but of what was done.
  fileprivate func completion(_ figure: Int) -> Completion? {
    guard entries[figure].quantity?.kind.isAmount == true else { return nil }
    let gap = plainRange(gap(before: figure))
    let words = WordList.leading.strippingPrefixes(plain, WordList.trailing.strippingSuffixes(plain, gap))
    let behind = rightNoun(figure)
    if words.isEmpty { return WordList.completions.isPrefix(of: plain, behind) ? .sure : nil }
    guard behind.isEmpty else { return nil }
    if plain.characterCount(words) <= 6, WordList.completions.isSuffix(of: plain, words) { return .sure }
    let rest = WordList.finishing.strippingPrefixes(plain, words)
    let deed = WordList.finished.strippingSuffixes(plain, rest)
    guard (1...4).contains(plain.characterCount(deed)), !WordList.firstSteps.isPrefix(of: plain, deed) else {
      return nil
    }
    let isDone = WordList.done.occurs(in: plain, gap.lowerBound..<words.lowerBound)
    guard isDone || rest != words && Deed.isVerb(Array(plain[deed])) else { return nil }
    return .ofWork
  }

  /// What the figure before and another are both parts of, where it has room for both: 问题50项，已整改40项，正在整改10项.
  fileprivate func wholeBehind(_ nearest: Int, _ figure: Int) -> Int {
    guard case .some(.some(let whole)) = facts.part(of: nearest), canHold(whole, figure),
      let first = entries[nearest].quantity, let second = entries[figure].quantity, let all = entries[whole].quantity,
      let sum = first.value.adding(second.value), !(all.value < sum)
    else { return nearest }
    return whole
  }

  /// How sure words tell that a figure counts what was done of a total.
  fileprivate enum Completion { case sure, ofWork }

  /// Whether a figure counts what came in, was found or was set to be done, and not what was made.
  fileprivate func isWork(_ total: Int) -> Bool {
    let words = leftWords(total, hasNounBehind: !rightNoun(total).isEmpty)
    let name = WordList.openings.strippingPrefixes(plain, WordList.leading.strippingPrefixes(plain, words))
    return WordList.intakes.occurs(in: plain, words.lowerBound..<words.upperBound)
      || WordList.intakes.occurs(in: plain, rightNoun(total))
      || !Deed.hasVerb(plain, name)
  }
}
