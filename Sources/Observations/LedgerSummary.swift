import Quantities
import ReportText

/// Counts of a text's numerals by class and of its statistics by kind, without their meaning.
public struct LedgerSummary: Sendable {
  /// Numerals by class.
  public private(set) var classes: [NumeralClass: Int] = [:]
  /// Statistics by kind.
  public private(set) var kinds: [QuantityKind: Int] = [:]

  private var reader = QuantityReader()

  /// A summary of nothing.
  public init() {}

  /// Adds the numerals of a text.
  public mutating func add(_ text: SourceText) {
    forEachParagraph(of: text.reading.span) { paragraph, _ in
      reader.read(paragraph)
      for entry in reader.entries {
        classes[entry.numeralClass, default: 0] += 1
        if let quantity = entry.quantity { kinds[quantity.kind, default: 0] += 1 }
      }
    }
  }
}

/// Calls `body` with each line of a text and the offset where it starts.
func forEachParagraph(of text: Span<UInt8>, _ body: (Span<UInt8>, Int) throws -> Void) rethrows {
  var start = 0
  while start < text.count {
    var end = start
    while end < text.count, text[end] != 0x0A { end += 1 }
    try body(text.extracting(start..<end), start)
    start = end + 1
  }
}
