import Checks
import Observations
import Quantities
import ReportText

/// Which figures of documents make series.
public struct SeriesChoice: Sendable {
  /// What figures are to their report; only results make a trend unless another status is asked for.
  public var status = Status.actual
  /// The kinds of figures; `nil` for all.
  public var kinds: Set<QuantityKind>?
  /// The years shown; `nil` for all.
  public var years: ClosedRange<Int>?
  /// If given, a body's series goes on in that of the body that followed it.
  public var successions: Successions?

  /// All results.
  public init() {}

  /// Whether a figure is asked for, as one of `year`.
  func includes(_ observation: Observation, year: Int?) -> Bool {
    observation.status == status && kinds?.contains(observation.quantity.kind) ?? true
      && (years.map { years in year.map(years.contains) ?? false } ?? true)
  }

  /// How many figures asked for the documents hold back because they aren't sure enough.
  public func withheldCount(_ documents: [CheckedReport]) -> Int {
    documents.reduce(0) { count, document in
      count + document.report.observations.count { document.isWithheld($0) && includes($0, year: $0.year) }
    }
  }
}

/// A metric of an agency over the years.
struct Series {
  struct Key: Hashable {
    let metric: String
    let kind: QuantityKind
    let unit: String
    var agencyID: String
    let scope: String?
    /// That of the metric, or cumulative.
    let periodType: PeriodType
    /// Set where statements can't be combined and the subject tells them apart.
    var subject: String?

    /// The series of all subjects.
    var ofAllSubjects: Key {
      var key = self
      key.subject = nil
      return key
    }
  }

  /// The figure of one year.
  struct Cell {
    var value: ExactDecimal
    var bound: Bound
    /// The numbers that its wording allows; `nil` if those are any (约).
    var interval: Interval?
    var isImplied = false
    /// Whether a person corrected a figure that makes it.
    var isCorrected = false
    /// Whether a figure that would help to make it was rejected by a person.
    var leavesOutRejected = false
    /// Whether a figure that would help to make it isn't sure enough for the table.
    var leavesOutUnsure = false
    /// How sure the figures are that it rests on.
    var confidence = ReportIdentity.Confidence.high
    /// The ids of the statements whose figure this is; for an implied one that of the figure which implies it.
    var sources: [String]
    /// `=whole(3)`, `=max(2)`: how one figure was made of several statements of a document.
    var combined: String?
    /// What else the documents say of metric and year that isn't in this figure, as parts of it: `20(0123abcd-3-5)`.
    var also: [String] = []
    /// What other documents say that can't be true beside this: `1250(0123abcd-3-5)`.
    var conflicts: [String] = []

    /// `=correct`, `=reject`: what a person decided about figures of the year; a rejected one is left out.
    var review: String? {
      let decisions: [Review.Decision] = (isCorrected ? [.correct] : []) + (leavesOutRejected ? [.reject] : [])
      return decisions.isEmpty ? nil : "=" + decisions.map(\.rawValue).joined(separator: ",")
    }

    /// `=medium`, `=low`, `=withheld`: that it rests on a figure that isn't sure, or is without one that wasn't sure enough.
    var doubt: String? {
      let doubts = (confidence < .high ? [confidence.rawValue] : []) + (leavesOutUnsure ? ["withheld"] : [])
      return doubts.isEmpty ? nil : "=" + doubts.joined(separator: ",")
    }
  }

  let key: Key
  let agency: String
  let areaCode: String?
  var cells: [Int: Cell]
  /// By the year from which another body states the figures, that before and that one.
  var breaks: [Int: String] = [:]

  /// `2022`, `2021>=`: the years for which `mark` gives a text, with it.
  func list(_ mark: (Cell) -> String?) -> String? {
    let marks = cells.sorted { $0.key < $1.key }.compactMap { year, cell in mark(cell).map { "\(year)\($0)" } }
    return marks.isEmpty ? nil : marks.joined(separator: " ")
  }

  /// `2019:台州市科学技术委员会→台州市科学技术局`.
  var breakList: String? {
    breaks.isEmpty ? nil : breaks.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
  }

  /// The series with the years of a range only; `nil` if nothing is left.
  func limited(to years: ClosedRange<Int>?) -> Series? {
    guard let years else { return self }
    var series = self
    series.cells = cells.filter { years.contains($0.key) }
    series.breaks = breaks.filter { years.contains($0.key) }
    return series.cells.isEmpty ? nil : series
  }
}
