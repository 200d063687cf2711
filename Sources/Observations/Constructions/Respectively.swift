import Quantities

extension Construction {
  /// 工业投资、技改投资分别增长18%、17%; 收入80亿元、税费5亿元，分别增长18%、9%; 新增省级、市级示范社2家、20家: the figures of a list are those
  /// of the things of a list before them, in its order.
  static let respectively = Construction(
    .respectively, "几项依次各有一个数",
    examples: [
      .yes("刑事、治安案件分别下降27.1%、⟦47.9%⟧。", "subject 治安案件"),
      .yes("收入8亿元、税费5亿元，分别增长18%、⟦9%⟧。", "subject same as 5亿元"),
      .yes("受理审查起诉案件41件56人，同比分别下降4.3%、⟦9%⟧。", "subject same as 56人"),
      .yes("受理审查起诉案件41件56人，同比分别下降⟦4.3%⟧、上升9%。", "subject same as 41件"),
      .yes("预算收入9亿元，增长2%；茶叶产量、水果产量稳中有升，分别增长⟦4%⟧、5%。", "subject 茶叶产量"),
      .yes("预算收入9亿元，增长2%；茶叶产量、水果产量稳中有升，分别增长4%、⟦5%⟧。", "subject 水果产量"),
      .yes("预算收入9亿元，增长2%；城乡居民收入均居全省第2，分别增长4%、⟦7%⟧。", "subject 农村居民收入"),
      .yes("生猪、家禽出栏分别达到42万头、⟦86万只⟧。", "subject 家禽出栏"),
      .yes("城镇和农村居民人均可支配收入从3万元和⟦1万元⟧分别提高到4万元和2万元。", "subject 农村居民人均可支配收入"),
      .yes("新增省级、市级节水社区2家、⟦20家⟧。", "subject 新增市级节水社区"),
      .yes("甲产业、乙产业分别增长5%、6%，居全省第2位、⟦第1位⟧。", "subject same as 6%"),
      .yes("患者4万人、糖尿病患者1万人，管理率分别为78%、⟦77%⟧。", "subject 管理率 of 1万人"),
      .yes("高新企业、中小企业分别新增12家、⟦36家⟧。", "subject 新增中小企业"),
      .yes("甲产业、乙产业发展壮大，分别完成产值⟦12亿元⟧、8亿元。", "subject 甲产业完成产值"),
      .yes("受灾人口、倒塌房屋和经济损失与近五年均值相比分别下降1%、⟦3%⟧、2%。", "subject 倒塌房屋"),
      .yes("起诉金融、医疗领域职务犯罪⟦348人⟧和580人。", "subject 起诉金融领域职务犯罪"),
      .yes("起诉金融、医疗领域职务犯罪348人和⟦580人⟧。", "subject 起诉医疗领域职务犯罪"),
      .yes("声环境质量昼间、夜间总达标率分别为96%、⟦86.6%⟧。", "subject 声环境质量夜间总达标率"),
      .yes("抗诉、检察建议法院改判占比分别为⟦68.8%⟧、89.2%。", "subject 抗诉占比"),
      .no("新建泵站2座、水厂⟦3座⟧。"),
      .no("收入8亿元，增长⟦9%⟧。"),
    ]
  ) { paragraph in
    var named: Set<Int> = []
    for figure in paragraph.figures where !named.contains(figure) && paragraph.facts.role(of: figure) != .after {
      guard let list = FigureList(startingAt: figure, in: paragraph) else { continue }
      if list.isMean { for figure in list.figures { paragraph.facts.state(figure, .mean, by: .respectively) } }
      guard let (names, figures) = list.names() else { continue }
      named.formUnion(figures)
      for (figure, name) in zip(figures, names) {
        paragraph.facts.state(figure, .subject(name), by: .respectively, words: list.mark)
      }
    }
  }
}

/// Figures in a row, with the words before the first of them.
private struct FigureList {
  let paragraph: Paragraph
  /// The ledger indices of its figures, as far as they are joined.
  let figures: [Int]
  /// What stands before the first, in `plain`.
  let left: Range<Int>
  /// 分别 in it.
  let mark: Range<Int>?

  /// The bytes of the longest words between two figures of a list.
  private static let longestWay = 24

  private var first: LedgerEntry { paragraph.entries[figures[0]] }
  private var isChange: Bool { first.quantity?.kind.isChange ?? false }
  private var plain: [UInt8] { paragraph.plain }

