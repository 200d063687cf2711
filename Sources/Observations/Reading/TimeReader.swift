import Quantities
import ReportText

/// Finds the year and the status of each figure of a paragraph.
///
/// The year is that of the nearest heading that names one, else the report's; a year named in the sentence before the
/// figure outranks both until the sentence or the list item ends. A plan section, a verb of aim and a future year make a
/// target; 去年 and an earlier year a quotation.
struct TimeReader {
  private let paragraph: Paragraph
  private let identity: ReportIdentity
  private let words: TimeWordPlaces
  private let baseYear: Int?
  private let isPlan: Bool
  /// Whose level the figures of the report are of; `nil` if it isn't known.
  private let level: Division.Level?
  /// The year named last, and where it ends.
  private var named: (year: Int, end: Int, isDeadline: Bool)?
  /// Several years that the heading names.
  private let sectionSpan: YearSpan?
  /// Several years told of together, where their name ends, and whether they hold for the whole paragraph.
  private var span: (years: YearSpan, end: Int, holdsOn: Bool)?
  /// The year that a change is told against, where it ends, and whether the clause behind tells the change.
  private var base: (year: Int, end: Int, opens: Bool)?
  /// Where 过去一年 ends, which turns plans into results until another year is told of.
  private var lookBackEnd: Int?
  /// Where a name of a part of the year ends: 一季度, 1—9月.
  private var partEnd: Int?
  private var lastSentence = -1
  /// The period and the year of the figure before.
  private var lastPeriod = PeriodType.flow
  private var lastYear: Int?

  /// What a figure's place tells of its time.
  struct Time {
    var year: Int?
    var status: Status
    var periodType: PeriodType
    /// Whether it holds for some months only.
    var isPartOfYear = false
    var notes: [String]
  }

  init(_ paragraph: Paragraph, _ sections: SectionTree, _ identity: ReportIdentity) {
    self.paragraph = paragraph
    self.identity = identity
    words = TimeWordPlaces(paragraph.bytes, before: paragraph.lastFigureStart)
    level = identity.agency?.division?.level ?? (identity.kind == .workReport ? .prefecture : nil)
    let opensPlan = !sections.isPlan && identity.kind != .plan && Self.opensPlan(paragraph, identity)
    isPlan = sections.isPlan || opensPlan || Self.opensWithAims(paragraph)
    sectionSpan = sections.span
    span = sectionSpan.map { ($0, 0, true) }
    if opensPlan {
      baseYear = identity.year.map { $0 + 1 }
    } else if let heading = sections.year {
      baseYear = heading
    } else if sections.isPlan, identity.kind != .plan {
      baseYear = identity.year.map { $0 + 1 }
    } else {
      baseYear = identity.year
    }
  }

  /// 下一步，…, 2023年，… in a report on 2022: a paragraph that opens with a time to come tells plans.
  private static func opensPlan(_ paragraph: Paragraph, _ identity: ReportIdentity) -> Bool {
    let bytes = paragraph.bytes
    let start = bytes.withoutBlanks(bytes.indices).lowerBound
    if WordList.futureHeadings.isPrefix(of: bytes, start..<bytes.count) { return true }
    guard let year = identity.year, identity.yearConfidence != .low, let first = paragraph.entries.first,
      first.span.lowerBound == start, first.calendarYear == year + 1
    else { return false }
    // 2023年1月, 2023年初: when the report was written.
    return bytes.dateEnd(from: first.span.upperBound) == first.span.upperBound
      && !WordList.earlyInYear.isPrefix(of: bytes, first.span.upperBound..<bytes.count)
  }

  /// 主要预期目标是：… at the head of a paragraph.
  private static func opensWithAims(_ paragraph: Paragraph) -> Bool {
    guard let colon = paragraph.boundaries.first(where: { $0.cue == .colon }), colon.start < 90 else { return false }
    return WordList.aimHeads.occurs(in: paragraph.bytes, 0..<colon.start)
  }

