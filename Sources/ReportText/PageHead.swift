/// What the head of a page tells of it: its title, and its `meta` elements by their names in small letters.
struct PageHead: Sendable {
  /// The text of `<title>`.
  var title = ""
  /// By name; of several the first.
  private(set) var meta: [String: String] = [:]

  /// A page has no more, and none is longer, in bytes; what says otherwise costs no room.
  private static let most = 64
  static let longest = 600

  /// Takes a `meta` element.
  mutating func add(_ name: String, _ content: String) {
    guard meta.count < Self.most, content.utf8.count <= Self.longest, !content.isEmpty else { return }
    let name = name.lowercased()
    if meta[name] == nil { meta[name] = content }
  }

  /// The title of the article, as sites of governments give it.
  var article: String? { meta["articletitle"] }
  /// The body that the site names as the article's source.
  var source: String? { meta["contentsource"] }
  /// The site's name.
  var site: String? { meta["sitename"] }
  /// When the page was published.
  var published: String? { meta["pubdate"] }

  /// The parts of the title, the article's and the site's: 工作报告_台州市水利局.
  var titleParts: [Substring] {
    title.split { "_|｜-–—>".contains($0) }.map { part in
      Substring(part.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }
}
