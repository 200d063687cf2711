import Quantities

/// What a catalogue says of one metric.
public struct Metric: Sendable {
  /// The id used in every output.
  public let id: String
  /// The name in Chinese.
  public let chinese: String
  /// The name in English.
  public let english: String
  /// The units in which it is counted, in normal form; the first is the one in which its figures meet.
  public let units: [String]
  /// Whether it adds up over a year or is a state at its end.
  public let period: Period
  /// How several statements of one document make one figure.
  public let combination: Combination
  /// The kinds of quantities that it takes; `nil` for its units' own kind and all changes.
  public let kinds: Set<QuantityKind>?
  /// Words before and behind the figure that name the metric.
  public let patterns: [Pattern]
  /// Words that must not stand in the statement.
  public let without: [String]
  /// Sentences whose figure the metric claims.
  public let examples: [MetricExample]
  /// Sentences whose figure it must not claim.
  public let counterexamples: [MetricExample]
  /// The catalogue file and line where it stands.
  public let source: CatalogueSource

  /// How a figure relates to time.
  public enum Period: String, Sendable, CaseIterable {
    case flow, stock
  }

  /// How several statements of one metric in one document make one figure.
  public enum Combination: String, Sendable, CaseIterable {
    /// They are parts of the year's work and add up.
    case sum
    /// The largest is the whole.
    case max
    /// The last one said holds.
    case last
    /// The total where one is stated, else the sum of the parts.
    case totalOverParts = "total-over-parts"
    /// Each stands for itself.
    case separate
  }

  /// A figure of the metric in the first of its units, as series hold it beside others (100公顷: 1500亩). What can't be told exactly there (亩 in
  /// 公顷), and what tells no amount (a growth in %), stays as it is.
  public func inOwnUnit(_ quantity: Quantity) -> Quantity { quantity.converted(to: Unit(units[0])) ?? quantity }
}

/// A place in a catalogue file.
public struct CatalogueSource: Sendable, Hashable {
  /// The name of the file.
  public let file: String
  /// Counted from 1.
  public let line: Int
}

/// A mistake in a catalogue: where it stands and what was expected.
public struct CatalogueError: Error, Sendable, CustomStringConvertible {
  /// Where the mistake stands.
  public let source: CatalogueSource
  /// What was expected.
  public let message: String

  /// `file:line: message`
  public var description: String { "\(source.file):\(source.line): \(message)" }
}

/// All mistakes of a catalogue.
public struct CatalogueErrors: Error, Sendable, CustomStringConvertible {
  /// The mistakes, by file and line.
  public let errors: [CatalogueError]

  /// One mistake a line.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
