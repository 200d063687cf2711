import Quantities
import ReportText

/// The sorts of words about growth that a text holds, found in one pass: to look for each word by itself takes longer than to
/// read the text.
struct GrowthWords: OptionSet {
  let rawValue: Int32

  /// Output, and what is told for so much of it: told at current prices, while its growth is at constant ones.
  static let output = GrowthWords(rawValue: 1)
  /// What counts as investment has changed, and growth is that of what counts in both years.
  static let investment = GrowthWords(rawValue: 1 << 1)
  /// Enterprises of a size are others each year, and growth is that of those counted in both.
  static let size = GrowthWords(rawValue: 1 << 2)
  /// What such enterprises earned.
  static let profit = GrowthWords(rawValue: 1 << 3)
  /// Prices or taxes paid back are taken out of a growth.
  static let otherMeasure = GrowthWords(rawValue: 1 << 4)
  /// A growth over several years, or over anything but the year before, which may reach to the end of the sentence.
  static let otherTime = GrowthWords(rawValue: 1 << 5)
  /// Growth or fall.
  static let improvement = GrowthWords(rawValue: 1 << 6)
  /// Of what an amount of money is.
  static let amount = GrowthWords(rawValue: 1 << 7)
  /// A month other than the last.
  static let month = GrowthWords(rawValue: 1 << 8)
  /// What a year may follow that is compared with: 比2002年增长65.5%.
  private static let comparison = GrowthWords(rawValue: 1 << 9)
  /// The last month, in which no other is named (2月).
  private static let lastMonth = GrowthWords(rawValue: 1 << 10)

  private static let words: [(sort: GrowthWords, words: String)] = [
    (.output, "生产总值 增加值 产值 GDP ＧＤＰ 经济总量 第一产业 第二产业 第三产业 一产 二产 三产 业务总量"),
    (.investment, "固定资产投资 固投 民间投资 工业投资 产业投资 开发投资 基础设施投资 技改投资"),
    (.size, "规模以上 规上 限额以上 限上"),
    (.profit, "营业收入 主营业务收入 利润 利税"),
    (.otherMeasure, "实际增 实际下降 扣除 剔除 还原 可比 不变价 同口径"),
    (.otherTime, "年均 年平均增 复合增 以来 五年 三年 两年 环比 恢复到 恢复至"),
    (.otherTime, ["比", "较"].flatMap { word in Self.bases.map { word + $0 } }.joined(separator: " ")),
    (.comparison, "比 较"),
    (.improvement, "改善"),
    (.amount, "额 入 出 投资 资金 资本 外资 内资 融资 工资 资产 税 款 金 费 债 利润 营收 采购 进口 标准 成本 价 预算 外贸 贸易"),
    (.month, (1...11).map { "\($0)月" }.joined(separator: " ")),
    (.month, "１月 ２月 ３月 ４月 ５月 ６月 ７月 ８月 ９月 １０月 １１月 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月"),
    (.lastMonth, "12月 １２月 十二月"),
  ]
  private static let bases = ["“", "\"", "十", "上月", "上季", "前", "预算", "年初预算", "调整预算", "计划", "目标", "疫情"]

  private static let automaton: WordAutomaton = {
    var sorts: [String: GrowthWords] = [:]
    for (sort, words) in words {
      for word in words.split(separator: " ") { sorts[String(word), default: []].insert(sort) }
    }
    return WordAutomaton(sorts.map { (word: $0.key, payload: $0.value.rawValue) })
  }()

  init(rawValue: Int32) { self.rawValue = rawValue }

  /// What stands in a text, in UTF-8, about figures of `year`.
  init(_ text: ArraySlice<UInt8>, year: Int?) {
    self = []
    let text = text.span
    var at = Self.automaton.firstBeginning(in: text, from: 0)
    while at < text.count {
      var next = at + decodeScalar(in: text, at: at).length
      if let word = Self.automaton.longestMatch(in: text, at: at) {
        let sorts = GrowthWords(rawValue: word.payload)
        formUnion(sorts)
        if sorts.contains(.lastMonth) { next = word.end }
        if sorts.contains(.comparison), let base = Self.year(in: text, at: word.end), base != (year ?? 0) - 1 {
          insert(.otherTime)
        }
      }
      at = Self.automaton.firstBeginning(in: text, from: next)
    }
  }

  private static func year(in text: Span<UInt8>, at start: Int) -> Int? {
    guard start + 4 <= text.count else { return nil }
    var year = 0
    for offset in start..<start + 4 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[offset]) else { return nil }
      year = year * 10 + Int(text[offset] - UInt8(ascii: "0"))
    }
    return ReportIdentity.years.contains(year) ? year : nil
  }
}
