import Observations
import Quantities
import ReportText

/// Writes JSON by hand into a byte buffer: records are many, and their shape is fixed.
public struct JSONText: ~Copyable {
  private var storage: UnsafeMutableRawBufferPointer
  private var count = 0
  private let isInHTML: Bool

  /// An empty text; `inHTML` escapes `<`, so that the text can stand in a script element.
  public init(inHTML: Bool = false) {
    isInHTML = inHTML
    storage = .allocate(byteCount: 1 << 12, alignment: 16)
  }

  deinit { storage.deallocate() }

  /// The text so far, in UTF-8.
  public var bytes: [UInt8] { Array(storage[..<count]) }

  /// How many bytes the text has so far.
  public var byteCount: Int { count }

  /// Calls `body` with the text so far, in UTF-8.
  public func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    try body(UnsafeRawBufferPointer(rebasing: storage[..<count]))
  }

  /// Takes out what was written, keeping the storage.
  public mutating func removeAll() { count = 0 }

  /// Adds text as it is.
  @inline(__always)
  public mutating func raw(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds text as it is.
  public mutating func raw(_ text: [UInt8]) { text.withUnsafeBytes { append($0) } }

  /// Adds a string with what JSON needs escaped.
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { escape(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a stretch of text with what JSON needs escaped.
  public mutating func string(_ text: Excerpt) { text.bytes.withUnsafeBytes { escape($0) } }

  /// Adds a whole number.
  public mutating func number(_ value: Int) { digits(of: ExactDecimal(digits: Int64(value))) }

  /// Adds a number as a string, since JSON readers don't keep decimals exact.
  public mutating func decimal(_ value: ExactDecimal) {
    raw("\"")
    digits(of: value)
    raw("\"")
  }

  /// Adds a list whose items `write` adds.
  mutating func list<T>(_ items: some Sequence<T>, _ write: (T, inout JSONText) -> Void) {
    raw("[")
    var isFirst = true
    for item in items {
      if !isFirst { raw(",") }
      isFirst = false
      write(item, &self)
    }
    raw("]")
  }

  /// Adds a day as a string.
  mutating func day(_ day: CalendarDay) {
    reserve(CalendarDay.length + 2)
    raw("\"")
    let place = UnsafeMutableRawBufferPointer(rebasing: storage[count..<count + CalendarDay.length])
    day.write(into: place.assumingMemoryBound(to: UInt8.self))
    count += CalendarDay.length
    raw("\"")
  }

  private mutating func digits(of value: ExactDecimal) {
    let length = value.notationLength
    reserve(length)
    let place = UnsafeMutableRawBufferPointer(rebasing: storage[count..<count + length])
    value.write(into: place.assumingMemoryBound(to: UInt8.self))
    count += length
  }

  private mutating func escape(_ text: UnsafeRawBufferPointer) {
    raw("\"")
    // Eight bytes more than the text has, so that whole words can be copied.
    reserve(text.count + 8)
    var at = 0
    while at < text.count {
      let rest = text.count - at
      if rest >= 8, case let word = text.loadUnaligned(fromByteOffset: at, as: UInt64.self), !mayNeedEscape(word) {
        (storage.baseAddress! + count).storeBytes(of: word, as: UInt64.self)
        count += 8
        at += 8
      } else if needsEscape(text[at]) {
        escape(text[at])
        at += 1
        reserve(text.count - at + 8)
      } else {
        storage[count] = text[at]
        count += 1
        at += 1
      }
    }
    raw("\"")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    default:
      raw("\\u00")
      let digits = Array("0123456789abcdef".utf8)
      raw([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }

  /// Whether one of eight bytes is below 0x20 or ", \, <: such a byte sets its highest bit.
  @inline(__always)
  private func mayNeedEscape(_ word: UInt64) -> Bool {
    Self.bytes(below: 0x20, in: word) | Self.bytes(equal: 0x22, in: word) | Self.bytes(equal: 0x5C, in: word)
      | (isInHTML ? Self.bytes(equal: 0x3C, in: word) : 0) != 0
  }

  @inline(__always)
  private static func bytes(below limit: UInt64, in word: UInt64) -> UInt64 {
    (word &- limit &* 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private static func bytes(equal byte: UInt64, in word: UInt64) -> UInt64 {
    bytes(below: 1, in: word ^ byte &* 0x0101_0101_0101_0101)
  }

  private func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || (isInHTML && byte == UInt8(ascii: "<"))
  }

  /// Adds the name of a member: all of it at once, for a record has many.
  @inline(__always)
  fileprivate mutating func key(_ name: StaticString, isFirst: Bool) {
    let length = name.utf8CodeUnitCount
    reserve(length + 4)
    var place = storage.baseAddress! + count
    if !isFirst {
      place.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
      place += 1
    }
    place.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    (place + 1).copyMemory(from: name.utf8Start, byteCount: length)
    (place + 1 + length).storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    (place + 2 + length).storeBytes(of: UInt8(ascii: ":"), as: UInt8.self)
    count += length + (isFirst ? 3 : 4)
  }

  /// Copies pieces of up to 16 bytes, which most are, as one or two words.
  @inline(__always)
  private mutating func append(_ text: UnsafeRawBufferPointer) {
    guard let source = text.baseAddress, !text.isEmpty else { return }
    reserve(text.count)
    let target = storage.baseAddress! + count
    let length = text.count
    count += length
    switch length {
    case 8...16: Self.copyEnds(UInt64.self, source, target, length)
    case 4..<8: Self.copyEnds(UInt32.self, source, target, length)
    case 2..<4: Self.copyEnds(UInt16.self, source, target, length)
    case 1: target.storeBytes(of: source.load(as: UInt8.self), as: UInt8.self)
    default: target.copyMemory(from: source, byteCount: length)
    }
  }

  /// Copies the first and the last word of a piece, which overlap or meet.
  @inline(__always)
  private static func copyEnds<Word: BitwiseCopyable>(
    _ type: Word.Type, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ length: Int
  ) {
    let last = length - MemoryLayout<Word>.size
    let (head, tail) = (source.loadUnaligned(as: type), (source + last).loadUnaligned(as: type))
    target.storeBytes(of: head, as: type)
    (target + last).storeBytes(of: tail, as: type)
  }

  @inline(__always)
  private mutating func reserve(_ length: Int) {
    if count + length > storage.count { grow(by: length) }
  }

  private mutating func grow(by length: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(storage.count * 2, storage.count + length), alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
    storage.deallocate()
    storage = larger
  }
}

/// Writes the members of one JSON object.
public struct JSONObjectWriter {
  private var isFirst = true

  /// A writer at the start of an object.
  public init(_ json: inout JSONText) { json.raw("{") }

  /// Ends the object.
  public func end(_ json: inout JSONText) { json.raw("}") }

  @inline(__always)
  private mutating func key(_ name: StaticString, _ json: inout JSONText) {
    json.key(name, isFirst: isFirst)
    isFirst = false
  }

  /// Members written before, without the braces around them.
  public mutating func members(_ written: [UInt8], _ json: inout JSONText) {
    guard !written.isEmpty else { return }
    if !isFirst { json.raw(",") }
    isFirst = false
    json.raw(written)
  }

  /// A string member; nothing for `nil`.
  @inline(__always)
  public mutating func member(_ name: StaticString, _ value: String?, _ json: inout JSONText) {
    guard let value else { return }
    key(name, &json)
    json.string(value)
  }

  /// A member that is a stretch of text.
  @inline(__always)
  public mutating func member(_ name: StaticString, _ value: Excerpt, _ json: inout JSONText) {
    key(name, &json)
    json.string(value)
  }

  /// A day as a string member; nothing for `nil`.
  @inline(__always)
  public mutating func member(_ name: StaticString, _ value: CalendarDay?, _ json: inout JSONText) {
    guard let value else { return }
    key(name, &json)
    json.day(value)
  }

  /// An exact number as a string member; nothing for `nil`.
  @inline(__always)
  public mutating func member(_ name: StaticString, _ value: ExactDecimal?, _ json: inout JSONText) {
    guard let value else { return }
    key(name, &json)
    json.decimal(value)
  }

  /// A number member; nothing for `nil`.
  @inline(__always)
  public mutating func member(_ name: StaticString, _ value: Int?, _ json: inout JSONText) {
    guard let value else { return }
    key(name, &json)
    json.number(value)
  }

  /// A member whose value `write` adds.
  public mutating func member(_ name: StaticString, _ json: inout JSONText, _ write: (inout JSONText) -> Void) {
    key(name, &json)
    write(&json)
  }

  /// A member that is a list.
  public mutating func list<T>(
    _ name: StaticString, _ items: some Sequence<T>, _ json: inout JSONText, _ write: (T, inout JSONText) -> Void
  ) {
    key(name, &json)
    json.list(items, write)
  }
}
