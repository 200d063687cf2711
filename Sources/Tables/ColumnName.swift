/// The names of columns for people.
enum ColumnName {
  static let chinese = [
    "metric_id": "指标编号", "metric": "指标", "kind": "类别", "unit": "单位", "agency_id": "机关编号", "agency": "机关",
    "area_code": "区划代码", "scope": "范围", "period_type": "时期", "subject": "对象", "implied": "推算", "bounds": "界限",
    "combined": "合成", "conflicts": "不一致", "sources": "出处", "breaks": "断点", "year": "年份", "value": "数值",
    "value_low": "下限", "value_high": "上限", "bound": "界限", "status": "状态", "part_of": "所属总数",
    "derivation": "由来", "document": "文件", "line": "行", "start": "起", "end": "止", "text": "原文", "quote": "原句",
    "rule": "规则", "observation_id": "统计数编号", "checks": "核对", "difference": "差", "difference_low": "差下限",
    "difference_high": "差上限", "percent": "增幅", "percent_low": "增幅下限", "percent_high": "增幅上限",
    "stated_growth": "文中增幅", "rank": "名次", "rank_first": "最高名次", "rank_last": "最低名次",
    "review": "审核",
  ]
}
