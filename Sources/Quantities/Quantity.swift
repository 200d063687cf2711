/// What sort of quantity a number states.
public enum QuantityKind: String, Sendable, CaseIterable {
  /// A number of things or events.
  case count
  /// An amount of money in the unit named.
  case money
  /// A share, rate or level in percent.
  case percent
  /// A relative change in percent; negative when falling.
  case growth
  /// An absolute change with a unit; negative when falling.
  case change
  /// Percentage points; signed when they state a change.
  case points
  /// So many times a base.
  case multiple
  /// A place in a ranking.
  case rank
  /// How long something takes or lasted.
  case duration
  /// Length, area, weight, energy and the like.
  case measure
  /// A figure for a base (per head, per 10,000) or a proportion.
  case ratio

  /// Whether it tells how much there is: such figures grow and have parts.
  public var isAmount: Bool { self == .count || self == .money || self == .measure }

  /// Whether it tells how much there is, or by how much that changed: such figures can be added up.
  public var isAdditive: Bool { isAmount || self == .change }
}

/// What the wording says of the written figure.
public enum Bound: String, Sendable, CaseIterable {
  case exact = "="
  /// 余, 多, 以上, 超, 不少于: the magnitude is at least the figure.
  case atLeast = ">="
  /// 近, 以内, 不超过: the magnitude is at most the figure.
  case atMost = "<="
  /// 约, 左右.
  case about = "~"
  /// 2—3所: the value is the lower end.
  case range = "range"
}

/// A stated quantity with exact numbers.
public struct Quantity: Sendable, Hashable {
  /// The figure with multipliers applied; negative for a fall. The lower end of a range.
  public var value: ExactDecimal
  /// The least number that the wording allows, by written precision and bound; `nil` if open.
  public var low: ExactDecimal?
  /// The greatest number that the wording allows; `nil` if open.
  public var high: ExactDecimal?
  /// The unit in its normal form; empty for a bare number.
  public var unit: Unit
  /// What sort of quantity it is.
  public var kind: QuantityKind
  /// What the wording says of the figure.
  public var bound: Bound

  /// A quantity as stored.
  public init(
    value: ExactDecimal, low: ExactDecimal?, high: ExactDecimal?, unit: Unit, kind: QuantityKind, bound: Bound
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.kind = kind
    self.bound = bound
  }

  /// A quantity whose interval follows from `value`, `bound` and the half of the last written place.
  ///
  /// - Parameter place: power of ten of the last written digit (`1.36万`: 2); `nil` for a number written out in full.
  init(value: ExactDecimal, place: Int?, unit: Unit, kind: QuantityKind, bound: Bound) {
    self.value = value
    self.unit = unit
    self.kind = kind
    self.bound = bound
    let magnitudeGrowsUp = value.digits >= 0
    switch bound {
    case .exact, .range:
      if let place {
        let half = ExactDecimal(digits: 5, exponent: place - 1)
        low = value.subtracting(half)
        high = value.adding(half)
      } else {
        (low, high) = (value, value)
      }
    case .atLeast:
      if magnitudeGrowsUp { low = value } else { high = value }
    case .atMost:
      if magnitudeGrowsUp { high = value } else { low = value }
    case .about:
      break
    }
  }
}

/// The class of a numeral: every numeral of a document has exactly one.
public enum NumeralClass: String, Sendable, CaseIterable {
  case statistic, date, ordinal
  case documentNumber = "document_number"
  case title, name, threshold, contact
  case listMarker = "list_marker"
  case other
}

/// The place of a quantity in a from–to change (由63个工作日缩减至14个工作日).
public enum ChangeRole: Sendable {
  case none, before, after
}

/// Why a numeral has no value.
public enum NumeralIssue: String, Sendable {
  /// More digits than an exact 64-bit figure holds.
  case overflow
}

/// One numeral of a text, accounted for.
public struct LedgerEntry: Sendable {
  /// The bytes of the text that the entry stands for: number, multiplier, unit, and qualifiers inside.
  public var span: Range<Int>
  /// The bytes of the numeral alone.
  public var numeral: Range<Int>
  /// The class, one for each numeral.
  public var numeralClass: NumeralClass
  /// The quantity, for a statistic.
  public var quantity: Quantity?
  /// The numeral's value, whatever its class, where it has one.
  public var value: ExactDecimal?
  /// Its place in a from–to change.
  public var role: ChangeRole
  /// The rule that placed it.
  public var rule: RuleName
  /// Why there is no value, if there is none.
  public var issue: NumeralIssue?
}
