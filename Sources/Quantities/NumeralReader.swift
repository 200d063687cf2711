/// Reads numerals of every script from UTF-8 bytes.
struct NumeralReader {
  let lexicon: Lexicon

  /// The role of a scalar in numerals, or `nil`, as for nearly all that stand behind one.
  @inline(__always)
  private func character(_ scalar: UInt32) -> NumeralCharacter? {
    // 兆 begins no numeral, and in words (千兆网) it is none.
    if scalar == Self.trillion { return .multiplier(12) }
    guard scalar < 0x10000, lexicon.beginnings[Int(scalar)].contains(.numeral) else { return nil }
    return NumeralCharacter.of(scalar)
  }

  /// The numeral that starts at `start`, or `nil` if none does.
  func read(_ text: Span<UInt8>, at start: Int) -> Numeral? {
    let (scalar, length) = decodeScalar(in: text, at: start)
    guard let first = character(scalar) else {
      if let number = NumeralCharacter.mark(scalar) {
        var mark = Numeral(
          span: start..<start + length, value: ExactDecimal(digits: number), isArabic: false, digitCount: 1)
        mark.isMark = true
        return mark
      }
      return approximate(text, at: start, scalar, length)
    }
    // ○ is a bullet unless it stands in a year (二○一三), and 兆 multiplies only what stands before it.
    if scalar == 0x25CB || scalar == Self.trillion { return nil }
    var numeral = Numeral(span: start..<start, isArabic: false, digitCount: 0)
    if case .arabic = first { numeral.isArabic = true }
    var sum = NumeralSum()
    // 三五个, 七八百: how much more the second digit is, and the power of ten of the multipliers behind it.
    var pair: (more: Int64, power: Int)?
    var at = start
    // Where the digits behind the last multiplier begin, and the number up to there.
    var whole: (sum: NumeralSum, at: Int, digits: Int32)?
    if case .point = first {
      // .5 without its zero.
      guard isArabicDigit(text, at: start + 1), start == 0 || !isArabicDigit(text, at: start - 1) else { return nil }
      numeral.isArabic = true
      sum.addArabicDigit(0)
    }
    scan: while at < text.count {
      let (scalar, length) = decodeScalar(in: text, at: at)
      guard let character = character(scalar), scalar != 0x2E else {
        if isPoint(scalar), let end = readFraction(text, after: at, scalar, length, into: &sum, &numeral) {
          at = end
        } else if at > start, let (end, bound) = innerBound(text, at: at, scalar, length) {
          numeral.bound = bound
          at = end
        } else if let end = spaceBeforeMultiplier(text, at: at, scalar, length, sum) {
          at = end
        } else {
          break
        }
        continue
      }
      switch character {
      case .point: break scan
      case .arabic(0) where isZeroOfYear(text, at: at, length, sum):
        // 二0二三年
        sum.addZero()
      case .arabic:
        guard !sum.hasCurrent, !sum.hasFraction else { break scan }
        if numeral.hasMultiplier { whole = (sum, at, numeral.digitCount) }
        at = readArabic(text, at: at, into: &sum, &numeral)
        continue
      case .digit(let digit):
        // Digits of two scripts in a row are two numbers.
        guard !sum.currentIsArabic, !sum.hasFraction else { break scan }
        // Behind a multiplier 两 is the weight (三十两) unless a multiplier follows (一万两千).
        if scalar == 0x4E24, numeral.hasMultiplier, !isMultiplier(text, at: at + length) { break scan }
        if !sum.hasCurrent, let second = secondDigit(of: digit, text, at: at + length, behind: sum) {
          pair = (second - digit, 0)
          numeral.digitCount += 1
          at += 3
        } else {
          pair = nil
        }
        sum.addDigit(digit)
      case .zero:
        guard !sum.currentIsArabic, !sum.hasFraction else { break scan }
        sum.addZero()
      case .tens(let digit):
        guard at == start else { break scan }
        sum.addDigit(digit)
        sum.multiply(byPowerOfTen: 1)
        numeral.hasMultiplier = true
      case .multiplier(let power):
        // 七十百 is no number: a section's multipliers go down.
        guard sum.takes(multiplier: power), power < 12 || isTrillion(text, at: at) else { break scan }
        // 12万34万: two numbers, for their multipliers don't go down.
        if sum.currentIsArabic, let whole, !sum.goesDown(to: power) {
          (sum, at, numeral.digitCount, numeral.hasFraction) = (whole.sum, whole.at, whole.digits, false)
          break scan
        }
        guard !(sum.currentIsArabic && power == 1), !startsUnit(text, at: at, power, after: start) else { break scan }
        sum.multiply(byPowerOfTen: power)
        pair?.power += power
        numeral.hasMultiplier = true
      }
      numeral.digitCount += 1
      at += length
    }
    guard at > start else { return nil }
    numeral.span = start..<at
    numeral.isDigitRow = !numeral.hasMultiplier && !numeral.hasFraction
    numeral.value = sum.total
    // A value that doesn't overflow has few enough multipliers.
    if let pair { numeral.pair = (UInt8(pair.more), Int8(clamping: pair.power)) }
    numeral.multiplierPower = sum.endsInMultiplier ? Int32(truncatingIfNeeded: sum.placeShift) : 0
    numeral.isBareMultiplier = sum.hasNoDigit
    let isRounded = numeral.hasFraction || (numeral.hasMultiplier && sum.lastPlace >= (numeral.isArabic ? 1 : 4))
    numeral.place = isRounded ? sum.lastPlace : nil
    return numeral
  }

