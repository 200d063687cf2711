import ArgumentParser
import ReportStore
import Tables

struct AgenciesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出全部机关。 List all agencies.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var output: TableOutput

  func run() throws {
    let rows = try database.withStore { try $0.agencies() }.map { entry -> [String?] in
      [
        entry.agency.id, entry.agency.name, entry.agency.division?.code, entry.agency.division?.level.rawValue,
        String(entry.documents), entry.years.map { String($0.lowerBound) }, entry.years.map { String($0.upperBound) },
        entry.mergedInto, entry.givenName,
      ]
    }
    try output.write(
      Table(
        columns: [
          "agency_id", "agency", "area_code", "level", "documents", "first_year", "last_year", "merged_into",
          "given_name",
        ], rows: rows))
  }
}
