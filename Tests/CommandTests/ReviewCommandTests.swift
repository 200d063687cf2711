import Foundation
import TestSupport
import Testing

/// `review`: decisions of people last while the text says what they were made of.
@Suite struct ReviewCommandTests {
  private let folder: TemporaryFolder
  private let database: [String]
  private static let text = "甘露县水务局2022年普法工作总结\n受理许可申请120件，增长20%。举办讲座3场，发放手册500册。\n"

  init() throws {
    folder = try TemporaryFolder()
    database = ["--db", folder.path("out/nianbao.sqlite")]
    try folder.write(Self.text, to: "in/a.txt")
    _ = try report()
  }

  private func report() throws -> CommandRun {
    try CommandRun(["report", folder.path("in"), "--out", folder.path("out")])
  }

  private func observations() throws -> [[String: String]] {
    CSVRows(try folder.bytes("out/observations.csv")).objects
  }

  private func id(_ text: String) throws -> String {
    try #require(try observations().first { $0["text"] == text }?["observation_id"])
  }

  /// Imports reviews, given as `text decision expected value`.
  private func review(_ reviews: [String]) throws -> CommandRun {
    let entries = try reviews.map { item in
      let parts = item.split(separator: " ").map(String.init)
      var entry = [
        "observation": try id(parts[0]), "text": parts[0], "decision": parts[1], "expected": parts[2], "reason": "笔误",
      ]
      if parts.count > 3 { entry["value"] = parts[3] }
      return entry.merging(["reviewer": "甲"]) { first, _ in first }
    }
    let json = try JSONSerialization.data(withJSONObject: ["reviews": entries])
    try folder.write(Array(json), to: "reviews.json")
    return try CommandRun(["review", "import"] + database + [folder.path("reviews.json")])
  }

  private func trend(_ metric: String) throws -> [String: String]? {
    CSVRows(Array(try CommandRun(["trend"] + database).output.utf8)).objects
      .first { $0["metric_id"] == metric && $0["kind"] == "count" }
  }

  private func list() throws -> (status: Int32, lines: [String]) {
    let run = try CommandRun(["review", "list"] + database)
    return (
      run.status,
      CSVRows(Array(run.output.utf8)).objects.map { row in
        ["state", "decision", "text", "expected", "value", "reason", "reviewer"].map { row[$0] ?? "?" }
          .joined(separator: " ")
      }
    )
  }

