import Checks
import Observations
import Quantities

/// Which of the statements of one document on a metric and a year makes the cell, and how.
///
/// They are told apart by what they are of: the whole, a part of it, another thing. A stated whole stands, and parts are never added to
/// it; what can't be told apart makes no cell.
struct StatementChoice {
  /// How statements that differ make one figure.
  enum Way: String {
    /// The most exact of figures that one number can be all of.
    case exact
    /// The figure of the whole, beside others that are of parts.
    case whole
    /// The largest, where the catalogue tells that the largest is the whole.
    case max
    /// The sum of the parts of a whole that isn't stated.
    case sum
    /// The first of figures of one thing that can't all be true.
    case first
  }

  /// The statements whose figure it is: those that tell one number, or the parts of a sum.
  let taken: [SeriesStatement]
  /// `nil` where all statements tell one number.
  let way: Way?
  /// The others, which aren't in the figure.
  let left: [SeriesStatement]

  private init(_ taken: [SeriesStatement], _ way: Way?, of found: [SeriesStatement]) {
    let ids = Set(taken.map(\.id))
    (self.taken, self.way, left) = (taken, way, found.filter { !ids.contains($0.id) })
  }

  /// The choice among statements of a metric; `nil` where they are of different things, each of which stands for itself.
  init?(_ found: [SeriesStatement], of metric: Metric, isAdditive: Bool) {
    let ids = Set(found.map(\.observation.id))
    if isAdditive, Self.areMonths(found) {
      self.init(found, .sum, of: found)
      return
    }
    let wholes = found.filter { !($0.observation.partOf.map(ids.contains) ?? false) }
    // 地区生产总值 and 经济总量 are one thing, so that equal figures are one figure; 检查水库20次 and 检查河道20次 are two.
    let isOneThing = metric.combination != .sum && metric.combination != .separate
    if isAdditive, metric.combination == .totalOverParts, Self.areParts(wholes) {
      self.init(wholes, .sum, of: found)
    } else if let one = Self.one(wholes, isOneThing: isOneThing) {
      let way = one.count < wholes.count ? Way.exact : wholes.count < found.count ? .whole : nil
      self.init(one, way, of: found)
    } else if let whole = Self.whole(of: wholes, isAdditive: isAdditive) {
      self.init(whole, .whole, of: found)
    } else if isAdditive, metric.combination == .max,
      let most = wholes.max(by: { $0.quantity.value < $1.quantity.value })
    {
      self.init([most], .max, of: found)
    } else {
      return nil
    }
  }

  /// The choice among statements that nothing tells apart: the first holds where they contradict each other.
  init(ofOneThing found: [SeriesStatement]) {
    if Self.areMonths(found) {
      self.init(found, .sum, of: found)
    } else if let one = Self.one(found, isOneThing: true) {
      self.init(one, one.count < found.count ? .exact : nil, of: found)
    } else {
      self.init([found[0]], .first, of: found)
    }
  }

  /// The statements that tell the most exact number, if one number can be all of them and they are of one thing.
  private static func one(_ found: [SeriesStatement], isOneThing: Bool) -> [SeriesStatement]? {
    guard isOneThing || found.contains(where: { one in found.allSatisfy { one.isAsGeneral(as: $0) } }) else {
      return nil
    }
    if Set(found.map(\.quantity.value)).count == 1 { return found }
    let intervals = found.compactMap { Interval($0.quantity) }
    guard intervals.count == found.count, let low = intervals.compactMap(\.low).max(),
      let high = intervals.compactMap(\.high).min(), low <= high
    else { return nil }
    let exact = found.dropFirst().reduce(found[0]) { $1.isMoreExact(than: $0) ? $1 : $0 }
    return found.filter { $0.quantity == exact.quantity }
  }

  /// The statement of the whole: one in whose words all others only name parts of it, or that is the sum of all others.
  private static func whole(of found: [SeriesStatement], isAdditive: Bool) -> [SeriesStatement]? {
    let whole = found.first { one in
      found.allSatisfy { other in
        other.quantity.value == one.quantity.value && one.isAsGeneral(as: other)
          || one.names(partOf: other) && (!isAdditive || other.quantity.value <= one.quantity.value)
      }
    }
    if let whole { return found.filter { $0.quantity.value == whole.quantity.value } }
    guard isAdditive, found.count > 2, let most = found.max(by: { $0.quantity.value < $1.quantity.value }),
      most.quantity.value >= leastSum
    else { return nil }
    let rest = found.filter { $0.id != most.id }
    return sum(of: rest)?.overlaps(most.quantity) == true ? [most] : nil
  }

  /// Smaller numbers are sums of others by chance.
  private static let leastSum = ExactDecimal(digits: 10)

  /// Whether statements are different parts of one total that isn't among them.
  private static func areParts(_ found: [SeriesStatement]) -> Bool {
    found.count > 1 && Set(found.map(\.observation.subject)).count == found.count
      && Set(found.map(\.observation.partOf)).count == 1 && found[0].observation.partOf != nil
  }

  /// Whether statements are of the parts of a year that make it up, of one thing: 上半年60次，下半年80次.
  static func areMonths(_ found: [SeriesStatement]) -> Bool {
    guard Set(found.map(\.observation.subject)).count == 1 else { return false }
    var next = 1
    for months in found.compactMap(\.observation.months).sorted(by: { $0.first < $1.first }) {
      guard months.first == next else { return false }
      next = months.last + 1
    }
    return next == 13
  }

  static func sum(of found: [SeriesStatement]) -> Interval? {
    let none = Interval(low: ExactDecimal(digits: 0), high: ExactDecimal(digits: 0))
    return found.reduce(none as Interval?) { $0?.adding($1.quantity) }
  }
}

extension SeriesStatement {
  /// Whether another statement is of the same thing, as far as its words tell, or of a part of it.
  fileprivate func isAsGeneral(as other: SeriesStatement) -> Bool {
    observation.subject == other.observation.subject || names(partOf: other)
  }

  /// Whether another statement's words are these and more, as 开展水事执法检查 is to 开展执法检查.
  fileprivate func names(partOf other: SeriesStatement) -> Bool {
    let (general, special) = (observation.subject.description, other.observation.subject.description)
    guard general.count < special.count else { return false }
    var rest = special[...]
    for character in general {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// Whether fewer numbers are allowed here than by another statement.
  fileprivate func isMoreExact(than other: SeriesStatement) -> Bool {
    guard let width = Interval(quantity)?.width else { return false }
    return Interval(other.quantity)?.width.map { width < $0 } ?? true
  }
}
