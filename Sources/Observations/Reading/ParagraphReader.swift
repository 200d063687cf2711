import Quantities
import ReportText

/// Reads the figures of one paragraph in the order of the text.
///
/// A class, so that its parts hand on one reference instead of all that it knows.
final class ParagraphReader {
  private let paragraph: Paragraph
  private let identity: ReportIdentity
  private let catalogue: Catalogue
  /// The line of the source that the paragraph is.
  private let line: ReadingLine
  private let frame: Frame
  private let trace: NearMissTrace?
  /// What the title says that the whole report is about, so that its sentences leave it unsaid: 行政诉讼18件 in a report on
  /// disclosure.
  private let topic: [UInt8]

  /// How much of a very long sentence is quoted on each side of a figure.
  private static let quoteReach = 3_000

  /// - Parameter topic: as `topic(of:)` tells, once for all paragraphs.
  init(
    _ paragraph: Paragraph, _ line: ReadingLine, frame: Frame, identity: ReportIdentity, topic: [UInt8],
    catalogue: Catalogue, trace: NearMissTrace?
  ) {
    self.paragraph = paragraph
    self.line = line
    self.frame = frame
    self.identity = identity
    self.catalogue = catalogue
    self.trace = trace
    self.topic = topic
  }

  /// What a title says that its whole report is about; empty if nothing.
  static func topic(of identity: ReportIdentity) -> [UInt8] {
    topics.contains { identity.title?.contains($0) == true } ? Array(topics[0].utf8) : []
  }

  /// How many characters the name of a part has that is told by its total.
  private static let longestLabel = 8

  private static let topics = ["信息公开", "政务公开"]

  /// Adds the paragraph's numerals and figures.
  func read(_ text: SourceText, into numerals: inout [LocatedNumeral], _ observations: inout [Observation]) {
    let firstNumeral = numerals.count
    let firstObservation = observations.count
    var subjects = SubjectReader(paragraph)
    var times = TimeReader(paragraph, frame, identity)
    var parts = PartReader(paragraph)
    var cursor = SpanCursor(text, at: line)
    for (index, entry) in paragraph.entries.enumerated() {
      let source = line.sourceRange(of: entry.span)
      let isTitle = identity.titleRanges.contains { $0.overlaps(source) }
      let span = cursor.span(ofSource: source)
      let excerpt = line.text(of: entry.span, in: text)
      let made = observations.count
      times.pass(index)
      let isDefinition = frame.kind == .notes && defines(index)
      if let quantity = entry.quantity, !isTitle, !isDefinition {
        let quote = quote(of: index, text)
        for (number, statement) in subjects.statements(of: index).enumerated() {
          let time = times.time(of: index, statement)
          var observation = Observation(
            id: Observation.id(span, number: number + 1), span: span, text: excerpt, quote: quote, quantity: quantity,
            subject: Excerpt(statement.subject[...]), scope: ScopeReader.scope(of: statement), year: time.year,
            status: time.status, periodType: time.periodType, partOf: nil, metric: nil, pattern: nil, rule: entry.rule,
            notes: time.notes)
          (observation.months, observation.confidence) = (time.months, time.confidence)
          observation.mark = statement.mark
          let isOfPart = paragraph.facts.role(of: index) != .none && paragraph.isBehindParts(index)
          claim(&observation, index, statement, isOfPart: isOfPart, isOfSomeMonths: time.isOfSomeMonths)
          parts.link(&observation, index, statement, among: observations[firstObservation...])
          let isRelative = paragraph.facts.relation(of: index) != nil
          let carrier = isRelative ? nil : statement.carrier.flatMap { numerals[firstNumeral + $0].observations.last }
          observation.isShareOfTotal = quantity.kind == .percent && paragraph.isShareOfTotal(index)
          if quantity.kind.isChange, let carrier { observation.changeOf = observations[carrier].id }
          parts.inherit(
            &observation, statement, from: carrier, isOfSomeMonths: time.isOfSomeMonths,
            among: observations[firstObservation...])
          if !time.isOfSomeMonths, let partOf = observation.partOf,
            let whole = observations[firstObservation...].last(where: { $0.id == partOf })
          {
            claim(&observation, statement, asPartOf: whole)
          }
          if isToldOtherwise(observation, statement, among: observations[firstObservation...]) {
            (observation.metric, observation.pattern) = (nil, nil)
            observation.notes.append("换口径再说一次的增幅")
          }
          if statement.isTotalOfList,
            let listed = parts.parts(before: observation, among: observations[firstObservation...])
          {
            for part in listed { observations[part].partOf = observation.id }
          }
          observations.append(observation)
        }
      }
      numerals.append(
        LocatedNumeral(
          span: span, text: excerpt,
          numeralClass: isTitle ? .title : isDefinition && entry.quantity != nil ? .threshold : entry.numeralClass,
          value: entry.value, rule: isTitle ? .documentTitle : entry.rule, issue: entry.issue,
          observations: made..<observations.count))
    }
  }

