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
  /// Where the text of the source that was read last ends.
  private var cursor = 0
  /// Where in the open block the term ends of which a description may follow.
  private var termEnd: Int?
  private var isDescribing = false
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
    LibXML2.prepare()
    let bytes = Self.withoutServerCode(source)
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

  /// A page with blanks in place of what a server would have run, <% … %>.
  private static func withoutServerCode(_ source: [UInt8]) -> [UInt8] {
    guard source.span.holds([0x3C, 0x25]) else { return source }
    var bytes = source
    var at = 0
    while let start = source[at...].firstRange(of: [0x3C, 0x25])?.lowerBound,
      let end = source[start...].firstRange(of: [0x25, 0x3E])?.upperBound
    {
      for offset in start..<end { bytes[offset] = 0x20 }
      at = end
    }
    return bytes
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

  private func begin(_ name: UnsafePointer<xmlChar>, _ attributes: HTMLAttributes) {
    var element = kind(name)
    if !attributes.isEmpty { element.formUnion(HTMLElement.shown(by: attributes)) }
    if element.contains(.struck), hidden == 0 { builder.countOmission() }
    // A link to a note, <a href="#_ftn1">1</a>, is its mark.
    if element.contains(.link), let target = attributes["href"], Self.leadsToNote(target) {
      element.remove(.link)
      element.insert(.raised)
    }
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
    if element.contains(.description), termEnd != nil { isDescribing = true }
    if isDescribing, termEnd == builder.runCount, element.isDisjoint(with: [.table, .term]) {
      // <dt>立案</dt><dd>45件</dd> reads as one.
      blank = nil
    } else if element.contains(.block) || element.contains(.lineBreak) {
      endBlock()
    }
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
    guard let element = open.popLast() else { return }
    if element.contains(.title) { isInTitle = false }
    if element.contains(.term), !builder.isBlockEmpty {
      termEnd = builder.runCount
    } else if element.contains(.block) {
      endBlock()
    }
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

  /// Whether the open block is told in sentences, as no menu and no list of news is.
  private var isSentence: Bool {
    guard hasLinks, let text = builder.openText(of: source, upTo: 1 << 14) else { return false }
    let words = String(decoding: text, as: UTF8.self)
    return "。；！".contains(words.last ?? " ") && words.contains { "，。；".contains($0) }
  }

  private static func leadsToNote(_ target: String) -> Bool {
    guard target.hasPrefix("#") else { return false }
    let name = target.dropFirst().lowercased()
    return ["_ftn", "ftn", "fn", "note", "footnote", "_edn", "edn", "cite", "ref", "zhu", "_msocom"].contains {
      name.hasPrefix($0)
    }
  }

  private func endBlock() {
    if let end = termEnd {
      (termEnd, isDescribing) = (nil, false)
      // A description of whole sentences stands for itself.
      let text = builder.openText(of: source, from: end, upTo: PageChrome.longest)
      if text.map({ String(decoding: $0, as: UTF8.self).contains { "，。；".contains($0) } }) ?? true {
        builder.endBlock(at: end)
      }
    }
    if !builder.isBlockEmpty {
      // A block of links alone, or with dates and marks beside them, leads elsewhere: menus, lists of news.
      if !hasOwnText || hasLinks && !hasOwnWords, !isSentence {
        builder.endBlockOfLinks()
      } else if hasOwnWords, let text = builder.openText(of: source, upTo: PageChrome.longest), PageChrome.holds(text) {
        builder.dropBlock()
      }
    }
    builder.endBlock()
    (blank, lastByte, hasLinks, hasOwnText, hasOwnWords) = (nil, 0, false, false, false)
  }

  // MARK: - Text

  /// Finds a piece of text in the source, where it ends right before the place of the parser, which has just read it.
  /// Where the source writes it in another way, the whole of that is its place.
  private func read(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return }
    if isInTitle, head.title.utf8.count < PageHead.longest { head.title += String(decoding: text, as: UTF8.self) }
    guard hidden == 0 else { return }
    let end = max(cursor, min(position, source.count))
    if let stretches = stretches(of: text, at: end) {
      let place = stretches[0].lowerBound..<stretches[stretches.count - 1].upperBound
      cursor = place.upperBound
      if raised > 0, let digits = text.raisedDigits {
        addLiteral(digits, place)
      } else {
        for stretch in stretches { add(stretch) }
      }
    } else if text.count <= Self.longestCharacter, let reference = reference(before: end) {
      // Of &size the parser hands out & when it has read the word, which comes next.
      cursor = reference.lowerBound + 1
      addLiteral(text, reference)
    } else {
      addLiteral(text, cursor..<end)
      cursor = end
    }
  }

  /// libxml2 hands out text in pieces of so many bytes, each before it has passed the last character.
  private static let pieceLength = 1000
  private static let longestCharacter = 4

  /// The stretches of the source that make a piece of text of which the parser, at `end`, has passed all, or all but the
  /// last character.
  private func stretches(of text: UnsafeBufferPointer<UInt8>, at end: Int) -> [Range<Int>]? {
    let lags = text.count >= Self.pieceLength || text.count == 1 && text[0] == UInt8(ascii: "<")
    if lags, end < source.count {
      let next = (end + 1..<source.count).first { source[$0] & 0xC0 != 0x80 } ?? source.count
      if let found = stretches(of: text, before: next) { return found }
    }
    return stretches(of: text, before: end)
  }

  /// The stretches of the source that make a piece of text and end at `end`. Between them stand characters that no page
  /// may hold, which the parser leaves out.
  private func stretches(of text: UnsafeBufferPointer<UInt8>, before end: Int) -> [Range<Int>]? {
    let start = end - text.count
    // So it stands nearly always.
    if start >= cursor, source[start..<end].elementsEqual(text) { return [start..<end] }
    var stretches: [Range<Int>] = []
    var (at, stop, rest) = (end, end, text.count)
    while rest > 0 {
      let forbidden = forbiddenCharacter(before: at)
      if forbidden > 0 {
        if at < stop { stretches.append(at..<stop) }
        at -= forbidden
        stop = at
      } else if at > cursor, source[at - 1] == text[rest - 1] {
        at -= 1
        rest -= 1
      } else {
        return nil
      }
    }
    stretches.append(at..<stop)
    return stretches.reversed()
  }

  /// How many bytes a character in front of an offset has that XML forbids: a control character, U+FFFE or U+FFFF; else 0.
  private func forbiddenCharacter(before end: Int) -> Int {
    guard end > cursor else { return 0 }
    let last = source[end - 1]
    if last < 0x20 { return Self.isBlank(last) && last != 0x0B && last != 0x0C ? 0 : 1 }
    let isNone = last >= 0xBE && end - cursor >= 3 && source[end - 2] == 0xBF && source[end - 3] == 0xEF
    return isNone ? 3 : 0
  }

  /// The place of a character that is written by its name or number (`&nbsp;`, `&#57;`) and ends at `end`.
  private func reference(before end: Int) -> Range<Int>? {
    source[cursor..<end].lastIndex(of: UInt8(ascii: "&")).map { $0..<end }
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
