/// Words that stand around a subject and are no part of it, and words that tell how subjects hang together.
enum SubjectWords {
  /// Before the subject: connectives, adverbs of time and extent.
  static let leading = WordList(
    """
    其中 同时 并且 并 而且 目前 至目前 截至目前 到目前 今年以来 今年 去年 全年 年内 当年 本年 年初 年底 年末 共 共计 累计 已 已经 先后 分别 均 各 还 又 再 也 且 以及
    和 与 及 及时 另 另有 此外 其次 一年来 五年来 截至 截止 预计 力争 确保 努力 主要 将 仅 使 达 是 即 等 ： : ， , 、 ） ) ( （ . ． ” 】
    """, keeping: "即办 再审 再犯罪 再次 再造 再生 再就业 均衡 还款 还建 还贷 共享 共同 共建 共青团 各级 各类 各项 各地 达标 等级 是否 将军")

  /// Right before a figure: qualifiers and verbs of stating.
  static let trailing = WordList(trailingText, keeping: whole)

  /// The same before the figure of a change: words of change and comparison too.
  static let trailingOfChange = WordList(trailingText, changeText, keeping: whole)

  /// The same before a rank: how and where the ranking is held.
  static let trailingOfRank = WordList(trailingText, fieldText, keeping: whole)

  /// Behind a noun that follows its figure.
  static let trailingOfNoun = WordList(trailingText, "和 与 及 以及", keeping: whole)

  /// Words of change and comparison.
  static let change = WordList(changeText)

  /// Right behind a figure, before the noun that it counts.
  static let behind = WordList("以上 以内 以下 左右 之多 的")

  /// Verbs that open an activity and hold on for the items listed behind it.
  static let verbs = WordList(
    """
    新增 新建 完成 建成 办理 引进 创建 实施 开工 发放 开展 举办 召开 组织 培育 获批 获评 改造 新改建 建设 投入 安排 争取 落实 处置 整治 解决 查处 审查 制定 出台 印发 收到 受理 办结 储备
    入库 征集 验收 新开通 开通 签约 签订 引育 认定 选派 培训 新开工 竣工 投产 筹集 提供 升级改造 打造 治理 修复 开发 募集 化解 清理 审核 审议 检查 抽查 编制 修订 废止 编印 发布 推送
    """)

  /// Fields of a ranking that its subject names.
  static let arenas = WordList("全国 全省 全市 全州 全区 全县 世界 全球 亚洲 西部 中部 东部 苏北 苏南 苏中")

  /// Words of a running total: 总数达9.17万座.
  static let totals = WordList("总数 总量 总里程 总规模 总面积 在库 总额 总计 存量 保有量")

  /// Words that make a subject complete, so that it takes over no verb.
  static let standAlone = WordList(
    """
    查处 整改 消除 下达 约谈 责令 废止 失效 保留 修改 投入 培训 旁听 压缩 查出 提出 拘留 宣布 追责 查结 准予 不予 驳回 撤销 维持 移送 立案 结案 答复 通过 实现 罚 调解 应诉 出庭 复议 启动 推进 推动 提升 提高 增加 减少 下降 上升 接听 打击 破获 总 率 比例 占比 比重 规模 增加值 全市 全州 全省 全县 全区 全国 在库 有效期 收入 增至 增长 产值 数达 合格 达标 完成 接待 使用 惠及 超 居 面积 产量 余额 人均
    """)

  /// Words that begin like a connective and are none.
  static let joined = WordList("及时 及格 及其 和谐 和解 和平 和美 与会 与否")

  /// Whether a short noun tells more of the thing before it (成交金额, 满意率) and is none of its own.
  static func isRelational(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    relationalEndings.isSuffix(of: text, range) || relationalBeginnings.isPrefix(of: text, range)
  }

  /// The last characters of an item of a list that has a head of its own, so that it doesn't share the last item's.
  static let heads = WordList("值 额 数 入 出 资 率 量 积 款 价")

  /// Nouns that the last item of a list says for all: 光电子信息、高端装备制造产业产值.
  static let sharedTails = WordList(
    "居民人均可支配收入 吞吐量 达标率 优良率 数量 人均可支配收入 产业产值 产业增加值 增加值 产值 投资 案件 收入 支出 贷款 存款 比重 价格 人数 率 面积 产量")

  /// The last characters of words of change right before a figure.
  static let changing = WordList("减 增 缩")

  /// The last characters of words that lead to the result of a change.
  static let results = WordList("至 到 为")

  private static let relationalEndings = WordList("率 额 占比 比重 增幅 增速 投资 面积 规模 水平 人员 覆盖 均价 资金 里程 排名 计划 任务 目标")
  private static let relationalBeginnings = WordList(
    "高于 低于 高出 快于 慢于 领先 惠及 涉及 参加 参与 覆盖 通达 连通 服务 带动 成交 投资 面积 占")

  private static let trailingText = """
    共 共计 总计 合计 达到 达 约 近 为 是 有 共有 超过 超 突破 逾 了 至 到 各 均 都 分别 仅 将 已 由 从 ： : 、 （ ( “ 不少于 不低于 不超过 多达 高达 控制在 保持在
    稳定在 累计 累计达 均达 均达到 均为 双双 以上 以内 左右 力争 突破了 只 大约 将近 接近 至少 最多 均居 均列 位居 居 位列 列 排名 增至 减至 升至 降至 增加到 提高到 减少到 下降到
    缩减至 缩短至 压缩至 压减至 减为 增为 扩大到 上升到 提升到 提升至 提高至 增加至 减少至 达成 前 第
    """

  private static let changeText = """
    同比 环比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 年均 增长 增加 增 提高 提升 上升 上涨 下降 降低 减少 回落 下滑 降 减 涨 升 增幅 涨幅 降幅 增速 增长率 实现 扩大
    缩小 收窄 增长了 压缩 缩短 均增长 分别增长 分别下降 净增 增幅达 目标 实际增长 实际 名义 同口径 可比价 按可比价格计算 按不变价格计算 快于 高于 低于 名义增长 可比增长
    """

  private static let fieldText = """
    全国 全省 全市 全州 全区 全县 世界 全球 国内 省内 西部 中部 东部 地级市 居 位居 排 排名 列 位列 保持 稳居 连续 继续 由 从 升至 跃居 前移至 进入 跻身 挤进
    """

  /// Words that end like a qualifier and are none (违法行为30起).
  private static let whole = """
    下达 压减 行为 作为 人为 报到 签到 理由 自由 签约 合约 履约 节约 契约 预约 违约 解约 附近 公共 所有 国有 私有 自有 原有 人均 平均 户均 亩均 年均 日均 民居 安居 定居 新居 旧居 班列 专列 系列 行列 通达 到达
    发达 高校 中共 目前 以前 提前 新增 倍增 递增
    """
}
