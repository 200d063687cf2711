/// What sort of file bytes are; their content tells, not the file's name.
enum FileFormat: Equatable {
  case text, html, docx, pdf
  /// A Word file of the time before DOCX, or another file of Office programs of that time.
  case doc
  /// What isn't read.
  case foreign(ForeignFormat)

  /// The format of a file by its first bytes.
  static func of(_ bytes: Span<UInt8>) -> FileFormat {
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .docx }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .doc }
    if let (_, format) = marks.first(where: { bytes.starts(with: $0.0) }) { return .foreign(format) }
    if isHTML(bytes) { return .html }
    return isWebArchive(bytes) ? .foreign(.webArchive) : .text
  }

  private static let marks: [([UInt8], ForeignFormat)] = [
    (Array("{\\rtf".utf8), .richText), (Array("Rar!".utf8), .archive), (Array("7z".utf8) + [0xBC, 0xAF], .archive),
    ([0x1F, 0x8B, 0x08], .archive), ([0x50, 0x4B, 0x05, 0x06], .archive), ([0xFF, 0xD8, 0xFF], .image),
    ([0x89] + Array("PNG".utf8), .image), (Array("GIF8".utf8), .image), (Array("II*\0".utf8), .image),
    (Array("MM\0*".utf8), .image),
  ]

  /// Whether text begins with the headers of a page that was saved in one file with its pictures (MHTML); they are ASCII.
  private static func isWebArchive(_ bytes: Span<UInt8>) -> Bool {
    var head: [UInt8] = []
    for at in 0..<min(bytes.count, reach) {
      guard bytes[at] < 0x80 else { break }
      head.append(bytes[at])
    }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    return text.contains("mime-version:") && text.contains("content-type: multipart/related")
  }

  /// The elements that a page, or a part of one, begins with.
  private static let tags: Set<String> = [
    "!doctype", "a", "article", "b", "body", "br", "center", "div", "font", "form", "h1", "h2", "h3", "head", "html",
    "link", "main", "meta", "ol", "p", "pre", "script", "section", "span", "strong", "style", "table", "title", "ul",
    "?xml",
  ]
  /// How far into a file its first tag is looked for, behind comments.
  private static let reach = 4096

  /// Whether text begins with a tag of a page, comments before it left out; in UTF-16 as well.
  private static func isHTML(_ bytes: Span<UInt8>) -> Bool {
    var head: [UInt8] = []
    for at in 0..<min(bytes.count, reach) where bytes[at] != 0 && bytes[at] < 0x80 { head.append(bytes[at]) }
    var text = String(decoding: head, as: UTF8.self).lowercased()[...]
    text = text.drop { $0.isWhitespace }
    while text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") {
      text = text[end.upperBound...].drop { $0.isWhitespace }
    }
    guard text.first == "<" else { return false }
    let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || "!?".contains($0) }
    return tags.contains(String(name)) && text.dropFirst(name.count + 1).first.map { " >\t\r\n/".contains($0) } ?? false
  }
}

/// A sort of file that isn't read, with what to do about it.
public enum ForeignFormat: Sendable {
  case workbook, presentation, fixedLayout, openDocument, webArchive, richText, archive, image, locked, oldOffice

  /// What it is and what to do, as parts of a message.
  var advice: (name: String, remedy: String, english: String) {
    switch self {
    case .workbook: ("Excel 工作簿", "请把要读的表另存为网页或制表符分隔的文本", "a workbook")
    case .presentation: ("演示文稿", "请另存为文本或 PDF", "a presentation")
    case .fixedLayout: ("OFD 版式文件", "请用阅读器另存为带文字的 PDF 或文本", "OFD")
    case .openDocument: ("OpenDocument 文件", "请另存为 DOCX 或文本", "OpenDocument")
    case .webArchive: ("网页存档（MHTML）", "请在浏览器中打开，另存为“网页，仅 HTML”", "MHTML")
    case .richText: ("RTF 文件", "请用 Word 或 WPS 另存为 DOCX 或文本", "RTF")
    case .archive: ("压缩包", "请先解压，再读里面的文件", "an archive")
    case .image: ("图片", "请先做文字识别", "an image")
    case .locked: ("有密码保护的文件", "请去掉密码后另存", "password-protected")
    case .oldOffice: ("WPS 或旧版 Office 文件，但不是 Word 文档", "请另存为 DOCX 或文本", "no Word document")
    }
  }

  /// What a file of Office programs of the time before DOCX is, by the names of the streams in it; `nil` for Word.
  static func ofOldOffice(_ bytes: [UInt8]) -> ForeignFormat? {
    let streams: [(String, ForeignFormat?)] = [
      ("EncryptedPackage", .locked), ("WordDocument", nil), ("Workbook", .workbook), ("Book", .workbook),
      ("PowerPoint Document", .presentation),
    ]
    for (name, format) in streams {
      let wide: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
      if bytes.span.holds(wide) { return format }
    }
    return .oldOffice
  }

  /// What an archive without a Word document is, by a file in it.
  static let zipped: [(file: String, format: ForeignFormat)] = [
    ("xl/workbook.xml", .workbook), ("xl/workbook.bin", .workbook), ("ppt/presentation.xml", .presentation),
    ("OFD.xml", .fixedLayout), ("content.xml", .openDocument),
  ]
}

extension Span<UInt8> {
  /// Whether bytes stand anywhere.
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    var at = 0
    while let found = offset(of: wanted[0], from: at), found + wanted.count <= count {
      if wanted.indices.allSatisfy({ self[found + $0] == wanted[$0] }) { return true }
      at = found + 1
    }
    return false
  }

  /// Whether a PDF file asks for a password, or forbids what its reader may do without one.
  var isLockedPDF: Bool { holds(Array("/Encrypt".utf8)) }
}
