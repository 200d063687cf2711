import Checks
import Observations
import Quantities

/// The series that documents make, for tables and pictures of them.
///
/// No series has figures of two metrics, so those of many documents can be made one metric after another: then only the series
/// are held, and not all that was read.
public struct SeriesSet: Sendable {
  let catalogue: Catalogue
  let choice: SeriesChoice
  /// All series of the status asked for, ordered by metric, agency and scope, sums of several years behind the figures of one,
  /// levels before their changes.
  private(set) var all: [Series] = []
  /// The names of the agencies by their ids.
  private(set) var agencies: [String: String] = [:]
  /// Kind and year of each figure that no series shows because it isn't sure enough.
  private var withheld: [(kind: QuantityKind, year: Int)] = []

  /// A set without series.
  public init(catalogue: Catalogue, choice: SeriesChoice = SeriesChoice()) {
    self.catalogue = catalogue
    self.choice = choice
  }

  /// The series of documents.
  public init(_ documents: [CheckedReport], catalogue: Catalogue, choice: SeriesChoice = SeriesChoice()) {
    self.init(catalogue: catalogue, choice: choice)
    add(documents)
  }

  /// Adds the series that documents make; of metrics behind those before in the catalogue, whose figures all stand in these documents.
  public mutating func add(_ documents: [CheckedReport]) {
    var builder = SeriesBuilder(catalogue: catalogue, status: choice.status)
    for document in documents { builder.add(document) }
    if let successions = choice.successions { builder.join(successions) }
    all += builder.series()
    withheld += builder.withheldFigures
    agencies.merge(builder.agencyNames) { $0.count < $1.count ? $1 : $0 }
  }

  /// The series of the kinds asked for, in the years asked for.
  var chosen: [Series] {
    all.filter { choice.kinds?.contains($0.key.kind) ?? true }.compactMap { $0.limited(to: choice.years) }
  }

  /// How many figures asked for aren't sure enough to be shown.
  ///
  /// - Parameter years: the years of which a table tells, if not of all.
  public func withheldCount(of years: Set<Int>? = nil) -> Int {
    withheld.count { figure in
      choice.kinds?.contains(figure.kind) ?? true && choice.years?.contains(figure.year) ?? true
        && years?.contains(figure.year) ?? true
    }
  }

  /// The id of an agency that has a name or id.
  public func agencyID(_ name: String) -> String? {
    agencies[name] != nil ? name : agencies.filter { $0.value == name }.keys.min()
  }
}
