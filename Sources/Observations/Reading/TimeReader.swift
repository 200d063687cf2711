import Quantities
import ReportText

/// Finds the year and the status of each figure of a paragraph.
///
/// The year is that of the nearest heading that names one, else the report's; a year named in the sentence before the
/// figure outranks both until the sentence or the list item ends. A plan section, a verb of aim and a future year make a
/// target; 去年 and an earlier year a quotation.
struct TimeReader {
  private let paragraph: ParagraphReader
  private let baseYear: Int?
  private let isPlan: Bool
  /// The year named last, and where its reach ends.
  private var named: (year: Int, end: Int, isDeadline: Bool)?
  private var lastSentence = -1

  /// What a figure's place tells of its time.
  struct Time {
    var year: Int?
    var status: Status
    var periodType: PeriodType
    var notes: [String]
  }

  private static let aimWords = WordList("力争 确保 争取在 力求 目标任务是 预期目标 主要目标 计划到 有望")
  private static let presentWords = WordList("目前 当前 现有 现已")
  private static let aimHeads = WordList("目标是 预期目标 主要目标")
  private static let done = WordList("已")
  private static let pastWords = WordList("已 完成了 实现了 累计")
  private static let stockWords = WordList("共有 总量 总数 现有 拥有 保有量 余额 截至 截止 在册 总人口")
  private static let priorWords = WordList("去年 上年 上年度 去年同期 上年同期")
  /// Before a word for last year: it is compared with or named on the way.
  private static let comparing = WordList("比 较 同 与 是 和 对 为 在")
  /// Behind it: 在上年大幅下降基础上, 去年报告确定的.
  private static let naming = WordList("基础 确定 的 水平")
  /// With a later year than the report's: what is still to be done.
  private static let futureWords = WordList("计划 将 拟 预计 打算 力争 确保", keeping: "科技计划 年度计划 计划项目 将近")
  /// Before a year that something is compared with or starts from.
  private static let bases = WordList("比 较 与 同 从 由 自 是 为 相当于")
  /// Behind a year since which something holds.
  private static let beginnings = WordList("起 以来 前 之前 开始")
  /// Before a year by which something is to be done.
  private static let deadlines = WordList("到 至 力争到 力争在 计划到 确保到 争取到 争取在")
  /// 全国, 在全国 right before a figure, 全国共有 at its statement's start: a figure of a wider field.
  private struct WiderFields {
    let exactly: WordList
    let behindIn: WordList
    let having: WordList

    init(_ names: [String]) {
      exactly = WordList(names.joined(separator: " "))
      behindIn = WordList(names.map { "在" + $0 }.joined(separator: " "))
      having = WordList(names.map { $0 + "共有" }.joined(separator: " "))
    }
  }

  private static let fieldsAboveProvince = WiderFields(["全国", "全球"])
  private static let fieldsAbove = WiderFields(["全国", "全省", "全球"])
  private static let cumulative = WordList("累计 五年来 连续")
  /// Sentences that go on with the money of what was said before.
  private static let continuing = WordList("投入 其中 安排 拨付 下达")

  init(_ paragraph: ParagraphReader) {
    self.paragraph = paragraph
    isPlan = paragraph.sections.isPlan || Self.opensWithAims(paragraph)
    let reportYear = paragraph.identity.year
    if let heading = paragraph.sections.year {
      baseYear = heading
    } else if paragraph.sections.isPlan, paragraph.identity.kind != .plan {
      baseYear = reportYear.map { $0 + 1 }
    } else {
      baseYear = reportYear
    }
  }

  /// 主要预期目标是：… at the head of a paragraph.
  private static func opensWithAims(_ paragraph: ParagraphReader) -> Bool {
    guard let colon = paragraph.boundaries.first(where: { $0.cue == .colon }), colon.start < 90 else { return false }
    let head = paragraph.string(0..<colon.start)
    return aimHeads.first(in: head) != nil
  }

  /// Takes an entry into account that comes before the figures behind it.
  mutating func pass(_ entry: LedgerEntry) {
    let sentence = paragraph.sentenceStart(of: entry.span.lowerBound)
    if sentence != lastSentence {
      let opening = paragraph.string(sentence..<min(sentence + 12, paragraph.bytes.count).alignedDown(paragraph.bytes))
      if !Self.continuing.isPrefix(of: opening) { named = nil }
      lastSentence = sentence
    }
    switch entry.numeralClass {
    case .listMarker: named = nil
    case .date: name(entry)
    default: break
    }
  }

  private mutating func name(_ entry: LedgerEntry) {
    guard let value = entry.value?.floor, (1950...2100).contains(value), entry.rule == .calendarDate else { return }
    // 比2002年增长: the year compared with.
    let before = paragraph.string(paragraph.clauseStart(of: entry.span.lowerBound)..<entry.span.lowerBound)
    if Self.bases.isSuffix(of: before) { return }
    let behind = paragraph.string(
      entry.span.upperBound..<min(entry.span.upperBound + 30, paragraph.bytes.count).alignedDown(paragraph.bytes))
    // 2018年11月起, 2020年以来: where something began is not its year.
    let tail = behind.drop { $0.isNumber || "年月日".contains($0) }
    if Self.beginnings.isPrefix(of: tail) { return }
    let isDeadline = Self.deadlines.contains(before.drop(while: \.isWhitespace))
    named = (Int(value), entry.span.upperBound, isDeadline)
  }