  @Test func decisionsEnterTheTables() throws {
    #expect(try trend("permit_applications")?["2021"] == "100")
    let run = try review(["120件 correct 120 126", "500册 reject 500", "3场 accept 3"])
    #expect(run.status == 0)
    #expect(run.messages == "存入审核意见 stored 3，失效 stale 0\n")
    #expect(try trend("permit_applications")?["2022"] == "126")
    #expect(try trend("permit_applications")?["review"] == "2022=correct")
    // What followed from the figure as read follows no more.
    #expect(try trend("permit_applications")?["2021"] == nil)
    #expect(try trend("publicity_materials") == nil)
    #expect(
      try list().lines == [
        "applied correct 120件 120 126 笔误 甲", "applied reject 500册 500  笔误 甲", "applied accept 3场 3  笔误 甲",
      ])
    let audit = CSVRows(Array(try CommandRun(["audit"] + database).output.utf8)).objects
    #expect(audit.map { $0["review"] } == ["correct 126 (甲: 笔误)", "", "accept (甲: 笔误)", "reject (甲: 笔误)"])
    #expect(audit.first?["value"] == "120")
  }

  @Test func decisionsHoldWhenReportsAreReadAgain() throws {
    _ = try review(["120件 correct 120 126", "500册 reject 500"])
    // Other lines may change, and the bytes with them.
    try folder.write(Self.text.replacing("受理", with: "\n召开会议2次。\n受理"), to: "in/a.txt")
    let run = try report()
    #expect(run.messages == "")
    #expect(try trend("permit_applications")?["2022"] == "126")
    #expect(
      try observations().map { "\($0["text"]!) \($0["value"]!) \($0["review"]!)" } == [
        "2次 2 ", "120件 126 correct", "20% 20 ", "3场 3 ", "500册  reject",
      ])
    #expect(try list().status == 0)
  }

  @Test func aFileUnderAnotherNameKeepsItsDecisions() throws {
    _ = try review(["120件 correct 120 126"])
    try folder.write(Self.text, to: "in/b.txt")
    try FileManager.default.removeItem(atPath: folder.path("in/a.txt"))
    _ = try report()
    #expect(try trend("permit_applications")?["2022"] == "126")
  }

  @Test func aStaleDecisionIsToldAndNotApplied() throws {
    _ = try review(["120件 correct 120 126"])
    try folder.write(Self.text.replacing("120件", with: "121件"), to: "in/a.txt")
    let run = try report()
    #expect(run.messages.hasPrefix("\(folder.path("in/a.txt")): 审核意见失效，不再套用：120件"))
    #expect(try trend("permit_applications")?["2022"] == "121")
    #expect(try list().status == 1)
    #expect(try list().lines == ["stale correct 120件 120 126 笔误 甲"])
    // It holds again when the text says so again.
    try folder.write(Self.text, to: "in/a.txt")
    #expect(try report().messages == "")
    #expect(try trend("permit_applications")?["2022"] == "126")
  }

  /// What no longer holds can be taken away, and only then `list` has nothing to complain of.
  @Test func staleReviewsAreDropped() throws {
    _ = try review(["120件 correct 120 126", "500册 reject 500", "3场 accept 3"])
    try folder.write(Self.text.replacing("120件", with: "121件"), to: "in/a.txt")
    _ = try report()
    #expect(try list().lines.map { $0.prefix { $0 != " " } } == ["stale", "applied", "applied"])
    let run = try CommandRun(["review", "drop", "--stale"] + database)
    #expect(run.status == 0)
    #expect(run.messages == "删去审核意见 dropped 1\n")
    #expect(try list().lines == ["applied reject 500册 500  笔误 甲", "applied accept 3场 3  笔误 甲"])
    #expect(try list().status == 0)
    #expect(try CommandRun(["review", "drop", "--stale"] + database).messages == "删去审核意见 dropped 0\n")
    // A text that says so again finds no review.
    try folder.write(Self.text, to: "in/a.txt")
    _ = try report()
    #expect(try trend("permit_applications")?["2022"] == "120")
  }

  @Test func reviewsAreDroppedByTheirNumbers() throws {
    _ = try review(["120件 correct 120 126", "500册 reject 500", "3场 accept 3"])
    let ids = CSVRows(Array(try CommandRun(["review", "list"] + database).output.utf8)).objects
      .compactMap { $0["review_id"] }
    #expect(ids.count == 3)
    // All or none.
    let wrong = try CommandRun(["review", "drop"] + database + [ids[0], "99"])
    #expect(wrong.status == 2)
    #expect(wrong.messageLines == ["99: 没有这条审核意见，可用 nianbao review list 查看 (no such review)"])
    #expect(try list().lines.count == 3)
    let run = try CommandRun(["review", "drop"] + database + [ids[0], ids[2], ids[0]])
    #expect(run.status == 0)
    #expect(run.messages == "删去审核意见 dropped 2\n")
    #expect(try list().lines == ["applied reject 500册 500  笔误 甲"])
    #expect(try trend("permit_applications")?["2022"] == "120")
  }

  /// No way out of the database shows a rejected figure as good, or a corrected one as it was read and unmarked.
  @Test(arguments: [
    ["trend"], ["trend", "--long"], ["compare", "--years", "2021,2022"], ["compare", "--year", "2022"],
    ["compare", "--agencies", "甘露县水务局,甘露县教育局"],
  ])
  func noWayOutShowsWhatWasRejected(_ command: [String]) throws {
    try folder.write("甘露县教育局2022年普法工作总结\n发放手册7册。\n", to: "in/b.txt")
    _ = try report()
    for format in ["csv", "md", "json", "html"] {
      let before = try CommandRun(command + database + ["--format", format]).output
      #expect(before.contains("500") && before.contains("120") && !before.contains("correct"), "\(format)")
    }
    _ = try review(["120件 correct 120 126", "500册 reject 500"])
    for format in ["csv", "md", "json", "html"] {
      let run = try CommandRun(command + database + ["--format", format])
      #expect(run.status == 0)
      #expect(run.output.contains("126") && run.output.contains("correct"), "\(format)")
      // The long table quotes the sentence as it stands in the file.
      let values = run.output.replacing("120件", with: "").replacing("500册", with: "")
      #expect(!values.contains("500") && !values.contains("120"), "\(format): \(run.output)")
    }
  }

  @Test func thePlotAndTheExportGoByDecisions() throws {
    _ = try review(["120件 correct 120 126", "500册 reject 500"])
    _ = try CommandRun(["trend", "--plot", folder.path("plot.svg")] + database)
    let svg = String(decoding: try folder.bytes("plot.svg"), as: UTF8.self)
    #expect(svg.contains("2022 126 件（更正）") && !svg.contains("120 件") && !svg.contains("500 册"))
    _ = try CommandRun(["export", "--out", folder.path("export")] + database)
    #expect(
      CSVRows(try folder.bytes("export/trend.csv")).objects.map { "\($0["metric_id"]!) \($0["2022"]!)\($0["review"]!)" }
        == ["permit_applications 1262022=correct", "permit_applications 20"])
    #expect(
      CSVRows(try folder.bytes("export/observations.csv")).objects.map {
        "\($0["text"]!) \($0["value"]!)\($0["review"]!)"
      }
        == ["120件 126correct", "20% 20", "3场 3", "500册 reject"])
  }

  /// Reviews know nothing of rows and agencies: they hold in a database that goes on, is merged, or loses the file for a time.
  @Test func decisionsHoldInADatabaseThatGoesOn() throws {
    _ = try review(["120件 correct 120 126", "500册 reject 500"])
    let file = folder.path("in/a.txt")
    #expect(try CommandRun(["forget", file] + database).status == 0)
    #expect(try list().lines.map { $0.prefix(6) } == ["absent", "absent"])
    #expect(try list().status == 0)
    try folder.write("甘露县教育局2022年普法工作总结\n发放手册7册。\n", to: "in/b.txt")
    #expect(try CommandRun(["ingest", folder.path("in")] + database).messages == "")
    #expect(try trend("permit_applications")?["2022"] == "126")
    let ids = CSVRows(Array(try CommandRun(["agencies", "list"] + database).output.utf8)).objects
      .compactMap { $0["agency_id"] }
    _ = try CommandRun(["agencies", "merge", ids[0], ids[1]] + database)
    #expect(try trend("permit_applications")?["2022"] == "126")
    #expect(try trend("publicity_materials")?["2022"] == "7")
    try folder.write(Self.text.replacing("120件", with: "121件"), to: "in/a.txt")
    let run = try CommandRun(["ingest", folder.path("in")] + database)
    #expect(run.messageLines.map { String($0.prefix { $0 != "（" }) } == ["\(file): 审核意见失效，不再套用：120件"])
    #expect(try trend("permit_applications")?["2022"] == "121")
  }

  @Test func verifyLooksAtWhatWasRead() throws {
    _ = try review(["120件 correct 120 126", "500册 reject 500"])
    let run = try CommandRun(["verify"] + database)
    #expect(run.status == 0)
    #expect(
      CSVRows(Array(run.output.utf8)).objects.map { "\($0["value"]!) \($0["verdict"]!)" } == [
        "120 exact", "20 exact", "3 exact", "500 exact",
      ])
  }

  @Test func aDecisionOnAnotherValueIsNotStored() throws {
    let run = try review(["120件 correct 119 126", "3场 accept 3"])
    #expect(run.status == 1)
    #expect(run.messageLines.count == 2)
    #expect(run.messageLines[0].hasSuffix("已不是 119，未存入；请在新的核对页上重审 (stale, not stored)"))
    #expect(try list().lines == ["applied accept 3场 3  笔误 甲"])
  }

  @Test func aLaterDecisionReplacesAnEarlierOne() throws {
    _ = try review(["120件 correct 120 126"])
    _ = try review(["120件 accept 120"])
    #expect(try list().lines == ["applied accept 120件 120  笔误 甲"])
    #expect(try trend("permit_applications")?["2021"] == "100")
  }

  @Test(arguments: [
    ("[]", "不是核对页导出的审核意见，请重新导出 (not a file of reviews)"),
    (
      #"{"reviews":[{"observation":"x","text":"1","decision":"maybe","expected":"1"}]}"#,
      "第 1 条：decision 应为 accept、reject 或 correct"
    ),
    (#"{"reviews":[{"observation":"x","text":"1","decision":"accept","expected":"many"}]}"#, "第 1 条：expected 不是数"),
    (#"{"reviews":[{"observation":"x","text":"1","decision":"correct","expected":"1"}]}"#, "第 1 条：correct 须有 value"),
    (
      #"{"reviews":[{"observation":"x","text":"1","decision":"correct","expected":"1","value":"1,000"}]}"#,
      "第 1 条：correct 须有 value"
    ),
    (
      #"{"reviews":[{"observation":"x","text":"1","decision":"reject","expected":"1","value":"2"}]}"#,
      "第 1 条：correct 须有 value"
    ),
  ])
  func mistakesInTheFileEndWithTwo(_ json: String, _ message: String) throws {
    try folder.write(json, to: "reviews.json")
    let run = try CommandRun(["review", "import"] + database + [folder.path("reviews.json")])
    #expect(run.status == 2)
    #expect(run.messages.contains(message), "\(run.messages)")
    #expect(try list().lines == [])
    let missing = try CommandRun(["review", "import"] + database + [folder.path("none.json")])
    #expect(missing.status == 3)
  }
}
