import Checks
import Foundation
import GRDB
import Observations
import Quantities

/// A review as stored, with what became of it.
public struct ReviewEntry: Sendable {
  /// Whether the figure still says what the review expects.
  public enum State: String, Sendable {
    /// It holds.
    case applied
    /// Another review of the same figure came later.
    case replaced
    /// The document doesn't say that any more: the review isn't applied.
    case stale
    /// The document isn't in the database.
    case absent
  }

  /// Its number in the database; one that was dropped may be given again.
  public let id: Int64
  /// The path of the document when it was reviewed.
  public let path: String
  /// The figure as written.
  public let text: String
  /// Its sentence.
  public let quote: String
  /// What it counts.
  public let subject: String
  /// The decision.
  public let review: Review
  /// What became of it.
  public let state: State
  /// The observation's id across documents, where the review holds.
  public let observation: String?
}

/// A review to be stored.
public struct ReviewedObservation: Sendable {
  /// The observation's id across documents.
  public let observation: String
  /// The figure as written.
  public let text: String
  /// The decision.
  public let review: Review

  /// A review of an observation.
  public init(observation: String, text: String, review: Review) {
    self.observation = observation
    self.text = text
    self.review = review
  }
}

extension ReportStore {
  /// Stores reviews; one of the same figure is replaced.
  ///
  /// - Returns: those that were not stored, since there is no such figure or it doesn't have the expected value.
  public func add(_ reviews: [ReviewedObservation]) throws -> [ReviewedObservation] {
    try write { db in
      try reviews.filter { item in
        let review = item.review
        guard let figure = try Self.figure(item, db) else { return true }
        let place: StatementArguments = [
          try figure.value("sha256") as String, try figure.value("path") as String, try figure.value("quote") as String,
          item.text, try figure.value("subject") as String, try figure.value("place") as Int,
        ]
        try db.execute(
          sql: """
            DELETE FROM reviews
            WHERE (sha256 = ? OR path = ?) AND quote = ? AND text = ? AND subject = ? AND place = ?
            """, arguments: place)
        try db.execute(
          sql: """
            INSERT INTO reviews (sha256, path, quote, text, subject, place, expected, unit, year, decision, value, reason,
              reviewer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: place + [
            review.expected.description, try figure.value("unit") as String, try figure.year("year"),
            review.decision.rawValue,
            review.value?.description, review.reason, review.reviewer,
          ])
        return false
      }
    }
  }

  /// The one figure that a review is of, if it says what the review expects.
  private static func figure(_ item: ReviewedObservation, _ db: Database) throws -> Row? {
    guard let end = item.observation.firstIndex(of: "-") else { return nil }
    let document = String(item.observation[..<end])
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.sha256, d.path, o.quote, o.subject, o.unit, o.year, (
            SELECT count(*) FROM observations p JOIN numerals q ON q.id = p.numeral_id
            WHERE p.document_id = o.document_id AND p.id < o.id AND p.quote = o.quote AND p.subject = o.subject
              AND q.text = n.text
          ) AS place
        FROM documents d JOIN observations o ON o.document_id = d.id JOIN numerals n ON n.id = o.numeral_id
        WHERE d.sha256 >= ? AND d.sha256 < ? || 'g' AND o.key = ? AND n.text = ? AND o.value = ?
        """,
      arguments: [
        document, document, String(item.observation[end...].dropFirst()), item.text, item.review.expected.description,
      ])
    return rows.count == 1 ? rows[0] : nil
  }

  /// All reviews in the order of paths, with what became of each.
  public func reviews() throws -> [ReviewEntry] {
    try read { db in
      let present = Set(try Int64.fetchAll(db, sql: "SELECT review_id FROM reviewed_documents"))
      let matched = Set(try Int64.fetchAll(db, sql: "SELECT review_id FROM review_matches"))
      let applied = try Row.fetchAll(
        db,
        sql: """
          SELECT a.review_id, d.sha256, o.key FROM applied_reviews a
            JOIN observations o ON o.id = a.observation_id JOIN documents d ON d.id = o.document_id
          ORDER BY o.id DESC
          """)
      let observations = Dictionary(
        try applied.map { row -> (Int64, String) in
          (
            try row.value("review_id"),
            (try row.value("sha256") as String).prefix(8) + "-" + (try row.value("key") as String)
          )
        }
      ) { $1 }
      return try Row.fetchAll(db, sql: "SELECT * FROM reviews ORDER BY path, id").map { row in
        let id: Int64 = try row.value("id")
        let state: ReviewEntry.State =
          if observations[id] != nil { .applied } else if matched.contains(id) {
            .replaced
          } else if present.contains(
            id)
          { .stale } else { .absent }
        return ReviewEntry(
          id: id, path: try row.value("path"), text: try row.value("text"), quote: try row.value("quote"),
          subject: try row.value("subject"),
          review: try Review(row: row), state: state, observation: observations[id])
      }
    }
  }

  /// Takes reviews away by their numbers: all of them or, if one isn't there, none.
  ///
  /// - Returns: how many they were.
  /// - Throws: `StoreError`, also for a review that isn't stored.
  public func dropReviews(_ ids: [Int64]) throws -> Int {
    try write { db in
      let ids = Set(ids)
      for id in ids.sorted() {
        try db.execute(sql: "DELETE FROM reviews WHERE id = ?", arguments: [id])
        if db.changesCount == 0 { throw StoreError.unknownReview(id: id) }
      }
      return ids.count
    }
  }

  /// The reviews that hold, by the rows of documents and the ids of observations.
  func appliedReviews(_ db: Database) throws -> [Int64: [String: Review]] {
    var reviews: [Int64: [String: Review]] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT o.document_id, o.key, r.* FROM applied_reviews a
          JOIN observations o ON o.id = a.observation_id JOIN reviews r ON r.id = a.review_id
        """)
    {
      reviews[try row.value("document_id"), default: [:]][try row.value("key")] = try Review(row: row)
    }
    return reviews
  }

  /// Takes over the reviews of another database.
  func keepReviews(of old: DatabaseQueue) throws {
    let columns =
      "id, sha256, path, quote, text, subject, place, expected, unit, year, decision, value, reason, reviewer"
    let rows = try old.read { db in
      try db.tableExists("reviews") ? try Row.fetchAll(db, sql: "SELECT \(columns) FROM reviews ORDER BY id") : []
    }
    try queue.write { db in
      for row in rows {
        try db.execute(
          sql: """
            INSERT INTO reviews (\(columns)) VALUES (\(databaseQuestionMarks(count: row.count)))
            """, arguments: StatementArguments(row.databaseValues))
      }
    }
  }
}

extension Review {
  fileprivate init(row: Row) throws {
    self.init(
      decision: try row.choice("decision"), expected: try row.requiredDecimal("expected"),
      value: try row.decimal("value"), reason: try row.value("reason"), reviewer: try row.value("reviewer"))
  }
}