  init?(startingAt figure: Int, in paragraph: Paragraph) {
    // Most figures are followed by none so near that it could be of a list.
    let next = paragraph.places[figure].next
    guard next >= 0, paragraph.between(figure, next).count <= Self.longestWay else { return nil }
    let left = paragraph.leftWords(figure, hasNounBehind: !paragraph.rightNoun(figure).isEmpty)
    let mark = WordList.respectively.first(in: paragraph.plain, left)
    let figures = Self.joined(from: figure, isMarked: mark != nil, in: paragraph)
    guard figures.count > 1 else { return nil }
    self.paragraph = paragraph
    self.figures = figures
    self.left = left
    self.mark = mark
  }

  /// Whether it is one of mean growths of years: 年均分别增长12%和11%.
  var isMean: Bool { first.quantity.map { paragraph.isMean($0, left) } ?? false }

  /// The figures from one on with nothing but 、 or 和 between them, behind 分别 with a word more.
  private static func joined(from figure: Int, isMarked: Bool, in paragraph: Paragraph) -> [Int] {
    var figures = [figure]
    let kind = paragraph.entries[figure].quantity?.kind
    while case let next = paragraph.places[figures[figures.count - 1]].next, next >= 0 {
      let nextKind = paragraph.entries[next].quantity?.kind
      guard
        case let between = paragraph.between(figures[figures.count - 1], next), !between.isEmpty,
        nextKind == kind && WordList.figureJoiners.contains(paragraph.bytes, between)
          || isMarked && canFollow(kind, nextKind, between, in: paragraph)
      else { break }
      figures.append(next)
    }
    return figures
  }

  /// Whether a figure goes on with a list that 分别 binds: of changes or of one kind with a word between (下降38%、上升3%; 达28%，29%), of
  /// different amounts with none (42万头、860万只).
  private static func canFollow(
    _ kind: QuantityKind?, _ next: QuantityKind?, _ between: Range<Int>, in paragraph: Paragraph
  ) -> Bool {
    let areChanges = kind?.isChange == true && next?.isChange == true
    if kind == next || areChanges {
      return paragraph.bytes.characterCount(between) <= 3 && WordList.looseJoiners.occurs(in: paragraph.bytes, between)
    }
    return kind?.isAmount == true && next?.isAmount == true
      && WordList.figureJoiners.contains(paragraph.bytes, WordList.bounds.strippingSuffixes(paragraph.bytes, between))
  }

  /// What names the figures, and those that it names.
  func names() -> (names: [Fact.Naming], figures: [Int])? {
    if mark == nil, first.quantity?.kind == .rank { return same(as: rankedBefore()).map { ($0, figures) } }
    let words = paragraph.clean(
      left.lowerBound..<(mark?.lowerBound ?? left.upperBound), first.quantity?.kind ?? .growth)
    if words.isEmpty, mark != nil || isChange {
      return (thingsBefore() ?? same(as: levelsBefore())).map { ($0, figures) }
    }
    // 数量、成功率分别上升21%和0.8个百分点, 生猪、家禽出栏分别达到42万头、86万只: figures of different sorts.
    let named = mark != nil ? figures : Array(figures.prefix { paragraph.areAlike($0, figures[0]) })
    guard named.count > 1 else { return nil }
    if let things = things(in: words, count: named.count) { return (things.map { .words(withDeed($0)) }, named) }
    return relational(words, named)
  }

  /// A thing with what stands behind 分别: 甲企业、乙企业分别|新增12家、36家, 甲产业、乙产业分别|完成产值….
  private func withDeed(_ thing: [UInt8]) -> [UInt8] {
    guard let deed else { return thing }
    return Deed.isVerb(deed) ? deed + thing : thing + deed
  }

  private var deed: [UInt8]? {
    guard let mark else { return nil }
    let words = paragraph.clean(mark.upperBound..<left.upperBound, first.quantity?.kind ?? .growth)
    let verb = Deed.longestVerb(plain, words)
    // 分别完成3万元, 分别覆盖3万人 tell only that they are so many.
    let bringsAbout = WordList.additions.contains(plain, words) || WordList.verbs.contains(plain, words)
    if verb == words ? !bringsAbout || WordList.achieving.contains(plain, words) : Deed.isVerb(Array(plain[words])) {
      return nil
    }
    return verb != nil || WordList.relationalEndings.isSuffix(of: plain, words) ? Array(plain[words]) : nil
  }

  private func same(as others: [Int]?) -> [Fact.Naming]? {
    others?.map { other in deed.map { .more($0, of: other) } ?? .same(as: other) }
  }

