/// Reads the text of an OFD file, which holds text with its places in XML, page by page.
struct OFDReader {
  static func read(_ archive: ZipReader) throws -> SourceText {
    let root = OFDPaths(element: "DocRoot", attribute: nil)
    guard XMLEvents.parse(try archive.part("OFD.xml"), root) else { throw invalid(archive) }
    var pages = PageLines()
    for document in root.paths {
      let paths = OFDPaths(element: "Page", attribute: "BaseLoc")
      guard let xml = try archive.optionalPart(absolute(document, in: "")) else { continue }
      guard XMLEvents.parse(xml, paths) else { throw invalid(archive) }
      let folder = document.split(separator: "/").dropLast().joined(separator: "/")
      for page in paths.paths {
        guard let xml = try archive.optionalPart(absolute(page, in: folder)) else { continue }
        let content = OFDPage()
        guard XMLEvents.parse(xml, content) else { throw invalid(archive) }
        pages.add(content.words, height: content.height)
      }
    }
    return PageText.text(of: pages)
  }

  private static func invalid(_ archive: ZipReader) -> ReadingError { archive.damaged("OFD 不是有效的 XML") }

  /// A path of the archive, which begins with / where it doesn't start from the folder of the file that names it.
  private static func absolute(_ path: String, in folder: String) -> String {
    if path.hasPrefix("/") { return String(path.dropFirst()) }
    return folder.isEmpty ? path : folder + "/" + path
  }
}

/// Paths that an OFD file names, as the text or an attribute of elements of one name.
private final class OFDPaths: XMLHandler {
  private let element: String
  private let attribute: String?
  private(set) var paths: [String] = []
  private var text: [UInt8]?
  let isRefused = false

  init(element: String, attribute: String?) {
    self.element = element
    self.attribute = attribute
  }

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    guard name == element else { return }
    if let attribute {
      if let path = attributes[attribute] { paths.append(path) }
    } else {
      text = []
    }
  }

  func end(_ name: String) {
    guard name == element, let found = text else { return }
    paths.append(String(decoding: found.filter { $0 > 0x20 }, as: UTF8.self))
    text = nil
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) { text?.append(contentsOf: characters) }
}

/// The words of a page.
private final class OFDPage: XMLHandler {
  private(set) var words: [PlacedText] = []
  let isRefused = false
  /// The height of the page in millimetres; that of A4, if it doesn't say.
  private(set) var height = 297.0
  private var isBox = false
  private var origin = (x: 0.0, y: 0.0)
  private var size = 0.0
  /// How text is stretched: the first and the fourth number of a matrix.
  private var scale = (x: 1.0, y: 1.0)
  private var isHidden = false
  private var code: (x: Double, y: Double, advances: [Double])?
  private var text: [UInt8] = []

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    switch name {
    case "PhysicalBox":
      isBox = true
      text = []
    case "TextObject":
      let boundary = Self.numbers(attributes["Boundary"])
      origin = boundary.count > 1 ? (boundary[0], boundary[1]) : (0, 0)
      size = attributes["Size"].flatMap(Double.init) ?? 0
      let matrix = Self.numbers(attributes["CTM"])
      scale = matrix.count > 3 && matrix[0] > 0 && matrix[3] > 0 ? (matrix[0], matrix[3]) : (1, 1)
      isHidden = attributes["Visible"] == "false"
    case "TextCode":
      text = []
      code = (
        attributes["X"].flatMap(Double.init) ?? 0, attributes["Y"].flatMap(Double.init) ?? 0,
        Self.advances(attributes["DeltaX"])
      )
    default: break
    }
  }

  func end(_ name: String) {
    if name == "PhysicalBox" {
      isBox = false
      let box = Self.numbers(String(decoding: text, as: UTF8.self))
      if box.count > 3, box[3] > 0 { height = box[3] }
    }
    guard name == "TextCode", let code, !isHidden else { return }
    self.code = nil
    let height = size * scale.y
    let bottom = origin.y + code.y * scale.y
    var left = origin.x + code.x * scale.x
    var word: PlacedText?
    for (index, character) in String(decoding: text, as: UTF8.self).unicodeScalars.enumerated() {
      let width = (character.value < 0x80 ? size / 2 : size) * scale.x
      let advance = index < code.advances.count ? code.advances[index] * scale.x : width
      var added = word ?? PlacedText(left: left, right: left, top: bottom - height, bottom: bottom, text: [])
      added.text += Array(String(character).utf8)
      added.right = left + min(width, max(advance, width / 2))
      left += advance
      // A wide step leads to another cell.
      if advance > 2 * size * scale.x {
        words.append(added)
        word = nil
      } else {
        word = added
      }
    }
    if let word { words.append(word) }
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) {
    if code != nil || isBox { text.append(contentsOf: characters) }
  }

  private static func numbers(_ list: String?) -> [Double] {
    list?.split(separator: " ").compactMap { Double($0) } ?? []
  }

  /// Steps between characters; g 5 4.2 stands for five of 4.2.
  private static func advances(_ list: String?) -> [Double] {
    var words = (list ?? "").split(separator: " ")[...]
    var advances: [Double] = []
    while let word = words.popFirst(), advances.count < 1 << 16 {
      if word == "g", let count = words.popFirst().flatMap({ Int($0) }),
        let step = words.popFirst().flatMap({ Double($0) })
      {
        advances += Array(repeating: step, count: min(max(count, 0), 1 << 16))
      } else if let step = Double(word) {
        advances.append(step)
      }
    }
    return advances
  }
}
