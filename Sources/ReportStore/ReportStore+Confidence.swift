import GRDB
import ReportText

extension ReportStore {
  /// Who issued each document and for which year, in the order of their paths, with agencies as decided.
  public func identities() throws -> [(path: String, identity: ReportIdentity)] {
    try read { db in
      let agencies = try decidedAgencies(db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT path, title, agency_id, agency_confidence, year, year_confidence, kind, reasons, url, corrects
          FROM documents ORDER BY path, sha256
          """
      ).map { row in (try row.value("path"), try ReportIdentity(row: row, agencies)) }
    }
  }

  /// How many figures have been read with a confidence.
  public func figureCount(of confidence: ReportIdentity.Confidence) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM observations WHERE confidence = ?", arguments: [confidence.rawValue]) ?? 0
    }
  }
}