  /// 高血压患者4万人、糖尿病患者1万人，管理率分别为78%、77%: the rates of the things before.
  private func relational(_ words: Range<Int>, _ named: [Int]) -> (names: [Fact.Naming], figures: [Int])? {
    guard mark != nil, WordList.relationalEndings.isSuffix(of: plain, words), let things = levels(named.count),
      things.allSatisfy({ paragraph.areAlike($0, things[0]) && isAdditive($0) })
    else { return nil }
    return (things.map { .told(Array(plain[words]), of: $0) }, named)
  }

  private func isAdditive(_ figure: Int) -> Bool { paragraph.entries[figure].quantity?.kind.isAdditive == true }

  // MARK: - Things named before the figures

  /// The things that words name: as they stand, with 和 inside them (海工装备和智能船舶、新型电网产业), by one word for all (城乡居民), or
  /// with a count in the first of them (6家市属企业利润、资产).
  private func things(in words: Range<Int>, count: Int) -> [[UInt8]]? {
    let areCounted = first.quantity?.kind.isAdditive == true && mark == nil
    if count == 2, let pair = ThingList.listedTogether(Array(plain[words])) { return ThingList.completed(pair) }
    let lists = [ThingList.items(plain, words), ThingList.items(plain, words, onlyMarks: true)] + [aroundCount(words)]
    if let items = lists.first(where: { $0?.count == count }) ?? nil {
      return ThingList.completed(items.map { Array(plain[$0]) }, areCounted: areCounted)
    }
    return ThingList.namedTogether(Array(plain[words]), count).map { ThingList.completed($0) }
  }

  /// The items of a list in the first of which a count stands.
  private func aroundCount(_ words: Range<Int>) -> [Range<Int>]? {
    let place = paragraph.places[figures[0]]
    guard place.previous >= 0, case let count = paragraph.entries[place.previous], count.quantity?.kind == .count,
      count.span.lowerBound >= place.clauseStart
    else { return nil }
    let whole = paragraph.plainRange(place.clauseStart..<first.span.lowerBound)
    let start = WordList.leading.strippingPrefixes(plain, whole).lowerBound
    return ThingList.items(plain, min(start, words.lowerBound)..<words.upperBound)
  }

  /// The things that the clause before names with what it says of all of them (甲和乙双双超过1万，分别达3万和2万; 甲、乙稳中有升，分别增长…).
  private func thingsBefore() -> [Fact.Naming]? {
    let previous = paragraph.places[figures[0]].previous
    var words = paragraph.clauseWithoutFigures(before: figures[0])
    if words == nil, previous >= 0, isInGroup(previous) {
      words = paragraph.clean(
        paragraph.leftWords(previous, hasNounBehind: false), paragraph.entries[previous].quantity?.kind ?? .count)
    }
    guard let words else { return nil }
    let topic = WordList.predications.first(in: plain, words).map { words.lowerBound..<$0.lowerBound } ?? words
    return things(in: topic, count: figures.count)?.map { .words(withDeed($0)) }
  }

  // MARK: - Figures before them

  /// The figures before that tell how much there is; those of the same group of clauses, unless the list opens it.
  private func levelsBefore() -> [Int]? {
    let turns = WordList.turns.isPrefix(of: plain, left)
    // 工业增长8%、投资增长10%，分别居全省第4、第2位: what is ranked are the growths.
    let previous = paragraph.places[figures[0]].previous
    let isOfGrowths =
      first.quantity?.kind == .rank && previous >= 0 && paragraph.entries[previous].quantity?.kind == .growth
    return levels(figures.count, orChanges: turns || isOfGrowths)
  }

  private func levels(_ count: Int, orChanges: Bool = false) -> [Int]? {
    let isAlone = paragraph.groupStart(of: first.span.lowerBound) == paragraph.places[figures[0]].clauseStart
    let levels = paragraph.earlier(than: figures[0]).filter {
      (orChanges || paragraph.entries[$0].quantity?.kind.isChange == false) && (isAlone || isInGroup($0))
        && !paragraph.isAside($0)
    }
    return levels.count >= count ? levels.prefix(count).reversed() : nil
  }

  private func isInGroup(_ figure: Int) -> Bool {
    paragraph.entries[figure].span.lowerBound >= paragraph.groupStart(of: first.span.lowerBound)
  }

  /// As many figures of a list before ranks: 甲、乙分别增长5%、6%，居全省第2位、第1位.
  private func rankedBefore() -> [Int]? {
    let before = Array(paragraph.earlier(than: figures[0]).prefix(figures.count).reversed())
    guard before.count == figures.count, paragraph.facts.naming(of: before[0]) != nil,
      paragraph.runs.contains(where: { $0.suffix(before.count) == before[...] })
    else { return nil }
    return before
  }
}
