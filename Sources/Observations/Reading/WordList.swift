/// The lists of words by which reports are read. `WordFinder` finds them.
enum WordList: Int, CaseIterable, Sendable {
  // MARK: - Subjects

  /// Before the subject: connectives, adverbs of time and extent.
  case leading
  /// Right before a figure: qualifiers and verbs of stating.
  case trailing
  /// The same before the figure of a change: words of change and comparison too.
  case trailingOfChange
  /// The same before a rank: how and where the ranking is held.
  case trailingOfRank
  /// Behind a noun that follows its figure.
  case trailingOfNoun
  /// Words of change and comparison.
  case change
  /// Before a growth that is a mean of years.
  case yearlyMeans
  /// The last characters of words of change right before a figure.
  case changeEndings
  /// The last characters of words that lead to the result of a change.
  case resultEndings
  /// Right behind a figure, before the noun that it counts.
  case behindFigure
  /// Verbs that open an activity and hold on for the items listed behind it.
  case verbs
  /// Verbs of what else can be done: a clause that begins with one has its own verb.
  case predicates
  /// Verbs that end a clause whose thing stands before them: 企业入围12家.
  case closingPredicates
  /// Before a verb: how it was done; who did it.
  case manners, doers
  /// Verbs by which things became more, so that a running total behind them counts no longer what was added.
  case additions
  /// What leads to a running total: 新增73家，达到653家.
  case reaching
  /// Fields of a ranking that its subject names.
  case arenas
  /// Before an earlier time that a figure of change compares with.
  case comparisons
  /// How a clause begins that says by how many more or less: 比上年多受理12件.
  case differences
  /// Before a value that a change starts from: 由年初的120个.
  case origins
  /// What rankings are of, named behind such a beginning: 位列营商环境评价全国第3位.
  case contests
  /// How a clause begins that only tells where a rank is held: 居万亿城市第3位.
  case rankings
  /// Nouns of levels at a time, which no verb has for its object: 新开通航线16条，集装箱吞吐量12万标箱.
  case levelNouns
  /// 入选, 列入: with 首批 or a body above behind it, a figure is of all that are in.
  case memberships
  /// Right before a figure of all that are in.
  case batches
  /// Bodies whose names end like a verb.
  case bodies
  /// Words of a running total: 总数达9.17万座.
  case totals
  /// Areas smaller than the issuer's own; named by the first item of a list, they hold for all of it.
  case areas
  /// Words for the whole field of an issuer.
  case wholeAreas
  /// What no name of an area holds.
  case noAreas
  /// What a figure leaves out of its field: 排除水电行业影响，….
  case exclusions
  /// Words before a verb that name no thing that it was done to.
  case verbalPrefixes
  /// Nouns of amount that a list shares its owner among: 工业总产值、增加值.
  case amounts
  /// Amounts that a clause tells of the one told of before: 规上工业企业营收8亿元，利润1亿元.
  case profits
  /// Between the owner of an amount and the amount: 企业实现利润.
  case achieving
  /// How the names of owners of amounts end.
  case owners
  /// Outcomes that are no things, so that no verb behind is about them.
  case outcomes
  /// Before a multiple of an earlier figure.
  case equals
  /// Behind amounts that something grew beyond.
  case milestones
  /// How the name of what the year before left begins.
  case carriedIn
  /// Alone before a figure: it is the total of those listed before it.
  case listTotals
  /// Words that make a subject complete, so that it takes over no verb.
  case standAlone
  /// Words that begin like a connective and are none.
  case connectiveLookalikes
  /// How short rates begin that tell more of the thing before them, however they are named: 按期办结率.
  case mannersOfRates
  /// Rates that are always of the thing before them: 新建户厕9座，无害化普及率83%.
  case ratesOfThings
  /// Means of what was told before: 接警6万起，日均187起.
  case averages
  /// The last characters of names of areas.
  case areaEnds
  /// Ends of short nouns that tell more of the thing before them (满意率) and are none of their own.
  case relationalEndings
  /// Beginnings of such nouns (成交金额), and those that compare, however long they go on.
  case relationalBeginnings, comparingBeginnings
  /// Nouns that the last item of a list says for all: 光电子信息、高端装备制造产业产值.
  case sharedTails
  /// The last characters of an item that has a head of its own, so that it doesn't share the last item's.
  case heads
  /// 8月底前, 2024年末: what belongs to the date before it.
  case dateEdges
  /// Bounds between 各 and its figure.
  case bounds
  /// Marks and words that join the figures of a list, and the same behind 分别.
  case figureJoiners, looseJoiners
  /// The same behind a title.
  case titleJoiners
  /// Levels that a figure is limited to.
  case levels

