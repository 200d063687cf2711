/// A stretch of UTF-8 text that shares the storage it was cut from, so that making one copies and checks nothing.
public struct Excerpt: Sendable, Hashable {
  /// The text in UTF-8.
  public let bytes: ArraySlice<UInt8>

  /// The text that stands in a slice.
  public init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// A text of its own.
  public init(_ text: some StringProtocol) { bytes = Array(text.utf8)[...] }

  /// As a slice it would be hashed byte by byte.
  public func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

extension Excerpt: CustomStringConvertible {
  /// The text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension Excerpt: ExpressibleByStringLiteral {
  /// The text of a literal.
  public init(stringLiteral text: String) { self.init(text) }
}