  /// 规上企业：指年收入2000万元及以上的企业: in notes a figure that tells what a word means.
  private func defines(_ index: Int) -> Bool {
    let start = paragraph.groupStart(of: paragraph.places[index].sentenceStart)
    return WordList.definitions.occurs(in: paragraph.bytes, start..<paragraph.entries[index].span.lowerBound)
  }

  /// 增长9.1%（同口径增长10.5%）: the same growth once more, on another basis.
  private func isToldOtherwise(
    _ observation: Observation, _ statement: Statement, among observations: ArraySlice<Observation>
  ) -> Bool {
    observation.metric != nil && observation.quantity.kind == .growth
      && WordList.otherBases.occurs(in: paragraph.plain, statement.left)
      && observations.contains {
        $0.quantity.kind == .growth && $0.metric == observation.metric && $0.quote == observation.quote
      }
  }

  /// Maps the figure to the metric whose pattern says most.
  private func claim(
    _ observation: inout Observation, _ index: Int, _ statement: Statement, isOfPart: Bool, isOfSomeMonths: Bool
  ) {
    // Behind 其中 a change that is linked to no total is one of a part, which no metric tells apart.
    if isOfPart || statement.isMean { return }
    let words = StatementText(
      before: statement.subject, beforeEnd: statement.beforeEnd, behind: paragraph.plain, behindRange: statement.behind)
    let quantity = observation.quantity
    let claim =
      topicalClaim(observation, statement) ?? catalogue.claim(words, quantity)
      ?? statement.firstReading(in: paragraph.plain) { catalogue.claim($0, quantity) }
    trace?.note(catalogue.nearMisses(words, observation.quantity, but: claim), of: observation.id)
    guard let claim else { return }
    // 较全省高0.5个百分点, 协助查办案件5件: only a metric that names the relation is told.
    if let relation = paragraph.facts.relation(of: index), !claim.pattern.tells(relation) { return }
    // What was done in some months adds to the year's; a level or growth of them is none of the year's.
    if isOfSomeMonths, claim.combination != .sum || observation.quantity.kind == .growth { return }
    if frame.kind == .notes { return }
    // 排除水电行业影响，工业增加值增长13%: not the figure of the whole.
    if WordList.exclusions.isPrefix(
      of: paragraph.bytes, sentenceStart(index)..<paragraph.entries[index].span.lowerBound)
    {
      return
    }
    take(claim, &observation)
    if observation.scope == nil, let area = AreaReader.area(of: index, in: paragraph) {
      observation.scope = paragraph.string(area)
      observation.notes.append("所说的是一个区域")
    }
  }

  /// The claim of a metric that names the report's topic, if the words fit it once the topic stands before them.
  private func topicalClaim(_ observation: Observation, _ statement: Statement) -> Catalogue.Claim? {
    guard !topic.isEmpty else { return nil }
    let words = StatementText(
      before: topic + statement.subject, beforeEnd: topic.count + statement.beforeEnd, behind: paragraph.plain,
      behindRange: statement.behind)
    return catalogue.claim(words, observation.quantity).flatMap { $0.pattern.names(topic) ? $0 : nil }
  }

  /// Reads a part in the words of its total: 信息公开行政复议3件，其中维持2件 are results of those, 进出口8亿元，其中出口5亿元
  /// exports.
  private func claim(_ observation: inout Observation, _ statement: Statement, asPartOf whole: Observation) {
    guard statement.subject.characterCount <= Self.longestLabel else { return }
    let before = Array(whole.subject.bytes)
    let words = StatementText(
      before: before + statement.subject, beforeEnd: before.count + statement.beforeEnd, behind: paragraph.plain,
      behindRange: statement.behind)
    guard let claim = catalogue.claim(words, observation.quantity), claim.metric != whole.metric,
      claim.metric != observation.metric, claim.pattern.endsInWords
    else { return }
    take(claim, &observation)
    observation.scope = ScopeReader.scope(of: statement)
  }

  private func take(_ claim: Catalogue.Claim, _ observation: inout Observation) {
    observation.metric = claim.metric
    observation.pattern = claim.pattern.text
    if observation.periodType != .cumulative { observation.periodType = claim.period == .stock ? .stock : .flow }
  }

  private func sentenceStart(_ index: Int) -> Int {
    WordList.leading.strippingPrefixes(
      paragraph.bytes, paragraph.places[index].sentenceStart..<paragraph.entries[index].span.lowerBound
    ).lowerBound
  }

  private func quote(of index: Int, _ text: SourceText) -> Excerpt {
    let bytes = paragraph.bytes
    let span = paragraph.entries[index].span
    let start = max(paragraph.places[index].sentenceStart, bytes.aligned(span.lowerBound - Self.quoteReach))
    let end = min(paragraph.sentenceEnd(of: span.upperBound), bytes.aligned(span.upperBound + Self.quoteReach))
    return line.excerpt(of: start..<end, in: text)
  }
}

extension Observation {
  /// `line-start`, with `.2` … for further subjects of one figure.
  fileprivate static func id(_ span: SourceSpan, number: Int) -> String {
    let id = String(span.line) + "-" + String(span.start)
    return number == 1 ? id : id + "." + String(number)
  }
}
