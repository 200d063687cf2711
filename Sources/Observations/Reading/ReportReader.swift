import Quantities
import ReportText

/// Reads a report into numerals and observations: a pure function of text and catalogue.
public struct ReportReader: Sendable {
  private let catalogue: Catalogue

  /// A reader that maps figures to the metrics of `catalogue`.
  public init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Reads a report. `path` is carried along for messages and outputs.
  public func read(_ text: SourceText, path: String) -> Report {
    let identity = ReportIdentity(of: text)
    var sections = SectionTree(identity)
    var quantities = QuantityReader()
    var numerals: [LocatedNumeral] = []
    var observations: [Observation] = []
    forEachParagraph(of: text.reading.span) { paragraph, start in
      let bytes = paragraph.withUnsafeBufferPointer { Array($0) }
      sections.enter(String(decoding: bytes.prefix(400), as: UTF8.self))
      quantities.read(paragraph)
      guard !quantities.entries.isEmpty else { return }
      var reader = ParagraphReader(
        bytes: bytes, entries: quantities.entries, lexemes: quantities.lexemes, sections: sections, identity: identity,
        catalogue: catalogue, offset: start)
      reader.read(text, into: &numerals, &observations)
    }
    return Report(path: path, text: text, identity: identity, numerals: numerals, observations: observations)
  }
}
