import Quantities

/// The words before and behind a figure.
extension Paragraph {
  /// The words between the clause's start, or the figure before in it, and the figure; titles left out.
  func leftWords(_ index: Int, hasNounBehind: Bool) -> Range<Int> {
    var start = wordsStart(index, hasNounBehind: hasNounBehind)
    // A list mark or a date at the start is no part of the subject.
    let end = beforeMark(index, behind: start)
    var first = index
    while first > 0, entries[first - 1].span.lowerBound >= start { first -= 1 }
    for other in entries[first..<index] where other.span.lowerBound >= start && other.span.lowerBound < end {
      let isMark = other.numeralClass == .listMarker && other.rule != .footnote
      let isLeadingDate =
        other.numeralClass == .date
        && (opensDate(WordList.leading.strippingPrefixes(bytes, start..<other.span.lowerBound))
          || WordList.spanJoiners.contains(bytes, start..<other.span.lowerBound))
      if isMark || isLeadingDate { start = other.span.upperBound }
      if isLeadingDate { start = WordList.dateEdges.prefix(of: bytes, start..<max(start, end))?.upperBound ?? start }
    }
    start = bytes.withoutSigns(start..<max(start, end)).lowerBound
    let words = start..<max(start, beforeComparison(index, start..<max(start, end)))
    return plainRange(words.lowerBound..<beforeDate(index, words))
  }

  /// Where the words before a figure start: at its clause, behind the figure before, or at what stands behind 、.
  private func wordsStart(_ index: Int, hasNounBehind: Bool) -> Int {
    let place = places[index]
    let end = entries[index].span.lowerBound
    var start = place.clauseStart
    if place.previous >= 0, case let previous = entries[place.previous].span.upperBound, previous > start {
      start = previous
      // What stands before 、 belongs to the figure before it.
      if let mark = lexemes(in: start..<max(start, end)).last(where: {
        $0.cue == .enumeration && !isInTitle($0.start)
          && !(isInside($0, from: start) && hasCue(.closeParen, in: $0.end..<end))
      }) {
        start = mark.end
      } else if hasNounBehind, end > start {
        // 4个执法检查小组15名检查人员: each figure has its own noun behind it.
        start = end
      }
    }
    return start
  }

  /// Where the words before a figure end: at the mark of a footnote right before it (省瞪羚企业⑤23家), which looks like that of an item.
  private func beforeMark(_ index: Int, behind start: Int) -> Int {
    let end = entries[index].span.lowerBound
    guard index > 0, case let mark = entries[index - 1], mark.numeralClass == .listMarker, mark.span.lowerBound > start,
      !bytes.withoutBlanks(start..<mark.span.lowerBound).isEmpty,
      bytes.withoutBlanks(mark.span.upperBound..<max(mark.span.upperBound, end)).isEmpty
    else { return end }
    return mark.span.lowerBound
  }

  /// Whether nothing but 在 stands before a date, or what belongs to it: 上|半年, 前|三季度.
  private func opensDate(_ words: Range<Int>) -> Bool {
    words.isEmpty || ["在", "上", "下", "前", "第"].contains { bytes.range(words, equals: $0) }
  }

  /// Where the words end before a date that stands right before the figure: 收入由2003年的|2936元.
  private func beforeDate(_ index: Int, _ range: Range<Int>) -> Int {
    let reference = withoutDate(range)
    guard reference != range, !reference.isEmpty else { return range.upperBound }
    return WordList.comparisons.suffix(of: bytes, reference)?.lowerBound ?? reference.upperBound
  }

  /// Where the words end that stand before a comparison with an earlier time (较2019年增长), for a figure of change.
  private func beforeComparison(_ index: Int, _ range: Range<Int>) -> Int {
    guard index > 0, entries[index].quantity?.kind.isChange == true,
      case let date = entries[index - 1], date.numeralClass == .date,
      date.span.lowerBound >= range.lowerBound,
      let word = WordList.comparisons.suffix(of: bytes, range.lowerBound..<date.span.lowerBound)
    else { return range.upperBound }
    return word.lowerBound
  }

