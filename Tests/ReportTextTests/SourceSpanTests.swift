import ReportText
import TestSupport
import Testing

/// Places in a source: lines from 1, columns in Unicode scalars, and back to bytes.
@Suite struct SourceSpanTests {
  @Test(arguments: [
    ("⟦全年⟧培训32人", 1, 0, 2),
    ("全年培训⟦32人⟧", 1, 4, 7),
    ("一、工作\r\n培训⟦32人⟧\r\n", 2, 2, 5),
    ("一、工作\r\n\r\n\r\n培训⟦32人⟧，", 4, 2, 5),
    ("甲\r乙\n丙⟦9件⟧", 2, 1, 3),
    ("𠮷田🙂⟦9件⟧", 1, 3, 5),
    ("科學(xué)局\n冊(cè)⟦5冊⟧(cè)", 2, 5, 7),
    ("e\u{301}⟦9⟧", 1, 2, 3),
    ("\n\n⟦3⟧", 3, 0, 1),
    ("培训\n⟦⟧", 2, 0, 0),
    ("培训⟦32\n人⟧次", 1, 2, 6),
  ])
  func roundTrip(_ marked: String, _ line: Int, _ start: Int, _ end: Int) {
    let item = MarkedText(marked)
    let text = SourceText(source: Array(item.text.utf8))
    let span = text.span(ofSource: item.range)
    #expect(span == SourceSpan(line: line, start: start, end: end))
    #expect(text.sourceRange(of: span) == item.range)
    #expect(text.text(ofSource: item.range) == item.slice(item.range))
  }

  @Test(arguments: [
    SourceSpan(line: 0, start: 0, end: 1), SourceSpan(line: 4, start: 0, end: 0),
    SourceSpan(line: -1, start: 0, end: 0),
    SourceSpan(line: 2, start: 4, end: 4), SourceSpan(line: 2, start: 9, end: 10),
    SourceSpan(line: 3, start: 0, end: 3),
  ])
  func aPlaceOutsideTheTextIsNone(_ span: SourceSpan) {
    let text = SourceText(source: Array("一、工作\n32人\n9件".utf8))
    #expect(text.sourceRange(of: span) == nil)
  }

  @Test(arguments: [
    ("一\n二", ["一", "二"]), ("一\r\n二\r\n", ["一", "二", ""]), ("", [""]), ("\n", ["", ""]), ("一\r二", ["一\r二"]),
    ("末行\r", ["末行"]), ("一\n\n二", ["一", "", "二"]),
  ])
  func linesHaveNoLineEnds(_ source: String, _ lines: [String]) {
    #expect(SourceText(source: Array(source.utf8)).lines == lines)
  }
}
