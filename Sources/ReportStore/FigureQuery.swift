import Quantities
import ReportText

/// Which figures are asked for; an empty list asks for all.
public struct FigureQuery: Sendable {
  /// Ids of metrics.
  public var metrics: [String] = []
  /// Ids or names of agencies, as decided.
  public var agencies: [String] = []
  /// Divisions, with all inside them.
  public var regions: [Division] = []
  /// Levels of the agencies' divisions.
  public var levels: [Division.Level] = []

  /// All figures.
  public init() {}

  var asksForAgencies: Bool { !agencies.isEmpty || !regions.isEmpty || !levels.isEmpty }

  func includes(_ agency: Agency) -> Bool {
    if !agencies.isEmpty, !agencies.contains(agency.id), !agencies.contains(agency.name) { return false }
    guard !regions.isEmpty || !levels.isEmpty else { return true }
    guard let division = agency.division else { return false }
    return (regions.isEmpty || regions.contains { division.code.hasPrefix($0.codeStem) })
      && (levels.isEmpty || levels.contains(division.level))
  }
}
