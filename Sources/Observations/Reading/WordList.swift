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
  /// Verbs of registers and permits, by which things are told apart: 列入名录…，移出….
  case registering
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
  /// Words that alone name nothing: 对|12人予以处分.
  case prepositions
  /// How words of time and manner end, which name nothing: 春节期间|慰问86户.
  case adverbialEnds
  /// Words with which something else begins.
  case freshStarts
  /// How the names of those end whom a count before them counts, and who then did something: 16个试点地区|收到申请9件.
  case agents
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
  /// The last characters of nouns of change, which are names themselves: 自然增长率.
  case rateEndings
  /// Nouns of shares that the last item of a list says for all.
  case rateNouns
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
  /// Totals, of what there is or of what happened: 人口总量, 事故总数.
  case sums
  /// What there is at a time, and what happens or is made in a year, before a word of a total.
  case holdings, happenings
  /// Behind 去年 and 今年, where they tell of no whole year: 去年同期.
  case sameMonths
  /// Right before a figure to which a plan is changed, or by which.
  case shifts
  /// What a plan for the adjustment of a budget is to do with money, and what stood before it: 下达, 余额.
  case allotting, settled
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
  /// Before a year that something is compared with or starts from.
  case bases
  /// Behind a year since which something holds.
  case beginnings
  /// Before a year by which something is to be done.
  case deadlines
  /// Behind a year that the sentence is about: 2022年，.
  case topicMarks
  /// Before a month up to which the year is told: 截至10月底.
  case upTo
  /// Between a year and 的 where a share or multiple is of it: 2019年同期的96%.
  case baseTails
  /// Between 上年 and a figure that others are compared with: 比上年决算数14亿元.
  case referenceNouns
  /// Before what was done in a part of the year, or for each of the things counted: 月均, 平均每.
  case rhythms
  /// Nouns of what is aimed at, behind a figure: 5.5万人的目标任务.
  case goals
  /// Nouns of money and numbers that were planned.
  case planned
  /// A time to come: 下一步.
  case later
  /// Words of order: what follows is to be done.
  case order
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

  // MARK: - Notes

  /// Words by which notes tell what a term means.
  case definitions

  // MARK: - Constructions

  /// Before a second figure: what a change arrives at; signs for it; what stands before its verb for several things.
  case arrivals, arrows, apiece
  /// What no verb of change between two figures holds, and no words between 由 and its figure.
  case clauseWords
  /// 提高到|今年的: the time of the second figure.
  case nows
  /// What belongs to a date before it: 2023年|末的, “十三五”|时期的.
  case dateTails
  /// Words that bind figures to things in their order.
  case respectively
  /// Before the first of things that something goes to or comes from: 对美国、欧盟出口.
  case towards
  /// Where what a clause says of its things begins: 茶叶产量、水果产量|稳中有升.
  case predications
  /// Between a comparison and its figure: by how much more or less.
  case degrees
  /// Words of another unit for the same, and currencies behind them.
  case conversions, currencies
  /// Verbs of getting beyond a mark.
  case passing
  /// What people come to in accidents; words that lead to it; what such things are called.
  case harms, causing, events
  /// Before the share of a total told before.
  case ownShares
  /// What was lost in them, in money.
  case losses
  /// Words of which a sentence tells one after the other: 城市…，农村….
  case contrasts
  /// Right before a figure: it is a difference, whatever the two are.
  case differing
  /// Words of distance, before what it is measured from.
  case distances
  /// Words of exceeding, before what was to be reached; what that is.
  case exceeding, yardsticks
  /// Words by which something compared with is the thing's own figure of another time.
  case pastTimes
  /// Before something of which a figure is a share or multiple: with 的 behind it, and also without.
  case equations, shares
  /// Times at which the year before left off: 较年初的480亿元增加40亿元.
  case yearStarts
  /// Nouns of shares, whose figures are their own.
  case shareNouns
  /// Before the deed of another that one had a part in, and before one that others do to one; those deeds.
  case auxiliaries, undergone, oversight
  /// Before a word of aim: it was done.
  case achieved
  /// Before what is planned, and what came of it.
  case planning, outturns
  /// Before a plan of which a share was reached, and the time of the plan: 完成|年度|预算的97%.
  case fulfilling, planTimes
  /// Verbs of dealing with a kind of cases, what such kinds are called, and words for all kinds.
  case combating, caseKinds, allKinds
  /// Around what a figure is compared with before it: 与|近五年均值|相比.
  case comparedBeginnings, comparedEnds
  /// Before 的 or a comparison: on which basis a change is told, which is no thing: 按可比价格, “十三五”以来.
  case changeBases
  /// What the name of a plan ends with behind that of its thing: 收入|预算, 教育支出|预算数.
  case planNouns
  /// The same wherever they stand: 部门预算安排项目支出.
  case budgeting
  /// 上年 before 决算数.
  case sameBefore
  /// Marks before the first word of a clause or bracket.
  case openMarks
  /// Before what a total leaves out.
  case leftOut
  /// Around a verb of what was done of a total: 完成…, …到位.
  case finishing, finished
  /// Verbs of what is done first, so that with them nothing is done yet.
  case firstSteps
  /// Words of manner and extent that stand between the words of a name: 城镇累计新增就业.
  case inserted
  /// Verbs that say of a deed named behind the figure only that it was done: 完成12万亩高标准农田|建设; such deeds.
  case performing, deeds
  /// Behind such a deed: that it was a task or a work.
  case undertakings
  /// Verbs that stand before the noun of which a metric names the amount: 投入研发经费 for 研发经费投入.
  case fronted
  /// Words of what came in, was found or set: of such a total a part can be done.
  case intakes

  // MARK: - Patterns

  /// At a statement's start, words that tell neither thing nor field: whose whole area it is about, and that it was
  /// done. 三江新区地区生产总值 is the figure of a part of the city, 全市地区生产总值 the city's own.
  case openings
}