  /// The end of the space in `39.8 万亿元`.
  private func spaceBeforeMultiplier(
    _ text: Span<UInt8>, at start: Int, _ scalar: UInt32, _ length: Int, _ sum: NumeralSum
  ) -> Int? {
    guard isBlankCharacter(scalar), sum.currentIsArabic, start + length < text.count,
      case .multiplier(let power)? = character(decodeScalar(in: text, at: start + length).scalar), power >= 4,
      power < 12 || isTrillion(text, at: start + length)
    else { return nil }
    return start + length
  }

  private static let trillion: UInt32 = 0x5146  // 兆

  /// 4兆8530亿元, 3兆余美元: whether 兆 tells how many 万亿 there are, as it does before 亿 and money. Before other units it is a million of
  /// them (100兆瓦), and alone a speed (100兆宽带).
  private func isTrillion(_ text: Span<UInt8>, at offset: Int) -> Bool {
    var end = text.skippingSpaces(from: offset + 3)
    if let inner = end < text.count ? innerBound(text, at: end, decodeScalar(in: text, at: end).scalar, 3) : nil {
      end = inner.0
    }
    guard end < text.count else { return false }
    if let unit = lexicon.unit(in: text, at: end) { return lexicon.units[Int(unit.payload)].category == .money }
    return leadsToMultiplier(text, from: end)
  }

  /// Whether digits and then 万 or 亿 stand at an offset: 8530亿, 6千亿.
  private func leadsToMultiplier(_ text: Span<UInt8>, from start: Int) -> Bool {
    var at = start
    for count in 0..<Self.mostDigits where at < text.count {
      let (scalar, length) = decodeScalar(in: text, at: at)
      switch NumeralCharacter.of(scalar) {
      case .multiplier(let power)? where power >= 4: return count > 0
      case nil where scalar != 0x2C, .tens?: return false
      default: at += length
      }
    }
    return false
  }

  /// How many characters the number behind 兆 has before its multiplier.
  private static let mostDigits = 16

  private func isArabicDigit(_ text: Span<UInt8>, at offset: Int) -> Bool {
    offset < text.count && (0x30...0x39).contains(text[offset])
  }

  /// The second of two digits in a row that tell a range: the next one, or 五 behind 三; a multiplier or a unit follows.
  ///
  /// 二三 without a multiplier is mostly a chain of names (二三产业), and 十四五 a plan.
  private func secondDigit(of first: Int64, _ text: Span<UInt8>, at offset: Int, behind sum: NumeralSum) -> Int64? {
    guard offset + 3 < text.count,
      case .digit(let second)? = character(decodeScalar(in: text, at: offset).scalar),
      second == first + 1 || (first == 3 && second == 5 && !sum.endsInMultiplier)
    else { return nil }
    let end = offset + 3
    switch character(decodeScalar(in: text, at: end).scalar) {
    case .multiplier(let power)?: return sum.takes(multiplierBehindDigit: power) ? second : nil
    case nil: break
    default: return nil
    }
    if sum.endsInMultiplier { guard first != 4, sum.isTens else { return nil } }
    let isWritten = first > 2 || text.has("两", at: offset) || text.has("两", before: offset)
    guard isWritten || sum.endsInMultiplier, let unit = lexicon.unit(in: text, at: end) else { return nil }
    return unitTakesRange(lexicon.units[Int(unit.payload)]) ? second : nil
  }

  /// Whether a unit counts or measures: 三四季度 and 五六月 are names of times.
  private func unitTakesRange(_ unit: UnitWord) -> Bool {
    switch unit.category {
    case .count, .person, .measure, .year, .multiple, .tenth: unit.unit != .levels
    case .duration: unit.unit != .quarters
    default: false
    }
  }

