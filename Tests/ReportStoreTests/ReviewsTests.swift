import Checks
import Foundation
import GRDB
import Quantities
import ReportText
import TestSupport
import Testing

@testable import ReportStore

/// What people decide about figures holds while the documents say what it was made of, whatever becomes of rows, files and
/// agencies; the views go by it.
@Suite struct ReviewsTests {
  private let folder: TemporaryFolder
  private let path: String
  private static let text = "台州市教育局2022年普法工作总结\n受理许可申请120件，增长20%。举办法治培训班3期，发放手册500册。\n"

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("n.sqlite")
    try fill([("a.txt", "aaaaaaaa", Self.text)])
  }

  /// Writes the database anew, as `report` does.
  private func fill(_ documents: [(path: String, sha256: String, text: String)]) throws {
    let store = try ReportStore(replacing: path)
    try Self.put(documents, store)
    try store.finish()
  }

  private static func put(_ documents: [(path: String, sha256: String, text: String)], _ store: ReportStore) throws {
    let run = try store.beginRun(program: "nianbao 0", catalogue: SampleReports.catalogue, catalogueSHA256: "")
    for document in documents {
      let read = SampleReports.read(document.text, path: document.path, sha256: document.sha256)
      try store.replace(
        [
          CheckedReport(
            sha256: read.sha256, contentSHA256: document.text, report: read.report, findings: read.findings,
            implied: read.implied)
        ], run: run)
    }
  }

  /// Stores reviews given as `text decision expected value`; returns the figures of those that are refused.
  @discardableResult
  private func review(_ reviews: String..., sha256: String = "aaaaaaaa") throws -> [String] {
    let store = try ReportStore(opening: path)
    let items = try reviews.map { item in
      let parts = item.split(separator: " ").map(String.init)
      let figures = try store.documents().filter { $0.sha256 == sha256 }.flatMap(\.report.observations)
      return ReviewedObservation(
        observation: "\(sha256)-\(figures.first { $0.text.description == parts[0] }?.id ?? "x")", text: parts[0],
        review: Review(
          decision: Review.Decision(rawValue: parts[1])!, expected: ExactDecimal(parts[2])!,
          value: parts.count > 3 ? ExactDecimal(parts[3]) : nil, reason: "笔误", reviewer: "甲"))
    }
    return try store.add(items).map(\.text)
  }

  /// `path figure decision` of all reviews that come with documents, which are those that come with figures.
  private func applied() throws -> [String] {
    let store = try ReportStore(opening: path)
    let lists = [try store.documents(), try store.figures(FigureQuery())].map { documents in
      documents.flatMap { document in
        document.report.observations.compactMap { observation in
          document.reviews[observation.id].map { "\(document.report.path) \(observation.text) \($0.decision.rawValue)" }
        }
      }
    }
    #expect(lists[0] == lists[1])
    return lists[0]
  }

  private func states() throws -> [String] {
    try ReportStore(opening: path).reviews().map { "\($0.state.rawValue) \($0.text) \($0.review.decision.rawValue)" }
  }

  /// Rows of a query, cells between blanks; `-` is NULL.
  private func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { value in
          String.fromDatabaseValue(value) ?? Double.fromDatabaseValue(value).map { "\($0)" } ?? "-"
        }.joined(separator: " ")
      }
    }
  }

  @Test func viewsShowWhatWasDecided() throws {
    try review("120件 correct 120 126", "500册 reject 500", "3期 accept 3")
    #expect(
      try rows("SELECT kind, value, value_real, bound, review FROM trend ORDER BY observation_id") == [
        "count 126 126.0 = correct", "growth 20 20.0 = -", "count 3 3.0 = accept",
      ])
    #expect(
      try rows("SELECT 数值, 审核, 读数 FROM observations_readable ORDER BY id") == [
        "126.0 correct 120", "20.0 - 20", "3.0 accept 3", "- reject 500",
      ])
    #expect(try applied() == ["a.txt 120件 correct", "a.txt 3期 accept", "a.txt 500册 reject"])
  }

  @Test func aChangedFileKeepsReviewsOfWhatItStillSays() throws {
    try review("120件 correct 120 126", "500册 reject 500")
    let changed = Self.text.replacing("受理", with: "\n召开会议2次。\n受理").replacing("500册", with: "501册")
    try fill([("a.txt", "bbbbbbbb", changed)])
    #expect(try applied() == ["a.txt 120件 correct"])
    #expect(try states() == ["applied 120件 correct", "stale 500册 reject"])
    #expect(try rows("SELECT value FROM trend WHERE unit = '册'") == ["501"])
    // What it says again is decided again.
    try fill([("a.txt", "cccccccc", Self.text)])
    #expect(try states() == ["applied 120件 correct", "applied 500册 reject"])
  }

  /// The same words of another year, as in the next year's report under the same name, are another figure.
  @Test func anotherYearIsAnotherFigure() throws {
    try review("3期 reject 3")
    try fill([("a.txt", "bbbbbbbb", Self.text.replacing("2022", with: "2023"))])
    #expect(try applied() == [])
    #expect(try states() == ["stale 3期 reject"])
  }

  @Test func aMovedFileKeepsItsReviews() throws {
    try review("3期 reject 3")
    let store = try ReportStore(updating: path)
    let run = try #require(try store.storedDocuments().first).run
    let settled = try store.settle(
      [ExactPath("z/b.txt"): "aaaaaaaa"], vanished: [ExactPath("a.txt")], run: run, isTied: { _ in false })
    #expect(settled.known == [ExactPath("z/b.txt")])
    #expect(settled.moved == 1)
    try store.finish()
    #expect(try applied() == ["z/b.txt 3期 reject"])
  }

  /// The reviewed file may be met as a copy of another, which then holds the figure.
  @Test(arguments: ["aaaaaaaa", "bbbbbbbb"])
  func aCopyBringsItsReviews(_ sha256: String) throws {
    try review("3期 reject 3", "500册 correct 500 50")
    try fill([("0.txt", sha256, Self.text), ("a.txt", "aaaaaaaa", Self.text)])
    #expect(try rows("SELECT count(*) FROM documents") == ["1.0"])
    #expect(try applied() == ["0.txt 3期 reject", "0.txt 500册 correct"])
    #expect(try rows("SELECT value, review FROM trend WHERE unit <> '%'") == ["120 -", "50 correct"])
  }

  @Test func aMergedAgencyKeepsItsReviews() throws {
    try fill([("a.txt", "aaaaaaaa", Self.text), ("b.txt", "bbbbbbbb", "椒江区教育局2022年普法工作总结\n发放手册5册。\n")])
    try review("120件 correct 120 126", "500册 reject 500")
    try ReportStore(opening: path).merge("331000-education", into: "331002-education")
    #expect(try applied() == ["a.txt 120件 correct", "a.txt 500册 reject"])
    #expect(
      try rows("SELECT agency_id, value FROM trend WHERE kind = 'count' ORDER BY observation_id") == [
        "331002-education 126", "331002-education 3", "331002-education 5",
      ])
  }

  @Test func aDocumentForgottenAndReadAgainKeepsItsReviews() throws {
    try review("3期 reject 3")
    let store = try ReportStore(updating: path)
    _ = try store.forget(["a.txt"])
    #expect(try states() == ["absent 3期 reject"])
    try Self.put([("a.txt", "aaaaaaaa", Self.text)], store)
    try store.finish()
    #expect(try applied() == ["a.txt 3期 reject"])
  }

  @Test func theLastReviewOfAFigureCounts() throws {
    try review("3期 reject 3")
    try review("3期 correct 3 4")
    #expect(try states() == ["applied 3期 correct"])
    // Reviews of two files that came to say the same.
    let other = Self.text.replacing("120", with: "130")
    try fill([("a.txt", "aaaaaaaa", Self.text), ("b.txt", "bbbbbbbb", other)])
    try review("3期 accept 3", sha256: "bbbbbbbb")
    #expect(try applied() == ["a.txt 3期 correct", "b.txt 3期 accept"])
    try fill([("a.txt", "aaaaaaaa", Self.text), ("b.txt", "cccccccc", Self.text)])
    #expect(try applied() == ["a.txt 3期 accept"])
    #expect(try states() == ["replaced 3期 correct", "applied 3期 accept"])
    #expect(try rows("SELECT value FROM trend WHERE unit = '期'") == ["3"])
  }

  /// Of figures that are alike in all but their place each has its own review.
  @Test func figuresAlikeAreToldApart() throws {
    let twice = "台州市教育局2022年普法工作总结\n举办法治培训班3期。\n举办法治培训班3期。\n"
    try fill([("a.txt", "aaaaaaaa", twice)])
    let ids = try ReportStore(opening: path).documents()[0].report.observations.map(\.id)
    let review = Review(decision: .reject, expected: ExactDecimal("3")!, value: nil, reason: "重复", reviewer: "")
    let refused = try ReportStore(opening: path).add([
      ReviewedObservation(observation: "aaaaaaaa-\(ids[1])", text: "3期", review: review)
    ])
    #expect(refused.isEmpty)
    #expect(try ReportStore(opening: path).documents()[0].reviews.keys.sorted() == [ids[1]])
  }

  @Test(arguments: ["120件 correct 119 126", "121件 reject 121", "3期 accept 4"])
  func aReviewOfWhatIsNotThereIsRefused(_ item: String) throws {
    #expect(try review(item).count == 1)
    #expect(try states() == [])
  }

  @Test func aReviewOfAnotherTextIsRefused() throws {
    let id = try ReportStore(opening: path).documents()[0].report.observations[0].id
    let review = Review(decision: .accept, expected: ExactDecimal("120")!, value: nil, reason: "", reviewer: "")
    for (observation, text) in [("aaaaaaaa-\(id)", "120人"), ("bbbbbbbb-\(id)", "120件"), (id, "120件"), ("", "")] {
      let item = ReviewedObservation(observation: observation, text: text, review: review)
      #expect(try ReportStore(opening: path).add([item]).count == 1)
    }
  }

  /// A database of the schema before has no reviews and takes them.
  @Test func reviewsComeIntoAnOlderDatabase() throws {
    try FileManager.default.removeItem(atPath: path)
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "v5")
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 5")
    }
    try queue.close()
    try fill([("a.txt", "aaaaaaaa", Self.text)])
    try review("3期 reject 3")
    #expect(try applied() == ["a.txt 3期 reject"])
    #expect(try rows("SELECT value FROM trend WHERE unit = '期'") == [])
  }
}
