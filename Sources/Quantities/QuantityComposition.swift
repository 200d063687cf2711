/// Composes numeral, unit, bound and change into a quantity.
extension LedgerPass {
  /// A number with a unit, a percentage, a fraction or a range: a stated quantity.
  mutating func placeQuantity(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    guard let value = numeral.value else {
      add(index, .other, .unplaced)
      return true
    }
    if numeral.isFraction { return placeFraction(index, value, text) }
    if let partner = rangePartner(index, text) { return placeRange(index, partner, text) }
    guard let unit = unitOfQuantity(index, text) ?? unitOfList(index, text) else {
      return placeBareNumber(index, value, text)
    }
    guard let stated = statement(index, value: value, place: numeral.place, unit, text) else { return false }
    var end = max(unit.end, numeral.span.upperBound)
    var result = stated
    if unit.word.category == .money, unit.name == .yuan { addFractionsOfYuan(index, &result, &end, text) }
    // 两年半, 十五斤半
    if text.has("半", at: end), endsPhrase(at: end + 3, text), let whole = stated.quantity.value.floor,
      !numeral.hasFraction
    {
      let half = ExactDecimal(digits: whole * 10 + 5, exponent: -1)
      result.quantity = Quantity(
        value: half, place: nil, unit: stated.quantity.unit, kind: stated.quantity.kind, bound: stated.quantity.bound)
      end += 3
    }
    append(result, span: numeral.span.lowerBound..<end, index, text)
    return true
  }

  /// 十一元一角五分: 角 and 分 behind 元.
  private mutating func addFractionsOfYuan(_ index: Int, _ stated: inout Stated, _ end: inout Int, _ text: Span<UInt8>)
  {
    var at = index + 2
    while at + 1 < lexemes.count, lexemes[at].cue == .numeral, lexemes[at].start == end, let part = numeral(at).value,
      lexemes[at + 1].cue == .unit
    {
      let unit = lexemes[at + 1]
      let power = text.has("角", at: unit.start) ? -1 : text.has("分", at: unit.start) ? -2 : 0
      guard power < 0, let sum = stated.quantity.value.adding(part.scaled(byPowerOfTen: power)) else { return }
      stated.quantity = Quantity(
        value: sum, place: power, unit: stated.quantity.unit, kind: stated.quantity.kind, bound: stated.quantity.bound)
      end = unit.end
      next = max(next, at + 2)
      at += 2
    }
  }

  // MARK: - Units

  /// The unit of a quantity with the place where it ends.
  struct FoundUnit {
    let word: UnitWord
    let name: Unit
    let end: Int
    /// The lexeme of the unit, or of the numeral if the unit lies in it (百分之).
    let lexeme: Int
  }

  /// The unit behind a numeral, with the base of a rate (元/月); 百分之 stands in the numeral itself.
  private func unitOfQuantity(_ index: Int, _ text: Span<UInt8>) -> FoundUnit? {
    let numeral = numeral(index)
    // 6.4个和8.9个百分点: both are points.
    if let own = unit(index), text.has("个", at: own.lexeme.start), own.lexeme.end - own.lexeme.start == 3,
      index + 4 < lexemes.count, lexemes[index + 2].cue == .and || lexemes[index + 2].cue == .enumeration,
      touches(index + 1, index + 2, text), touches(index + 2, index + 3, text), let other = unit(index + 3),
      other.word.category == .points
    {
      return FoundUnit(word: other.word, name: other.word.unit, end: own.lexeme.end, lexeme: index + 1)
    }
    if numeral.isPerHundred {
      return FoundUnit(
        word: UnitWord(unit: .percent, category: .percent, scale: 0), name: .percent, end: numeral.span.upperBound,
        lexeme: index)
    }
    guard let unit = unit(index) else { return nil }
    var end = unit.lexeme.end
    // 台次, 轮次, 家次: so many times for each; 条次干道 is another word.
    if unit.word.category == .count, text.has("次", at: end), !text.has("次干", at: end), !text.has("次要", at: end),
      !text.has("次生", at: end), !text.has("次", before: end)
    {
      end += 3
      return FoundUnit(word: unit.word, name: Unit(unit.word.unit.name + "次"), end: end, lexeme: index + 1)
    }
    if text.has("/", at: end) || text.has("／", at: end) {
      let start = end + (text.has("/", at: end) ? 1 : 3)
      if start < text.count, let base = lexicon.unit(in: text, at: start) {
        let baseUnit = lexicon.units[Int(base.payload)]
        let name = Unit(unit.word.unit.name + "/" + baseUnit.unit.name)
        return FoundUnit(word: unit.word, name: name, end: base.end, lexeme: index + 1)
      }
    }
    return FoundUnit(word: unit.word, name: unit.word.unit, end: end, lexeme: index + 1)
  }