  /// 二0二三年: an Arabic zero between Chinese digits.
  private func isZeroOfYear(_ text: Span<UInt8>, at offset: Int, _ length: Int, _ sum: NumeralSum) -> Bool {
    guard sum.hasCurrent, !sum.currentIsArabic, !sum.hasFraction, offset + length < text.count else { return false }
    switch character(decodeScalar(in: text, at: offset + length).scalar) {
    case .digit?, .zero?: return true
    case .arabic(0)?: return true
    default: return false
    }
  }

  private func isMultiplier(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset < text.count, case .multiplier? = character(decodeScalar(in: text, at: offset).scalar) else {
      return false
    }
    return true
  }

  /// Whether 千 begins a unit (千瓦, 千伏) and is no multiplier.
  private func startsUnit(_ text: Span<UInt8>, at: Int, _ power: Int, after start: Int) -> Bool {
    power == 3 && at > start && lexicon.unit(in: text, at: at) != nil
  }

  /// 数十, 几千, 上百: numerals of which only the size is told.
  private func approximate(_ text: Span<UInt8>, at start: Int, _ scalar: UInt32, _ length: Int) -> Numeral? {
    guard scalar == 0x6570 || scalar == 0x51E0 || scalar == 0x4E0A else { return nil }  // 数 几 上
    var at = start + length
    var sum = NumeralSum()
    var count = 1
    while at < text.count {
      let (next, nextLength) = decodeScalar(in: text, at: at)
      guard case .multiplier(let power)? = character(next) else { break }
      sum.multiply(byPowerOfTen: power)
      count += 1
      at += nextLength
    }
    guard count > 1 else { return nil }
    return Numeral(
      span: start..<at, value: sum.total, bound: .atLeast, isArabic: false, hasMultiplier: true,
      digitCount: Int32(truncatingIfNeeded: count))
  }

  /// `.`, `．`, `·` between digits, and 点 between Chinese numerals.
  private func isPoint(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0xFF0E || scalar == 0x70B9 || scalar == 0xB7
  }

  /// Reads the point and the fraction's digits behind it; `nil` if the point is none.
  private func readFraction(
    _ text: Span<UInt8>, after start: Int, _ point: UInt32, _ length: Int, into sum: inout NumeralSum,
    _ numeral: inout Numeral
  ) -> Int? {
    let isWord = point == 0x70B9
    guard !sum.hasFraction, sum.hasCurrent || isWord, isWord != sum.currentIsArabic else { return nil }
    var at = start + length
    var next: UInt32 = 0
    var digitCount = 0
    // Only what stands behind its digits tells whether it is a fraction.
    var withFraction = sum
    while at < text.count {
      let (scalar, length) = decodeScalar(in: text, at: at)
      guard let digit = fractionDigit(scalar, isWord: isWord) else {
        next = scalar
        break
      }
      withFraction.addFractionDigit(digit)
      digitCount += 1
      at += length
    }
    if isBlankCharacter(next) {
      let behind = text.skippingSpaces(from: at)
      next = behind < text.count ? decodeScalar(in: text, at: behind).scalar : 0
    }
    guard endsFraction(text, at: at, next, point, digitCount) else { return nil }
    sum = withFraction
    numeral.hasFraction = true
    numeral.digitCount += Int32(truncatingIfNeeded: digitCount)
    return at
  }

  /// The digit of a fraction, behind 点 also a Chinese one, or `nil`.
  private func fractionDigit(_ scalar: UInt32, isWord: Bool) -> Int64? {
    switch character(scalar) {
    case .arabic(let digit)?: digit
    case .digit(let digit)? where isWord: digit
    case .zero? where isWord: 0
    default: nil
    }
  }

  /// Whether digits up to `at` were a fraction: not the year behind a list mark (1.2023年), not a date like 5·12.
  private func endsFraction(_ text: Span<UInt8>, at: Int, _ next: UInt32, _ point: UInt32, _ count: Int) -> Bool {
    if count == 0 { return false }
    if count >= 4, next == 0x5E74 { return false }  // 年
    // 12.10月底前: the month behind a list mark; parts of months are told in 个月.
    if next == 0x6708 { return false }
    guard point == 0xB7 else { return true }
    if case .multiplier? = character(next) { return true }
    return at < text.count && lexicon.unit(in: text, at: at) != nil
      && next != 0x65E5  // 日
  }

