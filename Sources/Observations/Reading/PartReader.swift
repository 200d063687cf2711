import Quantities
import ReportText

/// Links the parts of a total to it, and lets them take over what they leave unsaid.
struct PartReader {
  private let paragraph: Paragraph
  /// The totals whose parts are being told, the innermost last.
  private var totals: [Total] = []
  /// Whether the figure read last is one of a list of parts, and not just what was done of the whole.
  private var isListed = false
  /// Whether the figure read last tells another measure of the part before it.
  private var isOtherMeasure = false
  /// What the part read last is called within its total.
  private var label: [UInt8] = []
  /// Which observation each figure of the ledger became, the last of several.
  private var places: [Int: Int] = [:]

  /// A total, where its parts end, and what is left of it for further parts.
  private struct Total {
    let observation: Int
    let end: Int
    /// Up to here all figures are parts; behind it those whose clause has no verb of its own.
    let groupEnd: Int
    /// Whether the wording leaves no doubt what the total is, so that a part larger than it is a contradiction and no other thing.
    var isSure = false
    /// Whether a further breakdown tells its parts (从方式看), which may be of something larger.
    var isFurther = false
    var rest: ExactDecimal?
    /// The words before its first part.
    let head: [UInt8]
    /// Whether its parts make it, so that only what they count in other units follows.
    var isComplete = false
    /// Whether another deed was told since its parts began.
    var isInterrupted = false
    /// The same total in other units: 低保对象982户1764人.
    var otherMeasures: [Int] = []
  }

  /// How many figures a total can stand before its parts.
  private static let reach = 64

  init(_ paragraph: Paragraph) { self.paragraph = paragraph }

  /// Sets `partOf` where the figure at `index` of the ledger is part of one before it in the paragraph, whose figures
  /// are `observations`.
  mutating func link(
    _ observation: inout Observation, _ index: Int, _ statement: Statement, among observations: ArraySlice<Observation>
  ) {
    let entry = paragraph.entries[index]
    (isListed, isOtherMeasure) = (false, false)
    // A total stands shortly before its parts.
    let candidates = observations.suffix(Self.reach)
    totals.removeAll { entry.span.lowerBound >= $0.end }
    defer { places[index] = observations.endIndex }
    if let stated = paragraph.facts.fact(.part, of: index), case .part(let figure) = stated.value {
      isListed = stated.by == .fullSplit || stated.by == .shareOfTotal
      if let total = figure.flatMap({ places[$0] }) {
        Self.make(&observation, aPartOf: observations[total], isListed: isListed)
      }
      return
    }
    // 其中工业30亿元，完成年计划33亿元的91%，比上年同期28亿元增长7%: what was planned and what there was before are parts of no result.
    if paragraph.isAside(index) { return }
    open(index, candidates, observation)
    // Where a change starts or leads is a part of no one figure.
    if paragraph.facts.role(of: index) != .none { return }
    if let total = totals.last, total.isComplete,
      Self.isAlike(observations[total.observation].quantity, observation.quantity)
    {
      totals.removeLast()
    }
    // 其中商贸1106万元、展览1815万元，合计2921万元: the total once more ends its parts.
    if !totals.isEmpty, WordList.listTotals.contains(paragraph.plain, paragraph.plain.withoutBlanks(statement.left)) {
      totals.removeLast()
      return
    }
    if var total = totals.last, observations[total.observation].id != observation.id {
      guard
        Self.canContain(observations[total.observation].quantity, observation.quantity)
          || contradicts(observations[total.observation], total, observation, entry, statement)
      else {
        // 其中城市低保195户253人: the same part in another unit.
        if let whole = total.otherMeasures.last(where: {
          Self.canContain(observations[$0].quantity, observation.quantity)
        }),
          case let previous = paragraph.places[index].previous, let part = places[previous],
          observations[part].partOf != nil,
          paragraph.entries[previous].span.lowerBound >= paragraph.places[index].clauseStart
            || isNamed(as: observations[whole], statement)
        {
          Self.make(&observation, aPartOf: observations[whole], isListed: true)
          isOtherMeasure = true
          return
        }
        // 其中小学5所，引进教师320名，改造宿舍6所: from here on each clause may tell a deed of its own.
        totals[totals.count - 1].isInterrupted = true
        return
      }
      let left = WordList.leading.strippingPrefixes(paragraph.plain, statement.left)
      if tellsOtherDeed(left, index, total) || total.isFurther && exceeds(total, observation.quantity)
        || entry.span.lowerBound >= total.groupEnd
          && (WordList.verbs.isPrefix(of: paragraph.plain, left)
            || WordList.predicates.isPrefix(of: paragraph.plain, left)
            || doesOtherwise(left, total)
            || statement.left != left || exceeds(total, observation.quantity))
      {
        totals.removeLast()
        return
      }
      if WordList.stages.isPrefix(of: paragraph.plain, left) || WordList.outturns.isPrefix(of: paragraph.plain, left) {
        // 其中一审48件、二审22件,已审结61件; 计划种植36万亩，其中水稻28万亩，实际播种37万亩: of the whole, and no further part.
        totals.removeLast()
      } else {
        Self.make(&observation, aPartOf: observations[total.observation], isListed: true)
        isListed = true
        total.rest = total.rest?.subtracting(observation.quantity.value)
        totals[totals.count - 1] = total
        // The list ends where its parts make the whole.
        if let rest = total.rest, rest.digits <= 0 {
          totals[totals.count - 1].isComplete = true
          if total.otherMeasures.isEmpty { totals.removeLast() }
        }
        return
      }
    }
    let last = candidates.endIndex - 1
    guard !candidates.isEmpty, Self.canContain(candidates[last].quantity, observation.quantity), isSomeOf(index)
    else { return }
    observation.partOf = candidates[last].id
  }

