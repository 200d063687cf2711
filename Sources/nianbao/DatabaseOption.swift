import ArgumentParser
import ReportStore
import ReportText

/// `--db FILE`: the database that `ingest` or `report` wrote.
struct DatabaseOption: ParsableArguments {
  @Option(name: .customLong("db"), help: "ingest 或 report 写出的数据库。 The database that ingest or report wrote.")
  var path = "nianbao.sqlite"

  /// Calls `body` with the database.
  func withStore<T>(_ body: (ReportStore) throws -> T) throws -> T {
    try StoreError.endingProgram { try body(try ReportStore(opening: path)) }
  }
}

/// `--db FILE`: the database to go on with, made if there is none.
struct IngestDatabaseOption: ParsableArguments {
  @Option(name: .customLong("db"), help: "数据库；没有则新建。 The database; made if there is none.") var path = "nianbao.sqlite"

  /// Calls `body` with the database, to be written in place.
  func withStore<T>(_ body: (ReportStore) throws -> T) throws -> T {
    try StoreError.endingProgram { try body(try ReportStore(updating: path)) }
  }

  /// Whether a file, by its canonical path, is the database or one that SQLite keeps beside it.
  func isPart(_ file: String) -> Bool {
    // Hardly one of many files has its name, and to work out its whole path for each would take longer than to read it.
    guard let name = path.split(separator: "/").last, file.split(separator: "/").last?.hasPrefix(name) == true else {
      return false
    }
    let database = DocumentPath.canonical(path)
    return ["", "-wal", "-shm", "-journal"].contains { file == database + $0 }
  }
}

extension StoreError {
  /// Calls `body`; what keeps a database from being used ends the program with status 3, what it doesn't hold with 2.
  static func endingProgram<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as StoreError {
      Console.error(error.description)
      switch error {
      case .unknownAgency, .mergedInACircle, .unknownDocument, .unknownReview: throw ExitCode(2)
      default: throw ExitCode(3)
      }
    }
  }
}
