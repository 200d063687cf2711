/// Tells Chinese numbers that count from those that are part of a name.
extension LedgerPass {
  /// Whether a Chinese number before a classifier is part of a name: 四个自信, 两项改革, 十五条措施.
  ///
  /// Events, people and bodies are counted; other things where the words around say so and no noun of programmes stands
  /// behind.
  func isFixedCount(_ index: Int, _ unit: UnitWord, _ text: Span<UInt8>, at lexeme: Lexeme) -> Bool {
    let numeral = numeral(index)
    guard numeral.bound == .exact, numeral.upper == nil else { return false }
    // Two of a thing are 两; 二 is the second (二次供水).
    if numeral.digitCount == 1, unit.category == .count, text.has("二", at: numeral.span.lowerBound) { return true }
    switch unit.unit {
    case .medals where !text.has("枚", before: lexeme.end) && !text.has("牌", before: lexeme.end):
      // 六金化工园; medals in Chinese numbers come in a row (九金二银).
      return
        !(index + 2 < lexemes.count && lexemes[index + 2].cue == .numeral && lexemes[index + 2].start == lexeme.end)
    case .pieces
    where text.has("事", at: lexeme.end) || text.has("大事", at: lexeme.end) || text.has("要事", at: lexeme.end):
      return true
    case .levels where numeral.hasMultiplier:
      return false
    case Unit.ofSessions:
      return numeral.digitCount == 1 && !isCountedSession(index, text)
    case .articles where numeral.digitCount > 1:
      // 人才新政三十条 is a name.
      return isProgramme(from: lexeme.end, text) || (endsPhrase(at: lexeme.end, text) && !isCounted(index, text))
    case Unit.ofProgrammes:
      return isProgramme(from: lexeme.end, text) || (numeral.digitCount == 1 && !isCounted(index, text))
    case Unit.ofPlaces:
      return true
    case Unit.ofEventsAndBodies:
      return numeral.digitCount == 1 && text.has("套班子", at: lexeme.start)
    default:
      return numeral.digitCount == 1 && unit.category != .person && !isCounted(index, text)
    }
  }

  /// Whether the words around a number say that it counts: a verb that brings things about or finds them right before
  /// (建成两条, 获得了三项), 其中 or 有 before, its place behind its noun (国际航线三条), or what its things reached (三所学校入选).
  func isCounted(_ index: Int, _ text: Span<UInt8>) -> Bool {
    if isEndOfChange(index, text) { return true }
    var at = index
    walk: while at > 0, touches(at - 1, at, text) {
      switch lexemes[at - 1].cue {
      case .amongWhich: return true
      case .filler:
        if text.has("有", at: lexemes[at - 1].start), !text.has("种", at: lexemes[index].end) { return true }
        at -= 1
      case .about, .atLeast, .atMost, .each, .respectively: at -= 1
      case .enumeration, .and:
        if isCountedInList(at, text) { return true }
        break walk
      default: break walk
      }
    }
    return lexicon.countingVerbLength(in: text, before: lexemes[at].start) > 0 || standsBehindNoun(index, text)
      || reachesSomething(index, text)
  }

  /// 从三个减少到一个: where a change starts or leads.
  func isEndOfChange(_ index: Int, _ text: Span<UInt8>) -> Bool {
    if cueBefore(index, text) == .origin, unit(index) != nil, cueBehind(index + 1, text)?.isChange == true {
      return true
    }
    guard cueBefore(index, text) == .result, index > 1, touches(index - 2, index - 1, text) else { return false }
    return lexemes[index - 2].cue.isChange && lexemes[index - 2].cue != .turn
  }

  /// 获得三项荣誉、两枚金牌: a count right before in the list makes one of this number too.
  private func isCountedInList(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let last = entries.last, last.quantity?.kind == .count, lexemes[index].start - last.span.upperBound <= 36
    else { return false }
    return index < 2 || lexemes[index - 2].start < last.span.upperBound
  }

  /// 缴获枪支两支、, 典型案例六个,: number and classifier close a phrase behind their noun.
  ///
  /// Where the classifier also numbers things or policies (水质三类, 新政十条), a verb of the clause must count.
  private func standsBehindNoun(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let unit = unit(index), closesPhrase(index, at: unit.lexeme.end, text) else { return false }
    let start = numeral(index).span.lowerBound
    guard start >= 3, cueBefore(index, text) == nil || cueBefore(index, text) == .closeQuote else { return false }
    let before = decodeScalar(in: text, at: scalarStart(in: text, before: start)).scalar
    guard before == 0x201D || (0x4E00..<0xA000).contains(before), before != 0x7684 else { return false }  // ” 的
    switch unit.word.unit {
    case Unit.ofThings:
      return true
    case .articles, .items:
      return hasCountingVerbInClause(index, text)
    default:
      return text.has("两", at: start) || hasCountingVerbInClause(index, text)
    }
  }

