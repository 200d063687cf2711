import ReportText

extension ReportIdentity {
  /// The year whose results a document tells; a plan tells of its own year what is to be done.
  var resultsYear: Int? { kind == .plan ? year.map { $0 - 1 } : year }

  /// The months that the title names: 2022年上半年.
  var titleMonths: MonthSpan? {
    let title = Array((title ?? "").utf8)
    return title.firstYearName(in: title.indices).flatMap { title.monthSpan(at: $0.name.end, isUpTo: false)?.months }
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
