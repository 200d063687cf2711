import Quantities

/// The numbers that a figure's wording allows; an end that is `nil` is open.
struct Interval {
  let low: ExactDecimal?
  let high: ExactDecimal?

  init(low: ExactDecimal?, high: ExactDecimal?) {
    self.low = low
    self.high = high
  }

  /// The interval of a quantity, or `nil` if its wording allows anything (约).
  init?(_ quantity: Quantity) {
    guard quantity.low != nil || quantity.high != nil else { return nil }
    self.init(low: quantity.low, high: quantity.high)
  }

  func contains(_ value: ExactDecimal) -> Bool {
    (low.map { $0 <= value } ?? true) && (high.map { value <= $0 } ?? true)
  }

  /// Whether some number is in both; a quantity that allows anything overlaps.
  func overlaps(_ quantity: Quantity) -> Bool {
    guard let other = Interval(quantity) else { return true }
    return !(isBelow(other) || other.isBelow(self))
  }

  /// Whether every number here is less than every one of the quantity.
  func isBelow(_ quantity: Quantity) -> Bool { Interval(quantity).map(isBelow) ?? false }

  private func isBelow(_ other: Interval) -> Bool {
    guard let high, let low = other.low else { return false }
    return high < low
  }

  /// The interval of the sum, or `nil` on overflow or where the quantity allows anything.
  func adding(_ quantity: Quantity) -> Interval? {
    guard let other = Interval(quantity) else { return nil }
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
