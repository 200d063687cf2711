import ReportText

extension Outline {
  /// A stretch of a report as people are shown it.
  public struct Stretch: Sendable, Equatable {
    /// Where it begins.
    public let place: SourceSpan
    /// How deep a heading it is: 1 for 一、; 0 for a paragraph.
    public let level: Int
    /// What it tells.
    public let kind: FrameKind
    /// The year of its figures; `nil` if neither the stretch nor the report tells.
    public let year: Int?
    /// How sure the kind is.
    public let confidence: ReportIdentity.Confidence
    /// The margin to the second-best reading of the document, in tenths.
    public let margin: Int
    /// Its first words.
    public let words: String
    /// What its own words tell: each with its place and what it weighs for what, in tenths; empty where they tell nothing.
    public let reasons: String

    /// A stretch as stored.
    public init(
      place: SourceSpan, level: Int, kind: FrameKind, year: Int?, confidence: ReportIdentity.Confidence, margin: Int,
      words: String, reasons: String
    ) {
      self.place = place
      self.level = level
      self.kind = kind
      self.year = year
      self.confidence = confidence
      self.margin = margin
      self.words = words
      self.reasons = reasons
    }
  }

  /// Which stretches are kept to be shown.
  public enum Shown: Sendable {
    /// None: the figures alone are asked for.
    case none
    /// Those that an auditor looks for: headings, where the frame changes, and those that are not sure.
    case turns
    case all

    func takes(_ level: Int, _ frame: Frame, isTurn: Bool) -> Bool {
      switch self {
      case .none: false
      case .turns: level > 0 || isTurn || frame.confidence != .high
      case .all: true
      }
    }
  }
}

/// Evidence for what a stretch tells: words at their place, and what they weigh.
struct OutlineEvidence: Sendable, CustomStringConvertible {
  let words: String
  let place: OutlinePlace
  let scores: FrameScores

  /// 标题“工作回顾” 当年结果+30 计划-10
  var description: String {
    let weights = FrameKind.allCases.compactMap { kind -> String? in
      let weight = scores[kind]
      return weight == 0 ? nil : "\(kind.chinese)\(weight > 0 ? "+" : "")\(weight)"
    }
    return "\(place.chinese)“\(words)” \(weights.joined(separator: " "))"
  }
}
