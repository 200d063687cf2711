import ArgumentParser
import ReportStore
import Tables

struct ReviewListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "列出审核意见，失效的也列。 List reviews, those that no longer hold too.",
    discussion: """
      state：applied 有效；replaced 同一个数另有更新的意见；stale 原文已变，不套用；absent 文件不在库里。有 stale 时退出码为 1；review drop 删去意见。
      Exit status 1 if a review is stale; review drop takes reviews away.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var output: TableOutput

  func run() throws {
    let entries = try database.withStore { try $0.reviews() }
    let rows = entries.map { entry -> [String?] in
      [
        String(entry.id), entry.state.rawValue, entry.review.decision.rawValue, entry.path, entry.text,
        entry.review.expected.description, entry.review.value?.description, entry.review.reason, entry.review.reviewer,
        entry.subject, entry.quote, entry.observation,
      ]
    }
    try output.write(
      Table(
        columns: [
          "review_id", "state", "decision", "document", "text", "expected", "value", "reason", "reviewer", "subject",
          "quote",
          "observation_id",
        ], rows: rows))
    if entries.contains(where: { $0.state == .stale }) { throw ExitCode(1) }
  }
}
