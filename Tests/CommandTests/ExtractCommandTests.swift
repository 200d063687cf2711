import Foundation
import TestSupport
import Testing

/// `nianbao extract`: records on standard output, nothing kept.
@Suite struct ExtractCommandTests {
  private static let text = "三、受理许可申请120件，其中准予许可112件。"
  private static let records = [
    #"{"document":"-","line":1,"start":8,"end":12,"text":"120件","class":"statistic","value":"120","low":"120","#
      + #""high":"120","unit":"件","kind":"count","bound":"=","subject":"受理许可申请","period_type":"flow","#
      + #""status":"actual","confidence":"low","metric":"permit_applications","rule":"count"}"#,
    #"{"document":"-","line":1,"start":19,"end":23,"text":"112件","class":"statistic","value":"112","low":"112","#
      + #""high":"112","unit":"件","kind":"count","bound":"=","subject":"准予许可","period_type":"flow","#
      + #""status":"actual","confidence":"low","part_of":"1:8","metric":"permits_granted","rule":"count"}"#,
  ]
  private static let marker =
    #"{"document":"-","line":1,"start":0,"end":1,"text":"三","class":"list_marker","value":"3","rule":"list-marker"}"#

  @Test func standardInput() throws {
    let run = try CommandRun(["extract", "-"], input: Array(Self.text.utf8))
    #expect(run.outputLines == Self.records)
    #expect(run.messages == "")
    #expect(run.status == 0)
  }

  @Test func allNumerals() throws {
    let run = try CommandRun(["extract", "--all", "-"], input: Array(Self.text.utf8))
    #expect(run.outputLines == [Self.marker] + Self.records)
    #expect(run.status == 0)
  }

