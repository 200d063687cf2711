/// Finds the word that bounds a number: 超, 近, 以上, 左右.
extension LedgerPass {
  /// The bound that the words before, inside and behind a number set.
  func bound(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Bound {
    if let word = boundWord(index, unit, text) { return lexemes[word].cue.bound }
    // 全省前30%: the place in a ranking by its share.
    if unit.word.category == .percent, text.has("前", before: lexemes[index].start) { return .atMost }
    // 0.5个多百分点
    if unit.word.category == .points, text.has("个多", at: lexemes[unit.lexeme].start) { return .atLeast }
    // 三分之二强, 六成弱
    if numeral(index).isFraction || unit.word.category == .tenth, endsPhrase(at: unit.end + 3, text) {
      if text.has("强", at: unit.end) { return .atLeast }
      if text.has("弱", at: unit.end) { return .atMost }
    }
    return numeral(index).bound
  }

  /// The lexeme of the word that bounds a number, or `nil` if none does.
  func boundWord(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Int? {
    let behind = unit.lexeme + 1
    if behind < lexemes.count, lexemes[behind].cue.boundsBefore, lexemes[behind].start == unit.end { return behind }
    if let shared = boundWordOfList(index, unit, text) { return shared }
    var at = index
    while at > 0, touches(at - 1, at, text) {
      at -= 1
      switch lexemes[at].cue {
      case .atLeast:
        // 突破12项关键技术: to solve, not to exceed.
        let solves = unit.word.category == .count && text.has("突破", at: lexemes[at].start) && unit.name == .items
        return solves ? nil : at
      case .atMost, .about: return at
      case .below where unit.word.category != .points, .above where unit.word.category != .points: return at
      case .filler, .result, .each: continue
      default: return boundWordBeforeList(index, text) ?? distantBoundWord(index, unit, text)
      }
    }
    return distantBoundWord(index, unit, text)
  }

  /// 接近翻一番: the bound before the verb that ends where a lexeme starts, or `nil`.
  func boundOfVerb(endingAt index: Int, _ text: Span<UInt8>) -> Bound? {
    guard index > 0, lexemes[index - 1].cue.isBound,
      lexemes[index - 1].end == scalarStart(in: text, before: lexemes[index].start)
    else { return nil }
    return lexemes[index - 1].cue.bound
  }

  /// 分别达到97%、98%以上: the word behind the last figure of a list bounds all.
  private func boundWordOfList(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Int? {
    var last = unit.lexeme
    while last + 3 < lexemes.count, last - index < Self.reach,
      lexemes[last + 1].cue == .enumeration || lexemes[last + 1].cue == .and, lexemes[last + 2].cue == .numeral,
      lexemes[last + 3].cue == .unit, touches(last, last + 1, text), touches(last + 1, last + 2, text),
      lexicon.units[lexemes[last + 3].index].unit == unit.word.unit
    {
      last += 3
    }
    guard last > unit.lexeme, cueBehind(last, text)?.boundsBefore == true, isDistributed(index, text) else {
      return nil
    }
    return last + 1
  }

  /// 分别超过8万元、4万元: the word before the first figure of a list bounds all.
  private func boundWordBeforeList(_ index: Int, _ text: Span<UInt8>) -> Int? {
    var first = index
    while first >= 3, lexemes[first - 1].cue == .enumeration || lexemes[first - 1].cue == .and,
      lexemes[first - 2].cue == .unit, lexemes[first - 3].cue == .numeral, touches(first - 1, first, text),
      touches(first - 2, first - 1, text)
    {
      first -= 3
    }
    guard first < index, first > 0, touches(first - 1, first, text), isDistributed(index, text) else { return nil }
    return lexemes[first - 1].cue == .atLeast || lexemes[first - 1].cue == .atMost || lexemes[first - 1].cue == .about
      ? first - 1 : nil
  }

  /// Whether 分别, 均, 各 stand before the number in its clause.
  private func isDistributed(_ index: Int, _ text: Span<UInt8>) -> Bool {
    lexemes[clauseStart(index)..<index].contains { $0.cue == .respectively || $0.cue == .each }
  }

  /// 不低于交流总数的20%: a bound before the whole of which the figure is a share.
  private func distantBoundWord(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Int? {
    guard numeral(index).bound == .exact, unit.word.category == .percent, text.has("的", before: lexemes[index].start)
    else { return nil }
    for at in (clauseStart(index)..<index).reversed() {
      let cue = lexemes[at].cue
      if cue == .numeral { return nil }
      if cue == .atLeast || cue == .atMost, text.has("不", at: lexemes[at].start) { return at }
    }
    return nil
  }
}

extension Cue {
  /// Whether the word bounds the number that stands before it.
  fileprivate var boundsBefore: Bool { self == .orMore || self == .orLess || self == .moreOrLess }

  /// The bound that the word sets.
  fileprivate var bound: Bound {
    switch self {
    case .orMore, .atLeast, .above: .atLeast
    case .orLess, .atMost, .below: .atMost
    case .moreOrLess, .about: .about
    default: .exact
    }
  }
}
