import ReportText

/// What it costs, in tenths, to go from one kind of stretch to another, by the kind of document: a work report goes from
/// results to plans once, a bureau's report tells results, problems and plans, a communiqué only results.
struct OutlineGrammar {
  /// Where a segment begins.
  enum Boundary: Int, CaseIterable {
    case chapter, heading, paragraph, sentence
    /// Behind a line in which a sentence opened anew: what it told of ends with its line.
    case behindInline
    /// A heading of a part below a chapter of results: （二）防汛.
    case partOfResults
    /// The same where the segment's words tell nothing of a turn.
    case silentChapter, silentHeading, silentParagraph

    /// Whether the words there tell nothing.
    var isSilent: Bool {
      self == .silentChapter || self == .silentHeading || self == .silentParagraph || self == .partOfResults
    }

    /// How hard it is to turn there.
    var cost: Int32 {
      switch self {
      case .chapter: 5
      case .heading: 15
      case .paragraph: 25
      case .sentence: 30
      case .behindInline: 8
      case .silentChapter: 40
      case .silentHeading, .partOfResults: 50
      case .silentParagraph: 60
      }
    }
  }

  private let kind: ReportIdentity.Kind
  /// Whether the document is the budget of its year, which speaks of plans all over and has none for the next.
  private let isBudget: Bool
  /// Leaving notes is rare: they stand behind the report, and what they tell of years doesn't end them.
  private static let leavingNotes: Int32 = 60
  private static let never: Int32 = 10_000
  /// A bureau's report tells of each of its fields what was done and what is next.
  private static let toNextPart: Int32 = 10
  /// A year and several years, problems and results stand beside each other.
  private static let withinRank: Int32 = 12
  /// What was wanting leads to what is to be done.
  private static let fromProblemsToPlans: Int32 = 10

  init(_ identity: ReportIdentity) {
    kind = identity.kind
    isBudget = identity.isBudget
  }

  /// What it costs to begin with a kind.
  func start(_ frame: FrameKind) -> Int32 {
    switch (kind, frame) {
    case (.plan, .plan): 0
    case (.plan, .aims): 10
    case (.plan, _): 20
    case (_, .results): 0
    case (.workReport, .severalYears): 8
    case (_, .severalYears): 20
    case (_, .problems): 15
    case (_, .plan), (_, .aims): 30
    case (_, .notes): 60
    }
  }

  /// What it costs to turn from one kind to another.
  func turn(from: FrameKind, to: FrameKind, at boundary: Boundary) -> Int32 {
    if from == to { return 0 }
    let cost = boundary.cost
    if from == .notes { return boundary == .chapter ? cost + Self.leavingNotes : Self.never }
    if from == .problems, to == .plan, !boundary.isSilent { return min(cost, Self.fromProblemsToPlans) }
    if boundary == .partOfResults, to == .results { return Self.toNextPart }
    if to == .problems { return cost }
    if Self.rank(from) == Self.rank(to) { return min(cost / 2, Self.withinRank) }
    return Self.rank(to) < Self.rank(from) ? cost + wayBack : cost
  }

  /// What it costs to go from plans back to results.
  private var wayBack: Int32 {
    switch kind {
    case .workReport: 50
    case .plan: 5
    case .annualReport, .communique, .other: 20
    }
  }

  /// What a stretch of a kind costs wherever it stands.
  func each(_ frame: FrameKind) -> Int32 {
    let isPlan = frame == .plan || frame == .aims
    return isPlan && (kind == .communique || isBudget) ? 20 : 0
  }

  private static func rank(_ frame: FrameKind) -> Int {
    switch frame {
    case .results, .severalYears, .problems: 0
    case .plan, .aims: 1
    case .notes: 2
    }
  }
}
