import Foundation
import TestSupport
import Testing

/// `nianbao report`: what it says, what it leaves, and how it ends.
@Suite struct ReportCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aCleanRun() throws {
    let run = try ReportRun(["Fixtures/reports/jiaojiang-education-2022.txt"])
    #expect(run.run.status == 0)
    #expect(run.run.messages == "")
    #expect(run.names == ReportRun.files)
    #expect(
      run.run.outputLines == [
        "文件 documents        1",
        "数字 numerals         28（统计数 18，日期 5，标题内 1，序号 4）",
        "统计数 statistics      18（一个数字说多件事时各算一条），其中归入指标 with a metric 17",
        "核对 findings         3（一致 3，不一致 0，截尾 0，可疑 0，无法核对 0）",
        "可信度 confidence      统计数中 medium 11，low 0；--confidence high 不列入表格 (withholds them)",
        "输出 written to       \(run.folder.path("out"))/ (nianbao.sqlite trend.csv observations.csv numerals.csv findings.csv audit.html)",
      ])
  }

  @Test func trendOverTwoYears() throws {
    let run = try ReportRun(["Fixtures/reports"])
    let rows = CSVRows(try run.bytes("trend.csv")).objects
    let series = rows.filter { $0["agency_id"] == "331002-education" }
    let figures = series.map { row in
      ["metric_id", "kind", "2021", "2022", "2023", "implied", "bounds", "combined"].map { row[$0] ?? "?" }
        .joined(separator: ",")
    }
    for expected in [
      "rule_of_law_meetings,count,,4,6,,,",
      "publicity_materials,count,,5000,,,2022>=,", "consultations,count,,300,,,2022<=,",
      "issues_raised,count,,25,,,,", "issues_rectified,count,,24,,,,", "rectification_rate,percent,,96,,,,",
      "enforcement_officers,count,,15,16,,2023>=,", "permit_applications,count,100,120,135,2021,,",
      "permit_applications,growth,,20,,,,", "permits_granted,count,,112,129,,,", "permits_refused,count,,8,6,,,",
      "processing_days,duration,,8,,,,",
    ] {
      #expect(figures.contains(expected), "\(expected)")
    }
  }

  /// Every table has Chinese names above the same rows.
  @Test func tablesInChinese() throws {
    let path = "Fixtures/reports/jiaojiang-education-2022.txt"
    let (run, chinese) = (try ReportRun([path]), try ReportRun([path], options: ["--lang", "zh"]))
    for name in ReportRun.tables {
      let (rows, found) = (CSVRows(try run.bytes(name)), CSVRows(try chinese.bytes(name)))
      #expect(found.rows == rows.rows)
      #expect(found.header.count == rows.header.count)
      #expect(found.header.allSatisfy { Int($0) != nil || $0.unicodeScalars.allSatisfy { $0.value > 0x7F } }, "\(name)")
    }
  }

  @Test func inconsistentFiguresAreToldAndEndWithOne() throws {
    try folder.write("反馈问题25个，整改到位24个，整改完成率95%。\n", to: "a.txt")
    let run = try ReportRun([folder.path("a.txt")])
    #expect(run.run.status == 1)
    #expect(run.run.messages == "")
    #expect(
      run.run.outputLines.dropFirst(3).dropLast() == [
        "核对 findings         1（一致 0，不一致 1，截尾 0，可疑 0，无法核对 0）",
        "请核对 to be checked   \(folder.path("a.txt")): 没有年份 → year；没有机关 → agency；类别不明 → kind",
        Self.correction,
        "可信度 confidence      统计数中 medium 0，low 3；--confidence high 不列入表格 (withholds them)",
        "不一致 inconsistent   \(folder.path("a.txt")): 24/25=96%，文中为 95%",
      ])
  }

  @Test func aReportWithoutAYearIsKeptAndItsFiguresHaveNone() throws {
    try folder.write("青田县民政局关于普法工作情况的报告\n举办讲座3场。\n", to: "a.txt")
    let without = try ReportRun([folder.path("a.txt")])
    #expect(without.run.output.contains("请核对 to be checked   \(folder.path("a.txt")): 没有年份 → year\n"))
    #expect(CSVRows(try without.bytes("observations.csv")).objects.map { $0["year"] } == [""])
    let with = try ReportRun([folder.path("a.txt")], options: ["--year", "2021"])
    #expect(!with.run.output.contains("没有年份"))
    #expect(CSVRows(try with.bytes("observations.csv")).objects.map { $0["year"] } == ["2021"])
  }

  @Test func aYearThatTheTextTellsStands() throws {
    try folder.write("青田县民政局2020年普法工作总结\n举办讲座3场。\n", to: "a.txt")
    let run = try ReportRun([folder.path("a.txt")], options: ["--year", "2021"])
    #expect(CSVRows(try run.bytes("observations.csv")).objects.map { $0["year"] } == ["2020"])
  }

  @Test func whatIsUnsureIsToBeChecked() throws {
    try folder.write("关于普法工作情况的报告\n来源：青田县统计局\n发布日期：2023-02-01\n举办讲座3场。\n", to: "b.txt")
    let run = try ReportRun([folder.path("b.txt")])
    #expect(
      run.run.output.contains(
        "请核对 to be checked   \(folder.path("b.txt")): 年份 2022（low：年份由发布日期推定：发布日期：2023-02-01）→ year；"
          + "机关 青田县统计局（medium：发文机关取自页面：来源：青田县统计局）→ agency\n\(Self.correction)\n"))
  }

  /// Where the other files of its folder are of one place, that is told of a report whose place nothing tells, and decides nothing.
  @Test func theOtherFilesOfTheFolder() throws {
    for year in [2021, 2022] { try folder.write("青田县水利局\(year)年工作总结\n巡查河道\(year)次。\n", to: "in/\(year).txt") }
    try folder.write("县水利局2023年工作总结\n巡查河道31次。\n", to: "in/2023.txt")
    try folder.write("县水利局2023年工作总结\n巡查河道41次。\n", to: "other/2023.txt")
    let run = try ReportRun([folder.path("in"), folder.path("other")])
    let told = run.run.outputLines.filter { $0.hasPrefix("请核对") }
    #expect(told.map { $0.contains("in/2023.txt") } == [true, false])
    #expect(
      told.map { $0.hasSuffix("；同一文件夹的其他 2 个文件都是青田县的 (so are the other files of the folder)") } == [true, false])
    let agencies = CSVRows(try run.bytes("observations.csv")).objects.map { $0["agency"] }
    #expect(agencies.filter { $0 == "县水利局" }.count == 2)
  }

  private static let correction =
    "改正 to correct        在 nianbao documents list 写出的 documents.csv 里填 → 后的列，再用 --documents 读；缺的年份也可用 --year"
    + " (fill in the columns behind →, read again with --documents; or --year)"

  /// The least sure first, twenty of them, then how many more; what the user's list tells is no doubt any more.
  @Test func whatIsToBeCheckedIsToldOfTwentyDocuments() throws {
    for number in 10..<32 { try folder.write("关于普法工作情况的报告\n举办讲座\(number)场。\n", to: "in/\(number).txt") }
    try folder.write("关于普法工作情况的报告\n来源：青田县统计局\n发布日期：2023-02-01\n举办讲座3场。\n", to: "in/00.txt")
    let report = try ReportRun([folder.path("in")]).run.outputLines
    let told = report.filter { $0.hasPrefix("请核对") }
    #expect(told.count == 21)
    #expect(told.first?.hasPrefix("请核对 to be checked   \(folder.path("in/00.txt")): 年份 2022（low") == true)
    #expect(told[1] == "请核对 to be checked   \(folder.path("in/10.txt")): 没有年份 → year；没有机关 → agency")
    #expect(told.last == "请核对 to be checked   还有 3 个文件 (more documents)")
    let doubts = report.filter { $0.hasPrefix("请核对") || $0.hasPrefix("改正") || $0.hasPrefix("可信度") }
    let ingest = { try CommandRun(["ingest", folder.path("in"), "--db", folder.path("n.sqlite")] + $0).outputLines }
    #expect(try Array(ingest([]).dropFirst()) == doubts)
    // A run that reads nothing new tells of what is still to be checked.
    #expect(try Array(ingest([]).dropFirst()) == doubts)
    let rows = ["00"] + (10..<32).map(String.init)
    try folder.write(
      "path,agency,year\n" + rows.map { "in/\($0).txt,-,2022\n" }.joined(), to: "documents.csv")
    #expect(try ingest(["--documents", folder.path("documents.csv")]).filter { $0.hasPrefix("请核对") } == [])
  }

  // MARK: - Least confidence

  /// What isn't sure enough stands in none of the tables of figures, and in those of what was read as before.
  @Test func figuresBelowTheLeastConfidenceAreWithheld() throws {
    try folder.write("椒江区教育局2001年普法工作总结\n发放手册5册。\n计划举办培训班6期。2000年发放手册4册。\n", to: "a.txt")
    let message = "2 个数字可信度低于 high，未列入 (withheld)\n"
    let all = try ReportRun([folder.path("a.txt")])
    let sure = try ReportRun([folder.path("a.txt")], options: ["--confidence", "high"])
    #expect(all.run.messages == "")
    #expect(sure.run.messages == message)
    #expect(CSVRows(try all.bytes("observations.csv")).objects.map { $0["value"] } == ["5", "6", "4"])
    #expect(CSVRows(try sure.bytes("observations.csv")).objects.map { $0["value"] } == ["5"])
    #expect(CSVRows(try sure.bytes("trend.csv")).objects.map { $0["2001"] } == ["5"])
    for name in ["numerals.csv", "findings.csv"] { #expect(try sure.bytes(name) == all.bytes(name), "\(name)") }
    let database = ["--db", sure.folder.path("out/nianbao.sqlite")]
    func told(_ command: [String], _ least: String) throws -> (rows: Int, messages: String) {
      let run = try CommandRun(command + database + ["--confidence", least])
      return (run.outputLines.count - 1, run.messages)
    }
    #expect(try told(["trend"], "high") == (1, message))
    #expect(try told(["trend"], "medium") == (2, ""))
    #expect(try told(["trend", "--long"], "high") == (1, message))
    #expect(try told(["trend", "--years", "2001"], "high") == (1, "1 个数字可信度低于 high，未列入 (withheld)\n"))
    #expect(try told(["compare", "--years", "2001,2002"], "high") == (1, "1 个数字可信度低于 high，未列入 (withheld)\n"))
    let export = try CommandRun(["export", "--out", folder.path("export"), "--confidence", "high"] + database)
    #expect(export.messages == message)
    #expect(CSVRows(try folder.bytes("export/observations.csv")).objects.map { $0["value"] } == ["5"])
    #expect(try folder.bytes("export/numerals.csv") == all.bytes("numerals.csv"))
  }

  // MARK: - Files that can't be read

  private func missing(_ path: String) -> String { "\(path): 没有这个文件或文件夹，请检查路径 (no such file or folder)" }

  /// Makes a file of each sort that gives no text; returns the path with its message.
  private func unreadable(_ sort: String) throws -> (path: String, message: String) {
    let path = folder.path(sort)
    switch sort {
    case "missing.txt": return (path, missing(path))
    case "empty.txt":
      try folder.write([], to: sort)
      return (path, "\(path): 文件是空的，请重新下载 (empty file)")
    case "binary.doc":
      try folder.write([0xD0, 0xCF, 0x11, 0xE0, 0x00, 0x00], to: sort)
      return (path, "\(path): 第 4 字节处是二进制数据，不是文本；请另存为 UTF-8 文本 (binary data)")
    case "mixed.txt":
      // 年报 in GB18030, then in UTF-8.
      try folder.write(Array("2022: ".utf8) + [0xC4, 0xEA, 0xB1, 0xA8] + Array("全年工作报告的情况".utf8), to: sort)
      return (
        path, "\(path): 第 6 字节处不是有效的 UTF-8；请用 --encoding 指明编码，编码混杂的文件请先统一 (invalid UTF-8)"
      )
    default:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return (path, "\(path): 文件夹里没有可读的报告 (no report in the folder)；支持文本、HTML、DOCX、PDF")
    }
  }

  private static let sorts = ["missing.txt", "empty.txt", "binary.doc", "mixed.txt", "folder", "folder.txt"]

  @Test(arguments: sorts)
  func anUnreadableFileAloneEndsWithThree(_ sort: String) throws {
    let (path, message) = try unreadable(sort)
    let run = try ReportRun([path])
    #expect(run.run.status == 3)
    #expect(run.run.messageLines == [message])
    #expect(run.run.output == "")
    #expect(run.names == [])
  }

  @Test(arguments: sorts)
  func anUnreadableFileStopsNoOther(_ sort: String) throws {
    let (path, message) = try unreadable(sort)
    let run = try ReportRun([path, "Fixtures/reports/jiaojiang-education-2022.txt"])
    #expect(run.run.status == 1)
    #expect(run.run.messageLines == [message])
    #expect(run.run.outputLines.first == "文件 documents        1")
    #expect(run.names == ReportRun.files)
    let alone = try ReportRun(["Fixtures/reports/jiaojiang-education-2022.txt"])
    for name in ReportRun.tables { #expect(try run.bytes(name) == alone.bytes(name), "\(name)") }
  }

  @Test func allUnreadableFilesOfAFolderAreTold() throws {
    try folder.write([], to: "in/b.txt")
    try folder.write("受理9件。", to: "in/c/甲.txt")
    try folder.write([0], to: "in/a.txt")
    try folder.write([0xFF], to: "in/.hidden")
    let run = try ReportRun([folder.path("in")])
    #expect(run.run.status == 1)
    #expect(
      run.run.messageLines == [
        "\(folder.path("in/a.txt")): 文件是空的，请重新下载 (empty file)",
        "\(folder.path("in/b.txt")): 文件是空的，请重新下载 (empty file)",
      ])
    #expect(CSVRows(try run.bytes("numerals.csv")).rows.map { $0[0] } == [folder.path("in/c/甲.txt")])
  }

  @Test(.enabled(if: geteuid() != 0, "permissions are no obstacle to root"))
  func aFileWithoutPermissionIsTold() throws {
    let path = try folder.write("受理9件。", to: "a.txt").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let run = try ReportRun([path])
    #expect(run.run.status == 3)
    #expect(run.run.messageLines.count == 1)
    #expect(run.run.messages.hasPrefix("\(path): 打不开："))
    #expect(run.run.messages.hasSuffix("；请检查权限 (cannot open)\n"))
  }

  @Test func theSameFileTwiceIsOneDocument() throws {
    let path = try folder.write("受理9件。", to: "a.txt").path
    try folder.write("受理9件。", to: "b.txt")
    let run = try ReportRun([path, path, folder.path("b.txt")])
    #expect(run.run.outputLines.first == "文件 documents        1")
    #expect(CSVRows(try run.bytes("observations.csv")).rows.count == 1)
  }

  // MARK: - Places that can't be written

  @Test func aPlaceBelowAFileIsNoOutputFolder() throws {
    try folder.write("9", to: "file")
    let path = folder.path("file/out")
    let run = try CommandRun(["report", "Fixtures/reports", "--out", path])
    #expect(run.status == 3)
    #expect(run.messages == "\(path): 不能建立输出文件夹，请检查路径和权限 (cannot make the output folder)\n")
    #expect(run.output == "")
    #expect(try folder.bytes("file") == Array("9".utf8))
  }

  @Test(.enabled(if: geteuid() != 0, "permissions are no obstacle to root"))
  func aFolderWithoutPermissionIsTold() throws {
    let path = folder.path("out")
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
    let run = try CommandRun(["report", "Fixtures/reports", "--out", path])
    #expect(run.status == 3)
    #expect(run.messages == "\(path): 不能写入输出文件夹，请检查权限或换一个位置 (cannot write to the output folder)\n")
  }

  /// What stands in place of the database, and what is said of it.
  @Test(arguments: [
    ("text", "不是 SQLite 数据库，请换一个输出位置 (not a database)"),
    ("foreign", "是其他程序的数据库，不会改动；请换一个输出位置 (another program's database)"),
    ("newer", "由更新版本的 nianbao 写成（结构 99），请升级程序 (newer schema)"),
  ])
  func aDatabaseThatIsNotOursIsLeftAlone(_ sort: String, _ message: String) throws {
    var bytes = Array("这是一份账目，不是数据库。".utf8)
    if sort != "text" {
      bytes = try ReportRun(["Fixtures/reports"]).bytes("nianbao.sqlite")
      // The header holds user_version at byte 60 and application_id at byte 68, both in four bytes.
      bytes[sort == "newer" ? 63 : 71] = 99
    }
    try folder.write(bytes, to: "out/nianbao.sqlite")
    let run = try CommandRun(["report", "Fixtures/reports", "--out", folder.path("out")])
    #expect(run.status == 3)
    #expect(run.messages == "\(folder.path("out/nianbao.sqlite")): \(message)\n")
    #expect(run.output == "")
    #expect(try folder.bytes("out/nianbao.sqlite") == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["nianbao.sqlite"])
  }

  @Test func aFolderInPlaceOfTheDatabaseIsTold() throws {
    try folder.write("9", to: "out/nianbao.sqlite/keep.txt")
    let run = try CommandRun(["report", "Fixtures/reports", "--out", folder.path("out")])
    #expect(run.status == 3)
    #expect(run.messages.hasPrefix("\(folder.path("out/nianbao.sqlite")): "))
    #expect(run.messageLines.count == 1)
    #expect(try folder.bytes("out/nianbao.sqlite/keep.txt") == Array("9".utf8))
  }

  /// A run that reads nothing leaves the results of the one before.
  @Test func resultsStayWhereNothingCouldBeDone() throws {
    let run = try ReportRun(["Fixtures/reports"])
    let before = try ReportRun.files.map(run.bytes)
    let failed = try CommandRun(["report", folder.path("missing.txt"), "--out", run.folder.path("out")])
    #expect(failed.status == 3)
    #expect(try ReportRun.files.map(run.bytes) == before)
    #expect(run.names == ReportRun.files)
  }
}
