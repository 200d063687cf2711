import Checks
import Observations
import Tables
import Testing

/// The long tables: observations, numerals and findings of a text read.
@Suite struct LongTablesTests {
  private static let text = """
    椒江区教育局关于2022年普法情况的报告
    受理民办学校许可申请120件，增长20%。其中，准予许可112件，不予许可8件。
    二、下一步打算
    2023年，计划举办法治培训班5期。
    """
  private static let report = SampleReports.read(text)

  private func lines(_ table: Table) -> [String] {
    String(decoding: table.csv, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func observations() {
    let columns =
      "metric_id,metric,agency_id,agency,area_code,year,value,value_low,value_high,unit,kind,bound,status,part_of,subject,"
      + "scope,period_type,period_start,period_end,confidence,derivation,document,line,start,end,text,quote,rule,observation_id,checks,review"
    let agency = "331002-education,椒江区教育局,331002"
    let first = "受理民办学校许可申请120件，增长20%。"
    let second = "其中，准予许可112件，不予许可8件。"
    #expect(
      lines(.observations([Self.report], catalogue: SampleReports.catalogue)) == [
        columns,
        "permit_applications,受理许可申请数,\(agency),2022,120,120,120,件,count,=,actual,,受理民办学校许可申请,,flow,2022-01-01,2022-12-31,high,stated,"
          + "a.txt,2,10,14,120件,\(first),count,01234567-2-10,part-sum:consistent,",
        "permit_applications,受理许可申请数,\(agency),2022,20,19.5,20.5,%,growth,=,actual,,受理民办学校许可申请,,flow,2022-01-01,2022-12-31,high,stated,"
          + "a.txt,2,17,20,20%,\(first),growth,01234567-2-17,growth-feasibility:consistent,",
        "permits_granted,准予许可数,\(agency),2022,112,112,112,件,count,=,actual,01234567-2-10,准予许可,,flow,2022-01-01,2022-12-31,high,stated,"
          + "a.txt,2,28,32,112件,\(second),count,01234567-2-28,,",
        "permits_refused,不予许可数,\(agency),2022,8,8,8,件,count,=,actual,01234567-2-10,不予许可,,flow,2022-01-01,2022-12-31,high,stated,"
          + "a.txt,2,37,39,8件,\(second),count,01234567-2-37,,",
        "training_sessions,培训次数,\(agency),2023,5,5,5,期,count,=,target,,计划举办法治培训班,,flow,2023-01-01,2023-12-31,high,stated,"
          + "a.txt,4,15,17,5期,2023年，计划举办法治培训班5期。,count,01234567-4-15,,",
        "permit_applications,受理许可申请数,\(agency),2021,100,100,100,件,count,=,actual,,受理民办学校许可申请,,flow,2021-01-01,2021-12-31,high,implied,"
          + "a.txt,2,17,20,20%,\(first),count,01234567-2-17-implied,,",
      ])
  }

  @Test func anImpliedIntervalHasItsEnds() {
    let report = SampleReports.read("椒江区教育局2022年工作总结\n教育支出6.5亿元，增长5%。\n")
    let rows = lines(.observations([report], catalogue: SampleReports.catalogue)).filter { $0.contains(",implied,") }
    #expect(rows.count == 1)
    #expect(
      rows[0].contains(
        ",2021,620000000,611300000,626800000,元,money,~,actual,,教育支出,,flow,2021-01-01,2021-12-31,high,implied,a.txt,2,12,14,5%,"
      ))
  }

  @Test func numerals() {
    #expect(
      lines(.numerals([Self.report])) == [
        "document,line,start,end,text,class,value,rule,issue,observation_ids",
        "a.txt,1,8,13,2022年,title,2022,document-title,,",
        "a.txt,2,10,14,120件,statistic,120,count,,01234567-2-10",
        "a.txt,2,17,20,20%,statistic,20,growth,,01234567-2-17",
        "a.txt,2,28,32,112件,statistic,112,count,,01234567-2-28",
        "a.txt,2,37,39,8件,statistic,8,count,,01234567-2-37",
        "a.txt,3,0,1,二,list_marker,2,list-marker,,",
        "a.txt,4,0,5,2023年,date,2023,calendar-date,,",
        "a.txt,4,15,17,5期,statistic,5,count,,01234567-4-15",
      ])
  }

  @Test func aNumeralOfTwoSubjectsNamesBoth() {
    let report = SampleReports.read("规范性文件报备率和及时率均达到100%。")
    #expect(
      lines(.numerals([report])).dropFirst() == [
        "a.txt,1,15,19,100%,statistic,100,percent,,01234567-1-15 01234567-1-15.2"
      ])
  }

  @Test func aFigureTooLargeIsListedWithItsIssue() {
    let report = SampleReports.read("受理99999999999999999999件。")
    #expect(
      lines(.numerals([report])).dropFirst() == ["a.txt,1,2,23,99999999999999999999件,other,,unplaced,overflow,"])
  }

  @Test func findings() {
    let report = SampleReports.read("反馈问题25个，整改到位24个，整改完成率95%。")
    #expect(
      lines(.findings(CheckedArchive([report], catalogue: SampleReports.catalogue))) == [
        "document,line,check,check_zh,verdict,message,operands,observation_ids,suspects,quote,review",
        "a.txt,1,rate,比率复算,inconsistent,24/25=96%，文中为 95%,95%; 24个; 25个,"
          + "01234567-1-21 01234567-1-12 01234567-1-4,01234567-1-12 | 01234567-1-21 | 01234567-1-4,反馈问题25个，整改到位24个，整改完成率95%。,",
      ])
  }

  @Test func metricsInMarkdown() throws {
    let text = """
      metrics:
        - {id: lent, zh: "借出|借阅\\n出借", en: Lent, unit: [册, 本], period: flow, combine: sum, patterns: ["借出 {n}"],
           examples: ["借出⟦1册⟧"]}
      """
    let table = Table.metrics(try Catalogue(files: [("own.yaml", text)]))
    #expect(
      table.markdown == """
        | metric_id | zh | en | units | period | combine | patterns |
        | --- | --- | --- | --- | --- | --- | --- |
        | lent | 借出\\|借阅<br>出借 | Lent | 册 本 | flow | sum | 1 |

        """)
  }
}