  // MARK: - Times

  /// A verb of aim: the figure is a target.
  case aim
  /// What was done, even with a verb of aim before it.
  case past
  /// 目前: in a plan, what is so already.
  case present
  /// With a later year than the report's: what is still to be done.
  case future
  /// 去年, 上年 …
  case prior
  /// Before a word for last year: it is compared with or named on the way.
  case comparing
  /// Behind it: 在上年大幅下降基础上, 去年报告确定的.
  case naming
  /// A state at a time.
  case stock
  /// The end of a period, at which there is what the sentence tells.
  case yearEnd
  /// Nouns of what there is at a time: 在校学生, 森林覆盖率.
  case states
  /// Those of money.
  case moneyStates
  /// Behind the year that follows the report's: when it was written.
  case earlyInYear
  /// Since an earlier time, in the clause.
  case cumulative
  /// How a clause begins that tells what a growth turned into.
  case turns
  /// One year told of, where several were before.
  case wholeYear
  /// Compared with the year before.
  case yearOnYear
  /// The year of the plans.
  case thisYear
  /// 已: with 的 behind it, a clause that describes a noun.
  case done
  /// At the head of a paragraph, before a colon: what follows are aims.
  case aimHeads
  /// Before a year that something is compared with or starts from.
  case bases
  /// Behind a year since which something holds.
  case beginnings
  /// Before a year by which something is to be done.
  case deadlines
  /// Sentences that go on with the money of what was said before.
  case continuing
  /// Before a number of years that figures are told for, behind it, and what makes it belong to a noun (近五年的案卷).
  case spanHeads, spanTails, spanLookalikes
  /// Behind the number of a five-year plan: its years are told of.
  case planSpanTails
  /// Before 以来: a time of the year told of.
  case seasons
  /// Behind 以来: what there was never before.
  case superlatives
  /// Behind a time since which figures are told.
  case sinceThen
  /// Before several years that figures are compared with.
  case spanComparisons
  /// Before 一年, where it is the year reported on.
  case lookBacks
  /// Before years to come.
  case comingSpans
  /// Between the first and the last of several years.
  case spanJoiners
  /// Several years in a heading.
  case spanHeadings
  /// How the names of parts of a year end.
  case partsOfYear
  /// A figure of a wider field than a province: the whole words before it, words right before it, the first words.
  case nationwide, inNationwide, nationwideHas
  /// The same for a field wider than a city.
  case provincewide, inProvincewide, provincewideHas

  // MARK: - Parts

  /// Before a growth told once more on another basis.
  case otherBases
  /// Words of a stage that concerns the whole, not a further part of it.
  case stages
  /// Ends of a clause that names the whole whose parts follow.
  case wholes
  /// Words that tell which of the things before were done: 问题14个，整改到位13个.
  case completions

  // MARK: - Headings

  /// Words of a plan in a heading.
  case planHeadings
  /// Words of a plan in a heading with a later year or in a work report; elsewhere of what was done, too.
  case taskHeadings
  /// Words of the future, which turn results into plans below any heading.
  case futureHeadings
  /// Words of what was done.
  case pastHeadings
  /// Words of what was wanting, beside which a heading may name plans: 存在问题和下步打算.
  case problemHeadings
  /// How a paragraph of a work report begins with which the plans begin, behind the year that is to come or 今年.
  case planOpenings
  /// The characters of a heading's number.
  case headingNumerals

  // MARK: - Patterns

  /// At a statement's start, words that tell neither thing nor field: whose whole area it is about, and that it was
  /// done. 三江新区地区生产总值 is the figure of a part of the city, 全市地区生产总值 the city's own.
  case openings
}

