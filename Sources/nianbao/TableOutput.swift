import ArgumentParser
import Tables

/// How a table is written, and where.
struct TableOutput: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, md, json, html
  }

  enum Language: String, ExpressibleByArgument, CaseIterable {
    case zh, en
  }

  @Option(help: "输出格式。 Output format.") var format = Format.csv
  @Flag(help: "写成 Excel 能直接打开的 CSV。 CSV that Excel opens as it is.") var excel = false
  @Option(name: .shortAndLong, help: "输出文件；不写则为标准输出。 Output file; standard output if not given.") var output: String?
  @Option(help: "表头的语言：zh 为中文，en 为列的编号。 Chinese column names, or ids.") var lang = Language.en

  func validate() throws {
    if excel, format != .csv { throw ValidationError("--excel 只用于 CSV (only for CSV)") }
  }

  /// Writes a table; ends the program with status 3 if it can't.
  func write(_ table: Table) throws {
    let table = lang == .zh ? table.withChineseColumns : table
    let bytes: [UInt8] =
      switch format {
      case .csv: table.csv(forSpreadsheet: excel)
      case .md: Array(table.markdown.utf8)
      case .json: table.json
      case .html: Array(table.html.utf8)
      }
    if let output { try Console.write(bytes, to: output) } else { try Console.write(bytes) }
  }
}
