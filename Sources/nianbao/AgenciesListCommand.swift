import ArgumentParser
import ReportStore
import Tables

struct AgenciesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "以 CSV 列出全部机关。 List all agencies as CSV.")

  @OptionGroup var database: DatabaseOption

  func run() throws {
    var csv = CSVText(header: [
      "agency_id", "agency", "area_code", "level", "documents", "first_year", "last_year", "merged_into", "given_name",
    ])
    for entry in try database.withStore({ try $0.agencies() }) {
      csv.row([
        entry.agency.id, entry.agency.name, entry.agency.division?.code, entry.agency.division?.level.rawValue,
        String(entry.documents), entry.years.map { String($0.lowerBound) }, entry.years.map { String($0.upperBound) },
        entry.mergedInto, entry.givenName,
      ])
    }
    try Console.write(csv.bytes)
  }
}
