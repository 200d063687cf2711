/// The text of a report: as it stands in the file, and as it can be read.
///
/// `source` is never changed. Where the text is damaged, `reading` is a repaired copy, and `sourceRange(of:)` leads
/// from every place in it back to the source.
public struct SourceText: Sendable {
  /// The file's text in UTF-8, without a byte order mark.
  public let source: [UInt8]
  /// The text to read: repaired where needed, otherwise the same as `source`.
  public let reading: [UInt8]
  /// What was repaired, in the order of the source.
  public let repairs: [Repair]
  /// Byte offsets in `source` where lines start.
  public let lineStarts: [Int]
  /// Ends of copied stretches: from `reading` on, offsets differ by `shift` from the source.
  private let stretches: [Stretch]

  /// From a byte of the reading copy on, source offset = reading offset + shift.
  struct Stretch: Sendable {
    let reading: Int
    let shift: Int
  }

  /// Repairs `source` for reading.
  public init(source: [UInt8]) {
    self.source = source
    var lineStarts = [0]
    for (offset, byte) in source.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
    self.lineStarts = lineStarts
    let repaired = TextRepairer().repair(source.span)
    reading = repaired?.text ?? source
    repairs = repaired?.repairs ?? []
    stretches = repaired?.stretches ?? []
  }

  /// The bytes of `source` that a range of `reading` was read from.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    guard !stretches.isEmpty else { return range }
    // The end is that of the last character, so that what was taken out behind it stays outside.
    let start = range.lowerBound + shift(at: range.lowerBound)
    guard range.upperBound > range.lowerBound else { return start..<start }
    let end = range.upperBound + shift(at: range.upperBound - 1)
    return start..<max(start, end)
  }

  /// Line and columns of a range of `source`.
  public func span(ofSource range: Range<Int>) -> SourceSpan {
    var cursor = cursor
    return cursor.span(ofSource: range)
  }

  /// A cursor at the start of the source.
  public var cursor: SpanCursor { SpanCursor(self) }

  /// The text of a range of `source`.
  public func text(ofSource range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// The bytes of `source` that a span names, or `nil` if the text has no such place.
  public func sourceRange(of span: SourceSpan) -> Range<Int>? {
    guard span.line >= 1, span.line <= lineStarts.count else { return nil }
    let lineStart = lineStarts[span.line - 1]
    // A number cut from its unit ends behind its line.
    guard let start = offset(ofScalar: span.start, from: lineStart, mayPassLineEnds: false),
      let end = offset(ofScalar: span.end - span.start, from: start, mayPassLineEnds: true)
    else { return nil }
    return start..<end
  }

  /// The source's lines without their line ends.
  public var lines: [String] {
    lineStarts.indices.map { index in
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : source.count
      var line = source[lineStarts[index]..<end]
      if line.last == 0x0D { line = line.dropLast() }
      return String(decoding: line, as: UTF8.self)
    }
  }

  private func shift(at offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].reading <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : stretches[low - 1].shift
  }

  fileprivate func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  fileprivate func scalarCount(_ range: Range<Int>) -> Int {
    source[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
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

/// Finds places of a text in ascending order: each costs only the way from the one before.
public struct SpanCursor: Sendable {
  private let text: SourceText
  private var line = 0
  private var offset = 0
  private var column = 0

  fileprivate init(_ text: SourceText) { self.text = text }

  /// Line and columns of a range of the source. A range before the one asked for last is found anew.
  public mutating func span(ofSource range: Range<Int>) -> SourceSpan {
    let line = text.lineIndex(of: range.lowerBound)
    if line != self.line || range.lowerBound < offset {
      self.line = line
      offset = text.lineStarts[line]
      column = 0
    }
    column += text.scalarCount(offset..<range.lowerBound)
    offset = range.lowerBound
    return SourceSpan(line: line + 1, start: column, end: column + text.scalarCount(range))
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
}

/// One repair that the reading copy holds.
public struct Repair: Sendable {
  /// What was done.
  public enum Kind: String, Sendable, CaseIterable {
    /// Pinyin in brackets behind a traditional character taken out.
    case pinyin
    /// A traditional character read as its simplified form.
    case traditional
  }

  /// What was done.
  public let kind: Kind
  /// The bytes of the source that it touches.
  public let source: Range<Int>
}
