import ArgumentParser
import ReportText

/// What the user knows of reports and their text doesn't tell.
struct IdentityOptions: ParsableArguments {
  @Option(help: "文中找不到年份的报告按此年份。 The year of reports that tell none.")
  var year: Int?

  @Option(
    name: .customLong("documents"),
    help: """
      列出各文件机关、年份、文种的 CSV（path,agency,year,kind,url），以它为准；空格子按文中所读，agency 为 - 表示没有机关；可由 documents list 起头。
      A CSV list of documents whose agency, year and kind override what is found (an empty cell leaves it, - as
      agency says that there is none); documents list gives a start.
      """)
  var list: String?

  func validate() throws {
    if let year, !ReportIdentity.years.contains(year) {
      throw ValidationError("--year 应在 1949 到 2100 之间 (must be a year)")
    }
  }

  /// The identities that the options tell; mistakes in the list end the program with status 2.
  func load() throws -> KnownIdentities {
    guard let list else { return KnownIdentities(year: year, list: nil) }
    let bytes = try bytes(of: list)
    do {
      return KnownIdentities(year: year, list: try DocumentList(csv: bytes, file: list))
    } catch {
      error.descriptions.forEach(Console.error)
      throw ExitCode(2)
    }
  }

  /// The text of the list, by which runs tell lists apart; empty without one.
  func listText() throws -> String { try list.map { String(decoding: try bytes(of: $0), as: UTF8.self) } ?? "" }

  private func bytes(of list: String) throws -> [UInt8] {
    guard let data = SideFile.bytes(of: list) else {
      Console.error("\(list): 打不开文件清单，请检查路径和权限 (cannot open the list of documents)")
      throw ExitCode(2)
    }
    return Array(data)
  }
}

/// Identities of reports, from their text and from what the user knows.
struct KnownIdentities {
  fileprivate let year: Int?
  fileprivate let list: DocumentList?

  /// Whether a path is that of the list itself.
  func isList(_ path: String) -> Bool { list?.isList(path) ?? false }

  /// Whether the identity of a report depends on the path of its file.
  func isTied(_ path: String) -> Bool { list?.names(path) ?? false }

  /// The identity of a report.
  func identity(of text: SourceText, path: String) -> ReportIdentity {
    var identity = ReportIdentity(of: text, path: path)
    list?.complete(&identity, path: path)
    if identity.year == nil, let year { identity.give(year: year, reason: "年份由 --year 指定：\(year)") }
    return identity
  }
}
