import Quantities

/// Figures of the year before, and those that others are compared with.
extension TimeReader {
  func statePrior(_ index: Int, _ clause: Range<Int>, _ sentence: Range<Int>, _ board: inout TimeBoard) {
    let entry = paragraph.entries[index]
    if paragraph.facts.role(of: index) == .none, let year = referenceYear(index, clause) {
      board.state(TimeFact(rule: .reference, year: year, status: .prior, words: String(year)))
      return
    }
    guard let year = frame.year, let prior = priorWord(in: clause) ?? priorLabel(index) ?? priorOpening(of: sentence)
    else { return }
    // Among plans of a year the year before is the one whose results are told.
    if isLastYearReported(prior) || frame.isPlan && year - 1 == identity.resultsYear {
      board.state(
        TimeFact(
          rule: .lastYearReported, year: .some(identity.resultsYear), status: .actual, words: paragraph.string(prior)))
    } else if entry.quantity?.kind != .growth {
      board.state(TimeFact(rule: .prior, year: year - 1, status: .prior, words: paragraph.string(prior)))
    }
  }

  /// 去年 in a work report, which is given when the year reported on is over.
  private func isLastYearReported(_ prior: Range<Int>) -> Bool {
    identity.kind == .workReport && !identity.isGivenInItsYear && paragraph.bytes.range(prior, startsWith: "去年")
      && !paragraph.bytes.range(prior, endsWith: "同期")
  }

  /// The year of a figure that others are compared with: 比上年的721件减少54件, 较2019年的16.8%.
  private func referenceYear(_ index: Int, _ clause: Range<Int>) -> Int? {
    let bytes = paragraph.bytes
    if let baseYear = frame.year,
      let word = words.first(.prior, in: clause) ?? words.first(.yearStarts, in: clause),
      case let behind = WordList.dateEdges.strippingPrefixes(bytes, word.upperBound..<clause.upperBound),
      isFoundation(index, behind)
        || (WordList.referenceNouns.contains(bytes, behind) || behind.isEmpty && isLevel(index))
          && WordList.comparisons.isSuffix(of: bytes, clause.lowerBound..<word.lowerBound)
    {
      return (frame.isPlan ? identity.year ?? baseYear : baseYear) - 1
    }
    guard index > 0, case let date = paragraph.entries[index - 1], date.numeralClass == .date,
      date.rule == .calendarDate, date.span.lowerBound > clause.lowerBound,
      // 较2019年的16.8%提高, 较107年1720家增加140家
      bytes.range(clause, endsWith: "的") && date.span.upperBound + "的".utf8.count == clause.upperBound
        || date.span.upperBound == clause.upperBound && isChanged(index),
      WordList.comparisons.isSuffix(of: bytes, clause.lowerBound..<date.span.lowerBound)
    else { return nil }
    return paragraph.year(of: index - 1)
  }

  /// 在上年4200人的基础上增加630人: whether a figure behind those words is what something was built on.
  private func isFoundation(_ index: Int, _ words: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    let end = paragraph.entries[index].span.upperBound
    return (words.isEmpty || bytes.range(words, equals: "的"))
      && bytes.has("基础上", at: bytes.has("的", at: end) ? end + 3 : end)
  }

  /// 比上年同期5亿元增收2000万元: what stands right behind the time compared with is a change only where a verb says so.
  private func isLevel(_ index: Int) -> Bool {
    paragraph.entries[index].quantity.map { $0.kind.isAmount || $0.kind == .percent } ?? false
  }

  /// Whether the clause goes on with how much a figure changed.
  private func isChanged(_ index: Int) -> Bool {
    let next = paragraph.places[index].next
    guard next >= 0, paragraph.entries[next].span.lowerBound < paragraph.places[index].clauseEnd else { return false }
    return paragraph.entries[next].quantity?.kind == .change || paragraph.entries[next].quantity?.kind == .growth
  }

  /// The word for last year in a clause, if it stands there otherwise than in a comparison (比上年增长).
  private func priorWord(in clause: Range<Int>) -> Range<Int>? {
    guard let word = words.first(.prior, in: clause),
      !WordList.comparing.isSuffix(of: paragraph.bytes, clause.lowerBound..<word.lowerBound),
      !WordList.naming.occurs(in: paragraph.bytes, word.upperBound..<clause.upperBound)
    else { return nil }
    return word
  }

  /// （上年：45件）: the word for last year as a label.
  private func priorLabel(_ index: Int) -> Range<Int>? {
    guard let (clause, mark) = paragraph.clause(before: index), mark == .colon,
      paragraph.places[index].clauseStart == paragraph.entries[index].span.lowerBound
    else { return nil }
    return WordList.prior.suffix(of: paragraph.bytes, clause)
  }

  /// 去年，…: the word for last year with which a sentence opens.
  private func priorOpening(of sentence: Range<Int>) -> Range<Int>? {
    guard let word = words.first(.prior, in: sentence), word.lowerBound == sentence.lowerBound,
      paragraph.bytes.has("，", at: word.upperBound), !words.has(.thisYear, in: sentence)
    else { return nil }
    return word
  }
}
