import Quantities

extension Construction {
  /// 签订合同1748项，成交金额74亿元; 受理事项420件，按期办结率98%: more of what was told before.
  static let tellsMore = Construction(
    .tellsMore, "前述事物的另一方面",
    examples: [
      .yes("签订合同1748项，成交金额⟦74.4亿元⟧。", "subject 签订合同成交金额"),
      .yes("受理事项420件，按期办结率⟦98%⟧。", "subject 受理事项按期办结率"),
      .yes("调解纠纷48件，成功45件，涉及金额⟦3万元⟧。", "subject 调解纠纷涉及金额"),
      .no("受理事项420件，群众满意率⟦98%⟧。"),
      .no("挽回损失5万元，追回率⟦62%⟧。"),
      .no("质量类投诉11件，占91%；服务类投诉⟦1件⟧。"),
      .no("出动车辆231辆次、人员⟦1380人次⟧。"),
      .no("应诉案件17件，其中一审12件、二审5件，胜诉率⟦97%⟧。"),
    ],
    goesOn: { ellipsis, last in
      let tellsMore = ellipsis.tellsMore(than: last)
      guard tellsMore || ellipsis.tellsDeed(on: last), !ellipsis.isRateOfParts(tellsMore, last) else { return nil }
      return ellipsis.joined(to: last, tellsMore: tellsMore)
    })
}

extension Ellipsis {
  private var isComparing: Bool { WordList.comparingBeginnings.isPrefix(of: own, own.indices) }

  /// 成交金额 tells more of the contracts before it; 发电量 stands for itself.
  fileprivate func tellsMore(than last: Told) -> Bool {
    guard !hasNounBehind, last.unit != entry.quantity?.unit || !last.isLevel, entry.quantity?.kind != .growth else {
      return false
    }
    // 另外，参与救助12起
    if WordList.freshStarts.isPrefix(of: plain, plain.withoutBlanks(left)) { return false }
    let (all, length) = (own.indices, own.characterCount)
    // 按期办结率, 完成年度投资; but 群众满意率 and 投入衔接资金 have things of their own.
    let isShort =
      length <= 4
      || length <= 6
        && (WordList.mannersOfRates.isPrefix(of: own, all) || WordList.ratesOfThings.isSuffix(of: own, all)
          || own.range(all, startsWith: "完成"))
    if isShort, WordList.relationalEndings.isSuffix(of: own, all) { return !isListedNoun(behind: last) }
    return WordList.relationalBeginnings.isPrefix(of: own, all) && (length <= 6 || isComparing)
  }

  /// 出动车辆231辆次、人员1380人次: a thing of a list whose verb was told, and nothing more of the thing before.
  private func isListedNoun(behind last: Told) -> Bool {
    isListed && own.range(own.indices, equals: "人员") && Deed.longestVerb(last.name, last.name.indices) != nil
  }

  /// 不予处罚12起，减免罚款5万元: several verbs tell a deed of their own, unless of the same things.
  fileprivate func tellsDeed(on last: Told) -> Bool {
    // 人均收入增长5%，消除隐患20处: what grew had nothing done to it.
    guard isVerb, told.contains(where: { $0.isLevel && $0.name == last.name }) else { return false }
    return Deed.isSingleVerb(own) || isInGroup && last.unit == entry.quantity?.unit
  }

  /// 其中一审12件、二审5件，胜诉率97%: the rate of all, and of no part.
  fileprivate func isRateOfParts(_ tellsMore: Bool, _ last: Told) -> Bool {
    tellsMore && entry.quantity?.kind == .percent && paragraph.isListed(last.index) && paragraph.isBehindParts(figure)
      && Set(told.suffix(2).map(\.unit)).count == 1
  }

  /// The words behind what they tell more of; `nil` if that is no thing.
  fileprivate func joined(to last: Told, tellsMore: Bool) -> [UInt8]? {
    let isComparing = isComparing
    let last = isComparing ? last : lastThing(orDeed: !tellsMore || tellsDeed(on: last)) ?? last
    // 损失下降31%，破案率上升9%; 时限压缩为3天，网办率95%: a rate is one of things that were counted.
    if own.range(own.indices, endsWith: "率"), !countsThings(last) { return nil }
    // 项目开工12个，竣工8个: one verb stands for the other.
    let stem = WordList.closingPredicates.suffix(of: last.name, last.name.indices)?.lowerBound ?? last.name.count
    // 不予受理16件，审结121件: what was left is no thing, and neither is 维持, 其他.
    if isVerb, WordList.verbalPrefixes.contains(last.name, 0..<stem) || Deed.isBareVerb(last.name) { return nil }
    // 维持4件，纠错率5%
    if tellsMore, !isComparing, Deed.isBareVerb(last.name), paragraph.isBehindParts(last.index) { return nil }
    return (stem > 0 && !isComparing ? last.name[..<stem] : last.name[...]) + own
  }

  /// Whether a figure, or one of its name before it, tells how many or how large things are, which a rate can be of.
  private func countsThings(_ last: Told) -> Bool {
    told.contains {
      guard $0.isLevel, $0.name == last.name else { return false }
      let quantity = paragraph.entries[$0.index].quantity
      return quantity?.kind == .count || quantity?.kind == .measure && quantity?.unit != .score
    }
  }
}
