/// A text with one span between ⟦ and ⟧.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// The bytes of the marked span in `text`.
  public let range: Range<Int>

  /// Takes the marks out of `marked`, which must hold one pair.
  public init(_ marked: String) {
    let bytes = Array(marked.utf8)
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    var plain: [UInt8] = []
    var start = 0
    var end = 0
    var at = 0
    while at < bytes.count {
      if bytes[at...].starts(with: open) {
        start = plain.count
        at += open.count
      } else if bytes[at...].starts(with: close) {
        end = plain.count
        at += close.count
      } else {
        plain.append(bytes[at])
        at += 1
      }
    }
    text = String(decoding: plain, as: UTF8.self)
    range = start..<end
  }

  /// The characters of a byte range of `text`.
  public func slice(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
