/// The lines of a file that comes block by block and is not kept.
struct FileLines {
  private let path: String
  private let encoding: TextEncoding?
  private let repairer = TextRepairer()
  private var check: TextCheck
  /// Of a text in another encoding than UTF-8.
  private var decoder: TextDecoder?
  private var isFirst = true
  private var way = Way.lines
  /// What was read and not yet given, and its offset in the text.
  private var pending: [UInt8] = []
  private var offset = 0
  /// Behind the last line of `pending` that ends in a sentence, and where no line end is looked for any more.
  private var sentenceEnd: Int?
  private var searched = 0
  private var assembler = LineAssembler<[UInt8]>()

  /// How a file is read without its places.
  private enum Way {
    case lines
    case laidOut(PlainTextLayout.Style)
    case whole
  }

  /// How much of a text that is laid out is read at once, in bytes; up to four times as much where no sentence ends.
  private static let longestPart = 1 << 22

  /// The lines of a file that stands at a path; `encoding` is that of the file, if it isn't to be found from its beginning.
  init(path: String, encoding: TextEncoding?) {
    self.path = path
    self.encoding = encoding
    check = TextCheck(encoding ?? .utf8)
  }

  /// Takes the next block of a file of so many bytes, and gives the lines or parts that are whole.
  mutating func take(
    _ block: UnsafeBufferPointer<UInt8>, size: Int, _ body: (Span<UInt8>) -> Void, laidOut: (SourceText) -> Void,
    footnotes: (Int) -> Void
  ) throws {
    if isFirst { try begin(block) }
    switch way {
    case .whole:
      guard max(size, pending.count) <= SourceText.longest else { throw ReadingError.tooLong(path: path) }
      pending.append(contentsOf: block)
    case .laidOut(let style):
      append(block)
      givePart(style, laidOut)
    case .lines:
      append(block)
      // A line of many blocks is searched once.
      if pending.count > 2 * ReadingLine.longestPiece || block.contains(0x0A) || block.contains(0x0D) {
        giveLines(body, footnotes)
      }
    }
  }

