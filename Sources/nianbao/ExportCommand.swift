import ArgumentParser
import Tables

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "把全部表写成 CSV，附 datapackage.json。 Write all tables as CSV with datapackage.json.",
    discussion: """
      --lang zh 时 datapackage.json 里的列名与表头一样是中文。
      datapackage.json calls the columns as the headers do.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var catalogue: CatalogueOption
  @Option(name: .shortAndLong, help: "输出文件夹。 Output folder.") var out: String
  @OptionGroup var confidence: ConfidenceOption
  @OptionGroup var force: ForceOption
  @OptionGroup var lang: LanguageOption

  func run() throws {
    let catalogue = try catalogue.load()
    let documents = try database.withStore { try $0.documents() }
    let package = DataPackage(
      documents, figures: confidence.applied(to: documents), catalogue: catalogue,
      generator: "nianbao \(Nianbao.configuration.version)",
      language: lang.language)
    let folder = try OutputFolder(out, files: package.files.map(\.name), force: force.isGiven)
    for file in package.files { try folder.add(file.bytes, to: file.name) }
    try folder.outputs.commit()
    confidence.tell(withheldOf: documents)
  }
}
