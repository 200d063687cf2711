import Observations
import ReportText
import TestSupport
import Testing

/// What constructions state of figures, by their own examples.
@Suite struct ConstructionTests {
  @Test(
    "Examples",
    arguments: Construction.all.flatMap { construction in
      construction.examples.map { (construction.name, $0.marked, $0.states) }
    })
  func example(_ name: Construction.Name, _ sentence: String, _ states: String?) {
    let marked = MarkedText(sentence)
    let facts = ReportReader.facts(SourceText(source: Array(marked.text.utf8)))
    let stated = facts.filter { $0.figure == marked.range && $0.construction == name && $0.holds }
    #expect(stated.map(\.statement).joined(separator: ", ") == states ?? "")
  }

  @Test func everyConstructionHasBothSortsOfExamples() {
    #expect(
      Construction.all.map(\.name).sorted { $0.rawValue < $1.rawValue }
        == Construction.Name.allCases.sorted { $0.rawValue < $1.rawValue })
    for construction in Construction.all {
      #expect(construction.examples.contains { $0.states != nil }, "\(construction.name)")
      #expect(construction.examples.contains { $0.states == nil }, "\(construction.name)")
    }
  }

  @Test func ofTwoNamesTheOneOfHigherRankHolds() {
    let text = SourceText(source: Array("甲率、乙率由8%、9%分别提高到10%、12%。".utf8))
    let facts = ReportReader.facts(text).filter { $0.statement.hasPrefix("subject") }
    #expect(
      facts.filter { $0.holds }.map(\.statement) == [
        "subject same as 8%", "subject same as 9%", "subject 甲率", "subject 乙率",
      ])
    #expect(facts.contains { !$0.holds && $0.construction == .eachOf })
  }
}
