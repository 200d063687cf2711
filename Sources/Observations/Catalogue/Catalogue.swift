import EmbeddedFiles
import Quantities

/// The metrics that figures are mapped to.
public struct Catalogue: Sendable {
  /// The metrics in the order of their files.
  public let metrics: [Metric]
  private let automaton: WordAutomaton
  /// Patterns by the key word of which one must stand in the statement.
  private let patternsByKey: [[PatternReference]]
  /// By metric: words that must not stand in the statement.
  private let without: [[[UInt8]]]
  private let indexByID: [String: Int]

  /// A pattern and how much it says.
  private struct PatternReference: Sendable {
    let metric: Int
    let pattern: Int
    let specificity: Int

    /// Whether this pattern goes first: the more specific one, else the one that stands first.
    func outranks(_ other: PatternReference) -> Bool {
      (-specificity, metric, pattern) < (-other.specificity, other.metric, other.pattern)
    }
  }

  /// A metric that claims a figure.
  public struct Claim: Sendable {
    /// The metric.
    public let metric: Metric
    /// Its pattern that matched.
    public let pattern: Pattern
  }

  /// The catalogues that stand inside the program.
  public static let builtIn: [(file: String, text: String)] = [
    ("rule-of-law.yaml", text(embedded_rule_of_law)),
    ("information-disclosure.yaml", text(embedded_information_disclosure)), ("economy.yaml", text(embedded_economy)),
  ]

  private static func text(_ file: EmbeddedFile) -> String {
    String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }

  /// Compiles catalogue files. A metric of a later file replaces one of the same id in an earlier file.
  ///
  /// - Throws: `CatalogueErrors` with every mistake of all files.
  public init(files: [(file: String, text: String)]) throws {
    var metrics: [Metric] = []
    var errors: [CatalogueError] = []
    for (file, text) in files {
      let (read, mistakes) = CatalogueFile.read(text, file: file)
      errors += mistakes
      for metric in read {
        if let index = metrics.firstIndex(where: { $0.id == metric.id }) {
          metrics[index] = metric
        } else {
          metrics.append(metric)
        }
      }
    }
    guard errors.isEmpty else { throw CatalogueErrors(errors: errors) }
    self.init(metrics)
  }

  private init(_ metrics: [Metric]) {
    self.metrics = metrics
    without = metrics.map { $0.without.map { Array($0.utf8) } }
    indexByID = Dictionary(uniqueKeysWithValues: metrics.enumerated().map { ($1.id, $0) })
    var keys: [String: Int32] = [:]
    var byKey: [[PatternReference]] = []
    for (metricIndex, metric) in metrics.enumerated() {
      for (patternIndex, pattern) in metric.patterns.enumerated() {
        for word in pattern.key {
          let key = String(decoding: word, as: UTF8.self)
          let number = keys[key] ?? Int32(byKey.count)
          if keys[key] == nil {
            keys[key] = number
            byKey.append([])
          }
          byKey[Int(number)].append(
            PatternReference(metric: metricIndex, pattern: patternIndex, specificity: pattern.specificity))
        }
      }
    }
    automaton = WordAutomaton(keys.sorted { $0.value < $1.value }.map { (word: $0.key, payload: $0.value) })
    patternsByKey = byKey
  }

  /// The metric with an id.
  public func metric(_ id: String) -> Metric? { indexByID[id].map { metrics[$0] } }

  /// The claim of the metric whose pattern says most of a figure, or `nil`.
  func claim(_ statement: StatementText, _ quantity: Quantity) -> Claim? {
    var best: PatternReference?
    func consider(_ references: [PatternReference]) {
      for reference in references {
        if let best, !reference.outranks(best) { continue }
        if metrics[reference.metric].accepts(quantity),
          metrics[reference.metric].patterns[reference.pattern].matches(statement),
          !without[reference.metric].contains(where: statement.contains)
        {
          best = reference
        }
      }
    }
    forEachKey(in: statement.before, 0..<statement.beforeEnd, consider)
    forEachKey(in: statement.behind, statement.behindRange, consider)
    return best.map { Claim(metric: metrics[$0.metric], pattern: metrics[$0.metric].patterns[$0.pattern]) }
  }

  /// Calls `body` with the patterns of each key word in a range, at one step a character.
  private func forEachKey(in text: [UInt8], _ range: Range<Int>, _ body: ([PatternReference]) -> Void) {
    let text = text.span.extracting(..<range.upperBound)
    var start = range.lowerBound
    while start < range.upperBound {
      var state = WordAutomaton.root
      var at = start
      while at < range.upperBound {
        let (scalar, length) = decodeScalar(in: text, at: at)
        guard let next = automaton.step(state, scalar) else { break }
        state = next
        at += length
        let payload = automaton.payload(state)
        if payload >= 0 { body(patternsByKey[Int(payload)]) }
      }
      start += decodeScalar(in: text, at: start).length
    }
  }
}
