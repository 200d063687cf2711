/// Reads the text of a Word file (DOCX): the paragraphs and tables of `word/document.xml`.
///
/// The text taken out becomes the source of the document: a paragraph a line, a row of a table a line with tabs between
/// its cells. Lines and columns of spans are those of that text.
final class DOCXReader: XMLHandler {
  private var text: [UInt8] = []
  private var builder = LayoutBuilder()
  /// Elements inside which text isn't shown a second time, and text elements that are open.
  private var hidden = 0
  private var texts = 0
  /// How many tables are open.
  private var tables = 0
  /// The cell whose start was met but not yet its first paragraph, before which its properties stand.
  private var cell: (columnSpan: Int, goesOn: Bool)?
  /// Whether the run that is open is raised: a footnote's mark, a power.
  private var isRaised = false
  private(set) var isRefused = false

  /// How the characters of the run that is open are shown.
  private var isRun = false, isHiddenRun = false
  /// Stretches of text that aren't shown.
  private var omitted = 0

  private static let deepest = 2_000

  private init() {}

  /// The text of a Word file with its layout.
  ///
  /// - Throws: `ReadingError.damagedDocument`.
  static func read(_ archive: ZipReader) throws -> SourceText {
    let xml = try archive.part("word/document.xml")
    let reader = DOCXReader()
    guard XMLEvents.parse(xml, reader) else { throw archive.damaged("正文不是有效的 XML") }
    reader.endBlock()
    reader.builder.finish()
    reader.builder.resolveTables(of: reader.text)
    return SourceText(
      source: reader.text, encoding: .utf8, damage: nil, layout: reader.builder.layout,
      omissions: reader.omitted > 0 ? [.hiddenText(count: reader.omitted)] : [])
  }

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    switch name {
    case "p":
      openCell()
      endBlock()
    case "r": (isRun, isRaised, isHiddenRun) = (true, false, false)
    case "strike", "dstrike", "vanish", "webHidden":
      if isRun, !["0", "false", "off"].contains(attributes["w:val"]) { isHiddenRun = true }
    case "vertAlign": isRaised = attributes["w:val"] == "superscript"
    case "t": texts += 1
    case "tab": if hidden == 0 { add(literal: 0x20) }
    case "br", "cr": endBlock()
    case "noBreakHyphen": if hidden == 0 { add(literal: UInt8(ascii: "-")) }
    // A second form of what stands before it, for old programs; what stood here before it was moved or deleted.
    case "Fallback", "moveFrom", "del":
      hidden += 1
      if name != "Fallback" { omitted += 1 }
    case "tbl":
      openCell()
      endBlock()
      endLine()
      tables += 1
      if tables > Self.deepest { isRefused = true }
      builder.beginTable()
    case "tr": builder.beginRow()
    case "tc": cell = (1, false)
    case "gridSpan": cell?.columnSpan = attributes["w:val"].flatMap { Int($0) } ?? 1
    case "vMerge": cell?.goesOn = attributes["w:val"] != "restart"
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "p": endBlock()
    case "t": texts -= 1
    case "r": isRun = false
    case "Fallback", "moveFrom", "del": hidden -= 1
    case "tc":
      openCell()
      endBlock()
      builder.endCell()
      text.append(0x09)
    case "tr":
      if text.last == 0x09 { text.removeLast() }
      endLine()
    case "tbl":
      builder.endTable()
      tables -= 1
    default: break
    }
  }

  private func openCell() {
    guard let open = cell else { return }
    cell = nil
    if open.goesOn {
      builder.beginCellGoingOn(columnSpan: open.columnSpan)
    } else {
      builder.beginCell(rowSpan: 1, columnSpan: open.columnSpan)
    }
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) {
    guard texts > 0, hidden == 0, !characters.isEmpty else { return }
    if isHiddenRun {
      omitted += 1
      return
    }
    let start = text.count
    if isRaised, let digits = characters.raisedDigits { text += digits } else { text.append(contentsOf: characters) }
    builder.add(start..<text.count)
  }

  private func add(literal byte: UInt8) {
    text.append(byte)
    builder.add(text.count - 1..<text.count)
  }

  /// Ends a paragraph; inside a table it stays on the line of its row.
  private func endBlock() {
    guard !builder.isBlockEmpty else { return }
    builder.endBlock()
    if tables == 0 { endLine() } else { text.append(0x20) }
  }

  private func endLine() {
    if let last = text.last, last != 0x0A { text.append(0x0A) }
  }
}
