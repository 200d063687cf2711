import Quantities

/// Finds what each figure of a paragraph counts.
///
/// The words stand before the figure (受理申请606件), behind it (9件规范性文件), on both sides (举办近30场政策宣讲), or with the
/// figure before (同比增加10.88%). Several figures share words: parts of a list their verb, figures behind 分别 the
/// things before in order, and a figure behind 均 holds for each of the things before.
struct SubjectReader {
  let paragraph: Paragraph
  /// The figures before, while their sentence lasts.
  var told: [Told] = []
  /// The figures of the sentence before.
  private(set) var toldBefore: [Told] = []
  private var lastSentence = -1
  /// The field of the ranking told last in the clause: 居全省第3位、第4位.
  private var arena: (clauseStart: Int, name: [UInt8])?

  /// A figure and what it counts.
  struct Told {
    let index: Int
    let name: [UInt8]
    let unit: Unit?
    /// Whether it states how much there is, and not how much that changed.
    let isLevel: Bool
  }

  init(_ paragraph: Paragraph) { self.paragraph = paragraph }

  /// The statements of the figure at `index` of the ledger: one, or one for each subject behind which 均 stands.
  mutating func statements(of index: Int) -> [Statement] {
    let entry = paragraph.entries[index]
    let sentence = paragraph.places[index].sentenceStart
    if sentence != lastSentence {
      if !paragraph.startsWithParts(sentence) {
        swap(&toldBefore, &told)
        told.removeAll(keepingCapacity: true)
      }
      lastSentence = sentence
    }
    let kind = entry.quantity?.kind ?? .count
    let right = paragraph.rightNoun(index)
    let left = paragraph.leftWords(index, hasNounBehind: !right.isEmpty)
    var subjects: [[UInt8]]
    var carrier: Int?
    if let naming = paragraph.facts.naming(of: index) {
      (subjects, carrier) = resolve(naming)
    } else {
      var own = Array(plain[paragraph.around(paragraph.clean(left, kind), index)])
      own += plain[right]
      own += paragraph.sharedHead(of: right, index)
      let before = toldBeforeBracket(index, isRightBehind: !own.isEmpty) ?? (own.isEmpty ? lastTold(kind) : told.last)
      subjects = [completed(own, by: before, index, left, hasNounBehind: !right.isEmpty)]
      // A total of all that there is, and figures told in turn, are not of the figure before.
      if own.isEmpty, subjects[0] == before?.name, plain.first("分别", in: left) == nil { carrier = before?.index }
    }
    let isMean = paragraph.facts.isMean(index) || entry.quantity.map { paragraph.isMean($0, left) } == true
    let suffix = suffix(index, left, isMean: isMean)
    let behind = paragraph.behindWords(index)
    let statements = subjects.map { name in
      // The words behind the figure are not repeated before it.
      let repeats = name.count >= right.count && name.suffix(right.count).elementsEqual(plain[right])
      return Statement(
        subject: suffix.isEmpty ? name : name + suffix, nameEnd: name.count,
        beforeEnd: name.count - (repeats ? right.count : 0), behind: behind, left: left, carrier: carrier,
        isContinued: told.last.map { name.starts(with: $0.name) } ?? false, isMean: isMean,
        isTotalOfList: name.count >= 6 && name.range(name.indices, endsWith: "合计") && isTotalOfList(index, left))
    }
    if let name = subjects.last.flatMap({ nameToGoOnWith($0, index) }) {
      told.append(Told(index: index, name: name, unit: entry.quantity?.unit, isLevel: !kind.isChange))
    }
    return statements
  }

  var plain: [UInt8] { paragraph.plain }

  // MARK: - Subject

