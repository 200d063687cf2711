import Foundation
import GRDB

/// A database that is to be replaced. Other programs can read it, and wait or are told that it is busy when they want to write:
/// what they wrote (reviews, documents) would be gone with the file.
final class HeldDatabase: Sendable {
  private let queue: DatabaseQueue

  /// Holds the database at `path`, if there is one, until the last reference to this is gone.
  init?(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var configuration = Configuration()
    configuration.busyMode = .timeout(ReportStore.busyTimeout)
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      // A log of the old database that lay beside the new one would be taken for the new one's.
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE")
    }
  }
}
