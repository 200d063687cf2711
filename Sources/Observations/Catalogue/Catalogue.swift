import EmbeddedFiles
import Quantities

/// The metrics that figures are mapped to.
public struct Catalogue: Sendable {
  /// The metrics in the order of their files.
  public let metrics: [Metric]
  private let automaton: WordAutomaton
  /// Patterns by the key word of which one must stand in the statement.
  private let patternsByKey: [[PatternReference]]
  private let indexByID: [String: Int]

  struct PatternReference: Sendable, Equatable {
    let metric: Int
    let pattern: Int
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
          byKey[Int(number)].append(PatternReference(metric: metricIndex, pattern: patternIndex))
        }
      }
    }
    automaton = WordAutomaton(keys.sorted { $0.value < $1.value }.map { (word: $0.key, payload: $0.value) })
    patternsByKey = byKey
  }

  /// The metric with an id.
  public func metric(_ id: String) -> Metric? { indexByID[id].map { metrics[$0] } }

  /// The metrics that claim a figure, the most specific first.
  func claims(_ statement: StatementText, _ quantity: Quantity) -> [Claim] {
    var matching: [PatternReference] = []
    for text in [statement.before, statement.behind] {
      forEachKey(in: text) { references in
        for reference in references where isClaim(reference, statement, quantity) && !matching.contains(reference) {
          matching.append(reference)
        }
      }
    }
    let ordered = matching.sorted { a, b in
      let (x, y) = (specificity(a), specificity(b))
      return x != y ? x > y : (a.metric, a.pattern) < (b.metric, b.pattern)
    }
    var seen: Set<Int> = []
    return ordered.filter { seen.insert($0.metric).inserted }.map {
      Claim(metric: metrics[$0.metric], pattern: metrics[$0.metric].patterns[$0.pattern])
    }
  }

  private func isClaim(_ reference: PatternReference, _ statement: StatementText, _ quantity: Quantity) -> Bool {
    let metric = metrics[reference.metric]
    return metric.accepts(quantity) && metric.patterns[reference.pattern].matches(statement)
      && !metric.without.contains { statement.contains($0) }
  }

  private func specificity(_ reference: PatternReference) -> Int {
    metrics[reference.metric].patterns[reference.pattern].specificity
  }

  /// Calls `body` with the patterns of each key word in `text`, at one step a character.
  private func forEachKey(in text: [UInt8], _ body: ([PatternReference]) -> Void) {
    let span = text.span
    var start = 0
    while start < text.count {
      var state = WordAutomaton.root
      var at = start
      while at < text.count {
        let (scalar, length) = decodeScalar(in: span, at: at)
        guard let next = automaton.step(state, scalar) else { break }
        state = next
        at += length
        let payload = automaton.payload(state)
        if payload >= 0 { body(patternsByKey[Int(payload)]) }
      }
      start += decodeScalar(in: span, at: start).length
    }
  }
}

extension StatementText {
  /// Whether a word stands before or behind the figure.
  func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return before.firstRange(of: word) != nil || behind.firstRange(of: word) != nil
  }
}
