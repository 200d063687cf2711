import Quantities

/// What was done, and what it was done to.
extension SubjectReader {
  /// The thing that a figure told of, without the verb that made it new: 新增…、总数达….
  func thing(_ told: Told) -> Range<Int> {
    let name = told.name.indices
    guard
      let verb = WordList.additions.prefix(of: told.name, name) ?? Deed.verb(of: told.name)
        ?? WordList.predicates.prefix(of: told.name, name),
      told.name.characterCount(verb.upperBound..<name.upperBound) > 1
    else {
      return name
    }
    var start = verb.upperBound
    // 取消、下放行政许可: all verbs of the list.
    while let joiner = WordList.figureJoiners.prefix(of: told.name, start..<name.upperBound),
      let next = Deed.longestVerb(told.name, joiner.upperBound..<name.upperBound), next.upperBound < name.upperBound
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
    return (2...8).contains(plain.characterCount(label)) && !Deed.hasVerb(plain, label) ? label : nil
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
    guard paragraph.isBehindParts(last.index), !Deed.hasVerb(last.name, last.name.indices),
      let among = paragraph.lexemes(in: start..<paragraph.entries[last.index].span.lowerBound)
        .last(where: { $0.cue == .amongWhich })
    else { return nil }
    return told.last { $0.unit == unit && paragraph.entries[$0.index].span.upperBound <= among.start }
  }
}
