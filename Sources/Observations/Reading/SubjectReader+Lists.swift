import Quantities

/// Subjects that several figures share, and several subjects of one figure: lists with 分别, 均 and 各.
extension SubjectReader {
  /// Several subjects of one figure (报备率和及时率均达到100%); none if it has one.
  func split(_ index: Int, _ cleaned: Range<Int>) -> [[UInt8]] {
    let entry = paragraph.entries[index]
    guard let kind = entry.quantity?.kind, kind == .percent || kind == .rank || kind.isChange && kind != .change else {
      return []
    }
    let items = listItems(plain, cleaned)
    guard items.count > 1 else { return [] }
    let areRates = items.allSatisfy { plain.range($0, endsWith: "率") }
    if areRates {
      // 规范性文件报备率、及时率: the bare rates are of the same thing.
      return items.map { item in
        let length = plain.characterCount(item)
        guard length <= 3, length < plain.characterCount(items[0]) else { return Array(plain[item]) }
        var start = items[0].upperBound
        for _ in 0..<length { start = plain.aligned(start - 1) }
        return Array(plain[items[0].lowerBound..<start] + plain[item])
      }
    }
    let isEach = paragraph.hasCue(.each, in: paragraph.places[index].clauseStart..<entry.span.lowerBound)
    return isEach ? completed(items.map { Array(plain[$0]) }) : []
  }

