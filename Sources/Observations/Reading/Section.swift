import ReportText

/// A heading and what it says of the figures below it.
struct Section: Sendable {
  /// 1 for 一、, 2 for (一), 3 for 1.; 0 for the document itself.
  let level: Int
  /// Whether the section tells of plans; `nil` if the heading doesn't tell.
  let isPlan: Bool?
  /// The year named in the heading.
  let year: Int?
  /// Several years that the heading names.
  var span: YearSpan?
  /// Whether the heading tells of what was wanting and of plans: 存在问题和下步打算.
  var isMixed = false
  /// Whether the heading names a year beside several years: “十二五”时期和2015年工作回顾.
  var namesBoth = false
}

/// The headings above a place of a document.
struct SectionTree: Sendable {
  private var open: [Section]
  private let identity: ReportIdentity

  /// Whether figures here are plans.
  private(set) var isPlan: Bool
  /// The year that the headings name, the nearest first.
  private(set) var year: Int?
  /// The several years that the nearest heading with a year names.
  private(set) var span: YearSpan?

  /// Prose is no heading: one without a number is at most this long, in bytes.
  private static let longestUnnumbered = 90
  /// How many characters of a line can be its heading.
  private static let longestHeading = 40

  init(_ identity: ReportIdentity) {
    self.identity = identity
    isPlan = identity.kind == .plan
    open = [Section(level: 0, isPlan: isPlan, year: nil)]
  }

  /// Takes a line into account if it is a heading.
  mutating func enter(_ line: [UInt8]) {
    // 主要预期目标是：on a line of its own holds until the next heading.
    if line.range(line.indices, endsWith: "目标是：") || line.range(line.indices, endsWith: "目标是:") {
      return push(Section(level: 9, isPlan: true, year: nil), above: 9)
    }
    if open.last?.isMixed == true, opensPlansOfMixed(line) {
      return push(Section(level: 9, isPlan: true, year: identity.year.map { $0 + 1 }), above: 9)
    }
    if let both = open.last(where: { $0.namesBoth }), opensYear(line, both.year) {
      // 2015年，…: what follows is of that year.
      return push(Section(level: 9, isPlan: nil, year: both.year), above: 9)
    }
    if opensPlans(line) {
      return push(Section(level: 1, isPlan: true, year: identity.year.map { $0 + 1 }), above: 1)
    }
    let level = Self.level(of: line)
    guard level != nil || line.count <= Self.longestUnnumbered else { return }
    let heading = Self.heading(of: line)
    let span = YearSpan(ofHeading: heading, in: line, year: identity.year)
    let year = Self.year(in: line, heading) ?? span?.last
    let tellsTasks = WordList.taskHeadings.occurs(in: line, heading)
    let isOfLaterYear = year.map { $0 > identity.year ?? .max }
    // A line without a number that names a later year can be the date of a page.
    let isAhead = span?.isAhead == true || level != nil && isOfLaterYear == true
    let plans =
      isAhead || WordList.planHeadings.occurs(in: line, heading)
      || (tellsTasks && (isOfLaterYear ?? (identity.kind == .workReport)))
    let looksBack = WordList.pastHeadings.occurs(in: line, heading)
    // A heading without a number is one that stands alone and names its year: 2024年重点工作安排建议.
    let standsAlone = heading == line.indices && line.characterCount <= 30 && plans != looksBack && year != nil
    guard let level = level ?? (standsAlone ? 1 : nil) else { return }
    if level > 1 {
      // Below a heading of the first level only a plain word of the future turns results into plans, and only years gone
      // by turn plans into results: （二）“十五”期间发展情况.
      let turns = span?.isAhead ?? WordList.futureHeadings.occurs(in: line, heading)
      let isPlan = turns ? true : span == nil ? nil : false
      return push(Section(level: level, isPlan: isPlan, year: isPlan == nil ? nil : year, span: span), above: level)
    }
    if plans == looksBack, let before = open.last(where: { $0.level == 1 }), before.isPlan == true {
      // Reports go from results to plans and not back.
      return push(Section(level: level, isPlan: true, year: year ?? before.year), above: level)
    }
    let isMixed = plans && WordList.problemHeadings.occurs(in: line, heading)
    push(
      Section(
        level: level, isPlan: plans == looksBack ? nil : plans, year: isMixed ? nil : year, span: span,
        isMixed: isMixed,
        namesBoth: span != nil && Self.year(in: line, heading) != nil),
      above: level)
  }

