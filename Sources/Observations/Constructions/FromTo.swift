import Quantities

extension Construction {
  /// 由800亿元跃升至1200亿元, 12个→19个, 从4万元和2万元分别提高到5万元和3万元: things at two times, whatever the verb.
  static let fromTo = Construction(
    .fromTo, "由甲到乙：同一事物前后两个数",
    examples: [
      .yes("粮食产量由⟦80万吨⟧跃升至120万吨。", "role before"),
      .yes("粮食产量由80万吨跃升至⟦120万吨⟧。", "role after, subject same as 80万吨"),
      .yes("规上企业由⟦86家⟧壮大到131家。", "role before"),
      .yes("里程由“十三五”末的⟦212公里⟧拓展到286公里。", "role before"),
      .yes("设施：图书馆分馆12个→⟦19个⟧。", "role after, subject same as 12个"),
      .yes("低保标准每人每月⟦780元⟧提高到830元。", "role before"),
      .yes("两地收入从2021年的3万元和⟦2万元⟧分别提高到4万元和3万元。", "role before"),
      .yes("两地收入从2021年的3万元和2万元分别提高到4万元和⟦3万元⟧。", "role after, subject same as 2万元"),
      .yes("位次从第15位到第12位再到⟦第9位⟧。", "role after, subject same as 第12位"),
      .yes("供水面积由2020年的⟦3万亩⟧，增加到2023年的4万亩。", "role before"),
      .yes("时限由原来的⟦3天⟧缩短为当场办结。", "role before"),
      .yes("由2018年全省⟦第9位⟧跃居第6位。", "role before"),
      .yes("办结率由去年的93%提高到今年的⟦98.6%⟧。", "role after, subject same as 93%"),
      .yes("户数由去年的⟦50户⟧增加5户，达到55户。", "role before"),
      .no("进出口由第三位上升到第二位，其中出口跃居⟦第一位⟧。"),
      .no("由⟦12家⟧企业组成3家联合体。"),
      .no("由市财政每户补助⟦8万元⟧至12万元。"),
      .no("新增企业⟦30家⟧，总数达到210家。"),
      .no("收到申请⟦30件⟧，办理时间缩短到3天。"),
      .no("从⟦3个⟧方面入手，新建泵站5座。"),
    ]
  ) { paragraph in
    for (from, to) in zip(paragraph.runs, paragraph.runs.dropFirst()) where from.count == to.count {
      guard zip(from, to).allSatisfy({ paragraph.areAlike($0, $1) }), paragraph.leadsOver(from, to) else { continue }
      for (before, after) in zip(from, to) {
        paragraph.facts.state(before, .role(.before), by: .fromTo)
        paragraph.facts.state(after, .role(.after), by: .fromTo)
        paragraph.facts.state(after, .subject(.same(as: before)), by: .fromTo)
      }
    }
    for figure in paragraph.figures where paragraph.facts.role(of: figure) == .none && paragraph.startsToChange(figure)
    {
      paragraph.facts.state(figure, .role(.before), by: .fromTo)
    }
  }
}

extension Paragraph {
  /// Whether the words between two runs of figures lead from the first to the second.
  fileprivate func leadsOver(_ from: [Int], _ to: [Int]) -> Bool {
    let whole = between(from[from.count - 1], to[0])
    guard whole.count <= Self.longestWay,
      entries(in: whole).allSatisfy({ $0.numeralClass == .date || $0.numeralClass == .ordinal })
    else { return false }
    var words = withoutDate(withoutBracket(WordList.bounds.strippingSuffixes(bytes, whole)))
    if entries[to[0]].quantity?.kind == .rank { words = WordList.arenas.strippingSuffixes(bytes, words) }
    words = WordList.nows.strippingSuffixes(bytes, words)
    words = bytes.withoutBlanks(WordList.bounds.strippingSuffixes(bytes, words))
    if WordList.arrows.contains(bytes, words) { return true }
    let hasOrigin = tellsOrigin(before: from[0])
    let starts = hasOrigin || facts.role(of: from[0]) == .after
    if hasOrigin, bytes.range(words, startsWith: "，") { words = words.lowerBound + 3..<words.upperBound }
    guard let arrival = WordList.arrivals.suffix(of: bytes, words) else { return false }
    let verb = WordList.apiece.strippingPrefixes(bytes, words.lowerBound..<arrival.lowerBound)
    if verb.isEmpty { return starts && !bytes.has("不等", at: entries[to[to.count - 1]].span.upperBound) }
    if tellsChange(verb) { return true }
    return starts && bytes.characterCount(verb) <= Self.longestVerb && bytes.first("的", in: verb) == nil
      && !WordList.clauseWords.occurs(in: bytes, verb)
  }

  /// Whether 由 or 从 stands before a figure with no more between than when that was: 由上年末的, 从每人每月.
  private func tellsOrigin(before figure: Int) -> Bool {
    let gap = gap(before: figure)
    guard let origin = lexemes(in: gap).last(where: { $0.cue == .origin }) else { return false }
    let words = withoutDate(
      WordList.arenas.strippingSuffixes(bytes, WordList.bounds.strippingSuffixes(bytes, origin.end..<gap.upperBound)))
    return bytes.characterCount(words) <= Self.longestOrigin && !WordList.verbs.occurs(in: bytes, words)
      && !WordList.predicates.occurs(in: bytes, words) && !WordList.clauseWords.occurs(in: bytes, words)
  }

  /// 由3天缩短为当场办结, 由50户增加5户: whether a figure behind 由 is followed by a verb of change that leads to no other figure, or to the
  /// change itself.
  fileprivate func startsToChange(_ figure: Int) -> Bool {
    guard tellsOrigin(before: figure),
      let verb = lexemes(in: entries[figure].span.upperBound..<places[figure].clauseEnd).first,
      verb.start == entries[figure].span.upperBound, verb.cue.isChange
    else { return false }
    let next = places[figure].next
    return WordList.arrivals.isPrefix(of: bytes, verb.end..<places[figure].clauseEnd)
      || next >= 0 && entries[next].span.lowerBound == verb.end && entries[next].quantity?.kind == .change
  }

  /// Whether words are verbs of change and nothing else: 提高, 大幅压减, 调整.
  private func tellsChange(_ words: Range<Int>) -> Bool {
    let verb = WordList.manners.strippingPrefixes(bytes, words)
    let lexemes = lexemes(in: verb)
    return lexemes.first?.start == verb.lowerBound && lexemes.last?.end == verb.upperBound
      && lexemes.allSatisfy { $0.cue.isChange }
  }

  /// 86家（2020年）增加到…: a range without a bracket that opens it.
  private func withoutBracket(_ range: Range<Int>) -> Range<Int> {
    guard bytes.range(range, startsWith: "（"), let close = bytes.first("）", in: range) else { return range }
    return close.upperBound..<range.upperBound
  }

  /// The bytes of the words between the two figures, the characters of the verb, and those between 由 and the figure.
  private static let longestWay = 72
  private static let longestVerb = 7
  private static let longestOrigin = 10
}
