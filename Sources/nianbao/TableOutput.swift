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
  @OptionGroup var force: ForceOption
  @OptionGroup var lang: LanguageOption

  func validate() throws {
    if excel, format != .csv { throw ValidationError("--excel 只用于 CSV (only for CSV)") }
    if lang.language == .zh, format == .sdmxCSV {
      throw ValidationError("sdmx-csv 的表头不能翻译 (its header can't be translated)")
    }
  }

  /// Writes a table; ends the program with status 3 if it can't.
  ///
  /// - Parameters:
  ///   - sdmx: the same figures in the shape of SDMX-CSV, if they have one.
  ///   - picture: what is to be written with the table, if either can be.
  func write(_ table: @autoclosure () -> Table, sdmx: (() -> Table)? = nil, picture: Picture? = nil) throws {
    if format == .sdmxCSV {
      guard let sdmx else { throw ValidationError("sdmx-csv 只用于 trend，不能与 --long 合用 (only for trend, without --long)") }
      return try write(sdmx().csv, picture)
    }
    let table = table().headed(in: lang.language)
    switch format {
    case .csv, .sdmxCSV: try write(table.csv(forSpreadsheet: excel), picture)
    case .md: try write(Array(table.markdown.utf8), picture)
    case .json: try write(table.json, picture)
    case .html: try write(Array(table.html.utf8), picture)
    case .xlsx:
      guard let workbook = Workbook(table) else {
        throw Console.end(
          "表有 \(table.rows.count) 行，超过 Excel 的 \(Workbook.mostRows) 行，请改用 csv (too many rows for Excel)")
      }
      try write(workbook.bytes, picture)
    }
  }

  /// Writes what `-o` or standard output is to hold, and a picture with it.
  func write(_ bytes: [UInt8], _ picture: Picture? = nil) throws {
    let outputs = OutputSet(force: force.isGiven)
    if let picture { try outputs.add(picture.svg, to: picture.file) }
    if let output { try outputs.add(bytes, to: output) }
    try outputs.commit()
    if output == nil { try Console.write(bytes) }
    if let picture, picture.left > 0 {
      Console.error(
        "\(picture.file): 还有 \(picture.left) 个序列画不下，请用 --metric、--agency 等缩小范围 (too many series for one picture)")
    }
  }
}

/// A picture that is written beside a table.
struct Picture {
  /// Where it goes.
  let file: String
  /// The picture.
  let svg: [UInt8]
  /// How many series found no room in it.
  let left: Int
}
