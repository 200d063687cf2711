/// Words by which headings of tables say what their figures are.
enum HeadingWords {
  private static func words(_ list: String) -> Set<[UInt8]> {
    Set(list.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }

  /// A column names only that it holds the value.
  static let generic = words(
    "办理结果 绝对数 绝对值 数值 指标值 总量 实绩 实际 实际完成 完成 完成数 全年 全年累计 本年 数量 数 金额 合计 总计 累计 情况")
  static let totals = words("合计 总计 总数 全部")
  /// The row of all bodies: 全区合计.
  static let bodyTotals = words(
    "合计 总计 全市 全县 全区 全省 全州 全镇 全国 全市合计 全县合计 全区合计 全省合计 全州合计 全镇合计 全市总计 全县总计 全区总计 全省总计 汇总 总计数 合计数")
  static let units = words("单位 计量单位 单位： 数量单位 金额单位")
  /// Numbers, codes, ranks, telephones and notes, of which none counts anything.
  static let marks = words(
    "序号 序 编号 代码 编码 行次 栏次 页码 排名 名次 位次 排序 次序 类 款 项 邮编 邮政编码 电话 联系方式 传真 手机 地址 网址 邮箱 备注 说明 文号 权重 №")
  static let markEndings: [StaticString] = [
    "编码", "代码", "编号", "文号", "字号", "证号", "账号", "号码", "电话", "邮编", "年份", "年度", "时间", "日期", "排名", "名次", "位次",
  ]
  /// Codes whose parts have headings of their own: 功能分类科目编码 / 类、款、项.
  static let codeEndings: [StaticString] = ["编码", "代码"]
  /// A column whose cells are times.
  static let times = words("年份 年度 年 时间 日期 月份 时段 时期 季度 月度 期间 年月 年别 月 报告期")
  /// A column of bodies.
  static let bodies = words(
    """
    单位 单位名称 部门 部门名称 科室 处室 机构 机构名称 执法主体 执法单位 执法部门 执法机关 行政机关 机关 责任单位 报送单位 填报单位 承办单位 区县 县区 县市区 县（市、区） 县(市、区) 区 县 市 地区
    区域 市州 地市 镇街 乡镇 街道 镇乡 乡镇街道 镇（街道） 街镇 辖区 大队 支队 法院 检察院 预算单位 主管部门 部门（单位） 单位（部门）
    """)
  /// What only a body's or a place's name ends in.
  static let bodyEndings: [StaticString] = [
    "局", "委", "委员会", "厅", "办事处", "街道", "镇", "乡", "县", "区", "市", "州", "盟", "旗", "支队", "大队", "管委会",
  ]
  /// A column in the corner, from which the names of rows go down.
  static let corners = words(
    "项目 指标 指标名称 名称 产品 产品名称 类别 类型 科目 科目名称 信息内容 内容 事项 主要指标 案件类型 支出项目 收入项目 序号 预算科目 功能分类科目 经济分类科目 种类 渠道")
  static let targets: [StaticString] = ["预算数", "预算额", "预算", "计划数", "计划", "目标值", "目标数", "目标", "任务数"]
  static let actuals: [StaticString] = [
    "决算数", "决算额", "决算", "执行数", "执行额", "执行", "实际数", "实际完成", "实际完成数", "实际", "完成数", "完成额", "实绩", "实际支出", "实际支出数",
  ]

  /// 增长 and its like: in percent, if nothing else is said.
  static let growths: [StaticString] = ["增长速度", "增长率", "增长幅度", "增减幅度", "增减率", "增减幅", "升降幅度", "增速", "增幅", "涨幅", "涨跌"]
  static let differences: [StaticString] = [
    "增减额", "增减量", "增减数", "增减值", "增加额", "增加数", "增加量", "增长额", "增长量", "增量", "升降额", "增（减）额", "增(减)额",
  ]
  static let eitherChanges: [StaticString] = ["增减变化", "增减变动", "增减情况", "增减", "±"]
  static let comparisons: [StaticString] = ["同比", "比上年", "较上年", "增长"]
  /// A share or rate, whose figures stand in percent or as fractions.
  static let rates: [StaticString] = ["率", "占比", "比重", "比例", "幅度"]
}

extension [UInt8] {
  /// Whether the text ends with one of some words and holds more.
  func endsWithAny(_ words: [StaticString]) -> Bool { words.contains { range(indices, endsWith: $0) } }

  /// Whether one of some words stands in the text.
  func holdsAny(_ words: [StaticString]) -> Bool { words.contains { first($0, in: indices) != nil } }
}
