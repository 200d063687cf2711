import ArgumentParser
import Checks
import Observations
import ReportStore
import Tables

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "读报告，写出数据库、表格和核对页。 Read reports; write the database, the tables and the audit page.")

  @Option(name: .shortAndLong, help: "输出文件夹。 Output folder.") var out: String
  @OptionGroup var lang: LanguageOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let catalogue = try reading.catalogue.load()
    let ingest = try Ingest(catalogue, reading)
    let folder = try OutputFolder(out)
    var problems = Problems()
    let inputs = Inputs.find(reading.storedPaths, encoding: reading.encoding, except: out, &problems)
    let documents = try StoreError.endingProgram {
      let store = try ReportStore(replacing: folder.path("nianbao.sqlite"))
      do {
        _ = try ingest.run(inputs, into: store, &problems)
        let documents = try store.documents()
        if documents.isEmpty { try store.discard() } else { try store.finish() }
        return documents
      } catch {
        // Half a database helps nobody, least of all on a full disk.
        try? store.discard()
        throw error
      }
    }
    try problems.exit(ifNothingDone: documents.isEmpty)
    let write = { (table: Table, name: String) in try folder.write(table.headed(in: lang.language).csv, to: name) }
    try write(.trend(SeriesSet(documents, catalogue: catalogue)), "trend.csv")
    try write(.numerals(documents), "numerals.csv")
    let archive = CheckedArchive(documents, catalogue: catalogue)
    try write(.findings(archive), "findings.csv")
    let pages = AuditPages(
      archive, catalogue: catalogue, name: "audit.html", generator: "nianbao \(Nianbao.configuration.version)")
    try write(.observations(documents, catalogue: catalogue, pages: pages), "observations.csv")
    for (place, name) in pages.names.enumerated() { try folder.write(pages.html(place), to: name) }
    // Pages of an earlier run that had more of them would show what is no more.
    var part = pages.names.count
    while folder.remove(AuditPages.name("audit.html", part: part)) { part += 1 }
    print(Summary(archive).text(folder: out))
    if archive.findings.contains(where: { $0.verdict == .inconsistent }) || problems.count > 0 { throw ExitCode(1) }
  }
}
