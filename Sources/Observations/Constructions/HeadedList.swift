import Quantities

extension Construction {
  /// 新建公园：东区3个、西区5个; 受理申请中，个人230件、企业86件: what stands before a list without a figure holds for all its items.
  static let headedList = Construction(
    .headedList, "总领各项的话",
    examples: [
      .yes("新建公园：东区3个、西区⟦5个⟧；改建公园：东区2个。", "subject 新建公园(西区), part of none"),
      .yes("新建公园：东区3个；改建公园：东区⟦2个⟧、西区4个。", "subject 改建公园(东区), part of none"),
      .yes("发布信息：微博12条、微信8条；转载信息：微博⟦3条⟧、微信2条。", "subject 转载信息(微博), part of none"),
      .yes("维修水闸：上游⟦12座⟧、下游16座。", "subject 维修水闸(上游), part of none"),
      .yes("受理申请中，个人占⟦230件⟧、企业占86件。", "subject 受理申请(个人), part of none"),
      .yes("受理申请中，个人230件、企业86件；办结申请中，个人⟦221件⟧、企业80件。", "subject 办结申请(个人), part of none"),
      .no("受理申请316件。受理申请中，个人⟦230件⟧、企业86件。"),
      .no("新建公园：⟦3个⟧。"),
      .no("新建公园8个：东区⟦3个⟧、西区5个。"),
      .no("主要指标：户数⟦3户⟧、产值5万元。"),
      .no("完成情况：受理申请⟦12件⟧，办结申请10件。"),
      .no("在建项目中，总投资⟦5亿元⟧，开工12个。"),
    ]
  ) { paragraph in
    var lists: [Int: [UInt8]?] = [:]
    for figure in paragraph.figures {
      let start = paragraph.groupStart(of: paragraph.places[figure].clauseStart)
      let head = lists[start] ?? paragraph.head(ofListFrom: start, isParallel: lists.contains { $0.value != nil })
      lists[start] = head
      guard let head, let item = paragraph.item(figure) else { continue }
      paragraph.facts.state(figure, .subject(.words(head + Array("(".utf8) + item + Array(")".utf8))), by: .headedList)
      // 办结申请中，个人221件: of no figure of the list before.
      paragraph.facts.state(figure, .part(nil), by: .headedList)
    }
  }
}

extension Paragraph {
  /// The words that open a group of clauses and head a list of at least two bare items of one unit; `nil` if none do.
  ///
  /// - Parameter isParallel: whether another list was headed before: 发布信息：…；转载信息：….
  fileprivate func head(ofListFrom start: Int, isParallel: Bool) -> [UInt8]? {
    let first = figures.partitioningIndex { entries[$0].span.lowerBound >= start }
    let end = groupEnd(of: start)
    guard first + 1 < figures.count, case let (one, other) = (figures[first], figures[first + 1]),
      entries[other].span.upperBound <= end, areAlike(one, other), item(one) != nil, item(other) != nil
    else { return nil }
    let clauseEnd = clauseEnd(of: start)
    guard places[one].clauseStart > clauseEnd, clause(before: one)?.range.lowerBound == start else { return nil }
    let words = WordList.openings.strippingPrefixes(bytes, WordList.leading.strippingPrefixes(bytes, start..<clauseEnd))
    let isColon = bytes.has("：", at: clauseEnd) || bytes.has(":", at: clauseEnd)
    let isAmong = bytes.range(words, endsWith: "中")
    let thing = isColon ? words : words.lowerBound..<max(words.lowerBound, words.upperBound - 3)
    guard isColon && !bytes.range(words, endsWith: "情况") || isAmong, bytes.characterCount(thing) <= Self.longestHead,
      Deed.hasVerb(bytes, thing) || WordList.deeds.isPrefix(of: bytes, thing) || isAmong || isParallel,
      // 受理申请316件。受理申请中，个人230件: the list is of a figure that is told.
      !figures[..<first].contains(where: { bytes.range(thing, occursIn: bytes, gap(before: $0)) })
    else { return nil }
    return Array(bytes[thing])
  }

  /// The bare noun before a count or an amount that names an item; `nil` if other words stand there.
  fileprivate func item(_ figure: Int) -> [UInt8]? {
    guard entries[figure].quantity?.kind.isAmount == true, facts.role(of: figure) == .none, rightNoun(figure).isEmpty
    else { return nil }
    let gap = WordList.figureJoiners.strippingPrefixes(
      bytes, WordList.openMarks.strippingPrefixes(bytes, gap(before: figure)))
    let words = WordList.shares.strippingSuffixes(bytes, WordList.trailing.strippingSuffixes(bytes, gap))
    guard (1...Self.longestItem).contains(bytes.characterCount(words)), !Deed.hasVerb(bytes, words),
      !WordList.amounts.contains(bytes, words), !WordList.heads.isSuffix(of: bytes, words)
    else { return nil }
    return Array(bytes[words])
  }

  /// In characters.
  private static let longestHead = 14
  private static let longestItem = 8
}