  /// Links a part to its total; what is told of a total holds for those listed: 去年超收…，其中中央…; 计划种植…，其中水稻….
  private static func make(_ part: inout Observation, aPartOf total: Observation, isListed: Bool) {
    part.partOf = total.id
    let isOneMode = [total.status, part.status].allSatisfy { $0 == .actual || $0 == .target }
    guard isListed, total.status == .prior || isOneMode && total.status != part.status else { return }
    part.status = total.status
    part.year = total.year
  }

  /// 其中重点信息20条；微博发布信息30条: whether words tell of a deed that the first part doesn't.
  private func doesOtherwise(_ left: Range<Int>, _ total: Total) -> Bool {
    let plain = paragraph.plain
    guard let verb = WordList.verbs.first(in: plain, left) else { return false }
    // 无法提供12件, 不予受理3件 are outcomes.
    return !WordList.bodies.isSuffix(of: plain, left.lowerBound..<verb.upperBound)
      && !WordList.verbalPrefixes.isSuffix(of: plain, left.lowerBound..<verb.lowerBound)
      && !plain.range(verb, occursIn: total.head, total.head.indices)
  }

  /// 其中酒驾12起、醉驾3起，发生事故6起: whether a clause behind parts that nouns name tells with a verb of its own what was
  /// done to what.
  private func tellsOtherDeed(_ left: Range<Int>, _ index: Int, _ total: Total) -> Bool {
    let plain = paragraph.plain
    guard let verb = WordList.verbs.prefix(of: plain, left) ?? WordList.predicates.prefix(of: plain, left),
      // 推动628个招商项目开工: what it was done to may stand behind the figure.
      plain.characterCount(verb.upperBound..<left.upperBound) + plain.characterCount(paragraph.rightNoun(index))
        > (total.isInterrupted ? 0 : 3),
      case let place = paragraph.places[index], place.previous >= 0,
      paragraph.entries[place.previous].span.upperBound < place.clauseStart
    else { return false }
    let head = total.head.indices
    return !WordList.verbs.isPrefix(of: total.head, head) && !WordList.predicates.isPrefix(of: total.head, head)
  }

  /// Whether a figure is more than what the parts before leave of their total, but for rounding.
  private func exceeds(_ total: Total, _ quantity: Quantity) -> Bool {
    guard let rest = total.rest, let over = quantity.value.subtracting(rest) else { return false }
    return quantity.value.scaled(byPowerOfTen: -2) < over
  }

  /// The figures listed before a total that add up to it, as indices of `observations`; none if no run of them does.
  func parts(before total: Observation, among observations: ArraySlice<Observation>) -> Range<Int>? {
    var rest: ExactDecimal? = total.quantity.value
    var first = observations.endIndex
    while first > observations.startIndex, let left = rest, left.digits > 0,
      Self.canContain(total.quantity, observations[first - 1].quantity),
      observations[first - 1].partOf == nil
    {
      first -= 1
      rest = left.subtracting(observations[first].quantity.value)
      if rest?.digits == 0, observations.endIndex - first > 1 { return first..<observations.endIndex }
    }
    return nil
  }