extension WordList {
  /// The lists whose words tell when a figure holds.
  static let times: [WordList] = [
    .aim, .past, .present, .future, .prior, .stock, .yearEnd, .cumulative, .wholeYear, .yearOnYear, .thisYear, .done,
  ]

  /// The words, with blanks between them.
  var words: String {
    switch self {
    case .leading:
      """
      其中 同时 并且 并 而且 目前 至目前 截至目前 到目前 今年以来 今年 去年 全年 年内 当年 本年 年初 年底 年末 年底前 年末前 月底前 共 共计 累计 已 已经 先后 分别 均 各 还 又 再 也 且 以及
      和 与 及 及时 另 另有 此外 其次 仍 仍有 尚有 还有 本年度 一年来 五年来 截至 截止 预计 力争 确保 努力 主要 将 仅 使 达 是 即 等 ： : ， , 、 ） ) ( （ . ． ” 】
      """
    case .trailing: Self.beforeFigure
    case .trailingOfChange: Self.beforeFigure + " " + Self.changes
    case .trailingOfRank:
      Self.beforeFigure + """
         全国 全省 全市 全州 全区 全县 世界 全球 国内 省内 西部 中部 东部 地级市 居 位居 排 排名 列 位列 保持 稳居 连续 继续 由 从 升至 跃居 前移至 进入 跻身 挤进 蝉联 荣居 再次 首次 保持在 排在
        """
    case .trailingOfNoun: Self.beforeFigure + " 和 与 及 以及 中 当中"
    case .change: Self.changes
    case .yearlyMeans: "年均 年平均 平均每年"
    case .changeEndings: "减 增 缩"
    case .resultEndings: "至 到 为"
    case .behindFigure: "以上 以内 以下 左右 之多 的 大关"
    case .verbs:
      """
      新增 新建 改扩建 新改扩建 扩建 完成 建成 办理 引进 创建 实施 开工 发放 开展 举办 召开 组织 培育 获批 获评 改造 新改建 建设 投入 安排 争取 落实 处置 整治 解决 启动 调拨 管辖 下辖 查处 审查 制定 出台 印发 收到 受理 办结 储备
      入库 征集 验收 新开通 开通 签约 签订 引育 认定 选派 培训 新开工 竣工 投产 筹集 提供 升级改造 打造 治理 修复 开发 募集 化解 清理 审核 审议 检查 抽查 编制 修订 制修订 废止 编印 发布 推送
      """
    case .predicates:
      """
      讨论 研究 取得 接受 给予 提请 收取 收回 补种 派发 施划 入驻 邀请 暂扣 扣押 查封 参训 义诊 撤回 撤诉 听取 结转 监管 退运 销毁 截获 检出 缴纳 处罚 拘留 训诫 免予 减轻 从轻 辞退 记录 组建 收缴
      安装 引入 引育 引导 推行 推广 推进 推动 推出 推送 入选 入围 入库 获得 获评 获批 获 荣获 斩获 夺得 蝉联 命名 授予 授牌 揭牌 挂牌 供应 供给 保供 制发 下发 印发 编印 编发 编制
      编写 拍摄 制作 刊发 刊登 播出 播放 转发 报送 上报 申报 申请 备案 注册 注销 吊销 变更 换发 核发 颁发 发出 发现 排查 摸排 查处 查获 查扣 查办 侦破 破获 抓获 打掉 捣毁 收缴
      没收 罚款 处罚 警告 责令 约谈 通报 曝光 移送 移交 起诉 批捕 立案 结案 审结 执结 办理 办结 受理 接收 接待 接听 接访 走访 慰问 救助 帮扶 扶持 资助 补助 补贴 减免 退税 减税 缓缴
      发放 兑付 兑现 拨付 下达 到账 争取 落实 筹集 筹措 募集 放贷 授信 投放 投入 投用 投运 投产 达产 竣工 完工 开工 动工 复工 建成 新建 续建 扩建 改建 升级 修建 修缮 修复 修订
      整治 整改 整合 清理 清退 清除 清运 拆除 拆违 腾退 腾出 盘活 收储 供地 出让 流转 复垦 栽植 造林 出栏 收购 销售 吸引 吸纳 带动 拉动 实现 达成 达到 形成 新增 净增 增加 增设 增添
      增至 增长 减少 削减 压减 压缩 精简 取消 下放 承接 划转 合并 撤并 关停 关闭 淘汰 退出 安置 安排 招聘 招录 招募 招引 招收 录取 录用 选派 选聘 选拔 选树 选育 派驻 派出 抽调
      抽查 抽检 检查 督办 督促 督查 督导 巡查 巡逻 巡视 评选 评审 评查 评定 认定 验收 考核 考评 审核 审查 审批 审议 审计 审理 调解 调处 调研 化解 协调 会商 协商 洽谈 签约 签订
      签署 成交 创建 创办 创成 打造 打通 贯通 通车 通航 开通 开设 开展 开办 开行 运送 疏散 转移 转化 转办 转交 交办 交付 举办 举行 召开 组织 承办 主办 协办 参加 参与 出席 列席
      旁听 轮训 培育 宣讲 讲授 授课 解答 解读 解决 回应 回复 答复 反馈 公开 公示 公布 发布 更新 征集 征求 征收 采纳 录入 归集 汇聚 联通 连通 覆盖 惠及 护航 免除 制定 出台 废止
      保留 修改 宣布 失效 梳理 设立 设置 成立 组建 搭建 构建 布设 铺设 架设 敷设 配备 配置 配齐 购置 购买 更换 置换 报废 处置 处理 消除 消纳 消化 降低 下降 上升 提升 提高 推介 遴选 聘请
      聘任 聘用 举行 增收 节支 新登记 新引进 新培育 新认定 新签约 新注册 实施 完成 储备 谋划 布局 落地 落户 进驻 上线 审结 增派 出动 劝返 救援 搜救 扑救 逮捕 解除 暂停 取缔 限制 补发 劝阻 返还 配租配售 发生 抢修 检修 支付 支出 追回 追缴 挽回 冻结 偿还 申领
      """
    case .closingPredicates:
      """
      入选 入围 入库 入列 获评 获批 命名 授牌 揭牌 挂牌 获奖 新开工 新竣工 开工 动工 复工 竣工 完工 投产 达产 投用 投运 通车 通航 贯通 落地 落户 签约 进驻 上线 上市 到账 结案 审结 执结 办结 整改 整改到位
      增收 节支 销号 验收 通过验收 退出 关停 淘汰 推广 推行 建成 交付 收案 受理 收到 立案 结转
      """
    case .manners: "认真 牵头 积极 扎实 全面 着力 大力 提速 聚力 成功 共 累计 共同 依法 持续 深入 有效 切实 统筹 主动 全力 及时 加快 严格 联合 集中 重点 先后"
    case .doers: "共 机关 部门 单位 法院 检察院 局"
    case .additions: "新增 年增 净增 新建 新登记 新培育 新认定 新引进 新注册 新设立 新发展"
    case .reaching: "达到 达 总数达 总数达到 总量达 总量达到 增至 增加到 增加至 突破 超过 累计达 累计达到 总数突破 总量突破"
    case .arenas: "全国 全省 全市 全州 全区 全县 世界 全球 亚洲 西部 中部 东部 苏北 苏南 苏中"
    case .differences:
      """
      比上年多 比上年少 比去年多 比去年少 较上年多 较上年少 较去年多 较去年少 比上年同期多 比上年同期少 较上年同期多 较上年同期少 比去年同期多 比去年同期少 同比多 同比少 同比增 同比减 环比多 环比少
      """
    case .origins:
      "由 从 由上年的 由去年的 由年初的 由上年末的 由原来的 由原先的 由最初的 从上年的 从去年的 从年初的 从原来的 由上年 由去年 由年初 由原来 由每人每年 由每人每月 由人均 由当年的 由法定 由法定的 由承诺的 由最初 比上年的 较上年的 比去年的 较去年的 比上年同期的 较上年同期的 比去年同期的 较去年同期的 与上年的"
    case .rankings: "居 列 位居 位列 排 排名 稳居 跃居 进入 跻身 名列"
    case .contests: "评估 评价 测评 考核 考评 评选 评比 百强 千强 榜 指数 竞赛 大赛 调查"
    case .levelNouns: "吞吐量 产值 增加值 总额 余额 收入 支出 产量 价格 比重 播种面积 总量 保有量 覆盖面积 投资额 交易额 成交额 销售额 零售额 标准"
    case .memberships: "入选 列入 入围 跻身 入列"
    case .batches: "首批 第一批 第二批 第三批 第四批 第五批 全国首批 全省首批 公布的 全国 全省"
    case .comparisons: "比 较 与 同 相比于 对比"
    case .bodies: "其他组织 其它组织 社会组织 党组织 基层组织 经济组织 群团组织 行业组织"
    case .totals: "总数 总量 总里程 总规模 总面积 在库 总额 总计 存量 保有量"
    case .areas: "园区 开发区 高新区 经开区 新区 示范区 试验区 自贸区 自贸试验区 保税区 综保区 功能区 工业园 产业园 县域 镇域 集聚区 片区"
    case .wholeAreas: "全市 全省 全州 全盟 全县 全区 全旗 我市 我省 我州 我盟 我县 我区 全域 全社会"
    case .noAreas: "以 推进 推动 加快 加强 着力 扎实 全面 完成 建设 每 各 区县 市县 州县 本县 该县 两县 盟旗 旗县 支持 强化 深化 脱贫县 示范县 先进县 强县 大县 重点县 试点县"
    case .exclusions: "排除 剔除 不含 不包括"
    case .verbalPrefixes: "不予 不予以 未予 未 尚未 没有 无法 上年 上年度 去年 上期 本年 依法 直接"
    case .achieving: "实现 完成 共实现 累计实现 全年实现"
    case .owners: "企业 工业 服务业 建筑业 制造业 采矿业 农业 林业 牧业 渔业 业 园区 开发区 高新区 经开区 单位 公司 机构 银行"
    case .outcomes: "撤回 撤诉 终止 中止 义诊 约谈 查封扣押 优秀 良好 警告 训诫 给予训诫 拘留 行政拘留 刑事拘留 查结 审执结 执结 其他 其它 其余 继续有效 继续有效的 有效 成功 失败 合格 不合格"
    case .equals: "是 相当于 为 达到 达"
    case .milestones: "台阶 大关 关口"
    case .carriedIn: "上年结转 上年度结转 结转 上年结余 上期结转"
    case .amounts:
      "总产值 产值 增加值 营业收入 营收 主营业务收入 主营收入 销售收入 利润 利润总额 利税 税收 税收收入 投资 投资额 销售额 出口额 产量 总产量 单产 播种面积 种植面积 资产总额 总资产 利税总额 人数 收入 支出 结余 收支结余 滚存结余"
    case .profits: "利润 利润总额 利税 利税总额 支出 结余 收支结余 滚存结余"
    case .listTotals: "共 共计 合计 总计 总共 一共 共有"
    case .standAlone:
      """
      查处 整改 消除 下达 约谈 责令 废止 失效 保留 修改 投入 培训 旁听 压缩 查出 提出 拘留 宣布 追责 查结 准予 不予 驳回 撤销 维持 移送 立案 结案 答复 通过 实现 罚 调解 应诉 出庭 复议
      启动 推进 推动 提升 提高 增加 减少 下降 上升 接听 打击 破获 总 率 比例 占比 比重 规模 增加值 全市 全州 全省 全县 全区 全国 在库 有效期 收入 增至 增长 产值 数达 合格 达标 完成 接待
      使用 惠及 超 居 面积 产量 余额 人均
      """
    case .connectiveLookalikes: "及时 及格 及其 和谐 和解 和平 和美 与会 与否"
    case .mannersOfRates: "按时 按期 及时 限时 提前 一次 首次 平均 实际 总体 综合"
    case .ratesOfThings: "普及率 覆盖率 处理率 利用率 入住率 使用率 完好率 完成率"
    case .averages: "日均 月均 户均 人均 平均"
    case .areaEnds: "县 市 区 州 盟 旗"
    case .relationalEndings: "率 额 占比 比重 增幅 增速 投资 面积 规模 水平 人员 覆盖 均价 资金 里程 排名 计划 任务 目标 金额 数量 总数"
    case .relationalBeginnings:
      "为预算 为年初预算 为调整预算 完成预算 完成年初预算 完成调整预算 高于 低于 高出 快于 慢于 领先 惠及 涉及 参加 参与 覆盖 通达 连通 服务 带动 成交 投资 面积 占"
    case .comparingBeginnings: "占 为预算 为年初预算 为调整预算 完成预算 完成年初预算 完成调整预算 完成年度任务 完成年度计划 完成年度目标 高于 低于 高出 快于 慢于 领先 优于"
    case .sharedTails:
      "居民人均可支配收入 吞吐量 达标率 优良率 数量 人均可支配收入 产业产值 产业增加值 增加值 产值 销售额 营业额 销售额（营业额） 零售额 投资 案件 收入 支出 贷款 存款 比重 价格 人数 率 面积 产量"
    case .heads: "值 额 数 入 出 资 率 量 积 款 价 次 儿 税收 营收 游客"
    case .dateEdges: "来 间 期间 以来 底前 末前 底之前 末之前 底 末 初 前"
    case .bounds: "约 近 超 达 不少于 超过"
    case .figureJoiners: "、 和 与 及"
    case .looseJoiners: "、 和 与 ， ,"
    case .titleJoiners: "、 等 和 及"
    case .levels: "国家级 省级 市级 县级 区级 省列 市列 县列 市本级 省本级 全国 全省"
    case .aim: "力争 确保 争取在 力求 目标任务是 预期目标 主要目标 计划到 有望"
    case .past: "已 完成了 实现了 累计"
    case .present: "目前 当前 现已"
    case .future: "计划 将 拟 预计 打算 力争 确保"
    case .prior: "去年 上年 上年度 去年同期 上年同期"
    case .comparing: "比 较 同 与 是 和 对 为 在 由 从"
    case .naming: "基础 确定 的 水平 结转 结余 遗留"
    case .stock: "共有 实有 总量 总数 现有 拥有 保有量 余额 截至 截止 在册 总人口"
    case .yearEnd: "年末 年底 期末 截至 截止"
    case .states:
      """
      在校学生 在校生 在校学生数 在园幼儿 在园儿童 专任教师 常住人口 户籍人口 户籍总人口 总人口 床位 床位数 卫生技术人员 执业（助理）医师 执业医师 注册护士 存栏 存栏量 保有量 拥有量 余额 藏书 藏书量
      在校（园）学生 教职工 教职员工 在编人员 在职人员 在岗人员 在册人数 专职人员 兼职人员 工作人员 持证人员 驾驶人 注册用户 粉丝数 粉丝 关注用户 库容 装机容量 蓄积量 里程 总里程 通车里程 绿地面积 耕地面积 建成区面积 待售面积 保护区面积 灌溉面积 林地面积 草地面积 占地面积 茶园面积 果园面积 低保标准 补助标准 补贴标准 救助标准 保障标准 养老金标准 覆盖率 普及率 城镇化率 参保率 参合率 绿地率 绿化率 失业率
      入学率 毛入学率 毛入园率 巩固率 拥有率 自然保护区
      """
    case .moneyStates: "余额 低保标准 补助标准 补贴标准 救助标准 保障标准 养老金标准"
    case .earlyInYear: "初 春 年初 以来 开年 伊始"
    case .cumulative: "累计"
    case .turns: "减为 转为 变为 降为 转变为 回落为 回落至 回升至 减缓为 扩大为"
    case .wholeYear: "全年 今年 去年 本年 年内 当年 一年来 过去一年 过去的一年 本年度"
    case .yearOnYear: "同比 环比 比上年 较上年 比去年 较去年"
    case .thisYear: "今年 新的一年 本年度"
    case .lookBacks: "过去 过去的 刚刚过去的"
    case .spanHeads: "近 最近 近来 过去 过去的 在过去 在过去的 在近 这 这个 前 短短 今后 未来 下一个 在今后 在未来 今后的 未来的"
    case .spanTails: "来 间 以来 累计 共 合计 内累计 总计 时间里"
    case .spanLookalikes: "的 最 行动 计划 规划 新高 新低 期 制 前 后 一 第 级 每年"
    case .planSpanTails: "期间 时期 以来 规划期 ”期间 ”时期 ”以来 ”规划期 ”年均 年均 \"期间 \"时期 \"以来"
    case .seasons: "今年 去年 年初 入冬 入汛 入夏 汛期 月 季度 春节 年 长期 一直 历史 有史 有记录 建国 新中国成立"
    case .superlatives: "最 首次 首个 第一 极为 罕见 从未 少有 新高 新低 的"
    case .sinceThen: "以来 ”以来 \"以来"
    case .spanComparisons: "比 较 与 同 是 为 相当于 超过 相当于“ 是“ 比“ 较“ 超过“ 超 超“"
    case .comingSpans: "今后 未来 下一个 在今后 在未来"
    case .spanJoiners: "至 到 — —— – - ～ ~ － 年至 年到 年— 年-"
    case .spanHeadings: "过去五年 过去三年 过去的五年 五年来 三年来 五年工作 三年工作 本届政府工作 今后五年 未来五年 今后三年 未来三年"
    case .partsOfYear: "季度 半年 月 个月 月份"
    case .done: "已"
    case .aimHeads: "目标是 预期目标 主要目标"
    case .bases: "比 较 与 同 从 由 自 是 为 相当于"
    case .beginnings: "起 以来 前 之前 开始 不变价 可比价"
    case .deadlines: "到 至 力争到 力争在 计划到 确保到 争取到 争取在"
    case .continuing: "投入 其中 安排 拨付 下达"
    case .nationwide: "全国 全球"
    case .inNationwide: "在全国 在全球"
    case .nationwideHas: "全国共有 全球共有"
    case .provincewide: "全国 全省 全球"
    case .inProvincewide: "在全国 在全省 在全球"
    case .provincewideHas: "全国共有 全省共有 全球共有"
    case .otherBases: "同口径 可比口径"
    case .stages: "审结 已审结 结转 败诉 办结 已办结 结案 结余 滚存结余"
    case .wholes: "案件中 申请中 信息中 问题中 项目中 人员中 企业中 单位中 诉讼中 复议中 处罚中 建议中 提案中 投诉中 举报中 纠纷中 事项中"
    case .completions: "整改到位 到位 办结 整改 当年开工 贯通 销号 通过验收 建成投用 采纳"
    case .planHeadings: "计划 打算 安排 下一步 下步 思路 总体要求 部署 建议 今后 工作要点"
    case .taskHeadings: "任务 目标 重点工作 主要工作 工作重点"
    case .futureHeadings: "下一步 下步 今后 打算 明年 来年"
    case .pastHeadings: "回顾 情况 成效 总结 存在的问题 存在问题 存在的不足 主要问题 不足 举措 主要做法 困难 体会"
    case .problemHeadings: "问题 不足 困难"
    case .planOpenings: "是 政府工作的 政府工作总体 工作的总体 工作总体 经济社会发展 全市经济社会 全州经济社会 全省经济社会 我们将 我们要 要重点 要着力"
    case .headingNumerals: "一 二 三 四 五 六 七 八 九 十"
    case .openings:
      """
      全市 全省 全州 全盟 全区 全县 全旗 全国 全域 全局 全厅 全系统 我市 我省 我州 我盟 我区 我县 我国 我局 我厅 我委 本市 本省 本州 本区 本县 本局 本机关 市 省
      全年 今年 去年 年内 当年 本年度 年度 年末 年底 期末 预计 初步统计 力争 确保 力促 提出 把 将 使 推动 促进 实现 完成 达到 共 累计 的 ， , “ （ (
      """
    }
  }

