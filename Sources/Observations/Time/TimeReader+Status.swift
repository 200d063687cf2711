import Quantities

/// What plans, aims, named years and lists of years state of a figure.
extension TimeReader {
  /// What is told among plans of the present and of the year that is over.
  func stateAmongPlans(_ index: Int, _ clause: Range<Int>, _ sentence: Range<Int>, _ board: inout TimeBoard) {
    guard frame.isPlan else { return }
    let start = paragraph.entries[index].span.lowerBound
    if identity.kind != .plan, tellsPresent(index, clause, sentence) {
      board.state(TimeFact(rule: .present, year: .some(identity.year), status: .actual))
    } else if tellsDone(clause) {
      board.state(TimeFact(rule: .present, year: .some(identity.resultsYear), status: .actual))
    } else if let lookBackEnd, !words.has(.thisYear, in: lookBackEnd..<start) {
      board.state(TimeFact(rule: .lookBack, year: .some(identity.year), status: .actual))
    }
  }

  /// 已与6家金融机构签订协议: what is done, told among plans; but 力争已….
  private func tellsDone(_ clause: Range<Int>) -> Bool {
    guard let past = words.first(.past, in: clause), paragraph.bytes.has("已", at: past.lowerBound) else { return false }
    return !words.has(.future, in: clause) && !words.has(.order, in: clause)
  }

  /// 我市现有企业320家, 依托已建成的4个开发区; and 目前, with which a sentence opens, up to the first word of order.
  private func tellsPresent(_ index: Int, _ clause: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if words.has(.future, in: clause) { return false }
    if words.has(.present, in: clause) || tellsHoldings(index, clause) { return true }
    guard let word = words.first(.present, in: sentence) else { return false }
    let opens = WordList.leading.strippingPrefixes(paragraph.bytes, sentence.lowerBound..<word.lowerBound).isEmpty
    return opens && !words.has(.order, in: word.upperBound..<sentence.upperBound)
      && !words.has(.future, in: word.upperBound..<sentence.upperBound)
  }

  /// 我市现有执法人员3人, 依托已建成的4个园区: what there is, told among plans; but not 提升现有景区.
  private func tellsHoldings(_ index: Int, _ clause: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    if paragraph.entries[index].quantity?.kind == .count, bytes.range(clause, endsWith: "的"),
      words.has(.done, in: clause)
    {
      return true
    }
    let start = WordList.leading.strippingPrefixes(bytes, clause).lowerBound
    return bytes.has("现有", at: WordList.wholeAreas.strippingPrefixes(bytes, start..<clause.upperBound).lowerBound)
  }

  func stateNamed(_ index: Int, _ sentence: Range<Int>, _ board: inout TimeBoard) {
    let start = paragraph.entries[index].span.lowerBound
    guard let named = named(at: start) ?? sameYear(index, sentence), !isAttribute(index, named.end) else { return }
    // 持续推进2023年棚改480户: what is still to be done keeps the name of the year in which it was begun.
    if frame.isPlan, named.isOfObject, let year = frame.year, named.year < year { return }
    var fact = TimeFact(rule: .named, year: named.year, words: String(named.year))
    if let year = frame.year, frame.isPlan, named.year < year, !words.has(.future, in: sentence) {
      fact.status = .actual
    }
    if let year = frame.year, named.year > year,
      named.isDeadline || words.has(.future, in: sentence) || named.year > year + 1
    {
      fact.status = .target
    }
    board.state(fact)
  }

  /// 对2022年已办结的15份案卷: the year belongs to a clause in front of the noun and not to the figure.
  private func isAttribute(_ index: Int, _ end: Int) -> Bool {
    let start = paragraph.entries[index].span.lowerBound
    guard end <= start, paragraph.places[index].clauseStart <= end else { return false }
    return paragraph.bytes.range(end..<start, endsWith: "的") && words.has(.done, in: end..<start)
  }

  /// 2019年试行改革，当年化解6120件: the year that the sentence named before.
  private func sameYear(_ index: Int, _ sentence: Range<Int>) -> NamedYear? {
    let clause = paragraph.places[index].clauseStart..<sentence.upperBound
    guard let named, named.end > sentence.lowerBound, named.end <= clause.lowerBound else { return nil }
    return paragraph.bytes.range(clause, startsWith: "当年") ? named : nil
  }

  func stateSpan(_ years: YearSpan, _ board: inout TimeBoard) {
    var fact = TimeFact(rule: .severalYears, year: years.last.map { .some($0) })
    if years.isAhead { fact.status = .target }
    if frame.isPlan, let year = frame.year, let last = years.last, last < year { fact.status = .actual }
    board.state(fact)
  }

  func stateListed(_ index: Int, _ board: inout TimeBoard) {
    guard let list, let year = list.year(of: index, in: paragraph) else { return }
    let isOver = identity.year.map { year <= $0 } ?? false
    board.state(TimeFact(rule: .listed, year: year, status: isOver ? .actual : nil))
  }

  /// Words of aim among results, and money that was planned.
  func stateAims(_ index: Int, _ clause: Range<Int>, _ statement: Statement, _ board: inout TimeBoard) {
    if let fact = paragraph.facts.fact(.status, of: index), case .status(let status, let rule) = fact.value,
      !frame.isPlan || rule != .aim
    {
      board.state(
        TimeFact(
          rule: rule, status: status, words: fact.words.map(paragraph.string),
          isOfYearsPlan: rule == .planned && (fact.words.map { tellsYear($0, index) } ?? false)))
    }
    let sentence = paragraph.places[index].sentenceStart..<clause.upperBound
    if !frame.isPlan, let word = words.first(.later, in: sentence),
      !words.has(.past, in: word.upperBound..<clause.upperBound),
      words.has(.future, in: word.upperBound..<clause.upperBound)
        || words.has(.order, in: word.upperBound..<clause.upperBound)
    {
      // 还有大班额学校14所，下一步将新建3所: the sentence goes on with what is to be done.
      board.state(
        TimeFact(
          rule: .aim, year: identity.year.map { $0 + 1 }, status: .target, words: paragraph.string(word)))
    }
    stateBudget(index, clause, statement, &board)
  }

  /// Whether a plan's noun tells that it is the year's: 年初预算, 全年目标任务.
  private func tellsYear(_ noun: Range<Int>, _ index: Int) -> Bool {
    let start = max(paragraph.gap(before: index).lowerBound, months?.end ?? 0)
    return paragraph.bytes.first("年", in: min(start, noun.lowerBound)..<noun.upperBound) != nil
      || paragraph.bytes.first("预算", in: noun) != nil
  }
}