  /// Takes an entry into account that comes before the figures behind it.
  mutating func pass(_ index: Int) {
    let sentence = paragraph.places[index].sentenceStart
    if sentence != lastSentence {
      if !WordList.continuing.isPrefix(of: paragraph.bytes, sentence..<paragraph.bytes.count) {
        named = nil
        partEnd = nil
        if span?.holdsOn != true { span = sectionSpan.map { ($0, 0, true) } }
      }
      lastSentence = sentence
    }
    let entry = paragraph.entries[index]
    switch entry.numeralClass {
    case .listMarker: named = nil
    case .date, .ordinal:
      if let years = YearSpan(of: index, in: paragraph, year: identity.year, isPlan: isPlan) {
        named = nil
        // 五年来，…: what a paragraph opens with holds for all of it.
        var years = years
        // “十二五”期间，…；五年新增…: the same years.
        years.last = years.last ?? span?.years.last
        span = (years, entry.span.upperBound, paragraph.places[index].clauseStart == 0)
      } else if entry.numeralClass == .date {
        name(index)
      }
    default: break
    }
  }

  private mutating func name(_ index: Int) {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    guard let year = entry.calendarYear else {
      if entry.rule == .timeWindow, entry.value == ExactDecimal(digits: 1),
        WordList.lookBacks.isSuffix(of: bytes, paragraph.places[index].clauseStart..<entry.span.lowerBound)
      {
        lookBackEnd = entry.span.upperBound
      }
      if entry.rule == .timeWindow || WordList.partsOfYear.isSuffix(of: bytes, entry.span) {
        partEnd = isPartOfYear(index) ? entry.span.upperBound : partEnd
      }
      return
    }
    // 比2002年增长: the year compared with.
    let before = paragraph.places[index].clauseStart..<entry.span.lowerBound
    if index > 0, paragraph.isRange(index - 1, index) { return }
    if WordList.bases.isSuffix(of: bytes, before) {
      let clauseEnd = paragraph.clauseEnd(of: entry.span.upperBound)
      base = (
        year, entry.span.upperBound, bytes.range(entry.span.upperBound..<clauseEnd, endsWith: "相比")
      )
      return
    }
    // 2018年11月起, 2020年以来: where something began is not its year.
    let tail = bytes.dateEnd(from: entry.span.upperBound)
    if WordList.beginnings.isPrefix(of: bytes, tail..<bytes.count) { return }
    // 1979年有监测记录以来
    if bytes.first("以来", in: tail..<min(bytes.count, tail + 36, paragraph.clauseEnd(of: tail))) != nil { return }
    named = (year, entry.span.upperBound, WordList.deadlines.contains(bytes, bytes.withoutBlanks(before)))
    span = nil
    partEnd = nil
    lookBackEnd = nil
  }

  /// 一季度, 上半年, 前10个月, 1—9月: some months of the year.
  private func isPartOfYear(_ index: Int) -> Bool {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    if bytes.range(entry.span, endsWith: "季度") || bytes.range(entry.span, endsWith: "半年") { return true }
    guard let months = entry.value, months < ExactDecimal(digits: 12) else { return false }
    if entry.rule == .timeWindow { return bytes.range(entry.span, endsWith: "月") }
    return index > 0 && paragraph.isRange(index - 1, index)
  }

