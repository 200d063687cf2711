import Quantities

/// Finds what each figure of a paragraph counts.
///
/// The words stand before the figure (受理申请606件), behind it (9件规范性文件), on both sides (举办近30场政策宣讲), or with the
/// figure before (同比增加10.88%). Several figures share words: parts of a list their verb, figures behind 分别 the
/// things before in order, and a figure behind 均 holds for each of the things before.
struct SubjectReader {
  private let paragraph: ParagraphReader
  /// The statement of the figure before, while its sentence lasts.
  private var last: Statement?
  private var lastUnit: Unit?
  private var lastSentence = -1
  /// Subjects given out in order to the figures of a list behind 分别.
  private var queue: [Int: String] = [:]

  init(_ paragraph: ParagraphReader) { self.paragraph = paragraph }

  /// The statements of the figure at `index` of the ledger: one, or one for each subject behind which 均 stands.
  mutating func statements(of index: Int) -> [Statement] {
    let entry = paragraph.entries[index]
    let sentence = paragraph.sentenceStart(of: entry.span.lowerBound)
    if sentence != lastSentence {
      if !paragraph.startsWithParts(sentence) { last = nil }
      lastSentence = sentence
    }
    let left = leftWords(index)
    let right = rightNoun(index)
    let kind = entry.quantity?.kind ?? .count
    distribute(index, left)
    var subjects: [String] = []
    var isCarried = false
    if let given = queue[index] {
      subjects = [given]
    } else {
      let cleaned = clean(left, kind)
      subjects = split(index, cleaned)
      if subjects.count == 1 {
        let own = cleaned + right
        isCarried = own.isEmpty
        subjects = [completed(own, entry, hasNounBehind: !right.isEmpty)]
      }
    }
    let suffix = suffix(entry, left)
    let behind = Array(behindWords(index).utf8)
    let statements = subjects.map { subject in
      // The words behind the figure are not repeated before it.
      let before = subject.hasSuffix(right) ? String(subject.dropLast(right.count)) : subject
      return Statement(
        subject: subject + suffix,
        text: StatementText(before: Array(before.utf8), behind: behind),
        left: left, isCarried: isCarried)
    }
    last = statements.last
    last?.subject = subjects.last ?? ""
    lastUnit = entry.quantity?.unit
    return statements
  }

  // MARK: - Words before and behind

  /// The words between the clause's start, or the figure before in it, and the figure; titles left out.
  private func leftWords(_ index: Int) -> String {
    let entry = paragraph.entries[index]
    var start = paragraph.clauseStart(of: entry.span.lowerBound)
    if let previous = previousFigure(index), previous.span.upperBound > start {
      start = previous.span.upperBound
      // What stands before 、 belongs to the figure before it.
      if let mark = paragraph.lexemes(in: start..<entry.span.lowerBound).last(where: {
        $0.cue == .enumeration && !paragraph.isInTitle($0.start)
      }) {
        start = mark.end
      } else if !rightNoun(index).isEmpty, entry.span.lowerBound > start {
        // 4个执法检查小组15名检查人员: each figure has its own noun behind it.
        start = entry.span.lowerBound
      }
    }
    // A list mark or a date at the start is no part of the subject.
    let first = paragraph.entries.partitioningIndex { $0.span.lowerBound >= start }
    for other in paragraph.entries[first..<max(first, index)] where other.span.lowerBound >= start {
      let isMark = other.numeralClass == .listMarker
      let isLeadingDate =
        other.numeralClass == .date
        && SubjectWords.leading.strippingPrefixes(paragraph.string(start..<other.span.lowerBound)[...])
          .isEmpty
      if isMark || isLeadingDate { start = other.span.upperBound }
      if isLeadingDate {
        start += Self.edges.prefix(of: paragraph.string(start..<entry.span.lowerBound))?.utf8.count ?? 0
      }
    }
    return withoutTitles(start..<entry.span.lowerBound)
  }

