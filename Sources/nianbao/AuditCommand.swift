import ArgumentParser
import Checks
import ReportStore
import ReportText
import Tables

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "逐个列出表格单元背后的数字：原句、读法、核对。 Each figure behind a cell: its sentence, reading and checks.")

  @OptionGroup var database: DatabaseOption
  @Option(help: "指标编号或中文名。 The metric's id or Chinese name.") var metric: String?
  @Option(help: "机关编号或名称。 The agency's id or name.") var agency: String?
  @Option(help: "数字所属的年份。 The year that figures are about.") var year: Int?
  @Option(help: "把核对页写到此文件，不写表格；超过 100 份文件则分页。 Write the audit page here instead of a table; several for over 100.")
  var html: String?
  @OptionGroup var output: TableOutput
  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let catalogue = try catalogue.load()
    let metric = try metric.flatMap { try self.catalogue.ids([$0], in: catalogue).first }
    let archive = CheckedArchive(try database.withStore { try $0.documents() }, catalogue: catalogue)
    let selection = FigureSelection(metric: metric, agency: agency, year: year)
    let table = Table.audit(archive, selection, catalogue: catalogue)
    guard !table.rows.isEmpty else {
      throw Console.end("没有符合条件的数字，请检查 --metric、--agency、--year (no such figure)")
    }
    guard output.format == .html || html != nil else { return try output.write(table) }
    let generator = "nianbao \(Nianbao.configuration.version)"
    guard let html else {
      return try output.write(
        AuditPage(archive, catalogue: catalogue, selection: selection, generator: generator).html)
    }
    let (folder, name) = DocumentPath.parts(of: html)
    let pages = AuditPages(archive, catalogue: catalogue, selection: selection, name: name, generator: generator)
    let outputs = OutputSet(force: output.force.isGiven)
    try outputs.add(pages, in: folder)
    try outputs.commit()
  }
}
