/// A path as the bytes that it is. As strings two names that are only written otherwise (é as one character or as two) would be
/// the same, and they are two files.
public struct ExactPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as a text.
  public let description: String

  /// A path as it is written.
  public init(_ path: String) { description = path }

  /// Whether two paths have the same bytes.
  public static func == (path: Self, other: Self) -> Bool {
    path.description.utf8.elementsEqual(other.description.utf8)
  }

  /// In the order in which documents are read and the database sorts them.
  public static func < (path: Self, other: Self) -> Bool {
    path.description.utf8.lexicographicallyPrecedes(other.description.utf8)
  }

  /// By the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