  /// The noun right behind the figure, up to the next mark or figure.
  private func rightNoun(_ index: Int) -> String {
    let entry = paragraph.entries[index]
    guard let quantity = entry.quantity, entry.role != .before else { return "" }
    switch quantity.kind {
    case .count, .measure, .change, .money, .ratio, .duration: break
    case .percent where clean(leftOfClause(entry), .percent).isEmpty: break
    default: return ""
    }
    var end = paragraph.clauseEnd(of: entry.span.upperBound)
    let start = entry.span.upperBound
    if let next = nextFigure(index) { end = min(end, max(start, next.span.lowerBound)) }
    if let mark = paragraph.lexemes(in: start..<end).first(where: {
      ($0.cue == .enumeration || $0.cue == .closeParen || ($0.cue == .openParen && $0.start == start))
        && !paragraph.isInTitle($0.start) && !closesInside($0, from: start)
    }), mark.cue != .enumeration || mark.start == start || nextFigureFollows(mark, index) {
      end = mark.start
    }
    let noun = SubjectWords.behind.strippingPrefixes(withoutTitles(start..<end)[...])
    return String(SubjectWords.trailingOfNoun.strippingSuffixes(noun))
  }

  /// All words behind the figure in its clause, for patterns.
  private func behindWords(_ index: Int) -> String {
    let entry = paragraph.entries[index]
    let start = entry.span.upperBound
    var end = paragraph.clauseEnd(of: start)
    if let next = nextFigure(index) { end = min(end, max(start, next.span.lowerBound)) }
    return String(SubjectWords.behind.strippingPrefixes(withoutTitles(start..<end)[...]))
  }

  private func leftOfClause(_ entry: LedgerEntry) -> String {
    withoutTitles(paragraph.clauseStart(of: entry.span.lowerBound)..<entry.span.lowerBound)
  }

  private func nextFigureFollows(_ mark: Lexeme, _ index: Int) -> Bool {
    guard let next = nextFigure(index) else { return false }
    return paragraph.clauseEnd(of: mark.start) >= next.span.lowerBound
  }

  /// Whether a closing bracket has its opening one behind the figure.
  private func closesInside(_ mark: Lexeme, from start: Int) -> Bool {
    mark.cue == .closeParen && paragraph.hasCue(.openParen, in: start..<mark.start)
  }

  private func previousFigure(_ index: Int) -> LedgerEntry? {
    paragraph.entries[..<index].last { $0.quantity != nil }
  }

  private func nextFigure(_ index: Int) -> LedgerEntry? {
    paragraph.entries[(index + 1)...].first { $0.quantity != nil }
  }

  /// The text of a range without 《titles》 and the 等 behind them.
  private func withoutTitles(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let hasTitle = paragraph.hasCue(.openTitle, in: range) || paragraph.hasCue(.closeTitle, in: range)
    guard hasTitle else { return paragraph.string(range) }
    var result = ""
    var depth = 0
    var isBehindTitle = false
    for character in paragraph.string(range) {
      switch character {
      case "《", "〈": depth += 1
      case "》", "〉":
        depth = max(0, depth - 1)
        isBehindTitle = true
      case "、", "等", "和", "及": if depth == 0, !isBehindTitle { result.append(character) }
      default:
        guard depth == 0 else { continue }
        result.append(character)
        isBehindTitle = false
      }
    }
    return result
  }

  // MARK: - Subject

  private func clean(_ left: String, _ kind: QuantityKind) -> String {
    var words = SubjectWords.leading.strippingPrefixes(left[...])
    words = SubjectWords.trailing.strippingSuffixes(words)
    if kind == .rank {
      words = SubjectWords.trailingOfRank.strippingSuffixes(words)
    } else if kind == .growth || kind == .points || kind == .multiple || kind == .change {
      words = SubjectWords.trailingOfChange.strippingSuffixes(words)
      // 较上年末分别增长: a comparison is no subject.
      if let first = words.first, "比较".contains(first), !words.hasPrefix("比重"), !words.hasPrefix("比例") { words = "" }
    } else if words.hasSuffix("减") || words.hasSuffix("增") || words.hasSuffix("缩") || endsInResultOfChange(left) {
      words = SubjectWords.trailingOfChange.strippingSuffixes(words)
    }
    return String(words)
  }

