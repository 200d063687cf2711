import ArgumentParser
import Foundation
import Observations
import Quantities
import ReportText
import Tables

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "逐条写出文件中的数字，不保存。 Write one record for each figure; keep nothing.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case ndjson, csv
  }

  @Flag(help: "每个数字都写，不只统计数。 Every numeral, not only statistics.") var all = false
  @Flag(help: "只写各类数字的个数。 Only counts by class and kind.") var summary = false
  @Option(help: "输出格式。 Output format.") var format = Format.ndjson
  @OptionGroup var lang: LanguageOption
  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var identities: IdentityOptions
  @OptionGroup var encoding: EncodingOption
  @Argument(help: "文件或文件夹；“-”为标准输入。 Files or folders; “-” is standard input.") var paths: [String]

  /// How many bytes of records are gathered before they are written.
  private static let bufferSize = 1 << 18

  func validate() throws {
    if lang.language == .zh, format != .csv { throw ValidationError("--lang zh 只用于 CSV (only for CSV)") }
  }

  func run() throws {
    if summary { return try summarize() }
    let reader = ReportReader(catalogue: try catalogue.load())
    let identities = try identities.load()
    var problems = Problems()
    let inputs = Inputs.find(paths, encoding: encoding, &problems)
      .filter { !identities.isList($0.path) }
    var csv = CSVText(header: lang.language.header(of: Records.fields))
    var json = JSONText()
    var done = 0
    for input in inputs {
      try problems.collect(input.path) {
        let text = try input.text(of: input.bytes())
        let identity = identities.identity(of: text, path: input.path)
        let records = Records(path: input.path, agency: identity.agency, all: all)
        done += 1
        try reader.read(text, identity) { figures in
          switch format {
          case .ndjson:
            records.write(figures, to: &json)
            if json.byteCount > Self.bufferSize {
              try json.withBytes(Console.write)
              json.removeAll()
            }
          case .csv: for row in records.rows(figures) { csv.row(row) }
          }
        }
      }
    }
    try json.withBytes(Console.write)
    if format == .csv { try Console.write(csv.bytes) }
    try problems.exit(ifNothingDone: done == 0)
    if problems.count > 0 { throw ExitCode(1) }
  }

  private func summarize() throws {
    var problems = Problems()
    var summary = LedgerSummary()
    var done = 0
    for input in Inputs.find(paths, encoding: encoding, &problems) {
      try problems.collect(input.path) {
        input.warn(of: try summary.add(file: input.path, encoding: input.encoding))
        done += 1
      }
    }
    for item in NumeralClass.allCases { print("class", item.rawValue, summary.classes[item]) }
    for item in QuantityKind.allCases { print("kind", item.rawValue, summary.kinds[item]) }
    try problems.exit(ifNothingDone: done == 0)
    if problems.count > 0 { throw ExitCode(1) }
  }
}
