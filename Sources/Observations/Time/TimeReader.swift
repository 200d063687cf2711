import Quantities
import ReportText

/// Finds the year and the status of each figure of a paragraph: rules state what they know of it (`TimeFact`), and of what they
/// state the one that outranks the others holds (`TimeRule`).
struct TimeReader {
  let paragraph: Paragraph
  let identity: ReportIdentity
  let frame: Frame
  let words: WordPlaces
  /// Whose level the figures of the report are of; `nil` if it isn't known.
  private let level: Division.Level?
  /// The year named last.
  var named: NamedYear?
  /// Years in a row, for 分别.
  private var list: YearList?
  /// Several years told of together, where their name ends, and whether they hold for the whole paragraph.
  var span: (years: YearSpan, end: Int, holdsOn: Bool)?
  /// The year that a change is told against, where it ends, and whether the clause behind tells the change.
  var base: (year: Int, end: Int, opens: Bool)?
  /// Where 过去一年 ends, which turns plans into results until another year is told of.
  private var lookBackEnd: Int?
  /// Some months of the year, and where their name ends.
  private var months: (months: MonthSpan, end: Int)?
  /// Where a name of months ends that a change is told against: 比一季度回落17个百分点.
  private var monthsCompared: Int?
  var lastSentence = -1
  /// The period and the year of the figure before.
  private var lastPeriod = PeriodType.flow
  private var lastYear: Int?

  /// What a figure's place tells of its time.
  struct Time {
    var year: Int?
    var status: Status
    var periodType: PeriodType
    /// The months that it holds for, if they aren't the year.
    var months: MonthSpan?
    /// Whether it is a change against some months, and so none of the year's.
    var isAgainstMonths = false
    /// How sure year and status are.
    var confidence: ReportIdentity.Confidence
    var notes: [String]

    /// Whether it is of some months or against some.
    var isOfSomeMonths: Bool { months != nil || isAgainstMonths }
  }

  init(_ paragraph: Paragraph, _ frame: Frame, _ identity: ReportIdentity) {
    self.paragraph = paragraph
    self.identity = identity
    self.frame = frame
    words = paragraph.words
    level = identity.agency?.division?.level ?? (identity.kind == .workReport ? .prefecture : nil)
    span = frame.span.map { ($0, 0, true) }
  }

  // MARK: - Times named before a figure