  /// The subjects that follow from other words or figures, and the figure whose subject it is.
  private func resolve(_ naming: Fact.Naming) -> (subjects: [[UInt8]], carrier: Int?) {
    switch naming {
    case .words(let words): ([words], nil)
    case .each(let things): (things, nil)
    case .same(as: let figure): ([told(figure)?.name ?? []], figure)
    case .told(let words, of: let figure): ([(told(figure).map { $0.name[thing($0)] } ?? []) + words], nil)
    case .more(let words, of: let figure): ([(told(figure)?.name ?? []) + words], nil)
    case .planned(as: let figure): ([told(figure).map { Planned.thing($0.name) } ?? []], nil)
    }
  }

  /// What the figures behind may go on from: 折合人民币86亿元，增长5% is of what was converted, 增速高于全省3个百分点，居全省第2位 of the
  /// thing that is compared.
  private func nameToGoOnWith(_ name: [UInt8], _ index: Int) -> [UInt8]? {
    switch paragraph.facts.fact(.relation, of: index)?.by {
    case .converted: return nil
    // 高于全国、全省3个、1个百分点: the second is as far from another.
    case .relativeTo where !paragraph.isFollowedInRun(index):
      let end =
        (WordList.distances.first(in: name, name.indices) ?? WordList.comparisons.first(in: name, name.indices))?
        .lowerBound
      guard let end, end < name.count else { return name }
      return end > 0 ? Array(name[..<end]) : nil
    default: return name
    }
  }

  /// What was told of a figure.
  private func told(_ figure: Int) -> Told? {
    told.last { $0.index == figure } ?? toldBefore.last { $0.index == figure }
  }

