import CLibXML2
import Foundation

/// What an element of a page means for its text.
struct HTMLElement: OptionSet {
  let rawValue: UInt16

  /// A paragraph of its own.
  static let block = HTMLElement(rawValue: 1)
  /// Not shown, or chrome of the page.
  static let hidden = HTMLElement(rawValue: 2)
  static let lineBreak = HTMLElement(rawValue: 4)
  static let link = HTMLElement(rawValue: 8)
  static let table = HTMLElement(rawValue: 16)
  static let row = HTMLElement(rawValue: 32)
  static let cell = HTMLElement(rawValue: 64)
  /// Line ends count in it.
  static let preformatted = HTMLElement(rawValue: 128)

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
    "li", "main", "ol", "p", "section", "summary", "tbody", "tfoot", "thead", "ul",
  ]
  private static let hiddenNames: Set<String> = [
    "applet", "audio", "button", "canvas", "datalist", "embed", "footer", "frame", "frameset", "head", "iframe",
    "input",
    "map", "nav", "noframes", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
  ]
  /// Names that pages give to their chrome, as words of `class` and `id`.
  private static let chrome: Set<String> = [
    "breadcrumb", "breadcrumbs", "copyright", "crumb", "crumbs", "foot", "footer", "footnav", "menu", "nav", "navbar",
    "navigation", "pagination", "pager", "share", "sidebar", "toolbar",
  ]

  /// The element of a name, its attributes left out.
  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(name: UnsafePointer<xmlChar>) {
    let name = String(cString: name)
    switch name {
    case "br": self = .lineBreak
    case "a": self = .link
    case "table": self = [.block, .table]
    case "tr": self = [.block, .row]
    case "td", "th": self = [.block, .cell]
    case "pre": self = [.block, .preformatted]
    default: self = Self.hiddenNames.contains(name) ? .hidden : Self.blocks.contains(name) ? .block : []
    }
  }

  /// Whether attributes hide the element (display:none) or name it as chrome.
  static func isHidden(_ attributes: HTMLAttributes) -> Bool {
    if attributes["hidden"] != nil { return true }
    if let style = attributes["style"]?.lowercased().filter({ !$0.isWhitespace }),
      style.contains("display:none") || style.contains("visibility:hidden")
    {
      return true
    }
    return ["class", "id"].contains { name in
      attributes[name]?.lowercased().split { !$0.isLetter }.contains { chrome.contains(String($0)) } ?? false
    }
  }
}

/// The attributes of a tag, as libxml2 hands them over.
struct HTMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.list = list }

  var isEmpty: Bool { list == nil }

  /// The value of an attribute; empty if it has none.
  subscript(name: String) -> String? {
    guard let list else { return nil }
    var at = 0
    while let key = list[at] {
      if name.withCString({ strcasecmp($0, UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self)) }) == 0 {
        return list[at + 1].map { String(cString: $0) } ?? ""
      }
      at += 2
    }
    return nil
  }
}
