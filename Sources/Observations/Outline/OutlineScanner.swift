import Quantities
import ReportText

/// Cuts the lines of a report into segments and weighs the words of each.
struct OutlineScanner {
  /// The year whose results the report tells; `nil` if it isn't known.
  private let resultsYear: Int?
  /// Whether the report is given to a congress when its year is over, so that 今年 is the year of the plans.
  private let plansThisYear: Bool
  /// The months that the report is of, if its title names them.
  private let titleMonths: MonthSpan?
  private let keepsEvidence: Bool
  private let words = OutlineWords.shared
  /// Whether the heading above is of problems, below which words of what is missing tell of them: plans mend what is missing, too.
  private var isBelowProblems = false
  /// Whether the line before holds several segments.
  private var wasCut = false
  /// Whether a heading of the first level stands above.
  private var hasChapters = false
  /// The number of the last heading of each level.
  private var lastNumbers = [0, 0, 0]
  /// The evidence of the segment scanned last, if it is kept.
  private(set) var evidence: [OutlineEvidence] = []

  /// How many bytes of a paragraph are weighed.
  private static let weighed = 600
  /// How many bytes can hold what a paragraph opens with, and how many if a colon ends them.
  private static let opening = 75, announcing = 150
  /// How far into an opening the year may stand that the paragraph is about: 刚刚过去的2023年.
  private static let yearReach = 27
  /// How many words of a sort count in a paragraph.
  private static let mostWords = 2
  /// Lines beyond so many bytes are searched for headings inside them.
  private static let longLine = 360
  /// What a sentence inside a long line must open with to be a stretch of its own.
  private static let turning: Set<OutlineCue> = [.lookBack, .spanBack, .spanAhead, .future, .thisYear, .aims]
  /// A heading without a number is at most so many characters long.
  private static let longestUnnumbered = 30
  /// How many characters of a line can be its heading.
  private static let longestHeading = 40

  init(_ identity: ReportIdentity, keepsEvidence: Bool) {
    resultsYear = identity.resultsYear
    titleMonths = identity.titleMonths
    plansThisYear = identity.kind == .workReport && !identity.isGivenInItsYear
    self.keepsEvidence = keepsEvidence
  }

  /// The segments of a line, in order; `cuts` tells where each begins in the line's bytes.
  mutating func scan(_ line: ReadingLine, _ body: (OutlineSegment, Range<Int>, [OutlineEvidence]) -> Void) {
    let starts = starts(in: line.bytes)
    for (number, start) in starts.enumerated() {
      let range = start..<(number + 1 < starts.count ? starts[number + 1] : line.bytes.count)
      if line.bytes.withoutBlanks(range).isEmpty { continue }
      let source = number == 0 ? line.start : line.sourceRange(of: start..<start + 1).lowerBound
      evidence.removeAll(keepingCapacity: true)
      var segment = segment(of: line.bytes, range, source: source, isInline: number > 0)
      segment.isBehindInline = number == 0 && wasCut
      body(segment, range, evidence)
    }
    wasCut = starts.count > 1
  }

  // MARK: - Cutting

  /// Where segments begin in a line: at its start, and in a long line behind sentences at headings and at openings that
  /// name a time.
  private mutating func starts(in bytes: [UInt8]) -> [Int] {
    note(OutlineHeading(of: bytes, at: bytes.withoutBlanks(bytes.indices).lowerBound))
    guard bytes.count > Self.longLine else { return [0] }
    var starts = [0]
    var at = 0
    while let mark = bytes.nextOpening(from: at) {
      at = mark
      let start = bytes.withoutBlanks(at..<bytes.count).lowerBound
      if start < bytes.count, opensAnew(bytes, start) { starts.append(start) }
    }
    return starts
  }

  /// Remembers a heading, whose next of its level may stand inside a line.
  private mutating func note(_ heading: OutlineHeading?) {
    guard let heading, heading.level < lastNumbers.count else { return }
    lastNumbers[heading.level] = heading.number
    for deeper in heading.level + 1..<max(heading.level + 1, lastNumbers.count) { lastNumbers[deeper] = 0 }
  }

