import ArgumentParser
import Tables

/// How a table is written, and where.
struct TableOutput: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, md, json, html, xlsx
    case sdmxCSV = "sdmx-csv"
  }

  @Option(help: "输出格式；sdmx-csv 只用于 trend。 Output format; sdmx-csv only for trend.") var format = Format.csv
  @Flag(help: "写成 Excel 能直接打开的 CSV。 CSV that Excel opens as it is.") var excel = false
  @Option(name: .shortAndLong, help: "输出文件；不写则为标准输出。 Output file; standard output if not given.") var output: String?
  @OptionGroup var lang: LanguageOption

  func validate() throws {
    if excel, format != .csv { throw ValidationError("--excel 只用于 CSV (only for CSV)") }
    if lang.language == .zh, format == .sdmxCSV {
      throw ValidationError("sdmx-csv 的表头不能翻译 (its header can't be translated)")
    }
  }

  /// Writes a table; ends the program with status 3 if it can't.
  ///
  /// - Parameter sdmx: the same figures in the shape of SDMX-CSV, if they have one.
  func write(_ table: @autoclosure () -> Table, sdmx: (() -> Table)? = nil) throws {
    if format == .sdmxCSV {
      guard let sdmx else { throw ValidationError("sdmx-csv 只用于 trend，不能与 --long 合用 (only for trend, without --long)") }
      return try write(sdmx().csv)
    }
    let table = table().headed(in: lang.language)
    switch format {
    case .csv, .sdmxCSV: try write(table.csv(forSpreadsheet: excel))
    case .md: try write(Array(table.markdown.utf8))
    case .json: try write(table.json)
    case .html: try write(Array(table.html.utf8))
    case .xlsx:
      guard let workbook = Workbook(table) else {
        Console.error("表有 \(table.rows.count) 行，超过 Excel 的 \(Workbook.mostRows) 行，请改用 csv (too many rows for Excel)")
        throw ExitCode(3)
      }
      try write(workbook.bytes)
    }
  }

  /// Writes what `-o` or standard output is to hold.
  func write(_ bytes: [UInt8]) throws {
    if let output { try Console.write(bytes, to: output) } else { try Console.write(bytes) }
  }
}
