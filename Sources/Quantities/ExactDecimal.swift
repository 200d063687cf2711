/// An exact decimal number: `digits × 10^exponent`.
///
/// Numbers of reports are decimal as written, so no binary fraction stands in for them. The form is canonical (no
/// trailing zero in `digits`, zero has exponent 0), so equality is equality of value.
public struct ExactDecimal: Sendable, Hashable {
  /// The significant digits, with the sign.
  public let digits: Int64
  // Narrow, so that an optional number is no larger than two words.
  private let power: Int32

  /// The power of ten that `digits` is multiplied by.
  public var exponent: Int { Int(power) }

  /// The canonical form of `digits × 10^exponent`.
  public init(digits: Int64, exponent: Int = 0) {
    var digits = digits
    var power = digits == 0 ? 0 : Int32(exponent)
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.digits = digits
    self.power = power
  }

  /// The canonical form of a wide product or sum, or `nil` if its digits don't fit 64 bits.
  init?(wide: Int128, exponent: Int) {
    var wide = wide
    var exponent = exponent
    // Division of 128 bits is slow and seldom needed.
    while true {
      // The least number of 64 bits has no opposite.
      if let digits = Int64(exactly: wide), digits != .min {
        self.init(digits: digits, exponent: exponent)
        return
      }
      guard wide % 10 == 0 else { return nil }
      wide /= 10
      exponent += 1
    }
  }

  /// Reads plain notation: an optional `-`, digits, an optional fraction. `nil` for anything else or for an overflow.
  public init?(_ text: some StringProtocol) {
    var wide: Int128 = 0
    var exponent = 0
    var seenPoint = false
    var count = 0
    var rest = text.utf8[...]
    let negative = rest.first == UInt8(ascii: "-")
    if negative { rest = rest.dropFirst() }
    for byte in rest {
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 36 else { return nil }
      wide = wide * 10 + Int128(byte - UInt8(ascii: "0"))
      count += 1
      if seenPoint { exponent -= 1 }
    }
    guard count > 0 else { return nil }
    self.init(wide: negative ? -wide : wide, exponent: exponent)
  }

