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
  let level: Division.Level?
  /// The year named last.
  var named: NamedYear?
  /// Years in a row, for 分别.
  var list: YearList?
  /// Several years told of together, where their name ends, and whether they hold for the whole paragraph.
  var span: (years: YearSpan, end: Int, holdsOn: Bool)?
  /// The year that a change is told against, where it ends, and whether the clause behind tells the change.
  var base: (year: Int, end: Int, opens: Bool)?
  /// Where 过去一年 ends, which turns plans into results until another year is told of.
  var lookBackEnd: Int?
  /// Some months of the year.
  var months: NamedMonths?
  /// Whether a month alone opens the paragraph, of which the sentences behind may be or not.
  var isOpenedByMonth = false
  /// Where a name of months ends that a change is told against: 比一季度回落17个百分点.
  var monthsCompared: Int?
  var lastSentence = -1
  /// Where the first of the sentences begins of which each goes on with what the one before tells.
  var chainStart = 0
  /// Up to where figures are told for a time that crosses years: 自2023年7月至2024年6月, 2023学年.
  var crossingEnd = 0
  /// The period and the year of the figure before.
  var lastPeriod = PeriodType.flow
  var lastYear: Int?

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
      confidence: confidence(of: index, board), notes: board.notes)
    if isCumulative(index, statement, years, time.year) {
      time.periodType = .cumulative
      time.confidence = min(time.confidence, confidenceOfTotal(index, years))
    } else if let sureness = stock(index, statement, clause, sentence) {
      time.periodType = .stock
      time.confidence = min(time.confidence, sureness)
    }
    time.months = months(of: index, board)
    if time.months != nil {
      time.notes.append(Observation.partOfYearNote)
    } else if isOpenedByMonth, sentence.lowerBound > 0 {
      time.confidence = min(time.confidence, .medium)
    }
    time.isAgainstMonths = monthsCompared.map { $0 >= clause.lowerBound && $0 <= clause.upperBound } ?? false
    lastPeriod = time.periodType
    lastYear = time.year
    return time
  }

  /// How sure year and status are: what the figure's own sentence tells is, what follows from the stretch is as sure as that.
  private func confidence(of index: Int, _ board: TimeBoard) -> ReportIdentity.Confidence {
    var confidence = min(board.year?.confidence ?? .high, board.status?.confidence ?? .high)
    if paragraph.entries[index].span.lowerBound < crossingEnd { return .low }
    // 2022年、2023年，甲、乙分别为3件、4件: the figures are of the years, of the things, or of neither.
    if board.year?.rule == .listed, paragraph.facts.fact(.subject, of: index)?.by == .respectively { return .low }
    if board.year?.rule == .frame || board.status?.rule == .frame { confidence = min(confidence, frame.confidence) }
    switch board.year?.rule {
    case .named, .listed, .reference: break
    default: confidence = min(confidence, identity.yearConfidence ?? .low)
    }
    return confidence
  }

  /// The year named last, if it holds at an offset.
  func named(at offset: Int) -> NamedYear? {
    guard let named, named.end <= offset, offset < named.reach else { return nil }
    // 2023年当年预算执行数: the year that was named.
    let behind = paragraph.bytes.has("当年", at: named.end) ? named.end + "当年".utf8.count : named.end
    guard behind <= offset, !words.has(.thisYear, in: behind..<offset) else { return nil }
    // 2022年列第2，全年新增12家: the year of the report is told again; but 2022年，全年新增12家.
    let isTaken = !named.isTopic && named.year != frame.year && words.has(.wholeYear, in: behind..<offset)
    return isTaken ? nil : named
  }

  /// The several years that a figure at an offset is told for.
  func yearSpan(before offset: Int) -> YearSpan? {
    guard let span, span.end <= offset else { return nil }
    let sentence = max(span.end, lastSentence)
    return named(at: offset) != nil || words.has(.wholeYear, in: sentence..<offset) ? nil : span.years
  }
}
