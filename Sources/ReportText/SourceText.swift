/// The text of a report as it stands in the file, decoded: in UTF-8 without a byte order mark.
///
/// Offsets are bytes of that. Lines and columns of a `SourceSpan` are the same in the file, whatever its encoding.
///
/// It is never changed. To be read it is taken line by line, repaired where it is damaged (`forEachLine`), and every
/// place of a line leads back to the source.
public struct SourceText: Sendable {
  /// The file's text.
  public let source: [UInt8]
  /// The encoding of the file.
  public let encoding: TextEncoding
  /// What of the file was no text.
  public let damage: Damage?
  /// What the file holds and its reader doesn't see.
  public let omissions: [Omission]
  /// How the text of a page or a word processor's file is laid out; `nil` for plain text, which is lines.
  let layout: TextLayout?
  /// Whether the text was put together from a page, a word processor's file, or lines cut from paragraphs.
  public var isLaidOut: Bool { layout != nil }

  /// A text of which `source` is valid UTF-8, read from a file in `encoding`.
  public init(source: [UInt8], encoding: TextEncoding = .utf8, damage: Damage? = nil) {
    self.init(source: source, encoding: encoding, damage: damage, layout: nil)
  }

  init(
    source: [UInt8], encoding: TextEncoding, damage: Damage?, layout: TextLayout?, omissions: [Omission] = []
  ) {
    self.source = source
    self.omissions = omissions
    self.layout = layout
    self.encoding = encoding
    self.damage = damage
  }

  /// The text with something more that its reader didn't see.
  func leavingOut(_ more: [Omission]) -> SourceText {
    SourceText(source: source, encoding: encoding, damage: damage, layout: layout, omissions: omissions + more)
  }

  /// What is told of the file at `path` besides its text: unreadable bytes, and what its reader doesn't see.
  public func warnings(path: String) -> [String] {
    (damage.map { [$0.message(path: path)] } ?? []) + omissions.map { $0.message(path: path) }
  }

  /// Calls `body` with each line as it is to be read, in order; a very long line comes in pieces, and lines between which
  /// a number is cut from its unit come as one.
  public func forEachLine(_ body: (ReadingLine) throws -> Void) rethrows {
    if let layout { return try layout.forEachLine(of: self, body) }
    let repairer = TextRepairer()
    var number = 1
    var assembler = LineAssembler<(range: Range<Int>, number: Int)>()
    func join(_ parts: [(range: Range<Int>, number: Int)]) throws {
      try body(ReadingLine(joining: parts.map(\.range), of: source, number: parts[0].number, repairer))
    }
    try forEachLineRange { line in
      try assembler.take(
        source.span.extracting(line),
        part: { _, part in (line.lowerBound + part.lowerBound..<line.lowerBound + part.upperBound, number) },
        joined: join
      ) { _ in
        var column = 0
        try source.span.forEachPiece(of: line) { piece in
          let bytes = source.span.extracting(piece)
          try body(ReadingLine(bytes, number: number, start: piece.lowerBound, column: column, repairer))
          if piece.upperBound < line.upperBound {
            for offset in piece where source[offset] & 0xC0 != 0x80 { column += 1 }
          }
        }
      }
      number += 1
    }
    try assembler.finish(join)
  }

  /// Calls `body` with the bytes of each line, its end left out.
  func forEachLineRange(_ body: (Range<Int>) throws -> Void) rethrows {
    var start = 0
    while start < source.count {
      let end = source.span.offset(of: 0x0A, from: start) ?? source.count
      try body(start..<end)
      start = end + 1
    }
  }

  /// What is repaired for reading, in the order of the source; of several repairs of one place the first.
  public var repairs: [Repair] {
    var repairs: [Repair] = []
    var places: Set<Int> = []
    forEachLine { repairs += $0.repairs.filter { places.insert($0.source.lowerBound).inserted } }
    return repairs
  }

