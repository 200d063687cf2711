import Quantities

/// The words before and behind a figure.
extension SubjectReader {
  /// The words between the clause's start, or the figure before in it, and the figure; titles left out.
  func leftWords(_ index: Int, hasNounBehind: Bool) -> Range<Int> {
    let bytes = paragraph.bytes
    let place = paragraph.places[index]
    let end = paragraph.entries[index].span.lowerBound
    var start = place.clauseStart
    if place.previous >= 0, case let previous = paragraph.entries[place.previous].span.upperBound, previous > start {
      start = previous
      // What stands before 、 belongs to the figure before it.
      if let mark = paragraph.lexemes(in: start..<max(start, end)).last(where: {
        $0.cue == .enumeration && !paragraph.isInTitle($0.start)
          && !(isInside($0, from: start) && paragraph.hasCue(.closeParen, in: $0.end..<end))
      }) {
        start = mark.end
      } else if hasNounBehind, end > start {
        // 4个执法检查小组15名检查人员: each figure has its own noun behind it.
        start = end
      }
    }
    // A list mark or a date at the start is no part of the subject.
    var first = index
    while first > 0, paragraph.entries[first - 1].span.lowerBound >= start { first -= 1 }
    for other in paragraph.entries[first..<index] where other.span.lowerBound >= start {
      let isMark = other.numeralClass == .listMarker && other.rule != .footnote
      let isLeadingDate =
        other.numeralClass == .date
        && (opensDate(WordList.leading.strippingPrefixes(bytes, start..<other.span.lowerBound))
          || WordList.spanJoiners.contains(bytes, start..<other.span.lowerBound))
      if isMark || isLeadingDate { start = other.span.upperBound }
      if isLeadingDate { start = WordList.dateEdges.prefix(of: bytes, start..<max(start, end))?.upperBound ?? start }
    }
    let words = start..<max(start, beforeComparison(index, start..<max(start, end)))
    return paragraph.plainRange(words.lowerBound..<beforeDate(index, words))
  }

  /// Whether nothing but 在 stands before a date.
  private func opensDate(_ words: Range<Int>) -> Bool { words.isEmpty || paragraph.bytes.range(words, equals: "在") }

  /// Where the words end before a date that stands right before the figure: 收入由2003年的|2936元.
  private func beforeDate(_ index: Int, _ range: Range<Int>) -> Int {
    guard index > 0, case let date = paragraph.entries[index - 1], date.numeralClass == .date,
      date.span.lowerBound > range.lowerBound, date.span.upperBound <= range.upperBound,
      date.span.upperBound == range.upperBound
        || paragraph.bytes.range(date.span.upperBound..<range.upperBound, equals: "的")
    else { return range.upperBound }
    let reference = range.lowerBound..<date.span.lowerBound
    return WordList.comparisons.suffix(of: paragraph.bytes, reference)?.lowerBound ?? reference.upperBound
  }

  /// Where the words end that stand before a comparison with an earlier time (较2019年增长), for a figure of change.
  private func beforeComparison(_ index: Int, _ range: Range<Int>) -> Int {
    guard index > 0, paragraph.entries[index].quantity?.kind.isChange == true,
      case let date = paragraph.entries[index - 1], date.numeralClass == .date,
      date.span.lowerBound >= range.lowerBound,
      let word = WordList.comparisons.suffix(of: paragraph.bytes, range.lowerBound..<date.span.lowerBound)
    else { return range.upperBound }
    return word.lowerBound
  }

  /// The noun right behind the figure, up to the next mark or figure.
  func rightNoun(_ index: Int) -> Range<Int> {
    let entry = paragraph.entries[index]
    let place = paragraph.places[index]
    let start = entry.span.upperBound
    let none = 0..<0
    guard let quantity = entry.quantity, entry.role != .before else { return none }
    switch quantity.kind {
    case .count, .measure, .change, .money, .ratio, .duration: break
    case .percent where opensShare(index): break
    default: return none
    }
    var end = endBehind(index)
    if let mark = paragraph.lexemes(in: start..<max(start, end)).first(where: {
      ($0.cue == .enumeration || $0.cue == .closeParen || ($0.cue == .openParen && $0.start == start))
        && !paragraph.isInTitle($0.start) && !closesInside($0, from: start) && !isInside($0, from: start)
    }), mark.cue != .enumeration || mark.start == start || nextFigureFollows(mark, place) {
      end = mark.start
    }
    let noun = WordList.behindFigure.strippingPrefixes(plain, paragraph.plainRange(start..<max(start, end)))
    // 20条产业链营业收入增长10%: the verb belongs to the figure behind.
    let leadsOn = place.next >= 0 && end == paragraph.entries[place.next].span.lowerBound
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
    let next = paragraph.places[index].next
    guard next >= 0, WordList.levels.contains(plain, right) else { return [] }
    let noun = rightNoun(next)
    guard let level = WordList.levels.prefix(of: plain, noun) else { return [] }
    return plain[level.upperBound..<noun.upperBound]
  }

  /// All words behind the figure in its clause, for patterns.
  func behindWords(_ index: Int) -> Range<Int> {
    let start = paragraph.entries[index].span.upperBound
    let words = paragraph.plainRange(start..<max(start, endBehind(index)))
    return WordList.behindFigure.strippingPrefixes(plain, words)
  }

  /// Where the words behind a figure end: at the next figure or the end of the clause.
  private func endBehind(_ index: Int) -> Int {
    let place = paragraph.places[index]
    guard place.next >= 0 else { return place.clauseEnd }
    let start = paragraph.entries[index].span.upperBound
    return min(place.clauseEnd, max(start, paragraph.entries[place.next].span.lowerBound))
  }

  private func nextFigureFollows(_ mark: Lexeme, _ place: Paragraph.Place) -> Bool {
    guard place.next >= 0 else { return false }
    return paragraph.clauseEnd(of: mark.start) >= paragraph.entries[place.next].span.lowerBound
  }

  /// Whether a closing bracket has its opening one behind the figure.
  private func closesInside(_ mark: Lexeme, from start: Int) -> Bool {
    mark.cue == .closeParen && paragraph.hasCue(.openParen, in: start..<mark.start)
  }

  /// 16个区县（市、特区）: whether a mark stands in a bracket that opened behind the figure.
  private func isInside(_ mark: Lexeme, from start: Int) -> Bool {
    guard mark.cue == .enumeration, mark.start > start else { return false }
    let brackets = paragraph.lexemes(in: start..<mark.start).last { $0.cue == .openParen || $0.cue == .closeParen }
    return brackets?.cue == .openParen
  }
}
