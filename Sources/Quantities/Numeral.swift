/// A numeral as written, before anything is known of what it counts.
///
/// The rules look at it many times over; in this order its fields fill one line of the cache.
struct Numeral: Sendable {
  /// The bytes of the numeral, inner qualifiers (1000余) and multipliers included.
  var span: Range<Int>
  /// The value with multipliers applied; `nil` on overflow.
  var value: ExactDecimal?
  /// The bound that stands inside the numeral: 余, 多, 几, 数.
  var bound: Bound = .exact
  /// Whether the numeral is in Arabic (or full-width) digits, at least at its start.
  var isArabic: Bool
  /// Whether 十, 百, 千, 万, 亿 stand in it.
  var hasMultiplier = false
  /// The power of ten of the last written digit if the number is rounded to it; `nil` if it is written out in full.
  var place: Int?
  /// Whether it is multipliers alone (亿元, 万人, 百日).
  var isBareMultiplier = false
  /// Whether it is a row of digits without multipliers (二〇二三, 2023).
  var isDigitRow = false
  /// Whether it is 半.
  var isHalf = false
  /// Whether it has a decimal fraction.
  var hasFraction = false
  /// Whether the numeral says 百分之, 千分之 …: the value is then in percent.
  var isPerHundred = false
  /// Whether it is a fraction of two numbers (三分之二).
  var isFraction = false
  /// Whether it is one character that marks an item or a class (①, ⑴, ㈠, Ⅲ).
  var isMark = false
  /// Number of digits or numeral characters.
  var digitCount: Int32
  /// The power of ten of the multipliers at its end (3.4万: 4, 5千万: 7).
  var multiplierPower: Int32 = 0
  /// Of a range told by two digits in a row how much more the second is, and the power of ten behind it; otherwise 0.
  var pair: (more: UInt8, power: Int8) = (0, 0)

  /// The upper end of a range told by two digits in a row (三五个, 七八百, 十七八岁).
  var upper: ExactDecimal? {
    guard pair.more > 0, let value else { return nil }
    let more = ExactDecimal(digits: Int64(pair.more), exponent: Int(pair.power))
    return value.adding(value.digits < 0 ? -more : more)
  }
}
