import Observations
import Quantities

/// What growth rates are measured by where that isn't simply the same figure of the year before.
enum GrowthBasis {
  /// Why a growth needn't lead from the figure of the year before to the level that it is told of, or `nil`.
  static func obstacle(_ growth: Observation, of level: Observation) -> String? {
    let (subject, sentence) = (level.subject.description, growth.quote.description)
    // How many enterprises there are has no price and no range.
    if level.quantity.kind != .count {
      if outputs.contains(where: subject.contains) { return "增幅按可比价，水平按现价" }
      let place = profits.contains(where: subject.contains) ? sentence : subject
      if investments.contains(where: subject.contains) || sizes.contains(where: place.contains) {
        return "增幅按可比口径，各年统计范围不同"
      }
    }
    if wordsOfOtherMeasures.contains(where: sentence.contains) { return "增幅扣除价格等因素，水平按现价" }
    if wordsOfOtherSpans.contains(where: sentence.contains) || namesABase(sentence, before: growth.year) {
      return "句中另有起算时间"
    }
    // PM2.5浓度29微克/立方米，改善6.5%: what got better may have grown or fallen.
    if sentence.contains("改善") { return "“改善”未说明增减" }
    return nil
  }

  /// 新增学校49对、增长14.5%: whether the growth behind a figure may be that of all schools.
  static func mayBeOfAll(_ level: Observation) -> Bool {
    ["新增", "新建", "净增"].contains(where: level.subject.description.hasPrefix)
  }

  /// 椒江区50亿元、增长5.2%: whether a figure's words tell what it is an amount of, and not only whose it is; where they don't, what
  /// was told before them does, which may be output.
  static func isNamed(_ level: Observation) -> Bool {
    level.quantity.kind != .money || amounts.contains(where: level.subject.description.contains)
  }

  private static let amounts = [
    "额", "入", "出", "投资", "资金", "资本", "外资", "内资", "融资", "工资", "资产", "税", "款", "金", "费", "债", "利润", "营收", "采购", "进口",
    "标准",
    "成本", "价", "余额", "预算", "外贸", "贸易",
  ]
  /// 截至6月底各项贷款余额100亿元: whether a sentence names a month other than the last, so that its figure may be none of the year's.
  static func namesAMonth(_ sentence: String) -> Bool {
    sentence.ranges(of: "月").contains { range in
      let before = sentence[..<range.lowerBound]
      return before.last?.isNumber == true && !["12", "１２", "十二"].contains(where: before.hasSuffix)
    }
  }

  /// Output, and what is told for so much of it, is told at current prices and its growth at constant ones.
  private static let outputs = [
    "生产总值", "增加值", "产值", "GDP", "ＧＤＰ", "经济总量", "第一产业", "第二产业", "第三产业", "一产", "二产", "三产", "业务总量",
  ]
  /// What counts as investment has changed, and growth is that of what counts in both years.
  private static let investments = ["固定资产投资", "固投", "民间投资", "工业投资", "产业投资", "开发投资", "基础设施投资", "技改投资"]
  /// Enterprises of a size are others each year, and growth is that of those counted in both.
  private static let sizes = ["规模以上", "规上", "限额以上", "限上"]
  /// What a clause goes on with of enterprises named before it: 规模以上服务业营业收入336.44亿元，…；营业利润19.3亿元.
  private static let profits = ["营业收入", "主营业务收入", "利润", "利税"]
  /// Prices or taxes paid back are taken out of a growth.
  private static let wordsOfOtherMeasures = ["实际增", "实际下降", "扣除", "剔除", "还原", "可比", "不变价", "同口径"]
  private static let wordsOfOtherSpans = ["年均", "年平均增", "复合增", "以来", "五年", "三年", "两年", "环比", "恢复到", "恢复至"]

  /// 比2002年增长65.5%, 较“四经普”增长101%: a base other than the year before, which may reach to the end of the sentence.
  private static func namesABase(_ sentence: String, before year: Int?) -> Bool {
    ["比", "较"].contains { word in
      sentence.ranges(of: word).contains { range in
        let base = sentence[range.upperBound...]
        if otherBases.contains(where: base.hasPrefix) { return true }
        return Int(base.prefix(4)).map { (1949...2100).contains($0) && $0 != (year ?? 0) - 1 } ?? false
      }
    }
  }

  private static let otherBases = ["“", "\"", "十", "上月", "上季", "前", "预算", "年初预算", "调整预算", "计划", "目标", "疫情"]
}
