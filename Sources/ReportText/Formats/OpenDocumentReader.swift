/// Reads the text of an OpenDocument file (ODT, ODS): paragraphs and tables of `content.xml`, sheets as tables with their names.
final class OpenDocumentReader: XMLHandler {
  private var text: [UInt8] = []
  private var builder = LayoutBuilder()
  /// How many elements are open whose text isn't shown there: changes, comments, notes, hidden rows.
  private var hidden = 0
  private var paragraphs = 0
  private var tables = 0
  private var omitted = 0
  let isRefused = false

  /// So many empty cells are made of one that is repeated; nobody's table is wider.
  private static let mostRepeated = 256
  private static let hiddenElements: Set<String> = ["tracked-changes", "annotation", "note", "ruby-text"]

  static func read(_ archive: ZipReader) throws -> SourceText {
    let reader = OpenDocumentReader()
    guard XMLEvents.parse(try archive.part("content.xml"), reader) else { throw archive.damaged("正文不是有效的 XML") }
    reader.endBlock()
    reader.builder.finish()
    reader.builder.resolveTables(of: reader.text)
    let omissions = reader.omitted > 0 ? [Omission.hiddenText(count: reader.omitted)] : []
    return SourceText(
      source: reader.text, encoding: .utf8, damage: nil, layout: reader.builder.layout, omissions: omissions)
  }

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    if Self.hiddenElements.contains(name) || ["collapse", "filter"].contains(attributes["table:visibility"]) {
      hidden += 1
      omitted += name == "note" ? 0 : 1
    }
    guard hidden == 0 else { return }
    switch name {
    case "p", "h":
      endBlock()
      paragraphs += 1
    case "s": add(literal: Array(repeating: 0x20, count: min(attributes["text:c"].flatMap { Int($0) } ?? 1, 16)))
    case "tab": add(literal: [0x20])
    case "line-break": endBlock()
    case "table":
      endBlock()
      endLine()
      tables += 1
      builder.beginTable(name: attributes["table:name"])
    case "table-row": builder.beginRow()
    case "table-cell": beginCell(attributes)
    default: break
    }
  }

  private func beginCell(_ attributes: HTMLAttributes) {
    func count(_ name: String) -> Int { attributes[name].flatMap { Int($0) } ?? 1 }
    // A repeated cell is mostly what fills a row up to its end.
    for _ in 1..<max(1, min(count("table:number-columns-repeated"), Self.mostRepeated)) where tables > 0 {
      builder.beginCell(rowSpan: 1, columnSpan: 1)
      text.append(0x09)
    }
    builder.beginCell(
      rowSpan: count("table:number-rows-spanned"), columnSpan: count("table:number-columns-spanned"))
  }

  func end(_ name: String) {
    if Self.hiddenElements.contains(name) || hidden > 0 && name == "table-row" {
      hidden = max(0, hidden - 1)
      return
    }
    guard hidden == 0 else { return }
    switch name {
    case "p", "h":
      paragraphs -= 1
      endBlock()
    case "table-cell":
      endBlock()
      builder.endCell()
      text.append(0x09)
    case "table-row":
      while text.last == 0x09 { text.removeLast() }
      endLine()
    case "table":
      builder.endTable()
      tables -= 1
    default: break
    }
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) {
    guard paragraphs > 0, hidden == 0, !characters.isEmpty else { return }
    add(literal: characters)
  }

  private func add(literal bytes: some Collection<UInt8>) {
    let start = text.count
    text.append(contentsOf: bytes)
    if start < text.count { builder.add(start..<text.count) }
  }

  /// Ends a paragraph; inside a table it stays on the line of its row.
  private func endBlock() {
    guard !builder.isBlockEmpty else { return }
    builder.endBlock()
    if tables == 0 { endLine() } else { text.append(0x20) }
  }

  private func endLine() { if let last = text.last, last != 0x0A { text.append(0x0A) } }
}
