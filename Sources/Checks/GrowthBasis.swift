import Observations
import Quantities

/// What the growth of a figure is measured by, as far as words tell.
struct GrowthBasis {
  private let level: Observation
  private let subject: GrowthWords
  private let sentence: GrowthWords

  /// That of a growth and the figure that it is told of.
  init(_ growth: Observation, of level: Observation) {
    self.level = level
    subject = GrowthWords(level.subject.bytes, year: level.year)
    sentence = GrowthWords(growth.quote.bytes, year: growth.year)
  }

  /// Why the growth needn't lead from the figure of the year before to the level, or `nil`.
  var obstacle: String? {
    // How many enterprises there are has no price and no range.
    if level.quantity.kind != .count {
      if subject.contains(.output) { return "增幅按可比价，水平按现价" }
      // 规模以上服务业营业收入336.44亿元，…；营业利润19.3亿元: what a clause goes on with of enterprises named before it.
      let place = subject.contains(.profit) ? sentence : subject
      if subject.contains(.investment) || place.contains(.size) { return "增幅按可比口径，各年统计范围不同" }
    }
    if sentence.contains(.otherMeasure) { return "增幅扣除价格等因素，水平按现价" }
    if sentence.contains(.otherTime) { return "句中另有起算时间" }
    // PM2.5浓度29微克/立方米，改善6.5%: what got better may have grown or fallen.
    if sentence.contains(.improvement) { return "“改善”未说明增减" }
    return nil
  }

  /// Whether the words leave nothing open: that the growth is of what is counted, that money is told to be of what, and that it is
  /// all of the year's. Behind 分区域看 stands 椒江区50亿元 of output, and 截至6月底 nothing of the year's end.
  var isSure: Bool {
    obstacle == nil && !Self.mayBeOfAll(level) && !sentence.contains(.month)
      && (level.quantity.kind != .money || subject.contains(.amount))
  }

  /// 新增学校49对、增长14.5%: whether the growth behind a figure may be that of all schools.
  static func mayBeOfAll(_ level: Observation) -> Bool {
    ["新增", "新建", "净增"].contains(where: level.subject.description.hasPrefix)
  }
}
