import Quantities

/// Things that a list names, each with what the list says once for all of them.
enum ThingList {
  /// The things of a list joined by 、 和 与 及.
  static func items(_ text: [UInt8], _ range: Range<Int>, onlyMarks: Bool = false) -> [Range<Int>] {
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

  /// The things that one word names: 城乡居民, 存贷款余额, 三次产业.
  static func namedTogether(_ item: [UInt8], _ count: Int) -> [[UInt8]]? {
    for (all, names) in collectives where names.count == count {
      guard let place = item.first(all, in: item.indices) else { continue }
      return names.map { item[..<place.lowerBound] + Array($0.utf8) + item[place.upperBound...] }
    }
    return nil
  }

  /// The two things that a list of their heads names: 存、贷款余额.
  static func listedTogether(_ item: [UInt8]) -> [[UInt8]]? {
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
  ///
  /// - Parameter areCounted: whether each has a count of its own, so that any verb of the first is that of all (起诉甲类、乙类犯罪).
  static func completed(_ items: [[UInt8]], areCounted: Bool = false) -> [[UInt8]] {
    guard let first = items.first, let final = items.last else { return items }
    if let siblings = Self.siblings(items, first, final) { return siblings }
    // 对甲、乙的检查: what stands behind 的 is said for all.
    let tail =
      final.last("的", in: final.indices).map { $0.lowerBound..<final.count }
      ?? Self.areaTail(first, final) ?? Self.sharedTail(items, final, areCounted: areCounted)
      ?? Self.relationalTail(items, final)
    let rest = Self.restBehindSharedNoun(first, final)
    let verb = Deed.verb(of: first) ?? (areCounted ? WordList.predicates.prefix(of: first, first.indices) : nil)
    // 规上工业总产值、增加值: a bare noun of amount shares what stands before the first one's.
    let amount = WordList.amounts.suffix(of: first, first.indices)
    let owner = amount.map { 0..<$0.lowerBound }
    let area = WordList.areas.first(in: first, first.indices).map { 0..<$0.upperBound }
    return items.enumerated().map { position, item in
      var item = item
      // 开发区工业投资、税收: the area holds for all of the list.
      if let area, position > 0, area.upperBound < first.count, !WordList.areas.occurs(in: item, item.indices) {
        item = first[area] + item
      }
      if let rest, position < items.count - 1, item.suffix(nounLength).elementsEqual(first.suffix(nounLength)) {
        item += final[rest]
      } else if let tail, position < items.count - 1, !item.suffix(tail.count).elementsEqual(final[tail]),
        !WordList.heads.isSuffix(of: item, item.indices)
      {
        // 制造业、高新技术产业增加值: what is a trade already needs not be one again.
        let isTrade = item.range(item.indices, endsWith: "业") && final.has("产业", at: tail.lowerBound)
        item += final[(isTrade ? final.offset(of: 2, from: tail.lowerBound) : tail.lowerBound)..<tail.upperBound]
      }
      // 一般公共预算收入、税收收入: a sort of the same amount has a name of its own.
      let isSort = amount.map { item.count > $0.count && item.suffix($0.count).elementsEqual(first[$0]) } ?? false
      if let owner, position > 0, !owner.isEmpty, !isSort, WordList.amounts.contains(item, item.indices) {
        return first[owner] + item
      }
      guard let verb, position > 0, !Deed.hasVerb(item, item.indices) else { return item }
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

  /// 城镇、农村|居民人均消费支出, 声环境质量|昼间、夜间|总达标率: items told apart by counterparts, between what is said for all before and behind.
  private static func siblings(_ items: [[UInt8]], _ first: [UInt8], _ final: [UInt8]) -> [[UInt8]]? {
    guard let one = WordList.contrasts.suffix(of: first, first.indices), items.count > 1,
      let other = WordList.contrasts.prefix(of: final, final.indices), other.upperBound < final.count
    else { return nil }
    let (head, tail) = (first[..<one.lowerBound], final[other.upperBound...])
    let middle = items[1..<items.count - 1]
    guard middle.allSatisfy({ WordList.contrasts.contains($0, $0.indices) }) else { return nil }
    return [Array(first + tail)] + middle.map { Array(head + $0 + tail) } + [Array(head + final)]
  }

  /// 抗诉、检察建议改判|占比: the noun of rates with which the last item ends is that of all.
  private static func relationalTail(_ items: [[UInt8]], _ final: [UInt8]) -> Range<Int>? {
    guard let noun = WordList.rateNouns.suffix(of: final, final.indices), noun.lowerBound > 0,
      items.dropLast().allSatisfy({
        !WordList.rateNouns.isSuffix(of: $0, $0.indices) && !WordList.heads.isSuffix(of: $0, $0.indices)
      })
    else { return nil }
    return noun
  }

  private static func sharedTail(_ items: [[UInt8]], _ final: [UInt8], areCounted: Bool) -> Range<Int>? {
    let noun = WordList.sharedTails.suffix(of: final, final.indices)
    // 水稻、甘蔗机械化率: 率 alone is no noun; 一、二、三产增加值: neither is a numeral.
    let isRate = noun?.count == "率".utf8.count
    guard let noun, !isRate, items[0].characterCount > 1 else {
      return parallelTail(items, final, ofRate: isRate, areCounted: areCounted) ?? noun
    }
    return noun
  }

  /// The last item's words behind as many characters as the shortest of the others has: 养老、工伤|保险参保, 国家级、省级、市级|非遗项目.
  private static func parallelTail(_ items: [[UInt8]], _ final: [UInt8], ofRate isRate: Bool, areCounted: Bool)
    -> Range<Int>?
  {
    let modifiers = items.dropLast().map { item in
      let start =
        WordList.verbs.prefix(of: item, item.indices) ?? WordList.towards.prefix(of: item, item.indices)
        ?? (areCounted ? WordList.predicates.prefix(of: item, item.indices) : nil)
      return Array(item[(start.map { $0.upperBound < item.count ? $0.upperBound : 0 } ?? 0)...])
    }
    guard let first = modifiers.first, let modifier = modifiers.map(\.characterCount).min() else { return nil }
    // 国家级、省级…, 新开工、新竣工亿元以上项目: levels and verbs have long nouns behind them.
    let isOpen = isRate || WordList.levels.contains(first, first.indices) || Deed.isVerb(first)
    guard (1...4).contains(modifier), first.characterCount <= 4,
      (modifier + 2...(isOpen ? Int.max : modifier + 6)).contains(final.characterCount)
    else { return nil }
    return final.offset(of: modifier, from: 0)..<final.count
  }
}
