import ArgumentParser
import ReportStore
import ReportText
import Tables

struct DocumentsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "列出全部文件；CSV 改后可交给 --documents。 List all documents; the CSV can be edited for --documents.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var output: TableOutput

  func run() throws {
    let rows = try database.withStore { try $0.documentEntries() }.map { entry -> [String?] in
      [entry.path, entry.agency, entry.year.map(String.init), entry.kind?.rawValue, entry.url]
    }
    try output.write(Table(columns: DocumentEntry.columns, rows: rows))
  }
}
