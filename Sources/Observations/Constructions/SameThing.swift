import Quantities

extension Construction {
  /// 出口额12亿美元，折合人民币86亿元: the same in another unit, and no second figure of the series.
  static let converted = Construction(
    .converted, "折合、约合另一单位",
    examples: [
      .yes("出口额12亿美元，折合人民币⟦86亿元⟧。", "relation 折合, subject same as 12亿美元"),
      .yes("用地1500亩（约合⟦100公顷⟧）。", "relation 约合, subject same as 1500亩"),
      .no("出口额12亿美元，内销⟦86亿元⟧。"),
      .no("合计⟦86亿元⟧。"),
      .no("复合肥⟦3吨⟧。"),
    ]
  ) { paragraph in
    for (before, figure) in zip(paragraph.figures, paragraph.figures.dropFirst()) {
      let gap = paragraph.gap(before: figure)
      let words = WordList.bounds.strippingSuffixes(
        paragraph.bytes,
        gap.lowerBound..<(WordList.currencies.suffix(of: paragraph.bytes, gap)?.lowerBound ?? gap.upperBound))
      guard let word = WordList.conversions.suffix(of: paragraph.bytes, words), !paragraph.areAlike(before, figure)
      else {
        continue
      }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .converted, words: word)
      paragraph.facts.state(figure, .subject(.same(as: before)), by: .converted, words: word)
    }
  }

  /// 总产值跨越3个千亿元台阶，达到1.5万亿元; 收入迈上百亿元台阶，达102亿元: what got beyond a mark is what the next figure is of.
  static let beyondMark = Construction(
    .beyondMark, "越过台阶、大关后达到的数", trigger: [.result],
    examples: [
      .yes("地区生产总值跨越3个千亿元台阶，达到⟦1.5万亿元⟧。", "subject 地区生产总值"),
      .yes("预算收入迈上百亿元台阶，达到⟦102亿元⟧。", "subject 预算收入"),
      .yes("存款余额首次突破千亿大关、达⟦1028亿元⟧。", "subject 存款余额"),
      .no("新建3级台阶，达到⟦12米⟧。"),
      .no("地区生产总值跨越千亿台阶，税收达到⟦12亿元⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let thing = paragraph.thingBeyondMark(before: figure) else { continue }
      paragraph.facts.state(figure, .subject(.words(Array(paragraph.plain[thing]))), by: .beyondMark)
    }
  }

  /// 发生事故12起，造成3人死亡、5人受伤: who came to harm in what is told before.
  static let casualties = Construction(
    .casualties, "事故、灾害中的伤亡",
    examples: [
      .yes("发生火灾事故12起，死亡⟦3人⟧。", "subject 死亡 of 12起"),
      .yes("发生火灾事故12起，造成3人死亡、⟦5人⟧受伤。", "subject 受伤 of 12起"),
      .yes("交通事故86起，同比下降12%，死亡⟦3人⟧。", "subject 死亡 of 86起"),
      .no("救助站12个，死亡⟦3人⟧。"),
      .no("发生火灾事故12起，疏散⟦30人⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.unit == .people {
      guard let word = paragraph.harm(of: figure),
        let event = paragraph.earlier(than: figure).first(where: { paragraph.countsEvents($0) })
      else { continue }
      paragraph.facts.state(
        figure, .subject(.told(Array(paragraph.plain[word]), of: event)), by: .casualties)
    }
  }
}

extension Paragraph {
  /// What got beyond a mark in the words before a figure that tells only where it led.
  fileprivate func thingBeyondMark(before figure: Int) -> Range<Int>? {
    let gap = gap(before: figure)
    let sentence = max(places[figure].sentenceStart, groupStart(of: gap.lowerBound))
    guard words.has(.milestones, in: sentence..<gap.upperBound) else { return nil }
    let before = plainRange(sentence..<gap.upperBound)
    guard let mark = WordList.milestones.last(in: plain, before),
      WordList.openMarks.strippingPrefixes(
        plain, WordList.trailing.strippingSuffixes(plain, mark.upperBound..<before.upperBound)
      ).isEmpty,
      mark.upperBound < before.upperBound,
      let verb = WordList.passing.last(in: plain, before.lowerBound..<mark.lowerBound)
    else { return nil }
    let start = boundaries.last {
      $0.end <= entries[figure].span.lowerBound && plainRange(0..<$0.end).upperBound <= verb.lowerBound
    }
    let clause = (start.map { plainRange(0..<$0.end).upperBound } ?? 0)..<verb.lowerBound
    let thing = WordList.manners.strippingSuffixes(
      plain,
      WordList.trailing.strippingSuffixes(
        plain, WordList.leading.strippingPrefixes(plain, max(clause.lowerBound, before.lowerBound)..<clause.upperBound))
    )
    return thing.isEmpty ? nil : thing
  }

  /// The word of harm by which a figure counts people, if no other word tells of them.
  fileprivate func harm(of figure: Int) -> Range<Int>? {
    let words = WordList.causing.strippingPrefixes(
      plain, clean(leftWords(figure, hasNounBehind: !rightNoun(figure).isEmpty), .count))
    if WordList.harms.contains(plain, words) { return words }
    return words.isEmpty ? WordList.harms.prefix(of: plain, rightNoun(figure)) : nil
  }

  /// Whether a figure counts accidents and the like.
  fileprivate func countsEvents(_ figure: Int) -> Bool {
    guard entries[figure].quantity?.kind == .count, entries[figure].quantity?.unit != .people else { return false }
    return WordList.events.occurs(in: plain, leftWords(figure, hasNounBehind: false))
      || WordList.events.occurs(in: plain, rightNoun(figure))
  }
}
