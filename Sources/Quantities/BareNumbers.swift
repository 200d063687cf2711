/// Numbers without a unit that still state a quantity: proportions, values of an index, large numbers beside what they count.
extension LedgerPass {
  /// 1.2比1
  private mutating func placeRatioToOne(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let end = numeral(index).span.upperBound
    guard text.has("比1", at: end), index + 1 < lexemes.count, lexemes[index + 1].start == end + 3,
      lexemes[index + 1].cue == .numeral, numeral(index + 1).span.count == 1, unit(index + 1) == nil
    else { return false }
    let quantity = Quantity(value: value, place: numeral(index).place, unit: .none, kind: .ratio, bound: .exact)
    next = max(next, index + 2)
    append(
      Stated(quantity: quantity, rule: .ratio), span: numeral(index).span.lowerBound..<end + 4, index, text,
      unitLexeme: index + 1)
    return true
  }

  /// 12.9：34.9：52.2: a proportion of at least two numbers with a fraction among them or behind a word of proportion.
  private mutating func placeProportion(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    if placeRatioToOne(index, value, text) { return true }
    guard let chain = proportion(index, text) else { return false }
    let quantity = Quantity(value: value, place: numeral(index).place, unit: .none, kind: .ratio, bound: .exact)
    // 17.5:1 is one figure.
    if chain == index..<index + 3, numeral(index + 2).value == ExactDecimal(digits: 1) {
      let end = numeral(index + 2).span.upperBound
      next = max(next, index + 3)
      append(
        Stated(quantity: quantity, rule: .ratio), span: numeral(index).span.lowerBound..<end, index, text,
        unitLexeme: index + 2)
      return true
    }
    let isFirst = chain.lowerBound == index
    let led = entries.last.map { $0.rule == .ratio ? $0.role : .none } ?? .none
    append(
      Stated(quantity: quantity, rule: .ratio), span: numeral(index).span, index, text, unitLexeme: chain.upperBound - 1
    )
    // Behind the first number the others of a proportion have its place in a change.
    if !isFirst, entries[entries.count - 1].role == .none { entries[entries.count - 1].role = led }
    return true
  }

  /// The lexemes of a proportion that a number is part of: numbers joined by colons, with a fraction among them, behind a
  /// word of proportion (男女比为51:49) or behind another proportion (由12:41:47调整为11:40:49).
  func proportion(_ index: Int, _ text: Span<UInt8>) -> Range<Int>? {
    var first = index
    while first >= 2, joinsProportion(first - 2) { first -= 2 }
    var last = index
    while joinsProportion(last) { last += 2 }
    guard last > first else { return nil }
    let chain = first..<last + 1
    let numbers = stride(from: first, through: last, by: 2)
    if numbers.contains(where: { numeral($0).hasFraction }) { return chain }
    guard numbers.allSatisfy({ numeral($0).isArabic && unit($0) == nil }) else { return nil }
    if text.has("的比例", at: lexemes[last].end) || text.has("比例", at: lexemes[last].end) { return chain }
    let end = wordsBeforeProportion(first, text)
    if let before = entries.last, before.rule == .ratio, before.span.upperBound == end { return chain }
    return isBehindProportion(end, text) ? chain : nil
  }

  /// Whether the noun of a proportion ends at an offset.
  private func isBehindProportion(_ offset: Int, _ text: Span<UInt8>) -> Bool {
    Self.proportionNouns.contains { text.has($0, before: offset) }
  }

  /// Where the words begin that lead from the noun of a proportion to its first number: 生师比|不低于, 比例|由, 结构|优化为.
  private func wordsBeforeProportion(_ first: Int, _ text: Span<UInt8>) -> Int {
    // 生师比由2021年的20:1降至19:1
    var at = firstOfDated(first, text)
    while at > 0, first - at < Self.reach, !isBehindProportion(lexemes[at].start, text), touches(at - 1, at, text),
      lexemes[at - 1].cue.leadsToProportion
    {
      at -= 1
    }
    let start = lexemes[at].start
    return Self.proportionVerbs.first { text.has($0, before: start) }.map { start - $0.utf8CodeUnitCount } ?? start
  }

