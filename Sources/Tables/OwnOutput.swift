import ReportText

/// Files that the program wrote, told by what they begin with and never by their names.
public enum OwnOutput: Sendable, Equatable {
  /// A table, picture or page, which the program can write again.
  case result
  /// A list of documents, which its user goes on writing.
  case documentList

  /// How much of a file is enough to tell.
  public static let openingCount = 1 << 14

  /// What a file is by its first `openingCount` bytes; `nil` if the program writes nothing like it.
  public init?(opening: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = opening.starts(with: mark) ? opening[mark.count...] : opening[...]
    let header = FileHeader(text).names
    if [DocumentEntry.columns, Table.Language.zh.header(of: DocumentEntry.columns)].contains(header) {
      self = .documentList
    } else if Self.tables.contains(where: header.starts) || Self.pages.contains(where: { $0.isOpening(text) })
      || Array(text) == Array("[\n]\n".utf8) || Self.workbook.map(text.starts) == true
    {
      self = .result
    } else {
      return nil
    }
  }

  /// The columns that tables begin with, by their ids and their Chinese names: enough of them that no other table has them.
  private static let tables: [[String]] = [
    Series.columns, ["rank", "rank_first", "rank_last"] + Series.columns,
    ["metric_id", "metric", "kind", "unit", "scope", "period_type", "subject", "year"],
    ["metric_id", "metric", "agency_id", "agency", "area_code", "year", "value", "value_low", "value_high"],
    ["metric_id", "metric", "agency_id", "agency", "year", "state", "figures"],
    ["document", "line", "start", "end", "text", "class", "value"],
    ["document", "line", "check", "check_zh", "verdict"], ["document", "line", "sentence", "value", "low", "high"],
    ["document", "sha256", "title", "agency_id", "agency"], ["metric_id", "zh", "en", "units", "period"],
    ["observation_id", "verdict", "document", "line", "start", "end"],
    ["agency_id", "agency", "area_code", "level", "documents", "first_year"],
    ["review_id", "state", "decision", "document", "text", "expected"],
    ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "METRIC"],
  ].flatMap { [$0, Table.Language.zh.header(of: $0)] }

  private static let pages = [
    PageMark(begins: "<!doctype html>\n<html lang=\"zh\">", holds: "<title>年报 nianbao</title>"),
    PageMark(begins: "<!doctype html>\n<html lang=\"zh-CN\">", holds: "<title>年报核对 · Nianbao audit</title>"),
    PageMark(
      begins: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Plot.width)\"",
      holds: "font-family=\"Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif\" font-size=\"12\">"),
    PageMark(begins: "{\"name\":\"nianbao\",", holds: "\"title\":\"年报 nianbao\""),
  ]

  /// What is the same in all workbooks, for their tables stand at the end.
  private static let workbook = Workbook(Table(columns: [], rows: []))?.bytes.prefix(1024)
}

/// What a page, a picture or a description begins with and holds soon after.
private struct PageMark {
  let begins: String
  let holds: String

  func isOpening(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: begins.utf8) && text.prefix(1024).firstRange(of: Array(holds.utf8)) != nil
  }
}

/// The names of columns at the beginning of a file in CSV, Markdown or JSON.
private struct FileHeader {
  let names: [String]

  init(_ text: ArraySlice<UInt8>) {
    let line = String(decoding: text.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    if line.hasPrefix("| "), line.hasSuffix(" |") {
      names = line.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init)
    } else if line == "[" {
      names = Self.members(text.dropFirst(2))
    } else if line.hasPrefix("{") {
      names = Self.members(text)
    } else {
      names = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The names of an object's members, as far as the text goes.
  private static func members(_ text: ArraySlice<UInt8>) -> [String] {
    var rest = text
    var names: [String] = []
    guard rest.popFirst() == UInt8(ascii: "{") else { return [] }
    while let name = string(&rest), rest.popFirst() == UInt8(ascii: ":") {
      names.append(name)
      if rest.first == UInt8(ascii: "\"") { _ = string(&rest) }
      rest = rest.drop { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
      guard rest.popFirst() == UInt8(ascii: ",") else { break }
    }
    return names
  }

  /// The string that a text begins with.
  private static func string(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      bytes.append(byte)
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { bytes.append(next) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
