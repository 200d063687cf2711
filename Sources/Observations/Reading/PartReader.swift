import Quantities

/// Links the parts of a total to it, and lets them take over what they leave unsaid.
struct PartReader {
  private let paragraph: ParagraphReader
  private let firstObservation: Int
  /// The totals whose parts are being told, the innermost last.
  private var totals: [Total] = []

  /// Whether the figure read last is one of a list of parts, and not just what was done of the whole.
  private var isListed = false

  /// A total, where its parts end, and what is left of it for further parts.
  private struct Total {
    let observation: Int
    let end: Int
    var rest: ExactDecimal?
  }

  /// Words of a stage that concerns the whole, not a further part of it.
  private static let stages = WordList("审结 已审结 结转 败诉 办结 已办结 结案")

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
    isListed = false
    // A total stands shortly before its parts.
    let candidates = observations.indices[max(firstObservation, observations.count - Self.reach)...]
    totals.removeAll { entry.span.lowerBound >= $0.end }
    open(index, candidates, observation, among: observations)
    if var total = totals.last, observations[total.observation].id != observation.id {
      let whole = observations[total.observation]
      let left = SubjectWords.leading.strippingPrefixes(statement.left[...])
      guard canContain(whole, observation) else { return }
      if Self.stages.isPrefix(of: left) {
        // 其中一审48件、二审22件,已审结61件: a stage of the whole, no further part.
        totals.removeLast()
      } else {
        observation.partOf = whole.id
        isListed = true
        if whole.status == .prior {
          observation.status = .prior
          observation.year = whole.year
        }
        total.rest = total.rest?.subtracting(observation.quantity.value)
        totals[totals.count - 1] = total
        // The list ends where its parts make the whole.
        if let rest = total.rest, rest.digits <= 0 { totals.removeLast() }
        return
      }
    }
    guard let last = candidates.last.map({ observations[$0] }), canContain(last, observation),
      isCompletion(statement, entry, index)
    else { return }
    observation.partOf = last.id
  }

  /// Opens a list of parts behind 其中, or in brackets right behind a figure (不予公开46件(国家秘密2件、…)).
  private mutating func open(
    _ index: Int, _ candidates: Range<Int>, _ observation: Observation, among observations: [Observation]
  ) {
    let entry = paragraph.entries[index]
    guard let previous = paragraph.entries[..<index].last(where: { $0.quantity != nil }) else {
      return openAmongWhich(from: 0, entry, candidates, observation, among: observations)
    }
    let between = previous.span.upperBound..<max(previous.span.upperBound, entry.span.lowerBound)
    if let bracket = paragraph.lexemes(in: between).first, bracket.cue == .openParen,
      bracket.start == between.lowerBound,
      !paragraph.hasCue(.closeParen, in: between), let last = candidates.last,
      observations[last].quantity == previous.quantity, canContain(observations[last], observation)
    {
      let close = paragraph.lexemes(in: between.upperBound..<paragraph.groupEnd(of: between.upperBound))
        .first { $0.cue == .closeParen }
      totals.append(
        Total(
          observation: last, end: close?.start ?? paragraph.groupEnd(of: between.upperBound),
          rest: observations[last].quantity.value))
      return
    }
    openAmongWhich(from: between.lowerBound, entry, candidates, observation, among: observations)
  }

  private mutating func openAmongWhich(
    from start: Int, _ entry: LedgerEntry, _ candidates: Range<Int>, _ observation: Observation,
    among observations: [Observation]
  ) {
    guard paragraph.hasCue(.amongWhich, in: start..<max(start, entry.span.lowerBound)),
      let found = candidates.last(where: { canContain(observations[$0], observation) })
    else { return }
    totals.append(
      Total(
        observation: found, end: paragraph.groupEnd(of: entry.span.upperBound), rest: observations[found].quantity.value
      ))
  }

  /// A listed part without a metric of its own is one of its total's; a figure of change belongs to what it tells the change of.
  func inherit(_ observation: inout Observation, _ statement: Statement, among observations: [Observation]) {
    if observation.metric == nil, let partOf = observation.partOf,
      let whole = observations.last(where: { $0.id == partOf }),
      statement.left.count <= 8 || statement.subject.count <= 8
    {
      let own = SubjectWords.leading.strippingPrefixes(statement.left[...])
      let label = String(SubjectWords.trailing.strippingSuffixes(own.isEmpty ? statement.subject[...] : own))
      observation.subject = "\(whole.subject)(\(label))"
      observation.year = whole.year
      if isListed {
        observation.metric = whole.metric
        observation.pattern = whole.pattern
        observation.scope = label
        observation.notes.append("其中一部分，随总数归入指标")
      }
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
