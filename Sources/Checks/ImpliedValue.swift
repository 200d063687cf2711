import Observations
import Quantities

/// A figure of the year before that a figure and its growth imply.
public struct ImpliedValue: Sendable {
  /// The observation whose figure of the year before it is.
  public let observation: String
  /// The growth that implies it.
  public let growth: String
  /// The year that it is of.
  public let year: Int
  /// The number shown for it.
  public let value: ExactDecimal
  /// The least number that figure and growth allow by their wording and written precision.
  public let low: ExactDecimal
  /// The greatest such number.
  public let high: ExactDecimal

  /// A value implied by an observation and its growth.
  public init(
    observation: String, growth: String, year: Int, value: ExactDecimal, low: ExactDecimal, high: ExactDecimal
  ) {
    self.observation = observation
    self.growth = growth
    self.year = year
    self.value = value
    self.low = low
    self.high = high
  }

  /// The numbers that it can be.
  public var interval: Interval { Interval(low: low, high: high) }

  /// The figure that it is, where `observation` is that which it is implied by.
  public func figure(from observation: Observation) -> Observation {
    var figure = observation
    (figure.quantity.value, figure.quantity.low, figure.quantity.high) = (value, low, high)
    figure.quantity.bound = interval.bound
    (figure.year, figure.partOf) = (year, nil)
    return figure
  }
}

extension ImpliedValue {
  /// What a sentence's one figure and its one growth imply of the year before; `nil` where the growth may be over another
  /// time or on another basis, where either is open, and where nothing can be known.
  init?(_ story: ReportChecks.Story) {
    guard story.before.isEmpty, story.level.count == 1, story.growth.count == 1, let level = story.level.first,
      let growth = story.growth.first, level.status == .actual, growth.status == .actual,
      let year = level.year, growth.year == year, ![level.periodType, growth.periodType].contains(.cumulative),
      !level.isOfPartOfYear, !growth.isOfPartOfYear, level.quantity.kind.isAmount,
      GrowthBasis(growth, of: level).isSure,
      let interval = Interval.before(level.quantity, growth.quantity),
      !story.change.contains(where: { Self.contradicts($0.quantity, interval, level.quantity) }),
      let value = interval.middle, let low = interval.low, let high = interval.high
    else { return nil }
    self.init(observation: level.id, growth: growth.id, year: year - 1, value: value, low: low, high: high)
  }

  /// 721件，增加71件，增长21%: whether a change leads from none of the numbers before.
  private static func contradicts(_ change: Quantity, _ before: Interval, _ level: Quantity) -> Bool {
    change.unit == level.unit && !(Interval(level)?.subtracting(change)?.overlaps(before) ?? true)
  }
}

extension Interval {
  /// What a figure's growth tells of the year before: whole counts where the figure is one, else rounded outwards to two places
  /// more than the figure is written with. `nil` if nothing can be.
  fileprivate static func before(_ level: Quantity, _ growth: Quantity) -> Interval? {
    guard let interval = Interval(level), let width = interval.width else { return nil }
    let isWhole = level.kind == .count && level.value.isWhole && (width.digits == 0 || level.bound == .range)
    let place = isWhole ? 0 : width.digits == 0 ? min(0, level.value.exponent) : width.magnitude
    // 增长一倍 is said of what nearly doubled, too.
    guard isWhole || growth.low != growth.high else { return nil }
    let before = Interval(growth).flatMap { interval.before($0, place: isWhole ? 0 : place - 2, inwards: isWhole) }
    return before.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The one number that it holds, or the middle, rounded to the place of the first digit of its width: that is never outside, and
  /// tells no more digits than are known. `nil` if an end is open or the number can't be held.
  public var middle: ExactDecimal? {
    guard let low, let high, let width, let sum = low.adding(high) else { return nil }
    return width.digits == 0 ? low : sum.divided(by: ExactDecimal(digits: 2), places: -width.magnitude)
  }

  /// `=` for one number, else `~`.
  public var bound: Bound { low == high ? .exact : .about }
}

extension ExactDecimal {
  /// The power of ten of the first digit of a number other than zero.
  fileprivate var magnitude: Int { exponent + String(digits.magnitude).count - 1 }
}
