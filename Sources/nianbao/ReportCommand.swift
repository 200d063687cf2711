import ArgumentParser
import Checks
import Crypto
import Foundation
import Observations
import Quantities
import ReportStore
import ReportText
import Tables

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "读报告，写出数据库、表格和核对页。 Read reports; write the database, the tables and the audit page.")

  @Option(name: .shortAndLong, help: "输出文件夹。 Output folder.") var out: String
  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var identities: IdentityOptions
  @OptionGroup var encoding: EncodingOption
  @Argument(help: "文件或文件夹。 Files or folders.") var paths: [String]

  func run() throws {
    let catalogue = try catalogue.load()
    let identities = try identities.load()
    let folder = try OutputFolder(out)
    var problems = Problems()
    let inputs = Inputs.find(paths, encoding: encoding, except: out, &problems)
      .filter { !identities.isList($0.path) }
    let reader = ReportReader(catalogue: catalogue)
    let database = folder.path("nianbao.sqlite")
    let documents: [CheckedReport]
    do {
      let store = try ReportStore(replacing: database)
      let run = try store.beginRun(
        program: "nianbao \(Nianbao.configuration.version)", catalogue: catalogue,
        catalogueSHA256: hexadecimal(SHA256.hash(data: Data(try self.catalogue.sourceText().utf8))))
      for input in inputs {
        let document = problems.collect {
          let bytes = try input.bytes()
          let text = try input.text(of: bytes)
          let report = reader.read(text, path: input.path, identity: identities.identity(of: text, path: input.path))
          return CheckedReport(sha256: hexadecimal(SHA256.hash(data: bytes)), checking: report)
        }
        guard let document else { continue }
        let content = hexadecimal(SHA256.hash(data: document.report.text.content))
        if let original = try store.replace(document, content: content, run: run) {
          Console.error("\(input.path): 与 \(original) 是同一文件的副本，只存一份 (copy of another file)")
        }
      }
      for (first, second) in try store.suspiciousPairs() {
        Console.error("\(second): 正文与 \(first) 完全相同而机关不同，请核对 (same text under another agency)")
      }
      documents = try store.documents()
      if documents.isEmpty { try store.discard() } else { try store.finish() }
    } catch let error as StoreError {
      Console.error(error.description)
      throw ExitCode(3)
    }
    try problems.exit(ifNothingDone: documents.isEmpty)
    try folder.write(Table.trend(documents, catalogue: catalogue).csv, to: "trend.csv")
    try folder.write(Table.observations(documents, catalogue: catalogue).csv, to: "observations.csv")
    try folder.write(Table.numerals(documents).csv, to: "numerals.csv")
    let archive = CheckedArchive(documents, catalogue: catalogue)
    try folder.write(Table.findings(archive).csv, to: "findings.csv")
    let page = AuditPage(archive, catalogue: catalogue, generator: "nianbao \(Nianbao.configuration.version)")
    try folder.write(page.html, to: "audit.html")
    print(Summary(archive).text(folder: out))
    if archive.findings.contains(where: { $0.verdict == .inconsistent }) || problems.count > 0 { throw ExitCode(1) }
  }

  private func hexadecimal(_ digest: SHA256.Digest) -> String {
    digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