  /// Whether a colon joins the number at an index to the next.
  private func joinsProportion(_ index: Int) -> Bool {
    index + 2 < lexemes.count && lexemes[index].cue == .numeral && lexemes[index + 1].cue == .colon
      && lexemes[index + 2].cue == .numeral && lexemes[index].end == lexemes[index + 1].start
      && lexemes[index + 1].end == lexemes[index + 2].start
  }

  private static let proportionVerbs: [StaticString] = ["变化", "演变", "改善", "优化", "是"]
  private static let proportionNouns: [StaticString] = ["比例", "之比", "比值", "结构", "构成", "比", "按", "按照"]

  /// 死亡率7.1/10万: so many of a round base.
  private mutating func placeShareOfBase(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let end = numeral(index).span.upperBound
    let isSlash = text.has("/", at: end) || text.has("／", at: end)
    guard isSlash, index + 1 < lexemes.count, lexemes[index + 1].cue == .numeral,
      lexemes[index + 1].start == end + (text.has("/", at: end) ? 1 : 3)
    else { return false }
    let base = numeral(index + 1).span
    let unit: Unit
    if text.has("10万", at: base.lowerBound) || text.has("十万", at: base.lowerBound) {
      unit = .perHundredThousand
    } else if text.has("万", at: base.lowerBound) {
      unit = .perTenThousand
    } else {
      return false
    }
    let quantity = Quantity(value: value, place: numeral(index).place, unit: unit, kind: .ratio, bound: .exact)
    next = max(next, index + 2)
    append(
      Stated(quantity: quantity, rule: .ratio), span: numeral(index).span.lowerBound..<base.upperBound, index, text,
      unitLexeme: index + 1)
    return true
  }

  /// 2×100万千瓦机组: the number of sets before their size.
  mutating func placeBareNumber(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    let end = numeral.span.upperBound
    if placeRoundAmount(index, value, text) { return true }
    guard numeral.isArabic else { return false }
    if placeProportion(index, value, text) || placeShareOfBase(index, value, text)
      || placeIndexValue(index, value, text)
    {
      return true
    }
    if value.digits == 0, tellsRate(before: numeral.span.lowerBound, text), endsPhrase(at: end, text) {
      let quantity = Quantity(value: value, place: nil, unit: .percent, kind: .percent, bound: .exact)
      append(Stated(quantity: quantity, rule: .percent), span: numeral.span, index, text)
      return true
    }
    if isNumberOfSets(index, text) {
      let quantity = Quantity(value: value, place: nil, unit: .sets, kind: .count, bound: .exact)
      append(Stated(quantity: quantity, rule: .bareNumber), span: numeral.span, index, text)
      return true
    }
    // 10万农村人口, 参保人数达1.2亿: a large number beside what it counts.
    guard numeral.multiplierPower >= 4, !enclosures[index].isQuote else { return false }
    // 收入过50亿的2家: the amount defines the group.
    if text.has("的", at: end), cueBefore(index, text)?.isBound == true { return false }
    let isMoney = isAmountOfMoney(index, text)
    let unit = isMoney ? .yuan : unitOfBareNumber(index, text)
    let word = UnitWord(unit: unit, category: isMoney ? .money : .count, scale: 0)
    guard
      let stated = statement(
        index, value: value, place: numeral.place, FoundUnit(word: word, name: unit, end: end, lexeme: index), text)
    else { return false }
    append(Stated(quantity: stated.quantity, rule: .bareNumber), span: numeral.span, index, text)
    return true
  }

  /// 产值突破千亿: a round amount of money without its unit, behind a word of money.
  private mutating func placeRoundAmount(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    guard numeral.isBareMultiplier, numeral.multiplierPower >= 8, cueBefore(index, text)?.isBound == true,
      endsPhrase(at: numeral.span.upperBound, text), !enclosures[index].isQuote, tellsMoney(before: index, text)
    else { return false }
    let word = UnitWord(unit: .yuan, category: .money, scale: 0)
    let unit = FoundUnit(word: word, name: .yuan, end: numeral.span.upperBound, lexeme: index)
    guard let stated = statement(index, value: value, place: numeral.place, unit, text) else { return false }
    append(Stated(quantity: stated.quantity, rule: .bareNumber), span: numeral.span, index, text)
    return true
  }

