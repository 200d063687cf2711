import Checks
import GRDB
import Observations
import ReportStore
import ReportText
import TestSupport
import Testing

/// What is stored comes back as it was.
@Suite struct RoundTripTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("n.sqlite")
  }

  private func store() throws -> (ReportStore, run: Int64) {
    let store = try ReportStore(replacing: path)
    let run = try store.beginRun(
      program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "abc")
    return (store, run)
  }

  /// The sample must hold what the comparison is about.
  @Test func theSampleHoldsEverySortOfPart() {
    let sample = SampleReports.read()
    let observations = sample.report.observations
    #expect(observations.map(\.text).contains("120件"))
    #expect(observations.contains { $0.partOf != nil })
    #expect(Set(observations.map(\.status)) == [.actual, .before, .target])
    #expect(observations.contains { $0.quantity.high == nil })
    #expect(observations.contains { $0.id.hasSuffix(".2") })
    #expect(observations.contains { $0.metric == nil })
    #expect(sample.report.numerals.contains { $0.issue == .overflow && $0.value == nil })
    #expect(Set(sample.findings.map(\.verdict)) == [.consistent, .inconsistent])
    #expect(
      sample.implied.map { "\($0.year) \($0.value) \($0.low) \($0.high)" } == [
        "2021 100 100 100", "2021 620000000 611300000 626800000",
      ])
    let text = sample.report.text
    #expect(text.repairs.map { text.text(ofSource: $0.source) }.joined() == "區(qū)關(guān)設(shè)況報(bào)訓(xùn)冊(cè)冊(cè)")
  }

  @Test func documentsComeBackAsStored() throws {
    let stored = SampleReports.read()
    let (store, run) = try store()
    try store.replace([stored], run: run)
    let documents = try store.documents()
    try #require(documents.count == 1)
    let found = documents[0]
    #expect(found.sha256 == stored.sha256)
    #expect(found.report.path == "a/报告.txt")
    #expect(found.report.text.source == stored.report.text.source)
    #expect(found.report.outline == stored.report.outline)
    #expect(Set(found.report.outline.map(\.kind)) == [.results, .plan])
    #expect(found.report.observations.map(described) == stored.report.observations.map(described))
    #expect(found.report.numerals.map(described) == stored.report.numerals.map(described))
    #expect(found.findings.map(described) == stored.findings.map(described))
    #expect(found.implied.map(described) == stored.implied.map(described))
    let (identity, expected) = (found.report.identity, stored.report.identity)
    #expect(identity.title == expected.title)
    #expect(identity.year == expected.year)
    #expect(identity.kind == expected.kind)
    #expect(identity.corrects == expected.corrects)
    #expect(identity.reasons == expected.reasons)
    #expect(identity.agencyConfidence == .high)
    #expect(identity.yearConfidence == .high)
    #expect(identity.agency?.id == "331002-education")
    #expect(identity.agency?.name == "台州市椒江区教育局")
    #expect(identity.agency?.division?.code == "331002")
    #expect(identity.agency?.division?.name == "椒江区")
    #expect(identity.agency?.division?.level == .county)
    try store.finish()
  }

  @Test func aDocumentWithoutIdentityComesBack() throws {
    let (store, run) = try store()
    try store.replace([SampleReports.read("读书角来了12位读者。", path: "b.txt")], run: run)
    let identity = try #require(try store.documents().first).report.identity
    #expect(identity.title == nil)
    #expect(identity.agency == nil)
    #expect(identity.year == nil)
    #expect(identity.kind == .other)
    #expect(identity.reasons == [])
    try store.finish()
  }

  @Test func documentsComeInTheOrderOfTheirPaths() throws {
    let (store, run) = try store()
    for (number, name) in ["丙.txt", "b.txt", "a/z.txt", "甲.txt"].enumerated() {
      try store.replace([SampleReports.read("书\(number)册。", path: name, sha256: "\(number)")], run: run)
    }
    #expect(try store.documents().map(\.report.path) == ["a/z.txt", "b.txt", "丙.txt", "甲.txt"])
    #expect(try store.documents().map { $0.report.observations.map(\.text) } == [["2册"], ["1册"], ["0册"], ["3册"]])
    try store.finish()
  }

  /// One agency has one name in all outputs, the fuller one, in whatever order the documents come.
  @Test(arguments: [["台州市椒江区教育局", "椒江区教育局"], ["椒江区教育局", "台州市椒江区教育局"]])
  func theFullerNameOfAnAgencyStays(_ names: [String]) throws {
    let (store, run) = try store()
    for (number, name) in names.enumerated() {
      let text = "\(name)关于202\(number)年普法情况的报告\n培训教师\(number)人。"
      try store.replace([SampleReports.read(text, path: "\(number).txt", sha256: "\(number)")], run: run)
    }
    #expect(try store.documents().map { $0.report.identity.agency?.id } == ["331002-education", "331002-education"])
    #expect(try store.documents().map { $0.report.identity.agency?.name } == ["台州市椒江区教育局", "台州市椒江区教育局"])
    try store.finish()
  }

  /// A name that only a former way of reading found (应急管理管理局) doesn't outlive it, however long it is.
  @Test func aNameOfAFormerReadingGoes() throws {
    let (store, run) = try store()
    let former = SampleReports.read("台州市椒江区教育局关于2021年普法情况的报告\n培训教师3人。", path: "a.txt", sha256: "a")
    try store.replace([former], run: run)
    let next = try store.beginRun(program: "nianbao next", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    let report = SampleReports.read("椒江区教育局关于2021年普法情况的报告\n培训教师3人。", path: "a.txt", sha256: "a")
    try store.replace([report], run: next)
    #expect(try store.documents().map { $0.report.identity.agency?.name } == ["椒江区教育局"])
    try store.finish()
  }

  @Test func theSameBytesAreStoredOnce() throws {
    let (store, run) = try store()
    #expect(try store.replace([SampleReports.read(path: "first.txt")], run: run).isEmpty)
    let copies = try store.replace([SampleReports.read(path: "second.txt")], run: run)
    #expect(copies.map(\.original) == ["first.txt"])
    let expected = SampleReports.read(path: "first.txt")
    let documents = try store.documents()
    #expect(documents.map(\.report.path) == ["first.txt"])
    #expect(documents.first?.report.observations.map(described) == expected.report.observations.map(described))
    try store.finish()
    let queue = try open(path)
    let counts = try queue.read { db in
      try ["documents", "numerals", "observations", "findings", "finding_operands", "implied_values"].map {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)")
      }
    }
    #expect(try queue.read { db in try String.fetchAll(db, sql: "SELECT path FROM document_copies") } == ["second.txt"])
    #expect(
      counts == [
        1, expected.report.numerals.count, expected.report.observations.count, expected.findings.count,
        expected.findings.reduce(0) { $0 + $1.operands.count }, expected.implied.count,
      ])
  }

  /// A document that can't be stored whole isn't stored at all, and the one that it would replace stays.
  @Test func aDocumentIsStoredWholeOrNotAtAll() throws {
    let (store, run) = try store()
    try store.replace([SampleReports.read(path: "good.txt")], run: run)
    var observations = SampleReports.read().report.observations
    observations[observations.count - 1].metric = "no_such_metric"
    let report = SampleReports.read(path: "good.txt").report
    let bad = Report(
      path: report.path, text: report.text, identity: report.identity, numerals: report.numerals,
      observations: observations)
    #expect(throws: StoreError.self) {
      try store.replace([CheckedReport(sha256: SampleReports.sha256, report: bad, findings: [], implied: [])], run: run)
    }
    let documents = try store.documents()
    #expect(documents.map(\.report.path) == ["good.txt"])
    #expect(documents.first?.report.observations.count == observations.count)
    try store.finish()
  }
}

/// All fields of a value, so that a comparison misses none.
private func described(_ value: some Any) -> String { String(reflecting: value) }

/// All fields of a figure but those that are only for its reading.
private func described(_ observation: Observation) -> String {
  var observation = observation
  (observation.changeOf, observation.mark) = (nil, nil)
  return String(reflecting: observation)
}

/// Opens a finished database for reading.
func open(_ path: String) throws -> DatabaseQueue {
  var configuration = Configuration()
  configuration.readonly = true
  return try DatabaseQueue(path: path, configuration: configuration)
}
