/// The running sum of a numeral in exact arithmetic. All parts share one power of ten, which a fraction lowers.
struct NumeralSum {
  private var trillions: Int128 = 0
  private var hundredMillions: Int128 = 0
  private var tenThousands: Int128 = 0
  private var section: Int128 = 0
  private var current: Int128 = 0
  private var currentLength = 0
  private var exponent = 0
  private var lastPower: Int?
  private(set) var placeShift = 0
  private(set) var hasNoDigit = true
  private var zeroSinceMultiplier = false
  private var overflowed = false
  private(set) var currentIsArabic = false

  var hasCurrent: Bool { currentLength > 0 }
  var endsInMultiplier: Bool { currentLength == 0 && lastPower != nil }
  /// Whether it is 十, 二十 … so far.
  var isTens: Bool { lastPower == 1 && currentLength == 0 }
  /// Whether a multiplier can follow once a digit has been added.
  func takes(multiplierBehindDigit power: Int) -> Bool { lastPower.map { power >= 4 || power < $0 } ?? true }
  var hasFraction: Bool { exponent < 0 && currentLength > 0 }

  mutating func addDigit(_ digit: Int64) { append(digit) }

  mutating func addZero() {
    // Behind a multiplier 零 only says that places are skipped (一百零五).
    if lastPower == nil || currentLength > 0 { append(0) }
    zeroSinceMultiplier = true
  }

  mutating func addArabicDigit(_ digit: Int64) {
    append(digit)
    currentIsArabic = true
  }

  mutating func addFractionDigit(_ digit: Int64) {
    if exponent == 0 { current = tail }
    append(digit)
    trillions = scaled(trillions, 10)
    hundredMillions = scaled(hundredMillions, 10)
    tenThousands = scaled(tenThousands, 10)
    section = scaled(section, 10)
    exponent -= 1
  }

  /// Whether a multiplier can follow: within a section 千, 百, 十 go down.
  func takes(multiplier power: Int) -> Bool {
    currentLength > 0 || zeroSinceMultiplier || power >= 4 || lastPower.map { $0 >= 4 || power < $0 } ?? true
  }

  /// Whether a multiplier is less than the one before it.
  func goesDown(to power: Int) -> Bool { lastPower.map { power < $0 } ?? true }

  mutating func multiply(byPowerOfTen power: Int) {
    // 十五 holds no digit before 十, and 零十 is dictated for 十; in 0万元 one is written.
    let isUnwritten =
      current == 0 && !currentIsArabic && (section == 0 && tenThousands == 0 && currentLength == 0 || power < 4)
    let stated = isUnwritten ? 1 : current
    switch power {
    case 4:
      let whole = section + current
      if whole == 0, tenThousands != 0 {
        tenThousands = scaled(tenThousands, 10_000)  // 百万万
      } else {
        tenThousands += scaled(section + stated, 10_000)
      }
      section = 0
    case 8:
      let whole = tenThousands + section + current
      if whole == 0, hundredMillions != 0 {
        hundredMillions = scaled(hundredMillions, 100_000_000)
      } else {
        hundredMillions += scaled(tenThousands + section + stated, 100_000_000)
      }
      section = 0
      tenThousands = 0
    case 12:
      trillions += scaled(hundredMillions + tenThousands + section + stated, 1_000_000_000_000)
      section = 0
      tenThousands = 0
      hundredMillions = 0
    default:
      section += scaled(stated, power == 1 ? 10 : power == 2 ? 100 : 1000)
    }
    placeShift = currentLength > 0 || lastPower == nil || zeroSinceMultiplier ? power : placeShift + power
    current = 0
    currentLength = 0
    currentIsArabic = false
    zeroSinceMultiplier = false
    lastPower = power
  }

  /// The power of ten of the last written digit.
  var lastPlace: Int { exponent + (currentLength > 0 ? 0 : placeShift) }

  /// The value, or `nil` if it has more digits than can be held.
  var total: ExactDecimal? {
    if overflowed { return nil }
    return ExactDecimal(wide: trillions + hundredMillions + tenThousands + section + tail, exponent: exponent)
  }

  /// What stands behind the last multiplier: 两千三 is 2,300 and 三万五 35,000, but 两千零三 2,003 and 3万4000 34,000.
  private var tail: Int128 {
    guard let lastPower, lastPower >= 2, !zeroSinceMultiplier, !currentIsArabic, currentLength == 1, exponent == 0
    else {
      return current
    }
    var tail = current
    for _ in 1..<lastPower { tail *= 10 }
    return tail
  }

  private mutating func append(_ digit: Int64) {
    hasNoDigit = false
    current = scaled(current, 10) + Int128(digit)
    currentLength += 1
  }

  private mutating func scaled(_ value: Int128, _ factor: Int64) -> Int128 {
    // Nearly all numbers are small, and arithmetic of 128 bits is slow.
    if value <= 1 << 32 { return Int128(Int64(value) * factor) }
    let factor = Int128(factor)
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    if overflow || product > Int128(1) << 120 {
      overflowed = true
      return 0
    }
    return product
  }
}
