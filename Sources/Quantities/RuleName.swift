/// The rules that place numerals, by the name shown in records, `explain` and the audit.
public enum RuleName: String, Sendable, CaseIterable {
  // Quantities
  case count, money, percent, points, multiple, duration, measure, rank, ratio, fraction
  case growth, change
  case bareNumber = "bare-number"
  case zeroChange = "zero-change"
  // No statistics
  case calendarDate = "calendar-date"
  case timeWindow = "time-window"
  case clockTime = "clock-time"
  case documentNumber = "document-number"
  case title
  case documentTitle = "document-title"
  case ordinal
  case setPhrase = "set-phrase"
  case quotedName = "quoted-name"
  case wordPart = "word-part"
  case threshold
  case contact
  case listMarker = "list-marker"
  case footnote
  case indefinite
  /// In a paragraph that stands in the text before.
  case repeated
  case unplaced
}