  /// Year and status of the figure at `index`.
  mutating func time(of index: Int, _ statement: Statement) -> Time {
    let entry = paragraph.entries[index]
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    let sentence = paragraph.places[index].sentenceStart..<entry.span.lowerBound
    var time = Time(year: baseYear, status: isPlan ? .target : .actual, periodType: .flow, notes: [])
    if isPlan { time.notes.append("所在部分为计划或目标") }
    let isPresent = words.has(.present, in: sentence) || tellsHoldings(clause)
    if isPlan, identity.kind != .plan, isPresent, !words.has(.future, in: sentence) {
      time.status = .actual
      time.year = identity.year
      time.notes.append("现状")
    } else if isPlan, let lookBackEnd, !words.has(.thisYear, in: lookBackEnd..<entry.span.lowerBound) {
      time.status = .actual
      time.year = identity.year
      time.notes.append("过去一年")
    }
    if let named, !isAttribute(index, named.end) {
      time.year = named.year
      time.notes.append("句中写明\(named.year)年")
      if isPlan, let baseYear, named.year < baseYear {
        time.status = .actual
        time.notes.append("早于计划年份，是已有结果")
      }
      if let baseYear, named.year > baseYear, named.isDeadline || words.has(.future, in: sentence) {
        time.status = .target
      }
    }
    let years = yearSpan(before: entry.span.lowerBound)
    if let years {
      time.year = years.last ?? time.year
      time.notes.append("多年合计")
      if years.isAhead { time.status = .target }
      if isPlan, let baseYear, let last = years.last, last < baseYear { time.status = .actual }
    }
    if !isPlan, let aim = words.first(.aim, in: clause), !words.has(.past, in: clause) {
      time.status = .target
      time.notes.append("“\(paragraph.string(aim))”表示目标")
    }
    if entry.role == .none, let year = referenceYear(index, clause) {
      time.year = year
      time.status = .prior
      time.notes.append("用来比较的\(year)年数字")
    } else if let baseYear, let prior = priorWord(in: clause) ?? priorOpening(of: sentence),
      entry.quantity?.kind != .growth || isLastYearReported(prior)
    {
      if isLastYearReported(prior) {
        time.year = identity.year
        time.status = .actual
      } else {
        time.year = (isPlan ? identity.year ?? baseYear : baseYear) - 1
        time.status = .prior
      }
      time.notes.append("“\(paragraph.string(prior))”的数字")
    }
    switch entry.role {
    case .before:
      time.status = .before
      if entry.rule == .ratio, index > 0, case let first = paragraph.entries[index - 1], first.role == .before,
        first.rule == .ratio, paragraph.bytes[first.span.upperBound..<entry.span.lowerBound].count <= 3
      {
        // 由上年的18:37:45: the numbers of one proportion.
        time.year = lastYear
      } else if let year = yearOfStart(index) {
        time.year = year
      } else if years != nil {
        // 五年来，由3万亿元增加到8万亿元: of a year that isn't told.
        time.year = nil
      } else if let baseYear, words.has(.prior, in: clause) {
        time.year = baseYear - 1
      }
      time.notes.append("变化前的数值")
    case .after: time.notes.append("变化后的数值")
    case .none: break
    }
    if entry.role == .none, entry.quantity?.kind == .growth, leadsOn(index, clause) {
      time.status = .before
      time.notes.append("变化前的增幅")
    }
    if isOfOthers(statement, entry) || entry.quantity?.kind == .count && isOfAllMembers(clause) {
      time.status = .other
      time.notes.append("上级或其他机关的数字")
    }
    let tellsTotal = words.has(.cumulative, in: clause) && entry.quantity?.kind != .growth
    if tellsTotal && !tellsOneYear(sentence) && !growsOverYear(index)
      || years != nil && isSummed(index, statement) || isAgainstEarlierYear(index, time.year)
      || statement.isContinued && named == nil && lastPeriod == .cumulative && entry.quantity?.kind.isLevel == false
        && !words.has(.stock, in: clause)
      || statement.isMean || paragraph.bytes.range(clause, endsWith: "连续") || isSince(index, statement)
    {
      time.periodType = .cumulative
    } else if words.has(.stock, in: clause) || isState(index, statement, sentence) {
      time.periodType = .stock
    }
    if let partEnd, !words.has(.wholeYear, in: partEnd..<entry.span.lowerBound) {
      time.isPartOfYear = true
      time.notes.append(Observation.partOfYearNote)
    }
    lastPeriod = time.periodType
    lastYear = time.year
    return time
  }

