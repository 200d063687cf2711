import Quantities

/// Figures of what there is at a time.
extension TimeReader {
  /// Whether a figure tells how much there is at a time: by its name, or by 年末 before it in its sentence.
  func isState(_ index: Int, _ statement: Statement, _ sentence: Range<Int>) -> Bool {
    let entry = paragraph.entries[index]
    guard paragraph.facts.role(of: index) == .none, let kind = entry.quantity?.kind else { return false }
    switch kind {
    case .percent: return tellsState(statement) && statement.behind.isEmpty
    case .count, .measure, .money: break
    default: return false
    }
    // 制定标准350项 counts standards, 保障标准800元 is one; 支持市场主体18亿元 went to them.
    if tellsState(statement),
      (kind == .money) == WordList.moneyStates.isSuffix(of: statement.subject, 0..<statement.nameEnd)
    {
      return true
    }
    let bytes = paragraph.bytes
    guard let end = words.first(.yearEnd, in: sentence),
      !words.has(.wholeYear, in: end.upperBound..<sentence.upperBound),
      // 比上年末, 年底前
      end.lowerBound == sentence.lowerBound || !bytes.range(sentence.lowerBound..<end.lowerBound, endsWith: "上"),
      !WordList.dateEdges.isPrefix(of: bytes, end.upperBound..<bytes.count)
    else { return false }
    let left = WordList.leading.strippingPrefixes(paragraph.plain, statement.left)
    return !WordList.verbs.isPrefix(of: paragraph.plain, left)
      && !WordList.additions.isPrefix(of: paragraph.plain, left)
      && !WordList.predicates.isPrefix(of: paragraph.plain, left)
  }

  /// Whether the name of a figure is one of a state (在校学生, 森林覆盖率), and not of how it came about (新增床位).
  func tellsState(_ statement: Statement) -> Bool {
    let name = 0..<statement.nameEnd
    return WordList.states.isSuffix(of: statement.subject, name)
      && !WordList.additions.occurs(in: statement.subject, name)
      && !WordList.verbs.isPrefix(of: statement.subject, name)
      && !WordList.predicates.isPrefix(of: statement.subject, name)
  }
}
