import Quantities

/// The numbers that a figure's wording allows; an end that is `nil` is open.
public struct Interval: Sendable, Hashable {
  /// The least number; `nil` if open.
  public let low: ExactDecimal?
  /// The greatest number; `nil` if open.
  public let high: ExactDecimal?

  /// An interval with its ends.
  public init(low: ExactDecimal?, high: ExactDecimal?) {
    self.low = low
    self.high = high
  }

  /// The interval of a quantity, or `nil` if its wording allows anything (约).
  public init?(_ quantity: Quantity) {
    guard quantity.low != nil || quantity.high != nil else { return nil }
    self.init(low: quantity.low, high: quantity.high)
  }

  /// How far its ends are apart; `nil` if one is open or the difference can't be held.
  public var width: ExactDecimal? { low.flatMap { low in high.flatMap { $0.subtracting(low) } } }

  /// Whether no number is in it.
  public var isEmpty: Bool { low.flatMap { low in high.map { $0 < low } } ?? false }

  func contains(_ value: ExactDecimal) -> Bool {
    (low.map { $0 <= value } ?? true) && (high.map { value <= $0 } ?? true)
  }

  /// Whether some number is in both; a quantity that allows anything overlaps.
  public func overlaps(_ quantity: Quantity) -> Bool {
    Interval(quantity).map(overlaps) ?? true
  }

  /// Whether some number is in both.
  public func overlaps(_ other: Interval) -> Bool { !(isBelow(other) || other.isBelow(self)) }

  /// The numbers that are in both; empty if none is.
  public func intersection(_ other: Interval) -> Interval {
    Interval(low: [low, other.low].compactMap { $0 }.max(), high: [high, other.high].compactMap { $0 }.min())
  }

  /// Whether every number here is less than every one of the quantity.
  func isBelow(_ quantity: Quantity) -> Bool { Interval(quantity).map(isBelow) ?? false }

  /// Whether every number here is less than every one there.
  public func isBelow(_ other: Interval) -> Bool {
    guard let high, let low = other.low else { return false }
    return high < low
  }

  /// The interval of the sum, or `nil` on overflow or where the quantity allows anything.
  public func adding(_ quantity: Quantity) -> Interval? { Interval(quantity).flatMap(adding) }

  /// The interval of the sum, or `nil` on overflow.
  private func adding(_ other: Interval) -> Interval? {
    var low: ExactDecimal?
    var high: ExactDecimal?
    if let a = self.low, let b = other.low {
      guard let sum = a.adding(b) else { return nil }
      low = sum
    }
    if let a = self.high, let b = other.high {
      guard let sum = a.adding(b) else { return nil }
      high = sum
    }
    return Interval(low: low, high: high)
  }

  /// The interval of the difference, or `nil` on overflow or where the quantity allows anything.
  func subtracting(_ quantity: Quantity) -> Interval? { Interval(quantity).flatMap(subtracting) }

  /// The interval of the difference, or `nil` on overflow.
  public func subtracting(_ other: Interval) -> Interval? {
    adding(Interval(low: other.high.map { -$0 }, high: other.low.map { -$0 }))
  }

  /// The growth in percent of what is here over a positive figure before; `nil` if it can't be told.
  func growth(over before: Quantity) -> Interval? {
    guard let low, let high, let least = before.low, let most = before.high, ExactDecimal(digits: 0) < least,
      ExactDecimal(digits: 0) <= low
    else { return nil }
    return Self.growth(from: (least, most), to: (low, high))
  }

  /// The figures of the year before from which a growth in percent leads here, exact to `place`, a power of ten; `nil` if they
  /// can't be told. The least is above the greatest where no multiple of that lies between them.
  ///
  /// - Parameter inwards: whether only multiples of `10^place` are meant; else the ends are rounded outwards.
  func before(_ growth: Interval, place: Int, inwards: Bool) -> Interval? {
    let (zero, hundred) = (ExactDecimal(digits: 0), ExactDecimal(digits: 100))
    guard let low, let high, zero <= low, let slowest = growth.low?.adding(hundred),
      let fastest = growth.high?.adding(hundred), zero < slowest,
      let first = low.scaled(byPowerOfTen: 2 - place).wholeQuotient(by: fastest, roundingUp: inwards),
      let last = high.scaled(byPowerOfTen: 2 - place).wholeQuotient(by: slowest, roundingUp: !inwards)
    else { return nil }
    return Interval(
      low: ExactDecimal(digits: first, exponent: place), high: ExactDecimal(digits: last, exponent: place))
  }

  /// The growth in percent of what is here, of which so much came newly; `nil` if it can't be told.
  func growth(by change: Quantity) -> Interval? {
    // It is greatest where the level is least and the change greatest.
    guard let low, let high, let least = change.low, let most = change.high, let first = low.subtracting(most),
      let last = high.subtracting(least), ExactDecimal(digits: 0) < first,
      let steepest = Self.growth(from: (first, first), to: (low, low)),
      let slowest = Self.growth(from: (last, last), to: (high, high))
    else { return nil }
    return Interval(low: slowest.low, high: steepest.high)
  }

  /// Both ends to six places, outwards.
  private static func growth(
    from before: (ExactDecimal, ExactDecimal), to level: (ExactDecimal, ExactDecimal)
  ) -> Interval? {
    let hundred = ExactDecimal(digits: 100)
    let step = ExactDecimal(digits: 1, exponent: -places)
    guard let least = level.0.multiplied(by: hundred)?.divided(by: before.1, places: places),
      let most = level.1.multiplied(by: hundred)?.divided(by: before.0, places: places),
      let low = least.subtracting(hundred)?.subtracting(step), let high = most.subtracting(hundred)?.adding(step)
    else { return nil }
    return Interval(low: low, high: high)
  }

  private static let places = 6

  /// How a stated rate stands to what other figures allow.
  func verdict(on stated: Quantity) -> Verdict {
    if overlaps(stated) { return .consistent }
    return stated.cutOff.map(overlaps) == true ? .truncated : .inconsistent
  }

  /// `39`, `38.5—39.5`, `≥30`.
  var text: String {
    switch (low, high) {
    case (let low?, let high?): low == high ? low.description : "\(low)—\(high)"
    case (let low?, nil): "≥\(low)"
    case (nil, let high?): "≤\(high)"
    case (nil, nil): "?"
    }
  }
}

extension Quantity {
  /// The numbers of which a rate is what remains where they are cut off instead of rounded: 24.8 to just below 24.9 for 24.8%. `nil` where the
  /// wording tells no precision.
  var cutOff: Interval? {
    guard kind == .percent || kind == .growth, bound == .exact, let step = Interval(self)?.width, step.digits > 0,
      let most = step.subtracting(step.scaled(byPowerOfTen: -4))
    else { return nil }
    return value.digits >= 0
      ? Interval(low: value, high: value.adding(most)) : Interval(low: value.subtracting(most), high: value)
  }
}
