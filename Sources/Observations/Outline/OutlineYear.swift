import ReportText

extension ReportIdentity {
  /// The year whose results a document tells; a plan tells of its own year what is to be done.
  var resultsYear: Int? { kind == .plan ? year.map { $0 - 1 } : year }

  /// The months that the title names, right behind its year or farther on: 2022年上半年, 2024年重点工作上半年落实情况. A month alone behind other
  /// words is none of the report's, and neither is what is planned (四季度工作部署).
  var titleMonths: MonthSpan? {
    let title = Array((title ?? "").utf8)
    guard let year = title.firstYearName(in: title.indices) else { return nil }
    var at = year.name.end
    // 2023年工作总结和2024年上半年工作计划: the months of another year are none of the report's.
    let end = title.firstYearName(in: at..<title.count)?.start ?? title.count
    while at < end {
      if let (months, monthsEnd) = title.monthSpan(at: at, isUpTo: false) {
        let behind = monthsEnd..<title.count
        let isPlan = title.first("部署", in: behind) != nil && title.first("情况", in: behind) == nil
        return (at == year.name.end || months.first < months.last) && !isPlan ? months : nil
      }
      at = title.offset(of: 1, from: at)
    }
    return nil
  }

  /// The same identity with the year that fits the document as a whole best, if nothing else told one: of the years that its headings
  /// and openings name the one by which its stretches are best told apart into results and plans.
  public func withYear(of text: SourceText) -> ReportIdentity {
    guard year == nil, let found = Outline.year(of: text, self) else { return self }
    var identity = self
    identity.give(year: found, confidence: .low, reason: "年份由各部分标题和段首所写的年份推定：\(found)年")
    return identity
  }
}

extension Outline {
  /// So many of the years that a document names most often are tried.
  private static let mostYears = 6
  /// What it is worth, in tenths, that the year behind is named, too.
  private static let planned: Int32 = 15

  /// The year whose results a document tells best; `nil` if its headings and openings name none.
  fileprivate static func year(of text: SourceText, _ identity: ReportIdentity) -> Int? {
    var counts: [Int: Int] = [:]
    let parts = text.parts
    for segment in segments(of: parts, identity) {
      if let year = segment.year, ReportIdentity.years.contains(year) { counts[year, default: 0] += 1 }
    }
    let years = counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(mostYears).map(\.key)
    let tried = years.map { year in
      var identity = identity
      identity.year = year
      let segments = segments(of: parts, identity)
      let worth = OutlineDecision(segments, OutlineGrammar(identity)).worth
      // A report that names the year of its plans, too, is about the one before.
      return (year: year, worth: counts[year + 1] == nil ? worth : worth + planned)
    }
    return tried.max { ($0.worth, $0.year) < ($1.worth, $1.year) }?.year
  }

  private static func segments(of parts: [TextPart], _ identity: ReportIdentity) -> [OutlineSegment] {
    var segments: [OutlineSegment] = []
    forEachSegment(of: parts, identity, keepsEvidence: false) { segment, _, _, _ in segments.append(segment) }
    return segments
  }
}
