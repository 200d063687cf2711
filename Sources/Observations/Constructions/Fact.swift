import Quantities

/// What one construction states of one figure.
struct Fact {
  /// The ledger index of the figure.
  let figure: Int
  let by: Construction.Name
  let value: Value
  /// The words in the paragraph by which it is told, for `explain`.
  var words: Range<Int>?

  /// What can be stated; of the same attribute, one fact holds.
  enum Value {
    /// Where a change starts or leads to.
    case role(ChangeRole)
    /// Whose figure it is.
    case subject(Naming)
    /// That it is a mean of years.
    case mean
    /// That it is told in relation to something else (较全省高…, 占…的…), by that word: no value of a metric that doesn't name the relation.
    case relation([UInt8])
    /// What it is to the report, and which rule of time that is.
    case status(Status, TimeRule)
    /// The ledger index of the total that it is a part of; `nil` if it is a part of none.
    case part(Int?)
  }

  /// How a figure's subject follows from words or from other figures.
  enum Naming {
    /// The words that name it.
    case words([UInt8])
    /// Several things, each of which has the figure.
    case each([[UInt8]])
    /// The subject of another figure, with its metric.
    case same(as: Int)
    /// The thing that another figure is of, with what is told of it behind.
    case told([UInt8], of: Int)
    /// What another figure tells, with more of it.
    case more([UInt8], of: Int)
    /// What another figure was planned for.
    case planned(as: Int)
  }

  /// The sorts of facts, each with an order of outranking.
  enum Attribute: Int, CaseIterable {
    case role, subject, mean, relation, status, part

    /// Looked up for each fact, and so put together once.
    private static let subjectPrecedence: [Construction.Name] =
      Construction.completing.map(\.name) + [
        .headedList, .eachOf, .respectively, .beyondMark, .casualties, .shortName, .former, .outturn, .amongKind,
        .fulfilled, .converted, .fromTo,
      ]

    /// Who states it, later ones outranking those before.
    var precedence: [Construction.Name] {
      switch self {
      case .role: [.fromTo]
      case .subject: Self.subjectPrecedence
      case .mean: [.respectively]
      case .relation: [.ofOthersDoing, .amongKind, .average, .shareOf, .relativeTo, .fulfilled, .converted]
      case .status: [.aim, .goal, .plan, .fulfilled, .budgetShift]
      case .part: [.headedList, .fullSplit, .doneOf, .shareOfTotal, .notIncluded]
      }
    }
  }

  var attribute: Attribute {
    switch value {
    case .role: .role
    case .subject: .subject
    case .mean: .mean
    case .relation: .relation
    case .status: .status
    case .part: .part
    }
  }
}
