import Quantities

/// Where changes start, and growths that turn.
extension TimeReader {
  /// Where changes start, and growths that turn.
  func stateChange(_ index: Int, _ clause: Range<Int>, isOfSpan: Bool, _ board: inout TimeBoard) {
    let entry = paragraph.entries[index]
    if paragraph.facts.role(of: index) == .before {
      var fact = TimeFact(rule: .start, status: .before)
      if entry.rule == .ratio, index > 0, case let first = paragraph.entries[index - 1],
        paragraph.facts.role(of: index - 1) == .before,
        first.rule == .ratio, paragraph.bytes[first.span.upperBound..<entry.span.lowerBound].count <= 3
      {
        // 由上年的18:37:45: the numbers of one proportion.
        fact.year = .some(lastYear)
      } else if let year = yearOfStart(index) {
        fact.year = year
      } else if isOfSpan {
        // 五年来，由3万亿元增加到8万亿元: of a year that isn't told.
        fact.year = .some(nil)
      } else if let year = frame.year, words.has(.prior, in: clause) {
        fact.year = year - 1
      }
      board.state(fact)
    } else if paragraph.facts.role(of: index) == .none, entry.quantity?.kind == .growth, leadsOn(index, clause) {
      board.state(TimeFact(rule: .turn, status: .before))
    }
  }

  /// 由2002年7703元增加到: the year named right before a value where a change starts.
  private func yearOfStart(_ index: Int) -> Int? {
    let start = paragraph.places[index].clauseStart
    let before = paragraph.entries[..<index].reversed().prefix { $0.span.lowerBound >= start }
    return before.first { $0.numeralClass == .date && $0.rule == .calendarDate }?.calendarYear
  }

  /// 由上年增长5.6%，减为增长1.2%: whether the next clause tells what a growth turned into.
  private func leadsOn(_ index: Int, _ clause: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    guard bytes.first("由", in: clause) != nil else { return false }
    let end = paragraph.places[index].clauseEnd
    return bytes.has("，", at: end) && WordList.turns.isPrefix(of: bytes, end + 3..<bytes.count)
  }
}
