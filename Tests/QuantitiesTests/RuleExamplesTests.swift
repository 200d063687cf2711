import Quantities
import TestSupport
import Testing

@Suite struct RuleExamplesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let example: Rule.Example
    var testDescription: String { "\(rule.name.rawValue): \(example.marked)" }
  }

  static let cases = Rule.all.flatMap { rule in rule.examples.map { Case(rule: rule, example: $0) } }

  @Test(arguments: cases)
  func example(_ item: Case) throws {
    let marked = MarkedText(item.example.marked)
    var reader = QuantityReader()
    reader.read(Array(marked.text.utf8).span)
    let entry = try #require(
      reader.entries.first { $0.span == marked.range || $0.numeral == marked.range },
      "no entry at the mark; found \(reader.entries.map { marked.slice($0.span) + " " + $0.reading })")
    #expect(entry.reading == item.example.reading)
    if item.example.isPositive {
      #expect(entry.rule == item.rule.name)
    } else {
      #expect(entry.rule != item.rule.name)
    }
  }

  @Test func everyRuleHasBothSortsOfExamples() {
    for rule in Rule.all {
      #expect(rule.examples.contains { $0.isPositive }, "\(rule.name.rawValue) has no example")
    }
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }
}
