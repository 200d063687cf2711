import ReportText

/// A report cut into stretches of which each tells one thing: results of a year, sums of several years, problems, plans, aims
/// or notes. What each tells is decided over the whole document, by all evidence (`OutlineDecision`).
public struct Outline: Sendable {
  /// Stretches one after the other of which the frame is the same.
  private struct Run: Sendable {
    let start: Int
    let frame: Frame
    /// Whether it begins inside a line.
    let isInline: Bool
  }

  private var runs: [Run] = []
  /// The stretches that were asked for, with their words and evidence.
  public private(set) var stretches: [Stretch] = []

  /// So many characters of a stretch are shown.
  private static let shown = 40
  /// Margins, in tenths, from which a frame is sure and fairly sure.
  private static let sure: Int32 = 15, fair: Int32 = 6

  /// The outline of a report.
  ///
  /// - Parameter shown: which stretches are to be kept for people to look at.
  public init(of text: SourceText, _ identity: ReportIdentity, showing shown: Shown) {
    self.init(of: text, text.parts, identity, showing: shown)
  }

  /// The outline of a report whose parts are put together already.
  init(of text: SourceText, _ parts: [TextPart], _ identity: ReportIdentity, showing shown: Shown) {
    var segments: [OutlineSegment] = []
    var openings: [Opening] = []
    Self.forEachSegment(of: parts, identity, keepsEvidence: shown != .none) { segment, line, range, evidence in
      segments.append(segment)
      if shown != .none { openings.append(Opening(line, range, evidence, of: text)) }
    }
    let decision = OutlineDecision(segments, OutlineGrammar(identity))
    var years = FrameYears(identity)
    for (index, segment) in segments.enumerated() {
      let margin = decision.margins[index]
      let sure: ReportIdentity.Confidence = margin >= Self.sure ? .high : margin >= Self.fair ? .medium : .low
      // What a stretch tells is weighed by how its years stand to the report's, if that has one.
      let frame = years.frame(decision.kinds[index], of: segment, min(sure, identity.yearConfidence ?? .high))
      let isTurn = runs.last?.frame != frame
      if isTurn { runs.append(Run(start: segment.start, frame: frame, isInline: segment.isInline)) }
      guard shown.takes(segment.level, frame, isTurn: isTurn) else { continue }
      stretches.append(openings[index].stretch(segment.level, frame, margin: Int(margin)))
    }
    if runs.isEmpty { runs = [Run(start: 0, frame: years.unknown, isInline: false)] }
  }

  /// How a stretch opens, before it is decided what it tells.
  private struct Opening {
    let place: SourceSpan
    let words: String
    let evidence: [OutlineEvidence]

    init(_ line: ReadingLine, _ range: Range<Int>, _ evidence: [OutlineEvidence], of text: SourceText) {
      let shown = range.lowerBound..<min(range.upperBound, line.bytes.offset(of: Outline.shown, from: range.lowerBound))
      var cursor = SpanCursor(text, at: line)
      place = cursor.span(ofSource: line.sourceRange(of: shown))
      words = String(decoding: line.bytes[shown], as: UTF8.self)
      self.evidence = evidence
    }

    func stretch(_ level: Int, _ frame: Frame, margin: Int) -> Stretch {
      Stretch(
        place: place, level: level, kind: frame.kind, year: frame.year, confidence: frame.confidence, margin: margin,
        words: words, reasons: evidence.map(\.description).joined(separator: "；"))
    }
  }

  /// Calls `body` with each segment, the line and the part of it where it stands, and its evidence if that is kept.
  static func forEachSegment(
    of parts: [TextPart], _ identity: ReportIdentity, keepsEvidence: Bool,
    _ body: (OutlineSegment, ReadingLine, Range<Int>, [OutlineEvidence]) -> Void
  ) {
    var scanner = OutlineScanner(identity, keepsEvidence: keepsEvidence)
    var headings = HeadingsAbove(isSpeech: identity.kind == .workReport)
    for case .line(let line) in parts {
      // The title's year is that of the identity, or was outranked there; but a text without line breaks holds more.
      let place = line.sourceRange(of: line.bytes.indices)
      if identity.titleRanges.contains(where: { place.overlaps($0) && $0.count * 2 > place.count }) { continue }
      scanner.scan(line) { segment, range, evidence in
        var segment = segment
        headings.pass(&segment)
        body(segment, line, range, evidence)
      }
    }
  }

  /// The parts of a line that tell different things, in order: most lines tell one.
  func parts(of line: ReadingLine) -> [(range: Range<Int>, frame: Frame)] {
    let source = line.sourceRange(of: line.bytes.indices)
    var index = max(0, runs.partitioningIndex { $0.start > source.lowerBound } - 1)
    var parts: [(range: Range<Int>, frame: Frame)] = []
    var start = 0
    while index + 1 < runs.count, runs[index + 1].start < source.upperBound {
      let next = runs[index + 1]
      if next.isInline {
        let cut = line.offset(ofSource: next.start)
        parts.append((start..<cut, runs[index].frame))
        start = cut
      }
      index += 1
    }
    parts.append((start..<line.bytes.count, runs[index].frame))
    return parts
  }
}