  /// Takes an entry into account that comes before the figures behind it.
  mutating func pass(_ index: Int) {
    enterSentence(paragraph.places[index].sentenceStart)
    let entry = paragraph.entries[index]
    switch entry.numeralClass {
    case .listMarker: named = nil
    case .date, .ordinal:
      if entry.numeralClass == .date { takeList(index) }
      if let years = YearSpan(of: index, in: paragraph, year: identity.year, isPlan: frame.isPlan) {
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

  private mutating func enterSentence(_ sentence: Int) {
    guard sentence != lastSentence else { return }
    lastSentence = sentence
    list = nil
    if WordList.continuing.isPrefix(of: paragraph.bytes, sentence..<paragraph.bytes.count) {
      // 立项2021年项目39项。投入经费150万元: the sentence goes on with what was told before.
      named?.reach = paragraph.sentenceEnd(of: sentence)
      return
    }
    named = nil
    (months, monthsCompared) = (nil, nil)
    if span?.holdsOn != true { span = frame.span.map { ($0, 0, true) } }
  }

  private mutating func takeList(_ index: Int) {
    if list?.add(index, in: paragraph) == true { return }
    guard index > 0, let two = YearList(index - 1, index, in: paragraph) else { return }
    list = two
  }

  private mutating func name(_ index: Int) {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    let before = paragraph.places[index].clauseStart..<entry.span.lowerBound
    guard let year = paragraph.year(of: index) else { return nameMonths(index, before) }
    if index > 0, paragraph.isRange(index - 1, index) { return }
    // 恢复到2019年的108%, 是2014年的3倍: what is compared with, and nothing else.
    if isBaseOfRatio(index, before) { return }
    // 比2002年增长: the year compared with.
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
    named = NamedYear(year, at: index, in: paragraph, isLater: identity.year.map { year > $0 + 1 } ?? false)
    (span, months, lookBackEnd) = (nil, nil, nil)
    if let found = bytes.monthSpan(at: entry.span.upperBound, isUpTo: isUpTo(before)) { months = found }
  }

  /// 过去一年, 一季度, 前10个月, 1—9月, 12月.
  private mutating func nameMonths(_ index: Int, _ before: Range<Int>) {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    if entry.rule == .timeWindow, entry.value == ExactDecimal(digits: 1),
      WordList.lookBacks.isSuffix(of: bytes, before)
    {
      lookBackEnd = entry.span.upperBound
    }
    if let months, entry.span.lowerBound < months.end { return }
    // The words before a number that say which months it tells: 上, 下, 前, 第.
    let lead = bytes.range(before, endsWithAny: ["上", "下", "前", "第"]) ? 3 : 0
    let clause = before.lowerBound..<before.upperBound - lead
    guard let found = bytes.monthSpan(at: clause.upperBound, isUpTo: isUpTo(clause)) else { return }
    // A month alone tells the time where it opens its clause: 12月新增…; but 建成6月开工的项目.
    let isAlone = found.months.first == found.months.last && !isUpTo(clause)
    guard !isAlone || WordList.leading.strippingPrefixes(bytes, clause).isEmpty else { return }
    // 比上半年增长, 较一季度提高: what is compared with.
    if WordList.bases.isSuffix(of: bytes, clause), !isUpTo(clause) {
      monthsCompared = found.end
    } else {
      months = found
      // 2020年疫情最吃紧的1至4月，…: the months are that year's.
      if let named, named.end > before.lowerBound, WordList.topicMarks.isPrefix(of: bytes, found.end..<bytes.count) {
        self.named?.reach = paragraph.sentenceEnd(of: found.end)
      }
    }
  }

  private func isUpTo(_ before: Range<Int>) -> Bool { WordList.upTo.isSuffix(of: paragraph.bytes, before) }

  /// 恢复到2019年的108%, 相当于2015年同期的2.4倍: the year that a share or multiple is of.
  private func isBaseOfRatio(_ index: Int, _ before: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    let next = paragraph.places[index].next
    guard next >= 0, let kind = paragraph.entries[next].quantity?.kind, kind == .percent || kind == .multiple,
      !WordList.comparisons.isSuffix(of: bytes, before)
    else { return false }
    let yearEnd = bytes.behindYear(from: paragraph.entries[index].span.upperBound)
    let figure = paragraph.entries[next].span.lowerBound
    guard yearEnd <= figure else { return false }
    let between = yearEnd..<figure
    return WordList.trailing.strippingSuffixes(bytes, WordList.baseTails.strippingPrefixes(bytes, between)).isEmpty
      && bytes.first("的", in: between) != nil
  }

  // MARK: - Year and status of a figure

  /// Year and status of the figure at `index`.
  mutating func time(of index: Int, _ statement: Statement) -> Time {
    let entry = paragraph.entries[index]
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    let sentence = paragraph.places[index].sentenceStart..<entry.span.lowerBound
    let years = yearSpan(before: entry.span.lowerBound)
    var board = TimeBoard()
    board.state(TimeFact(rule: .frame, year: .some(frame.year), status: frame.isPlan ? .target : .actual))
    stateAmongPlans(index, clause, sentence, &board)
    stateNamed(index, sentence, &board)
    if let years { stateSpan(years, &board) }
    stateListed(index, &board)
    stateAims(index, clause, statement, &board)
    statePrior(index, clause, sentence, &board)
    stateChange(index, clause, isOfSpan: years != nil, &board)
    if isOfOthers(statement, entry) || entry.quantity?.kind == .count && isOfAllMembers(clause) {
      board.state(TimeFact(rule: .others, status: .other))
    }
    if frame.kind == .notes { board.state(TimeFact(rule: .notes, status: .other)) }
    var time = Time(
      year: board.year?.year ?? nil, status: board.status?.status ?? .actual, periodType: .flow,
      confidence: confidence(board), notes: board.notes)
    if isCumulative(index, statement, years, time.year) {
      time.periodType = .cumulative
    } else if words.has(.stock, in: clause) || isState(index, statement, sentence) {
      time.periodType = .stock
    }
    if let part = months ?? frame.months.map({ (months: $0, end: 0) }), part.end <= entry.span.lowerBound,
      !words.has(.wholeYear, in: part.end..<entry.span.lowerBound),
      // 6月开工的泵站有3座: the month is the thing's.
      part.months.first < part.months.last
        || paragraph.bytes.first("的", in: part.end..<entry.span.lowerBound) == nil
    {
      time.months = part.months
      time.notes.append(Observation.partOfYearNote)
    }
    time.isAgainstMonths = monthsCompared.map { $0 >= clause.lowerBound && $0 <= clause.upperBound } ?? false
    lastPeriod = time.periodType
    lastYear = time.year
    return time
  }

  /// How sure year and status are: what the figure's own sentence tells is, what follows from the stretch is as sure as that.
  private func confidence(_ board: TimeBoard) -> ReportIdentity.Confidence {
    var confidence = ReportIdentity.Confidence.high
    if board.year?.rule == .frame || board.status?.rule == .frame { confidence = min(confidence, frame.confidence) }
    switch board.year?.rule {
    case .named, .listed, .reference: break
    default: confidence = min(confidence, identity.yearConfidence ?? .low)
    }
    return confidence
  }

  /// What is told among plans of the present and of the year that is over.
  private func stateAmongPlans(_ index: Int, _ clause: Range<Int>, _ sentence: Range<Int>, _ board: inout TimeBoard) {
    guard frame.isPlan else { return }
    let start = paragraph.entries[index].span.lowerBound
    if identity.kind != .plan, tellsPresent(index, clause, sentence) {
      board.state(TimeFact(rule: .present, year: .some(identity.year), status: .actual))
    } else if tellsDone(clause) {
      board.state(TimeFact(rule: .present, year: .some(identity.resultsYear), status: .actual))
    } else if let lookBackEnd, !words.has(.thisYear, in: lookBackEnd..<start) {
      board.state(TimeFact(rule: .lookBack, year: .some(identity.year), status: .actual))
    }
  }

  /// 已与6家金融机构签订协议: what is done, told among plans; but 力争已….
  private func tellsDone(_ clause: Range<Int>) -> Bool {
    guard let past = words.first(.past, in: clause), paragraph.bytes.has("已", at: past.lowerBound) else { return false }
    return !words.has(.future, in: clause) && !words.has(.order, in: clause)
  }

  /// 我市现有企业320家, 依托已建成的4个开发区; and 目前, with which a sentence opens, up to the first word of order.
  private func tellsPresent(_ index: Int, _ clause: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if words.has(.future, in: clause) { return false }
    if words.has(.present, in: clause) || tellsHoldings(index, clause) { return true }
    guard let word = words.first(.present, in: sentence) else { return false }
    let opens = WordList.leading.strippingPrefixes(paragraph.bytes, sentence.lowerBound..<word.lowerBound).isEmpty
    return opens && !words.has(.order, in: word.upperBound..<sentence.upperBound)
      && !words.has(.future, in: word.upperBound..<sentence.upperBound)
  }

  private func stateNamed(_ index: Int, _ sentence: Range<Int>, _ board: inout TimeBoard) {
    let start = paragraph.entries[index].span.lowerBound
    guard let named = named(at: start) ?? sameYear(index, sentence), !isAttribute(index, named.end) else { return }
    // 持续推进2023年棚改480户: what is still to be done keeps the name of the year in which it was begun.
    if frame.isPlan, named.isOfObject, let year = frame.year, named.year < year { return }
    var fact = TimeFact(rule: .named, year: named.year, words: String(named.year))
    if let year = frame.year, frame.isPlan, named.year < year, !words.has(.future, in: sentence) {
      fact.status = .actual
    }
    if let year = frame.year, named.year > year,
      named.isDeadline || words.has(.future, in: sentence) || named.year > year + 1
    {
      fact.status = .target
    }
    board.state(fact)
  }

  /// 2019年试行改革，当年化解6120件: the year that the sentence named before.
  private func sameYear(_ index: Int, _ sentence: Range<Int>) -> NamedYear? {
    let clause = paragraph.places[index].clauseStart..<sentence.upperBound
    guard let named, named.end > sentence.lowerBound, named.end <= clause.lowerBound else { return nil }
    return paragraph.bytes.range(clause, startsWith: "当年") ? named : nil
  }

  private func stateSpan(_ years: YearSpan, _ board: inout TimeBoard) {
    var fact = TimeFact(rule: .severalYears, year: years.last.map { .some($0) })
    if years.isAhead { fact.status = .target }
    if frame.isPlan, let year = frame.year, let last = years.last, last < year { fact.status = .actual }
    board.state(fact)
  }

  private func stateListed(_ index: Int, _ board: inout TimeBoard) {
    guard let list, let year = list.year(of: index, in: paragraph) else { return }
    let isOver = identity.year.map { year <= $0 } ?? false
    board.state(TimeFact(rule: .listed, year: year, status: isOver ? .actual : nil))
  }

  /// Words of aim among results, and money that was planned.
  private func stateAims(_ index: Int, _ clause: Range<Int>, _ statement: Statement, _ board: inout TimeBoard) {
    if let fact = paragraph.facts.fact(.status, of: index), case .status(let status, let rule) = fact.value,
      !frame.isPlan || rule != .aim
    {
      board.state(TimeFact(rule: rule, status: status, words: fact.words.map(paragraph.string)))
    }
    let sentence = paragraph.places[index].sentenceStart..<clause.upperBound
    if !frame.isPlan, let word = words.first(.later, in: sentence),
      !words.has(.past, in: word.upperBound..<clause.upperBound),
      words.has(.future, in: word.upperBound..<clause.upperBound)
        || words.has(.order, in: word.upperBound..<clause.upperBound)
    {
      // 还有大班额学校14所，下一步将新建3所: the sentence goes on with what is to be done.
      board.state(
        TimeFact(
          rule: .aim, year: identity.year.map { $0 + 1 }, status: .target, words: paragraph.string(word)))
    }
    if frame.isOfBudget, paragraph.entries[index].quantity?.kind == .money, !words.has(.prior, in: clause),
      !tellsEarlierOutturn(index, clause)
    {
      board.state(TimeFact(rule: .planned, status: .target, words: "预算"))
    }
  }

  /// 2023年预算执行数为130万元 in the budget of 2024: what came of the one before.
  private func tellsEarlierOutturn(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard let named = named(at: paragraph.entries[index].span.lowerBound), let year = frame.year, named.year < year
    else { return false }
    return WordList.outturns.occurs(in: paragraph.bytes, clause)
  }

  private func statePrior(_ index: Int, _ clause: Range<Int>, _ sentence: Range<Int>, _ board: inout TimeBoard) {
    let entry = paragraph.entries[index]
    if paragraph.facts.role(of: index) == .none, let year = referenceYear(index, clause) {
      board.state(TimeFact(rule: .reference, year: year, status: .prior, words: String(year)))
      return
    }
    guard let year = frame.year, let prior = priorWord(in: clause) ?? priorLabel(index) ?? priorOpening(of: sentence)
    else { return }
    // Among plans of a year the year before is the one whose results are told.
    if isLastYearReported(prior) || frame.isPlan && year - 1 == identity.resultsYear {
      board.state(
        TimeFact(
          rule: .lastYearReported, year: .some(identity.resultsYear), status: .actual, words: paragraph.string(prior)))
    } else if entry.quantity?.kind != .growth {
      board.state(TimeFact(rule: .prior, year: year - 1, status: .prior, words: paragraph.string(prior)))
    }
  }

  /// Where changes start, and growths that turn.
  private func stateChange(_ index: Int, _ clause: Range<Int>, isOfSpan: Bool, _ board: inout TimeBoard) {
    let entry = paragraph.entries[index]
    if paragraph.facts.role(of: index) == .before {
      var fact = TimeFact(rule: .start, status: .before)
      if entry.rule == .ratio, index > 0, case let first = paragraph.entries[index - 1],
        paragraph.facts.role(of: index - 1) == .before,
        first.rule == .ratio, paragraph.bytes[first.span.upperBound..<entry.span.lowerBound].count <= 3
      {
        // 由上年的18:37:45: the numbers of one proportion.
        fact.year = .some(lastYear)
      } else if let year = yearOfStart(index) {
        fact.year = year
      } else if isOfSpan {
        // 五年来，由3万亿元增加到8万亿元: of a year that isn't told.
        fact.year = .some(nil)
      } else if let year = frame.year, words.has(.prior, in: clause) {
        fact.year = year - 1
      }
      board.state(fact)
    } else if paragraph.facts.role(of: index) == .none, entry.quantity?.kind == .growth, leadsOn(index, clause) {
      board.state(TimeFact(rule: .turn, status: .before))
    }
  }

  // MARK: - Sums of several years

  private func isCumulative(_ index: Int, _ statement: Statement, _ years: YearSpan?, _ year: Int?) -> Bool {
    let entry = paragraph.entries[index]
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    if list?.year(of: index, in: paragraph) != nil { return false }
    if tellsTotal(index, clause) || years != nil && isSummed(index, statement) { return true }
    if list?.binds(index, in: paragraph) == true, entry.quantity?.kind.isLevel == false { return true }
    if isAgainstEarlierYear(index, year) || isSince(index, statement) || statement.isMean { return true }
    if paragraph.bytes.range(clause, endsWith: "连续") { return true }
    return statement.isContinued && named(at: clause.upperBound) == nil && lastPeriod == .cumulative
      && entry.quantity?.kind.isLevel == false && !words.has(.stock, in: clause)
      && !words.has(.wholeYear, in: clause)
  }

  /// 累计建成40个: a running total; but 全年累计, 2023年累计 and what grew within the year.
  private func tellsTotal(_ index: Int, _ clause: Range<Int>) -> Bool {
    let sentence = paragraph.places[index].sentenceStart..<paragraph.entries[index].span.lowerBound
    return words.has(.cumulative, in: clause) && paragraph.entries[index].quantity?.kind != .growth
      && !tellsOneYear(sentence) && !growsOverYear(index)
  }

  /// 我市现有执法人员3人, 依托已建成的4个园区: what there is, told among plans; but not 提升现有景区.
  private func tellsHoldings(_ index: Int, _ clause: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    if paragraph.entries[index].quantity?.kind == .count, bytes.range(clause, endsWith: "的"),
      words.has(.done, in: clause)
    {
      return true
    }
    let start = WordList.leading.strippingPrefixes(bytes, clause).lowerBound
    return bytes.has("现有", at: WordList.wholeAreas.strippingPrefixes(bytes, start..<clause.upperBound).lowerBound)
  }

  /// The year named last, if it holds at an offset.
  private func named(at offset: Int) -> NamedYear? {
    guard let named, named.end <= offset, offset < named.reach else { return nil }
    // 2023年当年预算执行数: the year that was named.
    let behind = paragraph.bytes.has("当年", at: named.end) ? named.end + "当年".utf8.count : named.end
    guard behind <= offset, !words.has(.thisYear, in: behind..<offset) else { return nil }
    // 2022年列第2，全年新增12家: the year of the report is told again; but 2022年，全年新增12家.
    let isTaken = !named.isTopic && named.year != frame.year && words.has(.wholeYear, in: behind..<offset)
    return isTaken ? nil : named
  }

  /// The several years that a figure at an offset is told for.
  private func yearSpan(before offset: Int) -> YearSpan? {
    guard let span, span.end <= offset else { return nil }
    let sentence = max(span.end, lastSentence)
    return named(at: offset) != nil || words.has(.wholeYear, in: sentence..<offset) ? nil : span.years
  }

  /// Whether a figure told for several years is their sum, or their whole growth, and not where they led to (达到30万元).
  private func isSummed(_ index: Int, _ statement: Statement) -> Bool {
    let entry = paragraph.entries[index]
    guard paragraph.facts.role(of: index) == .none, let kind = entry.quantity?.kind, !kind.isLevel else { return false }
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
    guard paragraph.facts.role(of: index) == .none, let kind = entry.quantity?.kind else { return false }
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
    guard let named = named(at: sentence.upperBound), !named.isDeadline else { return false }
    return !words.has(.stock, in: sentence)
      && !WordList.dateEdges.isPrefix(of: paragraph.bytes, named.end..<paragraph.bytes.count)
  }

  /// 开园以来，接待游客700万人次: the sum since a time that is no year; but 今年以来 is the year's own.
  private func isSince(_ index: Int, _ statement: Statement) -> Bool {
    let bytes = paragraph.bytes
    let sentence = paragraph.places[index].sentenceStart..<paragraph.entries[index].span.lowerBound
    guard named(at: sentence.upperBound) == nil, let since = bytes.last("以来", in: sentence), isSummed(index, statement),
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
    identity.kind == .workReport && !identity.isGivenInItsYear && paragraph.bytes.range(prior, startsWith: "去年")
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
    if let baseYear = frame.year,
      let word = words.first(.prior, in: clause) ?? words.first(.yearStarts, in: clause),
      case let behind = WordList.dateEdges.strippingPrefixes(bytes, word.upperBound..<clause.upperBound),
      isFoundation(index, behind)
        || (WordList.referenceNouns.contains(bytes, behind) || behind.isEmpty && isChanged(index))
          && WordList.comparisons.isSuffix(of: bytes, clause.lowerBound..<word.lowerBound)
    {
      return (frame.isPlan ? identity.year ?? baseYear : baseYear) - 1
    }
    guard index > 0, case let date = paragraph.entries[index - 1], date.numeralClass == .date,
      date.rule == .calendarDate, date.span.lowerBound > clause.lowerBound,
      // 较2019年的16.8%提高, 较107年1720家增加140家
      bytes.range(clause, endsWith: "的") && date.span.upperBound + "的".utf8.count == clause.upperBound
        || date.span.upperBound == clause.upperBound && isChanged(index),
      WordList.comparisons.isSuffix(of: bytes, clause.lowerBound..<date.span.lowerBound)
    else { return nil }
    return paragraph.year(of: index - 1)
  }

  /// 在上年4200人的基础上增加630人: whether a figure behind those words is what something was built on.
  private func isFoundation(_ index: Int, _ words: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    let end = paragraph.entries[index].span.upperBound
    return (words.isEmpty || bytes.range(words, equals: "的"))
      && bytes.has("基础上", at: bytes.has("的", at: end) ? end + 3 : end)
  }

  /// Whether the clause goes on with how much a figure changed.
  private func isChanged(_ index: Int) -> Bool {
    let next = paragraph.places[index].next
    guard next >= 0, paragraph.entries[next].span.lowerBound < paragraph.places[index].clauseEnd else { return false }
    return paragraph.entries[next].quantity?.kind == .change || paragraph.entries[next].quantity?.kind == .growth
  }

  /// The word for last year in a clause, if it stands there otherwise than in a comparison (比上年增长).
  private func priorWord(in clause: Range<Int>) -> Range<Int>? {
    guard let word = words.first(.prior, in: clause),
      !WordList.comparing.isSuffix(of: paragraph.bytes, clause.lowerBound..<word.lowerBound),
      !WordList.naming.occurs(in: paragraph.bytes, word.upperBound..<clause.upperBound)
    else { return nil }
    return word
  }

  /// （上年：45件）: the word for last year as a label.
  private func priorLabel(_ index: Int) -> Range<Int>? {
    guard let (clause, mark) = paragraph.clause(before: index), mark == .colon,
      paragraph.places[index].clauseStart == paragraph.entries[index].span.lowerBound
    else { return nil }
    return WordList.prior.suffix(of: paragraph.bytes, clause)
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
