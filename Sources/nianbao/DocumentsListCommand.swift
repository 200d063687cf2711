import ArgumentParser
import ReportStore
import ReportText
import Tables

struct DocumentsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "以 CSV 列出全部文件，改后可交给 --documents。 List all documents as CSV, to be edited for --documents.")

  @OptionGroup var database: DatabaseOption

  func run() throws {
    var csv = CSVText(header: DocumentEntry.columns)
    for entry in try database.withStore({ try $0.documentEntries() }) {
      csv.row([entry.path, entry.agency, entry.year.map(String.init), entry.kind?.rawValue, entry.url])
    }
    try Console.write(csv.bytes)
  }
}
