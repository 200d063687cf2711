import Quantities
import ReportText

/// What a figure is to its report.
public enum Status: String, Sendable, CaseIterable {
  /// A result, also one expected for the year reported on.
  case actual
  /// A plan, aim or obligation.
  case target
  /// Where a change started.
  case before
  /// An earlier year's figure, quoted.
  case prior
  /// Another body's figure, quoted.
  case other
}

/// How a figure relates to time.
public enum PeriodType: String, Sendable, CaseIterable {
  /// Over the year.
  case flow
  /// At the year's end.
  case stock
  /// Since an earlier time.
  case cumulative
}

/// One figure of a report with its meaning.
public struct Observation: Sendable {
  /// Stable within its document: `line-start`, with `.2` … for further subjects of one figure.
  public var id: String
  /// Where the figure stands in the source.
  public var span: SourceSpan
  /// The source's characters at `span`.
  public var text: Excerpt
  /// The sentence around it, as in the source.
  public var quote: Excerpt
  /// The figure with interval, unit, kind and bound.
  public var quantity: Quantity
  /// What is counted or measured, in the document's words.
  public var subject: Excerpt
  /// What `subject` ends with to tell the figure apart from others of its name; only while the report is read.
  public var mark: Mark?
  /// Level or field that the figure is limited to: 省级, 农业.
  public var scope: String?
  /// The calendar year that it is about; `nil` if the document doesn't tell.
  public var year: Int?
  /// What it is to the report.
  public var status: Status
  /// How it relates to time.
  public var periodType: PeriodType
  /// The months of the year that it is of; `nil` if it is the year's, or of several years.
  public var months: MonthSpan?
  /// How sure the program is of year, status and period.
  public var confidence = ReportIdentity.Confidence.high
  /// The id of the total that it is a part of.
  public var partOf: String?
  /// The id of the figure of which it tells the change, where the sentence binds the two; only while the report is read.
  public var changeOf: String?
  /// Whether it is the share of the figure before it in a total that is told (占总数的30%, 占比30%); only while the report is read.
  public var isShareOfTotal = false
  /// The metric's id.
  public var metric: String?
  /// The catalogue pattern that matched, as written.
  public var pattern: String?
  /// The rule that placed the numeral.
  public var rule: RuleName
  /// How year, status and metric were found, in Chinese.
  public var notes: [String]

  /// Whether the figure stands in a cell of a table and takes its meaning from the headings.
  public var isCell = false

  /// The note of such a figure.
  static let cellNote = "对象、年份和单位取自表头"

  /// The note of a figure that is of some months only.
  static let partOfYearNote = "只是一年中的一段时间"

  /// The subject without its mark.
  public var name: Excerpt { mark.map { Excerpt(subject.bytes.dropLast($0.bytes.count)) } ?? subject }

  /// Whether the figure is of some months only.
  public var isOfPartOfYear: Bool { months != nil }

  /// The days on which its time begins and ends; a state has no first day, nor has a sum of several years, and without a
  /// year there are none.
  public var period: (start: CalendarDay?, end: CalendarDay?) {
    guard let year else { return (nil, nil) }
    let months = months.map { $0.first...$0.last } ?? 1...12
    return (
      periodType == .flow ? .first(of: months.lowerBound, in: year) : nil,
      .last(of: months.upperBound, in: year)
    )
  }

  /// An observation with all its fields.
  public init(
    id: String, span: SourceSpan, text: Excerpt, quote: Excerpt, quantity: Quantity, subject: Excerpt, scope: String?,
    year: Int?, status: Status, periodType: PeriodType, partOf: String?, metric: String?, pattern: String?,
    rule: RuleName, notes: [String]
  ) {
    self.id = id
    self.span = span
    self.text = text
    self.quote = quote
    self.quantity = quantity
    self.subject = subject
    self.scope = scope
    self.year = year
    self.status = status
    self.periodType = periodType
    self.partOf = partOf
    self.metric = metric
    self.pattern = pattern
    self.rule = rule
    self.notes = notes
  }
}

extension [Observation] {
  /// Where each figure stands among them, by its id. Those of one report have ids of their own; of two that a damaged
  /// database gives one id, the first counts.
  public var placesByID: [String: Int] { Dictionary(enumerated().map { ($1.id, $0) }) { first, _ in first } }
}

/// A numeral at its place in the source.
public struct LocatedNumeral: Sendable {
  /// Where the numeral stands in the source.
  public var span: SourceSpan
  /// The source's characters there.
  public var text: Excerpt
  /// Its class.
  public var numeralClass: NumeralClass
  /// Its value, where it has one.
  public var value: ExactDecimal?
  /// The rule that placed the numeral.
  public var rule: RuleName
  /// Why it has no value, if it has none.
  public var issue: NumeralIssue?
  /// Indices of the observations made of it.
  public var observations: Range<Int>

  /// A numeral with all its fields.
  public init(
    span: SourceSpan, text: Excerpt, numeralClass: NumeralClass, value: ExactDecimal?, rule: RuleName,
    issue: NumeralIssue?, observations: Range<Int>
  ) {
    self.span = span
    self.text = text
    self.numeralClass = numeralClass
    self.value = value
    self.rule = rule
    self.issue = issue
    self.observations = observations
  }
}

/// A report as read: text, identity, every numeral and every figure.
public struct Report: Sendable {
  /// The path as given.
  public let path: String
  /// The text of the file.
  public let text: SourceText
  /// Who issued it, and for which year.
  public let identity: ReportIdentity
  /// Every numeral, in the order of the text.
  public let numerals: [LocatedNumeral]
  /// Every figure, in the order of the text.
  public let observations: [Observation]

  /// The stretches of its outline that people are shown.
  public let outline: [Outline.Stretch]

  /// A report with all its parts.
  public init(
    path: String, text: SourceText, identity: ReportIdentity, numerals: [LocatedNumeral], observations: [Observation],
    outline: [Outline.Stretch] = []
  ) {
    self.path = path
    self.text = text
    self.identity = identity
    self.numerals = numerals
    self.observations = observations
    self.outline = outline
  }
}
