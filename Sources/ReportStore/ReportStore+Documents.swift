import GRDB

/// A document as the store knows it, without what it holds.
public struct StoredDocument: Sendable {
  /// The path under which it was read.
  public let path: String
  /// SHA-256 of its bytes, in hexadecimal.
  public let sha256: String
  /// The run that read it.
  public let run: Int64
}

extension ReportStore {
  /// The stored documents and their copies in the order of their paths.
  public func storedDocuments() throws -> [StoredDocument] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT path, sha256, run_id FROM documents UNION ALL
          SELECT c.path, c.sha256, d.run_id FROM document_copies c JOIN documents d ON d.id = c.document_id ORDER BY path
          """
      ).map { row in
        StoredDocument(path: row["path"], sha256: row["sha256"], run: row["run_id"])
      }
    }
  }

  /// Gives documents the paths at which their bytes are now, by SHA-256, in one transaction.
  public func move(_ paths: [(sha256: String, path: String)]) throws {
    try write { db in
      for (sha256, path) in paths {
        try db.execute(sql: "DELETE FROM documents WHERE path = ? AND sha256 <> ?", arguments: [path, sha256])
        try db.execute(sql: "UPDATE documents SET path = ? WHERE sha256 = ?", arguments: [path, sha256])
      }
    }
  }

  /// Takes documents out, with all that was read of them: those at the paths and those in the folders at the paths.
  /// Returns how many there were; nothing is taken out if one path has none.
  ///
  /// - Throws: `StoreError`.
  public func forget(_ paths: [String]) throws -> Int {
    try write { db in
      var count = 0
      for path in paths {
        let folder = path.hasSuffix("/") ? path : path + "/"
        // What lies in the working folder is known from there on.
        try db.execute(
          sql: """
            DELETE FROM documents WHERE path = ? OR substr(path, 1, length(?)) = ? OR ? = './' AND substr(path, 1, 1) <> '/'
            """,
          arguments: [path, folder, folder, folder])
        if db.changesCount == 0 { throw StoreError.unknownDocument(path: path) }
        count += db.changesCount
      }
      return count
    }
  }
}