  /// The noun right behind the figure, up to the next mark or figure.
  func rightNoun(_ index: Int) -> Range<Int> {
    let entry = entries[index]
    let place = places[index]
    let start = entry.span.upperBound
    let none = 0..<0
    guard let quantity = entry.quantity, facts.role(of: index) != .before else { return none }
    switch quantity.kind {
    case .count, .measure, .change, .money, .ratio, .duration: break
    case .percent where opensShare(index): break
    default: return none
    }
    var end = endBehind(index)
    if let mark = lexemes(in: start..<max(start, end)).first(where: {
      ($0.cue == .enumeration || $0.cue == .closeParen || ($0.cue == .openParen && $0.start == start))
        && !isInTitle($0.start) && !closesInside($0, from: start) && !isInside($0, from: start)
    }), mark.cue != .enumeration || mark.start == start || nextFigureFollows(mark, place) {
      end = mark.start
    }
    let noun = WordList.behindFigure.strippingPrefixes(plain, plainRange(start..<max(start, end)))
    // 20条产业链营业收入增长10%: the verb belongs to the figure behind.
    let leadsOn = place.next >= 0 && end == entries[place.next].span.lowerBound
    // 跨越7000亿元、8000亿元两个台阶
    if quantity.kind == .money, WordList.milestones.isSuffix(of: plain, noun) { return none }
    // 建议12件和提案5件: the words behind 和 are the next figure's.
    if leadsOn, WordList.figureJoiners.isPrefix(of: plain, noun),
      !WordList.connectiveLookalikes.isPrefix(of: plain, noun)
    {
      return none
    }
    if leadsOn, let counted = countedAgents(noun) { return counted }
    let bare = leadsOn ? WordList.trailingOfChange.strippingSuffixes(plain, noun) : noun
    return WordList.trailingOfNoun.strippingSuffixes(plain, bare)
  }

  /// 16个试点地区|收到申请9件, 30名困难群众|发放救助金46万元: who is counted, where the words behind go on with what they did or got.
  private func countedAgents(_ noun: Range<Int>) -> Range<Int>? {
    guard !WordList.verbs.isPrefix(of: plain, noun), !WordList.predicates.isPrefix(of: plain, noun) else { return nil }
    var at = noun.lowerBound
    while let agent = WordList.agents.first(in: plain, at..<noun.upperBound) {
      let rest = WordList.leading.strippingPrefixes(plain, agent.upperBound..<noun.upperBound)
      if agent.upperBound - noun.lowerBound > 3,
        WordList.verbs.isPrefix(of: plain, rest) || WordList.predicates.isPrefix(of: plain, rest)
      {
        return noun.lowerBound..<agent.upperBound
      }
      at = agent.upperBound
    }
    return nil
  }

  /// 14035户25559人享受低保: the noun behind a run of figures with nothing between them, of which no words before name the first.
  func nounBehindRun(_ index: Int) -> Range<Int>? {
    let next = places[index].next
    guard next >= 0, entries[next].span.lowerBound == entries[index].span.upperBound,
      entries[index].quantity?.kind == .count, entries[next].quantity?.kind == .count,
      entries[next].quantity?.unit != entries[index].quantity?.unit
    else { return nil }
    let noun = rightNoun(next)
    guard !noun.isEmpty else { return nil }
    var first = index
    while case let before = places[first].previous, before >= 0,
      entries[before].span.upperBound == entries[first].span.lowerBound
    {
      first = before
    }
    let left = clean(leftWords(first, hasNounBehind: true), .count)
    return left.isEmpty || WordList.wholeAreas.contains(plain, left) || namesNothing(left) ? noun : nil
  }

  /// Whether words tell only when it was, or that something came about: 春节期间, 从7月开始, 造成.
  func namesNothing(_ words: Range<Int>) -> Bool {
    WordList.causing.contains(plain, words) || WordList.adverbialEnds.isSuffix(of: plain, words)
      || plain.range(words, startsWith: "从") && plain.range(words, endsWith: "开始")
  }

  /// What a bare level behind the figure shares with the level behind the next: 74项国家级、94项省级改革任务.
  func sharedHead(of right: Range<Int>, _ index: Int) -> ArraySlice<UInt8> {
    let next = places[index].next
    guard next >= 0, WordList.levels.contains(plain, right) else { return [] }
    let noun = rightNoun(next)
    guard let level = WordList.levels.prefix(of: plain, noun) else { return [] }
    return plain[level.upperBound..<noun.upperBound]
  }

  /// All words behind the figure in its clause, for patterns.
  func behindWords(_ index: Int) -> Range<Int> {
    let start = entries[index].span.upperBound
    let words = plainRange(start..<max(start, endBehind(index)))
    return WordList.behindFigure.strippingPrefixes(plain, words)
  }

  /// Where the words behind a figure end: at the next figure or the end of the clause.
  private func endBehind(_ index: Int) -> Int {
    let place = places[index]
    guard place.next >= 0 else { return place.clauseEnd }
    let start = entries[index].span.upperBound
    return min(place.clauseEnd, max(start, entries[place.next].span.lowerBound))
  }