  /// The things of a list joined by 、 和 与 及.
  private func listItems(_ text: [UInt8], _ range: Range<Int>, onlyMarks: Bool = false) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let joins =
        text.has("、", at: at)
        || !onlyMarks && (text.has("和", at: at) || text.has("与", at: at) || text.has("及", at: at))
          && !WordList.connectiveLookalikes.isPrefix(of: text, at..<range.upperBound)
      let next = text.offset(of: 1, from: at)
      if joins, !text.range(start..<at, endsWith: "参") {
        if at > start { items.append(start..<at) }
        start = next
      }
      at = next
    }
    if start < range.upperBound { items.append(start..<range.upperBound) }
    return items
  }

  /// Binds the figures of a list to the things of the list before them (工业投资、制造业投资分别增长18.2%、17.8%; 新增省级、市级示范社
  /// 2家、20家), or to the figures before them (收入80亿元、税费5亿元，分别增长18%、9%).
  mutating func distribute(_ index: Int, _ left: Range<Int>) {
    guard queue[index] == nil else { return }
    let entry = paragraph.entries[index]
    let mark = plain.last("分别", in: left)
    let joined = joinedFigures(from: index, isMarked: mark != nil)
    guard joined.count > 1 else { return }
    if mark == nil, entry.quantity?.kind == .rank { return rankInOrder(index, joined) }
    if let quantity = entry.quantity, paragraph.isMean(quantity, left) { means.formUnion(joined) }
    let words = clean(left.lowerBound..<(mark?.lowerBound ?? left.upperBound), entry.quantity?.kind ?? .growth)
    let isChange = entry.quantity?.kind.isChange ?? false
    if words.isEmpty, mark != nil || isChange { return distributeOverWordsBefore(index, left, joined) }
    // 数量、成功率分别上升21%和0.8个百分点: changes of different sorts.
    let mixes = isChange && mark != nil
    let figures = Array(joined.prefix { mixes || paragraph.entries[$0].quantity?.unit == entry.quantity?.unit })
    guard figures.count > 1 else { return }
    var items = itemLists(words, index).first { $0.count == figures.count }?.map { Array(plain[$0]) } ?? []
    if items.isEmpty { items = [Array(plain[words])] }
    if items.count == 1 { items = Self.namedTogether(items[0], figures.count) ?? items }
    if items.count == 2, let pair = Self.listedTogether(Array(plain[words])) { items = pair }
    // 高血压患者4万人、糖尿病患者1万人，管理率分别为78%、77%: the rates of the things before.
    if items.count == 1, mark != nil, WordList.relationalEndings.isSuffix(of: items[0], items[0].indices) {
      let things = told.filter(\.isLevel).suffix(figures.count)
      if things.count == figures.count, Set(things.map(\.name)).count == figures.count,
        things.allSatisfy({ isCounted(paragraph.entries[$0.index]) && $0.unit == things.first?.unit })
      {
        items = things.map { $0.name[thing($0)] + items[0] }
      }
    }
    guard items.count == figures.count else { return }
    give(items, to: figures)
  }

  /// Binds ranks to as many figures of a list before them: 甲、乙分别增长5%、6%，居全省第2位、第1位.
  private mutating func rankInOrder(_ index: Int, _ ranks: [Int]) {
    let ranked = told.suffix(ranks.count)
    guard ranked.count == ranks.count, let first = ranked.first, let last = ranked.last, queue[first.index] != nil,
      last.index == index - 1, last.index - first.index == ranks.count - 1
    else { return }
    for (rank, figure) in zip(ranks, ranked) { queue[rank] = (figure.name, figure.index) }
  }

  /// Gives each figure of a list its item.
  private mutating func give(_ items: [[UInt8]], to figures: [Int]) {
    for (figure, item) in zip(figures, completed(items)) { queue[figure] = (item, nil) }
  }

  /// The ways to take words as a list: as they stand, with 和 inside its items (海工装备和智能船舶、新型电网产业), and with a count
  /// in the first of them (6家市属企业利润、资产).
  private func itemLists(_ words: Range<Int>, _ index: Int) -> [[Range<Int>]] {
    var lists = [listItems(plain, words), listItems(plain, words, onlyMarks: true)]
    let place = paragraph.places[index]
    if place.previous >= 0, case let count = paragraph.entries[place.previous], count.quantity?.kind == .count,
      count.span.lowerBound >= place.clauseStart
    {
      let whole = paragraph.plainRange(place.clauseStart..<paragraph.entries[index].span.lowerBound)
      let start = WordList.leading.strippingPrefixes(plain, whole).lowerBound
      lists.append(listItems(plain, min(start, words.lowerBound)..<words.upperBound))
    }
    return lists
  }

  /// Binds figures behind a bare 分别 to the things of the figure or the clause before (甲和乙双双超过1万、分别达3万和2万), or to as
  /// many figures before.
  private mutating func distributeOverWordsBefore(_ index: Int, _ left: Range<Int>, _ figures: [Int]) {
    let turns = WordList.turns.isPrefix(of: plain, left)
    let levels = (turns ? told : told.filter(\.isLevel)).suffix(figures.count)
    if let last = told.last, last.isLevel, case let things = listItems(last.name, last.name.indices),
      things.count == figures.count
    {
      give(things.map { Array(last.name[$0]) }, to: figures)
    } else if levels.count == figures.count {
      for (figure, level) in zip(figures, levels) { queue[figure] = (level.name, level.index) }
    } else if let before = clauseWithoutFigures(before: index), case let things = listItems(plain, before),
      things.count == figures.count
    {
      give(things.map { Array(plain[$0]) }, to: figures)
    }
  }

  /// The words of the clause before that of a figure, if no figure stands in it.
  func clauseWithoutFigures(before index: Int) -> Range<Int>? {
    let place = paragraph.places[index]
    guard let clause = paragraph.clause(before: index)?.range, clause.lowerBound >= place.sentenceStart,
      place.previous < 0 || paragraph.entries[place.previous].span.upperBound <= clause.lowerBound
    else { return nil }
    return WordList.leading.strippingPrefixes(plain, paragraph.plainRange(clause))
  }

  /// The figures of one kind from `index` on with nothing but 、 or 和 between them, behind 分别 with a word more.
  private func joinedFigures(from index: Int, isMarked: Bool) -> [Int] {
    var figures = [index]
    for following in (index + 1)..<max(index + 1, paragraph.entries.count) {
      let previous = paragraph.entries[figures[figures.count - 1]]
      let next = paragraph.entries[following]
      let kind = paragraph.entries[index].quantity?.kind
      guard next.quantity?.kind == kind || isMarked && kind?.isChange == true && next.quantity?.kind.isChange == true,
        previous.span.upperBound < next.span.lowerBound,
        case let between = previous.span.upperBound..<next.span.lowerBound,
        WordList.figureJoiners.contains(paragraph.bytes, between)
          || isMarked && paragraph.bytes.characterCount(between) <= 3
            && WordList.looseJoiners.occurs(in: paragraph.bytes, between)
      else { break }
      figures.append(following)
    }
    return figures
  }

  /// The things that one word names: 城乡居民, 存贷款余额, 三次产业.
  private static func namedTogether(_ item: [UInt8], _ count: Int) -> [[UInt8]]? {
    for (all, names) in collectives where names.count == count {
      guard let place = item.first(all, in: item.indices) else { continue }
      return names.map { item[..<place.lowerBound] + Array($0.utf8) + item[place.upperBound...] }
    }
    return nil
  }

  /// The two things that a list of their heads names: 存、贷款余额.
  private static func listedTogether(_ item: [UInt8]) -> [[UInt8]]? {
    for word in ["存、贷款", "存款、贷款", "存款和贷款"] as [StaticString] {
      guard let place = item.first(word, in: item.indices) else { continue }
      return ["存款", "贷款"].map { item[..<place.lowerBound] + Array($0.utf8) + item[place.upperBound...] }
    }
    return nil
  }

  private static let collectives: [(StaticString, [String])] = [
    ("城乡", ["城镇", "农村"]), ("存贷款", ["存款", "贷款"]), ("收支", ["收入", "支出"]),
    ("三次产业", ["第一产业", "第二产业", "第三产业"]),
  ]

  /// Items of a list with what the last says for all (刑事、治安案件) and the first says for all (新增省级、市级示范社).
  func completed(_ items: [[UInt8]]) -> [[UInt8]] {
    guard let first = items.first, let final = items.last else { return items }
    // 对甲、乙的检查: what stands behind 的 is said for all.
    let tail =
      final.last("的", in: final.indices).map { $0.lowerBound..<final.count }
      ?? Self.areaTail(first, final) ?? Self.sharedTail(first, final)
    let rest = Self.restBehindSharedNoun(first, final)
    let verb = verb(of: first)
    // 规上工业总产值、增加值: a bare noun of amount shares what stands before the first one's.
    let owner = WordList.amounts.suffix(of: first, first.indices).map { 0..<$0.lowerBound }
    let area = WordList.areas.first(in: first, first.indices).map { 0..<$0.upperBound }
    return items.enumerated().map { position, item in
      var item = item
      // 开发区工业投资、税收: the area holds for all of the list.
      if let area, position > 0, area.upperBound < first.count, !WordList.areas.occurs(in: item, item.indices) {
        item = first[area] + item
      }
      if let rest, position < items.count - 1, item.suffix(Self.nounLength).elementsEqual(first.suffix(Self.nounLength))
      {
        item += final[rest]
      } else if let tail, position < items.count - 1, !item.suffix(tail.count).elementsEqual(final[tail]),
        !WordList.heads.isSuffix(of: item, item.indices)
      {
        // 制造业、高新技术产业增加值: what is a trade already needs not be one again.
        let isTrade = item.range(item.indices, endsWith: "业") && final.has("产业", at: tail.lowerBound)
        item += final[(isTrade ? final.offset(of: 2, from: tail.lowerBound) : tail.lowerBound)..<tail.upperBound]
      }
      if let owner, position > 0, !owner.isEmpty, WordList.amounts.contains(item, item.indices) {
        return first[owner] + item
      }
      guard let verb, position > 0, !hasVerb(item, item.indices) else { return item }
      return first[verb] + item
    }
  }

  /// The bytes of a noun of two characters.
  private static let nounLength = 6

  /// What the last item says of a noun with which the first ends: 工业投资、技改投资|占比.
  private static func restBehindSharedNoun(_ first: [UInt8], _ final: [UInt8]) -> Range<Int>? {
    guard first.count > nounLength else { return nil }
    let noun = first.count - nounLength..<first.count
    for start in stride(from: 0, to: final.count - nounLength, by: 1)
    where final[start..<start + nounLength].elementsEqual(first[noun]) {
      let rest = start + nounLength..<final.count
      // 甲厂产值、乙厂产值双双下降 says no more of the noun.
      return WordList.predicates.isSuffix(of: final, rest) ? nil : rest
    }
    return nil
  }

  /// What the last item of a list of areas says behind its own: 甲县、乙县|工业投资.
  private static func areaTail(_ first: [UInt8], _ final: [UInt8]) -> Range<Int>? {
    guard WordList.areaEnds.isSuffix(of: first, first.indices), !WordList.areaEnds.isSuffix(of: final, final.indices),
      let area = WordList.areaEnds.first(in: final, final.offset(of: 1, from: 0)..<final.count)
    else { return nil }
    // 各县（市）
    let bracket = final.has("（", at: area.upperBound) ? final.first("）", in: area.upperBound..<final.count) : nil
    let start = bracket?.upperBound ?? area.upperBound
    return final.characterCount(start..<final.count) > 1 ? start..<final.count : nil
  }

  private static func sharedTail(_ first: [UInt8], _ final: [UInt8]) -> Range<Int>? {
    let noun = WordList.sharedTails.suffix(of: final, final.indices)
    // 水稻、甘蔗机械化率: 率 alone is no noun; 一、二、三产增加值: neither is a numeral.
    let isRate = noun?.count == "率".utf8.count
    guard let noun, !isRate, first.characterCount > 1 else {
      return parallelTail(first, final, ofRate: isRate) ?? noun
    }
    return noun
  }

  /// The last item's words behind as many characters as the first item has: 养老、工伤|保险参保.
  private static func parallelTail(_ first: [UInt8], _ final: [UInt8], ofRate isRate: Bool) -> Range<Int>? {
    let verb = WordList.verbs.prefix(of: first, first.indices)
    let words = (verb?.upperBound ?? 0)..<first.count
    let modifier = first.characterCount(words)
    let longest = isRate || WordList.levels.contains(first, words) ? Int.max : modifier + 6
    guard (1...4).contains(modifier), (modifier + 2...longest).contains(final.characterCount) else { return nil }
    return final.offset(of: modifier, from: 0)..<final.count
  }
}