  /// The text of a range of `source`.
  public func text(ofSource range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// Line and columns of a range of `source`.
  public func span(ofSource range: Range<Int>) -> SourceSpan {
    var cursor = SpanCursor(self)
    return cursor.span(ofSource: range)
  }

  /// The bytes of `source` that a span names, or `nil` if the text has no such place.
  public func sourceRange(of span: SourceSpan) -> Range<Int>? {
    guard span.line >= 1, 0 <= span.start, span.start <= span.end else { return nil }
    var start = 0
    for _ in 1..<span.line {
      guard let end = source.span.offset(of: 0x0A, from: start) else { return nil }
      start = end + 1
    }
    // A number cut from its unit ends behind its line.
    guard let first = offset(ofScalar: span.start, from: start, mayPassLineEnds: false),
      let end = offset(ofScalar: span.end - span.start, from: first, mayPassLineEnds: true)
    else { return nil }
    return first..<end
  }

  /// The source's lines without their line ends.
  public var lines: [String] {
    source.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  private func offset(ofScalar count: Int, from start: Int, mayPassLineEnds: Bool) -> Int? {
    var at = start
    for _ in 0..<max(0, count) {
      guard at < source.count, mayPassLineEnds || source[at] != 0x0A else { return nil }
      at += 1
      while at < source.count, source[at] & 0xC0 == 0x80 { at += 1 }
    }
    return at
  }
}

/// A line of a report as it is to be read, or a piece of a very long one.
public struct ReadingLine: Sendable {
  /// How many bytes of a line are read at once.
  static let longestPiece = 1 << 18

  /// The line's number, counted from 1.
  public let number: Int
  /// Where it starts in the source.
  public let start: Int
  /// Unicode scalars of the line before it; 0 but for the pieces of a long line.
  public let column: Int
  /// The text to read: the source's, or a repaired copy of it.
  public let bytes: [UInt8]
  /// What was repaired, in the order of the source.
  public let repairs: [Repair]
  /// What leads from `bytes` to the source, one after the other; none if they are the source's own.
  private let maps: [OffsetMap]
  /// The text before it was repaired, where it isn't a stretch of the source.
  private let original: [UInt8]?
  /// The part that stands in the source; the words around it stand elsewhere.
  private let written: Range<Int>
  /// Whether characters of that are read as others.
  private var isReadOtherwise = false

  init(_ source: Span<UInt8>, number: Int, start: Int, column: Int = 0, _ repairer: TextRepairer) {
    self.number = number
    self.start = start
    self.column = column
    let repaired = repairer.isPlain(source) ? nil : repairer.repair(source)
    bytes = repaired?.text ?? source.withUnsafeBufferPointer { Array($0) }
    repairs =
      repaired?.repairs.map {
        Repair(kind: $0.kind, source: $0.source.lowerBound + start..<$0.source.upperBound + start)
      } ?? []
    maps = repaired.map { [$0.map] } ?? []
    original = nil
    written = 0..<bytes.count
  }

  /// A text that was put together, with the way back to the source; offsets of `map` count from `start`.
  init(
    _ text: [UInt8], _ map: OffsetMap, number: Int, start: Int, column: Int, cuts: [Repair],
    _ repairer: TextRepairer
  ) {
    self.number = number
    self.start = start
    self.column = column
    let repaired = repairer.repair(text.span)
    bytes = repaired?.text ?? text
    original = text
    written = 0..<bytes.count
    maps = (repaired.map { [$0.map] } ?? []) + [map]
    let inside: [Repair] =
      repaired?.repairs.map { repair in
        let source = map.source(of: repair.source)
        return Repair(kind: repair.kind, source: source.lowerBound + start..<source.upperBound + start)
      } ?? []
    repairs = (cuts + inside).sorted { $0.source.lowerBound < $1.source.lowerBound }
  }

  /// A part of a sentence that is put together from a line and words that stand elsewhere.
  public enum Piece: Sendable {
    /// Words that don't stand in the line.
    case words([UInt8])
    /// A range of the line as it is.
    case written(Range<Int>)
    /// A range of the line that is read otherwise: － as -.
    case read([UInt8], for: Range<Int>)

    fileprivate var place: Range<Int>? {
      switch self {
      case .words: nil
      case .written(let range), .read(_, let range): range.isEmpty ? nil : range
      }
    }
  }

  /// A line that reads as a sentence of its own: `range` of this one, with words around it that stand elsewhere.
  public func sentence(_ before: [UInt8], _ range: Range<Int>, _ behind: [UInt8]) -> ReadingLine {
    sentence([.words(before), .written(range), .words(behind)])
  }

  /// A line that reads as a sentence of its own, of which parts stand in this one.
  public func sentence(_ pieces: [Piece]) -> ReadingLine {
    var text: [UInt8] = []
    var map = OffsetMap()
    var written: Range<Int>?
    // What stands elsewhere has the place between its neighbours.
    var place = sourceRange(of: pieces.lazy.compactMap(\.place).first.map { $0.lowerBound..<$0.lowerBound } ?? 0..<0)
      .lowerBound
    for piece in pieces {
      let first = text.count
      switch piece {
      case .words(let words):
        map.fix(from: first, to: place - start..<place - start)
        text += words
      case .written(let range):
        addWritten(range, to: &text, &map)
      case .read(let words, let range):
        let source = sourceRange(of: range)
        map.fix(from: first, to: source.lowerBound - start..<source.upperBound - start)
        text += words
      }
      guard let range = piece.place else { continue }
      place = sourceRange(of: range).upperBound
      written = (written?.lowerBound ?? first)..<text.count
    }
    map.fix(from: text.count, to: place - start..<place - start)
    let isReadOtherwise = pieces.contains { if case .read = $0 { true } else { false } }
    return ReadingLine(
      number: number, start: start, column: column, bytes: text, map: map, written: written ?? 0..<0, repairs: repairs,
      isReadOtherwise: isReadOtherwise)
  }

  private func addWritten(_ range: Range<Int>, to text: inout [UInt8], _ map: inout OffsetMap) {
    guard !range.isEmpty else { return }
    if maps.count <= 1, maps.allSatisfy({ $0.isShift(of: range) }) {
      map.shift(from: text.count, by: sourceRange(of: range).lowerBound - start - text.count)
    } else {
      // Each character keeps its own place.
      var offset = range.lowerBound
      while offset < range.upperBound {
        let next = (offset + 1..<range.upperBound).first { bytes[$0] & 0xC0 != 0x80 } ?? range.upperBound
        let source = sourceRange(of: offset..<next)
        map.fix(
          from: text.count + offset - range.lowerBound, to: source.lowerBound - start..<source.upperBound - start)
        offset = next
      }
    }
    text += bytes[range]
  }

  private init(
    number: Int, start: Int, column: Int, bytes: [UInt8], map: OffsetMap, written: Range<Int>, repairs: [Repair],
    isReadOtherwise: Bool
  ) {
    self.isReadOtherwise = isReadOtherwise
    self.written = written
    self.number = number
    self.start = start
    self.column = column
    self.bytes = bytes
    original = bytes
    maps = [map]
    self.repairs = repairs
  }

  /// Lines that are read as one, without what lies between their parts.
  init(joining parts: [Range<Int>], of source: [UInt8], number: Int, _ repairer: TextRepairer) {
    self.number = number
    start = parts[0].lowerBound
    column = 0
    var bytes: [UInt8] = []
    var repairs: [Repair] = []
    var map = OffsetMap()
    for part in parts {
      let line = ReadingLine(source.span.extracting(part), number: number, start: part.lowerBound, repairer)
      map.append(line.maps.first ?? OffsetMap(), at: bytes.count, ahead: part.lowerBound - start - bytes.count)
      repairs += line.repairs
      bytes += line.bytes
    }
    self.bytes = bytes
    self.repairs = repairs
    maps = [map]
    original = nil
    written = 0..<bytes.count
  }

  /// The bytes of the source that a range of `bytes` was read from.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    var range = range
    for map in maps { range = map.source(of: range) }
    return range.lowerBound + start..<range.upperBound + start
  }

  /// Where in `bytes` a place of the source is read.
  public func offset(ofSource place: Int) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      if sourceRange(of: middle..<middle + 1).lowerBound >= place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The characters of a range that stand at its place in the source, markup left out.
  public func text(of range: Range<Int>, in text: SourceText) -> Excerpt {
    let start = max(range.lowerBound, written.lowerBound)
    let part = start..<max(start, min(range.upperBound, written.upperBound))
    return isReadOtherwise ? Excerpt(text.source[sourceRange(of: part)]) : excerpt(of: part, in: text)
  }

  /// The words of a range, those of headings around a cell too.
  public func excerpt(of range: Range<Int>, in text: SourceText) -> Excerpt {
    guard let original else { return Excerpt(text.source[sourceRange(of: range)]) }
    return Excerpt(original[maps.count > 1 ? maps[0].source(of: range) : range])
  }
}

/// Finds lines and columns of ascending places: each costs only the way from the one before.
public struct SpanCursor: Sendable {
  private let source: [UInt8]
  private let first: (line: Int, offset: Int, column: Int)
  private var line = 1
  private var offset = 0
  private var column = 0

