import CLibXML2
import CLibZip

/// Reads the text of a Word file (DOCX): the paragraphs and tables of `word/document.xml`.
///
/// The text taken out becomes the source of the document: a paragraph a line, a row of a table a line with tabs between
/// its cells. Lines and columns of spans are those of that text.
final class DOCXReader {
  private var text: [UInt8] = []
  private var builder = LayoutBuilder()
  private var context: xmlParserCtxtPtr?
  /// Elements inside which text isn't shown a second time, and text elements that are open.
  private var hidden = 0
  private var texts = 0
  /// How many tables are open.
  private var tables = 0
  /// The cell whose start was met but not yet its first paragraph, before which its properties stand.
  private var cell: (columnSpan: Int, goesOn: Bool)?
  /// Whether the run that is open is raised: a footnote's mark, a power.
  private var isRaised = false
  private var isRefused = false

  /// No report is larger; a file that claims more is made to hurt.
  private static let largest = 1 << 27
  private static let deepest = 2_000

  private init() {}

  /// The text of a Word file with its layout.
  ///
  /// - Throws: `ReadingError.damagedDocument`.
  static func read(_ bytes: [UInt8], path: String) throws(ReadingError) -> (text: [UInt8], layout: TextLayout) {
    let xml = try part("word/document.xml", of: bytes, path: path)
    let reader = DOCXReader()
    guard reader.parse(xml) else {
      throw .damagedDocument(path: path, reason: "正文不是有效的 XML")
    }
    return (reader.text, reader.builder.layout)
  }

  /// A file inside a zip archive.
  private static func part(_ name: String, of bytes: [UInt8], path: String) throws(ReadingError) -> [UInt8] {
    let content: Result<[UInt8], ReadingError> = bytes.withUnsafeBytes { buffer in
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
      else { return .failure(.damagedDocument(path: path, reason: "压缩包损坏")) }
      defer { zip_discard(archive) }
      var status = zip_stat_t()
      guard zip_stat(archive, name, 0, &status) == 0, let file = zip_fopen(archive, name, 0) else {
        let format = ForeignFormat.zipped.first { zip_name_locate(archive, $0.file, 0) >= 0 }?.format
        return .failure(.foreign(path: path, format: format ?? .archive))
      }
      defer { zip_fclose(file) }
      guard status.size <= largest else { return .failure(.damagedDocument(path: path, reason: "正文超过 128 MB")) }
      var content = [UInt8](repeating: 0, count: Int(status.size))
      let count = content.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
      // libzip holds the content against its check sum where it finds the end; one byte more than it claims would be seen.
      var more: UInt8 = 0
      guard count == status.size, zip_fread(file, &more, 1) == 0 else {
        return .failure(.damagedDocument(path: path, reason: "压缩包损坏"))
      }
      return .success(content)
    }
    return try content.get()
  }

  // MARK: - XML

  private func parse(_ xml: [UInt8]) -> Bool {
    LibXML2.prepare()
    return xml.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let context = xmlCreateMemoryParserCtxt(start, Int32(buffer.count))
      else { return false }
      defer { xmlFreeParserCtxt(context) }
      self.context = context
      let options = [XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NONET]
      xmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
      let sax = context.pointee.sax!
      sax.pointee = xmlSAXHandler()
      sax.pointee.startElement = { reader, name, attributes in
        DOCXReader.of(reader).begin(DOCXReader.localName(name!), HTMLAttributes(attributes))
      }
      sax.pointee.endElement = { reader, name in DOCXReader.of(reader).end(DOCXReader.localName(name!)) }
      sax.pointee.characters = { reader, text, count in
        DOCXReader.of(reader).add(UnsafeBufferPointer(start: text, count: Int(count)))
      }
      // No Word file declares entities.
      sax.pointee.internalSubset = { reader, _, _, _ in DOCXReader.of(reader).refuse() }
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      let result = xmlParseDocument(context)
      endBlock()
      builder.finish()
      self.context = nil
      return result == 0 && !isRefused
    }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> DOCXReader {
    Unmanaged<DOCXReader>.fromOpaque(pointer!).takeUnretainedValue()
  }

  /// The name without its prefix: w:p → p.
  private static func localName(_ name: UnsafePointer<xmlChar>) -> String {
    let name = String(cString: name)
    return name.split(separator: ":").last.map(String.init) ?? name
  }

  private func refuse() {
    isRefused = true
    xmlStopParser(context)
  }

  private func begin(_ name: String, _ attributes: HTMLAttributes) {
    switch name {
    case "p":
      openCell()
      endBlock()
    case "r": isRaised = false
    case "vertAlign": isRaised = attributes["w:val"] == "superscript"
    case "t": texts += 1
    case "tab": if hidden == 0 { add(literal: 0x20) }
    case "br", "cr": endBlock()
    case "noBreakHyphen": if hidden == 0 { add(literal: UInt8(ascii: "-")) }
    // A second form of what stands before it, for old programs.
    case "Fallback": hidden += 1
    case "tbl":
      openCell()
      endBlock()
      endLine()
      tables += 1
      if tables > Self.deepest { return refuse() }
      builder.beginTable()
    case "tr": builder.beginRow()
    case "tc": cell = (1, false)
    case "gridSpan": cell?.columnSpan = attributes["w:val"].flatMap { Int($0) } ?? 1
    case "vMerge": cell?.goesOn = attributes["w:val"] != "restart"
    default: break
    }
  }

  private func end(_ name: String) {
    switch name {
    case "p": endBlock()
    case "t": texts -= 1
    case "Fallback": hidden -= 1
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

  private func add(_ characters: UnsafeBufferPointer<UInt8>) {
    guard texts > 0, hidden == 0, !characters.isEmpty else { return }
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
