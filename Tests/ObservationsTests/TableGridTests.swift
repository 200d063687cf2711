import Observations
import ReportText
import Testing

/// What rows and columns of tables are to each other, in every way in which reports write them.
@Suite struct TableGridTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  /// The figures below a title of 2023: `text value unit kind year subject`, and `@scope`, `→months`, `!status` where they say more.
  private static func figures(_ table: String, title: String = "青溪县水利局2023年工作总结") throws -> [String] {
    let text = title.isEmpty ? table : "\(title)\n\n\(table)"
    return try report(text).observations.map { figure in
      let quantity = figure.quantity
      var words = [
        figure.text.description, quantity.value.description, quantity.unit.name, quantity.kind.rawValue,
        figure.year.map(String.init) ?? "-", figure.subject.description,
      ]
      if let scope = figure.scope { words.append("@\(scope)") }
      if let months = figure.months { words.append("→\(months.first)–\(months.last)") }
      if figure.status == .target { words.append("!target") }
      return words.joined(separator: " ")
    }
  }

  private static func report(_ text: String) throws -> Report {
    ReportReader(catalogue: catalogue).read(try SourceText(bytes: Array(text.utf8), path: "a"), path: "a")
  }

  private static func page(_ rows: String...) -> String {
    "<h1>青溪县水利局2023年工作总结</h1><table>\(rows.map { row in "<tr>\(row)</tr>" }.joined())</table>"
  }

  /// Years as rows, bare or not, and as columns.
  @Test(arguments: [
    "年份\t受理投诉（件）\n2022\t83\n2023\t97", "年度\t受理投诉（件）\n2022年\t83\n2023年\t97",
    "时间\t受理投诉（件）\n2022年度\t83\n2023年度\t97", "时间\t受理投诉（件）\n上年\t83\n本年\t97",
    "项目\t计量单位\t2022\t2023\n受理投诉\t件\t83\t97", "项目\t2022年（件）\t2023年（件）\n受理投诉\t83\t97",
    "指标\t受理投诉\n计量单位\t件\n2022年\t83\n2023年\t97", "受理投诉情况（件）\n\n项目\t2022年\t2023年\n受理投诉\t83\t97",
    "项目,2022年（件）,2023年（件）\n受理投诉,83,97", "项目 | 2022年（件） | 2023年（件）\n--- | --- | ---\n受理投诉 | 83 | 97",
    "┌──┬──┬──┐\n│ 项目 │ 2022年（件） │ 2023年（件） │\n├──┼──┼──┤\n│ 受理投诉 │ 83 │ 97 │\n└──┴──┴──┘",
  ])
  func years(_ table: String) throws {
    #expect(try Self.figures(table) == ["83 83 件 count 2022 受理投诉", "97 97 件 count 2023 受理投诉"])
  }

  /// Parts of the year beside the whole.
  @Test(arguments: [
    ("项目\t1—6月\t全年\n审查合同（份）\t20\t52", 1, 6), ("项目\t一季度\t1—12月\n审查合同（份）\t20\t52", 1, 3),
    ("时段\t审查合同（份）\n下半年\t20\n全年\t52", 7, 12), ("月份\t审查合同（份）\n2023年5月\t20\n2023年\t52", 5, 5),
    ("日期\t审查合同（份）\n2023-05-08\t20\n全年\t52", 5, 5),
  ])
  func partsOfTheYear(_ table: String, _ first: Int, _ last: Int) throws {
    #expect(
      try Self.figures(table) == ["20 20 份 count 2023 审查合同 →\(first)–\(last)", "52 52 份 count 2023 审查合同"])
  }

  /// A year or unit that stands in the title, a row of its own, or beside the title.
  @Test(arguments: [
    "附表1：2021年执法情况（单位：件）\n\n项目\t数量\n受理投诉\t83", "2021年执法情况\n单位：件\n\n项目\t数量\n受理投诉\t83",
    "2021年度执法情况\t计量单位：件\n项目\t数量\n受理投诉\t83",
  ])
  func captions(_ table: String) throws {
    #expect(try Self.figures(table) == ["83 83 件 count 2021 受理投诉"])
  }

  /// 2019—2021年 and 近三年 are no year of their own.
  @Test(arguments: ["2019—2021年执法情况（件）\n\n项目\t数量\n受理投诉\t83", "近三年执法情况（件）\n\n项目\t数量\n受理投诉\t83"])
  func spansOfYears(_ table: String) throws {
    #expect(try Self.figures(table) == ["83 83 件 count 2023 受理投诉"])
  }

  /// Codes, ranks, telephones, serial numbers and years of building count nothing.
  @Test(arguments: [
    "序号\t科目编码\t科目\t决算数（万元）\n1\t20103\t行政运行\t36.5\n2\t20104\t水利行业业务管理\t19.7",
    "排名\t科目\t决算数（万元）\t联系电话\n1\t行政运行\t36.5\t88881234\n2\t水利行业业务管理\t19.7\t88885678",
    "建成年份\t科目\t决算数（万元）\t邮编\n2015\t行政运行\t36.5\t318000\n2018\t水利行业业务管理\t19.7\t318020",
    "事项\t科目\t决算数（万元）\n0101\t行政运行\t36.5\n0102\t水利行业业务管理\t19.7",
  ])
  func marks(_ table: String) throws {
    #expect(
      try Self.figures(table) == [
        "36.5 365000 元 money 2023 行政运行决算数", "19.7 197000 元 money 2023 水利行业业务管理决算数",
      ])
  }

  /// 增减 is a difference beside 增幅, and a growth beside 增减额; alone in a table of 件 it isn't sure.
  @Test func changes() throws {
    #expect(
      try Self.figures("单位：件\n\n项目\t2023年\t比上年增减\t增幅（%）\n调解纠纷\t365\t－24\t-6.2") == [
        "365 365 件 count 2023 调解纠纷", "－24 -24 件 change 2023 调解纠纷", "-6.2 -6.2 % growth 2023 调解纠纷",
      ])
    #expect(
      try Self.figures("单位：件\n\n项目\t2023年\t增减量\t增减\n调解纠纷\t365\t24\t7.0") == [
        "365 365 件 count 2023 调解纠纷", "24 24 件 change 2023 调解纠纷", "7.0 7 % growth 2023 调解纠纷",
      ])
    #expect(try Self.figures("单位：件\n\n项目\t2023年\t增减\n调解纠纷\t365\t24") == ["365 365 件 count 2023 调解纠纷"])
  }

  /// Minus signs of every form, and marks around a number.
  @Test(arguments: [
    ("－5.3", "-5.3", "% growth"), ("﹣5.3", "-5.3", "% growth"), ("–5.3%", "-5.3", "% growth"),
    ("— 5.3", "-5.3", "% growth"),
    ("−5.3", "-5.3", "% growth"), ("5.3*", "5.3", "% growth"), ("+5.3", "5.3", "% growth"),
  ])
  func signs(_ cell: String, _ value: String, _ kind: String) throws {
    let figures = try Self.figures("指标\t比上年增长（%）\n固定资产投资\t\(cell)\n用电量\t1.0")
    let text = cell.filter { !"*+".contains($0) }
    #expect(figures.first == "\(text) \(value) \(kind) 2023 固定资产投资")
  }

  @Test(arguments: [
    ("约800", Quantity.about, "800"), ("860余", .atLeast, "860"), ("900以上", .atLeast, "900"), ("近1,200", .atMost, "1200"),
    ("1.2万", .exact, "12000"),
  ])
  func bounds(_ cell: String, _ bound: Quantity, _ value: String) throws {
    let figure = try #require(try Self.report("项目\t2023年（人次）\n培训执法人员\t\(cell)\n接待咨询\t—").observations.first)
    #expect(figure.quantity.bound.rawValue == bound.rawValue)
    #expect(figure.quantity.value.description == value)
    #expect(figure.quantity.unit.name == "人次")
  }

  enum Quantity: String {
    case exact = "=", about = "~", atLeast = ">=", atMost = "<="
  }

  /// Each body's figure is its own; the total is that of the report's.
  @Test(arguments: ["单位", "部门", "县区", "执法主体", "名称"])
  func bodies(_ heading: String) throws {
    #expect(
      try Self.figures("\(heading)\t罚没金额（万元）\n东溪镇\t28.6\n西溪镇\t9.4\n全县合计\t38") == [
        "28.6 286000 元 money 2023 罚没金额 @东溪镇", "9.4 94000 元 money 2023 罚没金额 @西溪镇", "38 380000 元 money 2023 罚没金额",
      ])
  }

  /// What a budget planned, what was spent, and the share of it.
  @Test func budgets() throws {
    #expect(
      try Self.figures("单位：万元\n\n项目\t2023年预算数\t2023年决算数\t完成预算%\t上年决算数\n教育支出\t62.0\t58.9\t95.0\t60.1") == [
        "62.0 620000 元 money 2023 教育支出预算数 !target", "58.9 589000 元 money 2023 教育支出决算数",
        "95.0 95 % percent 2023 教育支出完成预算", "60.1 601000 元 money 2022 教育支出决算数",
      ])
    // A rate without a sign may be a fraction.
    #expect(try Self.figures("单位：万元\n\n项目\t预算\t执行率\n教育支出\t62.0\t0.95").count == 1)
  }

  /// A table that goes on in another keeps its headings and its unit.
  @Test func continuedTables() throws {
    let table = "单位：件\n\n项目\t2022年\t2023年\n受理投诉\t83\t97\n\n续表\n\n办结案件\t80\t95\n调解纠纷\t7\t9"
    #expect(
      try Self.figures(table).suffix(4) == [
        "80 80 件 count 2022 办结案件", "95 95 件 count 2023 办结案件", "7 7 件 count 2022 调解纠纷", "9 9 件 count 2023 调解纠纷",
      ])
  }

  /// Several figures in one cell stand beside as many names; else none is placed.
  @Test func linesInCells() throws {
    let heading = "<th>项目</th><th>2022年（件）</th><th>2023年（件）</th>"
    #expect(
      try Self.figures(
        Self.page(heading, "<td>受理投诉<br>办结案件</td><td>83<br>80</td><td>97<br>95</td>"), title: "") == [
          "83 83 件 count 2022 受理投诉", "97 97 件 count 2023 受理投诉", "80 80 件 count 2022 办结案件", "95 95 件 count 2023 办结案件",
        ])
    #expect(
      try Self.figures(Self.page(heading, "<td>受理投诉</td><td>8<br>3</td><td>97</td>"), title: "") == [
        "97 97 件 count 2023 受理投诉"
      ])
  }

  /// Words beside figures in the midst of a table head nothing.
  @Test func wordsAmongFigures() throws {
    #expect(
      try Self.figures("项目\t2022年（件）\t2023年（件）\n受理投诉\t83\t97\n河道整治\t已完成\t正常\n办结案件\t80\t95").suffix(2) == [
        "80 80 件 count 2022 办结案件", "95 95 件 count 2023 办结案件",
      ])
  }

  /// Two columns that one heading heads say nothing apart, nor do years that contradict each other.
  @Test(arguments: [
    page("<td>项目</td><td colspan=2>2023年（件）</td>", "<td>受理投诉</td><td>83</td><td>97</td>"),
    page("<td>年份</td><td>2021年（件）</td>", "<td>2022</td><td>83</td>", "<td>2023</td><td>97</td>"),
  ])
  func unplaced(_ page: String) throws { #expect(try Self.figures(page, title: "") == []) }
}