  /// The subject with what an item of a list leaves unsaid and the figure before tells: its verb, or the thing that it
  /// tells more of.
  func completed(
    _ own: [UInt8], by last: Told?, _ index: Int, _ left: Range<Int>, hasNounBehind: Bool
  ) -> [UInt8] {
    if let whole = whole(ofStage: own, index), case let thing = thing(whole), thing.lowerBound > 0 {
      return own + whole.name[thing]
    }
    guard let last else {
      // 经济总量快速增长，全年增长6.8%: the thing stands in the clause before.
      if Deed.isVerb(own), let label = label(before: index) { return own + plain[label] }
      guard own.isEmpty, let before = paragraph.clauseWithoutFigures(before: index) else { return own }
      return Array(plain[WordList.trailingOfChange.strippingSuffixes(plain, before)])
    }
    let entry = paragraph.entries[index]
    let name = last.name.indices
    if WordList.levels.contains(own, own.indices), let level = WordList.levels.first(in: last.name, name) {
      // 国家级示范村1个、省级7个: the same of another level.
      return last.name[..<level.lowerBound] + own + last.name[level.upperBound...]
    }
    if let same = contrasted(own, last.name) { return same }
    if let relation = paragraph.facts.relation(of: index), own.starts(with: relation), own.count > relation.count {
      // 粮食产量32万吨，相当于全市的一半: of what was told before; 月均出动人员200人次 has a thing of its own.
      let construction = paragraph.facts.fact(.relation, of: index)?.by
      if construction == .average, own.characterCount(relation.count..<own.count) >= Self.leastThing { return own }
      let isShare = construction == .shareOf
      return (isShare ? lastThing(orDeed: true) ?? last : last).name + own
    }
    if own.isEmpty, isTotalOfList(index, left) {
      // 立项农业27项、工业12项，共39项: the total of what was listed, not of its last item.
      let before = told[told.count - 2].name
      let shared = Deed.verb(of: before).map { before[$0] }.flatMap { last.name.starts(with: $0) ? $0 : nil } ?? []
      return shared + Array("合计".utf8)
    }
    if own.isEmpty {
      if plain.first("累计", in: left) != nil { return last.name[thing(last)] + Array("累计".utf8) }
      // 新增73家，达到653家: the total is of all, not of what was added.
      guard last.unit == entry.quantity?.unit, isCounted(entry),
        let added = WordList.additions.prefix(of: last.name, name),
        WordList.reaching.contains(plain, left)
      else { return last.name }
      return last.name[added.upperBound...] + Array("总数".utf8)
    }
    let all = own.indices
    let length = own.characterCount
    // 接警6万起，日均187起
    if WordList.averages.contains(own, all), last.isLevel, last.unit == entry.quantity?.unit {
      return last.name[thing(last)] + own
    }
    let bare = WordList.achieving.strippingPrefixes(own, all)
    if WordList.amounts.contains(own, bare), paragraph.isListed(index) || WordList.profits.contains(own, bare),
      let amount = WordList.amounts.suffix(of: last.name, name)
    {
      // 粮食播种面积9万亩、产量4万吨, 企业营收8亿元，实现利润1亿元: amounts of one thing.
      return Array(last.name[..<amount.lowerBound] + own[bare])
    }
    if length <= 5, WordList.totals.isPrefix(of: own, all), let last = lastThing(orDeed: true) {
      return last.name[thing(last)] + own
    }
    if !paragraph.isListed(index), own.range(0..<own.offset(of: 2, from: 0), occursIn: last.name, name) { return own }
    if let owned = owned(own, by: last, entry) { return owned }
    let group = paragraph.groupStart(of: entry.span.lowerBound)
    let isInGroup = paragraph.entries[last.index].span.lowerBound >= group
    let isComparing = WordList.comparingBeginnings.isPrefix(of: own, all)
    // 成交金额 tells more of the contracts before it; 发电量 stands for itself.
    // 按期办结率, 完成年度投资; but 群众满意率 and 投入衔接资金 have things of their own.
    let isShort =
      length <= 4
      || length <= 6
        && (WordList.mannersOfRates.isPrefix(of: own, all) || WordList.ratesOfThings.isSuffix(of: own, all)
          || own.range(all, startsWith: "完成"))
    let tellsMore =
      !hasNounBehind && (last.unit != entry.quantity?.unit || !last.isLevel) && entry.quantity?.kind != .growth
      && (isShort && WordList.relationalEndings.isSuffix(of: own, all)
        || WordList.relationalBeginnings.isPrefix(of: own, all) && (length <= 6 || isComparing))
    let isVerb = Deed.isVerb(own)
    // 编发《公报》12期: its thing is the title, which is left out.
    if isVerb && namesTitle(index) || WordList.outcomes.contains(own, all) { return own }
    if isVerb, let last = last.isLevel ? last : told.last(where: \.isLevel), last.unit == entry.quantity?.unit,
      case let thing = thing(last), thing.lowerBound > 0
    {
      // 制定文件2件，废止5件: what was done of the same things.
      return own + last.name[thing]
    }
    // 人均收入增长5%，消除隐患20处: what grew had nothing done to it.
    let isOfCounted = told.contains { $0.isLevel && $0.name == last.name }
    // 其中一审12件、二审5件，胜诉率97%: the rate of all.
    if tellsMore, entry.quantity?.kind == .percent, paragraph.isListed(last.index), paragraph.isBehindParts(index),
      Set(told.suffix(2).map(\.unit)).count == 1
    {
      return own
    }
    // 不予处罚12起，减免罚款5万元: several verbs tell a deed of their own, unless of the same things.
    let tellsDeed = isVerb && isOfCounted && (Deed.isSingleVerb(own) || isInGroup && last.unit == entry.quantity?.unit)
    if tellsMore || tellsDeed {
      let last = isComparing ? last : lastThing(orDeed: tellsDeed) ?? last
      // 损失下降31%，破案率上升9%; 时限压缩为3天，网办率95%: a rate is one of things that were counted.
      if own.range(all, endsWith: "率"), !isCountOfThings(last) { return own }
      let name = last.name.indices
      // 项目开工12个，竣工8个: one verb stands for the other.
      let stem = WordList.closingPredicates.suffix(of: last.name, name)?.lowerBound ?? name.upperBound
      // 不予受理16件，审结121件: what was left is no thing, and neither is 维持, 其他.
      if isVerb, WordList.verbalPrefixes.contains(last.name, 0..<stem) || Deed.isBareVerb(last.name) { return own }
      // 维持4件，纠错率5%
      if tellsMore, !isComparing, Deed.isBareVerb(last.name), paragraph.isBehindParts(last.index) { return own }
      return (stem > 0 && !isComparing ? last.name[..<stem] : last.name[...]) + own
    }
    if paragraph.isBehindParts(index) { return own }
    // An item of a list takes the verb of the item before, if it is a bare noun.
    let isListed = paragraph.isListed(index)
    // 举办对接会3场，12家企业获授信: a clause that opens with its figure and says what was done.
    guard length <= (isListed ? 24 : 16), isInGroup, isCounted(entry), !Deed.hasVerb(own, all), !closesBracket(last),
      isListed
        || last.unit == entry.quantity?.unit && !paragraph.opensClause(index)
          && !WordList.predicates.occurs(in: own, all),
      !WordList.totals.isSuffix(of: own, all),
      isListed || !WordList.levelNouns.isSuffix(of: own, all) && !WordList.reaching.isSuffix(of: plain, left),
      let verb = Deed.verb(of: last.name) ?? (isListed ? WordList.predicates.prefix(of: last.name, name) : nil)
    else { return own }
    return last.name[verb] + own
  }

