/// What words tell was done: verbs by which a figure's thing came about, was found or was dealt with.
enum Deed {
  /// Whether words begin or end with a verb, or hold one that takes objects.
  static func hasVerb(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    // 新供应, 新投放
    let isNew = text.has("新", at: range.lowerBound) && range.count > 3
    return WordList.predicates.isPrefix(of: text, range)
      || isNew && WordList.predicates.isPrefix(of: text, range.lowerBound + 3..<range.upperBound)
      || WordList.closingPredicates.isSuffix(of: text, range) || WordList.verbs.occurs(in: text, range)
      || WordList.standAlone.occurs(in: text, range)
  }

  /// Whether a name is a verb or several: 废止, 改造提升, 新成立.
  static func isVerb(_ name: [UInt8]) -> Bool {
    var rest = name.indices
    while !rest.isEmpty {
      let isNew = name.has("新", at: rest.lowerBound) && rest.count > 3
      guard
        let verb = longestVerb(name, rest) ?? (isNew ? longestVerb(name, rest.lowerBound + 3..<rest.upperBound) : nil)
      else { return false }
      rest = verb.upperBound..<rest.upperBound
    }
    return !name.isEmpty
  }

  /// Whether a name is one verb of a list.
  static func isSingleVerb(_ name: [UInt8]) -> Bool {
    WordList.verbs.contains(name, name.indices) || WordList.predicates.contains(name, name.indices)
  }

  /// The longest verb that words begin with.
  static func longestVerb(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let (verb, predicate) = (WordList.verbs.prefix(of: text, range), WordList.predicates.prefix(of: text, range))
    let registering = WordList.registering.prefix(of: text, range)
    let end = max(verb?.upperBound ?? 0, predicate?.upperBound ?? 0, registering?.upperBound ?? 0)
    return end > 0 ? range.lowerBound..<end : nil
  }

  /// Whether a name tells nothing but what was done: 维持, 其他, 继续有效.
  static func isBareVerb(_ name: [UInt8]) -> Bool {
    isVerb(name) || WordList.outcomes.contains(name, name.indices)
  }

  /// The verb that a name begins with, 新 before it and how it was done (认真办理) included; behind who did it
  /// (各行政机关共办理许可) the verb alone.
  static func verb(of name: [UInt8]) -> Range<Int>? {
    let start = WordList.manners.strippingPrefixes(name, name.indices).lowerBound
    if let verb = verb(of: name, at: start) { return 0..<verb.upperBound }
    guard let doer = WordList.doers.first(in: name, start..<name.count) else { return nil }
    return verb(of: name, at: WordList.manners.strippingPrefixes(name, doer.upperBound..<name.count).lowerBound)
  }

  private static func verb(of name: [UInt8], at start: Int) -> Range<Int>? {
    let words = start..<name.count
    if let verb = WordList.registering.prefix(of: name, words) { return start..<verb.upperBound }
    if let verb = WordList.verbs.prefix(of: name, words) {
      // 开工改造老旧小区; 实施改造项目 has one verb and a noun.
      guard let second = WordList.verbs.prefix(of: name, verb.upperBound..<name.count),
        name.characterCount(second.upperBound..<name.count) > 2
      else { return verb }
      return start..<second.upperBound
    }
    guard name.has("新", at: start), let verb = WordList.verbs.prefix(of: name, start + 3..<name.count) else {
      return nil
    }
    return start..<verb.upperBound
  }
}
