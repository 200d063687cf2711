import Quantities

extension Construction {
  /// 力争完成投资15亿元, 确保…: what is aimed at. 有力确保了3万人饮水安全 was done, and “力争上游”竞赛 is a name.
  static let aim = Construction(
    .aim, "力争、确保等表示目标",
    examples: [
      .yes("力争完成投资⟦15亿元⟧。", "status target"),
      .yes("确保新开工项目⟦6个⟧以上。", "status target"),
      .yes("力争用三年时间改造管网⟦42公里⟧。", "status target"),
      .yes("力争通过3年努力，建成示范园区⟦5个⟧。", "status target"),
      .no("为确保安全，检查企业⟦320家⟧。"),
      .no("有力确保了⟦3万人⟧饮水安全。"),
      .no("在“力争上游”竞赛中获奖⟦12项⟧。"),
      .no("已争取到资金⟦2亿元⟧，确保按时完工。"),
      .no("成功确保重点工程⟦6个⟧按期完工。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let word = paragraph.aim(before: figure) else { continue }
      paragraph.facts.state(figure, .status(.target, .aim), by: .aim, words: word)
    }
  }
}

extension Paragraph {
  /// The word of aim in the clause of a figure, or in the one before if that tells only in how long: 力争用三年时间，建成5个.
  fileprivate func aim(before figure: Int) -> Range<Int>? {
    let end = entries[figure].span.lowerBound
    var start = places[figure].clauseStart
    let previous = places[figure].previous
    if previous >= 0, entries[previous].quantity?.kind == .duration, places[previous].clauseEnd + 3 == start {
      start = places[previous].clauseStart
    }
    return words.has(.past, in: start..<end) ? nil : modal(.aim, in: start..<end)
  }

  /// A word of a list in a range that tells what is to be: outside of quotation marks, not of what was done (确保了, 成功确保).
  fileprivate func modal(_ list: WordList, in range: Range<Int>) -> Range<Int>? {
    guard let word = words.first(list, in: range), !bytes.has("了", at: word.upperBound),
      !WordList.achieved.isSuffix(of: bytes, range.lowerBound..<word.lowerBound)
    else { return nil }
    let quotes = lexemes(in: range.lowerBound..<word.lowerBound).last { $0.cue == .openQuote || $0.cue == .closeQuote }
    return quotes?.cue == .openQuote ? nil : word
  }
}