  /// Whether a paragraph begins with a year and a comma.
  private func opensYear(_ line: [UInt8], _ year: Int?) -> Bool {
    let start = line.withoutBlanks(line.indices).lowerBound
    return year != nil && Self.year(in: line, start..<min(line.count, start + 7)) == year
      && line.has("，", at: start + 7)
  }

  /// Whether a paragraph below a heading of both begins the plans: 下一步，…, 2024年，….
  private func opensPlansOfMixed(_ line: [UInt8]) -> Bool {
    let start = line.withoutBlanks(line.indices).lowerBound
    if WordList.futureHeadings.isPrefix(of: line, start..<line.count) { return true }
    let year = start..<min(line.count, start + 7)
    return identity.year.map { Self.year(in: line, year) == $0 + 1 } ?? false
  }

  /// 2024年是…, 今年政府工作的总体要求是…: where the plans begin in a work report without headings.
  private func opensPlans(_ line: [UInt8]) -> Bool {
    guard identity.kind == .workReport, !isPlan else { return false }
    var start = line.withoutBlanks(line.indices).lowerBound
    // 各位代表！stands before many a paragraph.
    for address: StaticString in ["各位代表！", "各位代表，", "各位代表:", "各位代表："] where line.has(address, at: start) {
      start += address.utf8CodeUnitCount
    }
    var end = start
    while end < line.count, line[end].isDigit { end += 1 }
    let isNextYear =
      end == start + 4 && Self.year(in: line, start..<min(line.count, end + 3)) == identity.year.map { $0 + 1 }
    guard isNextYear || line.has("今年", at: start) else { return false }
    var rest = isNextYear ? end + 3 : start + 6
    if line.has("，", at: rest) { rest += 3 }
    return WordList.planOpenings.isPrefix(of: line, rest..<line.count)
  }

  /// Opens a section in place of those that are not above its level.
  private mutating func push(_ section: Section, above level: Int) {
    open.removeAll { $0.level >= level }
    open.append(section)
    isPlan = open.last { $0.isPlan != nil }?.isPlan ?? false
    year = open.last { $0.year != nil }?.year
    span = open.last { $0.year != nil || $0.span != nil }?.span
  }

  /// The first words of a line, up to a mark that no heading holds.
  private static func heading(of line: [UInt8]) -> Range<Int> {
    var end = 0
    for _ in 0..<longestHeading where end < line.count {
      if line.has("。", at: end) || line.has("；", at: end) || line.has(";", at: end) { break }
      end = line.offset(of: 1, from: end)
    }
    return 0..<end
  }

  private static func level(of line: [UInt8]) -> Int? {
    var at = line.withoutBlanks(line.indices).lowerBound
    let isInBrackets = line.has("(", at: at) || line.has("（", at: at)
    if isInBrackets { at += line.has("(", at: at) ? 1 : 3 }
    let rest = WordList.headingNumerals.strippingPrefixes(line, at..<min(line.count, at + 30)).lowerBound
    if rest > at {
      if isInBrackets { return line.has(")", at: rest) || line.has("）", at: rest) ? 2 : nil }
      return line.has("、", at: rest) ? 1 : nil
    }
    guard !isInBrackets else { return nil }
    var end = at
    while end < line.count, line[end].isDigit { end += 1 }
    guard (1...2).contains(end - at) else { return nil }
    let mark = line.has(".", at: end) ? 1 : line.has("．", at: end) || line.has("、", at: end) ? 3 : 0
    guard mark > 0, end + mark >= line.count || !line[end + mark].isDigit else { return nil }
    return 3
  }

  private static func year(in line: [UInt8], _ heading: Range<Int>) -> Int? {
    var digits = 0
    var value = 0
    for offset in heading {
      if line[offset].isDigit {
        digits += 1
        value = digits > 4 ? 0 : value * 10 + Int(line[offset] - UInt8(ascii: "0"))
      } else if digits == 4, line.has("年", at: offset) {
        return value
      } else {
        digits = 0
        value = 0
      }
    }
    return nil
  }

}
