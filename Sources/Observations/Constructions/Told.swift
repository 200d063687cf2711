import Quantities

/// A figure that was read, and what it counts.
struct Told {
  /// The ledger index of the figure.
  let index: Int
  let name: [UInt8]
  let unit: Unit?
  /// Whether it states how much there is, and not how much that changed.
  let isLevel: Bool

  /// The thing that it told of, without the verb that made it new: 新增…, 总数达….
  var thing: Range<Int> {
    let all = name.indices
    guard
      let verb = WordList.additions.prefix(of: name, all) ?? Deed.verb(of: name)
        ?? WordList.predicates.prefix(of: name, all),
      name.characterCount(verb.upperBound..<all.upperBound) > 1
    else { return all }
    var start = verb.upperBound
    // 取消、下放行政许可: all verbs of the list.
    while let joiner = WordList.figureJoiners.prefix(of: name, start..<all.upperBound),
      let next = Deed.longestVerb(name, joiner.upperBound..<all.upperBound), next.upperBound < all.upperBound
    {
      start = next.upperBound
    }
    // 立案查处案件: what was done next to the same things.
    if let next = WordList.verbs.prefix(of: name, start..<all.upperBound),
      name.characterCount(next.upperBound..<all.upperBound) > 2
    {
      start = next.upperBound
    }
    return start..<all.upperBound
  }

  /// 项目|开工, 城市低保|新增: what stands before the verb that the name ends with; all of it, if none does or a verb opens it, too.
  var stem: Range<Int> {
    let verb =
      WordList.closingPredicates.suffix(of: name, name.indices) ?? WordList.additions.suffix(of: name, name.indices)
    guard let verb, verb.lowerBound > 0, Deed.verb(of: name) == nil else { return name.indices }
    return 0..<verb.lowerBound
  }
}