  /// A cursor at the start of a text.
  public init(_ text: SourceText) {
    source = text.source
    first = (line, offset, column)
  }

  /// A cursor at the start of a line; places before it can't be found.
  public init(_ text: SourceText, at start: ReadingLine) {
    source = text.source
    first = (start.number, start.start, start.column)
    (line, offset, column) = first
  }

  /// Line and columns of a range of the source. A range before the one asked for last is found anew.
  public mutating func span(ofSource range: Range<Int>) -> SourceSpan {
    if range.lowerBound < offset { (line, offset, column) = first }
    while offset < range.lowerBound {
      if range.lowerBound - offset >= 8, let characters = charactersOfEightBytes(at: offset) {
        column += characters
        offset += 8
        continue
      }
      if source[offset] == 0x0A {
        line += 1
        column = 0
      } else if source[offset] & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    var end = column
    for at in range where source[at] & 0xC0 != 0x80 { end += 1 }
    return SourceSpan(line: line, start: column, end: end)
  }

  /// How many characters start in eight bytes of the source, or `nil` if a line ends in them.
  private func charactersOfEightBytes(at offset: Int) -> Int? {
    let bytes = source.span.extracting(offset..<offset + 8).bytes.unsafeLoadUnaligned(as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // 0 where a line ends, so that taking 1 away borrows from the highest bit.
    let lineEnds = bytes ^ 0x0A0A_0A0A_0A0A_0A0A
    if (lineEnds &- ones) & ~lineEnds & 0x8080_8080_8080_8080 != 0 { return nil }
    // All but those that go on with a character: their two highest bits are 1 and 0.
    return 8 - (bytes >> 7 & ~(bytes >> 6) & ones).nonzeroBitCount
  }
}

/// A place in a source text.
public struct SourceSpan: Sendable, Hashable {
  /// The line, counted from 1.
  public let line: Int
  /// Unicode scalars from the start of the line.
  public let start: Int
  /// Unicode scalars from the start of the line to the end of the span (beyond the line's length if it spans several).
  public let end: Int

  /// A place by line (from 1) and columns (from 0, in Unicode scalars).
  public init(line: Int, start: Int, end: Int) {
    self.line = line
    self.start = start
    self.end = end
  }

  /// The place where it begins.
  public var beginning: SourceSpan { SourceSpan(line: line, start: start, end: start) }
}

/// One repair that makes a text readable.
public struct Repair: Sendable {
  /// What was done.
  public enum Kind: String, Sendable, CaseIterable {
    /// Pinyin in brackets behind a traditional character taken out.
    case pinyin
    /// A traditional character read as its simplified form.
    case traditional
    /// A character without width taken out.
    case zeroWidth = "zero_width"
    /// A character that is written by its number (`<U+00A0>`).
    case escape
    /// A line end inside a paragraph taken out.
    case lineEnd = "line_end"
    /// The mark of a footnote between words and numbers taken out.
    case footnote
    /// Question marks, as which a program wrote no-break spaces, read as blanks.
    case noBreakSpace = "no_break_space"
    /// Blanks around a decimal point taken out.
    case space
  }

  /// What was done.
  public let kind: Kind
  /// The bytes of the source that it touches.
  public let source: Range<Int>
}
