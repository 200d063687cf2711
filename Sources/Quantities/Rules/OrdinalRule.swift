extension Rule {
  static let ordinal = Rule(
    .ordinal, "序数（非排名）",
    .yes("履行推进法治建设第⟦一⟧责任人职责", "ordinal"),
    .yes("举办第三届大会，⟦第23届⟧华创会", "ordinal"),
    .yes("学习贯彻党的⟦二十⟧大精神", "ordinal"),
    .yes("十九届⟦二⟧中、三中全会精神", "ordinal"),
    .yes("市委八届⟦七次⟧全会精神", "ordinal"),
    .yes("省委十二届⟦二次⟧三次全会", "ordinal"),
    .yes("编制“⟦十四五⟧”规划", "ordinal"),
    .yes("推进“⟦七五⟧”普法工作", "ordinal"),
    .yes("公园(⟦一期⟧)建成", "ordinal"),
    .yes("⟦一类⟧口岸开通运营", "ordinal"),
    .yes("市委五届⟦六次⟧、七次全会部署", "ordinal"),
    .yes("劣⟦Ⅴ类⟧水体全部消除", "ordinal"),
    .no("编辑发布“以案释法”⟦7期⟧", "7 期 count ="),
    .no("公布⟦五批⟧128项名录", "5 批 count ="),
    .no("举办⟦两期⟧研修班", "2 期 count ="),
    .no("连续⟦7届⟧荣获双拥模范城", "7 届 count ="))

  static let rank = Rule(
    .rank, "排名",
    .yes("营商环境评价全省⟦第六⟧，满意率全省第一", "6 位 rank ="),
    .yes("在全国经开区排名升至⟦第三十四位⟧", "34 位 rank ="),
    .yes("货邮吞吐量进入全国⟦前四⟧。", "4 位 rank <="),
    .yes("指标均居全省⟦第5位⟧", "5 位 rank ="),
    .yes("居全国百强市⟦37位⟧", "37 位 rank ="),
    .yes("农村卫生厕所普及率苏中苏北⟦第一⟧。", "1 位 rank ="),
    .yes("取得全市⟦第五⟧良好成绩", "5 位 rank ="),
    .yes("综合评价从⟦第七位⟧升至第四位", "7 位 rank ="),
    .yes("综合评价从第七位升至⟦第四位⟧", "4 位 rank ="),
    .yes("由百强县57位进至⟦46位⟧", "46 位 rank ="),
    .no("成为全省⟦第三个⟧通航城市", "ordinal"),
    .no("加强⟦第一⟧责任人职责", "ordinal"))
}

extension LedgerPass {
  /// A place in an order: behind 第, in 二十大, 届, 中全会, or a plan's number; as a ranking where the words say so.
  mutating func placeOrdinal(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    let end = numeral.span.upperBound
    if isRoman(index, text) {
      add(index, .ordinal, .ordinal)
      return true
    }
    if cueBefore(index, text) == .ordinalPrefix {
      let isRank =
        ranks(index, text, from: index - 1) || isStartOfRanks(index, text) || isBehindStartOfRanks(index, text)
      placeBehindPrefix(index, isRank ? .statistic : .ordinal, text)
      return true
    }
    if text.has("前", before: numeral.span.lowerBound), ranks(index, text, from: index) {
      placeRank(index, from: numeral.span.lowerBound - 3, bound: .atMost, text)
      return true
    }
    if let unit = unit(index), unit.word.category == .person, text.has("位", at: unit.lexeme.start),
      numeral.isArabic,
      cueBefore(index, text) == .ranked || (isRankedInArena(index) && cueBefore(index, text)?.isChange != true)
    {
      placeRank(index, from: numeral.span.lowerBound, bound: .exact, text)
      return true
    }
    guard !numeral.isArabic else { return false }
    let isOrdinal: Bool
    if let unit = unit(index) {
      let unitEnd = unit.lexeme.end
      switch unit.word.category {
      case .count where unit.word.unit == .classes:
        isOrdinal = numeral.isWhole(upTo: 4) && !endsPhrase(at: unitEnd, text) && !isCounted(index, text)
      case .session where !text.has("次会议", at: unit.lexeme.start):
        if cueBefore(index, text) == .lasting { return false }
        isOrdinal = !isCountedSession(index, text)
      case .session:
        isOrdinal = true
      default:
        isOrdinal =
          text.has("次", at: unit.lexeme.start)
          && (isChainOfSessions(index + 1, text) || text.has("全会", at: unitEnd) || text.has("全体会议", at: unitEnd)
            || text.has("党代会", at: unitEnd)
            || text.has("代表大会", at: unitEnd) || text.has("党代表大会", at: unitEnd))
      }
    } else {
      isOrdinal = isCongress(numeral, text) || isPlenum(index, text) || isPlanNumber(index, text)
    }
    guard isOrdinal else { return false }
    add(index, .ordinal, .ordinal)
    entries[entries.count - 1].span = numeral.span.lowerBound..<max(end, entries[entries.count - 1].span.upperBound)
    return true
  }

  /// 从第七位升至第四位: the place that a move starts from.
  private func isStartOfRanks(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let last = unit(index)?.word.category == .person ? index + 1 : index
    guard last + 2 < lexemes.count, touches(last, last + 1, text),
      lexemes[last + 1].cue == .ranked || lexemes[last + 1].cue.isChange
    else { return false }
    let following = lexemes[last + 2].cue == .result ? last + 3 : last + 2
    return following + 1 < lexemes.count && lexemes[following].cue == .ordinalPrefix
      && lexemes[following + 1].cue == .numeral && touches(last + 1, last + 2, text)
  }

