import Quantities

/// Finds what each figure of a paragraph counts.
///
/// The words stand before the figure (受理申请606件), behind it (9件规范性文件), on both sides (举办近30场政策宣讲), or with the
/// figure before (同比增加10.88%). Several figures share words: parts of a list their verb, figures behind 分别 the
/// things before in order, and a figure behind 均 holds for each of the things before.
struct SubjectReader {
  private let paragraph: Paragraph
  /// The statement of the figure before, while its sentence lasts.
  private var last: Statement?
  private var lastUnit: Unit?
  private var lastSentence = -1
  /// Subjects given out in order to the figures of a list behind 分别.
  private var queue: [Int: [UInt8]] = [:]

  init(_ paragraph: Paragraph) { self.paragraph = paragraph }

  /// The statements of the figure at `index` of the ledger: one, or one for each subject behind which 均 stands.
  mutating func statements(of index: Int) -> [Statement] {
    let entry = paragraph.entries[index]
    let sentence = paragraph.places[index].sentenceStart
    if sentence != lastSentence {
      if !paragraph.startsWithParts(sentence) { last = nil }
      lastSentence = sentence
    }
    let kind = entry.quantity?.kind ?? .count
    let right = rightNoun(index)
    let left = leftWords(index, hasNounBehind: !right.isEmpty)
    distribute(index, left)
    var subjects: [[UInt8]]
    var isCarried = false
    if let given = queue[index] {
      subjects = [given]
    } else {
      let cleaned = clean(left, kind)
      subjects = split(index, cleaned)
      if subjects.isEmpty {
        let own = plain[cleaned] + plain[right]
        isCarried = own.isEmpty
        subjects = [completed(Array(own), index, hasNounBehind: !right.isEmpty)]
      }
    }
    let suffix = suffix(entry, left)
    let behind = behindWords(index)
    let statements = subjects.map { name in
      // The words behind the figure are not repeated before it.
      let repeats = name.count >= right.count && name.suffix(right.count).elementsEqual(plain[right])
      return Statement(
        subject: suffix.isEmpty ? name : name + suffix, nameEnd: name.count,
        beforeEnd: name.count - (repeats ? right.count : 0), behind: behind, left: left, isCarried: isCarried)
    }
    last = statements.last
    lastUnit = entry.quantity?.unit
    return statements
  }

  private var plain: [UInt8] { paragraph.plain }

  // MARK: - Words before and behind

  /// The words between the clause's start, or the figure before in it, and the figure; titles left out.
  private func leftWords(_ index: Int, hasNounBehind: Bool) -> Range<Int> {
    let bytes = paragraph.bytes
    let place = paragraph.places[index]
    let end = paragraph.entries[index].span.lowerBound
    var start = place.clauseStart
    if place.previous >= 0, case let previous = paragraph.entries[place.previous].span.upperBound, previous > start {
      start = previous
      // What stands before 、 belongs to the figure before it.
      if let mark = paragraph.lexemes(in: start..<max(start, end)).last(where: {
        $0.cue == .enumeration && !paragraph.isInTitle($0.start)
      }) {
        start = mark.end
      } else if hasNounBehind, end > start {
        // 4个执法检查小组15名检查人员: each figure has its own noun behind it.
        start = end
      }
    }
    // A list mark or a date at the start is no part of the subject.
    var first = index
    while first > 0, paragraph.entries[first - 1].span.lowerBound >= start { first -= 1 }
    for other in paragraph.entries[first..<index] where other.span.lowerBound >= start {
      let isMark = other.numeralClass == .listMarker
      let isLeadingDate =
        other.numeralClass == .date
        && WordList.leading.strippingPrefixes(bytes, start..<other.span.lowerBound).isEmpty
      if isMark || isLeadingDate { start = other.span.upperBound }
      if isLeadingDate { start = WordList.dateEdges.prefix(of: bytes, start..<max(start, end))?.upperBound ?? start }
    }
    return paragraph.plainRange(start..<max(start, end))
  }

  /// The noun right behind the figure, up to the next mark or figure.
  private func rightNoun(_ index: Int) -> Range<Int> {
    let entry = paragraph.entries[index]
    let place = paragraph.places[index]
    let start = entry.span.upperBound
    let none = 0..<0
    guard let quantity = entry.quantity, entry.role != .before else { return none }
    switch quantity.kind {
    case .count, .measure, .change, .money, .ratio, .duration: break
    case .percent where clean(paragraph.plainRange(place.clauseStart..<entry.span.lowerBound), .percent).isEmpty: break
    default: return none
    }
    var end = place.clauseEnd
    if place.next >= 0 { end = min(end, max(start, paragraph.entries[place.next].span.lowerBound)) }
    if let mark = paragraph.lexemes(in: start..<max(start, end)).first(where: {
      ($0.cue == .enumeration || $0.cue == .closeParen || ($0.cue == .openParen && $0.start == start))
        && !paragraph.isInTitle($0.start) && !closesInside($0, from: start)
    }), mark.cue != .enumeration || mark.start == start || nextFigureFollows(mark, place) {
      end = mark.start
    }
    let noun = WordList.behindFigure.strippingPrefixes(plain, paragraph.plainRange(start..<max(start, end)))
    return WordList.trailingOfNoun.strippingSuffixes(plain, noun)
  }