  /// 总投资1720.00万, 罚款12万, 投资1.2亿、8000万: whether a number without its unit closes a phrase and tells an amount of the money named before it.
  private func isAmountOfMoney(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let end = numeral(index).span.upperBound
    let behind = cueBehind(index, text)
    guard endsPhrase(at: end, text) || behind?.isChange == true || behind == .orMore || behind == .moreOrLess else {
      return false
    }
    var at = index
    while at > 0, touches(at - 1, at, text), lexemes[at - 1].cue.leadsToAmount { at -= 1 }
    if at > 0, at == index, [.enumeration, .and].contains(lexemes[at - 1].cue), let last = entries.last?.quantity {
      return last.unit == .yuan && touches(at - 2, at - 1, text)
    }
    if isPartOfMoney(index, text) { return true }
    // 补偿款发放3.2亿
    let start = lexemes[at].start - lexicon.countingVerbLength(in: text, before: lexemes[at].start)
    return Self.moneyNouns.contains { text.has($0, before: start) }
      && !Self.otherNouns.contains { text.has($0, before: start) }
  }

  /// 总预算1170.00万，其中支持规模化发展870.00万，支持创新化发展300.00万: a part of an amount that has no unit either.
  private func isPartOfMoney(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let last = entries.last, last.rule == .bareNumber, last.quantity?.unit == .yuan,
      unitOfBareNumber(index, text) == .none
    else { return false }
    var at = index
    while at > 0, index - at < Self.reach, lexemes[at - 1].cue != .sentenceEnd {
      at -= 1
      if lexemes[at].cue == .amongWhich { return true }
    }
    return false
  }

  /// Ends of words for money, and words that end like one.
  private static let moneyNouns: [StaticString] = [
    "额", "值", "费", "款", "税", "金", "债", "薪", "价", "资", "税收", "收入", "支出", "预算", "决算", "利润", "营收", "成本", "补助", "补贴", "贷",
    "投入", "罚没",
  ]
  private static let otherNouns: [StaticString] = ["名额", "员额", "配额", "数值", "物资", "师资", "缺额"]

  /// Whether a word of money stands a few characters before a number in its clause.
  private func tellsMoney(before index: Int, _ text: Span<UInt8>) -> Bool {
    var at = lexemes[index].start
    for _ in 0..<12 where at > 0 {
      if text.has("值", before: at) || text.has("额", before: at) || text.has("收入", before: at)
        || text.has("投资", before: at) || text.has("税收", before: at) || text.has("贷款", before: at)
        || text.has("存款", before: at) || text.has("营收", before: at) || text.has("经济总量", before: at)
        || text.has("GDP", before: at)
      {
        return true
      }
      at = scalarStart(in: text, before: at)
      if isClauseMark(decodeScalar(in: text, at: at).scalar) { return false }
    }
    return false
  }

  /// 败诉率为0: whether a rate stands before a number, which nobody writes with a sign where it is nothing.
  private func tellsRate(before start: Int, _ text: Span<UInt8>) -> Bool {
    text.has("率", before: text.has("为", before: start) ? start - 3 : start)
  }

  /// Whether a size of power or load stands behind × (2×66万千瓦), and not a length (100×100米).
  private func isNumberOfSets(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard text.has("×", at: numeral(index).span.upperBound), index + 2 < lexemes.count,
      lexemes[index + 1].cue == .numeral, let size = unit(index + 1)
    else { return false }
    return Unit.ofPlantSizes.contains(size.word.unit)
  }