  /// 现有执法人员3人: what there is, told among plans; but not 提升现有景区.
  private func tellsHoldings(_ clause: Range<Int>) -> Bool {
    let start = WordList.leading.strippingPrefixes(paragraph.bytes, clause).lowerBound
    return paragraph.bytes.has("现有", at: start)
  }

  /// The several years that a figure at an offset is told for.
  private func yearSpan(before offset: Int) -> YearSpan? {
    guard let span, span.end <= offset else { return nil }
    let sentence = max(span.end, lastSentence)
    return named != nil || words.has(.wholeYear, in: sentence..<offset) ? nil : span.years
  }

  /// Whether a figure told for several years is their sum, or their whole growth, and not where they led to (达到30万元).
  private func isSummed(_ index: Int, _ statement: Statement) -> Bool {
    let entry = paragraph.entries[index]
    guard entry.role == .none, let kind = entry.quantity?.kind, !kind.isLevel else { return false }
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    if kind == .growth || kind == .points || kind == .multiple {
      return !words.has(.prior, in: clause) && !words.has(.yearOnYear, in: clause)
    }
    // 近三年投资总量: a stock word tells of a time only where the years are named elsewhere.
    if words.has(.stock, in: clause), (span?.end ?? 0) <= clause.lowerBound { return false }
    // 人均纯收入15481元, 茶园面积161万亩 are told of the last year.
    if kind != .change, tellsState(statement) || paragraph.plain.first("人均", in: statement.left) != nil { return false }
    let words = WordList.bounds.strippingSuffixes(paragraph.bytes, clause)
    guard WordList.reaching.isSuffix(of: paragraph.bytes, words) else { return true }
    // 五年来投入达4000万元 is a sum, 产值达到4000万元 is not.
    return (span?.end ?? 0) > lastSentence
      && !WordList.levelNouns.isSuffix(of: statement.subject, 0..<statement.nameEnd)
  }

  /// Whether the name of a figure is one of a state (在校学生, 森林覆盖率), and not of how it came about (新增床位).
  private func tellsState(_ statement: Statement) -> Bool {
    let name = 0..<statement.nameEnd
    return WordList.states.isSuffix(of: statement.subject, name)
      && !WordList.additions.occurs(in: statement.subject, name)
      && !WordList.verbs.isPrefix(of: statement.subject, name)
      && !WordList.predicates.isPrefix(of: statement.subject, name)
  }

  /// Whether a figure tells how much there is at a time: by its name, or by 年末 before it in its sentence.
  private func isState(_ index: Int, _ statement: Statement, _ sentence: Range<Int>) -> Bool {
    let entry = paragraph.entries[index]
    guard entry.role == .none, let kind = entry.quantity?.kind else { return false }
    switch kind {
    case .percent: return tellsState(statement) && statement.behind.isEmpty
    case .count, .measure, .money: break
    default: return false
    }
    // 制定标准350项 counts standards, 保障标准800元 is one; 支持市场主体18亿元 went to them.
    if tellsState(statement),
      (kind == .money) == WordList.moneyStates.isSuffix(of: statement.subject, 0..<statement.nameEnd)
    {
      return true
    }
    let bytes = paragraph.bytes
    guard let end = words.first(.yearEnd, in: sentence),
      !words.has(.wholeYear, in: end.upperBound..<sentence.upperBound),
      // 比上年末, 年底前
      end.lowerBound == sentence.lowerBound || !bytes.range(sentence.lowerBound..<end.lowerBound, endsWith: "上"),
      !WordList.dateEdges.isPrefix(of: bytes, end.upperBound..<bytes.count)
    else { return false }
    let left = WordList.leading.strippingPrefixes(paragraph.plain, statement.left)
    return !WordList.verbs.isPrefix(of: paragraph.plain, left)
      && !WordList.additions.isPrefix(of: paragraph.plain, left)
      && !WordList.predicates.isPrefix(of: paragraph.plain, left)
  }