  /// Opens a list of parts behind 其中, or in brackets right behind a figure (不予公开46件(国家秘密2件、…)).
  private mutating func open(_ index: Int, _ candidates: ArraySlice<Observation>, _ part: Observation) {
    guard !candidates.isEmpty else { return }
    let quantity = part.quantity
    let last = candidates.endIndex - 1
    let entry = paragraph.entries[index]
    let place = paragraph.places[index]
    guard place.previous >= 0 else { return openAmongWhich(from: 0, index, candidates, part) }
    let previous = paragraph.entries[place.previous]
    let between = previous.span.upperBound..<max(previous.span.upperBound, entry.span.lowerBound)
    if let bracket = paragraph.lexemes(in: between).first, bracket.cue == .openParen,
      bracket.start == between.lowerBound, !paragraph.hasCue(.closeParen, in: between),
      candidates[last].quantity == previous.quantity, Self.canContain(candidates[last].quantity, quantity),
      part.status == candidates[last].status || !isTime(bracket.end..<between.upperBound)
    {
      let end = paragraph.groupEnd(of: between.upperBound)
      let close = paragraph.lexemes(in: between.upperBound..<end).first { $0.cue == .closeParen }
      totals.append(
        Total(
          observation: last, end: close?.start ?? end, groupEnd: close?.start ?? end,
          rest: candidates[last].quantity.value, head: []))
      return
    }
    openAmongWhich(from: between.lowerBound, index, candidates, part)
  }

  /// 造林1.2万亩（去年：1.1万亩）: whether a bracket tells only a time, so that its figure is the same of then. （含上年旧存28件） is a part.
  private func isTime(_ words: Range<Int>) -> Bool {
    let label = WordList.trailing.strippingSuffixes(paragraph.bytes, words)
    return paragraph.withoutDate(label).isEmpty || WordList.prior.contains(paragraph.bytes, label)
  }

  private mutating func openAmongWhich(
    from start: Int, _ index: Int, _ candidates: ArraySlice<Observation>, _ part: Observation
  ) {
    let quantity = part.quantity
    let entry = paragraph.entries[index]
    let between = start..<max(start, entry.span.lowerBound)
    guard tellsBreakdown(between) else { return }
    let last = candidates.endIndex - 1
    let isSure = isDirectlyBehindAFigure(between) && Self.isAlike(candidates[last].quantity, quantity)
    // In 受理120件，办结20件，其中许可60件 it is the larger one before, but none of an earlier sentence.
    // 其中个人21件、企业4件。从方式看，网上18件: not of the last part, but of what that is of.
    let isNested = paragraph.hasCue(.amongWhich, in: between)
    // 复议46件。诉讼直接起诉12件、复议后起诉9件，其中维持13件: no figure of the sentence holds it, and none before it does.
    let isOfSentence = isNested && start > paragraph.places[index].sentenceStart
    let isMean = WordList.averages.occurs(in: paragraph.bytes, between)
    let possible = candidates.indices.filter {
      Self.canContain(candidates[$0].quantity, quantity)
        && (!isSure && !isOfSentence || candidates[$0].quote == candidates[last].quote)
        && (isNested || candidates[$0].partOf == nil)
        // 生产总值1163亿元，…；人均收入22508元，其中城镇35692元: no mean is a part of an amount.
        && (!isMean || Self.isMean(candidates[$0]))
    }
    // 收案86件，结案80件。其中，刑事收案12件: the total that ends in the part's own word.
    let alike = isSure ? nil : possible.last { isNamedLike(candidates[$0], index) }
    // 产值42亿元，完成年计划46亿元的91%，其中工业30亿元: a result is no part of a plan that a result stands beside.
    let told = possible.last { candidates[$0].status == part.status } ?? possible.last
    guard let total = alike ?? told ?? (isSure ? last : nil) else { return }
    totals.append(
      Total(
        observation: total, end: paragraph.sentenceEnd(of: entry.span.upperBound),
        groupEnd: paragraph.groupEnd(of: entry.span.upperBound), isSure: isSure && total == last, isFurther: !isNested,
        rest: candidates[total].quantity.value,
        head: Array(paragraph.bytes[headOfParts(between)]), otherMeasures: otherMeasures(of: total, candidates)))
  }

