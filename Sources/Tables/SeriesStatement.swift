import Checks
import Observations
import Quantities

/// A figure that enters a series, with the document that states it.
struct SeriesStatement {
  let observation: Observation
  /// Its figure in the unit of the series.
  let quantity: Quantity
  let document: CheckedReport

  /// Its id across documents.
  var id: String { document.id(of: observation.id) }
  var agencyID: String { document.report.identity.agency?.id ?? document.ownBodyID }
  var isCorrected: Bool { document.reviews[observation.id]?.decision == .correct }
  /// Whether it stands in the report on its year.
  var isOfItsYear: Bool { document.report.identity.year == observation.year }

  /// `20(0123abcd-3-5)`: what it says, where it isn't the cell.
  var mention: String { "\(quantity.value)(\(id))" }
}

extension CheckedReport {
  /// What stands for the issuer of a document that names none: figures of two such documents are no series.
  var ownBodyID: String { "document-\(sha256.prefix(12))" }
}
