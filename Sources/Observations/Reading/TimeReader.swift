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
  /// The year named last, and where it ends.
  private var named: (year: Int, end: Int, isDeadline: Bool)?
  private var lastSentence = -1
  /// The period of the figure before.
  private var lastPeriod = PeriodType.flow

  /// What a figure's place tells of its time.
  struct Time {
    var year: Int?
    var status: Status
    var periodType: PeriodType
    var notes: [String]
  }

  init(_ paragraph: Paragraph, _ sections: SectionTree, _ identity: ReportIdentity) {
    self.paragraph = paragraph
    self.identity = identity
    words = TimeWordPlaces(paragraph.bytes)
    isPlan = sections.isPlan || Self.opensWithAims(paragraph)
    if let heading = sections.year {
      baseYear = heading
    } else if sections.isPlan, identity.kind != .plan {
      baseYear = identity.year.map { $0 + 1 }
    } else {
      baseYear = identity.year
    }
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
      if !WordList.continuing.isPrefix(of: paragraph.bytes, sentence..<paragraph.bytes.count) { named = nil }
      lastSentence = sentence
    }
    switch paragraph.entries[index].numeralClass {
    case .listMarker: named = nil
    case .date: name(index)
    default: break
    }
  }

  private mutating func name(_ index: Int) {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    guard let year = entry.calendarYear else { return }
    // 比2002年增长: the year compared with.
    let before = paragraph.places[index].clauseStart..<entry.span.lowerBound
    if WordList.bases.isSuffix(of: bytes, before) { return }
    // 2018年11月起, 2020年以来: where something began is not its year.
    var tail = entry.span.upperBound
    while tail < bytes.count, Self.goesOnWithDate(bytes, at: tail) { tail = bytes.offset(of: 1, from: tail) }
    if WordList.beginnings.isPrefix(of: bytes, tail..<bytes.count) { return }
    named = (year, entry.span.upperBound, WordList.deadlines.contains(bytes, bytes.withoutBlanks(before)))
  }

  private static func goesOnWithDate(_ bytes: [UInt8], at offset: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) || bytes.has("年", at: offset)
      || bytes.has("月", at: offset) || bytes.has("日", at: offset)
  }

  /// Year and status of the figure at `index`.
  mutating func time(of index: Int, _ statement: Statement) -> Time {
    let entry = paragraph.entries[index]
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    let sentence = paragraph.places[index].sentenceStart..<entry.span.lowerBound
    var time = Time(year: baseYear, status: isPlan ? .target : .actual, periodType: .flow, notes: [])
    if isPlan { time.notes.append("所在部分为计划或目标") }
    if isPlan, identity.kind != .plan, words.has(.present, in: sentence), !words.has(.future, in: sentence) {
      time.status = .actual
      time.year = identity.year
      time.notes.append("现状")
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
    if !isPlan, let aim = words.first(.aim, in: clause), !words.has(.past, in: clause) {
      time.status = .target
      time.notes.append("“\(paragraph.string(aim))”表示目标")
    }
    if entry.role == .none, let year = referenceYear(index, clause) {
      time.year = year
      time.status = .prior
      time.notes.append("用来比较的\(year)年数字")
    } else if entry.quantity?.kind != .growth, let baseYear, let prior = priorWord(in: clause) {
      time.year = (isPlan ? identity.year ?? baseYear : baseYear) - 1
      time.status = .prior
      time.notes.append("“\(paragraph.string(prior))”的数字")
    }
    switch entry.role {
    case .before:
      time.status = .before
      if let year = yearOfStart(index) {
        time.year = year
      } else if let baseYear, words.has(.prior, in: clause) {
        time.year = baseYear - 1
      }
      time.notes.append("变化前的数值")
    case .after: time.notes.append("变化后的数值")
    case .none: break
    }
    if isOfOthers(statement, entry) || entry.quantity?.kind == .count && isOfAllMembers(clause) {
      time.status = .other
      time.notes.append("上级或其他机关的数字")
    }
    if words.has(.cumulative, in: clause) || words.has(.periods, in: sentence)
      || statement.isContinued && lastPeriod == .cumulative
      || paragraph.bytes.range(clause, endsWith: "连续")
    {
      time.periodType = .cumulative
    } else if words.has(.stock, in: clause) {
      time.periodType = .stock
    }
    lastPeriod = time.periodType
    return time
  }

  /// 由2002年7703元增加到: the year named right before a value where a change starts.
  private func yearOfStart(_ index: Int) -> Int? {
    let start = paragraph.places[index].clauseStart
    let before = paragraph.entries[..<index].reversed().prefix { $0.span.lowerBound >= start }
    return before.first { $0.numeralClass == .date && $0.rule == .calendarDate }?.calendarYear
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

  /// 入选工信部首批100个集群: how many are in, of which this is one.
  private func isOfAllMembers(_ clause: Range<Int>) -> Bool {
    guard WordList.batches.isSuffix(of: paragraph.bytes, clause),
      let membership = WordList.memberships.first(in: paragraph.bytes, clause)
    else { return false }
    return membership.upperBound < clause.upperBound
  }

  /// A figure of the whole country or province in a report from below.
  private func isOfOthers(_ statement: Statement, _ entry: LedgerEntry) -> Bool {
    guard let level = identity.agency?.division?.level ?? (identity.kind == .workReport ? .prefecture : nil),
      level != .national, entry.quantity?.kind != .rank
    else { return false }
    let left = WordList.leading.strippingPrefixes(paragraph.plain, statement.left)
    let (wider, inWider, widerHas): (WordList, WordList, WordList) =
      level == .province
      ? (.nationwide, .inNationwide, .nationwideHas) : (.provincewide, .inProvincewide, .provincewideHas)
    return wider.contains(paragraph.plain, left) || inWider.isSuffix(of: paragraph.plain, left)
      || widerHas.isPrefix(of: paragraph.plain, left)
  }
}

extension LedgerEntry {
  /// The year of a calendar date; `nil` for anything else and for a day or month alone.
  fileprivate var calendarYear: Int? {
    guard rule == .calendarDate, let value = value?.floor, (1950...2100).contains(value) else { return nil }
    return Int(value)
  }
}
