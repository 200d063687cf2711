import Quantities

/// What a subject ends with to tell its figure apart from others of one name.
public enum Mark: Sendable {
  /// Where a change started, and where it led.
  case before, after
  /// A mean of years.
  case yearlyMean
  /// What each of several has.
  case each

  /// The mark of a side of a change; `nil` of none.
  init?(_ role: ChangeRole) {
    switch role {
    case .before: self = .before
    case .after: self = .after
    case .none: return nil
    }
  }

  /// The bytes that stand in the subject.
  public var bytes: [UInt8] {
    switch self {
    case .before: Self.beforeBytes
    case .after: Self.afterBytes
    case .yearlyMean: Self.yearlyMeanBytes
    case .each: Self.eachBytes
    }
  }

  private static let beforeBytes = Array("(调整前)".utf8)
  private static let afterBytes = Array("(调整后)".utf8)
  private static let yearlyMeanBytes = Array("(年均)".utf8)
  private static let eachBytes = Array("(各)".utf8)
}
