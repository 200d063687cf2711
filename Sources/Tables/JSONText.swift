/// Writes JSON by hand into a byte buffer: records are many, and their shape is fixed.
public struct JSONText: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  private let isInHTML: Bool

  /// An empty text; `inHTML` escapes `<`, so that the text can stand in a script element.
  public init(inHTML: Bool = false) { isInHTML = inHTML }

  /// Takes out what was written, keeping the storage.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds text as it is.
  public mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a string with what JSON needs escaped.
  public mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case UInt8(ascii: "<") where isInHTML: raw("\\u003c")
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0..<0x20:
        raw("\\u00")
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a whole number.
  public mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }
}

/// Writes the members of one JSON object.
public struct JSONObjectWriter {
  private var isFirst = true

  /// A writer at the start of an object.
  public init(_ json: inout JSONText) { json.raw("{") }

  /// Ends the object.
  public func end(_ json: inout JSONText) { json.raw("}") }

  private mutating func key(_ name: StaticString, _ json: inout JSONText) {
    json.raw(isFirst ? "\"" : ",\"")
    isFirst = false
    json.raw(name)
    json.raw("\":")
  }

  /// A string member; nothing for `nil`.
  public mutating func member(_ name: StaticString, _ value: String?, _ json: inout JSONText) {
    guard let value else { return }
    key(name, &json)
    json.string(value)
  }

  /// A number member; nothing for `nil`.
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
    json.raw("[")
    var isFirst = true
    for item in items {
      if !isFirst { json.raw(",") }
      isFirst = false
      write(item, &json)
    }
    json.raw("]")
  }
}
