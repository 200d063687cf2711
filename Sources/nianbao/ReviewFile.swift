import Checks
import Foundation
import Quantities
import ReportStore

/// A file of reviews as the audit page exports it.
struct ReviewFile {
  let reviews: [ReviewedObservation]

  /// What of the file can't be used, with the number of the review.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  private struct Content: Decodable {
    let reviews: [Entry]
  }

  private struct Entry: Decodable {
    let observation: String
    let text: String
    let decision: String
    let expected: String
    let value: String?
    let reason: String?
    let reviewer: String?
  }

  /// Reads the JSON of a file; `name` stands in messages.
  init(_ json: Data, name: String) throws {
    guard let content = try? JSONDecoder().decode(Content.self, from: json) else {
      throw Mistake(description: "\(name): 不是核对页导出的审核意见，请重新导出 (not a file of reviews)")
    }
    reviews = try content.reviews.enumerated().map { number, entry in
      let mistake = { (what: String) in Mistake(description: "\(name): 第 \(number + 1) 条：\(what)") }
      guard let decision = Review.Decision(rawValue: entry.decision) else {
        throw mistake("decision 应为 accept、reject 或 correct (unknown decision)")
      }
      guard let expected = ExactDecimal(entry.expected) else { throw mistake("expected 不是数 (not a number)") }
      let value = entry.value.flatMap { ExactDecimal($0) }
      guard (value != nil) == (decision == .correct), (value == nil) == (entry.value == nil) else {
        throw mistake("correct 须有 value，且为数；其他决定不应有 (a correction needs a value)")
      }
      return ReviewedObservation(
        observation: entry.observation, text: entry.text,
        review: Review(
          decision: decision, expected: expected, value: value, reason: entry.reason ?? "",
          reviewer: entry.reviewer ?? ""))
    }
  }
}
