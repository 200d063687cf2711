/// Who issued a report, for which year, and of what kind it is.
public struct ReportIdentity: Sendable {
  /// The title as read; `nil` if the document has none.
  public var title: String?
  /// The title's bytes in the source, one range a line.
  public var titleRanges: [Range<Int>] = []
  /// The issuer; `nil` if the text names none.
  public var agency: Agency?
  /// How sure the issuer is; `nil` without one.
  public var agencyConfidence: Confidence?
  /// The year that the report is about.
  public var year: Int?
  /// How sure the year is; `nil` without one.
  public var yearConfidence: Confidence?
  /// The kind of report.
  public var kind = Kind.other
  /// How agency and year were found, in Chinese, for the audit.
  public var reasons: [String] = []
  /// Where it was published, if the user tells.
  public var url: String?

  /// Kinds of reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// An account of what was done in a year.
    case annualReport = "annual_report"
    /// A plan: work points, arrangements, programmes.
    case plan
    /// A report to a congress: last year's results and this year's aims.
    case workReport = "work_report"
    /// A statistical communiqué.
    case communique
    case other
  }

  /// How sure a finding is.
  public enum Confidence: String, Sendable, CaseIterable {
    /// Written in the place made for it: title, signature, period statement, heading.
    case high
    /// Follows from what is written: the year before a delivery, a city told by the text around.
    case medium
    /// A custom's conclusion, to be looked at: the year before a publication date.
    case low
  }

  /// An identity as stored; title ranges belong to the reading and aren't kept.
  public init(
    title: String?, agency: Agency?, agencyConfidence: Confidence?, year: Int?, yearConfidence: Confidence?, kind: Kind,
    reasons: [String]
  ) {
    self.title = title
    self.agency = agency
    self.agencyConfidence = agencyConfidence
    self.year = year
    self.yearConfidence = yearConfidence
    self.kind = kind
    self.reasons = reasons
  }

  /// Finds the identity of a report in its text.
  public init(of text: SourceText) {
    let lines = IdentityLines(text)
    if let found = TitleReader(lines).title() {
      (title, titleRanges) = (found.text, found.ranges)
    }
    kind = Kind(title: title, lines)
    if let found = YearReader(lines, title: title, kind: kind).year() {
      (year, yearConfidence) = (found.year, found.confidence)
      reasons.append(found.reason)
    }
    if let found = IssuerReader(lines, title: title, kind: kind, year: year).issuer() {
      (agency, agencyConfidence) = (found.agency, found.confidence)
      reasons += found.reasons
    }
  }
}

extension ReportIdentity {
  /// Years that reports can be of.
  public static let years = 1949...2100

  /// Gives the year that the user knows; what was found before is no reason any more.
  public mutating func give(year: Int, reason: String) {
    reasons.removeAll { $0.hasPrefix("年份") }
    reasons.insert(reason, at: 0)
    (self.year, yearConfidence) = (year, .high)
  }

  /// Gives the issuer that the user knows, or that there is none.
  mutating func give(agency: Agency?, reason: String) {
    reasons.removeAll { !$0.hasPrefix("年份") }
    reasons.append(reason)
    (self.agency, agencyConfidence) = (agency, .high)
  }
}

extension ReportIdentity.Kind {
  private static let planEndings = ["要点", "计划", "方案", "安排", "规划"]

  /// The kind of a document by its title, or without one by its opening.
  init(title: String?, _ lines: IdentityLines) {
    if lines.isSpeech {
      self = .workReport
      return
    }
    guard let title else {
      self = .other
      return
    }
    if title.hasSuffix("公报") {
      self = .communique
    } else if title.contains("政府工作报告") {
      self = .workReport
    } else if Self.planEndings.contains(where: title.hasSuffix), !title.contains("总结") {
      self = .plan
    } else {
      self = .annualReport
    }
  }
}