  /// All words behind the figure in its clause, for patterns.
  private func behindWords(_ index: Int) -> Range<Int> {
    let start = paragraph.entries[index].span.upperBound
    let place = paragraph.places[index]
    var end = place.clauseEnd
    if place.next >= 0 { end = min(end, max(start, paragraph.entries[place.next].span.lowerBound)) }
    return WordList.behindFigure.strippingPrefixes(plain, paragraph.plainRange(start..<max(start, end)))
  }

  private func nextFigureFollows(_ mark: Lexeme, _ place: Paragraph.Place) -> Bool {
    guard place.next >= 0 else { return false }
    return paragraph.clauseEnd(of: mark.start) >= paragraph.entries[place.next].span.lowerBound
  }

  /// Whether a closing bracket has its opening one behind the figure.
  private func closesInside(_ mark: Lexeme, from start: Int) -> Bool {
    mark.cue == .closeParen && paragraph.hasCue(.openParen, in: start..<mark.start)
  }

  // MARK: - Subject

  private func clean(_ left: Range<Int>, _ kind: QuantityKind) -> Range<Int> {
    var words = WordList.leading.strippingPrefixes(plain, left)
    words = WordList.trailing.strippingSuffixes(plain, words)
    if kind == .rank {
      words = WordList.trailingOfRank.strippingSuffixes(plain, words)
    } else if kind == .growth || kind == .points || kind == .multiple || kind == .change {
      words = WordList.trailingOfChange.strippingSuffixes(plain, words)
      // 较上年末分别增长: a comparison is no subject.
      let isComparison = plain.range(words, startsWith: "比") || plain.range(words, startsWith: "较")
      if isComparison, !plain.range(words, startsWith: "比重"), !plain.range(words, startsWith: "比例") {
        words = words.lowerBound..<words.lowerBound
      }
    } else if WordList.changeEndings.isSuffix(of: plain, words) || endsInResultOfChange(left) {
      words = WordList.trailingOfChange.strippingSuffixes(plain, words)
    }
    return words
  }

  /// Whether the words lead to the result of a change (由11条减为).
  private func endsInResultOfChange(_ left: Range<Int>) -> Bool {
    WordList.resultEndings.isSuffix(of: plain, left)
      && WordList.change.strippingSuffixes(plain, left).upperBound < left.upperBound
  }

  /// The subject with what an item of a list leaves unsaid: its verb, or the thing that it tells more of.
  private func completed(_ own: [UInt8], _ index: Int, hasNounBehind: Bool) -> [UInt8] {
    guard let last else { return own }
    let entry = paragraph.entries[index]
    let name = 0..<last.nameEnd
    if own.isEmpty {
      let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
      guard paragraph.bytes.first("累计", in: clause) != nil else { return Array(last.subject[name]) }
      return last.subject[thing(last)] + Array("累计".utf8)
    }
    let all = own.indices
    let length = own.characterCount
    if length <= 5, WordList.totals.isPrefix(of: own, all) { return last.subject[thing(last)] + own }
    if paragraph.isBehindParts(index) || own.range(0..<own.offset(of: 2, from: 0), occursIn: last.subject, name) {
      return own
    }
    // 成交金额 tells more of the contracts before it; 发电量 stands for itself.
    let tellsMore =
      !hasNounBehind && length <= 6 && lastUnit != entry.quantity?.unit
      && (WordList.relationalEndings.isSuffix(of: own, all) || WordList.relationalBeginnings.isPrefix(of: own, all))
    if tellsMore || WordList.verbs.contains(own, all) { return last.subject[name] + own }
    // An item of a list takes the verb of the item before, if it is a bare noun.
    guard length <= 16, let verb = WordList.verbs.prefix(of: last.subject, name),
      !WordList.verbs.occurs(in: own, all), !WordList.standAlone.occurs(in: own, all)
    else { return own }
    return last.subject[verb] + own
  }

  /// The thing that the figure before told of, without the verb that made it new: 新增…、总数达….
  private func thing(_ statement: Statement) -> Range<Int> {
    let name = 0..<statement.nameEnd
    guard let verb = WordList.verbs.prefix(of: statement.subject, name),
      statement.subject.characterCount(verb.upperBound..<name.upperBound) > 1
    else { return name }
    return verb.upperBound..<name.upperBound
  }

