import Quantities

/// Money of a budget, and of a plan by which one is adjusted.
extension TimeReader {
  func stateBudget(_ index: Int, _ clause: Range<Int>, _ statement: Statement, _ board: inout TimeBoard) {
    guard frame.isOfBudget || frame.isOfAdjustment, paragraph.entries[index].quantity?.kind == .money,
      !words.has(.prior, in: clause), !tellsEarlierOutturn(index, clause)
    else { return }
    var fact = TimeFact(rule: .planned, status: .target, words: "预算", isOfYearsPlan: true)
    if frame.isOfAdjustment {
      // 债务限额19亿元: what there is needs no plan.
      if tellsSettled(index, clause) || tellsState(statement) { return }
      // 市本级使用20亿元: where no word of its own tells, it follows from the title.
      if !WordList.allotting.occurs(in: paragraph.bytes, clause) { fact.confidence = .medium }
    }
    board.state(fact)
  }

  /// 2023年预算执行数为130万元 in the budget of 2024: what came of the one before.
  private func tellsEarlierOutturn(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard let named = named(at: paragraph.entries[index].span.lowerBound), let year = frame.year, named.year < year
    else { return false }
    return WordList.outturns.occurs(in: paragraph.bytes, clause)
  }

  /// 截至目前，省下达我市债务限额50亿元，债务余额40亿元: what a plan for an adjustment starts from.
  private func tellsSettled(_ index: Int, _ clause: Range<Int>) -> Bool {
    let group = paragraph.groupStart(of: clause.lowerBound)..<clause.upperBound
    return words.has(.yearEnd, in: group) || words.has(.present, in: group)
      || WordList.settled.occurs(in: paragraph.bytes, clause)
  }
}
