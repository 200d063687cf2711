import Quantities

/// Other orders of a statement's words, for patterns that name its thing as most sentences do: 完成12万亩高标准农田建设 is
/// 高标准农田建设12万亩, and 城镇累计新增就业1.3万人 is 城镇新增就业.
extension Statement {
  /// The statement in other words, each built only if its structure is there.
  func otherReadings(in plain: [UInt8]) -> [StatementText] {
    let name = Array(subject[..<nameEnd])
    var readings: [[UInt8]] = []
    if beforeEnd < nameEnd { readings.append(name) }
    let bare = Self.withoutInsertions(name)
    if bare.count < name.count { readings.append(bare) }
    if let fronted = Self.withVerbBefore(bare) { readings.append(fronted) }
    if let nominal = Self.withVerbBehind(bare) { readings.append(nominal) }
    return readings.map {
      StatementText(before: $0, beforeEnd: $0.count, behind: plain, behindRange: behindNoun(plain))
    }
  }

  /// What stands behind the figure, unless it is the noun that the reading already names.
  private func behindNoun(_ plain: [UInt8]) -> Range<Int> {
    beforeEnd < nameEnd ? min(behind.lowerBound + nameEnd - beforeEnd, behind.upperBound)..<behind.upperBound : behind
  }

  /// 中欧班列（台州号）全年开行, “口袋公园”: a name without brackets, quotation marks and words of manner and extent.
  private static func withoutInsertions(_ name: [UInt8]) -> [UInt8] {
    var bare: [UInt8] = []
    var at = 0
    while at < name.count {
      if name.has("（", at: at), let close = name.first("）", in: at..<name.count) {
        at = close.upperBound
      } else if name.has("“", at: at) || name.has("”", at: at) {
        at += 3
      } else if at > 0, let word = WordList.inserted.prefix(of: name, at..<name.count) {
        at = word.upperBound
      } else {
        let next = name.offset(of: 1, from: at)
        bare += name[at..<next]
        at = next
      }
    }
    return bare
  }

  /// 完成农村公路新改建 as 新改建农村公路.
  private static func withVerbBefore(_ name: [UInt8]) -> [UInt8]? {
    guard let deed = WordList.deeds.suffix(of: name, WordList.undertakings.strippingSuffixes(name, name.indices)),
      case let thing = WordList.performing.strippingPrefixes(name, 0..<deed.lowerBound), thing.count > 3
    else { return nil }
    return Array(name[deed] + name[thing])
  }

  /// 全社会投入研发经费 as 全社会研发经费投入.
  private static func withVerbBehind(_ name: [UInt8]) -> [UInt8]? {
    guard let verb = WordList.fronted.first(in: name, name.indices), verb.upperBound < name.count else { return nil }
    return Array(name[..<verb.lowerBound] + name[verb.upperBound...] + name[verb])
  }
}
