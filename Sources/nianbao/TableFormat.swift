import ArgumentParser
import Tables

/// `--format`: how a table is written.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, md, json

  /// Writes a table to standard output.
  func write(_ table: Table) throws {
    switch self {
    case .csv: try Console.write(table.csv)
    case .md: try Console.write(table.markdown.utf8)
    case .json: try Console.write(table.json)
    }
  }
}