  /// Whether the words before a figure end in the last two characters of another's name.
  private func isNamedLike(_ whole: Observation, _ index: Int) -> Bool {
    let words = WordList.trailing.strippingSuffixes(paragraph.bytes, paragraph.gap(before: index))
    let name = whole.subject.bytes
    let end = (name.last == UInt8(ascii: ")") ? name.dropLast() : name).suffix(Self.word)
    return end.count == Self.word && words.count >= Self.word
      && paragraph.bytes[words].suffix(Self.word).elementsEqual(end)
  }

  /// The bytes of a word of two characters.
  private static let word = 6

  private static func isMean(_ observation: Observation) -> Bool {
    let subject = Array(observation.subject.bytes)
    return WordList.averages.occurs(in: subject, subject.indices)
  }

  /// The words before the first part, behind 其中.
  private func headOfParts(_ between: Range<Int>) -> Range<Int> {
    let among = paragraph.lexemes(in: between).last { $0.cue == .amongWhich }
    return WordList.leading.strippingPrefixes(paragraph.bytes, (among?.end ?? between.lowerBound)..<between.upperBound)
  }

  /// 签约项目5个，总投资32亿元，其中工业项目3个，总投资21亿元: whether a part is told in the words of another measure of its total.
  private func isNamed(as whole: Observation, _ statement: Statement) -> Bool {
    let words = WordList.trailing.strippingSuffixes(paragraph.plain, statement.left)
    return words.count > 3 && Array(whole.subject.bytes).suffix(words.count).elementsEqual(paragraph.plain[words])
  }

  /// What else the sentence of a total counts in other units before its parts.
  private func otherMeasures(of total: Int, _ candidates: ArraySlice<Observation>) -> [Int] {
    guard let figure = places.first(where: { $0.value == total })?.key else { return [] }
    let start = paragraph.places[figure].sentenceStart
    return paragraph.figures.compactMap { other in
      guard other != figure, paragraph.places[other].sentenceStart == start, let place = places[other],
        candidates.indices.contains(place), candidates[place].quantity.kind.isAmount,
        candidates[place].quantity.unit != candidates[total].quantity.unit
      else { return nil }
      return place
    }
  }

  /// 立项191项，其中农业211项: whether 其中 stands right behind the figure before, so that nothing else can be the total.
  private func isDirectlyBehindAFigure(_ between: Range<Int>) -> Bool {
    let marks = paragraph.lexemes(in: between)
    guard let word = marks.first(where: { $0.cue != .comma }), word.cue == .amongWhich else { return false }
    return marks.prefix { $0.start < word.start }.map { $0.end - $0.start }.reduce(between.lowerBound, +) == word.start
  }

  /// Whether a figure larger than the total is told as its part beyond doubt: 立项191项，其中农业211项. A year can exceed the
  /// yearly mean, and a figure with a verb of its own may be anything.
  private func contradicts(
    _ whole: Observation, _ total: Total, _ part: Observation, _ entry: LedgerEntry, _ statement: Statement
  ) -> Bool {
    total.isSure && entry.span.lowerBound < total.groupEnd && Self.isAlike(whole.quantity, part.quantity)
      && whole.year == part.year && whole.periodType == part.periodType && !whole.subject.description.contains("均")
      && (total.rest == whole.quantity.value || isLabelled(statement))
  }

  /// Whether a figure behind the first part is named by a short label alone, as those of a list are.
  private func isLabelled(_ statement: Statement) -> Bool {
    let plain = paragraph.plain
    let left = statement.left
    return (1...8).contains(plain.characterCount(left)) && !WordList.verbs.isPrefix(of: plain, left)
      && !WordList.predicates.isPrefix(of: plain, left) && WordList.leading.strippingPrefixes(plain, left) == left
  }

  /// Whether parts follow: 其中, 按门类分, 从申请事项看, 已办结的申请中.
  private func tellsBreakdown(_ range: Range<Int>) -> Bool {
    if paragraph.hasCue(.amongWhich, in: range) { return true }
    let bytes = paragraph.bytes
    for mark in paragraph.lexemes(in: range) where mark.cue == .comma || mark.cue == .colon {
      let head = max(range.lowerBound, bytes.aligned(mark.start - 48))..<mark.start
      if bytes.range(head, endsWith: "分"), bytes.last("按", in: head) != nil { return true }
      if bytes.range(head, endsWith: "看"), bytes.last("从", in: head) != nil { return true }
      if WordList.wholes.isSuffix(of: bytes, head) { return true }
    }
    return false
  }

