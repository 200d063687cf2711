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
    if isUnitOfTable(index, text) {
      add(index, .other, .unplaced)
      return true
    }
    if let upper = numeral.upper, let unit = unitOfQuantity(index, text) {
      return placeRange(index, unit, from: value, to: upper, text)
    }
    if placeCompoundDuration(index, value, text) { return true }
    if let unit = unitBehindHalf(index, text), let sum = value.adding(ExactDecimal(digits: 5, exponent: -1)),
      let stated = statement(index, value: sum, place: nil, unit, text)
    {
      next = max(next, unit.lexeme + 1)
      append(stated, span: numeral.span.lowerBound..<unit.end, index, text, unitLexeme: unit.lexeme)
      return true
    }
    if let partner = rangePartner(index, text) { return placeRange(index, partner, text) }
    guard let unit = unitOfQuantity(index, text) ?? unitOfList(index, text) ?? unitOfLabel(index, text) else {
      return placeBareNumber(index, value, text)
    }
    var end = max(unit.end, numeral.span.upperBound)
    // 两年半, 十五斤半
    let isHalfMore = text.has("半", at: end) && endsPhrase(at: end + 3, text) && !numeral.hasFraction
    let stated =
      isHalfMore
      ? value.adding(ExactDecimal(digits: 5, exponent: -1)).flatMap {
        statement(index, value: $0, place: nil, unit, text)
      }
      : statement(index, value: value, place: numeral.place ?? (unit.label == nil ? nil : 0), unit, text)
    guard var result = stated else { return false }
    if isHalfMore { end += 3 }
    if unit.word.category == .tenth { addHundredths(index, &result, &end, text) }
    if unit.word.category == .money { addSmallerAmounts(index, &result, &end, text) }
    append(result, span: (unit.start ?? numeral.span.lowerBound)..<end, index, text)
    while next < lexemes.count, lexemes[next].start < end { next += 1 }
    return true
  }

  /// 单位：千元, 单位：人民币百万元, 地区生产总值（亿元）: the unit that figures elsewhere are told in; and 186.5⏎亿元, cut from its number by a line
  /// end.
  private func isUnitOfTable(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    guard numeral.isBareMultiplier else { return false }
    var start = numeral.span.lowerBound
    if let currency = lexicon.currency(in: text, before: start) { start = currency.start }
    let isLarge = numeral.multiplierPower >= 4
    if start == text.skippingSpaces(from: 0) { return isLarge }
    if text.has("单位", before: start) { return true }
    if text.has("：", before: start) || text.has(":", before: start) {
      return isLarge || text.has("单位", before: start - (text.has("：", before: start) ? 3 : 1))
    }
    guard text.has("（", before: start) || text.has("(", before: start) else { return false }
    return isLarge || unit(index) != nil && cueBehind(index + 1, text) == .closeParen
  }

  /// 6分40秒, 2小时30分, 3年6个月: one time in two units, told in the smaller.
  private mutating func placeCompoundDuration(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    guard let large = unit(index), index + 3 < lexemes.count, lexemes[index + 2].cue == .numeral,
      lexemes[index + 2].start == large.lexeme.end, let small = unit(index + 2), let rest = numeral(index + 2).value,
      value.isWhole
    else { return false }
    let (start, end) = (large.lexeme.start, small.lexeme.start)
    let factor: Int64
    let name: Unit
    if text.has("分", at: start), text.has("秒", at: end) {
      (factor, name) = (60, .seconds)
    } else if text.has("小时", at: start) || text.has("个小时", at: start), text.has("分", at: end) {
      (factor, name) = (60, .minutes)
    } else if text.has("年", at: start), text.has("个月", at: end) {
      (factor, name) = (12, .months)
    } else {
      return false
    }
    let word = UnitWord(unit: name, category: .duration, scale: 0)
    let unit = FoundUnit(word: word, name: name, end: small.lexeme.end, lexeme: index + 3)
    guard let whole = value.multiplied(by: ExactDecimal(digits: factor))?.adding(rest),
      let stated = statement(index, value: whole, place: nil, unit, text)
    else { return false }
    next = max(next, index + 4)
    append(stated, span: numeral(index).span.lowerBound..<unit.end, index, text, unitLexeme: unit.lexeme)
    return true
  }

  /// 3个半月, 一个半小时: the unit behind 个半.
  func unitBehindHalf(_ index: Int, _ text: Span<UInt8>) -> FoundUnit? {
    guard let own = unit(index), index + 3 < lexemes.count, text.has("个", at: own.lexeme.start),
      own.lexeme.end - own.lexeme.start == 3, lexemes[index + 2].cue == .numeral, numeral(index + 2).isHalf,
      lexemes[index + 2].start == own.lexeme.end, let half = unit(index + 2)
    else { return nil }
    guard Unit.ofTimesWithHalves.contains(half.word.unit) else { return nil }
    return FoundUnit(word: half.word, name: half.word.unit, end: half.lexeme.end, lexeme: index + 3)
  }

  /// 占六成五: a digit behind 成 is so many percent.
  private mutating func addHundredths(_ index: Int, _ stated: inout Stated, _ end: inout Int, _ text: Span<UInt8>) {
    guard index + 2 < lexemes.count, lexemes[index + 2].cue == .numeral, lexemes[index + 2].start == end,
      !numeral(index + 2).isArabic, numeral(index + 2).isWhole(upTo: 9), endsPhrase(at: lexemes[index + 2].end, text),
      let part = numeral(index + 2).value,
      let sum = stated.quantity.value.adding(stated.quantity.value.digits < 0 ? -part : part)
    else { return }
    stated.quantity = Quantity(
      value: sum, place: 0, unit: stated.quantity.unit, kind: stated.quantity.kind, bound: stated.quantity.bound)
    end = lexemes[index + 2].end
  }

  /// 十一元一角五分, 12亿元4500万元: one amount told in several units, each smaller than the one before.
  private mutating func addSmallerAmounts(_ index: Int, _ stated: inout Stated, _ end: inout Int, _ text: Span<UInt8>) {
    guard !numeral(index).hasFraction else { return }
    var last = index
    while last + 3 < lexemes.count, lexemes[last + 2].cue == .numeral, lexemes[last + 2].start == end,
      let power = powerOfSmallerAmount(last + 2, behind: last, text),
      let part = numeral(last + 2).value?.scaled(byPowerOfTen: power),
      let sum = stated.quantity.value.adding(stated.quantity.value.digits < 0 ? -part : part)
    {
      last += 2
      let place = numeral(last).place.map { $0 + power } ?? power
      stated.quantity = Quantity(
        value: sum, place: place, unit: stated.quantity.unit, kind: stated.quantity.kind, bound: stated.quantity.bound)
      end = lexemes[last + 1].end
      next = max(next, last + 2)
    }
  }

  /// The power of ten between a number's unit of money and 元 if the two are what an amount has less than its larger unit; `nil` if not.
  private func powerOfSmallerAmount(_ index: Int, behind larger: Int, _ text: Span<UInt8>) -> Int? {
    guard let own = unit(index), let before = unit(larger), let value = numeral(index).value, value.digits > 0 else {
      return nil
    }
    if before.word.unit == .yuan, text.has("分", at: own.lexeme.start), own.lexeme.end - own.lexeme.start == 3 {
      return -2
    }
    guard own.word.category == .money, own.word.unit == before.word.unit else { return nil }
    if own.word.scale < before.word.scale { return own.word.scale }
    let size = ExactDecimal(digits: 1, exponent: Int(numeral(larger).multiplierPower))
    return numeral(index).hasMultiplier && value < size ? 0 : nil
  }

  // MARK: - Units

  /// The unit of a quantity with the place where it ends.
  struct FoundUnit {
    let word: UnitWord
    let name: Unit
    let end: Int
    /// The lexeme of the unit, or of the numeral if the unit lies in it (百分之).
    let lexeme: Int
    /// The lexeme where the label begins that tells the unit: 增长（%）5.2.
    var label: Int?
    /// Where what the number is told for begins, if that stands before it: 每立方米|29微克.
    var start: Int?
  }

  /// The unit behind a numeral, with the base of a rate (元/月); 百分之 stands in the numeral itself.
  func unitOfQuantity(_ index: Int, _ text: Span<UInt8>) -> FoundUnit? {
    let numeral = numeral(index)
    // 6.4个和8.9个百分点: both are points; 4.2个、3.1个工作日 are both days.
    if let own = unit(index), text.has("个", at: own.lexeme.start), own.lexeme.end - own.lexeme.start == 3,
      index + 4 < lexemes.count, lexemes[index + 2].cue == .and || lexemes[index + 2].cue == .enumeration,
      touches(index + 1, index + 2, text), touches(index + 2, index + 3, text), let other = unit(index + 3),
      other.word.category == .points || other.word.category == .duration && text.has("个", at: other.lexeme.start)
    {
      return FoundUnit(word: other.word, name: other.word.unit, end: own.lexeme.end, lexeme: index + 1)
    }
    if numeral.isPerHundred {
      return FoundUnit(
        word: UnitWord(unit: .percent, category: .percent, scale: 0), name: .percent, end: numeral.span.upperBound,
        lexeme: index)
    }
    guard let unit = unit(index) else {
      // US$3.2万
      guard let currency = lexicon.currency(in: text, before: numeral.span.lowerBound) else { return nil }
      return FoundUnit(
        word: currency.unit, name: currency.unit.unit, end: numeral.span.upperBound, lexeme: index)
    }
    var end = unit.lexeme.end
    // US$1200万元
    if unit.word.unit == .yuan, let currency = lexicon.currency(in: text, before: numeral.span.lowerBound) {
      return FoundUnit(word: currency.unit, name: currency.unit.unit, end: end, lexeme: index + 1)
    }
    // 台次, 轮次, 家次: so many times for each; 条次干道 is another word.
    if unit.word.category == .count, text.has("次", at: end), !text.has("次干", at: end), !text.has("次要", at: end),
      !text.has("次生", at: end), !text.has("次", before: end)
    {
      end += 3
      return FoundUnit(word: unit.word, name: Unit(unit.word.unit.name + "次"), end: end, lexeme: index + 1)
    }
    // 微克/立方米, 微克每立方米; 3次每人 is no rate of measures.
    let isSpelledRate = unit.word.category == .measure && text.has("每", at: end)
    if isSpelledRate || text.has("/", at: end) || text.has("／", at: end) {
      let start = end + (text.has("/", at: end) ? 1 : 3)
      if start < text.count, let base = lexicon.base(in: text, at: start) {
        let baseUnit = lexicon.units[Int(base.payload)]
        let name = Unit(unit.word.unit.name + "/" + baseUnit.unit.name)
        return FoundUnit(word: unit.word, name: name, end: base.end, lexeme: index + 1)
      }
      // 公里/百平方公里, 件/万人
      for (power, written) in [("百", "/百"), ("千", "/千"), ("万", "/万")] as [(StaticString, String)]
      where text.has(power, at: start) && start + 3 < text.count {
        guard let base = lexicon.unit(in: text, at: start + 3) else { break }
        let name = Unit(unit.word.unit.name + written + lexicon.units[Int(base.payload)].unit.name)
        return FoundUnit(word: unit.word, name: name, end: base.end, lexeme: index + 1)
      }
    }
    if let base = baseBefore(index, of: unit.word, text) {
      let name = Unit(unit.word.unit.name + "/" + base.unit.name)
      return FoundUnit(word: unit.word, name: name, end: end, lexeme: index + 1, start: base.start)
    }
    return FoundUnit(word: unit.word, name: unit.word.unit, end: end, lexeme: index + 1)
  }

  /// 每立方米29微克, 每平方公里约386人: the measure that a number is told for, and where that begins.
  private func baseBefore(_ index: Int, of own: UnitWord, _ text: Span<UInt8>) -> (unit: Unit, start: Int)? {
    guard own.category == .measure || own.category == .money || own.category == .person else { return nil }
    var at = index
    while at > 0, lexemes[at - 1].cue.isBound || lexemes[at - 1].cue == .result || lexemes[at - 1].cue == .filler,
      touches(at - 1, at, text)
    {
      at -= 1
    }
    guard at > 0, lexemes[at - 1].cue == .every, case let every = lexemes[at - 1], text.has("每", at: every.start),
      every.end - every.start == "每".utf8.count, let base = lexicon.base(in: text, at: every.end),
      text.skippingSpaces(from: base.end) == lexemes[at].start, case let word = lexicon.units[Int(base.payload)],
      word.category == .measure
    else { return nil }
    return (word.unit, every.start)
  }

  /// The largest number that stands before a multiplier.
  private static let largestPerMultiplier = ExactDecimal(digits: 9_999)

  /// The unit that a number of a list shares with the one behind it, with its multiplier: 5、6、7家, 6000、7000亿元.
  func unitOfList(_ index: Int, _ text: Span<UInt8>) -> FoundUnit? {
    guard numeral(index).isArabic, unit(index) == nil else { return nil }
    var at = index
    while at + 2 < lexemes.count, at - index < Self.reach,
      lexemes[at + 1].cue == .enumeration || lexemes[at + 1].cue == .and,
      lexemes[at + 2].cue == .numeral, touches(at, at + 1, text), touches(at + 1, at + 2, text)
    {
      at += 2
      guard let shared = unit(at) else { continue }
      // 6000、7000亿元: both are told in 亿; a number of five digits is written out.
      let isWrittenOut =
        numeral(index).hasMultiplier || numeral(index).value.map { Self.largestPerMultiplier < $0 } ?? true
      let power = isWrittenOut ? 0 : Int(numeral(at).multiplierPower)
      let word = UnitWord(
        unit: shared.word.unit, category: shared.word.category, scale: shared.word.scale + power)
      guard word.category != .year, word.category != .month, word.category != .day else { return nil }
      // 47、55微克/立方米: the base is shared, too.
      let name = unitOfQuantity(at, text)?.name ?? word.unit
      return FoundUnit(word: word, name: name, end: lexemes[index].end, lexeme: index)
    }
    return nil
  }

  // MARK: - Statement of a quantity

  /// A quantity with the rule that made it.
  struct Stated {
    var quantity: Quantity
    var rule: RuleName
  }

  func statement(
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
      if unit.word.category == .percent, place == nil { place = unit.word.scale }
      if let change, !change.isResult {
        (kind, rule) = (.growth, .growth)
        if change.isFall, value.digits > 0 { value = -value }
      } else {
        (kind, rule) = (.percent, .percent)
      }
    case .points, .permillePoints:
      if place == nil { place = unit.word.scale }
      (kind, rule) = (.points, .points)
      if value.digits > 0, change?.isFall == true || isBelow(index, text) { value = -value }
    case .word: return nil
    case .multiple:
      // 增长1.5倍 is a growth of 150 %; nothing falls by so many times itself.
      if let change, !change.isResult, !change.isFall {
        let percent = Quantity(
          value: value.scaled(byPowerOfTen: 2), place: place.map { $0 + 2 }, unit: .percent, kind: .growth, bound: bound
        )
        return Stated(quantity: percent, rule: .growth)
      }
      (kind, rule) = (.multiple, .multiple)
    case .doubling:
      var start = index
      while start > 0, touches(start - 1, start, text),
        lexemes[start - 1].cue == .filler || lexemes[start - 1].cue.isBound
      {
        start -= 1
      }
      guard text.has("翻", before: lexemes[start].start) else { return nil }
      guard let times = value.floor, (1...20).contains(times) else { return nil }
      let doubled = Quantity(
        value: ExactDecimal(digits: Int64(1) << times), place: nil, unit: .multiple, kind: .multiple,
        bound: boundOfVerb(endingAt: start, text) ?? bound)
      return Stated(quantity: doubled, rule: .multiple)
    case .money: (kind, rule) = changeOr(.money, .money, change)
    case .clock where text.has("点", before: unit.end): (kind, rule) = changeOr(.count, .count, change)  // 3点要求
    case .duration, .year, .month, .day, .clock:
      (kind, rule) = lasts(index, text) ? (.duration, .duration) : changeOr(.duration, .duration, change)
    case .measure: (kind, rule) = changeOr(.measure, .measure, change)
    case .person
    where change?.isResult == false && (unit.name == .rank || text.has("位", at: lexemes[unit.lexeme].start)):
      // 排名上升3位: places in a ranking, not people.
      let places = Quantity(
        value: change?.isFall == true ? -value : value, place: nil, unit: .rank, kind: .change, bound: bound)
      return Stated(quantity: places, rule: .change)
    case .count, .person, .session:
      let isRatio = isForBase(index, text)
      (kind, rule) = isRatio ? (.ratio, .ratio) : changeOr(.count, .count, change)
    }
    if kind == .change, change?.isFall == true, value.digits > 0 { value = -value }
    // 百日 lasts a hundred 天.
    let name = unit.word.category == .day ? .days : unit.name
    return Stated(quantity: Quantity(value: value, place: place, unit: name, kind: kind, bound: bound), rule: rule)
  }

  private func changeOr(_ kind: QuantityKind, _ rule: RuleName, _ change: Change?) -> (QuantityKind, RuleName) {
    guard let change, !change.isResult else { return (kind, rule) }
    return (.change, .change)
  }

  /// 连续下降2年, 延长3年: how long something goes on, and no change of a time.
  private func lasts(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let before = cueBefore(index, text) else { return false }
    if before == .lasting { return true }
    guard before.isChange, index > 1, touches(index - 2, index - 1, text) else { return false }
    return text.has("连续", at: lexemes[index - 2].start) || text.has("持续", at: lexemes[index - 2].start)
  }

  /// Whether the clause says before the number that it is for a base: 每万人, 万人发明专利.
  private func isForBase(_ index: Int, _ text: Span<UInt8>) -> Bool {
    var at = index
    let start = clauseStart(index)
    while at > start {
      at -= 1
      guard lexemes[at].cue == .numeral else { continue }
      let base = numeral(at)
      let isPeople = unit(at)?.word.category == .person
      if cueBefore(at, text) == .every, base.isBareMultiplier || (isPeople && base.hasMultiplier) { return true }
      if base.isBareMultiplier, isPeople, !base.isArabic, base.bound == .exact { return true }
    }
    return false
  }

  // MARK: - Ranges and fractions

  /// The second number of a range, if a dash or 至 joins one with a unit to this one.
  private func rangePartner(_ index: Int, _ text: Span<UInt8>) -> Int? {
    var following = index + 1
    var end = lexemes[index].end
    if following < lexemes.count, lexemes[following].cue == .unit {
      end = lexemes[following].end
      following += 1
    }
    if following + 1 < lexemes.count, lexemes[following].cue == .and { return partnerBetween(index, following, text) }
    if following < lexemes.count, lexemes[following].cue == .result {
      let word = lexemes[following].start
      // 从3个到5个 is a change, 3到5个 a range.
      guard text.has("至", at: word) || (text.has("到", at: word) && cueBefore(index, text) != .origin) else {
        return nil
      }
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

  /// 在100与200人之间: the second number, joined by a word, of what lies between two.
  private func partnerBetween(_ index: Int, _ joint: Int, _ text: Span<UInt8>) -> Int? {
    let partner = joint + 1
    guard lexemes[partner].cue == .numeral, touches(joint - 1, joint, text), touches(joint, partner, text),
      let unit = unitOfQuantity(partner, text), text.has("之间", at: text.skippingSpaces(from: unit.end)),
      self.unit(index).map({ $0.word.unit == unit.word.unit }) ?? true,
      let low = numeral(index).value, let high = numeral(partner).value, low < high || numeral(partner).hasMultiplier
    else { return nil }
    return partner
  }

  private func isDash(from start: Int, to end: Int, _ text: Span<UInt8>) -> Bool {
    guard end > start, end - start <= 6 else { return false }
    var at = start
    var hasDash = false
    while at < end {
      let (scalar, length) = decodeScalar(in: text, at: at)
      switch scalar {
      case 0x2D, 0x2013, 0x2014, 0xFF0D, 0x7E, 0xFF5E, 0x81F3, 0x5230: hasDash = true  // -–—－~～至到
      case 0x20: break
      default: return false
      }
      at += length
    }
    return hasDash
  }

  private mutating func placeRange(_ index: Int, _ partner: Int, _ text: Span<UInt8>) -> Bool {
    let (first, second) = (numeral(index), numeral(partner))
    guard let unit = unitOfQuantity(partner, text), var low = first.value, let high = second.value else { return false }
    // 3—5万 shares the multiplier.
    if !first.hasMultiplier, second.hasMultiplier, low < high.scaled(byPowerOfTen: -Int(second.multiplierPower)) {
      low = low.scaled(byPowerOfTen: Int(second.multiplierPower))
    }
    guard placeRange(index, unit, from: low, to: high, text) else { return false }
    next = max(next, partner + 1)
    return true
  }

  /// A range from `low` to `high` that starts at a numeral: 2—3所, 三五个.
  private mutating func placeRange(
    _ index: Int, _ unit: FoundUnit, from low: ExactDecimal, to high: ExactDecimal, _ text: Span<UInt8>
  ) -> Bool {
    // The unit's own rules decide kind and sign; the range's ends are the numbers as written.
    guard var stated = statement(index, value: low, place: nil, unit, text) else { return false }
    let scale = unit.word.scale
    // 减少3—5人 turns the sign; that of -3至5度 is written.
    let isTurned = stated.quantity.value.digits < 0 && low.digits >= 0
    let first = (isTurned ? -low : low).scaled(byPowerOfTen: scale)
    let second = (isTurned ? -high : high).scaled(byPowerOfTen: scale)
    stated.quantity.value = first
    stated.quantity.bound = .range
    let ends = [first, second].sorted()
    stated.quantity.low = ends[0]
    stated.quantity.high = ends[1]
    let start = numeral(index).span.lowerBound
    let definesAges = text.has("岁", before: unit.end) || unit.name == .levels
    let definesProjects = unit.word.category == .money && isSizeOfCountedProjects(unit.lexeme - 1, at: unit.end, text)
    if definesAges && !endsPhrase(at: unit.end, text) || definesProjects {
      add(index, .threshold, .threshold, withUnit: false)
      entries[entries.count - 1].span = start..<unit.end
      return true
    }
    append(stated, span: start..<unit.end, index, text, unitLexeme: unit.lexeme)
    return true
  }

  private mutating func placeFraction(_ index: Int, _ value: ExactDecimal, _ text: Span<UInt8>) -> Bool {
    let share = UnitWord(unit: .percent, category: .percent, scale: 2)
    let unit = FoundUnit(word: share, name: .percent, end: numeral(index).span.upperBound, lexeme: index)
    // 减少三分之一 is a change as round as whole percents.
    if change(index, unit, text)?.isResult == false, let stated = statement(index, value: value, place: -2, unit, text)
    {
      append(stated, span: numeral(index).span, index, text)
      return true
    }
    let quantity = Quantity(value: value, place: nil, unit: .none, kind: .ratio, bound: bound(index, unit, text))
    append(Stated(quantity: quantity, rule: .fraction), span: numeral(index).span, index, text)
    return true
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

  mutating func append(
    _ stated: Stated, span: Range<Int>, _ index: Int, _ text: Span<UInt8>, unitLexeme: Int? = nil
  ) {
    let unitLexeme = unitLexeme ?? (unit(index) == nil ? index : index + 1)
    entries.append(
      LedgerEntry(
        span: span, numeral: numeral(index).span, numeralClass: .statistic, quantity: stated.quantity,
        value: stated.quantity.value, role: role(index, unitLexeme, text), rule: stated.rule, issue: nil))
  }
}
