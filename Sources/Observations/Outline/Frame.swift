import ReportText

/// What a stretch of a report tells: of when its figures are, and whether they are results or plans.
public struct Frame: Sendable, Equatable {
  /// What the stretch tells.
  public internal(set) var kind: FrameKind
  /// The year of its figures; `nil` if neither the stretch nor the report tells.
  public internal(set) var year: Int?
  /// The last of the several years that it tells of together, where the words tell it.
  public internal(set) var lastOfSpan: Int?
  /// The months that its figures are of, where a heading, an opening or the title names them: 2022年上半年.
  public internal(set) var months: MonthSpan?
  /// Whether the document is the budget of its year, whose money is planned.
  public internal(set) var isOfBudget = false
  /// Whether the document plans how the budget of its year is to be adjusted.
  public internal(set) var isOfAdjustment = false
  /// How sure the kind is, by the margin to the second-best reading of the whole document.
  public internal(set) var confidence: ReportIdentity.Confidence

  /// Whether its figures are aims or orders.
  var isPlan: Bool { kind == .plan || kind == .aims }

  /// The several years that its figures are told for; `nil` where they are a year's.
  var span: YearSpan? {
    switch kind {
    case .severalYears: YearSpan(last: lastOfSpan, isAhead: false)
    case .aims where lastOfSpan != nil: YearSpan(last: lastOfSpan, isAhead: true)
    default: nil
    }
  }
}

/// The kinds of stretches, in the order of the columns of `weights.tsv`.
public enum FrameKind: Int, Sendable, CaseIterable {
  /// What was done in a year: 2023年工作回顾.
  case results
  /// What was done in several years, told together: “十四五”时期工作回顾.
  case severalYears
  /// What was wanting: its figures are of the year, but no achievements.
  case problems
  /// What is to be done in a year: 2024年工作安排.
  case plan
  /// What is aimed at beyond the next year: “十五五”时期主要目标.
  case aims
  /// What stands behind the report or explains it: 名词解释.
  case notes

  /// What the kind is called in tables and messages.
  public var name: String {
    switch self {
    case .results: "results"
    case .severalYears: "several_years"
    case .problems: "problems"
    case .plan: "plan"
    case .aims: "aims"
    case .notes: "notes"
    }
  }

  /// The kind of a name in tables.
  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// What it is called in Chinese.
  public var chinese: String {
    switch self {
    case .results: "当年结果"
    case .severalYears: "多年合计"
    case .problems: "问题"
    case .plan: "计划"
    case .aims: "远期目标"
    case .notes: "注释"
    }
  }

  /// The kinds between which the figures' year and status don't change.
  var meansTheSame: Int {
    switch self {
    case .results, .problems: 0
    case .severalYears: 1
    case .plan: 2
    case .aims: 3
    case .notes: 4
    }
  }
}
