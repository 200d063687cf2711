import Foundation
import ReportText
import TestSupport
import Testing

/// The user's list of documents, and what is wrong with one.
@Suite struct DocumentListTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("读书角来了12位读者。", to: "a.txt")
    try folder.write("读书角来了12位读者。", to: "b, c.txt")
  }

  private var file: String { folder.path("documents.csv") }

  private func identity(_ csv: [UInt8], of path: String = "a.txt") throws -> ReportIdentity {
    let list = try DocumentList(csv: csv, file: file)
    var identity = ReportIdentity(of: SourceText(source: Array("青田县民政局2020年普法工作总结\n".utf8)))
    list.complete(&identity, path: folder.path(path))
    return identity
  }

  private func mistakes(_ csv: [UInt8]) -> [String] {
    do {
      _ = try DocumentList(csv: csv, file: file)
      return []
    } catch {
      return error.descriptions
    }
  }

  private func mistakes(_ csv: String) -> [String] { mistakes(Array(csv.utf8)) }

  @Test func theListOutranksTheText() throws {
    let identity = try identity(
      Array("path,agency,year,kind,url\na.txt,江津区科技局,2021,plan,https://example.org/a\n".utf8))
    #expect(identity.agency?.id == "500116-science-technology")
    #expect(identity.year == 2021)
    #expect(identity.kind == .plan)
    #expect(identity.url == "https://example.org/a")
    #expect(identity.agencyConfidence == .high)
    #expect(
      identity.reasons == ["年份由 \(file) 第 2 行指定：2021", "发文机关由 \(file) 第 2 行指定：江津区科技局"])
  }

  @Test func emptyCellsLeaveWhatTheTextTells() throws {
    let identity = try identity(Array("path,agency,year,kind,url\na.txt,,,,\n".utf8))
    #expect(identity.agency?.id == "331121-civil-affairs")
    #expect(identity.year == 2020)
    #expect(identity.kind == .annualReport)
    #expect(identity.url == nil)
  }

  /// A document that no body issued, whatever its text seems to tell; a spreadsheet's guard before the mark or not.
  @Test(arguments: ["-", "'-"])
  func noAgency(_ mark: String) throws {
    let identity = try identity(Array("path,agency\na.txt,\(mark)\n".utf8))
    #expect(identity.agency == nil)
    #expect(identity.agencyConfidence == .high)
    #expect(identity.year == 2020)
    #expect(identity.reasons.last == "由 \(file) 第 2 行指定：没有发文机关")
  }

  @Test func aDocumentThatIsNotListedStaysAsItIs() throws {
    #expect(try identity(Array("path,year\na.txt,2021\n".utf8), of: "b, c.txt").year == 2020)
  }

  /// A byte order mark, all line ends, quoted cells, columns in any order, blank lines, and the guard of a spreadsheet.
  @Test(arguments: [
    "\u{FEFF}path,year\r\n\"b, c.txt\",2021\r\n", "year,path\n2021,\"b, c.txt\"", "path,year\r\"b, c.txt\",\"2021\"\r",
    "\n\npath,agency,year\n\n\"b, c.txt\",\"\"\"甲\"\"\n局\",2021\n\n", "path,agency,year\n\"b, c.txt\",'=甲局,2021\n",
  ])
  func formsOfCSV(_ csv: String) throws {
    #expect(try identity(Array(csv.utf8), of: "b, c.txt").year == 2021)
  }

  @Test func aNameThatIsNoKnownBodyIsKept() throws {
    let quoted = try identity(Array("path,agency\na.txt,\"\"\"甲\"\"社\"\n".utf8)).agency
    #expect(quoted?.name == "\"甲\"社")
    #expect(try identity(Array("path,agency\na.txt,'=甲社\n".utf8)).agency?.id == "000000-=甲社")
  }

  @Test func theListIsNoReport() throws {
    let list = try DocumentList(csv: Array("path\na.txt\n".utf8), file: file)
    #expect(list.isList(folder.path("./documents.csv")))
    #expect(!list.isList(folder.path("a.txt")))
  }

  @Test func mistakesAreToldWithTheirLines() {
    #expect(mistakes("") == ["\(file):1: 缺少 path 列 (no column path)"])
    #expect(
      mistakes("path,jahr,year,year\n") == [
        "\(file):1: 没有“jahr”这一列，可用的列是 path agency year kind url (unknown column)",
        "\(file):1: “year”列有两个 (column given twice)",
      ])
    #expect(mistakes("路径,年份,year\na.txt,2021,2021\n") == ["\(file):1: “year”列有两个 (column given twice)"])
    #expect(
      mistakes(
        "path,year,kind\n\nx.txt,2021,plan\na.txt,20x1,plan\n\"b, c.txt\",2021,book\na.txt,2021,plan\na.txt\n,1,\n")
        == [
          "\(file):3: 没有“x.txt”这个文件，请检查路径 (no such file)",
          "\(file):4: 年份“20x1”不是 1949 到 2100 之间的年份 (bad year)",
          "\(file):5: 没有“book”这种文种，可用的是 annual_report plan work_report communique other (unknown kind)",
          "\(file):6: “a.txt”在第 4 行已有，请删去一行 (listed twice)",
          "\(file):7: 有 1 格，表头有 3 格 (wrong number of cells)", "\(file):8: path 是空的 (no path)",
        ])
  }

  @Test(arguments: [
    (Array("path\n\"a.txt\n".utf8), "2: 引号没有结束 (quote without an end)"),
    (Array("path\n\"a\".txt\n".utf8), "2: 引号后面还有文字；格内的引号要写两个 (text behind a quote)"),
    (Array("path\na.txt\n".utf8) + [0xB1, 0xA8, 0x0A], "3: 不是有效的 UTF-8；请另存为 UTF-8 的 CSV (invalid UTF-8)"),
  ])
  func brokenCSV(_ csv: [UInt8], _ mistake: String) {
    #expect(mistakes(csv) == ["\(file):\(mistake)"])
  }
}
