import Quantities
import ReportText
import TestSupport
import Testing

/// Numbers are read the same with blanks around them as without.
@Suite struct BlankReadingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let example: Rule.Example
    let blank: String
    var testDescription: String {
      "\(rule.name.rawValue): \(example.marked) with U+\(String(blank.unicodeScalars.first!.value, radix: 16))"
    }
  }

  static let cases = [" ", "\u{A0}", "\u{2009}"].flatMap { blank in
    // Marks of footnotes are no part of the text that is read.
    Rule.all.filter { $0.name != .footnote }.flatMap { rule in
      rule.examples.map { Case(rule: rule, example: $0, blank: blank) }
    }
  }

  @Test(arguments: cases)
  func sameReading(_ item: Case) throws {
    let spaced = MarkedText(Self.withBlanks(item.example.marked, item.blank))
    let text = SourceText(source: Array(spaced.text.utf8))
    var found: [(text: String, reading: String)] = []
    var matched: LedgerEntry?
    text.forEachLine { line in
      var reader = QuantityReader()
      reader.read(line.bytes.span)
      for entry in reader.entries {
        let (span, numeral) = (line.sourceRange(of: entry.span), line.sourceRange(of: entry.numeral))
        found.append((text.text(ofSource: span), entry.reading))
        if span == spaced.range || numeral == spaced.range { matched = entry }
      }
    }
    let entry = try #require(matched, "no entry at the mark of \(spaced.text); found \(found)")
    #expect(entry.reading == item.example.reading)
    #expect((entry.rule == item.rule.name) == item.example.isPositive)
  }

  /// A marked sentence with a blank on each side of each number and of each sign behind one, as typesetters put them.
  private static func withBlanks(_ marked: String, _ blank: String) -> String {
    let characters = Array(marked.unicodeScalars)
    var spaced = ""
    // What stands beside a character, marks of the example left out.
    func neighbour(_ index: Int, _ step: Int) -> Unicode.Scalar? {
      var at = index + step
      while characters.indices.contains(at), "⟦⟧".unicodeScalars.contains(characters[at]) { at += step }
      return characters.indices.contains(at) ? characters[at] : nil
    }
    for (index, character) in characters.enumerated() {
      // Before ⟦ and behind ⟧, so that the mark takes in no blank at its ends.
      let isClosing = character == "⟧"
      if index > 0, !isClosing, characters[index - 1] != "⟦",
        let left = isClosing ? nil : characters[index - 1] == "⟧" ? neighbour(index, -1) : characters[index - 1],
        let right = character == "⟦" ? neighbour(index, 1) : character, isBorder(left, right)
      {
        spaced += blank
      }
      spaced.unicodeScalars.append(character)
    }
    return spaced
  }

  /// Whether a typesetter puts a blank between two characters: between an Arabic number and a word or %.
  private static func isBorder(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    let (first, second) = (isDigit(left), isDigit(right))
    return first && (isWord(right) || "%％‰".unicodeScalars.contains(right)) || second && isWord(left)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { (0x4E00..<0xA000).contains(scalar.value) }
}
