/// What sort of file bytes are; their content tells, not the file's name.
enum FileFormat {
  case text, html, docx, pdf
  /// A Word file of the time before DOCX.
  case doc

  /// The format of a file by its first bytes.
  static func of(_ bytes: Span<UInt8>) -> FileFormat {
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .docx }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .doc }
    return isHTML(bytes) ? .html : .text
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
