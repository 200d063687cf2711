import Quantities

extension Construction {
  /// 占全省的30%, 相当于总产值的4%, 是2014年的3倍: a share or multiple of something else, and no figure of the thing itself.
  static let shareOf = Construction(
    .shareOf, "占、相当于另一数的份额或倍数",
    examples: [
      .yes("工业投资占全市投资的⟦30%⟧。", "relation 占"),
      .yes("产量约占全省⟦三成⟧。", "relation 占"),
      .yes("研发经费相当于总产值的⟦2.4%⟧。", "relation 相当于"),
      .yes("在校学生21万人，是2014年的⟦3倍⟧。", "relation 是"),
      .no("研发经费支出相当于总产值的比例为⟦2.4%⟧。"),
      .no("工业占比⟦30%⟧。"),
      .no("占地面积⟦30亩⟧。"),
      .no("增速是⟦3%⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      guard let word = paragraph.shareWord(before: figure) else { continue }
      paragraph.facts.state(figure, .relation(Array(paragraph.bytes[word])), by: .shareOf, words: word)
    }
  }
}

extension Paragraph {
  /// 占总数的30%, 占比30%, 占党员总数的25%: whether a figure is the share of the one before it in a total that is told before.
  func isShareOfTotal(_ figure: Int) -> Bool {
    let gap = bytes.withoutBlanks(WordList.trailing.strippingSuffixes(bytes, gap(before: figure)))
    let words = WordList.openMarks.strippingPrefixes(bytes, gap)
    if bytes.range(words, equals: "占比") { return true }
    guard bytes.range(words, startsWith: "占") else { return false }
    let end = bytes.range(words, endsWith: "的") ? words.upperBound - 3 : words.upperBound
    let total = words.lowerBound + 3..<max(words.lowerBound + 3, end)
    guard !total.isEmpty, let noun = WordList.totals.suffix(of: bytes, total) else { return total.isEmpty }
    let thing = total.lowerBound..<noun.lowerBound
    return thing.isEmpty
      || !WordList.arenas.isPrefix(of: bytes, thing)
        && bytes.range(thing, occursIn: bytes, places[figure].sentenceStart..<words.lowerBound)
  }

  /// 占 and the like before something of which the figure is a share or multiple, with nothing behind that but 的.
  fileprivate func shareWord(before figure: Int) -> Range<Int>? {
    guard let kind = entries[figure].quantity?.kind, kind == .percent || kind == .multiple || kind == .ratio else {
      return nil
    }
    let gap = WordList.trailing.strippingSuffixes(bytes, gap(before: figure))
    let of = bytes.range(gap, endsWith: "的")
    guard let word = (of ? WordList.equations : WordList.shares).last(in: bytes, gap),
      bytes.characterCount(word.upperBound..<gap.upperBound) > (of ? 1 : 0),
      of || !WordList.shareNouns.isSuffix(of: bytes, gap)
    else { return nil }
    return word
  }
}
