import CLibXML2

/// What takes the elements and texts of an XML file as they come.
protocol XMLHandler: AnyObject {
  /// An element begins; its name is without a prefix.
  func begin(_ name: String, _ attributes: HTMLAttributes)
  func end(_ name: String)
  func add(_ characters: UnsafeBufferPointer<UInt8>)
  /// Whether it has enough, because the file is none that people write.
  var isRefused: Bool { get }
}

/// Hands an XML file to a handler: no tree, no network, no entities.
final class XMLEvents {
  private let handler: any XMLHandler
  private var context: xmlParserCtxtPtr?
  private var depth = 0
  private var isStopped = false

  /// Nothing that programs write is nested deeper.
  private static let deepest = 2_000

  private init(_ handler: any XMLHandler) { self.handler = handler }

  /// Whether a file is well-formed XML that the handler took.
  static func parse(_ xml: [UInt8], _ handler: any XMLHandler) -> Bool { XMLEvents(handler).parse(xml) }

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
        XMLEvents.of(reader).begin(XMLEvents.localName(name!), HTMLAttributes(attributes))
      }
      sax.pointee.endElement = { reader, name in XMLEvents.of(reader).end(XMLEvents.localName(name!)) }
      sax.pointee.characters = { reader, text, count in
        XMLEvents.of(reader).handler.add(UnsafeBufferPointer(start: text, count: Int(count)))
      }
      sax.pointee.cdataBlock = sax.pointee.characters
      // No office file declares entities.
      sax.pointee.internalSubset = { reader, _, _, _ in XMLEvents.of(reader).stop() }
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      let result = xmlParseDocument(context)
      self.context = nil
      return result == 0 && !isStopped
    }
  }

  private func begin(_ name: String, _ attributes: HTMLAttributes) {
    depth += 1
    handler.begin(name, attributes)
    if depth > Self.deepest || handler.isRefused { stop() }
  }

  private func end(_ name: String) {
    depth -= 1
    handler.end(name)
  }

  private func stop() {
    isStopped = true
    xmlStopParser(context)
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLEvents {
    Unmanaged<XMLEvents>.fromOpaque(pointer!).takeUnretainedValue()
  }

  /// The name without its prefix: w:p → p.
  private static func localName(_ name: UnsafePointer<xmlChar>) -> String {
    var start = name
    var at = name
    while at.pointee != 0 {
      if at.pointee == UInt8(ascii: ":") { start = at + 1 }
      at += 1
    }
    return String(cString: start)
  }
}
