import Quantities
import ReportText

/// Figures of what there is at a time.
extension TimeReader {
  /// Whether a figure tells how much there is at a time, and how surely; `nil` if it doesn't: by a word in its clause (现有, 余额), by its name, by 年末 before
  /// it in its sentence, or as a total.
  func stock(
    _ index: Int, _ statement: Statement, _ clause: Range<Int>, _ sentence: Range<Int>
  ) -> ReportIdentity.Confidence? {
    guard let kind = paragraph.entries[index].quantity?.kind else { return nil }
    if words.has(.stock, in: clause) { return .high }
    if kind == .percent { return tellsState(statement) && statement.behind.isEmpty ? .high : nil }
    guard kind.isAmount || kind == .ratio, paragraph.facts.role(of: index) == .none else {
      return total(index, statement, kind, clause)
    }
    // 制定标准350项 counts standards, 保障标准800元 is one; 支持市场主体18亿元 went to them.
    let isNamed =
      kind != .ratio && tellsState(statement)
      && (kind == .money) == WordList.moneyStates.isSuffix(of: statement.subject, 0..<statement.nameEnd)
    if isNamed || isBehindYearEnd(index, statement, sentence) { return .high }
    return total(index, statement, kind, clause)
  }

  /// 年末，每千人口医师3.4人，每千人口护士4人: whether the sentence tells of the end of a time and the figure isn't what was done until then (截至12月底，发放
  /// 低保金900万元、救助金80万元) or came in over the year (年末失业率3%；外出务工总收入40亿元).
  private func isBehindYearEnd(_ index: Int, _ statement: Statement, _ sentence: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    guard let end = words.first(.yearEnd, in: sentence),
      !words.has(.wholeYear, in: end.upperBound..<sentence.upperBound),
      // 比上年末, 年底前
      end.lowerBound == sentence.lowerBound || !bytes.range(sentence.lowerBound..<end.lowerBound, endsWith: "上"),
      !WordList.dateEdges.isPrefix(of: bytes, end.upperBound..<bytes.count)
    else { return false }
    if paragraph.entries[index].quantity?.kind == .money, paragraph.groupEnd(of: end.upperBound) <= sentence.upperBound
    {
      return false
    }
    let plain = paragraph.plain
    let left = WordList.leading.strippingPrefixes(plain, statement.left)
    // 截至12月31日，我局通过网站发布信息34条: who did it stands before.
    if let doer = WordList.doers.first(in: plain, left),
      WordList.verbs.occurs(in: plain, doer.upperBound..<left.upperBound)
    {
      return false
    }
    return !tellsDeed(plain, left) && !tellsDeed(statement.subject, 0..<statement.nameEnd)
  }

  /// Whether words begin with what was done.
  private func tellsDeed(_ text: [UInt8], _ words: Range<Int>) -> Bool {
    [WordList.verbs, .additions, .predicates].contains { $0.isPrefix(of: text, words) }
  }

  /// 人口总量, 机构总数: a total is one of what there is, but for money and for what happens in a year (收入总量, 事故总数). Where its name is neither it
  /// isn't sure.
  private func total(
    _ index: Int, _ statement: Statement, _ kind: QuantityKind, _ clause: Range<Int>
  ) -> ReportIdentity.Confidence? {
    guard kind != .ratio, kind != .percent, let total = words.last(.sums, in: clause) else { return nil }
    let own = nameOfTotal(total, index, clause)
    // 新增企业6户、总数22户: of what was told before.
    let (text, name) =
      own.isEmpty
      ? (statement.subject, WordList.sums.strippingSuffixes(statement.subject, 0..<statement.nameEnd))
      : (paragraph.bytes, own)
    if WordList.holdings.isSuffix(of: text, name) { return .high }
    return !kind.isAmount || kind == .money || WordList.happenings.isSuffix(of: text, name) ? nil : .medium
  }

  /// The words before a total in the clause of a figure, from the figure before the total on.
  private func nameOfTotal(_ total: Range<Int>, _ index: Int, _ clause: Range<Int>) -> Range<Int> {
    var previous = paragraph.places[index].previous
    while previous >= 0, paragraph.entries[previous].span.upperBound > total.lowerBound {
      previous = paragraph.places[previous].previous
    }
    let start = previous >= 0 ? max(clause.lowerBound, paragraph.entries[previous].span.upperBound) : clause.lowerBound
    return WordList.leading.strippingPrefixes(paragraph.bytes, start..<total.lowerBound)
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