  /// 全年累计, 2023年累计: a total of one year.
  private func tellsOneYear(_ sentence: Range<Int>) -> Bool {
    if words.has(.wholeYear, in: sentence) { return true }
    guard let named, !named.isDeadline else { return false }
    return !words.has(.stock, in: sentence)
      && !WordList.dateEdges.isPrefix(of: paragraph.bytes, named.end..<paragraph.bytes.count)
  }

  /// 开园以来，接待游客700万人次: the sum since a time that is no year; but 今年以来 is the year's own.
  private func isSince(_ index: Int, _ statement: Statement) -> Bool {
    let bytes = paragraph.bytes
    let sentence = paragraph.places[index].sentenceStart..<paragraph.entries[index].span.lowerBound
    guard named == nil, let since = bytes.last("以来", in: sentence), isSummed(index, statement),
      !words.has(.wholeYear, in: since.upperBound..<sentence.upperBound),
      // 有记录以来最高, 有气象记录以来极为罕见的旱灾
      !WordList.superlatives.isPrefix(of: bytes, since.upperBound..<bytes.count)
    else { return false }
    return !WordList.seasons.isSuffix(of: bytes, sentence.lowerBound..<since.lowerBound)
  }

  /// 累计接待游客300万人次、增长8%, 累计接待游客300万人次、收入3亿元，分别增长8%、9%: what grew within a year is the year's.
  private func growsOverYear(_ index: Int) -> Bool {
    guard paragraph.entries[index].quantity?.kind != .growth else { return false }
    var last = index
    for _ in 0..<Self.mostListed {
      let next = paragraph.places[last].next
      guard next >= 0 else { return false }
      let between = paragraph.entries[last].span.upperBound..<paragraph.entries[next].span.lowerBound
      guard paragraph.entries[next].quantity?.kind == .growth else {
        last = next
        continue
      }
      return between.count <= 27 && (last == index || paragraph.bytes.first("分别", in: between) != nil)
        && (paragraph.bytes.first("增长", in: between) != nil || paragraph.bytes.first("下降", in: between) != nil
          || words.has(.yearOnYear, in: between))
    }
    return false
  }

  /// How many figures of a list are looked at for the growths behind it.
  private static let mostListed = 4

  /// 比2002年增长65.5%, 与2000年相比，增长57.3%: a change over more than a year.
  private func isAgainstEarlierYear(_ index: Int, _ year: Int?) -> Bool {
    guard let base, let year, year - base.year > 1 else { return false }
    switch paragraph.entries[index].quantity?.kind {
    case .growth, .points, .multiple, .change: break
    default: return false
    }
    let clauseStart = paragraph.places[index].clauseStart
    if base.end >= clauseStart || base.opens && paragraph.clauseEnd(of: base.end) >= clauseStart - 3 { return true }
    // 比2002年增长65.5%；财政收入增长1.7倍: the sentence goes on with the growths over the same years.
    let between = base.end..<paragraph.entries[index].span.lowerBound
    return base.end >= paragraph.places[index].sentenceStart && named.map { $0.end < base.end } ?? true
      && ![.prior, .yearOnYear, .wholeYear].contains { words.has($0, in: between) }
  }

  /// 去年 in a work report, which is given when the year reported on is over.
  private func isLastYearReported(_ prior: Range<Int>) -> Bool {
    identity.kind == .workReport && paragraph.bytes.range(prior, startsWith: "去年")
      && !paragraph.bytes.range(prior, endsWith: "同期")
  }

  /// 由2002年7703元增加到: the year named right before a value where a change starts.
  private func yearOfStart(_ index: Int) -> Int? {
    let start = paragraph.places[index].clauseStart
    let before = paragraph.entries[..<index].reversed().prefix { $0.span.lowerBound >= start }
    return before.first { $0.numeralClass == .date && $0.rule == .calendarDate }?.calendarYear
  }