  /// 城市居民消费价格上涨0.2%，农村|上涨0.5%, 城镇居民收入增长5%，农村居民|增长7%: the same of the other.
  private func contrasted(_ own: [UInt8], _ name: [UInt8]) -> [UInt8]? {
    guard let one = WordList.contrasts.prefix(of: own, own.indices),
      let other = WordList.contrasts.first(in: name, name.indices),
      case let shared = own[one.upperBound...], case let rest = name[other.upperBound...], rest.count > shared.count,
      rest.starts(with: shared)
    else { return nil }
    return Array(name[..<other.lowerBound] + own[one] + rest)
  }

  /// The figure that one without words goes on from; a change doesn't tell that of what the year before left.
  private func lastTold(_ kind: QuantityKind) -> Told? {
    guard kind.isChange, let last = told.last else { return told.last }
    if WordList.carriedIn.isPrefix(of: last.name, last.name.indices) { return told.dropLast().last ?? last }
    // 收入126亿元，为预算的101%，增长6%: the revenue grew, not the share; but 提高2个百分点 did the share.
    return kind != .points && last.name.range(last.name.indices, endsWith: "的") ? lastThing(orDeed: true) : last
  }

  /// The last thing told that is no rate: 成功调解39起，成功率90%，赔付326万元 tells no payment of the rate.
  ///
  /// - Parameter isDeed: whether it may also be a bare deed: 调解43起，成功39起，赔付326万元 was paid for all.
  private func lastThing(orDeed isDeed: Bool) -> Told? {
    told.last { paragraph.entries[$0.index].quantity?.kind != .percent && (isDeed || !Deed.isBareVerb($0.name)) }
      ?? told.last
  }

  /// Whether a figure, or one of its name before it, tells how many or how large things are, which a rate can be of.
  private func isCountOfThings(_ last: Told) -> Bool {
    told.contains {
      guard $0.isLevel, $0.name == last.name else { return false }
      let quantity = paragraph.entries[$0.index].quantity
      return quantity?.kind == .count || quantity?.kind == .measure && quantity?.unit != .score
    }
  }

  /// Whether only 共 or 合计 stands before a figure, behind several of its unit in the sentence.
  private func isTotalOfList(_ index: Int, _ left: Range<Int>) -> Bool {
    guard WordList.listTotals.contains(plain, plain.withoutBlanks(left)) else { return false }
    let unit = paragraph.entries[index].quantity?.unit
    return told.suffix(2).count { $0.unit == unit && $0.isLevel && paragraph.facts.role(of: $0.index) == .none } == 2
  }

