import ArgumentParser
import Checks
import Foundation
import Observations
import Quantities
import ReportStore
import ReportText
import Tables

/// Which series of a database are asked for.
struct SeriesOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOption
  @OptionGroup var catalogue: CatalogueOption
  @Option(name: .customLong("metric"), help: "指标编号或中文名，可重复。 A metric's id or Chinese name; repeatable.") var metrics:
    [String] = []
  @Option(name: .customLong("agency"), help: "机关编号或名称，可重复。 An agency's id or name; repeatable.")
  var agencies: [String] = []
  @Option(
    name: .customLong("region"), help: "区划代码或名称，含其下各级，可重复。 A division's code or name, with all inside; repeatable.")
  var regions: [String] = []
  @Option(name: .customLong("level"), help: "机关的层级，可重复。 Level of the agencies; repeatable.")
  var levels: [Division.Level] = []
  @Option(name: .customLong("kind"), help: "数的类别，可重复。 Kind of figures; repeatable.") var kinds: [QuantityKind] = []
  @OptionGroup var confidence: ConfidenceOption
  @Option(help: "数的状态。 Status of figures.") var status = Status.actual
  @Flag(help: "机构改革前后的机关接成一个序列，并标出断点。 Join the series of bodies that followed one another, breaks marked.")
  var followSuccessors = false

  /// What of the figures makes series.
  var choice: SeriesChoice {
    var choice = SeriesChoice()
    choice.status = status
    choice.kinds = kinds.isEmpty ? nil : Set(kinds)
    choice.successions = followSuccessors ? .shared : nil
    return choice
  }

  /// The documents with the figures asked for, and the catalogue. Tells how many of `choice` aren't sure enough.
  func load(_ choice: SeriesChoice) throws -> (documents: [CheckedReport], catalogue: Catalogue) {
    let catalogue = try catalogue.load()
    let query = try query(in: catalogue)
    let documents = confidence.applied(to: try database.withStore { try $0.figures(query) })
    confidence.tell(withheld: choice.withheldCount(documents))
    return (documents, catalogue)
  }

  /// The series asked for, of more agencies if they are given. Tells how many of their figures, of `years` if they are given, aren't
  /// sure enough.
  func set(_ choice: SeriesChoice, agencies more: [String] = [], years: Set<Int>? = nil) throws -> SeriesSet {
    let catalogue = try catalogue.load()
    var query = try query(in: catalogue)
    query.agencies += more
    var set = SeriesSet(catalogue: catalogue, choice: choice)
    let metrics = catalogue.metrics.map(\.id).filter { query.metrics.isEmpty || query.metrics.contains($0) }
    try database.withStore { store in
      try store.forEachMetric(metrics, query) { set.add(confidence.applied(to: $0)) }
    }
    confidence.tell(withheld: set.withheldCount(of: years))
    return set
  }

  private func query(in catalogue: Catalogue) throws -> FigureQuery {
    var query = FigureQuery()
    query.metrics = try self.catalogue.ids(metrics, in: catalogue)
    query.agencies = agencies
    query.levels = levels
    query.regions = try regions.map { name in
      guard let division = Division(written: name) else {
        Console.error("\(name): 没有这个区划，请写六位代码或全称 (no such division)")
        throw ExitCode(2)
      }
      return division
    }
    return query
  }
}

/// `2019-2024` or one year.
struct YearRange: ExpressibleByArgument {
  let years: ClosedRange<Int>

  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
      ReportIdentity.years.contains(first), ReportIdentity.years.contains(last)
    else { return nil }
    years = first...last
  }
}

/// Two values behind one option: `2022,2023`.
struct Pair<Value: LosslessStringConvertible>: ExpressibleByArgument {
  let first: Value
  let second: Value

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).compactMap { Value(String($0)) }
    guard parts.count == 2, !parts.contains(where: { $0.description.isEmpty }) else { return nil }
    (first, second) = (parts[0], parts[1])
  }
}

extension Division.Level: ExpressibleByArgument {}
extension QuantityKind: ExpressibleByArgument {}
extension Status: ExpressibleByArgument {}
