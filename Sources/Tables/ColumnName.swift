/// The names of columns for people, and what they hold.
enum ColumnName {
  /// The Chinese name of a column; that of one with a year or a body in its name has it too: `2022下限`.
  static func chinese(_ column: String) -> String? {
    if let name = names[column] { return name }
    for (ending, name) in [("_low", "下限"), ("_high", "上限")] where column.hasSuffix(ending) {
      return column.dropLast(ending.count) + name
    }
    return nil
  }

  /// Whether the cells of a column are numbers. Years and bodies, which name columns too, head numbers.
  static func isNumber(_ column: String) -> Bool { numbers.contains(column) || names[column] == nil }

  /// Whether the cells of a column are whole numbers.
  static func isWholeNumber(_ column: String) -> Bool { wholeNumbers.contains(column) }

  private static let wholeNumbers: Set = [
    "year", "line", "start", "end", "patterns", "found_line", "found_start", "found_end", "documents", "first_year",
    "last_year", "rank", "rank_first", "rank_last",
  ]
  private static let numbers = wholeNumbers.union([
    "value", "value_low", "value_high", "low", "high", "found_value", "expected", "difference", "difference_low",
    "difference_high", "percent", "percent_low", "percent_high", "stated_growth",
  ])

  private static let names = [
    "metric_id": "指标编号", "metric": "指标", "kind": "类别", "unit": "单位", "agency_id": "机关编号", "agency": "机关",
    "area_code": "区划代码", "scope": "范围", "period_type": "时期", "period_start": "时期起", "period_end": "时期止",
    "confidence": "可信度", "subject": "对象", "implied": "推算", "bounds": "界限",
    "combined": "合成", "also": "另有", "conflicts": "不一致", "sources": "出处", "breaks": "断点", "year": "年份", "value": "数值",
    "value_low": "下限", "value_high": "上限", "bound": "界限", "status": "状态", "part_of": "所属总数",
    "derivation": "由来", "document": "文件", "line": "行", "start": "起", "end": "止", "text": "原文", "quote": "原句",
    "rule": "规则", "observation_id": "统计数编号", "checks": "核对", "difference": "差", "difference_low": "差下限",
    "difference_high": "差上限", "percent": "增幅", "percent_low": "增幅下限", "percent_high": "增幅上限",
    "stated_growth": "文中增幅", "rank": "名次", "rank_first": "最高名次", "rank_last": "最低名次",
    "review": "审核", "uncertain": "存疑", "review_id": "意见编号", "link": "链接", "state": "状况", "decision": "意见",
    "expected": "审核时的值",
    "reason": "理由",
    "reviewer": "审核人",
    "sentence": "标出数字的原句", "low": "下限", "high": "上限", "pattern": "模式", "reading": "读法", "check": "核对编号",
    "check_zh": "核对", "verdict": "结果", "message": "说明", "operands": "所用数字", "observation_ids": "统计数编号",
    "suspects": "可疑数字", "class": "数字类别", "issue": "问题", "zh": "中文名", "en": "英文名", "units": "单位",
    "period": "时期", "combine": "合成规则", "patterns": "模式数", "found_line": "现在的行", "found_start": "现在的起",
    "found_end": "现在的止", "found_text": "现在的原文", "found_value": "现在的数值", "found_unit": "现在的单位",
    "found_quote": "现在的原句", "level": "层级", "documents": "文件数", "first_year": "最早年份", "last_year": "最晚年份",
    "merged_into": "并入", "given_name": "所定名称", "sha256": "文件指纹", "title": "标题", "encoding": "编码", "url": "网址",
    "path": "路径",
  ]
}
