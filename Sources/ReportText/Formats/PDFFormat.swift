/// A PDF, of which `pdftotext` tells the words and where they stand.
struct PDFFormat: DocumentFormat {
  func opens(_ bytes: Span<UInt8>) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    let xml = try TextConverter.text(of: bytes, by: TextConverter.pdf, package: "poppler-utils", path: path)
    let words = PDFWords()
    guard XMLEvents.parse(Self.wellFormed(xml), words) else {
      throw ReadingError.damagedDocument(path: path, reason: "pdftotext 写出的不是有效的 XML")
    }
    let text = PageText.text(of: words.pages)
    guard !text.source.isEmpty else { throw ReadingError.noText(path: path) }
    return text
  }

  /// The pages without the head before them, which declares a type, and without characters that XML forbids: fonts that tell no
  /// characters give such.
  private static func wellFormed(_ xml: [UInt8]) -> [UInt8] {
    guard let start = xml.firstRange(of: Array("<doc>".utf8)), let end = xml.firstRange(of: Array("</doc>".utf8)) else {
      return xml
    }
    return xml[start.lowerBound..<end.upperBound].filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
  }
}

/// The words of a PDF's pages, as `pdftotext -bbox` writes them.
private final class PDFWords: XMLHandler {
  private(set) var pages = PageLines()
  let isRefused = false
  private var words: [PlacedText] = []
  private var height = 0.0
  private var word: PlacedText?

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
    if name == "page" {
      height = number("height")
      words = []
    } else if name == "word" {
      word = PlacedText(
        left: number("xMin"), right: number("xMax"), top: number("yMin"), bottom: number("yMax"), text: [])
    }
  }

  func end(_ name: String) {
    if name == "word", let word { words.append(word) }
    if name == "word" { word = nil }
    if name == "page" { pages.add(words, height: height) }
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) { word?.text.append(contentsOf: characters) }
}