  /// 由上年增长5.6%，减为增长1.2%: whether the next clause tells what a growth turned into.
  private func leadsOn(_ index: Int, _ clause: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    guard bytes.first("由", in: clause) != nil else { return false }
    let end = paragraph.places[index].clauseEnd
    return bytes.has("，", at: end) && WordList.turns.isPrefix(of: bytes, end + 3..<bytes.count)
  }

  /// 对2022年已办结的15份案卷: the year belongs to a clause in front of the noun and not to the figure.
  private func isAttribute(_ index: Int, _ end: Int) -> Bool {
    let start = paragraph.entries[index].span.lowerBound
    guard end <= start, paragraph.places[index].clauseStart <= end else { return false }
    return paragraph.bytes.range(end..<start, endsWith: "的") && words.has(.done, in: end..<start)
  }

  /// The year of a figure that others are compared with: 比上年的721件减少54件, 较2019年的16.8%.
  private func referenceYear(_ index: Int, _ clause: Range<Int>) -> Int? {
    let bytes = paragraph.bytes
    guard bytes.range(clause, endsWith: "的") else { return nil }
    if let baseYear, let word = words.first(.prior, in: clause), word.upperBound + "的".utf8.count == clause.upperBound,
      WordList.comparisons.isSuffix(of: bytes, clause.lowerBound..<word.lowerBound)
    {
      return (isPlan ? identity.year ?? baseYear : baseYear) - 1
    }
    guard index > 0, case let date = paragraph.entries[index - 1], date.numeralClass == .date,
      date.rule == .calendarDate,
      date.span.upperBound + "的".utf8.count == clause.upperBound, date.span.lowerBound > clause.lowerBound,
      WordList.comparisons.isSuffix(of: bytes, clause.lowerBound..<date.span.lowerBound)
    else { return nil }
    return date.calendarYear
  }

  /// The word for last year in a clause, if it stands there otherwise than in a comparison (比上年增长).
  private func priorWord(in clause: Range<Int>) -> Range<Int>? {
    guard let word = words.first(.prior, in: clause),
      !WordList.comparing.isSuffix(of: paragraph.bytes, clause.lowerBound..<word.lowerBound),
      !WordList.naming.occurs(in: paragraph.bytes, word.upperBound..<clause.upperBound)
    else { return nil }
    return word
  }

  /// 去年，…: the word for last year with which a sentence opens.
  private func priorOpening(of sentence: Range<Int>) -> Range<Int>? {
    guard let word = words.first(.prior, in: sentence), word.lowerBound == sentence.lowerBound,
      paragraph.bytes.has("，", at: word.upperBound), !words.has(.thisYear, in: sentence)
    else { return nil }
    return word
  }

  /// 入选工信部首批100个集群: how many are in, of which this is one.
  private func isOfAllMembers(_ clause: Range<Int>) -> Bool {
    guard WordList.batches.isSuffix(of: paragraph.bytes, clause),
      let membership = WordList.memberships.first(in: paragraph.bytes, clause)
    else { return false }
    return membership.upperBound < clause.upperBound
  }

  /// A figure of the whole country or province in a report from below.
  private func isOfOthers(_ statement: Statement, _ entry: LedgerEntry) -> Bool {
    guard let level, level != .national, entry.quantity?.kind != .rank
    else { return false }
    let left = WordList.leading.strippingPrefixes(paragraph.plain, statement.left)
    let (wider, inWider, widerHas): (WordList, WordList, WordList) =
      level == .province
      ? (.nationwide, .inNationwide, .nationwideHas) : (.provincewide, .inProvincewide, .provincewideHas)
    return wider.contains(paragraph.plain, left) || inWider.isSuffix(of: paragraph.plain, left)
      || widerHas.isPrefix(of: paragraph.plain, left)
  }
}

extension QuantityKind {
  /// Whether figures of the kind hold at a time and don't add up over years.
  fileprivate var isLevel: Bool {
    switch self {
    case .percent, .rank, .ratio, .duration: true
    default: false
    }
  }
}