  /// 人 before a noun of people, and the unit that 人数, 人次, 户数 before the number in its clause tell.
  private func unitOfBareNumber(_ index: Int, _ text: Span<UInt8>) -> Unit {
    let end = numeral(index).span.upperBound
    if !endsPhrase(at: end, text) { return countsPeople(from: end, text) ? .people : .none }
    var at = lexemes[index].start
    for _ in 0..<16 {
      if text.has("人数", before: at) || text.has("人口", before: at) { return .people }
      if text.has("人次", before: at) { return .visits }
      if text.has("户数", before: at) { return .households }
      if at == 0 { break }
      at = scalarStart(in: text, before: at)
      if isClauseMark(decodeScalar(in: text, at: at).scalar) { break }
    }
    return .none
  }

  private func isClauseMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF0C, 0xFF1B, 0x2C, 0x3B: true  // 。 ， ； , ;
    default: false
    }
  }

  /// 满意度指数升至96.54, 得分95.6, 倍差1.86: the value of an index, a score or a ratio without a unit.
  private mutating func placeIndexValue(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let end = numeral(index).span.upperBound
    let behind = cueBehind(index, text)
    guard
      endsPhrase(at: end, text) || behind?.isChange == true || behind == .orMore || behind == .moreOrLess
        || behind == .orLess || behind == .result || behind == .openParen, let isIndex = tellsIndex(before: index, text)
    else { return false }
    let unit = FoundUnit(
      word: UnitWord(unit: .none, category: .measure, scale: 0), name: .none, end: end, lexeme: index)
    guard var stated = statement(index, value: value, place: numeral(index).place, unit, text) else { return false }
    if stated.quantity.kind == .measure, !isIndex { (stated.quantity.kind, stated.rule) = (.ratio, .ratio) }
    append(stated, span: numeral(index).span, index, text)
    return true
  }

  /// Whether a number is the value of an index or score (`true`) or of a ratio (`false`); `nil` if neither is told
  /// before it, with nothing between but what leads to the value.
  ///
  /// A change in a clause of its own goes on from the value before it (为1.95，比上年缩小0.03).
  private func tellsIndex(before index: Int, _ text: Span<UInt8>) -> Bool? {
    // 指数提高到2023年的91.2
    var at = firstOfDated(index, text)
    var isChange = false
    while at > 0, index - at < 8, touches(at - 1, at, text) {
      at -= 1
      switch lexemes[at].cue {
      case .index: return text.has("指数", at: lexemes[at].start) || text.has("分", before: lexemes[at].end)
      case .rise, .fall, .riseOf, .fallOf, .improve: isChange = true
      case .comma where isChange: continue
      case .result, .filler, .turn, .about, .atLeast, .atMost, .respectively, .each, .comparison, .origin, .ranked:
        continue
      case .numeral:
        guard let value = entries.last(where: { $0.numeral == lexemes[at].start..<lexemes[at].end })?.quantity,
          value.unit == .none, value.kind == .measure || value.kind == .ratio
        else { return nil }
        return value.kind == .measure
      default: return nil
      }
    }
    return nil
  }

  /// Whether the noun behind a number names people: within eight characters, before any mark.
  private func countsPeople(from start: Int, _ text: Span<UInt8>) -> Bool {
    var at = start
    for _ in 0..<8 where at < text.count && !endsPhrase(at: at, text) {
      if text.has("人口", at: at) || text.has("居民", at: at) || text.has("群众", at: at) || text.has("学生", at: at)
        || text.has("孩子", at: at) || text.has("职工", at: at) || text.has("农民", at: at) || text.has("劳动者", at: at)
        || text.has("老人", at: at) || text.has("毕业生", at: at) || text.has("工人", at: at) || text.has("新生", at: at)
      {
        return true
      }
      at += decodeScalar(in: text, at: at).length
    }
    return false
  }
}

extension Cue {
  /// Whether the word can stand between the noun of a proportion and its numbers.
  fileprivate var leadsToProportion: Bool {
    isBound || isChange || [.filler, .result, .origin, .colon, .below, .above].contains(self)
  }

  /// Whether the word can stand between a noun and its amount: 投资达1.2亿.
  fileprivate var leadsToAmount: Bool {
    isBound || isChange || [.filler, .result, .each, .respectively, .comparison, .colon].contains(self)
  }
}
