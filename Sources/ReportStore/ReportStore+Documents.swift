import GRDB
import ReportText

/// A path at which the store knows a document, without what it holds.
public struct StoredDocument: Sendable {
  /// The path.
  public let path: ExactPath
  /// SHA-256 of the bytes at the path, in hexadecimal.
  public let sha256: String
  /// The run that read it.
  public let run: Int64
  /// Whether another path is the one that the document was read from.
  public let isCopy: Bool
  /// Whether it was read from other bytes than those at its path, or for another path.
  public let isStale: Bool
  /// The document's row.
  let row: Int64
}

/// What is known of the paths of a run before anything is read.
public struct SettledPaths: Sendable {
  /// The paths at which stored documents or copies of them are.
  public let known: Set<ExactPath>
  /// How many paths took the place of another.
  public let moved: Int
  /// New copies, with the paths of the documents that they are copies of.
  public let copies: [(path: String, original: String)]
}

/// Documents whose rows aren't, or may not be, as they were written.
public struct ChangedRows: Sendable {
  /// Paths of documents of which rows were changed or deleted.
  public internal(set) var changed: [String] = []
  /// Paths of documents of which nothing is known, since an earlier program wrote them.
  public internal(set) var unknown: [String] = []
  /// How many documents were deleted while rows of them stayed.
  public internal(set) var deleted = 0
}

extension ReportStore {
  /// The paths of stored documents and of their copies, in order.
  public func storedDocuments() throws -> [StoredDocument] { try read(Self.storedDocuments) }

  private static func storedDocuments(_ db: Database) throws -> [StoredDocument] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT path, sha256, run_id, 0 AS is_copy, is_stale, id FROM documents UNION ALL
        SELECT c.path, c.sha256, d.run_id, 1, 0, d.id FROM document_copies c JOIN documents d ON d.id = c.document_id
        ORDER BY path, is_copy
        """
    ).map(StoredDocument.init(row:))
  }

  /// What became of stored rows since they were written.
  public func changedRows() throws -> ChangedRows {
    try read { db in
      var rows = ChangedRows()
      for document in try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, d.path, h.sha256 FROM documents d LEFT JOIN row_hashes h ON h.document_id = d.id ORDER BY d.path
          """)
      {
        let path: String = try document.value("path")
        guard let kept: String = try document.optional("sha256") else {
          rows.unknown.append(path)
          continue
        }
        if try RowHash.of(try document.value("id"), db) != kept { rows.changed.append(path) }
      }
      let deleted = "SELECT count(*) FROM row_hashes WHERE document_id NOT IN (SELECT id FROM documents)"
      rows.deleted = try Int.fetchOne(db, sql: deleted) ?? 0
      return rows
    }
  }

  /// Gives documents the paths at which their bytes are now, in one transaction, before a run reads what isn't known.
  ///
  /// - Parameters:
  ///   - files: SHA-256 of the bytes at each path; none for what couldn't be read or is no part of the run.
  ///   - vanished: stored paths at which no file is any more.
  ///   - run: the way of reading.
  ///   - isTied: whether what is read of a file depends on its path.
  public func settle(
    _ files: [ExactPath: String], vanished: Set<ExactPath>, run: Int64, isTied: @escaping (ExactPath) -> Bool
  ) throws -> SettledPaths {
    try write { db in
      let settlement = Settlement(
        try Self.storedDocuments(db), run: run, files: files, vanished: vanished, isTied: isTied)
      for row in settlement.abandoned { try db.execute(sql: "DELETE FROM documents WHERE id = ?", arguments: [row]) }
      for (row, place) in settlement.changed {
        try db.execute(
          sql: "UPDATE documents SET path = ?, is_stale = ? WHERE id = ?",
          arguments: [place.home.description, place.isStale, row])
        try db.execute(sql: "DELETE FROM document_copies WHERE document_id = ?", arguments: [row])
        for (path, sha256) in place.copies.sorted(by: { $0.key < $1.key }) {
          try Self.addCopy(of: row, path: path.description, sha256: sha256, db)
        }
      }
      return SettledPaths(
        known: settlement.settled, moved: settlement.moved,
        copies: settlement.copies.map { ($0.path.description, $0.original.description) })
    }
  }

  /// Notes another path of a document.
  static func addCopy(of row: Int64, path: String, sha256: String, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO document_copies (document_id, path, sha256) VALUES (?, ?, ?)")
      .execute(arguments: [row, path, sha256])
  }

  /// Takes a path out. A document that has copies stands at one of them from then on; where that has other bytes the next run
  /// reads it again.
  static func leave(_ path: String, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM document_copies WHERE path = ?").execute(arguments: [path])
    let documents = try db.cachedStatement(sql: "SELECT id, sha256 FROM documents WHERE path = ?")
    for document in try Row.fetchAll(documents, arguments: [path]) {
      let row: Int64 = try document.value("id")
      let heir = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT id, path, sha256 FROM document_copies WHERE document_id = ? ORDER BY sha256 <> ?, path LIMIT 1"),
        arguments: [row, try document.value("sha256") as String])
      guard let heir else {
        try db.cachedStatement(sql: "DELETE FROM documents WHERE id = ?").execute(arguments: [row])
        continue
      }
      try db.execute(
        sql: "UPDATE documents SET path = ?, is_stale = is_stale OR sha256 <> ? WHERE id = ?",
        arguments: [try heir.value("path") as String, try heir.value("sha256") as String, row])
      try db.execute(sql: "DELETE FROM document_copies WHERE id = ?", arguments: [try heir.value("id") as Int64])
    }
  }

  /// Takes documents out, with all that was read of them: those at the paths and those in the folders at the paths. A document
  /// of which another copy is known stays as that. Returns how many paths there were; nothing is taken out if one has none.
  ///
  /// - Throws: `StoreError`.
  public func forget(_ paths: [String]) throws -> Int {
    try write { db in
      var count = 0
      for path in paths {
        let found = try Self.storedDocuments(db).map(\.path.description).filter { DocumentPath.lies($0, in: path) }
        if found.isEmpty { throw StoreError.unknownDocument(path: path) }
        for path in found { try Self.leave(path, db) }
        count += found.count
      }
      return count
    }
  }
}

extension StoredDocument {
  /// A row with the columns `path, sha256, run_id, is_copy, is_stale, id`.
  init(row: Row) throws {
    self.init(
      path: ExactPath(try row.value("path")), sha256: try row.value("sha256"), run: try row.value("run_id"),
      isCopy: try row.value("is_copy"), isStale: try row.value("is_stale"), row: try row.value("id"))
  }
}