  /// Whether the words lead to the result of a change (由11条减为).
  private func endsInResultOfChange(_ left: String) -> Bool {
    let bare = SubjectWords.change.strippingSuffixes(left[...])
    return bare.count < left.count && (left.hasSuffix("至") || left.hasSuffix("到") || left.hasSuffix("为"))
  }

  /// Whether the words before the figure say that it is a running total.
  private func leftHasTotal(_ entry: LedgerEntry) -> Bool {
    let clause = paragraph.clauseStart(of: entry.span.lowerBound)..<entry.span.lowerBound
    return Self.runningTotal.first(in: paragraph.string(clause)) != nil
  }

  /// The subject with what an item of a list leaves unsaid: its verb, or the thing that it tells more of.
  private func completed(_ own: String, _ entry: LedgerEntry, hasNounBehind: Bool) -> String {
    guard let last else { return own }
    if own.isEmpty { return leftHasTotal(entry) ? thing(last) + "累计" : last.subject }
    if own.count <= 5, SubjectWords.totals.isPrefix(of: own) { return thing(last) + own }
    if paragraph.isBehindParts(entry) || last.subject.contains(own.prefix(2)) { return own }
    // 成交金额 tells more of the contracts before it; 发电量 stands for itself.
    let tellsMore =
      !hasNounBehind && own.count <= 6 && lastUnit != entry.quantity?.unit && SubjectWords.isRelational(own)
    if tellsMore || SubjectWords.verbs.contains(own) { return last.subject + own }
    return startsWithVerb(own) && own.count >= 4 ? own : withVerb(own)
  }

  /// An item of a list with the verb of the item before, if it is a bare noun.
  private func withVerb(_ own: String) -> String {
    guard let last, !own.isEmpty, own.count <= 16, let verb = SubjectWords.verbs.prefix(of: last.subject),
      SubjectWords.verbs.first(in: own) == nil, SubjectWords.standAlone.first(in: own) == nil
    else { return own }
    return verb + own
  }

  /// The thing that the figure before told of, without the verb that made it new: 新增…、总数达….
  private func thing(_ statement: Statement) -> String {
    guard let verb = SubjectWords.verbs.prefix(of: statement.subject), statement.subject.count > verb.count + 1 else {
      return statement.subject
    }
    return String(statement.subject.dropFirst(verb.count))
  }

  private func startsWithVerb(_ text: String) -> Bool { SubjectWords.verbs.isPrefix(of: text) }

  /// What tells the figure apart from others of its subject: the end of a change it is, one of several, a ranking.
  private func suffix(_ entry: LedgerEntry, _ left: String) -> String {
    switch entry.role {
    case .before: return "(调整前)"
    case .after: return "(调整后)"
    case .none: break
    }
    if entry.quantity?.kind == .rank {
      var field: Substring = ""
      var rest = left[...]
      while let found = SubjectWords.arenas.first(in: rest) {
        field = found
        rest = rest[found.endIndex...]
      }
      return field + "排名"
    }
    let stem = Self.bounds.strippingSuffixes(left[...])
    return stem.hasSuffix("各") && entry.quantity?.kind == .count ? "(各)" : ""
  }

  /// 8月底前, 2024年末: what belongs to the date before it.
  private static let edges = WordList("底前 末前 底之前 末之前 底 末 初 前", keeping: "前期 前列 前三 底线 初步 初中 前沿")
  private static let runningTotal = WordList("累计")
  private static let bounds = WordList("约 近 超 达 不少于 超过")

  // MARK: - Several subjects

