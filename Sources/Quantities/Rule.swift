/// A rule that places numerals, with the examples that are its tests.
public struct Rule: Sendable {
  /// The name that entries carry.
  public let name: RuleName
  /// What the rule covers, in Chinese.
  public let title: String
  /// Sentences with the numeral's span between ⟦ and ⟧.
  public let examples: [Example]

  /// A sentence, and how the marked numeral is read.
  public struct Example: Sendable {
    /// The sentence with one span between ⟦ and ⟧.
    public let marked: String
    /// `value unit kind bound` for a statistic, else the class.
    public let reading: String
    /// Whether this rule places the marked numeral; `false` for a counterexample, which another rule places.
    public let isPositive: Bool
  }

  /// All rules.
  public static let all: [Rule] = [
    .title, .footnote, .contact, .documentNumber, .calendarDate, .timeWindow, .clockTime, .listMarker, .ordinal, .rank,
    .setPhrase, .quotedName, .wordPart, .indefinite, .threshold, .percent, .points, .multiple, .money, .duration,
    .measure, .count, .fraction, .ratio, .growth, .change, .zeroChange, .bareNumber,
  ]

  init(_ name: RuleName, _ title: String, _ examples: Example...) {
    self.name = name
    self.title = title
    self.examples = examples
  }
}

extension Rule.Example {
  /// A sentence whose marked numeral the rule places.
  static func yes(_ marked: String, _ reading: String) -> Self {
    .init(marked: marked, reading: reading, isPositive: true)
  }

  /// A sentence whose marked numeral another rule places.
  static func no(_ marked: String, _ reading: String) -> Self {
    .init(marked: marked, reading: reading, isPositive: false)
  }
}

extension LedgerEntry {
  /// `value unit kind bound` for a statistic, else the class: the form in which examples give readings.
  public var reading: String {
    guard let quantity else { return numeralClass.rawValue }
    let upper = quantity.bound == .range ? "—\(quantity.high?.description ?? "")" : ""
    return
      "\(quantity.value)\(upper) \(quantity.unit.name.isEmpty ? "-" : quantity.unit.name) \(quantity.kind.rawValue) "
      + quantity.bound.rawValue
  }
}