  /// The figure before a bracket that closed since the last one: 案件39件(其中…14件),同比下降22%.
  ///
  /// - Parameter isRightBehind: whether the bracket must open right behind it.
  private func toldBeforeBracket(_ index: Int, isRightBehind: Bool) -> Told? {
    let place = paragraph.places[index]
    guard place.previous >= 0, case let last = paragraph.entries[place.previous].span,
      case let start = paragraph.entries[index].span.lowerBound, last.upperBound < start,
      paragraph.lexemes(in: last.upperBound..<start).first(where: { $0.cue == .openParen || $0.cue == .closeParen })?
        .cue
        == .closeParen,
      let open = paragraph.lexemes(in: place.sentenceStart..<max(place.sentenceStart, last.lowerBound))
        .last(where: { $0.cue == .openParen })
    else { return nil }
    return told.last {
      let end = paragraph.entries[$0.index].span.upperBound
      return isRightBehind ? end == open.start : end <= open.start
    }
  }

  /// 采矿业增长4% behind 制造业增加值增长6%: the growth of the same amount of another trade.
  private func owned(_ own: [UInt8], by last: Told, _ entry: LedgerEntry) -> [UInt8]? {
    guard let amount = WordList.amounts.suffix(of: last.name, last.name.indices),
      entry.quantity?.kind == .growth, !last.isLevel, WordList.owners.isSuffix(of: own, own.indices),
      !WordList.verbs.isPrefix(of: own, own.indices), !WordList.predicates.isPrefix(of: own, own.indices)
    else { return nil }
    return own + last.name[amount]
  }

  /// 编发《公报》12期: whether a title stands before a figure in its clause, behind the figure before.
  private func namesTitle(_ index: Int) -> Bool {
    let place = paragraph.places[index]
    let before = place.previous >= 0 ? paragraph.entries[place.previous].span.upperBound : 0
    let end = paragraph.entries[index].span.lowerBound
    return paragraph.hasCue(.openTitle, in: min(max(place.clauseStart, before), end)..<end)
  }

  /// 工程建设（18件）、征地拆迁（9件）: whether a bracket closes right behind a figure.
  private func closesBracket(_ told: Told) -> Bool {
    let end = paragraph.entries[told.index].span.upperBound
    return paragraph.bytes.has("）", at: end) || paragraph.bytes.has(")", at: end)
  }

  /// Whether a figure tells how many or how much, which a verb can have for its object.
  func isCounted(_ entry: LedgerEntry) -> Bool { entry.quantity?.kind.isAdditive ?? false }

  /// What tells the figure apart from others of its subject: the end of a change it is, one of several, a ranking.
  mutating func suffix(_ index: Int, _ left: Range<Int>, isMean: Bool) -> [UInt8] {
    let entry = paragraph.entries[index]
    let role =
      switch paragraph.facts.role(of: index) {
      case .before: Self.beforeMark
      case .after: Self.afterMark
      case .none: [UInt8]()
      }
    if entry.quantity?.kind == .rank {
      var field = left.lowerBound..<left.lowerBound
      while let found = WordList.arenas.first(in: plain, field.upperBound..<left.upperBound) { field = found }
      let clauseStart = paragraph.places[index].clauseStart
      if !field.isEmpty {
        arena = (clauseStart, Array(plain[field]))
      } else if arena?.clauseStart != clauseStart {
        arena = nil
      }
      return (arena?.name ?? []) + Self.rankMark + role
    }
    if !role.isEmpty { return role }
    if isMean { return Self.meanMark }
    guard entry.quantity?.kind == .count else { return [] }
    let stem = WordList.bounds.strippingSuffixes(plain, left)
    return plain.range(stem, endsWith: "各") ? Self.eachMark : []
  }

  /// The characters of the shortest thing: 平均每|村 names none.
  private static let leastThing = 2
  private static let beforeMark = Array("(调整前)".utf8)
  private static let afterMark = Array("(调整后)".utf8)
  private static let rankMark = Array("排名".utf8)
  private static let meanMark = Array("(年均)".utf8)
  private static let eachMark = Array("(各)".utf8)
}

extension QuantityKind {
  /// Whether the figure tells by how much something changed, and not how much there is.
  var isChange: Bool { self == .growth || self == .points || self == .multiple || self == .change }
}