  /// The unit that a number of a list shares with the one behind it: 5、6、7家, 6.4个和8.9个百分点.
  private func unitOfList(_ index: Int, _ text: Span<UInt8>) -> FoundUnit? {
    guard numeral(index).isArabic, unit(index) == nil else { return nil }
    var at = index
    while at + 2 < lexemes.count, at - index < Self.reach,
      lexemes[at + 1].cue == .enumeration || lexemes[at + 1].cue == .and,
      lexemes[at + 2].cue == .numeral, touches(at, at + 1, text), touches(at + 1, at + 2, text)
    {
      at += 2
      guard let shared = unit(at) else { continue }
      let word = shared.word
      guard word.category != .year, word.category != .month, word.category != .day else { return nil }
      return FoundUnit(word: word, name: word.unit, end: lexemes[index].end, lexeme: index)
    }
    return nil
  }

  // MARK: - Statement of a quantity

  /// A quantity with the rule that made it.
  struct Stated {
    var quantity: Quantity
    var rule: RuleName
  }

  private func statement(
    _ index: Int, value: ExactDecimal, place: Int?, _ unit: FoundUnit, _ text: Span<UInt8>
  ) -> Stated? {
    var value = value.scaled(byPowerOfTen: unit.word.scale)
    var place = place.map { $0 + unit.word.scale }
    let bound = self.bound(index, unit, text)
    let change = self.change(index, unit, text)
    let kind: QuantityKind
    let rule: RuleName
    switch unit.word.category {
    case .percent, .permille, .tenth:
      if unit.word.category == .percent, place == nil { place = 0 }
      if let change, !change.isResult {
        (kind, rule) = (.growth, .growth)
        if change.isFall { value = -value }
      } else {
        (kind, rule) = (.percent, .percent)
      }
    case .points, .permillePoints:
      if place == nil { place = unit.word.scale }
      (kind, rule) = (.points, .points)
      if change?.isFall == true || isBelow(index, text) { value = -value }
    case .word: return nil
    case .multiple: (kind, rule) = (.multiple, .multiple)
    case .doubling:
      guard text.has("翻", before: lexemes[index].start) || text.has("翻了", before: lexemes[index].start) else {
        return nil
      }
      (kind, rule) = (.multiple, .multiple)
      guard let times = value.floor, (1...20).contains(times) else { return nil }
      value = ExactDecimal(digits: Int64(1) << times)
    case .money: (kind, rule) = changeOr(.money, .money, change)
    case .duration, .year, .month, .day, .clock:
      (kind, rule) = (.duration, .duration)
    case .measure: (kind, rule) = changeOr(.measure, .measure, change)
    case .person where change?.isResult == false && text.has("位", at: lexemes[unit.lexeme].start):
      // 排名上升3位: places in a ranking, not people.
      let places = Quantity(
        value: change?.isFall == true ? -value : value, place: nil, unit: .rank, kind: .change, bound: bound)
      return Stated(quantity: places, rule: .change)
    case .count, .person, .session:
      let isRatio = isForBase(index, text)
      (kind, rule) = isRatio ? (.ratio, .ratio) : changeOr(.count, .count, change)
    }
    if kind == .change, change?.isFall == true { value = -value }
    // 百日 lasts a hundred 天.
    let name = unit.word.category == .day ? .days : unit.name
    return Stated(quantity: Quantity(value: value, place: place, unit: name, kind: kind, bound: bound), rule: rule)
  }

  private func changeOr(_ kind: QuantityKind, _ rule: RuleName, _ change: Change?) -> (QuantityKind, RuleName) {
    guard let change, !change.isResult else { return (kind, rule) }
    return (.change, .change)
  }

  /// Whether the clause says before the number that it is for a base: 每万人, 万人发明专利.
  private func isForBase(_ index: Int, _ text: Span<UInt8>) -> Bool {
    var at = index
    let start = clauseStart(index)
    while at > start {
      at -= 1
      guard lexemes[at].cue == .numeral else { continue }
      let base = numeral(at)
      return base.isBareMultiplier && !base.isArabic && base.bound == .exact && unit(at)?.word.category == .person
    }
    return false
  }

  // MARK: - Bounds

