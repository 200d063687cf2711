import Checks
import Observations
@testable import Tables
import TestSupport
import Testing

/// The audit page of many documents: an index and pages that a browser opens in a second.
@Suite struct AuditPagesTests {
  private typealias Sample = SampleReports

  /// Documents of bodies, each with one figure; bodies alternate.
  private func archive(_ count: Int, bodies: Int) -> CheckedArchive {
    CheckedArchive(
      (0..<count).map { number in
        Sample.made(
          [Sample.figure("\(number)", "1-0", metric: "last")], sha256: String(10_000_000 + number),
          agency: "3310\(10 + number % bodies)-audit", year: 2000 + number)
      }, catalogue: Sample.combinations)
  }

  private func pages(_ archive: CheckedArchive, _ selection: FigureSelection? = nil) -> AuditPages {
    AuditPages(
      archive, catalogue: Sample.combinations, selection: selection, name: "audit.html", generator: "nianbao 0")
  }

  private func text(_ pages: AuditPages, _ place: Int) -> String { String(decoding: pages.html(place), as: UTF8.self) }

  @Test func aHundredDocumentsStandOnOnePage() {
    let pages = pages(archive(100, bodies: 3))
    #expect(pages.names == ["audit.html"])
    #expect(text(pages, 0).contains("id=\"nianbao-data\""))
    #expect(!text(pages, 0).contains("\"index\":"))
  }

  /// A body's documents stand together, and each figure has a link to its page.
  @Test func moreAreSplitByBodies() throws {
    let archive = archive(150, bodies: 5)
    let pages = pages(archive)
    #expect(pages.names == ["audit.html", "audit-1.html", "audit-2.html"])
    let places = archive.documents.map { document in
      (document.report.identity.agency?.id ?? "", pages.link(to: "1-0", of: document))
    }
    #expect(places[0].1 == "audit-1.html#o=10000000-1-0")
    #expect(places[149].1 == "audit-2.html#o=10000149-1-0")
    let byBody = Dictionary(grouping: places, by: \.0).mapValues { Set($0.map { $0.1.prefix { $0 != "#" } }) }
    #expect(byBody.values.allSatisfy { $0.count == 1 })
    for (document, place) in zip(archive.documents, places) {
      let number = try #require(pages.names.firstIndex { place.1.hasPrefix($0 + "#") })
      #expect(text(pages, number).contains("[\"\(document.id(of: "1-0"))\","))
    }
    #expect(text(pages, 1).contains("\"index\":\"audit.html\""))
    let index = text(pages, 0)
    #expect(index.contains("150 份文件，分 2 页。"))
    #expect(index.components(separatedBy: "<tr><td>").count == 151)
    #expect(index.contains("<a href=\"audit-2.html#d=60\">10000149.txt</a>"))
    #expect(!index.contains("<script"))
  }

  @Test func aBodyWithMoreThanAPageIsSplit() {
    let pages = pages(archive(230, bodies: 1))
    #expect(pages.names == ["audit.html", "audit-1.html", "audit-2.html", "audit-3.html"])
  }

  @Test func ofManyDocumentsThoseOfTheAgencyAskedForAreShown() {
    let selection = FigureSelection(metric: nil, agency: "331010-audit", year: nil)
    let pages = pages(archive(150, bodies: 5), selection)
    #expect(pages.names == ["audit.html"])
    #expect(text(pages, 0).components(separatedBy: "\"agencyId\":\"331010-audit\"").count == 31)
    #expect(!text(pages, 0).contains("331011-audit"))
  }

  /// What a document is called is text in the index, too.
  @Test func namesInTheIndexAreNoMarkup() {
    var documents = archive(100, bodies: 100).documents
    documents.append(Sample.read("<script>alert(1)</script>年报\n受理9件。\n", path: "<img src=x>\".txt", sha256: "ffffffff"))
    let index = text(pages(CheckedArchive(documents, catalogue: Sample.combinations)), 0)
    #expect(index.contains("&lt;img src=x&gt;&quot;.txt"))
    #expect(!index.contains("<script") && !index.contains("<img"))
  }

  /// Findings go with their figures; what explains them stays theirs.
  @Test func findingsStayWithTheirDocuments() {
    let bad = "反馈问题25个，整改到位24个，整改完成率95%。\n"
    let archive = CheckedArchive(
      ["甲", "乙", "丙"].enumerated().map { number, name in
        Sample.read(
          "椒江区教育局202\(number)年普法工作总结\n" + (number == 0 ? "发放手册5册。\n" : bad), path: name, sha256: "0000000\(number)")
      }, catalogue: Sample.catalogue)
    #expect(archive.findings.filter { $0.verdict == .inconsistent }.count == 2)
    let last = archive.limited(to: [archive.documents[2]])
    #expect(last.findings.map(\.verdict) == [.inconsistent])
    #expect(last.findings[0].operands.allSatisfy { $0.hasPrefix("00000002-") })
    #expect(last.suspects[0]?.joined().allSatisfy { $0.hasPrefix("00000002-") } == true)
    #expect(archive.limited(to: [archive.documents[0]]).findings.isEmpty)
  }
}
