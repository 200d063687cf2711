import Foundation
import GRDB
import ReportText

/// An agency as stored, with what was decided about it.
public struct AgencyEntry: Sendable {
  /// The agency as read.
  public let agency: Agency
  /// How many documents it issued, those of the agencies merged into it left out.
  public let documents: Int
  /// The first and the last year of its documents.
  public let years: ClosedRange<Int>?
  /// The id of the agency that it counts as; `nil` if it stands for itself.
  public let mergedInto: String?
  /// The name that it was given; `nil` if it has that which was read.
  public let givenName: String?
}

extension ReportStore {
  /// All agencies in the order of their ids.
  public func agencies() throws -> [AgencyEntry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.*, d.merged_into, d.name AS given_name, count(r.id) AS documents, min(r.year) AS first,
            max(r.year) AS last
          FROM agencies a
            LEFT JOIN agency_decisions d ON d.agency_id = a.id
            LEFT JOIN documents r ON r.agency_id = a.id
          GROUP BY a.id ORDER BY a.id
          """
      ).map { row in
        let years = [try row.year("first"), try row.year("last")].compactMap { $0 }.sorted()
        return AgencyEntry(
          agency: try Agency(row: row), documents: try row.value("documents"),
          years: years.count == 2 ? years[0]...years[1] : nil, mergedInto: try row.optional("merged_into"),
          givenName: try row.optional("given_name"))
      }
    }
  }

  /// The stored documents in the order of their paths, with agencies as read; `DocumentEntry.noAgency` where the user
  /// said that there is none.
  public func documentEntries() throws -> [DocumentEntry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.path, coalesce(a.name, iif(d.agency_confidence IS NULL, NULL, ?)) AS agency, d.year, d.kind, d.url
          FROM documents d LEFT JOIN agencies a ON a.id = d.agency_id ORDER BY d.path, d.sha256
          """, arguments: [DocumentEntry.noAgency]
      ).map { row in
        DocumentEntry(
          path: try row.value("path"), agency: try row.optional("agency"), year: try row.year("year"),
          kind: try row.optionalChoice("kind"), url: try row.optional("url"))
      }
    }
  }

  /// Lets the documents of an agency count as another's, or, without one, as its own again.
  ///
  /// - Throws: `StoreError` if one of them isn't stored, or the other counts as the first already.
  public func merge(_ id: String, into other: String?) throws {
    try write { db in
      for agency in [id, other].compactMap({ $0 }) { try Self.requireAgency(agency, db) }
      var target = other
      while let next = target {
        if next == id { throw StoreError.mergedInACircle(id: id, into: other ?? id) }
        target = try String.fetchOne(
          db, sql: "SELECT merged_into FROM agency_decisions WHERE agency_id = ?", arguments: [next])
      }
      try Self.decide("merged_into", other, for: id, db)
    }
  }

  /// Gives an agency a name, or, without one, that which was read again.
  ///
  /// - Throws: `StoreError` if it isn't stored.
  public func give(name: String?, to id: String) throws {
    try write { db in
      try Self.requireAgency(id, db)
      try Self.decide("name", name, for: id, db)
    }
  }

  private static func requireAgency(_ id: String, _ db: Database) throws {
    guard try Bool.fetchOne(db, sql: "SELECT 1 FROM agencies WHERE id = ?", arguments: [id]) != nil else {
      throw StoreError.unknownAgency(id: id)
    }
  }

  /// Sets one field of a decision; one without any is none.
  private static func decide(_ field: String, _ value: String?, for id: String, _ db: Database) throws {
    let other = field == "name" ? "merged_into" : "name"
    let kept = try String.fetchOne(
      db, sql: "SELECT \(other) FROM agency_decisions WHERE agency_id = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM agency_decisions WHERE agency_id = ?", arguments: [id])
    guard value != nil || kept != nil else { return }
    try db.execute(
      sql: "INSERT INTO agency_decisions (agency_id, \(field), \(other)) VALUES (?, ?, ?)",
      arguments: [id, value, kept])
  }

  /// Takes over what was decided in another database, with the agencies that others count as.
  func keepDecisions(of old: DatabaseQueue) throws {
    let (decisions, targets) = try old.read { db -> ([Row], [Row]) in
      guard try db.tableExists("agency_decisions") else { return ([], []) }
      return (
        try Row.fetchAll(db, sql: "SELECT agency_id, merged_into, name FROM agency_decisions"),
        try Row.fetchAll(
          db,
          sql: """
            SELECT id, name, area_code, area, level FROM agencies
            WHERE id IN (SELECT merged_into FROM agency_decisions)
            """)
      )
    }
    try queue.write { db in
      for row in targets {
        try db.execute(
          sql: "INSERT INTO agencies (id, name, area_code, area, level) VALUES (?, ?, ?, ?, ?)",
          arguments: StatementArguments(row.databaseValues))
      }
      for row in decisions {
        try db.execute(
          sql: "INSERT INTO agency_decisions (agency_id, merged_into, name) VALUES (?, ?, ?)",
          arguments: StatementArguments(row.databaseValues))
      }
    }
  }
}
