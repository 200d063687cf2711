/// Finds the change that a number is the size, the start or the result of.
extension LedgerPass {
  /// A change that governs a number.
  struct Change {
    let isFall: Bool
    /// Whether the number is what the change led to (提高到) and not its size.
    let isResult: Bool
    /// The lexeme of the word that tells it; `nil` if the figure before it in a list does.
    let word: Int?
  }

  /// The change that a number is the size or the result of, or `nil`.
  func change(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Change? {
    if let change = adjacentChange(index, unit, text) { return change }
    if let inherited = changeOfList(index, unit, text) { return inherited }
    return changeGovernedInList(index, unit, text) ?? governingChange(index, unit, text)
  }

  /// The change that a word right before the number or a verb in its clause tells; `nil` if only a list does.
  func changeOfItsOwn(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Change? {
    adjacentChange(index, unit, text) ?? governingChange(index, unit, text)
  }

  /// A verb or noun of change right before the number, with words between that only fill the place.
  private func adjacentChange(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Change? {
    let first = unit.label ?? index
    var at = first
    var hasResult = false
    while at > 0, touches(at - 1, at, text) {
      at -= 1
      let cue = lexemes[at].cue
      switch cue {
      // 增长（-3.2%）, 增速：5%
      case .openParen where at == first - 1, .colon where at == first - 1: continue
      case .filler, .about, .atLeast, .atMost, .each, .respectively, .comparison, .negative: continue
      case .result: hasResult = true
      case .improve where unit.word.category == .count || unit.word.category == .money && unit.lexeme == index:
        return nil
      // ，增收7亿元 tells a change of what was told before, 带动农户增收3000元 what they got.
      case .rise where text.has("增收", at: lexemes[at].start) || text.has("增支", at: lexemes[at].start):
        guard at > 0, lexemes[at - 1].cue.endsClause, touches(at - 1, at, text) else { return nil }
        return Change(isFall: false, isResult: hasResult, word: at)
      // 提升2位, 提升11个位次 are places, 提升20名 are people.
      case .improve
      where unit.word.category == .person && unit.name != .rank && !text.has("位", at: lexemes[unit.lexeme].start):
        return nil
      case _ where hasResult && cue.isChange && isRateNoun(at - 1, before: at, text):
        // 涨幅回落到2.6%: the growth itself has changed.
        return Change(isFall: lexemes[at - 1].cue == .fallNoun, isResult: false, word: at - 1)
      case .rise, .riseOf, .improve: return Change(isFall: false, isResult: hasResult, word: at)
      case .fall, .fallOf: return Change(isFall: true, isResult: hasResult, word: at)
      case .riseNoun: return Change(isFall: false, isResult: false, word: at)
      case .fallNoun: return Change(isFall: true, isResult: false, word: at)
      case .turn where hasResult: return Change(isFall: false, isResult: true, word: at)
      default: return nil
      }
    }
    return nil
  }

  /// Whether a noun of growth (涨幅, 降幅) stands right before a lexeme.
  private func isRateNoun(_ index: Int, before next: Int, _ text: Span<UInt8>) -> Bool {
    guard index >= 0, touches(index, next, text) else { return false }
    return lexemes[index].cue == .riseNoun || lexemes[index].cue == .fallNoun
  }

  /// A number listed behind another takes over its change: 分别增长18.2%、13.1%、17.8%.
  private func changeOfList(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Change? {
    guard let cue = cueBefore(index, text), cue == .enumeration || cue == .and, let last = entries.last,
      let quantity = last.quantity,
      // 提高1倍和1.8倍: a growth by so many times is told in percent. 减少3起、8人: the verb governs both.
      quantity.unit == unit.name || (unit.name == .multiple && quantity.kind == .growth)
        || (quantity.kind == .change && unit.word.category != .percent),
      last.span.upperBound <= lexemes[index - 1].start,
      quantity.kind == .growth || quantity.kind == .change || quantity.kind == .points
    else { return nil }
    var at = last.span.upperBound
    if index >= 2, lexemes[index - 2].start >= at { at = lexemes[index - 2].end }
    guard text.skippingSpaces(from: at) == lexemes[index - 1].start else { return nil }
    return Change(isFall: last.isFall(text), isResult: false, word: nil)
  }

  /// 精简材料36.5%、环节35.2%: a verb governs the figures of a whole list.
  private func changeGovernedInList(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Change? {
    guard let last = entries.last, let quantity = last.quantity, quantity.kind == .growth, quantity.unit == unit.name,
      lexemes[index].start - last.span.upperBound <= 24, text.has("、", at: last.span.upperBound)
    else { return nil }
    var at = last.span.upperBound
    while at < lexemes[index].start {
      if text.has("率", at: at) || text.has("占", at: at) || text.has("比", at: at) { return nil }
      at += decodeScalar(in: text, at: at).length
    }
    return Change(isFall: last.isFall(text), isResult: false, word: nil)
  }

  /// A verb that governs a number behind its object: 减少申请材料30%, 增加学位6500个.
  private func governingChange(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Change? {
    guard cueBefore(index, text) != .result else { return nil }
    var at = index
    while at > 0, index - at < Self.reach {
      at -= 1
      let cue = lexemes[at].cue
      if let compared = comparedChange(at, text) { return compared }
      // 减少2起、少死亡7人
      if cue == .enumeration || cue == .comma, text.has("少", at: lexemes[at].end), tellsFewer(at, text) {
        return Change(isFall: true, isResult: false, word: nil)
      }
      if cue.endsClause || cue == .numeral || cue == .enumeration { return nil }
      guard cue == .riseOf || cue == .fallOf else { continue }
      // 压缩率, 压减比例: a level with a name.
      if text.has("率", at: lexemes[at].end) || text.has("比例", at: lexemes[at].end) { return nil }
      if at + 1 < lexemes.count, lexemes[at + 1].cue == .result, touches(at, at + 1, text) { return nil }
      return Change(isFall: cue == .fallOf, isResult: false, word: at)
    }
    return nil
  }

  /// 比上年多受理12件, 较2022年少8起: more or fewer than at another time.
  private func comparedChange(_ index: Int, _ text: Span<UInt8>) -> Change? {
    var end = lexemes[index].end
    switch lexemes[index].cue {
    case .comparison: break
    case .numeral:
      let start = lexemes[index].start
      guard numeral(index).isCalendarYear, let unit = unit(index),
        text.has("比", before: start) || text.has("较", before: start)
      else { return nil }
      end = unit.lexeme.end
    default: return nil
    }
    if text.has("多", at: end) {
      let isWord = text.has("多数", at: end) || text.has("多项", at: end) || text.has("多个", at: end)
      return isWord ? nil : Change(isFall: false, isResult: false, word: index)
    }
    return text.has("少", at: end) && !text.has("少数", at: end) ? Change(isFall: true, isResult: false, word: index) : nil
  }

  /// Whether 少 behind a mark goes on with a change told before it, and is no part of 少数, 少年.
  private func tellsFewer(_ mark: Int, _ text: Span<UInt8>) -> Bool {
    let end = lexemes[mark].end + 3
    for word: StaticString in ["数", "年", "儿", "先", "量", "部"] where text.has(word, at: end) { return false }
    return entries.last.map { $0.quantity?.kind == .change && lexemes[mark].start - $0.span.upperBound <= 6 } ?? false
  }

  /// 低于, 落后: points below.
  func isBelow(_ index: Int, _ text: Span<UInt8>) -> Bool {
    if text.has("低", before: numeral(index).span.lowerBound) { return true }
    var at = index
    let start = clauseStart(index)
    while at > start {
      at -= 1
      if lexemes[at].cue == .numeral || lexemes[at].cue == .above { return false }
      if lexemes[at].cue == .below { return true }
    }
    return false
  }

  /// Whether the number is where a change starts or where it leads.
  func role(_ index: Int, _ unitLexeme: Int, _ text: Span<UInt8>) -> ChangeRole {
    if let verb = cueBehind(unitLexeme, text), verb.isChange, unitLexeme + 2 < lexemes.count,
      lexemes[unitLexeme + 2].cue == .result, touches(unitLexeme + 1, unitLexeme + 2, text)
    {
      var at = index
      let start = clauseStart(index)
      while at > start {
        at -= 1
        if lexemes[at].cue == .origin { return .before }
      }
    }
    let dated = firstOfDated(index, text)
    var first = dated
    // 增加到近22平方米
    if let cue = cueBefore(first, text), cue == .atMost || cue == .atLeast || cue == .about { first -= 1 }
    guard cueBefore(first, text) == .result else { return .none }
    let last = dated < index ? entries.dropLast().last : entries.last
    return last?.role == .before ? .after : .none
  }

  /// The lexeme where a figure with its date before it starts: 增加到2008年的4.9万元.
  func firstOfDated(_ index: Int, _ text: Span<UInt8>) -> Int {
    guard index >= 2, lexemes[index - 1].cue == .unit, numeralEnds(index - 2, at: index - 1),
      numeral(index - 2).isCalendarYear
    else { return index }
    let end = lexemes[index - 1].end
    let start = lexemes[index].start
    return end == start || (text.has("的", at: end) && end + 3 == start) ? index - 2 : index
  }

  private func numeralEnds(_ index: Int, at unit: Int) -> Bool {
    lexemes[index].cue == .numeral && lexemes[index].end == lexemes[unit].start
  }
}

extension LedgerEntry {
  /// Whether a verb tells that it fell; a sign of its own (-12.4%和20.8%) holds for no other figure.
  fileprivate func isFall(_ text: Span<UInt8>) -> Bool {
    quantity.map { $0.value.digits < 0 } == true
      && NumeralCharacter.of(decodeScalar(in: text, at: numeral.lowerBound).scalar) != nil
  }
}

extension Cue {
  /// Whether the word tells a change of any direction.
  public var isChange: Bool {
    switch self {
    case .rise, .fall, .riseOf, .fallOf, .turn, .improve: true
    default: false
    }
  }
}