  /// Longer words that begin (or, looked for from behind, end) like one of the list and are none.
  var lookalikes: String {
    switch self {
    case .relationalEndings: "森林覆盖率 绿化覆盖率 绿地率 城镇化率 失业率 入学率 入园率 优良率 死亡率 犯罪率 发病率 社会融资规模 税收占比"
    case .verbs: "编制数 编制人数 建设用地 培训机构 培训基地 检查站 发布会 投入产出 组织机构"
    case .present: "目前期 当前和今后 当前及今后 当前和今后一个时期"
    case .planHeadings: "计划生育 发展计划 计划单列 科技计划"
    case .leading:
      "使用 使命 并购 并网 并联 并轨 即时 均价 均值 再融资 再贷款 再担保 再制造 再培训 还林 还草 还湿 还原 还田 等候 等额 即办 主要负责 主要领导 主要污染 还有人 再审 再犯罪 再次 再造 再生 再就业 均衡 还款 还建 还贷 共享 共同 共建 共青团 各级 各类 各项 各地 达标 等级 是否 将军 和解 和谐 和平 和美 与会"
    case .trailing, .trailingOfChange, .trailingOfRank, .trailingOfNoun: Self.beforeFigureLookalikes
    case .dateEdges: "前期 前列 前三 底线 初步 初中 前沿"
    case .levels: "国家级高新技术企业 国家级高新企业 全国人大 全国人民代表 全国政协 全国两会 全国学青会 全国运动会 全国性"
    case .future: "科技计划 年度计划 计划项目 将近"
    default: ""
    }
  }

