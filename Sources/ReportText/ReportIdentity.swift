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
  /// The title of the edition that this one corrects, if it says that it is a corrected one: （更正版）.
  public var corrects: String?
  /// Whether it was given to a congress before its year was over, so that 今年 is its own year.
  public var isGivenInItsYear = false
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
    /// Written in the place made for it (title, signature, period statement, heading), and nothing speaks against it.
    case high
    /// Follows from what is written (the year before a delivery, a city named throughout), or is contradicted.
    case medium
    /// A custom's conclusion or a file's name, or contradicted by as much: to be looked at.
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

  /// Finds the identity of a report by all that its text, its page and the names of its file and folder tell.
  public init(of text: SourceText, path: String? = nil) {
    let lines = IdentityLines(text)
    let path = ReportPath(path)
    let found = TitleReader(lines).title()
    (title, titleRanges) = (found?.text, found?.ranges ?? [])
    kind = Kind(title: found?.core, lines)
    corrects =
      found.flatMap { Edition.corrected(by: $0.text[...]) }
      ?? Edition.corrected(by: path.stem).map { found?.text ?? $0 }
    let years = YearReader(lines, title: found, kind: kind, path: path)
    if let decision = years.decision() {
      (year, yearConfidence) = (decision.claim, decision.confidence)
      reasons = decision.reasons("年份") { "\($0) 年" }
    } else if let schoolYear = years.schoolYear {
      reasons = ["年份不定：\(schoolYear)跨两个公历年"]
    }
    isGivenInItsYear = lines.delivery.map { $0.date.year == year } ?? false
    let issuers = IssuerReader(lines, title: found, kind: kind, year: year, path: path) { text.mark }
    if let finding = issuers.issuer() {
      (agency, agencyConfidence) = (finding.agency, finding.confidence)
      reasons += finding.reasons
    }
    if let found, let other = TitleReader(lines).other(than: found) {
      reasons.append("文中还有另一份报告：\(other.text)，请分成单独的文件再读")
      (yearConfidence, agencyConfidence) = (year.map { _ in .low }, agency.map { _ in .low })
    }
  }
}

extension ReportIdentity {
  /// Whether the document is the budget of its year (2024年部门预算), and no account of how one was carried out.
  public var isBudget: Bool {
    guard let title, title.contains("预算") else { return false }
    return !["决算", "执行", "报告"].contains(where: title.contains)
  }

  /// Whether the document plans how the budget of its year is to be adjusted: 2023年预算调整方案.
  public var isBudgetAdjustment: Bool {
    guard let title, title.contains("预算调整") || title.contains("调整预算") else { return false }
    return !["决算", "执行"].contains(where: title.contains)
  }

  /// Years that reports can be of.
  public static let years = 1949...2100

  /// Whether it is the identity of a corrected edition of another report.
  public func corrects(_ other: ReportIdentity) -> Bool {
    guard let corrects, let title = other.title, agency?.id == other.agency?.id, year == other.year else {
      return false
    }
    return corrects.filter { !$0.isWhitespace } == title.filter { !$0.isWhitespace }
  }

  /// Gives the year that is known from elsewhere, from the user unless another confidence is told; what was found before is no reason
  /// any more.
  public mutating func give(year: Int, confidence: Confidence = .high, reason: String) {
    reasons.removeAll { $0.hasPrefix("年份") }
    reasons.insert(reason, at: 0)
    (self.year, yearConfidence) = (year, confidence)
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
  init(title: Substring?, _ lines: IdentityLines) {
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
