import Quantities

/// Times that are named before the figures that they hold for.
extension TimeReader {
  /// Takes an entry into account that comes before the figures behind it.
  mutating func pass(_ index: Int) {
    enterSentence(paragraph.places[index].sentenceStart)
    let entry = paragraph.entries[index]
    switch entry.numeralClass {
    case .listMarker: named = nil
    case .date, .ordinal:
      if entry.numeralClass == .date { takeList(index) }
      if let years = YearSpan(of: index, in: paragraph, year: identity.year, isPlan: frame.isPlan) {
        named = nil
        // 五年来，…: what a paragraph opens with holds for all of it.
        var years = years
        // “十二五”期间，…；五年新增…: the same years.
        years.last = years.last ?? span?.years.last
        span = (years, entry.span.upperBound, paragraph.places[index].clauseStart == 0)
      } else if entry.numeralClass == .date {
        name(index)
      }
    default: break
    }
  }

  private mutating func enterSentence(_ sentence: Int) {
    guard sentence != lastSentence else { return }
    lastSentence = sentence
    list = nil
    if WordList.continuing.isPrefix(of: paragraph.bytes, sentence..<paragraph.bytes.count) {
      // 立项2021年项目39项。投入经费150万元: the sentence goes on with what was told before.
      named?.reach = paragraph.sentenceEnd(of: sentence)
      return
    }
    chainStart = sentence
    named = nil
    monthsCompared = nil
    if months?.holdsOn != true { months = nil }
    if span?.holdsOn != true { span = frame.span.map { ($0, 0, true) } }
  }

  private mutating func takeList(_ index: Int) {
    if list?.add(index, in: paragraph) == true { return }
    guard index > 0, let two = YearList(index - 1, index, in: paragraph) else { return }
    list = two
  }

  private mutating func name(_ index: Int) {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    let before = paragraph.places[index].clauseStart..<entry.span.lowerBound
    guard let year = paragraph.year(of: index) else { return nameMonths(index, before) }
    let isRange = index > 0 && paragraph.isRange(index - 1, index)
    // 自2023年7月至2024年6月, 2023学年: no year, and no part of one.
    if isRange && paragraph.year(of: index - 1) == nil || bytes.range(entry.span, endsWith: "学年") {
      crossingEnd = paragraph.sentenceEnd(of: entry.span.upperBound)
    }
    if isRange { return }
    // 恢复到2019年的108%, 是2014年的3倍: what is compared with, and nothing else.
    if isBaseOfRatio(index, before) { return }
    // 比2002年增长: the year compared with.
    if WordList.bases.isSuffix(of: bytes, before) {
      let clauseEnd = paragraph.clauseEnd(of: entry.span.upperBound)
      base = (
        year, entry.span.upperBound, bytes.range(entry.span.upperBound..<clauseEnd, endsWith: "相比")
      )
      return
    }
    // 2018年11月起, 2020年以来: where something began is not its year.
    let tail = bytes.dateEnd(from: entry.span.upperBound)
    if WordList.beginnings.isPrefix(of: bytes, tail..<bytes.count) { return }
    // 1979年有监测记录以来
    if bytes.first("以来", in: tail..<min(bytes.count, tail + 36, paragraph.clauseEnd(of: tail))) != nil { return }
    named = NamedYear(year, at: index, in: paragraph, isLater: identity.year.map { year > $0 + 1 } ?? false)
    (span, months, lookBackEnd) = (nil, nil, nil)
    if let found = bytes.monthSpan(at: entry.span.upperBound, isUpTo: isUpTo(before)) {
      months = NamedMonths(found.months, end: found.end, isUpTo: isUpTo(before))
      if year == frame.year { nameForParagraph(before) }
    }
  }

  /// 1—11月受理500件。批捕30件: the months with which a paragraph opens hold for all of it. Whether a month alone does nobody can tell.
  private mutating func nameForParagraph(_ before: Range<Int>) {
    guard before.lowerBound == 0, WordList.leading.strippingPrefixes(paragraph.bytes, before).isEmpty, let months else {
      return
    }
    self.months?.holdsOn = months.months.first < months.months.last
    isOpenedByMonth = months.months.first == months.months.last
  }

  /// 由1月的30%升至12月的57%: the month of which each figure of a change is.
  private func monthOfNextFigure(_ index: Int) -> NamedMonths? {
    let next = paragraph.places[index].next
    guard next >= 0, paragraph.facts.role(of: next) != .none,
      let found = paragraph.bytes.monthSpan(at: paragraph.entries[index].span.lowerBound, isUpTo: false),
      paragraph.bytes.has("的", at: found.end), paragraph.entries[next].span.lowerBound == found.end + "的".utf8.count
    else { return nil }
    return NamedMonths(found.months, end: found.end, isOfNextFigure: true)
  }

  /// 过去一年, 一季度, 前10个月, 1—9月, 12月.
  private mutating func nameMonths(_ index: Int, _ before: Range<Int>) {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    if entry.rule == .timeWindow, entry.value == ExactDecimal(digits: 1),
      WordList.lookBacks.isSuffix(of: bytes, before)
    {
      lookBackEnd = entry.span.upperBound
    }
    if let months, entry.span.lowerBound < months.end { return }
    if let found = monthOfNextFigure(index) {
      months = found
      return
    }
    // The words before a number that say which months it tells: 上, 下, 前, 第.
    let lead = bytes.range(before, endsWithAny: ["上", "下", "前", "第"]) ? 3 : 0
    let clause = before.lowerBound..<before.upperBound - lead
    guard let found = bytes.monthSpan(at: clause.upperBound, isUpTo: isUpTo(clause)) else { return }
    // A month alone tells the time where it opens its clause: 12月新增…; but 建成6月开工的项目.
    let isAlone = found.months.first == found.months.last && !isUpTo(clause)
    guard !isAlone || WordList.leading.strippingPrefixes(bytes, clause).isEmpty else { return }
    // 比上半年增长, 较一季度提高: what is compared with.
    if WordList.bases.isSuffix(of: bytes, clause), !isUpTo(clause) {
      monthsCompared = found.end
    } else {
      months = NamedMonths(found.months, end: found.end, isUpTo: isUpTo(clause))
      nameForParagraph(clause)
      // 2020年疫情最吃紧的1至4月，…: the months are that year's.
      if let named, named.end > before.lowerBound, WordList.topicMarks.isPrefix(of: bytes, found.end..<bytes.count) {
        self.named?.reach = paragraph.sentenceEnd(of: found.end)
      }
    }
  }

  private func isUpTo(_ before: Range<Int>) -> Bool { WordList.upTo.isSuffix(of: paragraph.bytes, before) }

  /// 恢复到2019年的108%, 相当于2015年同期的2.4倍: the year that a share or multiple is of.
  private func isBaseOfRatio(_ index: Int, _ before: Range<Int>) -> Bool {
    let bytes = paragraph.bytes
    let next = paragraph.places[index].next
    guard next >= 0, let kind = paragraph.entries[next].quantity?.kind, kind == .percent || kind == .multiple,
      !WordList.comparisons.isSuffix(of: bytes, before)
    else { return false }
    let yearEnd = bytes.behindYear(from: paragraph.entries[index].span.upperBound)
    let figure = paragraph.entries[next].span.lowerBound
    guard yearEnd <= figure else { return false }
    let between = yearEnd..<figure
    return WordList.trailing.strippingSuffixes(bytes, WordList.baseTails.strippingPrefixes(bytes, between)).isEmpty
      && bytes.first("的", in: between) != nil
  }
}
