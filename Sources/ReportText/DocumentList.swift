import Foundation

/// What is known of a document beside its text.
public struct DocumentEntry: Sendable, Hashable {
  /// What a list writes in place of an issuer that a document hasn't.
  public static let noAgency = "-"
  /// The columns of a list of documents.
  public static let columns = ["path", "agency", "year", "kind", "url"]
  /// The columns by their Chinese names, which a list can have above them too.
  static let columnsByName = ["路径": "path", "机关": "agency", "年份": "year", "类别": "kind", "网址": "url"]

  /// The path as given.
  public var path: String
  /// The issuer's name, or `noAgency`.
  public var agency: String?
  /// The year that the report is about.
  public var year: Int?
  /// The kind of report.
  public var kind: ReportIdentity.Kind?
  /// Where the document was published.
  public var url: String?

  /// An entry; what is `nil` isn't known.
  public init(path: String, agency: String?, year: Int?, kind: ReportIdentity.Kind?, url: String?) {
    self.path = path
    self.agency = agency
    self.year = year
    self.kind = kind
    self.url = url
  }
}

/// A user's list of documents, which overrides what is found in their texts: a CSV file with the columns of
/// `DocumentEntry`, by their ids or Chinese names, of which only `path` is needed. An empty cell leaves what is found; `-` as the agency says that there
/// is none.
public struct DocumentList: Sendable {
  private let file: String
  /// Entries with their lines, by canonical path.
  private let entries: [String: (entry: DocumentEntry, line: Int)]

  /// Reads a list. Paths are those of files in the working folder or else in the list's own.
  ///
  /// - Throws: `DocumentListErrors` with all mistakes of the list.
  public init(csv bytes: [UInt8], file: String) throws(DocumentListErrors) {
    self.file = file
    var mistakes = DocumentListErrors(file: file)
    let records: [CSVRecords.Record]
    do throws(CSVRecords.Mistake) {
      records = try CSVRecords(bytes).records
    } catch {
      mistakes.add(error)
      throw mistakes
    }
    let columns = Columns(records.first, &mistakes)
    var entries: [String: (entry: DocumentEntry, line: Int)] = [:]
    for record in records.dropFirst() where columns.isComplete {
      guard let entry = columns.entry(record, &mistakes) else { continue }
      guard let path = Self.existing(entry.path, besides: file) else {
        mistakes.add(record.line, "没有“\(entry.path)”这个文件，请检查路径 (no such file)")
        continue
      }
      if let first = entries[path] {
        mistakes.add(record.line, "“\(entry.path)”在第 \(first.line) 行已有，请删去一行 (listed twice)")
      }
      entries[path] = (entry, record.line)
    }
    self.entries = entries
    if !mistakes.descriptions.isEmpty { throw mistakes }
  }

  /// Whether the list tells something of the file at a path.
  public func names(_ path: String) -> Bool { entries[DocumentPath.canonical(path)] != nil }

  /// Whether a path is that of the list itself, which is no report.
  public func isList(_ path: String) -> Bool { DocumentPath.canonical(path) == DocumentPath.canonical(file) }

  /// Puts what the list says of a document in place of what its text tells.
  public func complete(_ identity: inout ReportIdentity, path: String) {
    guard let (entry, line) = entries[DocumentPath.canonical(path)] else { return }
    let source = "由 \(file) 第 \(line) 行指定"
    if let kind = entry.kind { identity.kind = kind }
    if let year = entry.year { identity.give(year: year, reason: "年份\(source)：\(year)") }
    if entry.agency == DocumentEntry.noAgency {
      identity.give(agency: nil, reason: "\(source)：没有发文机关")
    } else if let name = entry.agency {
      // What was read stays what it is: a body without a place, known to its document only, too.
      let agency =
        identity.agency.flatMap { $0.name == name ? $0 : nil }
        ?? Agency(named: name[...], year: identity.year) ?? Agency(id: "000000-\(name)", name: name, division: nil)
      identity.give(agency: agency, reason: "发文机关\(source)：\(name)")
    }
    identity.url = entry.url
  }

  private static func existing(_ path: String, besides file: String) -> String? {
    let beside = DocumentPath.joined(DocumentPath.parts(of: file).folder, path)
    return [path, beside].first(where: DocumentPath.exists).map(DocumentPath.canonical)
  }
}

/// Where the columns of a list stand.
private struct Columns {
  private var places: [String: Int] = [:]
  private var count = 0

  /// Whether entries can be read.
  var isComplete: Bool { places["path"] != nil }

  init(_ header: CSVRecords.Record?, _ mistakes: inout DocumentListErrors) {
    let names = header?.cells ?? []
    count = names.count
    for (place, name) in names.map({ DocumentEntry.columnsByName[$0] ?? $0 }).enumerated() {
      if !DocumentEntry.columns.contains(name) {
        mistakes.add(1, "没有“\(name)”这一列，可用的列是 \(DocumentEntry.columns.joined(separator: " ")) (unknown column)")
      } else if places.updateValue(place, forKey: name) != nil {
        mistakes.add(1, "“\(name)”列有两个 (column given twice)")
      }
    }
    if places["path"] == nil { mistakes.add(1, "缺少 path 列 (no column path)") }
  }

  /// The entry of a record, or `nil` if there is a mistake in it.
  func entry(_ record: CSVRecords.Record, _ mistakes: inout DocumentListErrors) -> DocumentEntry? {
    guard record.cells.count == count else {
      mistakes.add(record.line, "有 \(record.cells.count) 格，表头有 \(count) 格 (wrong number of cells)")
      return nil
    }
    let cell = { (name: String) -> String? in
      guard let place = places[name], !record.cells[place].isEmpty else { return nil }
      return record.cells[place]
    }
    guard let path = cell("path") else {
      mistakes.add(record.line, "path 是空的 (no path)")
      return nil
    }
    var entry = DocumentEntry(path: path, agency: cell("agency"), year: nil, kind: nil, url: cell("url"))
    if let text = cell("year") {
      entry.year = Int(text).flatMap { ReportIdentity.years.contains($0) ? $0 : nil }
      if entry.year == nil { mistakes.add(record.line, "年份“\(text)”不是 1949 到 2100 之间的年份 (bad year)") }
    }
    if let text = cell("kind") {
      entry.kind = ReportIdentity.Kind(rawValue: text)
      let kinds = ReportIdentity.Kind.allCases.map(\.rawValue).joined(separator: " ")
      if entry.kind == nil { mistakes.add(record.line, "没有“\(text)”这种文种，可用的是 \(kinds) (unknown kind)") }
    }
    return entry
  }
}

/// The mistakes of a list of documents, in the order of its lines.
public struct DocumentListErrors: Error {
  /// `documents.csv:3: …`, one for each.
  public private(set) var descriptions: [String] = []
  private let file: String

  init(file: String) { self.file = file }

  mutating func add(_ line: Int, _ message: String) { descriptions.append("\(file):\(line): \(message)") }

  mutating func add(_ mistake: CSVRecords.Mistake) {
    switch mistake {
    case .invalidUTF8(let line): add(line, "不是有效的 UTF-8；请另存为 UTF-8 的 CSV (invalid UTF-8)")
    case .openQuote(let line): add(line, "引号没有结束 (quote without an end)")
    case .textBehindQuote(let line): add(line, "引号后面还有文字；格内的引号要写两个 (text behind a quote)")
    }
  }
}