  /// Gives what is left, and tells what of the file was no text.
  mutating func finish(
    _ body: (Span<UInt8>) -> Void, laidOut: (SourceText) -> Void, footnotes: (Int) -> Void
  ) throws -> Damage? {
    if case .whole = way {
      let text = try SourceText(bytes: pending, path: path, encoding: encoding)
      laidOut(text)
      return text.damage
    }
    if let decoder {
      decoder.decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true, into: &pending)
      check.addDamage(of: decoder)
    }
    if case .laidOut(let style) = way {
      give(style, upTo: pending.count, laidOut)
    } else if !pending.isEmpty {
      givePieces(0..<pending.count, body, footnotes)
    }
    assembler.finish { Self.give(joined: $0, body) }
    return try check.finish(path: path)
  }

  /// Finds from the first block how the file is to be read.
  private mutating func begin(_ block: UnsafeBufferPointer<UInt8>) throws {
    isFirst = false
    let bytes = Span(_unsafeElements: block)
    check = TextCheck(encoding ?? .detected(in: bytes, isWhole: false))
    if check.encoding != .utf8 { decoder = try TextDecoder(check.encoding, path: path) }
    if !(DocumentFormats.format(of: bytes) is PlainTextFormat) {
      way = .whole
    } else if let style = PlainTextLayout.style(of: try beginning(block)) {
      way = .laidOut(style)
    }
  }

  /// The text of the first block.
  private func beginning(_ block: UnsafeBufferPointer<UInt8>) throws(ReadingError) -> [UInt8] {
    guard check.encoding != .utf8 else { return Array(block) }
    var text: [UInt8] = []
    try TextDecoder(check.encoding, path: path).decode(block, isLast: false, into: &text)
    return text
  }

  private mutating func append(_ block: UnsafeBufferPointer<UInt8>) {
    let new = max(pending.count - 1, 0)
    if let decoder {
      decoder.decode(block, isLast: false, into: &pending)
    } else {
      pending.append(contentsOf: block)
    }
    pending.endLines(from: new)
  }

  // MARK: - Lines

  /// Gives all lines that are whole, and pieces of one that is very long.
  private mutating func giveLines(_ body: (Span<UInt8>) -> Void, _ footnotes: (Int) -> Void) {
    var start = 0
    while let end = pending.span.offset(of: 0x0A, from: start) {
      givePieces(start..<end, body, footnotes)
      start = end + 1
    }
    while pending.count - start > 2 * ReadingLine.longestPiece {
      let end = pending.span.pieceEnd(from: start)
      give(start..<end, body, footnotes)
      start = end
    }
    pending.removeFirst(start)
    offset += start
  }

  private mutating func givePieces(
    _ line: Range<Int>, _ body: (Span<UInt8>) -> Void, _ footnotes: (Int) -> Void
  ) {
    var start = line.lowerBound
    while line.upperBound - start > ReadingLine.longestPiece {
      let end = pending.span.pieceEnd(from: start)
      give(start..<end, body, footnotes)
      start = end
    }
    give(start..<line.upperBound, body, footnotes)
  }

  /// Gives a line or a piece of one as it is to be read.
  private mutating func give(_ range: Range<Int>, _ body: (Span<UInt8>) -> Void, _ footnotes: (Int) -> Void) {
    let mark = offset == 0 && range.lowerBound == 0 ? TextEncoding.utf8.markLength(pending.span) : 0
    let place = range.lowerBound + mark
    // The storage stays as it is while a line of it is looked at.
    let pending = pending
    let line = pending.span.extracting(place..<range.upperBound)
    if repairer.isPlain(line) {
      check.addPlain(line)
      return assemble(line, body)
    }
    let cleaned = check.cleaned(line, at: offset + place)
    if let repaired = cleaned.map({ repairer.repair($0.span) }) ?? repairer.repair(line) {
      let marks = repaired.repairs.count { $0.kind == .footnote }
      if marks > 0 { footnotes(marks) }
      assemble(repaired.text.span, body)
    } else if let cleaned {
      assemble(cleaned.span, body)
    } else {
      assemble(line, body)
    }
  }

  private mutating func assemble(_ line: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    assembler.take(
      line, part: { line, part in line.extracting(part).withUnsafeBufferPointer { Array($0) } },
      joined: { Self.give(joined: $0, body) }, alone: body)
  }

  private static func give(joined parts: [[UInt8]], _ body: (Span<UInt8>) -> Void) { body(Array(parts.joined()).span) }

  // MARK: - Texts that are laid out

  /// Gives a part of a long text that ends behind a sentence.
  private mutating func givePart(_ style: PlainTextLayout.Style, _ laidOut: (SourceText) -> Void) {
    while let end = pending.span.offset(of: 0x0A, from: searched) {
      searched = end + 1
      if pending.span.has("。", at: end - 3) || pending.span.has("。\r", at: end - 4) { sentenceEnd = searched }
    }
    if pending.count > Self.longestPart, let end = sentenceEnd { return give(style, upTo: end, laidOut) }
    // A table without end is cut between rows, a line without end behind a character.
    if pending.count > 4 * Self.longestPart {
      give(style, upTo: searched > 0 ? searched : pending.span.pieceEnd(from: 0), laidOut)
    }
  }

  private mutating func give(_ style: PlainTextLayout.Style, upTo end: Int, _ laidOut: (SourceText) -> Void) {
    let mark = offset == 0 ? TextEncoding.utf8.markLength(pending.span) : 0
    var part = Array(pending[min(mark, end)..<end])
    if decoder != nil {
      check.addPlain(part.span)
    } else if let cleaned = check.cleaned(part.span, at: offset + mark) {
      part = cleaned
    }
    laidOut(
      SourceText(
        source: part, encoding: check.encoding, damage: nil, layout: PlainTextLayout.layout(of: part, style: style)))
    pending.removeFirst(end)
    offset += end
    (sentenceEnd, searched) = (nil, 0)
  }
}