  /// This number times `10^power`.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(digits: digits, exponent: exponent + power)
  }

  /// The product, or `nil` if it can't be held exactly.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    ExactDecimal(wide: Int128(digits) * Int128(other.digits), exponent: exponent + other.exponent)
  }

  /// The sum, or `nil` if it can't be held exactly.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = min(exponent, other.exponent)
    guard let a = aligned(to: common), let b = other.aligned(to: common) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactDecimal(wide: sum, exponent: common)
  }

  /// The difference, or `nil` if it can't be held exactly.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? { adding(-other) }

  /// The quotient rounded half away from zero to `places` decimals; `nil` for a zero divisor or an overflow.
  public func divided(by other: ExactDecimal, places: Int) -> ExactDecimal? {
    guard other.digits != 0 else { return nil }
    let shift = exponent - other.exponent + places
    guard abs(shift) <= 36, let power = powerOfTen(abs(shift)) else { return nil }
    let (up, overflowUp) = Int128(digits).multipliedReportingOverflow(by: shift >= 0 ? power : 1)
    let (down, overflowDown) = Int128(other.digits).multipliedReportingOverflow(by: shift < 0 ? power : 1)
    if overflowUp || overflowDown { return nil }
    let (quotient, remainder) = up.quotientAndRemainder(dividingBy: down)
    let roundsAway = remainder.magnitude * 2 >= down.magnitude
    let sign: Int128 = (up < 0) == (down < 0) ? 1 : -1
    return ExactDecimal(wide: roundsAway ? quotient + sign : quotient, exponent: -places)
  }

  /// The quotient as a whole number, rounded down or up; `nil` for a zero divisor or an overflow.
  public func wholeQuotient(by other: ExactDecimal, roundingUp: Bool) -> Int64? {
    let common = min(exponent, other.exponent)
    guard other.digits != 0, let up = aligned(to: common), let down = other.aligned(to: common) else { return nil }
    let (quotient, remainder) = up.quotientAndRemainder(dividingBy: down)
    guard remainder != 0 else { return Int64(exactly: quotient) }
    let isNegative = (up < 0) != (down < 0)
    return Int64(exactly: roundingUp ? (isNegative ? quotient : quotient + 1) : (isNegative ? quotient - 1 : quotient))
  }

  /// The number with the other sign.
  public static prefix func - (value: ExactDecimal) -> ExactDecimal {
    ExactDecimal(digits: -value.digits, exponent: value.exponent)
  }

  /// Whether the number has no fraction.
  public var isWhole: Bool { exponent >= 0 }

  /// Whether it is a whole number of a range; the numbers that rules ask about are small.
  func isWhole(in range: ClosedRange<Int64>) -> Bool {
    guard (0...9).contains(exponent), digits.magnitude <= 1 << 31 else { return false }
    var whole = digits
    for _ in 0..<exponent { whole *= 10 }
    return range.contains(whole)
  }

  /// The greatest whole number that isn't above this one, or `nil` if it doesn't fit.
  public var floor: Int64? {
    guard exponent < 0 else { return Int64(exactly: aligned(to: 0) ?? Int128.max) }
    guard let power = powerOfTen(-exponent) else { return digits < 0 ? -1 : 0 }
    let wide = Int128(digits)
    let quotient = wide / power
    return Int64(exactly: wide < 0 && wide % power != 0 ? quotient - 1 : quotient)
  }

  private func aligned(to common: Int) -> Int128? {
    if exponent == common { return Int128(digits) }
    guard let power = powerOfTen(exponent - common) else { return digits == 0 ? 0 : nil }
    let (wide, overflow) = Int128(digits).multipliedReportingOverflow(by: power)
    return overflow ? nil : wide
  }
}

extension ExactDecimal: Comparable {
  /// Orders by value.
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    if a.exponent == b.exponent { return a.digits < b.digits }
    let common = min(a.exponent, b.exponent)
    if let x = a.aligned(to: common), let y = b.aligned(to: common) { return x < y }
    // Out of reach of each other: the one with the larger exponent has the larger magnitude.
    if a.digits.signum() != b.digits.signum() { return a.digits < b.digits }
    return (a.exponent < b.exponent) == (a.digits > 0)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain notation without exponent: `13600`, `-0.5`.
  public var description: String {
    String(unsafeUninitializedCapacity: notationLength) { text in
      write(into: text)
      return notationLength
    }
  }

  /// How many ASCII characters the plain notation has.
  public var notationLength: Int {
    var length = 1
    var rest = digits.magnitude
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    let sign = digits < 0 ? 1 : 0
    return exponent >= 0 ? sign + length + exponent : sign + max(length, 1 - exponent) + 1
  }

  /// Writes the plain notation in ASCII into a buffer of `notationLength` bytes.
  public func write(into text: UnsafeMutableBufferPointer<UInt8>) {
    // From the last character to the first.
    var at = notationLength
    var rest = digits.magnitude
    func add(_ character: UInt8) {
      at -= 1
      text[at] = character
    }
    func addDigit() {
      add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    for _ in 0..<max(exponent, 0) { add(UInt8(ascii: "0")) }
    if exponent < 0 {
      for _ in exponent..<0 { addDigit() }
      add(UInt8(ascii: "."))
    }
    repeat { addDigit() } while rest > 0
    if digits < 0 { add(UInt8(ascii: "-")) }
  }
}

/// `10^power` where it fits 128 bits.
private func powerOfTen(_ power: Int) -> Int128? {
  guard (0...37).contains(power) else { return nil }
  var low: Int64 = 1
  for _ in 0..<min(power, 18) { low *= 10 }
  var result = Int128(low)
  for _ in 18..<max(power, 18) { result *= 10 }
  return result
}
