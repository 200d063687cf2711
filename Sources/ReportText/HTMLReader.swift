import CLibXML2
import Foundation

/// Reads the text of a page with libxml2, and finds for each piece of it the place in the page's source.
final class HTMLReader {
  private let source: [UInt8]
  private var builder = LayoutBuilder()
  private var context: htmlParserCtxtPtr?
  /// The elements that are open.
  private var open: [HTMLElement] = []
  /// How many of them are of a sort.
  private var hidden = 0
  private var links = 0
  private var preformatted = 0
  private var raised = 0
  /// Where the source is read up to.
  private var cursor = 0
  /// Blanks in front of the text to come.
  private var blank: Range<Int>?
  /// The last byte of the block's text.
  private var lastByte: UInt8 = 0
  /// Whether any of the block's text stands in links, and any but blanks, and any word, outside them.
  private var hasLinks = false
  private var hasOwnText = false
  private var hasOwnWords = false
  /// What elements of a name mean; libxml2 holds each name once.
  private var elements: [UnsafePointer<xmlChar>: HTMLElement] = [:]
  private(set) var isTooDeep = false
  private var head = PageHead()
  /// Whether the page's title is open; pictures have titles of their own.
  private var isInTitle = false

  /// Nothing that people write is nested deeper; what is costs no more time.
  private static let deepest = 20_000

  private init(_ source: [UInt8]) { self.source = source }

  /// The layout of a page; `nil` if it is nested too deep to be one, or larger than the parser takes.
  static func layout(of source: [UInt8]) -> TextLayout? {
    let reader = HTMLReader(source)
    guard let size = Int32(exactly: source.count), reader.parse(size) else { return nil }
    return reader.isTooDeep ? nil : reader.builder.layout
  }