  private mutating func opensAnew(_ bytes: [UInt8], _ start: Int) -> Bool {
    if let heading = OutlineHeading(of: bytes, at: start), heading.level <= 2,
      heading.number == 1 || heading.number == lastNumbers[heading.level] + 1
    {
      note(heading)
      return true
    }
    let start = bytes.withoutAddress(from: start)
    if bytes.yearName(at: start)?.isCalendarYear == true { return true }
    guard words.automaton.canBegin(in: bytes.span, at: start),
      let match = words.automaton.longestMatch(in: bytes.span, at: start)
    else { return false }
    return words.cues(of: match.payload).contains { Self.turning.contains($0) }
  }

  // MARK: - Weighing

  private mutating func segment(of bytes: [UInt8], _ range: Range<Int>, source: Int, isInline: Bool) -> OutlineSegment {
    let start = bytes.withoutAddress(from: bytes.withoutBlanks(range).lowerBound)
    let heading = bytes.headingRange(start..<max(start, range.upperBound), most: Self.longestHeading)
    var level = OutlineHeading(of: bytes, at: start)?.level
    // 2.持证率98.6%，2021年为96.2%: an item that tells figures is a paragraph, whose years are those of its figures.
    if let found = level, found > 1, bytes.holdsFigure(start..<heading.upperBound) { level = nil }
    let isNumbered = level != nil
    if level == nil, heading.upperBound == range.upperBound, bytes.characterCount(heading) <= Self.longestUnnumbered {
      level = unnumberedLevel(bytes, heading)
    }
    var segment = OutlineSegment(
      start: source, level: level ?? 0, isUmbrella: level != nil && !isNumbered, isInline: isInline)
    if level != nil {
      weigh(bytes, heading, at: .heading, &segment)
      segment.scores.putProblemsFirst()
      if level == 1 { hasChapters = true }
      if level == 1 || segment.tells { isBelowProblems = segment.scores[.problems] > 0 }
    }
    let rest = level == nil ? start..<range.upperBound : heading.upperBound..<max(heading.upperBound, range.upperBound)
    guard !rest.isEmpty else { return segment }
    let opening = rest.lowerBound..<openingEnd(bytes, rest)
    weigh(bytes, opening, at: .opening, &segment)
    let body = opening.lowerBound..<bytes.aligned(min(rest.upperBound, rest.lowerBound + Self.weighed))
    weighBody(bytes, body, &segment)
    return segment
  }

  /// A short line that stands alone and names a year or what was or is to be done is a heading of the first level.
  private func unnumberedLevel(_ bytes: [UInt8], _ heading: Range<Int>) -> Int? {
    guard bytes.first("，", in: heading) == nil else { return nil }
    var tells = false
    // 附件：名词解释 is one, 2024年工作目标： none.
    let hasColon = bytes.first("：", in: heading) != nil
    forEachWord(bytes, heading) { cue, _ in
      switch cue {
      case .notes: tells = true
      case .review, .plan, .task, .future, .problems, .spanBack, .spanAhead: tells = tells || !hasColon
      // 过去一年 above what was done in it.
      case .lookBack: tells = tells || !hasColon && !bytes.holdsFigure(heading)
      default: break
      }
    }
    return tells ? 1 : nil
  }

  /// Where the opening of a paragraph ends: at a colon, or behind so many characters.
  private func openingEnd(_ bytes: [UInt8], _ rest: Range<Int>) -> Int {
    let far = bytes.aligned(min(rest.upperBound, rest.lowerBound + Self.announcing))
    if let colon = bytes.firstColon(in: rest.lowerBound..<far) { return colon }
    return bytes.aligned(min(rest.upperBound, rest.lowerBound + Self.opening))
  }