  /// Whether a mark, the end or another number follows.
  private func closesPhrase(_ index: Int, at end: Int, _ text: Span<UInt8>) -> Bool {
    guard end < text.count else { return true }
    switch decodeScalar(in: text, at: end).scalar {
    case 0x2C, 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0x3B, 0xFF09, 0x29: return true  // , 、 。 ， ； ; ） )
    default:
      return index + 2 < lexemes.count && lexemes[index + 2].cue == .numeral && lexemes[index + 2].start == end
        && self.numeral(index + 2).isArabic
    }
  }

  private func hasCountingVerbInClause(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let first = clauseStart(index)
    let limit = first > 0 ? lexemes[first - 1].end : 0
    var at = lexemes[index].start
    for _ in 0..<24 where at > limit {
      // A single character may be the end of another word (公共).
      if lexicon.countingVerbLength(in: text, before: at) > 3 { return true }
      at = scalarStart(in: text, before: at)
    }
    return false
  }

  /// 三所学校入选: the number opens the clause, and its things reached something.
  private func reachesSomething(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard opensClause(numeral(index).span.lowerBound, text) || isBehindItemMark(index, text), let unit = unit(index)
    else {
      return false
    }
    // 四个园区新落地项目19个: the figure is another.
    if hasNumeralBehind(index + 1) { return false }
    // 一类口岸, 三级医院, 二组: an order or a class.
    if Unit.ofOrders.contains(unit.word.unit) { return false }
    var at = unit.lexeme.end
    for _ in 0..<20 where at < text.count {
      let (scalar, length) = decodeScalar(in: text, at: at)
      if scalar == 0xFF0C || scalar == 0x3002 || scalar == 0xFF1B || scalar == 0x3A || scalar == 0xFF1A { return false }
      if let word = lexicon.automaton.longestMatch(in: text, at: at, from: lexicon.programmeRoot),
        word.payload != Lexicon.programmeHead
      {
        return word.payload == Lexicon.reaching
      }
      at += length
    }
    return false
  }

  /// （二）三个项目通过验收, 二是五个村通过验收: whether nothing but its marks stands between a number and that of the item.
  private func isBehindItemMark(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let item = entries.last, item.numeralClass == .listMarker else { return false }
    let end = item.span.upperBound
    let marks: [StaticString] = ["）", ")", "、", ".", "．", "是", "要"]
    guard let mark = marks.first(where: { text.has($0, at: end) }) else { return false }
    return text.skippingSpaces(from: end + mark.utf8CodeUnitCount) == numeral(index).span.lowerBound
  }

  /// Whether the noun behind a classifier tells a programme or a part of a speech (方面, 措施, 行动): within twelve
  /// characters, before any mark.
  private func isProgramme(from start: Int, _ text: Span<UInt8>) -> Bool {
    var at = start
    for _ in 0..<12 where at < text.count && !endsPhrase(at: at, text) {
      // 十二类47项实事
      if NumeralCharacter.of(decodeScalar(in: text, at: at).scalar) != nil { return false }
      if let word = lexicon.automaton.longestMatch(in: text, at: at, from: lexicon.programmeRoot),
        word.payload != Lexicon.programmeHead || endsPhrase(at: word.end, text)
      {
        return word.payload != Lexicon.reaching
      }
      at += decodeScalar(in: text, at: at).length
    }
    return false
  }

  /// 分四批, 公布五批128项, 举办两期: sessions that are counted.
  func isCountedSession(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let start = numeral(index).span.lowerBound
    guard numeral(index).isWhole(upTo: 99), !text.has("一", at: start), !text.has("二", at: start),
      let unit = unit(index)
    else { return false }
    let isBatch = unit.word.unit == .batches
    if text.has("分", before: start) { return isBatch }
    // 案例三批24个, 培训两期460人; 三期500万千瓦 is the third phase.
    let isTwo = text.has("两", at: start)
    if isBatch || isTwo, index + 2 < lexemes.count, lexemes[index + 2].cue == .numeral,
      lexemes[index + 2].start == unit.lexeme.end
    {
      return true
    }
    // 新建三期工程 is the third phase, 举办三期培训 three of them.
    if unit.word.unit == .terms, !isTwo, !text.has("举办", before: start), !text.has("开办", before: start),
      !text.has("编发", before: start), !text.has("刊发", before: start), !text.has("印发", before: start),
      !text.has("通报", before: start), !text.has("简报", before: start)
    {
      return false
    }
    return isCounted(index, text)
  }
}
