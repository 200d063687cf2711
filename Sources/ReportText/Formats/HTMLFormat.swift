/// A page, or a part of one.
struct HTMLFormat: DocumentFormat {
  /// The elements that a page, or a part of one, begins with.
  private static let tags: Set<String> = [
    "!doctype", "a", "article", "b", "body", "br", "center", "div", "font", "form", "h1", "h2", "h3", "head", "html",
    "link", "main", "meta", "ol", "p", "pre", "script", "section", "span", "strong", "style", "table", "td", "title",
    "tr",
    "ul", "?xml",
  ]
  /// Of a text that begins with a tag of its own (`<UCAPCONTENT>`, `<c:if>`) those that show it to be a page.
  private static let inner = ["<p", "<div", "<span", "<table", "<tr", "<td", "<br", "<html", "<body", "<h1", "<h2"]
  /// How far into a file its first tag is looked for, behind comments.
  private static let reach = 4096

  func opens(_ bytes: Span<UInt8>) -> Bool { Self.opens(bytes) }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    try PlainTextFormat().read(bytes, path: path, encoding: encoding)
  }

  /// Whether text begins with a tag of a page, comments and what a server would run before it left out; in UTF-16 as well.
  static func opens(_ bytes: Span<UInt8>) -> Bool {
    var head: [UInt8] = []
    for at in 0..<min(bytes.count, reach) where bytes[at] != 0 && bytes[at] < 0x80 { head.append(bytes[at]) }
    var text = String(decoding: head, as: UTF8.self).lowercased()[...]
    text = text.drop { $0.isWhitespace }
    while let (_, closing) = [("<!--", "-->"), ("<%", "%>")].first(where: { text.hasPrefix($0.0) }),
      let end = text.firstRange(of: closing)
    {
      text = text[end.upperBound...].drop { $0.isWhitespace }
    }
    guard text.first == "<" else { return false }
    let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || "!?".contains($0) }
    guard !name.isEmpty, text.dropFirst(name.count + 1).first.map({ " >:\t\r\n/".contains($0) }) ?? false else {
      return false
    }
    return tags.contains(String(name)) || inner.contains { text.firstRange(of: $0) != nil }
  }
}