  /// Several subjects of one figure: 报备率和及时率均达到100%.
  private func split(_ index: Int, _ cleaned: String) -> [String] {
    let entry = paragraph.entries[index]
    guard let kind = entry.quantity?.kind, kind == .percent || kind == .rank || kind == .growth else {
      return [cleaned]
    }
    let items = listItems(cleaned)
    guard items.count > 1 else { return [cleaned] }
    let start = paragraph.clauseStart(of: entry.span.lowerBound)
    let isEach = paragraph.hasCue(.each, in: start..<entry.span.lowerBound)
    let areRates = items.allSatisfy { $0.hasSuffix("率") }
    guard isEach || areRates else { return [cleaned] }
    // 规范性文件报备率、及时率: the bare rates are of the same thing.
    return items.map { item in
      areRates && item.count <= 3 && item.count < items[0].count ? items[0].dropLast(item.count) + item : item
    }
  }

  /// The things of a list joined by 、 和 与 及.
  private func listItems(_ text: String) -> [String] {
    var items: [String] = [""]
    var rest = text[...]
    while let character = rest.first {
      let joins =
        character == "、" || ("和与及".contains(character) && !SubjectWords.joined.isPrefix(of: rest))
      if joins, !items[items.count - 1].isEmpty, !items[items.count - 1].hasSuffix("参") {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
      rest = rest.dropFirst()
    }
    return items.filter { !$0.isEmpty }
  }

  /// Binds the figures of a list to the things of the list before them: 工业投资、制造业投资分别增长18.2%、17.8%.
  private mutating func distribute(_ index: Int, _ left: String) {
    guard queue[index] == nil else { return }
    let entry = paragraph.entries[index]
    let start = paragraph.clauseStart(of: entry.span.lowerBound)
    guard paragraph.hasCue(.respectively, in: start..<entry.span.lowerBound) else { return }
    var figures = [index]
    for following in (index + 1)..<max(index + 1, paragraph.entries.count) {
      let previous = paragraph.entries[figures[figures.count - 1]]
      let next = paragraph.entries[following]
      guard next.quantity?.unit == entry.quantity?.unit, previous.span.upperBound < next.span.lowerBound else { break }
      let between = paragraph.string(previous.span.upperBound..<next.span.lowerBound)
      guard between.count <= 3, between.contains(where: { "、和与，,".contains($0) }) else { break }
      figures.append(following)
    }
    guard figures.count > 1 else { return }
    var words = left
    if let mark = left.ranges(of: "分别").last { words = String(left[..<mark.lowerBound]) }
    var items = listItems(clean(words, entry.quantity?.kind ?? .growth))
    if items.count == 1, figures.count == 2, let both = items.first, both.contains("城乡") {
      items = [both.replacing("城乡", with: "城镇"), both.replacing("城乡", with: "农村")]
    }
    guard items.count == figures.count else { return }
    if let tail = SubjectReader.sharedTails.first(where: { items[items.count - 1].hasSuffix($0) }) {
      for item in items.indices.dropLast() where !items[item].hasSuffix(tail) && !SubjectWords.isHead(items[item]) {
        items[item] += tail
      }
    }
    for (figure, item) in zip(figures, items) { queue[figure] = item }
  }

  /// Nouns that the last item of a list says for all: 光电子信息、高端装备制造产业产值.
  private static let sharedTails = [
    "居民人均可支配收入", "吞吐量", "达标率", "优良率", "数量", "人均可支配收入", "产业产值", "产业增加值", "增加值", "产值", "投资", "案件", "收入", "支出", "贷款", "存款",
    "比重", "价格", "人数", "率",
    "面积", "产量",
  ]
}

extension ParagraphReader {
  /// Whether a sentence goes on with parts of the one before (其中，…).
  func startsWithParts(_ sentence: Int) -> Bool {
    hasCue(.amongWhich, in: sentence..<min(sentence + 12, bytes.count))
  }

  /// Whether 其中 stands before a figure in its sentence.
  func isBehindParts(_ entry: LedgerEntry) -> Bool {
    hasCue(.amongWhich, in: sentenceStart(of: entry.span.lowerBound)..<entry.span.lowerBound)
  }
}