  /// Year and status of the figure at `index`.
  func time(of index: Int, _ statement: Statement) -> Time {
    let entry = paragraph.entries[index]
    var time = Time(year: baseYear, status: isPlan ? .target : .actual, periodType: .flow, notes: [])
    if isPlan {
      time.notes.append("所在部分为计划或目标")
    }
    let clause = paragraph.string(paragraph.clauseStart(of: entry.span.lowerBound)..<entry.span.lowerBound)
    let sentence = paragraph.string(paragraph.sentenceStart(of: entry.span.lowerBound)..<entry.span.lowerBound)
    if isPlan, paragraph.identity.kind != .plan, Self.presentWords.first(in: sentence) != nil,
      Self.futureWords.first(in: sentence) == nil
    {
      time.status = .actual
      time.year = paragraph.identity.year
      time.notes.append("现状")
    }
    if let named, !isAttribute(entry, named.end) {
      time.year = named.year
      time.notes.append("句中写明\(named.year)年")
      if isPlan, let baseYear, named.year < baseYear {
        time.status = .actual
        time.notes.append("早于计划年份，是已有结果")
      }
      if let baseYear, named.year > baseYear, named.isDeadline || Self.futureWords.first(in: sentence) != nil {
        time.status = .target
      }
    }
    if !isPlan, let aim = Self.aimWords.first(in: clause),
      Self.pastWords.first(in: clause) == nil
    {
      time.status = .target
      time.notes.append("“\(aim)”表示目标")
    }
    if entry.quantity?.kind != .growth, let baseYear, let prior = quotedYear(in: clause) {
      time.year = (isPlan ? paragraph.identity.year ?? baseYear : baseYear) - 1
      time.status = .prior
      time.notes.append("“\(prior)”的数字")
    }
    switch entry.role {
    case .before:
      time.status = .before
      if let year = yearOfStart(entry) { time.year = year }
      time.notes.append("变化前的数值")
    case .after: time.notes.append("变化后的数值")
    case .none: break
    }
    if isOfOthers(statement, entry) {
      time.status = .other
      time.notes.append("上级或其他机关的数字")
    }
    if Self.cumulative.first(in: sentence) != nil {
      time.periodType = .cumulative
    } else if Self.stockWords.first(in: clause) != nil {
      time.periodType = .stock
    }
    return time
  }

  /// 由2002年7703元增加到: the year named right before a value where a change starts.
  private func yearOfStart(_ entry: LedgerEntry) -> Int? {
    let start = paragraph.clauseStart(of: entry.span.lowerBound)
    let first = paragraph.entries.partitioningIndex { $0.span.lowerBound >= start }
    let end = paragraph.entries.partitioningIndex { $0.span.lowerBound >= entry.span.lowerBound }
    let date = paragraph.entries[first..<max(first, end)].last { $0.numeralClass == .date && $0.rule == .calendarDate }
    return date?.value?.floor.flatMap { (1950...2100).contains($0) ? Int($0) : nil }
  }

  /// 对2022年已办结的15份案卷: the year belongs to a clause in front of the noun and not to the figure.
  private func isAttribute(_ entry: LedgerEntry, _ end: Int) -> Bool {
    guard end <= entry.span.lowerBound, paragraph.clauseStart(of: entry.span.lowerBound) <= end else { return false }
    let between = paragraph.string(end..<entry.span.lowerBound)
    return between.hasSuffix("的") && Self.done.first(in: between) != nil
  }

  /// The word for last year in a clause, if it stands there otherwise than in a comparison (比上年增长).
  private func quotedYear(in clause: String) -> Substring? {
    guard let word = Self.priorWords.first(in: clause), !Self.comparing.isSuffix(of: clause[..<word.startIndex]),
      Self.naming.first(in: clause[word.endIndex...]) == nil
    else { return nil }
    return word
  }

  /// A figure of the whole country or province in a report from below.
  private func isOfOthers(_ statement: Statement, _ entry: LedgerEntry) -> Bool {
    guard
      let level = paragraph.identity.agency?.division?.level
        ?? (paragraph.identity.kind == .workReport ? .prefecture : nil),
      level != .national, entry.quantity?.kind != .rank
    else { return false }
    let left = SubjectWords.leading.strippingPrefixes(statement.left[...])
    let fields = level == .province ? Self.fieldsAboveProvince : Self.fieldsAbove
    return fields.exactly.contains(left) || fields.behindIn.isSuffix(of: left) || fields.having.isPrefix(of: left)
  }
}

extension Int {
  /// The nearest offset at or below this one where a character starts.
  fileprivate func alignedDown(_ bytes: [UInt8]) -> Int {
    var at = self
    while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}