  private func nextFigureFollows(_ mark: Lexeme, _ place: Paragraph.Place) -> Bool {
    guard place.next >= 0 else { return false }
    return clauseEnd(of: mark.start) >= entries[place.next].span.lowerBound
  }

  /// Whether a closing bracket has its opening one behind the figure.
  private func closesInside(_ mark: Lexeme, from start: Int) -> Bool {
    mark.cue == .closeParen && hasCue(.openParen, in: start..<mark.start)
  }

  /// 16个区县（市、特区）: whether a mark stands in a bracket that opened behind the figure.
  private func isInside(_ mark: Lexeme, from start: Int) -> Bool {
    guard mark.cue == .enumeration, mark.start > start else { return false }
    let brackets = lexemes(in: start..<mark.start).last { $0.cue == .openParen || $0.cue == .closeParen }
    return brackets?.cue == .openParen
  }

  func clean(_ left: Range<Int>, _ kind: QuantityKind) -> Range<Int> {
    var words = WordList.leading.strippingPrefixes(plain, left)
    words = WordList.trailing.strippingSuffixes(plain, words)
    // 生均79册: what each of a sort has; one alone has nothing 均.
    if case let mean = words.lowerBound..<min(words.upperBound + 3, left.upperBound), Mean.isOfEach(plain, mean) {
      return mean
    }
    if WordList.prepositions.contains(plain, words) { return words.lowerBound..<words.lowerBound }
    // 合格率98%（上年为97%）: the same thing.
    if WordList.prior.contains(plain, words) { return words.lowerBound..<words.lowerBound }
    if let origin = WordList.origins.suffix(of: plain, left.lowerBound..<words.upperBound) {
      words = words.lowerBound..<max(words.lowerBound, origin.lowerBound)
    }
    if kind == .rank {
      words = WordList.trailingOfRank.strippingSuffixes(plain, words)
      if let ranking = WordList.rankings.prefix(of: plain, words) {
        // 位列营商环境评价全国第三: what the ranking is of.
        let isNamed = WordList.contests.occurs(in: plain, words)
        words = isNamed ? ranking.upperBound..<words.upperBound : ranking.lowerBound..<ranking.lowerBound
      }
    } else if kind.isChange {
      words = WordList.trailingOfChange.strippingSuffixes(plain, words)
      if let difference = WordList.differences.prefix(of: plain, words) {
        words = difference.upperBound..<words.upperBound
      }
      words = withoutBasis(words, left)
      // 较上年末分别增长, 减为增长: a comparison or a turn is no subject.
      let isComparison =
        WordList.turns.isPrefix(of: plain, left.lowerBound..<left.upperBound) || plain.range(words, equals: "的")
        || plain.range(words, startsWith: "比")
        || plain.range(words, startsWith: "较") && !plain.range(words, startsWith: "较大")
      if isComparison, !plain.range(words, startsWith: "比重"), !plain.range(words, startsWith: "比例") {
        words = words.lowerBound..<words.lowerBound
      }
      // 投资是“十五”时期的4.6倍: what it is a multiple of is no subject.
      if kind == .multiple, plain.range(words, endsWith: "的") {
        words = words.lowerBound..<(WordList.equals.first(in: plain, words)?.lowerBound ?? words.lowerBound)
      }
    } else if words.count == 3 && WordList.bases.contains(plain, words) || comparesWithTimeBefore(words) {
      // 较2019年的16.8%, 较年初的480亿元: what is compared with is the same thing.
      words = words.lowerBound..<words.lowerBound
    } else if WordList.changeEndings.isSuffix(of: plain, words) || endsInResultOfChange(left) {
      words = WordList.trailingOfChange.strippingSuffixes(plain, words)
    } else if let verb = WordList.change.suffix(of: plain, words), !WordList.rateEndings.isSuffix(of: plain, verb),
      leadsToResult(words.upperBound..<left.upperBound)
    {
      words = words.lowerBound..<verb.lowerBound
    }
    // 首次降低到1%以内: how it was done is no name.
    return WordList.manners.contains(plain, words) ? words.lowerBound..<words.lowerBound : words
  }

  /// 到, 至, 为 alone: what a verb of change leads with to its result.
  private func leadsToResult(_ words: Range<Int>) -> Bool {
    words.count == "到".utf8.count && WordList.resultEndings.isPrefix(of: plain, words)
  }

