import Observations
import Quantities

/// What a person decided about a figure.
public struct Review: Sendable, Equatable {
  /// What is to be done with the figure.
  public enum Decision: String, Sendable, CaseIterable {
    /// It is right as read.
    case accept
    /// It enters no series.
    case reject
    /// Tables show another value, marked.
    case correct
  }

  /// What is to be done.
  public let decision: Decision
  /// The value as read when it was decided, in the figure's unit. The decision holds only while the text says this.
  public let expected: ExactDecimal
  /// The right value of a correction, in the figure's unit.
  public let value: ExactDecimal?
  /// Why.
  public let reason: String
  /// Who decided.
  public let reviewer: String

  /// A decision with all its fields.
  public init(decision: Decision, expected: ExactDecimal, value: ExactDecimal?, reason: String, reviewer: String) {
    self.decision = decision
    self.expected = expected
    self.value = value
    self.reason = reason
    self.reviewer = reviewer
  }
}

extension CheckedReport {
  /// Whether tables leave a figure out because it isn't sure enough. What a person decided about is never held back.
  public func isWithheld(_ observation: Observation) -> Bool {
    observation.confidence < leastConfidence && reviews[observation.id] == nil
  }

  /// A figure as tables show it: corrected where a person said so, `nil` where it was rejected or is withheld. What a person let
  /// stand is sure.
  public func reviewed(_ observation: Observation) -> Observation? {
    guard let review = reviews[observation.id] else { return isWithheld(observation) ? nil : observation }
    if review.decision == .reject { return nil }
    var corrected = observation
    corrected.confidence = .high
    if review.decision == .correct {
      corrected.quantity.value = review.value ?? observation.quantity.value
      (corrected.quantity.low, corrected.quantity.high) = (corrected.quantity.value, corrected.quantity.value)
      corrected.quantity.bound = .exact
    }
    return corrected
  }

  /// What growth rates imply of the year before, where growth and figure stand as they were read: nothing follows from a
  /// figure that a person rejected or corrected, or that is withheld.
  public var standingImplied: [ImpliedValue] {
    let withheld = Set(report.observations.lazy.filter(isWithheld).map(\.id))
    return implied.filter { value in
      [value.observation, value.growth].allSatisfy { id in
        !withheld.contains(id) && reviews[id].map { $0.decision == .accept } ?? true
      }
    }
  }
}
