import Foundation
import TestSupport
import Testing

/// `agencies`, `documents` and `trend` on a database, and a list of documents given back.
@Suite struct AgenciesCommandTests {
  private let folder: TemporaryFolder
  private let database: [String]

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("江津市科委2005年普法工作总结\n发放手册5册。召开学习会3次。\n", to: "in/a.txt")
    try folder.write("江津区科技局2019年普法工作总结\n发放手册7册。召开学习会4次。\n", to: "in/b.txt")
    database = ["--db", folder.path("out/nianbao.sqlite")]
    try report()
  }

  @discardableResult
  private func report(_ options: [String] = []) throws -> CommandRun {
    try CommandRun(["report", folder.path("in"), "--out", folder.path("out")] + options)
  }

  @Test func agenciesAreListedAndMergedAndNamed() throws {
    let header = "agency_id,agency,area_code,level,documents,first_year,last_year,merged_into,given_name"
    let first = "500116-science-technology,江津区科技局,500116,county,1,2019,2019"
    let second = "500381-science-technology-commission,江津市科委,500381,county,1,2005,2005"
    #expect(try CommandRun(["agencies", "list"] + database).outputLines == [header, first + ",,", second + ",,"])
    let ids = ["500381-science-technology-commission", "500116-science-technology"]
    #expect(try CommandRun(["agencies", "merge"] + database + ids).status == 0)
    #expect(try CommandRun(["agencies", "rename"] + database + [ids[1], "江津科技"]).status == 0)
    // The decisions hold when the reports are read again.
    try report()
    #expect(
      try CommandRun(["agencies", "list"] + database).outputLines == [
        header, first + ",,江津科技", second + ",500116-science-technology,",
      ])
    let rows = CSVRows(try folder.bytes("out/trend.csv")).objects
    #expect(Set(rows.map { $0["agency"] }) == ["江津科技"])
    #expect(rows.contains { $0["2005"] == "5" && $0["2019"] == "7" })
  }

  @Test func wrongIDsAreWrongUsage() throws {
    let run = try CommandRun(["agencies", "merge"] + database + ["x", "y"])
    #expect(run.status == 2)
    #expect(run.messageLines == ["x: 没有这个机关，可用 nianbao agencies list 查看 (no such agency)"])
    let missing = try CommandRun(["agencies", "list", "--db", folder.path("no.sqlite")])
    #expect(missing.status == 3)
  }

  @Test func trendFollowsSuccessors() throws {
    let plain = CSVRows(Array(try CommandRun(["trend"] + database).output.utf8))
    #expect(Array(try folder.bytes("out/trend.csv")) == Array(try CommandRun(["trend"] + database).output.utf8))
    #expect(plain.objects.filter { $0["metric_id"] == "publicity_materials" }.count == 2)
    let followed = CSVRows(Array(try CommandRun(["trend", "--follow-successors"] + database).output.utf8)).objects
      .filter { $0["metric_id"] == "publicity_materials" }
    #expect(followed.count == 1)
    #expect(followed[0]["agency_id"] == "500116-science-technology")
    #expect([followed[0]["2005"], followed[0]["2019"]] == ["5", "7"])
    #expect(followed[0]["breaks"] == "2019:江津市科委→江津区科技局")
  }

  /// The list of documents given back unchanged changes nothing but the reasons.
  @Test func theListOfDocumentsGoesRound() throws {
    let list = try CommandRun(["documents", "list"] + database)
    #expect(
      list.outputLines == [
        "path,agency,year,kind,url", "\(folder.path("in/a.txt")),江津市科委,2005,annual_report,",
        "\(folder.path("in/b.txt")),江津区科技局,2019,annual_report,",
      ])
    try folder.write(list.output, to: "in/documents.csv")
    let before = try folder.bytes("out/observations.csv")
    #expect(try report(["--documents", folder.path("in/documents.csv")]).status == 0)
    #expect(try folder.bytes("out/observations.csv") == before)
    #expect(try CommandRun(["documents", "list"] + database).output == list.output)
  }

  /// With Chinese names above its columns, as Excel saves it or else, the list is the same list.
  @Test(arguments: [[], ["--excel"]]) func theListGoesRoundInChinese(_ options: [String]) throws {
    let list = try CommandRun(["documents", "list", "--lang", "zh"] + options + database)
    #expect(list.output.contains("路径,机关,年份,类别,网址"))
    try folder.write(list.output.replacing("2019,", with: "2018,"), to: "in/documents.csv")
    #expect(try report(["--documents", folder.path("in/documents.csv")]).status == 0)
    #expect(
      try CommandRun(["documents", "list", "--format", "md"] + database).outputLines.last
        == "| \(folder.path("in/b.txt")) | 江津区科技局 | 2018 | annual_report |  |")
  }

  @Test func theListOutranksTheTextInAllCommands() throws {
    try folder.write("path,year,url\nb.txt,2018,https://example.org/b\n", to: "in/documents.csv")
    let option = ["--documents", folder.path("in/documents.csv")]
    try report(option)
    #expect(
      try CommandRun(["documents", "list"] + database).outputLines.last
        == "\(folder.path("in/b.txt")),江津区科技局,2018,annual_report,https://example.org/b")
    let records = try CommandRun(["extract", folder.path("in/b.txt"), "--format", "csv"] + option)
    #expect(CSVRows(Array(records.output.utf8)).objects.map { $0["year"] } == ["2018", "2018"])
  }

  /// - says that a document has no agency; the list that is printed says so too, and the summary doesn't miss it.
  @Test func aDocumentWithoutAgency() throws {
    try folder.write("path,agency\nb.txt,-\n", to: "in/documents.csv")
    let run = try report(["--documents", folder.path("in/documents.csv")])
    #expect(!run.output.contains("没有机关"))
    let list = try CommandRun(["documents", "list"] + database)
    #expect(list.outputLines.last == "\(folder.path("in/b.txt")),'-,2019,annual_report,")
    try folder.write(list.output, to: "in/documents.csv")
    #expect(try report(["--documents", folder.path("in/documents.csv")]).status == 0)
    #expect(try CommandRun(["documents", "list"] + database).output == list.output)
  }

  @Test func mistakesInTheListEndWithTwoBeforeAnythingIsRead() throws {
    let before = try folder.bytes("out/observations.csv")
    try folder.write("path,year\nx.txt,2018\n", to: "list.csv")
    let run = try report(["--documents", folder.path("list.csv")])
    #expect(run.status == 2)
    #expect(run.messageLines == ["\(folder.path("list.csv")):2: 没有“x.txt”这个文件，请检查路径 (no such file)"])
    #expect(try folder.bytes("out/observations.csv") == before)
    #expect(try report(["--documents", folder.path("none.csv")]).status == 2)
  }
}