  /// The words of a change without what it is compared with at their end (受灾人口|与近五年均值相比) and the basis at their beginning
  /// (按可比价格).
  private func withoutBasis(_ words: Range<Int>, _ left: Range<Int>) -> Range<Int> {
    var rest = words
    if let end = WordList.comparedEnds.last(in: plain, left),
      let with = WordList.comparedBeginnings.last(in: plain, rest.lowerBound..<min(rest.upperBound, end.lowerBound))
    {
      rest = rest.lowerBound..<with.lowerBound
    }
    return WordList.changeBases.strippingPrefixes(plain, rest)
  }

  /// 较年初的, 比上年末: whether words of the plain text tell nothing but an earlier time that something is compared with.
  private func comparesWithTimeBefore(_ words: Range<Int>) -> Bool {
    guard let than = WordList.comparisons.prefix(of: plain, words), case let rest = than.upperBound..<words.upperBound,
      let time = WordList.prior.prefix(of: plain, rest) ?? WordList.yearStarts.prefix(of: plain, rest)
    else { return false }
    let tail = WordList.dateEdges.strippingPrefixes(plain, time.upperBound..<words.upperBound)
    return tail.isEmpty || plain.range(tail, equals: "的")
  }

  /// Whether the words lead to the result of a change (由11条减为).
  private func endsInResultOfChange(_ left: Range<Int>) -> Bool {
    WordList.resultEndings.isSuffix(of: plain, left)
      && WordList.change.strippingSuffixes(plain, left).upperBound < left.upperBound
  }

  /// The words of a rate or growth with the count inside its name (20条产业链营业收入增长10%), else as they are.
  func around(_ cleaned: Range<Int>, _ index: Int) -> Range<Int> {
    let place = places[index]
    let entry = entries[index]
    if cleaned.isEmpty, let lasting = startOfLasting(place) {
      // 优良率连续5年保持100%
      return clean(plainRange(place.clauseStart..<lasting), entry.quantity?.kind ?? .percent)
    }
    guard !cleaned.isEmpty, place.previous >= 0, let kind = entry.quantity?.kind, kind.isChange || kind == .percent,
      case let count = entries[place.previous], count.quantity?.kind == .count, facts.role(of: place.previous) == .none,
      count.span.lowerBound >= place.clauseStart,
      cleaned.lowerBound == plainRange(count.span).upperBound,
      !hasCue(.enumeration, in: count.span.upperBound..<entry.span.lowerBound),
      plain.characterCount(cleaned) >= 4, !WordList.predicates.isPrefix(of: plain, cleaned),
      !WordList.verbs.isPrefix(of: plain, cleaned)
    else { return cleaned }
    let whole = plainRange(place.clauseStart..<entry.span.lowerBound)
    return WordList.leading.strippingPrefixes(plain, whole.lowerBound..<cleaned.upperBound)
  }

  /// Where 连续 stands before a duration that is the figure before in the clause.
  private func startOfLasting(_ place: Paragraph.Place) -> Int? {
    guard place.previous >= 0, case let lasting = entries[place.previous],
      lasting.quantity?.kind == .duration, case let start = lasting.span.lowerBound - "连续".utf8.count,
      start >= place.clauseStart, bytes.has("连续", at: start)
    else { return nil }
    return start
  }

  /// 1138人取得执法证: whether the figure opens its clause.
  func opensClause(_ index: Int) -> Bool {
    let start = places[index].clauseStart
    let left = plainRange(start..<entries[index].span.lowerBound)
    return WordList.leading.strippingPrefixes(plain, left).isEmpty
  }

  /// 九成企业享受补贴, 全市近八成乡镇: whether no words but of the whole area tell before a share what it is of.
  func opensShare(_ index: Int) -> Bool {
    let place = places[index]
    let before = place.previous >= 0 ? entries[place.previous].span.upperBound : 0
    let start = isListed(index) ? before : place.clauseStart
    let words = clean(plainRange(start..<entries[index].span.lowerBound), .percent)
    return words.isEmpty || WordList.wholeAreas.contains(plain, words)
  }

  /// Whether 、 stands between a figure and the one before it in the clause.
  func isListed(_ index: Int) -> Bool {
    let place = places[index]
    guard place.previous >= 0, case let end = entries[place.previous].span.upperBound,
      end >= place.clauseStart
    else { return false }
    return hasCue(.enumeration, in: end..<entries[index].span.lowerBound)
  }

  /// The words of the clause before that of a figure, if no figure stands in it.
  func clauseWithoutFigures(before index: Int) -> Range<Int>? {
    let place = places[index]
    guard let clause = clause(before: index)?.range, clause.lowerBound >= place.sentenceStart,
      place.previous < 0 || entries[place.previous].span.upperBound <= clause.lowerBound
    else { return nil }
    return WordList.leading.strippingPrefixes(plain, plainRange(clause))
  }
}
