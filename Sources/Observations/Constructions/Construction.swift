import Quantities

/// A way in which sentences are built, whatever their words: it looks at the figures of a paragraph and states facts of them, or at one
/// figure whose own words leave something unsaid and at those told before it, and tells its subject.
public struct Construction: Sendable {
  /// The name that facts carry.
  public let name: Name
  /// What it is, in Chinese.
  public let title: String
  /// It is tried only in paragraphs in which one of these words stands; in all if there are none.
  let trigger: [Cue]
  /// Sentences, and what is stated of their figures.
  public let examples: [Example]
  let step: Step

  /// What a construction does.
  enum Step: Sendable {
    /// States what it knows on the paragraph's board.
    case states(@Sendable (Paragraph) -> Void)
    /// Tells the whole subject of a figure; `nil` if it isn't built that way.
    case completes(@Sendable (Ellipsis) -> [UInt8]?)
    /// The same of one that goes on from a figure told before.
    case goesOn(@Sendable (Ellipsis, Told) -> [UInt8]?)
  }

  /// The names of all constructions.
  public enum Name: String, CaseIterable, Sendable {
    case fromTo, respectively, eachOf, converted, beyondMark, casualties, shortName, outturn, relativeTo, shareOf,
      average, former, fulfilled, amongKind,
      ofOthersDoing,
      aim, goal, plan, budgetShift, doneOf, shareOfTotal, fullSplit,
      notIncluded, headedList,
      stageOfWhole, topicBefore, sameLevel, contrast, relationTold, listTotal, runningTotal, sameThing, meanOf,
      amountOf, totalOf, namesAnew, ownedAmount, deedAlone, deedOnSame, tellsMore, sharedVerb
  }

  /// A sentence with one figure between ⟦ and ⟧, and what the construction states of it: `nil` for nothing.
  public struct Example: Sendable {
    /// The sentence.
    public let marked: String
    /// `attribute value` of each fact, joined by commas.
    public let states: String?

    static func yes(_ marked: String, _ states: String) -> Self { .init(marked: marked, states: states) }
    static func no(_ marked: String) -> Self { .init(marked: marked, states: nil) }
  }

  init(
    _ name: Name, _ title: String, trigger: [Cue] = [], examples: [Example],
    state: @escaping @Sendable (Paragraph) -> Void
  ) {
    self.init(name, title, trigger, examples, .states(state))
  }

  init(
    _ name: Name, _ title: String, examples: [Example], completes: @escaping @Sendable (Ellipsis) -> [UInt8]?
  ) {
    self.init(name, title, [], examples, .completes(completes))
  }

  init(
    _ name: Name, _ title: String, examples: [Example], goesOn: @escaping @Sendable (Ellipsis, Told) -> [UInt8]?
  ) {
    self.init(name, title, [], examples, .goesOn(goesOn))
  }

  private init(_ name: Name, _ title: String, _ trigger: [Cue], _ examples: [Example], _ step: Step) {
    self.name = name
    self.title = title
    self.trigger = trigger
    self.examples = examples
    self.step = step
  }

  /// All constructions.
  public static let all = stating + completing

  /// Those that look at a paragraph, in the order of reading: who looks at facts of others comes behind them.
  static let stating: [Construction] = [
    .fromTo, .fulfilled, .former, .amongKind, .eachOf, .respectively, .converted, .beyondMark, .casualties,
    .shortName, .relativeTo, .shareOf, .average,
    .ofOthersDoing, .aim,
    .goal, .plan, .budgetShift, .outturn, .notIncluded,
    .shareOfTotal, .doneOf,
    .fullSplit, .headedList,
  ]

  /// Those that tell the subject of a figure whose own words leave something unsaid: the first that can does.
  static let completing: [Construction] = [
    .stageOfWhole, .topicBefore, .sameLevel, .contrast, .relationTold, .listTotal, .runningTotal, .sameThing, .meanOf,
    .amountOf, .totalOf, .namesAnew, .ownedAmount, .deedAlone, .deedOnSame, .tellsMore, .sharedVerb,
  ]
}

extension Paragraph {
  /// Has the constructions that look at a paragraph state what they know.
  func readConstructions() {
    guard !figures.isEmpty else { return }
    for construction in Construction.stating
    where construction.trigger.isEmpty || lexemes.contains(where: { construction.trigger.contains($0.cue) }) {
      if case .states(let state) = construction.step { state(self) }
    }
  }

  /// The whole subject of a figure whose own words may leave something unsaid.
  func completed(_ ellipsis: Ellipsis) -> [UInt8] {
    for construction in Construction.completing {
      let subject =
        switch construction.step {
        case .states: nil as [UInt8]?
        case .completes(let complete): complete(ellipsis)
        case .goesOn(let complete): ellipsis.last.flatMap { complete(ellipsis, $0) }
        }
      guard let subject else { continue }
      facts.state(ellipsis.figure, .subject(.words(subject)), by: construction.name)
      return subject
    }
    return ellipsis.own
  }
}
