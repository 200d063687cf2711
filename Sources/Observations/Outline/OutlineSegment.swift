import Quantities
import ReportText

/// A stretch of a report before it is decided what it tells: a heading, a paragraph, or a part of one that opens anew.
struct OutlineSegment: Sendable {
  /// Where it begins in the source.
  let start: Int
  /// How deep a heading it is: 1 for 一、, 2 for (一), 3 for 1.; 0 for a paragraph.
  let level: Int
  /// Whether it is a heading without a number, above the numbered ones: 过去五年工作回顾.
  let isUmbrella: Bool
  /// Whether it begins inside a line.
  let isInline: Bool
  /// What its own words tell.
  var scores = FrameScores()
  /// The year that it names in its heading or opening.
  var year: Int?
  /// The months that its opening names behind a year, and whether it names a year or the whole of it without any.
  var months: MonthSpan?
  var tellsWholeYear = false
  /// The last of the several years that it names, and whether they are to come.
  var span: YearSpan?

  /// Whether it begins a line behind one that holds several segments.
  var isBehindInline = false
  /// Whether it is a heading that tells nothing, below a chapter of results.
  var isPartOfResults = false
  /// Whether its heading or opening tells anything.
  var tells = false

  /// How hard it is to turn to another kind where it begins.
  var boundary: OutlineGrammar.Boundary {
    if isPartOfResults { return .partOfResults }
    if isBehindInline { return .behindInline }
    return switch level {
    case 0 where isInline: .sentence
    case 0: tells ? .paragraph : .silentParagraph
    case 1: tells ? .chapter : .silentChapter
    default: tells ? .heading : .silentHeading
    }
  }
}
