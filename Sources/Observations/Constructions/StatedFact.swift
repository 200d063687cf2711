import Quantities
import ReportText

/// A fact as it is told to people: what a construction states of a figure, and whether another outranks it.
public struct StatedFact: Sendable {
  /// Where the figure stands in the source.
  public let figure: Range<Int>
  /// The construction that states it.
  public let construction: Construction.Name
  /// `attribute value`: role after, subject same as 80万吨.
  public let statement: String
  /// The words by which it is told, if there are any.
  public let words: String?
  /// Whether it holds, and no other outranks it.
  public let holds: Bool
}

extension ReportReader {
  /// What the constructions state of the figures of a text, in the order of stating.
  public static func facts(_ text: SourceText) -> [StatedFact] {
    var quantities = QuantityReader()
    var facts: [StatedFact] = []
    text.forEachLine { line in
      quantities.read(line.bytes.span)
      let paragraph = Paragraph(bytes: line.bytes, entries: quantities.entries, lexemes: quantities.lexemes)
      var subjects = SubjectReader(paragraph)
      for figure in paragraph.figures { _ = subjects.statements(of: figure) }
      facts += paragraph.facts.facts.indices.map { index in
        let fact = paragraph.facts.facts[index]
        return StatedFact(
          figure: line.sourceRange(of: paragraph.entries[fact.figure].span), construction: fact.by,
          statement: "\(fact.attribute) \(fact.value.text(in: paragraph))",
          words: fact.words.map(paragraph.string), holds: paragraph.facts.holds(index))
      }
    }
    return facts
  }
}

extension Fact.Value {
  /// The value in words.
  fileprivate func text(in paragraph: Paragraph) -> String {
    func figure(_ index: Int) -> String { paragraph.string(paragraph.entries[index].span) }
    func word(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    return switch self {
    case .role(let role): role == .before ? "before" : "after"
    case .subject(.words(let words)): word(words)
    case .subject(.each(let things)): "each of " + things.map(word).joined(separator: ", ")
    case .subject(.same(as: let other)): "same as " + figure(other)
    case .subject(.told(let words, of: let other)): word(words) + " of " + figure(other)
    case .subject(.more(let words, of: let other)): word(words) + " of " + figure(other)
    case .subject(.planned(as: let other)): "planned as " + figure(other)
    case .mean: "of years"
    case .relation(let relation): word(relation)
    case .status(let status, _): status.rawValue
    case .part(let total): total.map { "of " + figure($0) } ?? "of none"
    }
  }
}
