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

  /// Raised digits: a footnote's mark, a power.
  static let raised = HTMLElement(rawValue: 256)

  /// The page's title.
  static let title = HTMLElement(rawValue: 512)
  /// Tells of the page.
  static let meta = HTMLElement(rawValue: 1024)

  /// Text that is struck out or deleted.
  static let struck: HTMLElement = [HTMLElement(rawValue: 2048), .hidden]
  /// A term whose description follows: <dt>, and the description.
  static let term = HTMLElement(rawValue: 4096)
  static let description = HTMLElement(rawValue: 8192)

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
    "li", "main", "ol", "p", "section", "summary", "tbody", "tfoot", "thead", "ul",
  ]
  private static let hiddenNames: Set<String> = [
    "applet", "audio", "button", "canvas", "datalist", "embed", "footer", "frame", "frameset", "head", "iframe",
    "input",
    "map", "nav", "noframes", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "video",
  ]
  /// Names that pages give to their chrome, as words of `class` and `id`.
  private static let chrome: Set<String> = [
    "breadcrumb", "breadcrumbs", "copyright", "crumb", "crumbs", "foot", "footer", "footnav", "menu", "nav", "navbar",
    "navigation", "pagination", "pager", "prevnext", "qrcode", "related", "share", "sidebar", "toolbar", "weather",
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
    case "sup": self = .raised
    case "s", "strike", "del": self = .struck
    case "dt": self = [.block, .term]
    case "dd": self = [.block, .description]
    case "title": self = [.hidden, .title]
    case "meta": self = .meta
    default: self = Self.hiddenNames.contains(name) ? .hidden : Self.blocks.contains(name) ? .block : []
    }
  }

  /// What attributes make of an element: hidden (display:none) or named as chrome, struck out, raised.
  static func shown(by attributes: HTMLAttributes) -> HTMLElement {
    if isHidden(attributes) { return .hidden }
    guard let style = attributes["style"]?.lowercased().filter({ !$0.isWhitespace }) else { return [] }
    if style.contains("line-through") { return .struck }
    return isRaised(style) ? .raised : []
  }

  /// vertical-align:super, vertical-align:4.5pt, mso-text-raise:6pt, position:relative;top:-4pt.
  private static func isRaised(_ style: String) -> Bool {
    for declaration in style.split(separator: ";") {
      let pair = declaration.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let isAbove = pair[1].first.map { ("1"..."9").contains($0) || $0 == "0" && pair[1].contains(".") } ?? false
      switch pair[0] {
      case "vertical-align": if pair[1] == "super" || pair[1] == "text-top" || isAbove { return true }
      case "mso-text-raise": if isAbove { return true }
      case "top": if pair[1].hasPrefix("-"), style.contains("position:relative") { return true }
      default: break
      }
    }
    return false
  }

  private static func isHidden(_ attributes: HTMLAttributes) -> Bool {
    attributes.contains { name, value in
      if strcasecmp(name, "style") == 0 {
        return value.contains("display:none") || value.contains("visibility:hidden")
      }
      if strcasecmp(name, "class") == 0 || strcasecmp(name, "id") == 0 { return value.words(contain: chrome) }
      return strcasecmp(name, "hidden") == 0
    }
  }
}

/// The value of an attribute. Most tags of a page have some, so they are looked at in bytes.
private struct HTMLAttributeValue {
  /// Ends in 0; `nil` if the attribute has no value.
  let text: UnsafePointer<xmlChar>?

  /// Whether a text in small letters stands somewhere in it, blanks and capitals left out of account.
  func contains(_ wanted: StaticString) -> Bool {
    guard var at = text else { return false }
    while at.pointee != 0 {
      if starts(with: wanted, at) { return true }
      at += 1
    }
    return false
  }

  private func starts(with wanted: StaticString, _ start: UnsafePointer<xmlChar>) -> Bool {
    var at = start
    var matched = 0
    while matched < wanted.utf8CodeUnitCount {
      let byte = at.pointee
      if Self.small(byte) == wanted.utf8Start[matched] {
        matched += 1
      } else if matched == 0 || byte != 0x20 && !(0x09...0x0D).contains(byte) {
        return false
      }
      at += 1
    }
    return true
  }

  /// Whether one of its words, which anything but letters keeps apart, is one of these.
  func words(contain wanted: Set<String>) -> Bool {
    guard var at = text else { return false }
    while at.pointee != 0 {
      let start = at
      while Self.isLetter(at.pointee) { at += 1 }
      let count = at - start
      // A string of so few bytes needs no storage.
      if count > 0, count <= 15,
        wanted.contains(
          String(unsafeUninitializedCapacity: count) { word in
            for offset in 0..<count { word[offset] = Self.small(start[offset]) }
            return count
          })
      {
        return true
      }
      if count == 0 { at += 1 }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small(byte))
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

/// The attributes of a tag, as libxml2 hands them over.
struct HTMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.list = list }

  var isEmpty: Bool { list == nil }

  /// Whether one of the attributes, of which each has a name of its own, is as asked for.
  fileprivate func contains(
    where isWanted: (_ name: UnsafePointer<CChar>, _ value: HTMLAttributeValue) -> Bool
  ) -> Bool {
    guard let list else { return false }
    var at = 0
    while let key = list[at] {
      let name = UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self)
      if isWanted(name, HTMLAttributeValue(text: list[at + 1])) { return true }
      at += 2
    }
    return false
  }

  /// The value of an attribute whose name ends so; for prefixes of XML, which a file may choose.
  subscript(suffix suffix: String) -> String? {
    guard let list else { return nil }
    var at = 0
    while let key = list[at] {
      if String(cString: key).hasSuffix(suffix) { return list[at + 1].map { String(cString: $0) } }
      at += 2
    }
    return nil
  }

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
