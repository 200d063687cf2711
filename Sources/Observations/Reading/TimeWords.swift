/// Words that tell when a figure holds, and whether it was reached or is aimed at.
enum TimeWords: Int, CaseIterable, Sendable {
  /// A verb of aim: the figure is a target.
  case aim
  /// 目前: in a plan, what is so already.
  case present
  /// What was done, even with a verb of aim before it.
  case past
  /// A state at a time.
  case stock
  /// 去年, 上年 …
  case prior
  /// With a later year than the report's: what is still to be done.
  case future
  /// Since an earlier time.
  case cumulative
  /// 已: with 的 behind it, a clause that describes a noun.
  case done

  /// All lists in one pass.
  static let index = WordIndex<TimeWords>([
    (.aim, "力争 确保 争取在 力求 目标任务是 预期目标 主要目标 计划到 有望", ""),
    (.present, "目前 当前 现有 现已", ""),
    (.past, "已 完成了 实现了 累计", ""),
    (.stock, "共有 总量 总数 现有 拥有 保有量 余额 截至 截止 在册 总人口", ""),
    (.prior, "去年 上年 上年度 去年同期 上年同期", ""),
    (.future, "计划 将 拟 预计 打算 力争 确保", "科技计划 年度计划 计划项目 将近"),
    (.cumulative, "累计 五年来 连续", ""),
    (.done, "已", ""),
  ])

  /// At the head of a paragraph, before a colon: what follows are aims.
  static let aimHeads = WordList("目标是 预期目标 主要目标")
  /// Before a word for last year: it is compared with or named on the way.
  static let comparing = WordList("比 较 同 与 是 和 对 为 在")
  /// Behind it: 在上年大幅下降基础上, 去年报告确定的.
  static let naming = WordList("基础 确定 的 水平")
  /// Before a year that something is compared with or starts from.
  static let bases = WordList("比 较 与 同 从 由 自 是 为 相当于")
  /// Behind a year since which something holds.
  static let beginnings = WordList("起 以来 前 之前 开始")
  /// Before a year by which something is to be done.
  static let deadlines = WordList("到 至 力争到 力争在 计划到 确保到 争取到 争取在")
  /// Sentences that go on with the money of what was said before.
  static let continuing = WordList("投入 其中 安排 拨付 下达")

  /// Names of fields wider than the report's own: 全国, 在全国 right before a figure, 全国共有 at its statement's start.
  struct WiderFields: Sendable {
    let exactly: WordList
    let behindIn: WordList
    let having: WordList

    init(_ names: [String]) {
      exactly = WordList(names.joined(separator: " "))
      behindIn = WordList(names.map { "在" + $0 }.joined(separator: " "))
      having = WordList(names.map { $0 + "共有" }.joined(separator: " "))
    }
  }

  static let fieldsAboveProvince = WiderFields(["全国", "全球"])
  static let fieldsAbove = WiderFields(["全国", "全省", "全球"])
}
