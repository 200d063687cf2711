import Foundation
import Observations
import ReportText
import Tables
import Testing

/// Records of a report as NDJSON and as rows.
@Suite struct RecordsTests {
  private static let text = SourceText(
    source: Array("一、受理民办学校许可申请120件，其中，准予许可近100件。\n规范性文件报备率和及时率均达到99.5%。".utf8))

  /// Calls `body` with the records and with each paragraph.
  private func forEachParagraph(all: Bool, _ body: (Records, ParagraphFigures) -> Void) {
    let identity = ReportIdentity(of: Self.text)
    let records = Records(path: "a.txt", agency: identity.agency, all: all)
    ReportReader(catalogue: SampleReports.catalogue).read(Self.text, identity) { body(records, $0) }
  }

  private func json(all: Bool) -> [String] {
    var json = JSONText()
    forEachParagraph(all: all) { records, figures in records.write(figures, to: &json) }
    return String(decoding: json.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func statistics() {
    #expect(
      json(all: false) == [
        #"{"document":"a.txt","line":1,"start":12,"end":16,"text":"120件","class":"statistic","value":"120","low":"120","#
          + #""high":"120","unit":"件","kind":"count","bound":"=","subject":"受理民办学校许可申请","period_type":"flow","#
          + #""status":"actual","confidence":"low","metric":"permit_applications","rule":"count"}"#,
        #"{"document":"a.txt","line":1,"start":25,"end":29,"text":"100件","class":"statistic","value":"100","#
          + #""high":"100","unit":"件","kind":"count","bound":"<=","subject":"准予许可","period_type":"flow","#
          + #""status":"actual","confidence":"low","part_of":"1:12","metric":"permits_granted","rule":"count"}"#,
        #"{"document":"a.txt","line":2,"start":15,"end":20,"text":"99.5%","class":"statistic","value":"99.5","#
          + #""low":"99.45","high":"99.55","unit":"%","kind":"percent","bound":"=","subject":"规范性文件报备率","#
          + #""period_type":"flow","status":"actual","confidence":"low","metric":"filing_rate","rule":"percent"}"#,
        #"{"document":"a.txt","line":2,"start":15,"end":20,"text":"99.5%","class":"statistic","value":"99.5","#
          + #""low":"99.45","high":"99.55","unit":"%","kind":"percent","bound":"=","subject":"规范性文件及时率","#
          + #""period_type":"flow","status":"actual","confidence":"low","metric":"filing_timeliness_rate","rule":"percent"}"#,
      ])
  }

  @Test func allNumerals() {
    let lines = json(all: true)
    #expect(lines.count == 5)
    #expect(
      lines[0]
        == #"{"document":"a.txt","line":1,"start":0,"end":1,"text":"一","class":"list_marker","value":"1","rule":"list-marker"}"#
    )
    #expect(Array(lines[1...]) == json(all: false))
  }

  /// Both formats say the same.
  @Test(arguments: [false, true])
  func rowsEqualTheJSON(_ all: Bool) throws {
    var rows: [[String?]] = []
    forEachParagraph(all: all) { records, figures in rows += records.rows(figures) }
    let objects = try json(all: all).map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(rows.count == objects.count)
    for (row, object) in zip(rows, objects) {
      #expect(row == Records.fields.map { field in object[field].map { "\($0)" } })
      #expect(Set(object.keys).isSubset(of: Records.fields))
    }
  }
}
