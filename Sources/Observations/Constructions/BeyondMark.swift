import Quantities

extension Construction {
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
}