  private static let beforeFigure = """
    共 共计 总计 合计 预计 预计达 预计达到 预计为 达到 达 约 近 为 是 有 共有 超过 超 突破 逾 了 至 到 各 均 都 分别 仅 将 已 由 从 ： : 、 （ ( “ 不少于 不低于 不超过 多达 高达 控制在 保持在
    稳定在 累计 累计达 均达 均达到 均为 双双 以上 以内 左右 不足 不到 低于 远低于 仅占 迈上 跨上 登上 站上 力争 突破了 只 大约 将近 接近 至少 最多 均居 均列 位居 居 位列 列 排名 增至 减至 升至 降至 增加到 提高到 减少到 下降到
    缩减至 缩短至 压缩至 压减至 减为 增为 扩大到 上升到 提升到 提升至 提高至 增加至 减少至 调增至 调增到 调整到 调整至 调减至 达到或超过 或超过 回升至 回升到 调高至 提标至 上调至 下调至 长达 首次突破 下降至 下降为 降为 减少为 增加为 提高为 回落至 回落到 缩小至 缩小到 压减到 压缩到 缩短到 扩大至 达成 前 第 保持 维持在 每人每月 每人每年 每月 每年 每人 每千人 每万人 平均每年 在 破 跨越 连续跨越 先后跨越 跨过 迈过 越过
    """