  /// A listed part without a metric of its own is one of its total's; a figure of change belongs to what it tells the
  /// change of.
  ///
  /// - Parameters:
  ///   - carrier: the index of the figure whose subject was taken over.
  ///   - isOfSomeMonths: whether the figure is of a part of the year or compares with one.
  mutating func inherit(
    _ observation: inout Observation, _ statement: Statement, from carrier: Int?, isOfSomeMonths: Bool,
    among observations: ArraySlice<Observation>
  ) {
    if let partOf = observation.partOf, let whole = observations.last(where: { $0.id == partOf }) {
      if isOtherMeasure {
        if isNamed(as: whole, statement), !label.isEmpty { name(&observation, label[...], asPartOf: whole) }
      } else {
        label = Self.label(statement, in: paragraph.plain)
        if observation.metric == nil { takeName(&observation, statement, from: whole) }
      }
    }
    guard let carrier else { return }
    let quantity = observations[carrier].quantity
    if statement.isMean
      || quantity.kind == .change && observation.quantity.kind != .change
    {
      // In 净增3.6万户、增长73.8% the increase is what grew.
    } else if isOfSomeMonths, observation.quantity.kind == .growth || observation.quantity.kind == .points {
      // 全年增长25.8%，增幅比一季度回落17.2个百分点: not over a year.
    } else if observation.quantity.kind == .growth || observation.quantity.kind == .points
      || quantity.unit == observation.quantity.unit
    {
      observation.metric = observations[carrier].metric
      observation.pattern = observations[carrier].pattern
    }
    observation.scope = observation.scope ?? observations[carrier].scope
    observation.year = observation.year ?? observations[carrier].year
  }

  /// Names a part without a metric of its own by its total and a short label.
  private mutating func takeName(_ part: inout Observation, _ statement: Statement, from whole: Observation) {
    let plain = paragraph.plain
    guard plain.characterCount(statement.left) <= 8 || statement.subject.characterCount <= 8 else { return }
    name(&part, label[...], asPartOf: whole)
    if whole.periodType == .stock, !WordList.additions.isPrefix(of: label, label.indices) { part.periodType = .stock }
  }

  /// What a part is called: the words before it, or else its subject.
  private static func label(_ statement: Statement, in plain: [UInt8]) -> [UInt8] {
    let own = WordList.leading.strippingPrefixes(plain, statement.left)
    let (text, words) = own.isEmpty ? (statement.subject, statement.subject.indices) : (plain, own)
    let named = WordList.trailing.strippingSuffixes(text, words)
    // “同意公开”的14件
    return Array(text[text.range(named, endsWith: "”的") ? named.lowerBound..<named.upperBound - 3 : named])
  }

  private func name(_ part: inout Observation, _ label: ArraySlice<UInt8>, asPartOf whole: Observation) {
    // 检查140次，其中上半年60次: the months tell which part it is.
    let isOfMonths = part.months != nil
    part.subject = isOfMonths ? whole.subject : Excerpt(whole.subject.bytes + Self.open + label + Self.close)
    part.mark = nil
    guard isListed || isOtherMeasure else { return }
    part.year = whole.year
    part.metric = whole.metric
    part.pattern = whole.pattern
    part.scope = isOfMonths ? whole.scope : String(decoding: label, as: UTF8.self)
    part.notes.append("其中一部分，随总数归入指标")
  }

  private static let open = Array("(".utf8)
  private static let close = Array(")".utf8)

  /// Whether one figure can hold the other as a part: same unit and kind, and not smaller.
  private static func canContain(_ whole: Quantity, _ part: Quantity) -> Bool {
    isAlike(whole, part) && whole.value >= part.value
  }

  /// Whether two figures are of one unit and of a kind that has parts.
  private static func isAlike(_ whole: Quantity, _ part: Quantity) -> Bool {
    whole.kind == part.kind && whole.unit == part.unit && whole.kind.isAmount
  }

  /// 36项指标有15项居前列: whether 有 stands right before a figure in the clause of the one before.
  private func isSomeOf(_ index: Int) -> Bool {
    let place = paragraph.places[index]
    let start = paragraph.entries[index].span.lowerBound
    guard place.previous >= 0, paragraph.entries[place.previous].span.lowerBound >= place.clauseStart else {
      return false
    }
    return paragraph.bytes.range(paragraph.entries[place.previous].span.upperBound..<start, endsWith: "有")
  }
}
