import Observations

/// What a check says of figures that must fit each other.
public enum Verdict: String, Sendable, CaseIterable {
  /// They fit.
  case consistent
  /// They can't all be right.
  case inconsistent
  /// They fit where the stated rate was cut off instead of rounded: 24.87% written as 24.8%.
  case truncated
  /// It could be, but what stands beside it speaks against it.
  case unlikely
  /// The wording leaves open whether they must fit.
  case uncheckable
}

/// The checks, by the name that findings carry.
public enum CheckName: String, Sendable, CaseIterable {
  /// Parts add up to their total.
  case partSum = "part-sum"
  /// A rate is its part divided by its total.
  case rate
  /// A growth rate of a whole count has a whole count of the year before.
  case growthFeasibility = "growth-feasibility"
  /// A total's growth is that of its parts together.
  case growthOfParts = "growth-of-parts"
  /// A change is the difference or quotient of the figures that it leads from and to.
  case change
  /// A rate of a whole is at most the whole.
  case limit
  /// Shares make the whole.
  case proportionSum = "proportion-sum"
  /// One thing has one value in a report.
  case conflict
  /// The figures on disclosure of information balance as the statutory form asks.
  case disclosureIdentity = "disclosure-identity"
  /// A growth rate fits the figure of the year before in another document.
  case growthOverYears = "growth-over-years"
  /// An earlier year's figure is quoted as that year's document told it.
  case restatement
  /// Documents of one body and year tell one value.
  case documentConflict = "document-conflict"
  /// A figure is likely beside its own series, other places and its province.
  case likelihood

  /// The name for people.
  public var chinese: String {
    switch self {
    case .partSum: "分项合计"
    case .rate: "比率复算"
    case .growthFeasibility: "增幅可行性"
    case .growthOfParts: "分项增幅合计"
    case .change: "变动复算"
    case .limit: "比率上限"
    case .proportionSum: "构成合计"
    case .conflict: "前后矛盾"
    case .disclosureIdentity: "信息公开勾稽"
    case .growthOverYears: "跨年增幅"
    case .restatement: "往年数重述"
    case .documentConflict: "文件间矛盾"
    case .likelihood: "合理性"
    }
  }
}

/// The result of one check with its operands.
public struct Finding: Sendable {
  /// The check.
  public let check: CheckName
  /// What it says.
  public let verdict: Verdict
  /// What was computed from what, in Chinese.
  public let message: String
  /// The ids of the observations that take part, the one judged first.
  public let operands: [String]

  /// A finding with the ids of its operands.
  public init(check: CheckName, verdict: Verdict, message: String, operands: [String]) {
    self.check = check
    self.verdict = verdict
    self.message = message
    self.operands = operands
  }
}
