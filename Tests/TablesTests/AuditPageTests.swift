import Checks
import Foundation
import Tables
import Testing

/// The audit page holds other people's text: none of it may become markup, and none may get lost.
@Suite struct AuditPageTests {
  private static let plain = "椒江区教育局关于2022年普法情况的报告\r\n受理民办学校许可申请120件，增长20%。\n反馈问题25个，整改到位24个，整改完成率95%。\n"

  static let hostile = [
    "</script><script>alert(1)</script>",
    "<!--<script>受理9件",
    "/*{{js}}*/受理9件/*{{css}}*/ /*{{data}}*/",
    "]]></SCRIPT\u{0B}>\u{7F}\u{1}\u{202E}受理9件",
    "\\u003c/script>\\\"\"'受理9件\u{2028}\u{2029}",
    "关于2022年</title><img src=x onerror=alert(1)>普法情况的报告",
  ]

  private func page(_ documents: [CheckedReport]) -> String {
    let page = AuditPage(
      CheckedArchive(documents, catalogue: SampleReports.catalogue), catalogue: SampleReports.catalogue,
      generator: "nianbao </script> 0")
    return String(decoding: page.html, as: UTF8.self)
  }

  /// The data element's text as a browser finds it: up to the first end tag of a script.
  private func data(_ page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: #"<script type="application/json" id="nianbao-data">"#)).upperBound
    let end = try #require(page.range(of: "</script", options: .caseInsensitive, range: start..<page.endIndex))
      .lowerBound
    let object = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
    return try #require(object as? [String: Any])
  }

  /// The records of rows that name their columns once, as the page's script makes them.
  private func records(_ rows: Any?) throws -> [[String: Any]] {
    let rows = try #require(rows as? [String: [Any]])
    let columns = try #require(rows["columns"] as? [String])
    return try (rows["rows"] ?? []).map { row in
      let values = try #require(row as? [Any])
      return Dictionary(uniqueKeysWithValues: zip(columns, values).filter { !($0.1 is NSNull) })
    }
  }

  private func outside(_ page: String) throws -> String {
    let start = try #require(page.range(of: #"id="nianbao-data">"#)).upperBound
    let end = try #require(page.range(of: "</script", options: .caseInsensitive, range: start..<page.endIndex))
      .lowerBound
    return String(page[..<start] + page[end...])
  }

  @Test func marksOfTheTemplateAreReplaced() throws {
    let page = page([SampleReports.read(Self.plain)])
    #expect(page.hasPrefix("<!doctype html>\n"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("/*{{"))
    #expect(page.contains("<style>\n") && page.contains("byId('nianbao-data')"))
    #expect(page.components(separatedBy: "<script").count - 1 == 2)
    #expect(page.components(separatedBy: "</script>").count - 1 == 2)
  }

  /// Nothing is loaded from elsewhere.
  @Test func thePageNeedsNoNetwork() throws {
    let page = page([SampleReports.read(Self.plain)])
    #expect(page.contains(#"http-equiv="Content-Security-Policy" content="default-src 'none';"#))
    for word in ["src=\"", "<link", "@import", "fetch(", "innerHTML"] { #expect(!page.contains(word), "\(word)") }
  }

  @Test(arguments: hostile)
  func hostileTextStaysText(_ line: String) throws {
    let clean = SampleReports.read(Self.plain, path: "a.txt")
    let text = line + "\n" + Self.plain + line
    let page = page([SampleReports.read(text, path: line)])
    // Apart from the data, the page is the one of a harmless report.
    #expect(try outside(page) == outside(self.page([clean])))
    let data = try data(page)
    let documents = try #require(data["documents"] as? [[String: Any]])
    #expect(documents.count == 1)
    #expect(documents[0]["path"] as? String == line)
    #expect(
      documents[0]["lines"] as? [String] == [
        line, "椒江区教育局关于2022年普法情况的报告", "受理民办学校许可申请120件，增长20%。", "反馈问题25个，整改到位24个，整改完成率95%。", line,
      ])
    #expect(data["generator"] as? String == "nianbao </script> 0")
  }

  @Test func everyNumeralPointsAtItsText() throws {
    let report = SampleReports.read("科學(xué)局\r\n受理9件。𠮷🙂又受理12份文件，報(bào)備率和及时率均为100%\n")
    let data = try data(page([report]))
    let document = try #require((data["documents"] as? [[String: Any]])?.first)
    let lines = try #require(document["lines"] as? [String])
    let numerals = try records(document["numerals"])
    let texts = try numerals.map { numeral in
      let (line, start, end) = (
        try #require(numeral["line"] as? Int), try #require(numeral["start"] as? Int),
        try #require(numeral["end"] as? Int)
      )
      return String(String.UnicodeScalarView(Array(lines[line - 1].unicodeScalars)[start..<end]))
    }
    #expect(texts == ["9件", "12份", "100%"])
    #expect(
      numerals.map { $0["observations"] as? [String] } == [
        ["01234567-2-2"], ["01234567-2-10"], ["01234567-2-30", "01234567-2-30.2"],
      ])
  }

  @Test func findingsAndObservationsNameEachOther() throws {
    let data = try data(page([SampleReports.read(Self.plain)]))
    let findings = try #require(data["findings"] as? [[String: Any]])
    #expect(findings.map { $0["id"] as? Int } == [0, 1])
    #expect(findings.map { $0["verdict"] as? String } == ["consistent", "inconsistent"])
    #expect(
      findings.map { $0["operands"] as? [String] } == [
        ["01234567-2-17", "01234567-2-10"], ["01234567-3-21", "01234567-3-12", "01234567-3-4"],
      ])
    let observations = try records(data["observations"])
    let named = observations.map { "\($0["id"]!) \($0["findings"]!)" }
    #expect(
      named == [
        "01234567-2-10 [0]", "01234567-2-17 [0]", "01234567-3-4 [1]", "01234567-3-12 [1]", "01234567-3-21 [1]",
      ])
  }

  @Test func aFigureNamesWhatItImpliesOfTheYearBefore() throws {
    let text = "椒江区教育局2022年工作总结\n受理许可申请120件，增长20%。教育支出6.5亿元，增长5%。\n"
    let observations = try records(try data(page([SampleReports.read(text)]))["observations"])
    let implied = observations.map { observation -> [String] in
      let implied = observation["implied"] as? [String: Any] ?? [:]
      return ["year", "value", "low", "high", "growth"].compactMap { implied[$0].map { "\($0)" } }
    }
    #expect(
      implied == [
        ["2021", "100", "100", "100", "01234567-2-13"], [],
        ["2021", "620000000", "611300000", "626800000", "01234567-2-29"], [],
      ])
  }

  @Test func metricsThatAreUsedAreExplained() throws {
    let data = try data(page([SampleReports.read("受理民办学校许可申请120件。")]))
    let metrics = try #require(data["metrics"] as? [String: [String: Any]])
    #expect(metrics.keys.sorted() == ["permit_applications"])
    #expect(metrics["permit_applications"]?["zh"] as? String == "受理许可申请数")
    #expect(metrics["permit_applications"]?["examples"] as? [String] == ["全年共受理外国人来华许可申请⟦606件⟧"])
  }
}