  private func parse(_ size: Int32) -> Bool {
    let bytes = source
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let context = htmlCreateMemoryParserCtxt(start, size)
      else { return false }
      defer { htmlFreeParserCtxt(context) }
      self.context = context
      // No network, and the declared encoding was that of the bytes before they were decoded.
      let options = [
        HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_RECOVER, HTML_PARSE_IGNORE_ENC,
      ]
      htmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      install(on: context.pointee.sax)
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      htmlParseDocument(context)
      endBlock()
      builder.finish()
      builder.add(head)
      self.context = nil
      return true
    }
  }

  /// Only what tells of text is asked for; no tree is built and no entity is loaded.
  private func install(on sax: UnsafeMutablePointer<htmlSAXHandler>) {
    sax.pointee = htmlSAXHandler()
    sax.pointee.startElement = { reader, name, attributes in
      HTMLReader.of(reader).begin(name!, HTMLAttributes(attributes))
    }
    sax.pointee.endElement = { reader, _ in HTMLReader.of(reader).end() }
    sax.pointee.characters = { reader, text, count in
      HTMLReader.of(reader).read(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    sax.pointee.cdataBlock = { reader, _, _ in HTMLReader.of(reader).skip() }
    sax.pointee.comment = { reader, _ in HTMLReader.of(reader).skip() }
    sax.pointee.processingInstruction = { reader, _, _ in HTMLReader.of(reader).skip() }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> HTMLReader {
    Unmanaged<HTMLReader>.fromOpaque(pointer!).takeUnretainedValue()
  }

  // MARK: - Elements

  /// Where the parser is.
  private var position: Int {
    let input = context!.pointee.input!.pointee
    return Int(input.consumed) + (input.cur - input.base)
  }

  /// Takes note that everything before the parser's place is read.
  private func skip() { cursor = max(cursor, min(position, source.count)) }

  private func begin(_ name: UnsafePointer<xmlChar>, _ attributes: HTMLAttributes) {
    skip()
    var element = kind(name)
    if !attributes.isEmpty, HTMLElement.isHidden(attributes) { element.insert(.hidden) }
    // <a name="part2"> leads nowhere: it is a place.
    if element.contains(.link), attributes["href"] == nil, attributes["name"] != nil { element.remove(.link) }
    if element.contains(.meta), let name = attributes["name"], let content = attributes["content"] {
      head.add(name, content)
    }
    if element.contains(.title) { isInTitle = head.title.isEmpty }
    open.append(element)
    if open.count > Self.deepest {
      isTooDeep = true
      return xmlStopParser(context)
    }
    if element.contains(.hidden) { hidden += 1 }
    if element.contains(.link) { links += 1 }
    if element.contains(.preformatted) { preformatted += 1 }
    if element.contains(.raised) { raised += 1 }
    guard hidden == 0 || element.contains(.block) else { return }
    if element.contains(.block) || element.contains(.lineBreak) { endBlock() }
    if element.contains(.table) {
      builder.beginTable()
    } else if element.contains(.row) {
      builder.beginRow()
    } else if element.contains(.cell) {
      builder.beginCell(
        rowSpan: attributes["rowspan"].flatMap { Int($0) } ?? 1,
        columnSpan: attributes["colspan"].flatMap { Int($0) } ?? 1)
    }
  }

  private func end() {
    skip()
    guard let element = open.popLast() else { return }
    if element.contains(.title) { isInTitle = false }
    if element.contains(.block) { endBlock() }
    if element.contains(.cell) { builder.endCell() }
    if element.contains(.table) { builder.endTable() }
    if element.contains(.hidden) { hidden -= 1 }
    if element.contains(.link) { links -= 1 }
    if element.contains(.preformatted) { preformatted -= 1 }
    if element.contains(.raised) { raised -= 1 }
  }

  private func kind(_ name: UnsafePointer<xmlChar>) -> HTMLElement {
    if let known = elements[name] { return known }
    let element = HTMLElement(name: name)
    elements[name] = element
    return element
  }

  private func endBlock() {
    if !builder.isBlockEmpty {
      // A block of links alone, or with dates and marks beside them, leads elsewhere: menus, lists of news.
      if !hasOwnText || hasLinks && !hasOwnWords {
        builder.endBlockOfLinks()
      } else if hasOwnWords, let text = builder.openText(of: source, upTo: PageChrome.longest), PageChrome.holds(text) {
        builder.dropBlock()
      }
    }
    builder.endBlock()
    (blank, lastByte, hasLinks, hasOwnText, hasOwnWords) = (nil, 0, false, false, false)
  }

  // MARK: - Text

  /// Finds a piece of text in the source behind what is read already. Where the source writes it in another way (an
  /// entity, bytes that are no characters), the whole of that is its place.
  private func read(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return }
    if isInTitle, head.title.utf8.count < PageHead.longest { head.title += String(decoding: text, as: UTF8.self) }
    // The parser can lag by a character.
    let limit = min(source.count, position + 4)
    let end = max(cursor, min(position, source.count))
    if hidden > 0 { return cursor = end }
    let start = cursor < end && source[cursor] == UInt8(ascii: ">") ? cursor + 1 : cursor
    let isReference = start < end && source[start] == UInt8(ascii: "&") && end - start != text.count
    if !isReference, let found = place(of: text, from: start, to: limit) {
      cursor = found.upperBound
      if raised > 0, let digits = text.raisedDigits { addLiteral(digits, found) } else { add(found) }
    } else {
      cursor = end
      addLiteral(text, start..<end)
    }
  }

  private func place(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
    guard end - start >= text.count else { return nil }
    return source.withUnsafeBytes { bytes in
      let base = bytes.baseAddress!
      var at = start
      while at <= end - text.count, let found = memchr(base + at, CInt(text[0]), end - text.count - at + 1) {
        at = UnsafeRawPointer(found) - base
        if memcmp(base + at, text.baseAddress!, text.count) == 0 { return at..<at + text.count }
        at += 1
      }
      return nil
    }
  }

  /// Adds a stretch of the source, its blanks as a browser shows them.
  private func add(_ place: Range<Int>) {
    var at = place.lowerBound
    while at < place.upperBound {
      let start = at
      if Self.isBlank(source[at]) {
        while at < place.upperBound, Self.isBlank(source[at]) { at += 1 }
        addBlank(start..<at)
      } else {
        while at < place.upperBound, !Self.isBlank(source[at]) { at += 1 }
        addBlank(before: source[start])
        builder.add(start..<at)
        lastByte = source[at - 1]
        if links > 0 {
          hasLinks = true
        } else {
          hasOwnText = true
          if !hasOwnWords { hasOwnWords = Self.hasWords(source[start..<at]) }
        }
      }
    }
  }

  private func addLiteral(_ text: some BidirectionalCollection<UInt8>, _ place: Range<Int>) {
    addBlank(before: text.first!)
    builder.add(text, for: place)
    lastByte = text.last!
    if links > 0 {
      hasLinks = true
    } else if !text.elementsEqual([0xC2, 0xA0]) {
      // A no-break space is no text.
      hasOwnText = true
      hasOwnWords = hasOwnWords || Self.hasWords(text)
    }
  }

  /// Whether a text holds a character of U+4000 to U+9FFF, or a letter.
  private static func hasWords(_ text: some Sequence<UInt8>) -> Bool {
    text.contains { (0xE4...0xE9).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
  }

  private func addBlank(_ place: Range<Int>) {
    guard preformatted == 0 || !source[place].contains(0x0A) else { return endBlock() }
    blank = (blank?.lowerBound ?? place.lowerBound)..<place.upperBound
  }

  /// Adds the blanks in front of a byte: as one space, but none at the start of a block, nor for a line end between
  /// Chinese characters, where nobody meant one.
  private func addBlank(before next: UInt8) {
    guard let place = blank else { return }
    blank = nil
    if builder.isBlockEmpty || source[place].contains(0x0A) && (lastByte >= 0x80 || next >= 0x80) { return }
    if source[place].elementsEqual([0x20]) { builder.add(place) } else { builder.add([0x20], for: place) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension Collection<UInt8> {
  /// Digits as they are written raised (²); `nil` if anything else stands among them. Else 1234<sup>2</sup> would be one
  /// number.
  var raisedDigits: [UInt8]? {
    guard !isEmpty, allSatisfy(\.isDigit) else { return nil }
    return flatMap { digit -> [UInt8] in
      switch digit - 0x30 {
      case 1: [0xC2, 0xB9]
      case 2, 3: [0xC2, digit + 0x80]
      case let value: [0xE2, 0x81, 0xB0 + value]
      }
    }
  }
}
