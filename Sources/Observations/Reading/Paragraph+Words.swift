import Quantities

/// The words before and behind a figure.
extension Paragraph {
  /// The words between the clause's start, or the figure before in it, and the figure; titles left out.
  func leftWords(_ index: Int, hasNounBehind: Bool) -> Range<Int> {
    let bytes = bytes
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
    // A list mark or a date at the start is no part of the subject.
    var first = index
    while first > 0, entries[first - 1].span.lowerBound >= start { first -= 1 }
    for other in entries[first..<index] where other.span.lowerBound >= start {
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
    let bare = leadsOn ? WordList.trailingOfChange.strippingSuffixes(plain, noun) : noun
    return WordList.trailingOfNoun.strippingSuffixes(plain, bare)
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
    }
    return words
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