  /// Whether the place from which a move starts stands right before in the clause.
  private func isBehindStartOfRanks(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let last = entries.last, last.role == .before, last.quantity?.kind == .rank else { return false }
    return lexemes[clauseStart(index)].start <= last.span.lowerBound
  }

  /// 居全国百强市37位: a verb of ranking and its field stand before in the clause.
  private func isRankedInArena(_ index: Int) -> Bool {
    let words = lexemes[clauseStart(index)..<index].map(\.cue)
    return words.contains(.ranked) && words.contains(.arena)
  }

  /// 二次三次四次全会: a chain that ends in a session.
  private func isChainOfSessions(_ unitIndex: Int, _ text: Span<UInt8>) -> Bool {
    var at = unitIndex
    while at - unitIndex < Self.reach, at + 2 < lexemes.count {
      let joint = lexemes[at + 1].cue
      let following = joint == .enumeration || joint == .and ? at + 2 : at + 1
      guard following + 1 < lexemes.count, lexemes[following].cue == .numeral, touches(following - 1, following, text),
        lexemes[at + 1].start == lexemes[at].end, lexemes[following + 1].cue == .unit,
        text.has("次", at: lexemes[following + 1].start)
      else { break }
      at = following + 1
    }
    return at > unitIndex && text.has("全", at: lexemes[at].end)
  }

  private mutating func placeBehindPrefix(_ index: Int, _ numeralClass: NumeralClass, _ text: Span<UInt8>) {
    let start = lexemes[index - 1].start
    if numeralClass == .statistic {
      placeRank(index, from: start, bound: .exact, text)
    } else {
      add(index, .ordinal, .ordinal, withUnit: unit(index)?.word.category != .person)
      entries[entries.count - 1].span = start..<entries[entries.count - 1].span.upperBound
    }
  }

  /// Whether a ranking is told: a word of ranking or the field of comparison stands before, and the thing ends here.
  private func ranks(_ index: Int, _ text: Span<UInt8>, from first: Int) -> Bool {
    var end = numeral(index).span.upperBound
    if let unit = unit(index) {
      guard unit.word.category == .person, !text.has("人", at: unit.lexeme.start) else { return false }
      end = unit.lexeme.end
    }
    guard
      endsPhrase(at: end, text) || unit(index) != nil || text.has("良好成绩", at: end) || text.has("好成绩", at: end)
        || text.has("的好成绩", at: end)
    else { return false }
    var at = first
    let reach = lexemes[first].start - 90
    while at > 0 {
      at -= 1
      if lexemes[at].cue.endsClause || lexemes[at].end < reach { return false }
      if lexemes[at].cue == .arena || lexemes[at].cue == .ranked { return true }
    }
    return false
  }

  private mutating func placeRank(_ index: Int, from start: Int, bound: Bound, _ text: Span<UInt8>) {
    let numeral = numeral(index)
    let role: ChangeRole =
      isStartOfRanks(index, text) ? .before : isBehindStartOfRanks(index, text) ? .after : .none
    let end = unit(index)?.lexeme.end ?? numeral.span.upperBound
    guard let value = numeral.value else { return add(index, .other, .rank) }
    var quantity = Quantity(value: value, place: nil, unit: .rank, kind: .rank, bound: bound)
    if bound == .atMost { quantity.low = ExactDecimal(digits: 1) }
    entries.append(
      LedgerEntry(
        span: start..<end, numeral: numeral.span, numeralClass: .statistic, quantity: quantity, value: value,
        role: role,
        rule: .rank, issue: nil))
  }

  /// Whether a mark, a connective or nothing follows, so that no counted thing can.
  func endsPhrase(at end: Int, _ text: Span<UInt8>) -> Bool {
    guard end < text.count else { return true }
    switch decodeScalar(in: text, at: end).scalar {
    // , 、 。 ， ； ; ： : ） ) ” 》 ！ space 和 与 及 的
    case 0x2C, 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0x3B, 0xFF1A, 0x3A, 0xFF09, 0x29, 0x201D, 0x300B, 0xFF01, 0x20, 0x3000,
      0x0A,
      0x548C, 0x4E0E, 0x53CA, 0x7684, 0x2E:
      return true
    default: return false
    }
  }

  /// 十六大, 二十大: congresses; 十大 and 八大 are mostly names.
  private func isCongress(_ numeral: Numeral, _ text: Span<UInt8>) -> Bool {
    guard text.has("大", at: numeral.span.upperBound), let value = numeral.value else { return false }
    return ExactDecimal(digits: 11) <= value && value <= ExactDecimal(digits: 40)
      || text.has("党的", before: numeral.span.lowerBound)
  }

  /// 二中、三中、四中全会.
  private func isPlenum(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let end = numeral(index).span.upperBound
    guard text.has("中", at: end) else { return false }
    return text.has("全会", at: end + 3) || text.has("、", at: end + 3) || text.has("和", at: end + 3)
  }

  /// 十四五, 十五五; 七五, 八五 in quotation marks or before 规划, 普法 …
  private func isPlanNumber(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    let span = numeral.span
    guard text.has("五", before: span.upperBound) else { return false }
    if text.has("十", at: span.lowerBound), span.count == 9 { return true }
    guard span.count == 6 else { return false }
    let behind = text.has("”", at: span.upperBound) ? span.upperBound + 3 : span.upperBound
    return enclosures[index].isQuote || text.has("普法", at: behind) || text.has("规划", at: behind)
      || text.has("时期", at: behind) || text.has("期间", at: behind) || text.has("计划", at: behind)
  }
}