  @Test func csvInChinese() throws {
    let run = try CommandRun(["extract", "--format", "csv", "--lang", "zh", "-"], input: Array(Self.text.utf8))
    #expect(
      run.outputLines.first == "文件,行,起,止,原文,数字类别,数值,下限,上限,单位,类别,界限,对象,范围,年份,时期,时期起,时期止,状态,可信度,所属总数,指标,机关,机关编号,规则")
    #expect(run.outputLines.count == 3)
  }

  @Test func csv() throws {
    let run = try CommandRun(["extract", "--format", "csv", "--all", "-"], input: Array(Self.text.utf8))
    #expect(
      run.outputLines == [
        "document,line,start,end,text,class,value,low,high,unit,kind,bound,subject,scope,year,period_type,period_start,"
          + "period_end,status,confidence,part_of,metric,agency,agency_id,rule",
        "'-,1,0,1,三,list_marker,3,,,,,,,,,,,,,,,,,,list-marker",
        "'-,1,8,12,120件,statistic,120,120,120,件,count,=,受理许可申请,,,flow,,,actual,low,,permit_applications,,,count",
        "'-,1,19,23,112件,statistic,112,112,112,件,count,=,准予许可,,,flow,,,actual,low,1:8,permits_granted,,,count",
      ])
    #expect(run.status == 0)
  }

  @Test func summary() throws {
    let run = try CommandRun(["extract", "--summary", "-"], input: Array("\(Self.text)占93.3%，增长5%。".utf8))
    #expect(
      run.outputLines == [
        "class statistic 4", "class date 0", "class ordinal 0", "class document_number 0", "class title 0",
        "class name 0", "class threshold 0", "class contact 0", "class list_marker 1", "class other 0", "kind count 2",
        "kind money 0", "kind percent 1", "kind growth 1", "kind change 0", "kind points 0", "kind multiple 0",
        "kind rank 0", "kind duration 0", "kind measure 0", "kind ratio 0",
      ])
    #expect(run.status == 0)
  }

  /// Findings are no matter of extract, so that inconsistent figures end it well.
  @Test func inconsistentFiguresEndWell() throws {
    let run = try CommandRun(["extract", "-"], input: Array("反馈问题25个，整改到位24个，整改完成率95%。".utf8))
    #expect(run.outputLines.count == 3)
    #expect(run.status == 0)
  }

  @Test func aTextWithoutNumbersHasNoRecords() throws {
    let run = try CommandRun(["extract", "-"], input: Array("依法行政。\n".utf8))
    #expect(run.output == "")
    #expect(run.messages == "")
    #expect(run.status == 0)
  }

  @Test func identityGoesWithEachRecord() throws {
    let run = try CommandRun(["extract", "Fixtures/reports/jiaojiang-education-2023.txt"])
    let expected =
      #"{"document":"Fixtures/reports/jiaojiang-education-2023.txt","line":3,"start":12,"end":14,"text":"6次","#
      + #""class":"statistic","value":"6","low":"6","high":"6","unit":"次","kind":"count","bound":"=","#
      + #""subject":"召开法治工作会议","year":2023,"period_type":"flow","period_start":"2023-01-01","#
      + #""period_end":"2023-12-31","status":"actual","confidence":"high","#
      + #""metric":"rule_of_law_meetings","agency":"椒江区教育局","agency_id":"331002-education","rule":"count"}"#
    #expect(run.outputLines.first == expected)
  }

  /// Spans are those of the damaged source, values those of the repaired reading.
  @Test func damagedTextIsReadInPlace() throws {
    let run = try CommandRun(["extract", "--format", "csv", "Fixtures/reports/jiangjin-water-2021.txt"])
    let rows = CSVRows(Array(run.output.utf8)).objects
    #expect(
      rows.map { "\($0["line"]!):\($0["start"]!)-\($0["end"]!) \($0["text"]!) \($0["value"]!)\($0["unit"]!)" } == [
        "5:20-26 2000余冊 2000册", "5:37-42 150人次 150人次", "5:54-57 36次 36次", "5:72-75 12個 12个",
        "5:84-87 12個 12个", "5:97-101 100% 100%", "6:18-20 4期 4期", "6:50-54 100% 100%", "6:50-54 100% 100%",
      ])
    #expect(Set(rows.map { $0["agency_id"]! }) == ["500116-water"])
    #expect(Set(rows.map { $0["year"]! }) == ["2021"])
  }

  @Test(arguments: [("", "文件是空的，请重新下载 (empty file)"), ("\0", "文件是空的，请重新下载 (empty file)")])
  func nothingOnStandardInput(_ input: String, _ message: String) throws {
    let run = try CommandRun(["extract", "-"], input: Array(input.utf8))
    #expect(run.output == "")
    #expect(run.messages == "-: \(message)\n")
    #expect(run.status == 3)
  }

  @Test func anUnreadableFileStopsNoOther() throws {
    let run = try CommandRun(["extract", "missing.txt", "-"], input: Array(Self.text.utf8))
    #expect(run.outputLines == Self.records)
    #expect(run.messages == "missing.txt: 没有这个文件或文件夹，请检查路径 (no such file or folder)\n")
    #expect(run.status == 1)
  }

  #if os(Linux)
    @Test func aFullDiskIsTold() throws {
      let run = try CommandRun(["extract", "Fixtures/reports"], device: "/dev/full")
      #expect(run.status == 3)
      #expect(run.messageLines.count == 1)
      #expect(run.messages.contains("(cannot write)"))
    }
  #endif

  /// A plan is a target also where no heading announces it: 2023 lies behind the report's year.
  @Test func aPlannedFigureIsATarget() throws {
    let text = "椒江区教育局关于2022年普法情况的报告\n2023年，计划举办法治培训班5期。\n"
    let run = try CommandRun(["extract", "--format", "csv", "-"], input: Array(text.utf8))
    let rows = CSVRows(Array(run.output.utf8)).objects
    #expect(rows.map { "\($0["text"]!) \($0["year"]!) \($0["status"]!)" } == ["5期 2023 target"])
  }

  /// A heading that speaks of work without a word of the future stands over what was done in the report's own year.
  @Test(arguments: ["一、主要工作", "一、2022年主要工作", "一、重点工作推进", "一、聚焦重点任务，推进依法行政", "一、目标完成良好"])
  func workDoneIsNoPlan(_ heading: String) throws {
    let text = "椒江区教育局关于2022年普法情况的报告\n\(heading)\n举办法治培训班5期。\n二、队伍建设\n聘请2名律师。\n"
    let run = try CommandRun(["extract", "--format", "csv", "-"], input: Array(text.utf8))
    let rows = CSVRows(Array(run.output.utf8)).objects
    #expect(
      rows.map { "\($0["text"]!) \($0["year"]!) \($0["status"]!)" } == ["5期 2022 actual", "2名 2022 actual"])
  }

  /// 准予许可 and 不予许可 have verbs of their own: the 受理 before them isn't theirs.
  @Test func aVerbIsNotCarriedOverToTheNextOne() throws {
    let text = "受理许可申请135件，准予许可130件，不予许可6件。"
    let run = try CommandRun(["extract", "--format", "csv", "-"], input: Array(text.utf8))
    let rows = CSVRows(Array(run.output.utf8)).objects
    #expect(
      rows.map { "\($0["text"]!) \($0["subject"]!) \($0["metric"]!)" } == [
        "135件 受理许可申请 permit_applications", "130件 准予许可 permits_granted", "6件 不予许可 permits_refused",
      ])
  }

  /// What the bytes of a short text don't tell, the user can.
  @Test func encoding() throws {
    // 9件
    let bytes: [UInt8] = [0x39, 0xBC, 0xFE]
    let run = try CommandRun(["extract", "--encoding", "gbk", "--format", "csv", "-"], input: bytes)
    #expect(run.outputLines.last?.hasPrefix("'-,1,0,2,9件,statistic,9,9,9,件") == true)
    let summary = try CommandRun(["extract", "--encoding", "gbk", "--summary", "-"], input: bytes)
    #expect(summary.outputLines.first == "class statistic 1")
    let wrong = try CommandRun(["extract", "--encoding", "latin1", "-"], input: bytes)
    #expect(wrong.status == 2)
    let undecodable = try CommandRun(["extract", "-"], input: bytes)
    #expect(
      undecodable.messageLines == ["-: 第 1 字节处不是有效的 UTF-8；请用 --encoding 指明编码，编码混杂的文件请先统一 (invalid UTF-8)"])
    #expect(undecodable.status == 3)
  }
}
