extension Rule {
  static let setPhrase = Rule(
    .setPhrase, "固定说法与名称",
    .yes("落实行政执法⟦三⟧项制度", "name"),
    .yes("推动“⟦一⟧带一路”建设", "name"),
    .no("出台⟦3项⟧优惠政策", "3 项 count ="))

  static let quotedName = Rule(
    .quotedName, "引号内或字母相连的名称",
    .yes("提升“⟦六⟧种能力”", "name"),
    .yes("落实“⟦315⟧”科技创新体系建设工程", "name"),
    .yes("“5·⟦12⟧防震减灾”科普活动", "name"),
    .yes("实现行政村⟦5⟧G网络全覆盖", "name"),
    .yes("PM⟦2.5⟧浓度下降", "name"),
    .yes("设立世界⟦500⟧强企业中心仓", "name"),
    .yes("接听⟦12345⟧热线", "name"),
    .yes("⟦12315⟧平台登记投诉300件", "name"),
    .yes("建成城市⟦15分钟⟧、农村30分钟医疗服务圈", "name"),
    .yes("新建⟦110千伏⟧变电站", "name"),
    .no("“双随机”监管抽取⟦14个⟧单位", "14 个 count ="))

  static let wordPart = Rule(
    .wordPart, "词中数字",
    .yes("⟦九⟧曲桥改造", "name"),
    .yes("建设⟦七⟧色廊道", "name"),
    .no("建成⟦八百⟧间客房", "800 间 count ="))

  static let indefinite = Rule(
    .indefinite, "泛指的一",
    .yes("建设⟦一⟧支行政执法队伍", "other"),
    .yes("作为⟦一⟧项基础性任务", "other"),
    .yes("每⟦一⟧道难关的跨越", "other"),
    .no("遴选⟦1名⟧公职律师", "1 人 count ="))
}

extension LedgerPass {
  /// Names of things with a number in them, and numerals that are part of a word.
  mutating func placeName(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    let touchesLatin = touchesLatin(index, text)
    if touchesLatin || isQuotedName(index, text) || hasNameBehind(index, text) {
      add(index, .name, .quotedName, withUnit: !touchesLatin)
      return true
    }
    // 七一二所: digits of a name; 两三年 is a range.
    if !numeral.isArabic, numeral.isDigitRow, numeral.digitCount > 1, unit(index)?.word.category == .count {
      add(index, .name, .wordPart)
      return true
    }
    guard !numeral.isArabic, !numeral.isPerHundred, !numeral.isFraction, let unit = unit(index) else { return false }
    switch unit.word.category {
    case .count, .person, .session:
      if isIndefinite(index, text) {
        add(index, .other, .indefinite, withUnit: false)
        return true
      }
      guard numeral.isBareMultiplier || isFixedCount(numeral, unit.word, text, at: unit.lexeme) else { return false }
      let isPeople = unit.word.category == .person || unit.word.unit == .visits
      if numeral.isBareMultiplier, !isPeople, numeral.bound == .atLeast { return false }
      add(index, .name, .wordPart, withUnit: numeral.isBareMultiplier)
      return true
    case .measure, .clock, .day:
      // 千里, 万里, 百度: words, unless a bound or more digits make it a figure.
      guard numeral.isBareMultiplier, numeral.bound == .exact, cueBefore(index, text)?.isBound != true,
        unit.word.category != .day
      else { return false }
      add(index, .name, .wordPart)
      return true
    default:
      return false
    }
  }

  /// 5G, 4A, PM2.5, H1N1: a Latin letter right before or behind that is no unit.
  private func touchesLatin(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    if span.lowerBound > 0, text[span.lowerBound - 1].isLatinLetter { return true }
    if span.lowerBound > 1, text[span.lowerBound - 1] == 0x2D, text[span.lowerBound - 2].isLatinLetter { return true }
    guard span.upperBound < text.count, unit(index) == nil else { return false }
    return text[span.upperBound].isLatinLetter
  }

  /// A short phrase in quotation marks is a name; a figure in a long quotation stays one.
  private func isQuotedName(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let enclosure = enclosures[index]
    guard enclosure.isQuote else { return false }
    return enclosure.quoteLength <= 36 || (!numeral(index).isArabic && enclosure.quoteLength <= 60)
  }

  /// Names by what follows: 500强, 12345热线, 318国道, 15分钟生活圈, 110千伏变电站, 5000吨级码头.
  private func hasNameBehind(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let end = numeral(index).span.upperBound
    guard let unit = unit(index) else {
      return numeral(index).isVersion || numeral(index).isHotline || text.has("强", at: end) || text.has("热线", at: end)
        || text.has("国道", at: end)
        || text.has("省道", at: end)
        || text.has("号线", at: end) || text.has("工程", at: end) || text.has("行动", at: end) || text.has("体系", at: end)
        || text.has("星级", at: end) || text.has("政务服务", at: end) || text.has("＋", at: end) || text.has("+", at: end)
        || text.has("+", before: numeral(index).span.lowerBound)
        || text.has("＋", before: numeral(index).span.lowerBound)
    }
    let unitEnd = unit.lexeme.end
    if numeral(index).isVersion, unit.word.unit == .editions { return true }
    if text.has("级", at: unitEnd) || text.has("人制", at: unit.lexeme.start) || text.has("号", at: unit.lexeme.start) {
      return true
    }
    switch unit.word.unit {
    case .kilovolts:
      return unitEnd < text.count && !endsPhrase(at: unitEnd, text) && !text.has("以", at: unitEnd)
    case .minutes, .hours:
      var at = index + 2
      while at < lexemes.count, at - index < Self.reach, !lexemes[at].cue.endsClause {
        if lexemes[at].cue == .circle { return true }
        at += 1
      }
      return false
    default:
      return false
    }
  }

  /// 一 before a classifier is an article, unless a verb of counting makes it a figure.
  private func isIndefinite(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    return span.count == 3 && text.has("一", at: span.lowerBound) && cueBefore(index, text)?.isBound != true
  }

  /// Small Chinese numbers count things in few cases: events, people, bodies. 四个自信, 两项改革 are set phrases.
  private func isFixedCount(_ numeral: Numeral, _ unit: UnitWord, _ text: Span<UInt8>, at lexeme: Lexeme) -> Bool {
    guard numeral.digitCount == 1, numeral.bound == .exact else { return false }
    if unit.unit == .pieces {
      return text.has("事", at: lexeme.end) || text.has("大事", at: lexeme.end) || text.has("要事", at: lexeme.end)
    }
    if Unit.ofEventsAndBodies.contains(unit.unit) { return text.has("套班子", at: lexeme.start) }
    return unit.category != .person
  }
}

extension Numeral {
  /// Whether it looks like a version: 3.0.
  fileprivate var isVersion: Bool {
    guard isArabic, hasFraction, !hasMultiplier, let value else { return false }
    return value.isWhole && value < ExactDecimal(digits: 20)
  }
}

extension Numeral {
  /// Whether it looks like a public telephone line: 12345, 12315.
  fileprivate var isHotline: Bool {
    guard isArabic, isDigitRow, digitCount == 5, let value else { return false }
    return ExactDecimal(digits: 12_000) < value && value < ExactDecimal(digits: 12_400)
  }
}

extension Cue {
  /// Whether the cue bounds the number behind it, which a name never has.
  var isBound: Bool { self == .atLeast || self == .atMost || self == .about }
}

extension UInt8 {
  fileprivate var isLatinLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
