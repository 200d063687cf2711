import ArgumentParser
import ReportStore

/// `--db FILE`: the database that `report` wrote.
struct DatabaseOption: ParsableArguments {
  @Option(name: .customLong("db"), help: "report 写出的数据库。 The database that report wrote.") var path: String

  /// Calls `body` with the database; what keeps it from being used ends the program with status 3.
  func withStore<T>(_ body: (ReportStore) throws -> T) throws -> T {
    do {
      return try body(try ReportStore(opening: path))
    } catch let error as StoreError {
      Console.error(error.description)
      if case .unknownAgency = error { throw ExitCode(2) }
      if case .mergedInACircle = error { throw ExitCode(2) }
      throw ExitCode(3)
    }
  }
}