/// What the headings above say of a segment that its own words don't.
///
/// Below a heading of a year a paragraph that tells of several is an exception, and the other way round: 过去五年工作回顾 goes on with the
/// five years behind a paragraph on the last of them.
private struct HeadingsAbove {
  private var above: [(level: Int, exception: FrameKind)] = []
  /// Whether the chapter is of results only.
  private var isResults = false
  /// Whether the report is given to a congress: such a one doesn't go back from plans to results.
  private let isSpeech: Bool
  /// What the chapter tells of each of its parts, in tenths.
  private static let part: Int32 = 12
  /// How much clearer a heading must tell of the one than of the other, and what the exception costs each paragraph, in tenths.
  private static let clear: Int32 = 15, cost: Int32 = 8

  init(isSpeech: Bool) { self.isSpeech = isSpeech }

  mutating func pass(_ segment: inout OutlineSegment) {
    if segment.level == 1 {
      isResults = segment.scores[.results] >= Self.clear && segment.scores[.plan] < 0
    } else if segment.level > 1 {
      segment.isPartOfResults = isResults && !isSpeech && !segment.tells
      if segment.isPartOfResults { segment.scores[.results] += Self.part }
    }
    // 一、 below 过去五年工作回顾 is a part of it.
    let level = segment.isUmbrella ? 0 : segment.level
    if segment.level > 0 {
      above.removeAll { $0.level >= level }
      let difference = segment.scores[.results] - segment.scores[.severalYears]
      if abs(difference) >= Self.clear {
        above.append((level, difference > 0 ? .severalYears : .results))
      }
    }
    if let exception = above.last?.exception, segment.level == 0 { segment.scores[exception] -= Self.cost }
  }
}

/// Tells the years of stretches from headings, openings and the report's own year.
private struct FrameYears {
  private let identity: ReportIdentity
  private let isBudget, isAdjustment: Bool
  /// The year whose results the report tells.
  private let resultsYear: Int?
  /// The headings above, with the years that they name.
  private var headings: [OutlineSegment] = []
  private var last: Frame?
  /// The months that the title, a heading or an opening named last.
  private var months: MonthSpan?
  /// Those that the title names.
  private let titleMonths: MonthSpan?
  /// Whether the title names some months, so that what is planned is the rest of the same year.
  private let isOfPartOfYear: Bool

  init(_ identity: ReportIdentity) {
    self.identity = identity
    (isBudget, isAdjustment) = (identity.isBudget, identity.isBudgetAdjustment)
    resultsYear = identity.resultsYear
    titleMonths = identity.titleMonths
    months = titleMonths
    isOfPartOfYear = months != nil
  }

  /// The frame of a document without a line.
  var unknown: Frame {
    Frame(
      kind: identity.kind == .plan ? .plan : .results, year: identity.year, lastOfSpan: nil, months: nil,
      confidence: .low)
  }

  mutating func frame(_ kind: FrameKind, of segment: OutlineSegment, _ confidence: ReportIdentity.Confidence) -> Frame {
    if segment.level > 0 {
      headings.removeAll { $0.level >= segment.level }
      headings.append(segment)
    }
    var frame = Frame(kind: kind, year: nil, lastOfSpan: nil, months: nil, confidence: confidence)
    let named = headings.last { $0.year.map { fits($0, kind) } ?? false }?.year
    switch kind {
    case .results, .problems, .notes: frame.year = named ?? resultsYear
    case .plan:
      let opened = segment.year.flatMap { fits($0, kind) ? $0 : nil }
      frame.year =
        opened ?? named ?? (last?.kind == .plan ? last?.year : nil) ?? resultsYear.map { isOfPartOfYear ? $0 : $0 + 1 }
    case .severalYears:
      frame.lastOfSpan = span(of: segment, kind, isAhead: false) ?? resultsYear
      frame.year = frame.lastOfSpan
    case .aims:
      frame.lastOfSpan = span(of: segment, kind, isAhead: true)
      frame.year = frame.lastOfSpan
      if frame.year == nil { frame.confidence = min(frame.confidence, .medium) }
    }
    // 2025年《政府工作报告》明确任务145项 in a report on 上半年 is told of that half.
    if segment.months != nil || segment.tellsWholeYear { months = segment.months ?? titleMonths }
    (frame.isOfBudget, frame.isOfAdjustment) = (isBudget, isAdjustment)
    frame.months = kind == .results || kind == .problems ? months : nil
    last = frame
    return frame
  }

  /// The last of the years that a stretch, the one before or a heading above names.
  private func span(of segment: OutlineSegment, _ kind: FrameKind, isAhead: Bool) -> Int? {
    if let span = segment.span, span.isAhead == isAhead, let last = span.last { return last }
    if let last, last.kind == kind, let year = last.lastOfSpan { return year }
    return headings.last { $0.span?.isAhead == isAhead && $0.span?.last != nil }?.span?.last
  }

  /// Whether a year that a heading names can be that of a stretch of a kind.
  private func fits(_ year: Int, _ kind: FrameKind) -> Bool {
    guard let resultsYear else { return true }
    switch kind {
    case .results, .problems, .notes: return year <= resultsYear
    case .plan: return year > resultsYear || isOfPartOfYear && year == resultsYear
    case .severalYears, .aims: return false
    }
  }
}
