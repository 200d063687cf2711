import ReportText

/// What the patterns of a catalogue do on its examples and on reports: which figures two metrics claim, and which patterns
/// claim none.
public struct PatternUse: Sendable {
  private let catalogue: Catalogue
  private var matched: Set<Key> = []
  private var found: [Pair: Overlap] = [:]

  private struct Key: Hashable {
    let metric: String
    let pattern: String
  }

  private struct Pair: Hashable {
    let winner: String
    let other: String
  }

  /// Figures that patterns of two metrics fit.
  public struct Overlap: Sendable, Equatable {
    /// The id of the metric that has them, and of the one that doesn't.
    public let winner, other: String
    /// How many there are.
    public internal(set) var count: Int
    /// The sentence of the first, its figure between ⟦ and ⟧.
    public let marked: String
  }

  /// A pattern of a metric.
  public struct Unmatched: Sendable, Equatable {
    /// The id of the metric.
    public let metric: String
    /// The pattern as written.
    public let pattern: String
    /// Where the metric stands.
    public let source: CatalogueSource
  }

  /// The use that a catalogue's own examples make of its patterns.
  public init(of catalogue: Catalogue) {
    self.catalogue = catalogue
    for metric in catalogue.metrics {
      for example in metric.examples + metric.counterexamples { add(example.text) }
    }
  }

  /// Adds the use that a report makes of them.
  public mutating func add(_ text: SourceText) {
    let trace = NearMissTrace()
    let reader = ReportReader(catalogue: catalogue)
    reader.read(OutlinedText(text, ReportIdentity(of: text).withYear(of: text), showing: .none), trace) { figures in
      for observation in figures.observations {
        guard let metric = observation.metric, let pattern = observation.pattern else { continue }
        matched.insert(Key(metric: metric, pattern: pattern))
        for miss in trace.misses[observation.id] ?? [] where miss.reason == .outranked {
          matched.insert(Key(metric: miss.metric, pattern: miss.pattern))
          if miss.metric != metric { count(Pair(winner: metric, other: miss.metric), observation) }
        }
      }
    }
  }

  private mutating func count(_ pair: Pair, _ observation: Observation) {
    let none = Overlap(winner: pair.winner, other: pair.other, count: 0, marked: observation.markedQuote)
    found[pair, default: none].count += 1
  }

  /// The overlaps, the most frequent first.
  public var overlaps: [Overlap] {
    found.values.sorted { ($1.count, $0.winner, $0.other) < ($0.count, $1.winner, $1.other) }
  }

  /// The patterns that fit no figure, in the order of the catalogue.
  public var unmatched: [Unmatched] {
    catalogue.metrics.flatMap { metric in
      metric.patterns.filter { !matched.contains(Key(metric: metric.id, pattern: $0.text)) }
        .map { Unmatched(metric: metric.id, pattern: $0.text, source: metric.source) }
    }
  }
}
