import Quantities

/// A pattern of which a word stands by a figure that it doesn't claim, and why not.
public struct NearMiss: Sendable, Equatable {
  /// The id of the pattern's metric.
  public let metric: String
  /// The pattern as written.
  public let pattern: String
  /// Why it doesn't claim the figure.
  public let reason: Reason

  /// Why a pattern doesn't claim a figure.
  public enum Reason: Sendable, Equatable {
    /// The metric takes other units; those that it takes.
    case unit([String])
    /// The metric takes other kinds of figures.
    case kind
    /// None of these words of the pattern stands where it must.
    case missing([String])
    /// The pattern's words stand there in another order, or with others between.
    case order
    /// A word that must not stand there does.
    case excluded(String)
    /// The pattern fits, but one that says more claims the figure.
    case outranked
  }
}

/// Notes for each figure which patterns nearly claimed it, as it is read.
final class NearMissTrace {
  private(set) var misses: [String: [NearMiss]] = [:]

  func note(_ misses: [NearMiss], of observation: String) { self.misses[observation] = misses }
}

extension Catalogue {
  /// The patterns of which a key word stands in the statement but that do not claim the figure: first those that have all
  /// their words there, and among them those that say most.
  func nearMisses(_ statement: StatementText, _ quantity: Quantity, but claim: Claim?) -> [NearMiss] {
    var found: [NearMiss] = []
    var seen: Set<ObjectIdentifier> = []
    for near in claims(near: statement) where near !== claim && seen.insert(ObjectIdentifier(near)).inserted {
      let reason = near.failure(statement, quantity) ?? .outranked
      found.append(NearMiss(metric: near.metric, pattern: near.pattern.text, reason: reason))
    }
    return found.filter(\.hasAllWords) + found.filter { !$0.hasAllWords }
  }
}

extension NearMiss {
  fileprivate var hasAllWords: Bool { if case .missing = reason { false } else { true } }
}

extension Pattern {
  /// The words of which one should stand on its side of the figure, of the first item that has none there.
  func missingWords(_ statement: StatementText) -> [String]? {
    let sides = [
      (before, statement.before, 0..<statement.beforeEnd), (behind, statement.behind, statement.behindRange),
    ]
    for (items, text, range) in sides {
      for case .words(let words, false) in items
      where !words.contains(where: { $0.range($0.indices, occursIn: text, range) }) {
        return words.map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return nil
  }
}
