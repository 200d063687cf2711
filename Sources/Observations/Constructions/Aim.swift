import Quantities

extension Construction {
  /// 力争完成投资15亿元, 确保…: what is aimed at. 有力确保了3万人饮水安全 was done, and “力争上游”竞赛 is a name.
  static let aim = Construction(
    .aim, "力争、确保等表示目标",
    examples: [
      .yes("力争完成投资⟦15亿元⟧。", "status target"),
      .yes("确保新开工项目⟦6个⟧以上。", "status target"),
      .yes("力争用三年时间改造管网⟦42公里⟧。", "status target"),
      .no("有力确保了⟦3万人⟧饮水安全。"),
      .no("在“力争上游”竞赛中获奖⟦12项⟧。"),
      .no("已争取到资金⟦2亿元⟧，确保按时完工。"),
      .no("成功确保重点工程⟦6个⟧按期完工。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      let clause = paragraph.places[figure].clauseStart..<paragraph.entries[figure].span.lowerBound
      guard let word = paragraph.modal(.aim, in: clause), !paragraph.words.has(.past, in: clause) else {
        continue
      }
      paragraph.facts.state(figure, .status(.target, .aim), by: .aim, words: word)
    }
  }
}

extension Paragraph {
  /// A word of a list in a range that tells what is to be: outside of quotation marks, not of what was done (确保了, 成功确保).
  fileprivate func modal(_ list: WordList, in range: Range<Int>) -> Range<Int>? {
    guard let word = words.first(list, in: range), !bytes.has("了", at: word.upperBound),
      !WordList.achieved.isSuffix(of: bytes, range.lowerBound..<word.lowerBound)
    else { return nil }
    let quotes = lexemes(in: range.lowerBound..<word.lowerBound).last { $0.cue == .openQuote || $0.cue == .closeQuote }
    return quotes?.cue == .openQuote ? nil : word
  }
}