  /// Weighs the words and years of a heading or opening, each cue once.
  private mutating func weigh(
    _ bytes: [UInt8], _ range: Range<Int>, at place: OutlinePlace, _ segment: inout OutlineSegment
  ) {
    var seen: UInt32 = 0
    var found: [(OutlineCue, Range<Int>)] = []
    forEachWord(bytes, range) { cue, word in
      if seen >> UInt32(cue.rawValue) & 1 == 0 {
        seen |= 1 << UInt32(cue.rawValue)
        found.append((cue, word))
      }
    }
    if place == .opening {
      // 总体要求是：, but 纳入学习安排。
      if !bytes.has("：", at: range.upperBound) { found.removeAll { $0.0 == .plan } }
      // What is wanting or explained a paragraph tells with its first words.
      found.removeAll { ($0.0 == .problems || $0.0 == .notes) && $0.1.lowerBound > range.lowerBound + 12 }
    }
    for (cue, word) in found { count(cue, word, bytes, at: place, &segment) }
    if let titleMonths { weighMonths(bytes, range, titleMonths, at: place, &segment) }
    weighYears(bytes, range, at: place, &segment)
    weighPlanNumbers(bytes, range, at: place, &segment)
  }

  /// In a report on some months those are what is told of, and later ones what is planned: 上半年重点工作, 下半年打算.
  private mutating func weighMonths(
    _ bytes: [UInt8], _ range: Range<Int>, _ title: MonthSpan, at place: OutlinePlace, _ segment: inout OutlineSegment
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      if let (months, end) = bytes.monthSpan(at: at, isUpTo: false), end <= range.upperBound {
        if months.last <= title.last {
          count(.this, at..<end, bytes, at: place, &segment)
        } else if months.first > title.last {
          count(.next, at..<end, bytes, at: place, &segment)
        }
        return
      }
      at = bytes.offset(of: 1, from: at)
    }
  }

  private mutating func weighYears(
    _ bytes: [UInt8], _ range: Range<Int>, at place: OutlinePlace, _ segment: inout OutlineSegment
  ) {
    let reach = place == .heading ? range.upperBound : min(range.upperBound, range.lowerBound + Self.yearReach)
    var next = range.lowerBound
    while next < reach, let (at, name) = bytes.firstYearName(in: next..<reach) {
      next = name.end
      guard name.isCalendarYear else { continue }
      // 2023年，…, 到2030年…, 奋进2024年，…: the time of the stretch; but 征集2023年项目.
      if place == .opening, !bytes.leads(range.lowerBound..<at), !bytes.has("，", at: name.end) { continue }
      // 2024年1月9日, 2024年初: when the report was written; but 2022年1—6月.
      let span = bytes.monthSpan(at: name.end, isUpTo: false)
      let months = span?.months
      if bytes.dateEnd(from: name.end) > name.end && (months == nil || months?.first == months?.last)
        || WordList.earlyInYear.isPrefix(of: bytes, name.end..<bytes.count)
      {
        continue
      }
      guard let cue = relation(of: name.year) else {
        if segment.year == nil { segment.year = name.year }
        continue
      }
      if cue == .later {
        segment.span = YearSpan(last: name.year, isAhead: true)
      } else if segment.year == nil {
        segment.year = name.year
      }
      count(cue, at..<name.end, bytes, at: place, &segment)
      // 2023年第三季度评估居第三位: what a clause tells of some months in passing holds for nothing else.
      let holds =
        place == .heading || span.map { WordList.topicMarks.isPrefix(of: bytes, $0.end..<bytes.count) } ?? true
      (segment.months, segment.tellsWholeYear) = (holds ? months : nil, months == nil)
    }
  }

  /// How a year stands to the one whose results are told.
  private func relation(of year: Int) -> OutlineCue? {
    guard let resultsYear else { return nil }
    switch year - resultsYear {
    case 0: return .this
    case 1: return .next
    case 2...: return .later
    default: return .earlier
    }
  }

  /// “十四五”时期: the years of a plan by its number.
  private mutating func weighPlanNumbers(
    _ bytes: [UInt8], _ range: Range<Int>, at place: OutlinePlace, _ segment: inout OutlineSegment
  ) {
    guard let resultsYear else { return }
    var at = range.lowerBound
    while let five = bytes.first("五", in: at..<range.upperBound) {
      at = five.upperBound
      guard let plan = FiveYearPlan(bytes[max(range.lowerBound, five.lowerBound - 6)..<five.upperBound]) else {
        continue
      }
      var tail = five.upperBound
      if bytes.has("”", at: tail) { tail += 3 } else if bytes.has("\"", at: tail) { tail += 1 }
      // 超过“十三五”总和: what is compared with.
      if place == .opening, !bytes.has("：", at: range.upperBound), !bytes.leads(range.lowerBound..<five.lowerBound - 6)
      {
        continue
      }
      guard tail < bytes.count, let match = words.automaton.longestMatch(in: bytes.span, at: tail),
        place == .heading || words.cues(of: match.payload).contains(.planSpanTail),
        !bytes.has("规划", at: tail)
      else { continue }
      if resultsYear < plan.years.lowerBound {
        segment.span = YearSpan(last: plan.years.upperBound, isAhead: true)
        count(.spanAhead, five, bytes, at: place, &segment)
      } else if resultsYear >= plan.years.upperBound || bytes.has("以来", at: tail) {
        segment.span = YearSpan(last: min(resultsYear, plan.years.upperBound), isAhead: false)
        count(.spanBack, five, bytes, at: place, &segment)
      }
    }
  }

  /// Weighs the words of a paragraph, so many of each cue.
  private mutating func weighBody(_ bytes: [UInt8], _ range: Range<Int>, _ segment: inout OutlineSegment) {
    var counts = SIMD32<UInt8>()
    var counted: [(OutlineCue, Range<Int>)] = []
    forEachWord(bytes, range) { cue, word in
      if cue == .lacking, !isBelowProblems { return }
      counts[cue.rawValue] &+= 1
      if counts[cue.rawValue] <= Self.mostWords { counted.append((cue, word)) }
    }
    for (cue, word) in counted { count(cue, word, bytes, at: .body, &segment) }
  }

  private mutating func count(
    _ cue: OutlineCue, _ word: Range<Int>, _ bytes: [UInt8], at place: OutlinePlace, _ segment: inout OutlineSegment
  ) {
    var cue = cue
    // 今年1至10月: what is over is no plan.
    if cue == .thisYear, !plansThisYear || bytes.monthSpan(at: word.upperBound, isUpTo: false) != nil {
      cue = .thisYearSoFar
    }
    guard var scores = words.weight(cue, place) else { return }
    // The headings below a chapter's tell of its parts: （三）重点任务完成情况.
    if place == .heading, segment.level > 1, hasChapters, cue == .review || cue == .task || cue == .plan {
      scores = scores.tenths(3)
    }
    if cue == .spanAhead || cue == .spanBack, segment.span == nil {
      let years = bytes.numberOfYears(in: word)
      let last = cue == .spanBack ? resultsYear : resultsYear.flatMap { year in years.map { year + $0 } }
      segment.span = YearSpan(last: last, isAhead: cue == .spanAhead)
    }
    if place == .heading {
      segment.scores = segment.scores.strongest(with: scores)
    } else {
      segment.scores += scores
    }
    if place != .body { segment.tells = true }
    guard keepsEvidence else { return }
    evidence.append(
      OutlineEvidence(words: String(decoding: bytes[word], as: UTF8.self), place: place, scores: scores))
  }

  /// Calls `body` with each cue of each word in a range.
  private func forEachWord(_ bytes: [UInt8], _ range: Range<Int>, _ body: (OutlineCue, Range<Int>) -> Void) {
    let text = bytes.span.extracting(..<range.upperBound)
    var at = words.automaton.firstBeginning(in: text, from: range.lowerBound)
    while at < text.count {
      if let match = words.automaton.longestMatch(in: text, at: at) {
        for cue in words.cues(of: match.payload) { body(cue, at..<match.end) }
        at = words.automaton.firstBeginning(in: text, from: match.end)
      } else {
        at = words.automaton.firstBeginning(in: text, from: at + decodeScalar(in: text, at: at).length)
      }
    }
  }
}
