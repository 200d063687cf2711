import Observations
import TestSupport
import Testing

@testable import ReportText

/// Each figure has a place of its own, by which it is known; what has none is unplaced and never dropped.
@Suite struct FigurePlacesTests {
  private static func read(_ text: SourceText) throws -> Report {
    ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn)).read(text, path: "a.html")
  }

  @Test(arguments: [
    ("<html><body><p>全年受理50件。</p></body></html>今日访问606次，总访问593次。", ["1-19", "1-45", "1-53"]),
    ("<html>全年受理606件，办结593件。", ["1-10", "1-17"]), ("<style>p{}</style>全年受理606件，办结593件。", ["1-22", "1-29"]),
    ("<p>申请606件，\u{14}办结593件，其中维持100件。</p>", ["1-5", "1-13", "1-22"]),
    ("<p>受理1\u{14}0件，办结9件。</p>", ["1-5", "1-12"]),
  ])
  func everyFigureOfAPageHasItsOwn(_ html: String, _ ids: [String]) throws {
    let text = try SourceText(bytes: Array(html.utf8), path: "a.html")
    #expect(try Self.read(text).observations.map(\.id) == ids)
  }

  /// A source that writes several figures at one place tells them apart for nobody.
  @Test func figuresThatShareAPlaceAreUnplaced() throws {
    let source = Array("全年受理@。办结3件。".utf8)
    let place = try #require(source.firstIndex(of: UInt8(ascii: "@")))
    var builder = LayoutBuilder()
    builder.add(0..<place)
    builder.add(Array("9件，其中办结5件".utf8), for: place..<place + 1)
    builder.add(place + 1..<source.count)
    builder.finish()
    let report = try Self.read(
      SourceText(source: source, encoding: .utf8, damage: nil, layout: builder.layout))
    #expect(report.observations.map(\.id) == ["1-8"])
    #expect(report.observations.map(\.partOf) == [nil])
    #expect(report.numerals.map(\.rule) == [.unplaced, .unplaced, report.observations[0].rule])
    #expect(report.numerals.map(\.numeralClass) == [.other, .other, .statistic])
    #expect(report.numerals.map(\.observations) == [0..<0, 0..<0, 0..<1])
  }
}
