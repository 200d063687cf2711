import EmbeddedFiles
import Quantities

/// The metrics that figures are mapped to.
public struct Catalogue: Sendable {
  /// The metrics in the order of their files.
  public let metrics: [Metric]
  private let automaton: WordAutomaton
  /// All patterns, those that outrank others before them.
  private let claims: [Claim]
  /// Where the patterns stand of which the key word must stand in the statement, best first; those of all key words in a row.
  private let candidates: [Candidate]
  private let candidatesOfKey: [Range<Int>]
  private let indexByID: [String: Int]

  /// A pattern by its place in `claims`, with the kinds that it takes, a bit each: by these most figures are no case for it.
  private struct Candidate {
    let rank: Int32
    let kinds: UInt16
  }

  /// A pattern of a metric as it is held against figures; a class, so that handing one on copies nothing.
  final class Claim: Sendable {
    /// The id of the metric.
    let metric: String
    let period: Metric.Period
    let combination: Metric.Combination
    let pattern: Pattern
    /// A pattern of higher specificity goes first, and of two the one that stands first.
    private let specificity: Int
    private let order: Int
    private let kinds: [QuantityKind]?
    private let units: [Unit]
    private let without: [[UInt8]]

    fileprivate init(_ metric: Metric, _ pattern: Pattern, order: Int) {
      self.metric = metric.id
      period = metric.period
      combination = metric.combination
      self.pattern = pattern
      specificity = pattern.specificity
      self.order = order
      kinds = metric.kinds.map { Array($0) }
      units = metric.units.map(Unit.init)
      without = metric.without.map { Array($0.utf8) }
    }

    fileprivate func outranks(_ other: Claim) -> Bool {
      specificity != other.specificity ? specificity > other.specificity : order < other.order
    }

    /// Whether the figure can be one of the metric: its unit fits, or it tells a change of such a figure.
    private func takes(_ quantity: Quantity) -> Bool {
      switch quantity.kind {
      case .growth, .points, .multiple: true
      case .rank: false
      default: units.contains(quantity.unit)
      }
    }

    fileprivate func takes(_ kind: QuantityKind) -> Bool { kinds?.contains(kind) ?? (kind != .rank) }

    /// Whether a figure of a kind that it takes can be one of the metric and its words are those of the pattern.
    fileprivate func holds(_ statement: StatementText, _ quantity: Quantity) -> Bool {
      takes(quantity) && pattern.matches(statement) && !without.contains(where: statement.contains)
    }

    /// Why the figure isn't one of the metric, or `nil` if it could be.
    func failure(_ statement: StatementText, _ quantity: Quantity) -> NearMiss.Reason? {
      if let words = pattern.missingWords(statement) { return .missing(words) }
      if !takes(quantity.kind) { return .kind }
      if !takes(quantity) { return .unit(units.map(\.name)) }
      if let word = without.first(where: statement.contains) { return .excluded(String(decoding: word, as: UTF8.self)) }
      return pattern.matches(statement) ? nil : .order
    }
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
    var places: [String: Int] = [:]
    var errors: [CatalogueError] = []
    for (file, text) in files {
      let (read, mistakes) = CatalogueFile.read(text, file: file)
      errors += mistakes
      for metric in read {
        if let index = places[metric.id] {
          metrics[index] = metric
        } else {
          places[metric.id] = metrics.count
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
    var claims: [Claim] = []
    for metric in metrics {
      for pattern in metric.patterns { claims.append(Claim(metric, pattern, order: claims.count)) }
    }
    claims.sort { $0.outranks($1) }
    self.claims = claims
    var keys: [String: Int32] = [:]
    var byKey: [[Candidate]] = []
    for (rank, claim) in claims.enumerated() {
      let kinds = QuantityKind.allCases.reduce(0) { claim.takes($1) ? $0 | $1.bit : $0 }
      for word in claim.pattern.key {
        let key = String(decoding: word, as: UTF8.self)
        let number = keys[key] ?? Int32(byKey.count)
        if keys[key] == nil {
          keys[key] = number
          byKey.append([])
        }
        byKey[Int(number)].append(Candidate(rank: Int32(rank), kinds: kinds))
      }
    }
    automaton = WordAutomaton(keys.sorted { $0.value < $1.value }.map { (word: $0.key, payload: $0.value) })
    var candidates: [Candidate] = []
    candidatesOfKey = byKey.map { found in
      candidates += found
      return candidates.count - found.count..<candidates.count
    }
    self.candidates = candidates
  }

  /// The metric with an id.
  public func metric(_ id: String) -> Metric? { indexByID[id].map { metrics[$0] } }

  /// The claim of the metric whose pattern says most of a figure, or `nil`.
  func claim(_ statement: StatementText, _ quantity: Quantity) -> Claim? {
    let kind = quantity.kind.bit
    var best = Int32(claims.count)
    func consider(_ range: Range<Int>) {
      for place in range {
        let candidate = candidates[place]
        if candidate.rank >= best { return }
        guard candidate.kinds & kind != 0, claims[Int(candidate.rank)].holds(statement, quantity) else { continue }
        best = candidate.rank
        return
      }
    }
    forEachKey(in: statement.before, 0..<statement.beforeEnd, consider)
    forEachKey(in: statement.behind, statement.behindRange, consider)
    return best < claims.count ? claims[Int(best)] : nil
  }

  /// The patterns of which a key word stands in the statement, those that say most first.
  func claims(near statement: StatementText) -> [Claim] {
    var found: [Int32] = []
    func add(_ range: Range<Int>) { found += candidates[range].map(\.rank) }
    forEachKey(in: statement.before, 0..<statement.beforeEnd, add)
    forEachKey(in: statement.behind, statement.behindRange, add)
    return found.sorted().map { claims[Int($0)] }
  }

  /// Calls `body` with the places of the candidates of each key word in a range, at one step a character.
  private func forEachKey(in text: [UInt8], _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    let text = text.span.extracting(..<range.upperBound)
    var start = automaton.firstBeginning(in: text, from: range.lowerBound)
    while start < range.upperBound {
      var state = WordAutomaton.root
      var at = start
      while at < range.upperBound, case let (scalar, length) = decodeScalar(in: text, at: at),
        let next = automaton.step(state, scalar)
      {
        state = next
        at += length
        let payload = automaton.payload(state)
        if payload >= 0 { body(candidatesOfKey[Int(payload)]) }
      }
      start = automaton.firstBeginning(in: text, from: start + decodeScalar(in: text, at: start).length)
    }
  }
}

extension QuantityKind {
  /// A bit of its own.
  fileprivate var bit: UInt16 {
    switch self {
    case .count: 1
    case .money: 1 << 1
    case .percent: 1 << 2
    case .growth: 1 << 3
    case .change: 1 << 4
    case .points: 1 << 5
    case .multiple: 1 << 6
    case .rank: 1 << 7
    case .duration: 1 << 8
    case .measure: 1 << 9
    case .ratio: 1 << 10
    }
  }
}
