import Quantities

extension Construction {
  /// 接报火灾84起，亡18人、伤21人，损失85万元，起数、亡人和损失分别下降9%、11%和13%: what changed is named by its unit or by the end of
  /// the name that a figure before it has.
  static let shortName = Construction(
    .shortName, "前述数字的简称",
    examples: [
      .yes("接报火灾84起，亡18人，起数、亡人数分别下降⟦9%⟧、11%。", "subject same as 84起"),
      .yes("接报火灾84起，亡18人，起数、亡人数分别下降9%、⟦11%⟧。", "subject same as 18人"),
      .yes("起诉嫌疑人73件107人，件数和人数分别下降4%、⟦5%⟧。", "subject same as 107人"),
      .yes("起诉犯罪嫌疑人73件107人，同比件数下降⟦4%⟧、人数下降5%。", "subject same as 73件"),
      .yes("起诉犯罪嫌疑人73件107人，同比件数下降4%、人数下降⟦5%⟧。", "subject same as 107人"),
      .yes("发生火灾86起，与上年相比，起数上升⟦9%⟧。", "subject same as 86起"),
      .no("起诉犯罪嫌疑人107人，件数下降⟦4%⟧。"),
      .no("起诉犯罪嫌疑人107人，参保人数增长⟦4%⟧。"),
      .yes("发生火灾84起，死亡3人，死亡人数减少⟦2人⟧。", "subject same as 3人"),
      .yes("直接财产损失85万元，损失上升⟦4.1%⟧。", "subject same as 85万元"),
      .yes("水稻播种面积9万亩，面积增长⟦4.1%⟧。", "subject same as 9万亩"),
      .no("实现进出口52亿元，出口增长⟦4.1%⟧。"),
      .no("城镇居民收入5万元，农村居民收入2万元，收入增长⟦4.1%⟧。"),
      .no("接报火灾84起，群众满意度提高⟦4.1个百分点⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind.isChange == true {
      guard let words = paragraph.shortName(of: figure),
        let level = paragraph.level(named: words, before: figure)
      else { continue }
      paragraph.facts.state(figure, .subject(.same(as: level)), by: .shortName)
    }
  }
}

extension Paragraph {
  /// The few words that name a figure of change.
  fileprivate func shortName(of figure: Int) -> [UInt8]? {
    guard places[figure].previous >= 0, let kind = entries[figure].quantity?.kind else { return nil }
    if let naming = facts.naming(of: figure) {
      guard case .words(let words) = naming, words.count <= Self.longestShortName else { return nil }
      return words
    }
    // Only where a comma or 、 stands before, so that the clause is all that names it.
    guard !facts.isMean(figure),
      places[places[figure].previous].clauseEnd <= places[figure].clauseStart || isListed(figure)
    else { return nil }
    let words = WordList.yearOnYear.strippingPrefixes(plain, clean(leftWords(figure, hasNounBehind: false), kind))
    return (1...Self.longestShortName).contains(words.count) ? Array(plain[words]) : nil
  }

  /// Four characters.
  private static let longestShortName = 12

  /// The one figure of the sentence before another that has such a name.
  fileprivate func level(named words: [UInt8], before figure: Int) -> Int? {
    let levels = earlier(than: figure).filter {
      entries[$0].quantity?.kind.isChange == false && !isRate($0) && !isAside($0)
    }
    if words.range(words.indices, endsWith: "数") {
      let unit = Array(words.dropLast("数".utf8.count))
      if let counted = levels.first(where: { Array((entries[$0].quantity?.unit.name ?? "").utf8) == unit }) {
        return counted
      }
    }
    let named = levels.filter { isNamed($0, shortly: words) }
    return named.count == 1 ? named[0] : nil
  }

  /// Whether words are the end of a level's name, or tell the harm that it counts: 死亡人数 for 亡3人.
  private func isNamed(_ level: Int, shortly words: [UInt8]) -> Bool {
    let noun = rightNoun(level)
    let own = clean(leftWords(level, hasNounBehind: !noun.isEmpty), entries[level].quantity?.kind ?? .count)
    if let harm = harm(in: words) {
      return entries[level].quantity?.unit == .people
        && (harm.range(harm.indices, occursIn: plain, own) || harm.range(harm.indices, occursIn: plain, noun))
    }
    let (start, end) = (WordList.achieving.strippingPrefixes(plain, own).lowerBound, own.upperBound - words.count)
    // 进出口 is no 出口.
    return end > start && plain.characterCount(start..<end) > 1
      && plain[own].suffix(words.count).elementsEqual(words)
  }

  /// 亡 or 伤 in words of harm.
  private func harm(in words: [UInt8]) -> [UInt8]? {
    guard WordList.harms.isPrefix(of: words, words.indices) else { return nil }
    return Self.harms.first { $0.range($0.indices, occursIn: words, words.indices) }
  }

  private static let harms = ["亡", "伤"].map { Array($0.utf8) }

  private func isRate(_ figure: Int) -> Bool {
    entries[figure].quantity?.kind == .percent || entries[figure].quantity?.kind == .rank
  }
}
