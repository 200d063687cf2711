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
  @OptionGroup var confidence: ConfidenceOption
  @OptionGroup var force: ForceOption
  @OptionGroup var lang: LanguageOption
  @OptionGroup var reading: ReadingOptions

  private static let database = "nianbao.sqlite"
  private static let page = "audit.html"
  private static let tables = ["trend.csv", "numerals.csv", "findings.csv", "observations.csv"]

  func run() throws {
    let catalogue = try reading.catalogue.load()
    let ingest = try Ingest(catalogue, reading)
    Interruption.watch()
    let folder = try OutputFolder(out, files: Self.tables + [Self.page], force: force.isGiven)
    var problems = Problems()
    let inputs = Inputs.find(reading.storedPaths, encoding: reading.encoding, &problems)
    let archive = try StoreError.endingProgram {
      let database = try Destination(folder.file(Self.database), force: true)
      let store = try ReportStore(replacing: database.path, writing: folder.outputs.place(for: database))
      do {
        _ = try ingest.run(inputs, into: store, &problems)
        try goOn(in: folder)
        let archive = CheckedArchive(try store.documents(), catalogue: catalogue)
        try problems.exit(ifNothingDone: archive.documents.isEmpty)
        try add(archive, catalogue, to: folder)
        try goOn(in: folder)
        // The database goes first: the tables can be made from it again, and it from nothing else.
        try folder.outputs.commit(first: store.finish)
        return archive
      } catch {
        // Half a database helps nobody, least of all on a full disk.
        try? store.discard()
        throw error
      }
    }
    confidence.tell(withheldOf: archive.documents)
    print(Summary(archive).text(folder: out))
    if archive.findings.contains(where: { $0.verdict == .inconsistent }) || problems.count > 0 { throw ExitCode(1) }
  }

  /// Adds tables and pages to what is to be written.
  private func add(_ archive: CheckedArchive, _ catalogue: Catalogue, to folder: OutputFolder) throws {
    let (documents, figures) = (archive.documents, confidence.applied(to: archive.documents))
    let pages = AuditPages(
      archive, catalogue: catalogue, name: Self.page, generator: "nianbao \(Nianbao.configuration.version)")
    let tables: [Table] = [
      .trend(SeriesSet(figures, catalogue: catalogue)), .numerals(documents), .findings(archive),
      .observations(figures, catalogue: catalogue, pages: pages),
    ]
    for (name, table) in zip(Self.tables, tables) { try folder.add(table.headed(in: lang.language).csv, to: name) }
    try folder.outputs.add(pages, in: out)
  }

  /// Ends the program if Ctrl-C was pressed.
  private func goOn(in folder: OutputFolder) throws {
    guard Interruption.isSeen else { return }
    Console.error("已停下：\(folder.path) 里什么都没有改动 (stopped; nothing was changed)")
    throw ExitCode(130)
  }
}