  /// A row of Arabic digits, with thousands separators where they are well formed.
  private func readArabic(
    _ text: Span<UInt8>, at start: Int, into sum: inout NumeralSum, _ numeral: inout Numeral
  ) -> Int {
    var at = start
    var count = 0
    var leadsWithZero = false
    if let end = spacedDigitsEnd(text, at: start) {
      while at < end {
        if isArabicDigit(text, at: at) {
          sum.addArabicDigit(Int64(text[at] - 0x30))
          count += 1
        }
        at += 1
      }
      numeral.digitCount += Int32(truncatingIfNeeded: count)
      return end
    }
    while at < text.count {
      let (scalar, length) = decodeScalar(in: text, at: at)
      guard case .arabic(let digit)? = character(scalar) else {
        if let end = spacedGroupsEnd(text, at: start, behind: at) {
          while at < end {
            if isArabicDigit(text, at: at) {
              sum.addArabicDigit(Int64(text[at] - 0x30))
              count += 1
            }
            at += 1
          }
          break
        }
        // 1,234 and 33，212: one to three digits, then groups of exactly three.
        if scalar == 0x2C || scalar == 0xFF0C, (1...3).contains(count), !leadsWithZero {
          at = readGroups(text, at: at, separator: scalar, length, into: &sum, &count)
        }
        break
      }
      if count == 0 { leadsWithZero = digit == 0 }
      sum.addArabicDigit(digit)
      count += 1
      at += length
    }
    numeral.digitCount += Int32(truncatingIfNeeded: count)
    return at
  }

  /// The end of `1 9 9 8` before 年 or another unit: at least three single digits, each behind one space.
  private func spacedDigitsEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
    var end = start + 1
    var count = 1
    while end + 1 < text.count, text[end] == 0x20, isArabicDigit(text, at: end + 1), !isArabicDigit(text, at: end + 2) {
      end += 2
      count += 1
    }
    guard count >= 3, !isArabicDigit(text, at: start + 1) else { return nil }
    let behind = text.skippingSpaces(from: end)
    return behind < text.count && lexicon.unit(in: text, at: behind) != nil ? end : nil
  }

  /// The end of `1 234件`, `1 234 567 万元`, of `12 345` in `12 345.6万元`: up to three digits behind a word, then groups
  /// of exactly three behind one space, then a unit.
  private func spacedGroupsEnd(_ text: Span<UInt8>, at start: Int, behind first: Int) -> Int? {
    let word = start > 0 && text[start - 1] == 0x20 ? start - 1 : start
    guard (1...3).contains(first - start), text[start] != 0x30, word >= 3, text[word - 1] >= 0x80 else { return nil }
    var end = first
    while end < text.count {
      let (space, length) = decodeScalar(in: text, at: end)
      guard isBlankCharacter(space) else { break }
      let group = end + length
      guard isArabicDigit(text, at: group), isArabicDigit(text, at: group + 1), isArabicDigit(text, at: group + 2),
        !isArabicDigit(text, at: group + 3)
      else { break }
      end = group + 3
    }
    guard end > first else { return nil }
    var behind = end
    if behind < text.count, text[behind] == UInt8(ascii: "."), isArabicDigit(text, at: behind + 1) {
      behind += 1
      while isArabicDigit(text, at: behind) { behind += 1 }
    }
    behind = text.skippingSpaces(from: behind)
    guard behind < text.count, lexicon.unit(in: text, at: behind) != nil || isMultiplier(text, at: behind) else {
      return nil
    }
    return end
  }

  /// The groups of three digits behind the first; the offset where they end (`start` if there are none).
  private func readGroups(
    _ text: Span<UInt8>, at start: Int, separator: UInt32, _ separatorLength: Int, into sum: inout NumeralSum,
    _ count: inout Int
  ) -> Int {
    var end = start
    var groups: [Int64] = []
    while end < text.count, decodeScalar(in: text, at: end).scalar == separator {
      var at = end + separatorLength
      var group: [Int64] = []
      while at < text.count, case let (scalar, length) = decodeScalar(in: text, at: at),
        case .arabic(let digit)? = character(scalar)
      {
        group.append(digit)
        at += length
        if group.count > 3 { return start }
      }
      guard group.count == 3 else { break }
      groups += group
      end = at
    }
    for digit in groups { sum.addArabicDigit(digit) }
    count += groups.count
    return end
  }

  /// 余, 多, 几, 来, + inside or behind a numeral: only before a multiplier or a unit (二十多年, 100+家).
  private func innerBound(_ text: Span<UInt8>, at start: Int, _ scalar: UInt32, _ length: Int) -> (Int, Bound)? {
    let bound: Bound
    switch scalar {
    case 0x4F59, 0x9918, 0x591A, 0x51E0, 0x2B, 0xFF0B: bound = .atLeast  // 余 餘 多 几 +
    case 0x6765: bound = .about  // 来
    default: return nil
    }
    let end = start + length
    guard end < text.count else { return nil }
    if case .multiplier? = character(decodeScalar(in: text, at: end).scalar) { return (end, bound) }
    if lexicon.unit(in: text, at: end) != nil { return (end, bound) }
    return nil
  }
}
