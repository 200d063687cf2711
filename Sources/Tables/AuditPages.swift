import Checks
import Observations

/// The audit page as files: one page, or beyond so many documents as a browser opens in a second an index and pages below it.
///
/// The documents of a body stand on one page where they can, for checks and series lead from one of them to another.
public struct AuditPages: Sendable {
  /// Documents of a page.
  public static let most = 100

  /// The names of all files; the first is the page, or the index.
  public let names: [String]
  private let archive: CheckedArchive
  private let catalogue: Catalogue
  private let selection: FigureSelection?
  private let generator: String
  private let parts: [[CheckedReport]]
  private let partOfDocument: [String: Int]

  /// The page of an archive in a file such as `audit.html`, beside which further pages are `audit-1.html` and so on.
  ///
  /// - Parameter selection: what the pages show when they open; beyond `most` documents those of its agency alone are on them.
  public init(
    _ archive: CheckedArchive, catalogue: Catalogue, selection: FigureSelection? = nil, name: String, generator: String
  ) {
    var archive = archive
    if let selection, archive.documents.count > Self.most {
      archive = archive.limited(to: archive.documents.filter(selection.takes))
    }
    self.selection = selection
    self.archive = archive
    self.catalogue = catalogue
    self.generator = generator
    parts = Self.parts(archive.documents)
    names = parts.count < 2 ? [name] : [name] + parts.indices.map { Self.name(name, part: $0 + 1) }
    partOfDocument = Dictionary(
      parts.enumerated().flatMap { number, documents in documents.map { ($0.sha256, number) } }
    ) { first, _ in first }
  }

  /// The name of a further page: `audit-2.html` beside `audit.html`.
  public static func name(_ name: String, part: Int) -> String {
    let stem = name.hasSuffix(".html") ? String(name.dropLast(5)) : name
    return "\(stem)-\(part).html"
  }

  /// The file of `names` at a place, in UTF-8.
  public func html(_ place: Int) -> [UInt8] {
    guard parts.count > 1 else {
      return AuditPage(archive, catalogue: catalogue, selection: selection, generator: generator).html
    }
    if place == 0 { return Array(index.utf8) }
    var page = AuditPage(
      archive.limited(to: parts[place - 1]), catalogue: catalogue, selection: selection, generator: generator)
    page.index = names[0]
    return page.html
  }

  /// Where a figure of a document is shown: `audit-2.html#o=0123abcd-5-17`.
  public func link(to observation: String, of document: CheckedReport) -> String {
    let place = parts.count < 2 ? 0 : (partOfDocument[document.sha256] ?? 0) + 1
    return "\(names[place])#o=\(document.id(of: observation))"
  }

  private static func parts(_ documents: [CheckedReport]) -> [[CheckedReport]] {
    guard documents.count > most else { return [documents] }
    var groups: [[CheckedReport]] = []
    var places: [String: Int] = [:]
    for document in documents {
      let agency = document.report.identity.agency?.id ?? ""
      if let place = places[agency], !agency.isEmpty, groups[place].count < most {
        groups[place].append(document)
      } else {
        places[agency] = groups.count
        groups.append([document])
      }
    }
    var parts: [[CheckedReport]] = []
    for group in groups {
      if let last = parts.last, last.count + group.count <= most {
        parts[parts.count - 1] += group
      } else {
        parts.append(group)
      }
    }
    return parts
  }

  // MARK: - Index

  private var index: String {
    let failed = Set(
      archive.findings.filter { $0.verdict == .inconsistent }.flatMap { finding in
        finding.operands.compactMap { $0.split(separator: "-").first.map(String.init) }
      })
    var rows: [String] = []
    for (part, documents) in parts.enumerated() {
      for (number, document) in documents.enumerated() {
        let identity = document.report.identity
        let name = (identity.title ?? document.report.path).escapedForMarkup
        let cells = [
          identity.agency?.name.escapedForMarkup ?? "—", identity.year.map(String.init) ?? "—",
          "<a href=\"\(names[part + 1].escapedForMarkup)#d=\(number + 1)\">\(name)</a>",
          document.report.path.escapedForMarkup, String(document.report.observations.count),
          failed.contains(document.documentID) ? "⚠ 矛盾" : "",
        ]
        rows.append("<tr><td>" + cells.joined(separator: "</td><td>") + "</td></tr>\n")
      }
    }
    return """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>年报核对 · Nianbao audit</title>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
      <style>
      body{font:15px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:1.5rem auto;max-width:75rem;padding:0 1rem}
      table{border-collapse:collapse;width:100%} th,td{border-bottom:1px solid #8886;padding:3px 8px;text-align:left;vertical-align:top}
      td{overflow-wrap:anywhere} td:nth-child(5){text-align:right;font-variant-numeric:tabular-nums}
      </style></head><body><main>
      <h1>年报核对 <small lang="en">Nianbao audit</small></h1>
      <p>\(archive.documents.count) 份文件，分 \(parts.count) 页。 <span lang="en">\(archive.documents.count) documents on \(parts.count) pages.</span></p>
      <table><thead><tr><th>机构 agency</th><th>年份 year</th><th>标题 title</th><th>文件 document</th><th>统计数 statistics</th><th>核对 findings</th></tr></thead><tbody>
      \(rows.joined())</tbody></table>
      <p><small>\(generator.escapedForMarkup)</small></p>
      </main></body></html>

      """
  }
}