  /// What tells the figure apart from others of its subject: the end of a change it is, one of several, a ranking.
  private func suffix(_ entry: LedgerEntry, _ left: Range<Int>) -> [UInt8] {
    switch entry.role {
    case .before: return Self.beforeMark
    case .after: return Self.afterMark
    case .none: break
    }
    if entry.quantity?.kind == .rank {
      var field = left.lowerBound..<left.lowerBound
      while let found = WordList.arenas.first(in: plain, field.upperBound..<left.upperBound) { field = found }
      return plain[field] + Self.rankMark
    }
    guard entry.quantity?.kind == .count else { return [] }
    let stem = WordList.bounds.strippingSuffixes(plain, left)
    return plain.range(stem, endsWith: "各") ? Self.eachMark : []
  }

  private static let beforeMark = Array("(调整前)".utf8)
  private static let afterMark = Array("(调整后)".utf8)
  private static let rankMark = Array("排名".utf8)
  private static let eachMark = Array("(各)".utf8)

  // MARK: - Several subjects

  /// Several subjects of one figure (报备率和及时率均达到100%); none if it has one.
  private func split(_ index: Int, _ cleaned: Range<Int>) -> [[UInt8]] {
    let entry = paragraph.entries[index]
    guard let kind = entry.quantity?.kind, kind == .percent || kind == .rank || kind == .growth else { return [] }
    let items = listItems(cleaned)
    guard items.count > 1 else { return [] }
    let isEach = paragraph.hasCue(.each, in: paragraph.places[index].clauseStart..<entry.span.lowerBound)
    let areRates = items.allSatisfy { plain.range($0, endsWith: "率") }
    guard isEach || areRates else { return [] }
    // 规范性文件报备率、及时率: the bare rates are of the same thing.
    return items.map { item in
      let length = plain.characterCount(item)
      guard areRates, length <= 3, length < plain.characterCount(items[0]) else { return Array(plain[item]) }
      var start = items[0].upperBound
      for _ in 0..<length { start = plain.aligned(start - 1) }
      return Array(plain[items[0].lowerBound..<start] + plain[item])
    }
  }

  /// The things of a list joined by 、 和 与 及.
  private func listItems(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let joins =
        plain.has("、", at: at)
        || (plain.has("和", at: at) || plain.has("与", at: at) || plain.has("及", at: at))
          && !WordList.connectiveLookalikes.isPrefix(of: plain, at..<range.upperBound)
      let next = plain.offset(of: 1, from: at)
      if joins, !plain.range(start..<at, endsWith: "参") {
        if at > start { items.append(start..<at) }
        start = next
      }
      at = next
    }
    if start < range.upperBound { items.append(start..<range.upperBound) }
    return items
  }

  /// Binds the figures of a list to the things of the list before them: 工业投资、制造业投资分别增长18.2%、17.8%.
  private mutating func distribute(_ index: Int, _ left: Range<Int>) {
    guard queue[index] == nil else { return }
    let entry = paragraph.entries[index]
    guard paragraph.hasCue(.respectively, in: paragraph.places[index].clauseStart..<entry.span.lowerBound) else {
      return
    }
    var figures = [index]
    for following in (index + 1)..<max(index + 1, paragraph.entries.count) {
      let previous = paragraph.entries[figures[figures.count - 1]]
      let next = paragraph.entries[following]
      guard next.quantity?.unit == entry.quantity?.unit, previous.span.upperBound < next.span.lowerBound,
        Self.joinsFigures(paragraph.bytes, previous.span.upperBound..<next.span.lowerBound)
      else { break }
      figures.append(following)
    }
    guard figures.count > 1 else { return }
    let end = plain.last("分别", in: left)?.lowerBound ?? left.upperBound
    var items = listItems(clean(left.lowerBound..<end, entry.quantity?.kind ?? .growth)).map { Array(plain[$0]) }
    if items.count == 1, figures.count == 2, let both = items[0].first("城乡", in: items[0].indices) {
      items = ["城镇", "农村"].map { items[0][..<both.lowerBound] + Array($0.utf8) + items[0][both.upperBound...] }
    }
    guard items.count == figures.count, let final = items.last else { return }
    if let tail = WordList.sharedTails.suffix(of: final, final.indices) {
      for item in items.indices.dropLast()
      where !items[item].suffix(tail.count).elementsEqual(final[tail])
        && !WordList.heads.isSuffix(of: items[item], items[item].indices)
      {
        items[item] += final[tail]
      }
    }
    for (figure, item) in zip(figures, items) { queue[figure] = item }
  }

  /// Whether what stands between two figures only joins them.
  private static func joinsFigures(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard bytes.characterCount(range) <= 3 else { return false }
    return WordList.figureJoiners.occurs(in: bytes, range)
  }

}
