import ArgumentParser
import ReportStore

struct ReviewDropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "删去审核意见；报告和数字不动。 Take reviews out of the database; figures stay as read.")

  @OptionGroup var database: DatabaseOption
  @Flag(help: "删去全部失效的意见。 All stale reviews.") var stale = false
  @Argument(help: "意见编号，见 review list 的 review_id。 Ids of reviews, as review list tells them.") var ids: [Int64] = []

  func validate() throws {
    guard ids.isEmpty == stale else {
      throw ValidationError("请写意见编号，或只写 --stale (give ids, or --stale alone)")
    }
  }

  func run() throws {
    let count = try database.withStore { store in
      let dropped = stale ? try store.reviews().filter { $0.state == .stale }.map(\.id) : ids
      return try store.dropReviews(dropped)
    }
    Console.error("删去审核意见 dropped \(count)")
  }
}
