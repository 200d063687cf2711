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
      .yes("列入年度计划的危房215户，已完成改造⟦209户⟧。", "part of 215户"),
      .no("提出意见71件，提起诉讼⟦12件⟧。"),
      .no("应诉案件76件，其中一审48件、二审22件，已审结⟦61件⟧。"),
      .no("新建泵站6座，已改造水厂⟦5座⟧。"),
      .no("新建泵站6座，已改造⟦18座⟧。"),
      .no("建成泵站6座，已开工⟦5座⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let completion = paragraph.completion(figure),
        let total = paragraph.earlier(than: figure).first(where: { paragraph.canHold($0, figure) }),
        completion == .sure || paragraph.isWork(total),
        !paragraph.hasCue(.amongWhich, in: paragraph.between(total, figure))
      else { continue }
      paragraph.facts.state(figure, .part(total), by: .doneOf)
    }
  }

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

  /// 受理321件（不含上年旧存28件）, 另有个体工商户560户, 除续建项目12个外: what a total leaves out.
  static let notIncluded = Construction(
    .notIncluded, "不含在内的数",
    examples: [
      .yes("受理案件321件（不含上年旧存⟦28件⟧）。", "part of none"),
      .yes("新登记企业120户，另有个体工商户⟦56户⟧。", "part of none"),
      .yes("发放资金186万元（不包括慈善捐助⟦21万元⟧）。", "part of none"),
      .yes("项目47个，除续建项目⟦12个⟧外均已开工。", "part of none"),
      .no("受理案件321件（含上年旧存⟦28件⟧）。"),
      .no("受理案件321件，其中另立新案⟦28件⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      let words = paragraph.gap(before: figure)
      let start = WordList.openMarks.strippingPrefixes(paragraph.bytes, words).lowerBound
      guard let word = WordList.leftOut.prefix(of: paragraph.bytes, start..<words.upperBound) else { continue }
      paragraph.facts.state(figure, .part(nil), by: .notIncluded, words: word)
    }
  }
}

extension Paragraph {
  /// Whether a figure can be a total of another: an amount of the same unit, and not less.
  fileprivate func canHold(_ total: Int, _ part: Int) -> Bool {
    guard let whole = entries[total].quantity, let own = entries[part].quantity else { return false }
    return whole.kind == own.kind && whole.unit == own.unit && whole.kind.isAmount && whole.value >= own.value
      && facts.role(of: total) == .none && facts.role(of: part) == .none
  }

  /// How sure words tell that a figure counts what was done of a total.
  fileprivate enum Completion { case sure, ofWork }

  /// 整改到位, 已纠正, 完成整改: whether no words stand around a figure but of what was done.
  fileprivate func completion(_ figure: Int) -> Completion? {
    guard entries[figure].quantity?.kind.isAmount == true else { return nil }
    let gap = plainRange(gap(before: figure))
    let words = WordList.leading.strippingPrefixes(plain, WordList.trailing.strippingSuffixes(plain, gap))
    let behind = rightNoun(figure)
    if words.isEmpty { return WordList.completions.isPrefix(of: plain, behind) ? .sure : nil }
    guard behind.isEmpty else { return nil }
    if plain.characterCount(words) <= 6, WordList.completions.isSuffix(of: plain, words) { return .sure }
    let isDone = WordList.done.occurs(in: plain, gap.lowerBound..<words.lowerBound)
    let rest = WordList.finishing.strippingPrefixes(plain, words)
    let deed = WordList.finished.strippingSuffixes(plain, rest)
    guard !deed.isEmpty, plain.characterCount(deed) <= 4, !WordList.firstSteps.isPrefix(of: plain, deed),
      isDone || rest != words && Deed.isVerb(Array(plain[deed]))
    else { return nil }
    return .ofWork
  }

  /// Whether a figure counts what came in, was found or was set to be done, and not what was made.
  fileprivate func isWork(_ total: Int) -> Bool {
    let words = leftWords(total, hasNounBehind: !rightNoun(total).isEmpty)
    let name = WordList.leading.strippingPrefixes(plain, words)
    return WordList.intakes.occurs(in: plain, words.lowerBound..<words.upperBound)
      || WordList.intakes.occurs(in: plain, rightNoun(total))
      || Deed.verb(of: Array(plain[name])) == nil && !WordList.predicates.isPrefix(of: plain, name)
  }

  /// The figures behind a total that follow each other in its sentence and make it exactly; none if no run of them does.
  fileprivate func split(of total: Int) -> [Int] {
    guard let whole = entries[total].quantity, whole.kind.isAmount, whole.bound == .exact, whole.value.digits > 0 else {
      return []
    }
    let end = sentenceEnd(of: entries[total].span.upperBound)
    var rest: ExactDecimal? = whole.value
    var parts: [Int] = []
    var next = places[total].next
    while next >= 0, entries[next].span.lowerBound < end {
      let figure = next
      next = places[figure].next
      guard let own = entries[figure].quantity, own.unit == whole.unit, own.kind == whole.kind else { continue }
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
    let way = between(total, figure)
    if WordList.pastTimes.occurs(in: bytes, gap(before: figure)) || hasCue(.amongWhich, in: way) { return false }
    // 新建泵站3座、水厂2座、水库1座: small numbers make each other by chance.
    // 开工40个项目，推进水库等20个项目，建成堤防等20个项目: what has a noun or an object of its own is another deed.
    let words = WordList.leading.strippingPrefixes(plain, plainRange(gap(before: figure)))
    let verb = WordList.verbs.prefix(of: plain, words) ?? WordList.predicates.prefix(of: plain, words)
    let object = verb.map { $0.upperBound..<words.upperBound } ?? 0..<0
    // 维持41件、调解和解11件 are outcomes; 新建公路60公里，改造公路20公里 is another deed.
    let isOwn = plain.characterCount(object) > 2 || plain.range(object, occursIn: plain, plainRange(gap(before: total)))
    guard rightNoun(figure).isEmpty, object.isEmpty || !isOwn || Deed.isVerb(Array(plain[object])) else { return false }
    return places[figure].clauseStart > entries[total].span.lowerBound
      && (entries[total].quantity?.value ?? ExactDecimal(digits: 0)) >= Self.leastSplit
  }

  private static let leastSplit = ExactDecimal(digits: 10)
}