  /// The bound that the words before and behind a number set.
  private func bound(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Bound {
    if let behind = cueBehind(unit.lexeme, text), lexemes[unit.lexeme + 1].start == unit.end {
      switch behind {
      case .orMore: return .atLeast
      case .orLess: return .atMost
      case .moreOrLess: return .about
      default: break
      }
    }
    var at = index
    while at > 0, touches(at - 1, at, text) {
      switch lexemes[at - 1].cue {
      case .atLeast:
        // 突破12项关键技术: to solve, not to exceed.
        let solves = unit.word.category == .count && text.has("突破", at: lexemes[at - 1].start) && unit.name == .items
        return solves ? numeral(index).bound : .atLeast
      case .atMost: return .atMost
      case .below where unit.word.category != .points: return .atMost
      case .above where unit.word.category != .points: return .atLeast
      case .about: return .about
      case .filler, .result, .each: at -= 1
      default: return distantBound(index, unit, text)
      }
    }
    return distantBound(index, unit, text)
  }

  /// 不低于交流总数的20%: a bound before the whole of which the figure is a share.
  private func distantBound(_ index: Int, _ unit: FoundUnit, _ text: Span<UInt8>) -> Bound {
    let own = numeral(index).bound
    guard own == .exact, unit.word.category == .percent, text.has("的", before: lexemes[index].start) else { return own }
    for lexeme in lexemes[clauseStart(index)..<index].reversed() {
      if lexeme.cue == .numeral { return own }
      if text.has("不", at: lexeme.start), lexeme.cue == .atLeast { return .atLeast }
      if text.has("不", at: lexeme.start), lexeme.cue == .atMost { return .atMost }
    }
    return own
  }

  // MARK: - Ranges, fractions, bare numbers

  /// The second number of a range, if a dash or 至 joins one with a unit to this one.
  private func rangePartner(_ index: Int, _ text: Span<UInt8>) -> Int? {
    var following = index + 1
    var end = lexemes[index].end
    if following < lexemes.count, lexemes[following].cue == .unit {
      end = lexemes[following].end
      following += 1
    }
    if following < lexemes.count, lexemes[following].cue == .result, text.has("至", at: lexemes[following].start) {
      following += 1
    }
    guard following + 1 < lexemes.count, lexemes[following].cue == .numeral, !numeral(following).isFraction,
      numeral(following).isPerHundred || lexemes[following + 1].cue == .unit,
      isDash(from: end, to: lexemes[following].start, text)
    else { return nil }
    if let first = unit(index), let second = unit(following), first.word.unit != second.word.unit { return nil }
    guard let low = numeral(index).value, let high = numeral(following).value else { return nil }
    return low < high || numeral(following).hasMultiplier ? following : nil
  }

  private func isDash(from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
    guard end > start, end - start <= 6 else { return false }
    var at = start
    while at < end {
      let (scalar, length) = decodeScalar(in: text, at: at)
      switch scalar {
      case 0x2D, 0x2013, 0x2014, 0xFF0D, 0x7E, 0xFF5E, 0x81F3, 0x20: at += length  // -–—－~～至
      default: return false
      }
    }
    return true
  }

  private mutating func placeRange(_ index: Int, _ partner: Int, _ text: Span<UInt8>) -> Bool {
    let (first, second) = (numeral(index), numeral(partner))
    guard let unit = unitOfQuantity(partner, text), var low = first.value, let high = second.value,
      // The unit's own rules decide kind and sign; the range's ends are the numbers as written.
      var stated = statement(index, value: low, place: nil, unit, text)
    else { return false }
    // 3—5万 shares the multiplier.
    if !first.hasMultiplier, second.hasMultiplier, low < high.scaled(byPowerOfTen: -second.multiplierPower) {
      low = low.scaled(byPowerOfTen: second.multiplierPower)
    }
    let scale = unit.word.scale
    let sign: Int64 = stated.quantity.value.digits < 0 ? -1 : 1
    guard let factor = ExactDecimal(digits: sign).multiplied(by: low),
      let other = ExactDecimal(digits: sign).multiplied(by: high)
    else { return false }
    stated.quantity.value = factor.scaled(byPowerOfTen: scale)
    stated.quantity.bound = .range
    let ends = [factor.scaled(byPowerOfTen: scale), other.scaled(byPowerOfTen: scale)].sorted()
    stated.quantity.low = ends[0]
    stated.quantity.high = ends[1]
    next = max(next, partner + 1)
    if (text.has("岁", before: unit.end) || unit.name == .levels) && !endsPhrase(at: unit.end, text) {
      add(index, .threshold, .threshold, withUnit: false)
      entries[entries.count - 1].span = first.span.lowerBound..<unit.end
      return true
    }
    append(stated, span: first.span.lowerBound..<unit.end, index, text, unitLexeme: unit.lexeme)
    return true
  }

  private mutating func placeFraction(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let none = UnitWord(unit: .none, category: .count, scale: 0)
    let unit = FoundUnit(word: none, name: .none, end: numeral(index).span.upperBound, lexeme: index)
    let quantity = Quantity(value: value, place: nil, unit: .none, kind: .ratio, bound: bound(index, unit, text))
    append(Stated(quantity: quantity, rule: .fraction), span: numeral(index).span, index, text)
    return true
  }

  /// 12.9：34.9：52.2: a proportion of at least two numbers with a fraction among them or behind a word of proportion.
  private mutating func placeProportion(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let joins = { (first: Int, second: Int, reader: LedgerPass) in
      second + 1 < reader.lexemes.count && first >= 0 && reader.lexemes[first].cue == .numeral
        && reader.lexemes[second].cue == .colon && reader.lexemes[second + 1].cue == .numeral
        && reader.lexemes[first].end == reader.lexemes[second].start
        && reader.lexemes[second].end == reader.lexemes[second + 1].start
        && (reader.numeral(first).hasFraction || reader.numeral(second + 1).hasFraction)
    }
    guard joins(index, index + 1, self) || joins(index - 2, index - 1, self) else { return false }
    let quantity = Quantity(value: value, place: numeral(index).place, unit: .none, kind: .ratio, bound: .exact)
    append(Stated(quantity: quantity, rule: .ratio), span: numeral(index).span, index, text)
    return true
  }

  /// 2×100万千瓦机组: the number of sets before their size.
  private mutating func placeBareNumber(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    let end = numeral.span.upperBound
    guard numeral.isArabic else { return false }
    if placeProportion(index, value, text) { return true }
    if text.has("×", at: end) {
      let quantity = Quantity(value: value, place: nil, unit: .sets, kind: .count, bound: .exact)
      append(Stated(quantity: quantity, rule: .bareNumber), span: numeral.span, index, text)
      return true
    }
    // 10万农村人口, 17万新生: a large number right before what it counts.
    guard numeral.multiplierPower >= 4, !endsPhrase(at: end, text), !enclosures[index].isQuote else { return false }
    let unit = countsPeople(from: end, text) ? Unit.people : Unit.none
    let word = UnitWord(unit: unit, category: .count, scale: 0)
    guard
      let stated = statement(
        index, value: value, place: numeral.place, FoundUnit(word: word, name: unit, end: end, lexeme: index), text)
    else { return false }
    append(Stated(quantity: stated.quantity, rule: .bareNumber), span: numeral.span, index, text)
    return true
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

  /// 翻番, 翻倍 without a number: twice as much.
  mutating func placeDoubled(_ index: Int, _ text: Span<UInt8>) {
    let span = lexemes[index].start..<lexemes[index].end
    let two = ExactDecimal(digits: 2)
    entries.append(
      LedgerEntry(
        span: span, numeral: span, numeralClass: .statistic,
        quantity: Quantity(value: two, place: nil, unit: .multiple, kind: .multiple, bound: .exact), value: two,
        role: .none, rule: .multiple, issue: nil))
  }

  /// 与上年持平: a change of nothing.
  mutating func placeUnchanged(_ index: Int, _ text: Span<UInt8>) {
    let lexeme = lexemes[index]
    guard text.has("持平", at: lexeme.start),
      text.has("上年", before: lexeme.start) || text.has("同期", before: lexeme.start)
        || text.has("同比", before: lexeme.start)
    else { return }
    let zero = ExactDecimal(digits: 0)
    entries.append(
      LedgerEntry(
        span: lexeme.start..<lexeme.end, numeral: lexeme.start..<lexeme.end, numeralClass: .statistic,
        quantity: Quantity(value: zero, place: nil, unit: .percent, kind: .growth, bound: .exact), value: zero,
        role: .none, rule: .zeroChange, issue: nil))
  }

  private mutating func append(
    _ stated: Stated, span: Range<Int>, _ index: Int, _ text: Span<UInt8>, unitLexeme: Int? = nil
  ) {
    let unitLexeme = unitLexeme ?? (unit(index) == nil ? index : index + 1)
    entries.append(
      LedgerEntry(
        span: span, numeral: numeral(index).span, numeralClass: .statistic, quantity: stated.quantity,
        value: stated.quantity.value, role: role(index, unitLexeme, text), rule: stated.rule, issue: nil))
  }
}
