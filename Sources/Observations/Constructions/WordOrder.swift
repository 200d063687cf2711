import Quantities

/// Other orders of a statement's words, for patterns that name its thing as most sentences do: 完成12万亩高标准农田建设 is
/// 高标准农田建设12万亩, and 城镇累计新增就业1.3万人 is 城镇新增就业.
extension Statement {
  /// What a reading of the statement in other words gives, the first that gives anything; each is built only if its structure
  /// is there and those before gave nothing.
  func firstReading<Found>(in plain: [UInt8], giving find: (StatementText) -> Found?) -> Found? {
    func read(_ words: [UInt8]) -> Found? {
      find(StatementText(before: words, beforeEnd: words.count, behind: plain, behindRange: behindNoun(plain)))
    }
    let name = nameEnd < subject.count ? Array(subject[..<nameEnd]) : subject
    if beforeEnd < nameEnd, let found = read(name) { return found }
    let bare = Self.withoutInsertions(name)
    if let bare, let found = read(bare) { return found }
    if let fronted = Self.withVerbBefore(bare ?? name), let found = read(fronted) { return found }
    return Self.withVerbBehind(bare ?? name).flatMap(read)
  }

  /// What stands behind the figure, unless it is the noun that the reading already names.
  private func behindNoun(_ plain: [UInt8]) -> Range<Int> {
    beforeEnd < nameEnd ? min(behind.lowerBound + nameEnd - beforeEnd, behind.upperBound)..<behind.upperBound : behind
  }

  /// 中欧班列（台州号）全年开行, “口袋公园”: a name without brackets, quotation marks and words of manner and extent; `nil` if it has
  /// none.
  private static func withoutInsertions(_ name: [UInt8]) -> [UInt8]? {
    guard var insertion = insertion(in: name, from: 0) else { return nil }
    var bare: [UInt8] = []
    var at = 0
    while true {
      bare += name[at..<insertion.lowerBound]
      at = insertion.upperBound
      guard let next = self.insertion(in: name, from: at) else { break }
      insertion = next
    }
    return bare + name[at...]
  }

  /// The first bracket, quotation mark or word of manner and extent from an offset on.
  private static func insertion(in name: [UInt8], from start: Int) -> Range<Int>? {
    var at = start
    while at < name.count {
      if name.has("（", at: at), let close = name.first("）", in: at..<name.count) { return at..<close.upperBound }
      if name.has("“", at: at) || name.has("”", at: at) { return at..<at + 3 }
      if at > 0, let word = WordList.inserted.prefix(of: name, at..<name.count) { return word }
      at = name.offset(of: 1, from: at)
    }
    return nil
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
