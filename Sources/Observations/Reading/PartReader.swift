import Quantities

/// Links the parts of a total to it, and lets them take over what they leave unsaid.
struct PartReader {
  private let paragraph: ParagraphReader
  private let firstObservation: Int
  /// The total whose parts are being told, and where they end.
  private var total: (observation: Int, end: Int)?

  private static let reach = 64

  /// Words that tell which of the things before were done: 问题14个，整改到位13个.
  private static let completions = ["整改到位", "到位", "办结", "整改", "当年开工", "贯通", "销号", "通过验收", "建成投用", "采纳"]

  init(_ paragraph: ParagraphReader, from firstObservation: Int) {
    self.paragraph = paragraph
    self.firstObservation = firstObservation
  }

  /// Sets `partOf` where the figure at `index` of the ledger is part of one before it in the paragraph.
  mutating func link(
    _ observation: inout Observation, _ index: Int, _ statement: Statement, among observations: [Observation]
  ) {
    let entry = paragraph.entries[index]
    // A total stands shortly before its parts.
    let candidates = observations.indices[max(firstObservation, observations.count - Self.reach)...]
    if index > 0 {
      let previousEnd = paragraph.entries[..<index].last { $0.quantity != nil }?.span.upperBound ?? 0
      let isBehind = paragraph.hasCue(.amongWhich, in: previousEnd..<max(previousEnd, entry.span.lowerBound))
      if isBehind, let found = candidates.last(where: { canContain(observations[$0], observation) }) {
        total = (found, paragraph.groupEnd(of: entry.span.upperBound))
      }
    }
    if let total, entry.span.lowerBound < total.end {
      if canContain(observations[total.observation], observation) {
        observation.partOf = observations[total.observation].id
        if observations[total.observation].status == .prior {
          observation.status = .prior
          observation.year = observations[total.observation].year
        }
      }
      return
    }
    total = nil
    guard let last = candidates.last.map({ observations[$0] }), canContain(last, observation),
      isCompletion(statement, entry, index)
    else { return }
    observation.partOf = last.id
  }

  /// A part without a metric of its own is one of its total's; a figure of change belongs to what it tells the change of.
  func inherit(_ observation: inout Observation, _ statement: Statement, among observations: [Observation]) {
    if observation.metric == nil, let partOf = observation.partOf,
      let whole = observations.last(where: { $0.id == partOf }),
      statement.left.count <= 8 || statement.subject.count <= 8
    {
      let label = statement.subject
      observation.metric = whole.metric
      observation.pattern = whole.pattern
      observation.subject = "\(whole.subject)(\(label))"
      observation.scope = label
      observation.year = whole.year
      observation.notes.append("其中一部分，随总数归入指标")
    }
    guard statement.isCarried, let last = observations.last else { return }
    if observation.quantity.kind == .growth || observation.quantity.kind == .points
      || last.quantity.unit == observation.quantity.unit
    {
      observation.metric = last.metric
      observation.pattern = last.pattern
    }
    observation.scope = observation.scope ?? last.scope
    observation.year = observation.year ?? last.year
  }

  /// Whether one figure can hold the other as a part: same unit and kind, and not smaller.
  private func canContain(_ whole: Observation, _ part: Observation) -> Bool {
    let kinds: Set<QuantityKind> = [.count, .money, .measure]
    return whole.quantity.unit == part.quantity.unit && whole.quantity.kind == part.quantity.kind
      && kinds.contains(whole.quantity.kind) && whole.quantity.value >= part.quantity.value
  }

  /// Whether the clause tells only which of the things before were done.
  private func isCompletion(_ statement: Statement, _ entry: LedgerEntry, _ index: Int) -> Bool {
    let left = SubjectWords.leading.strippingPrefixes(statement.left[...])
    let behind = String(decoding: statement.text.behind, as: UTF8.self)
    return Self.completions.contains {
      left == $0[...] || (left.hasSuffix($0) && behind.isEmpty && left.count <= 6)
        || (left.isEmpty && behind.hasPrefix($0))
    }
  }
}
