import Quantities

/// A way in which sentences are built, whatever their words: it looks at the figures of a paragraph and states facts of them.
public struct Construction: Sendable {
  /// The name that facts carry.
  public let name: Name
  /// What it is, in Chinese.
  public let title: String
  /// It is tried only in paragraphs in which one of these words stands; in all if there are none.
  let trigger: [Cue]
  /// Sentences, and what is stated of their figures.
  public let examples: [Example]
  /// States what it knows on the paragraph's board.
  let state: @Sendable (Paragraph) -> Void

  /// The names of all constructions.
  public enum Name: String, CaseIterable, Sendable {
    case fromTo, respectively, eachOf, converted, beyondMark, casualties, outturn, relativeTo, shareOf, average,
      ofOthersDoing,
      aim, goal, plan, doneOf, fullSplit,
      notIncluded, headedList
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
    self.name = name
    self.title = title
    self.trigger = trigger
    self.examples = examples
    self.state = state
  }

  /// All constructions in the order of reading: who looks at facts of others comes behind them.
  public static let all: [Construction] = [
    .fromTo, .eachOf, .respectively, .converted, .beyondMark, .casualties, .relativeTo, .shareOf, .average,
    .ofOthersDoing, .aim,
    .goal, .plan, .outturn, .notIncluded,
    .doneOf,
    .fullSplit, .headedList,
  ]
}

extension Paragraph {
  /// Has all constructions state what they know.
  func readConstructions() {
    guard !figures.isEmpty else { return }
    for construction in Construction.all
    where construction.trigger.isEmpty || lexemes.contains(where: { construction.trigger.contains($0.cue) }) {
      construction.state(self)
    }
  }
}
