import Quantities

/// What was done, and what it was done to.
extension SubjectReader {
  /// Whether words begin or end with a verb, or hold one that takes objects.
  func hasVerb(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    // 新供应, 新投放
    let isNew = text.has("新", at: range.lowerBound) && range.count > 3
    return WordList.predicates.isPrefix(of: text, range)
      || isNew && WordList.predicates.isPrefix(of: text, range.lowerBound + 3..<range.upperBound)
      || WordList.closingPredicates.isSuffix(of: text, range) || WordList.verbs.occurs(in: text, range)
      || WordList.standAlone.occurs(in: text, range)
  }

  /// Whether a name is a verb or several: 废止, 改造提升, 新成立.
  func isVerb(_ name: [UInt8]) -> Bool {
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
  func isSingleVerb(_ name: [UInt8]) -> Bool {
    WordList.verbs.contains(name, name.indices) || WordList.predicates.contains(name, name.indices)
  }

  /// The longest verb that words begin with.
  private func longestVerb(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let verb = WordList.verbs.prefix(of: text, range)
    guard let other = WordList.predicates.prefix(of: text, range) else { return verb }
    return verb.map { $0.count < other.count ? other : $0 } ?? other
  }

  /// Whether a name tells nothing but what was done: 维持, 其他, 继续有效.
  func isBareVerb(_ name: [UInt8]) -> Bool {
    isVerb(name) || WordList.outcomes.contains(name, name.indices)
  }

  /// The verb that a name begins with, 新 before it and how it was done (认真办理) included; behind who did it
  /// (各行政机关共办理许可) the verb alone.
  func verb(of name: [UInt8]) -> Range<Int>? {
    let start = WordList.manners.strippingPrefixes(name, name.indices).lowerBound
    if let verb = verb(of: name, at: start) { return 0..<verb.upperBound }
    guard let doer = WordList.doers.first(in: name, start..<name.count) else { return nil }
    return verb(of: name, at: WordList.manners.strippingPrefixes(name, doer.upperBound..<name.count).lowerBound)
  }

  private func verb(of name: [UInt8], at start: Int) -> Range<Int>? {
    let words = start..<name.count
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

  /// The thing that a figure told of, without the verb that made it new: 新增…、总数达….
  func thing(_ told: Told) -> Range<Int> {
    let name = told.name.indices
    guard
      let verb = WordList.additions.prefix(of: told.name, name) ?? verb(of: told.name)
        ?? WordList.predicates.prefix(of: told.name, name),
      told.name.characterCount(verb.upperBound..<name.upperBound) > 1
    else {
      return name
    }
    var start = verb.upperBound
    // 取消、下放行政许可: all verbs of the list.
    while let joiner = WordList.figureJoiners.prefix(of: told.name, start..<name.upperBound),
      let next = longestVerb(told.name, joiner.upperBound..<name.upperBound), next.upperBound < name.upperBound
    {
      start = next.upperBound
    }
    // 立案查处案件: what was done next to the same things.
    if let next = WordList.verbs.prefix(of: told.name, start..<name.upperBound),
      told.name.characterCount(next.upperBound..<name.upperBound) > 2
    {
      start = next.upperBound
    }
    return start..<name.upperBound
  }

  /// 行政许可：受理586件: the noun that stands with a colon before the clause of a figure.
  func label(before index: Int) -> Range<Int>? {
    guard let (clause, mark) = paragraph.clause(before: index), mark == .colon else { return nil }
    var start = clause.lowerBound
    if index > 0, case let mark = paragraph.entries[index - 1], mark.numeralClass == .listMarker {
      start = max(start, mark.span.upperBound)
    }
    let words = paragraph.plainRange(start..<max(start, clause.upperBound))
    let label = WordList.leading.strippingPrefixes(plain, words)
    return (2...8).contains(plain.characterCount(label)) && !hasVerb(plain, label) ? label : nil
  }

  /// The figure that a stage (审结, 办结) is one of where it isn't the one before: the whole behind its parts
  /// (受理案件120件，其中民事80件、刑事40件，办结98件), or the last of its unit in the sentence before (收到申请120件。审结98件).
  func whole(ofStage own: [UInt8], _ index: Int) -> Told? {
    guard WordList.stages.contains(own, own.indices), let unit = paragraph.entries[index].quantity?.unit else {
      return nil
    }
    guard let last = told.last else {
      return toldBefore.last { $0.unit == unit && $0.isLevel && !paragraph.isBehindParts($0.index) }
    }
    let start = paragraph.entries[told[0].index].span.upperBound
    guard paragraph.isBehindParts(last.index), !hasVerb(last.name, last.name.indices),
      let among = paragraph.lexemes(in: start..<paragraph.entries[last.index].span.lowerBound)
        .last(where: { $0.cue == .amongWhich })
    else { return nil }
    return told.last { $0.unit == unit && paragraph.entries[$0.index].span.upperBound <= among.start }
  }
}