  private static let changes = """
    同比 环比 比上年末 较上年末 比年初 较年初 比上年底 较上年底 比上月 较上月 比上年 较上年 比去年 较去年 比上年同期 较上年同期 增长 增加 增 提高 提升 上升 上涨 下降 降低 减少 回落 下滑 降 减 涨 升 增幅 涨幅 降幅 增速 增长率 实现 扩大
    缩小 收窄 扭负为正 由负转正 降转增 转正 扭亏为盈 止跌回升 企稳回升 回升 涨幅在 增幅在 增速在 降幅在 增长了 压缩 缩短 均增长 年均增长 年均增速 年均 分别增长 分别下降 净增 增幅达 减幅 减幅达 降幅达 增产 减产 增收 减收 增支 减支 缩减 精简 压降 压减 再压缩 目标 实际增长 实际 名义 同口径 可比价 按可比价格计算 按可比价计算 按不变价计算 按不变价格计算 快于 高于 低于 名义增长 可比增长 按可比口径 可比口径 按同口径 相比 与上年 与去年 与上年同期 与去年同期 与上年基本 与去年基本 基本 平均每斤 平均每公斤 平均每吨 平均每亩 平均每人
    """

  private static let beforeFigureLookalikes = """
    下达 压减 行为 作为 人为 报到 签到 理由 自由 签约 合约 履约 节约 契约 预约 违约 解约 附近 公共 所有 国有 私有 自有 原有 人均 平均 户均 亩均 年均 日均 民居 安居 定居 新居 旧居
    班列 专列 系列 行列 出列 序列 通达 到达 发达 送达 直达 抵达 传达 现在 所在 存在 潜在 内在 外在 旨在 侦破 打破 攻破 告破 全破 收到 接到 受到 得到 持有 占有 拥有 保有 收入总计 支出总计 收入合计 支出合计 高校 中共 目前 以前 提前 新增 倍增 递增 初中 高中 其中 集中 途中 水中
    """
}
