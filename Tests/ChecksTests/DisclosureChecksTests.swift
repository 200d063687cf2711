import Checks
import Observations
import ReportText
import Testing

/// The statutory form of the yearly report on disclosure, as prose and as a table.
@Suite struct DisclosureChecksTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  private func findings(_ text: String, _ checks: Set<CheckName> = [.disclosureIdentity]) throws -> [String] {
    let text = try SourceText(bytes: Array(text.utf8), path: "a")
    return ReportChecks(ReportReader(catalogue: Self.catalogue).read(text, path: "a")).findings
      .filter { checks.contains($0.check) }.map { "\($0.verdict.rawValue) \($0.message)" }
  }

  private func ofProse(_ text: String) throws -> [String] {
    try findings("青溪县水利局2022年政府信息公开工作年度报告\n" + text)
  }

  @Test func receivedAndCarriedInAreAnsweredAndCarriedOut() throws {
    let balance = "新收政府信息公开申请16件，上年结转政府信息公开申请1件。办结政府信息公开申请15件。"
    #expect(
      try ofProse(balance + "结转下年度继续办理2件。") == [
        "consistent 新收政府信息公开申请16+上年结转政府信息公开申请1＝办结政府信息公开申请15+结转下年度继续办理2（17、17）"
      ])
    #expect(try ofProse(balance + "结转下年度继续办理3件。").map { $0.prefix(12) } == ["inconsistent"])
    // What isn't told may be none, or may not.
    #expect(try ofProse(balance).map { $0.prefix(11) } == ["uncheckable"])
  }

  @Test(arguments: [
    ("不予公开3件，其中属于国家秘密1件，危及“三安全一稳定”2件。", "consistent"),
    ("不予公开3件，其中属于国家秘密1件，危及“三安全一稳定”1件。", "uncheckable"),
    ("不予公开3件，其中属于国家秘密2件，危及“三安全一稳定”2件。", "inconsistent"),
    ("因政府信息公开被提起行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。", "consistent"),
    ("因政府信息公开被提起行政诉讼3件，其中未经复议直接起诉1件，复议后起诉1件。", "inconsistent"),
    ("收到政府信息公开申请16件，其中自然人申请12件，法人或其他组织申请4件。", "consistent"),
    ("收到政府信息公开申请16件，其中自然人申请12件，法人或其他组织申请3件。", "inconsistent"),
  ])
  func kindsMakeUpTheirTotal(_ text: String, _ verdict: String) throws {
    #expect(try ofProse(text).map { String($0.prefix { $0 != " " }) } == [verdict])
  }

  @Test func aTotalToldTwiceOtherwiseIsNotUsed() throws {
    #expect(
      try ofProse("不予公开3件，其中属于国家秘密1件，危及“三安全一稳定”2件。\n不予公开4件。") == [])
  }

  // MARK: - The form

  private func form(_ rows: [String]) -> String {
    "<html><body><h1>青溪县水利局2022年政府信息公开工作年度报告</h1><table>"
      + "<tr><td rowspan=\"2\" colspan=\"2\">情况</td><td colspan=\"3\">申请人情况</td></tr>"
      + "<tr><td>自然人</td><td>商业企业</td><td>总计</td></tr>" + rows.joined(separator: "\n") + "</table></body></html>"
  }

  private let received = "<tr><td colspan=\"2\">一、本年新收政府信息公开申请数量</td><td>12</td><td>4</td><td>16</td></tr>"
  private let carriedIn = "<tr><td colspan=\"2\">二、上年结转政府信息公开申请数量</td><td>1</td><td>0</td><td>1</td></tr>"
  private let answered = "<tr><td>三、本年度办理结果</td><td>（七）总计</td><td>11</td><td>4</td><td>15</td></tr>"
  private let carriedOut = "<tr><td colspan=\"2\">四、结转下年度继续办理</td><td>2</td><td>0</td><td>2</td></tr>"

  @Test func columnsMakeUpTheTotal() throws {
    #expect(
      try findings(form([received]), [.partSum]) == ["consistent 各列 12+4=16，总计列为 16件"])
    #expect(
      try findings(form([received.replacing(">4<", with: ">3<")]), [.partSum]) == [
        "inconsistent 各列 12+3=15，总计列为 16件"
      ])
  }

  @Test func eachColumnBalances() throws {
    let verdicts = { (rows: [String]) in try findings(form(rows)).map { String($0.prefix { $0 != " " }) } }
    #expect(try verdicts([received, carriedIn, answered, carriedOut]) == ["consistent", "consistent", "consistent"])
    let wrong = carriedOut.replacing("<td>2</td><td>0</td>", with: "<td>1</td><td>1</td>")
    #expect(try verdicts([received, carriedIn, answered, wrong]) == ["inconsistent", "inconsistent", "consistent"])
  }

  @Test func resultsOfCourtsMakeUpTheTotal() throws {
    let table = { (total: Int) in
      "<html><body><h1>青溪县水利局2022年政府信息公开工作年度报告</h1><table><tr><td colspan=\"3\">行政复议</td><td colspan=\"3\">行政诉讼</td></tr>"
        + "<tr><td>结果维持</td><td>结果纠正</td><td>总计</td><td>结果维持</td><td>结果纠正</td><td>总计</td></tr>"
        + "<tr><td>2</td><td>1</td><td>\(total)</td><td>0</td><td>4</td><td>4</td></tr></table></body></html>"
    }
    #expect(try findings(table(3), [.partSum]) == ["consistent 各列 2+1=3，总计列为 3件", "consistent 各列 0+4=4，总计列为 4件"])
    #expect(try findings(table(4), [.partSum]) == ["inconsistent 各列 2+1=3，总计列为 4件", "consistent 各列 0+4=4，总计列为 4件"])
  }
}
