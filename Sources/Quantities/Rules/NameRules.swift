extension Rule {
  static let setPhrase = Rule(
    .setPhrase, "固定说法与名称",
    .yes("落实行政执法⟦三⟧项制度", "name"),
    .yes("推动“⟦一⟧带一路”建设", "name"),
    .yes("开展安全生产⟦百⟧日整治行动", "name"),
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
    .yes("实行⟦24小时⟧值班制度", "name"),
    .yes("⟦7⟧×24小时响应", "name"),
    .yes("7×⟦24小时⟧响应", "name"),
    .yes("⟦110⟧报警量下降", "name"),
    .yes("“⟦3⟧·15”消费维权晚会", "name"),
    .yes("改建省道⟦217⟧线", "name"),
    .yes("聚焦⟦6⟧大主导产业", "name"),
    .yes("续建⟦20万吨⟧钾盐项目", "name"),
    .yes("建成⟦3000吨⟧内河航道工程", "name"),
    .yes("年产⟦50万吨⟧铝材、宝石产业园等12个项目开工", "name"),
    .yes("吸引⟦985⟧高校毕业生", "name"),
    .yes("国家⟦863⟧计划项目1项", "name"),
    .no("检修后⟦24小时⟧内恢复供水", "24 小时 duration ="),
    .no("“双随机”监管抽取⟦14个⟧单位", "14 个 count ="))

  static let wordPart = Rule(
    .wordPart, "词中数字",
    .yes("⟦九⟧曲桥改造", "name"),
    .yes("建设⟦七⟧色廊道", "name"),
    .yes("抓好⟦八⟧个方面的工作", "name"),
    .yes("落实⟦十五⟧条硬措施", "name"),
    .yes("开展⟦三⟧项专项行动", "name"),
    .yes("主城⟦四⟧省边际中心", "name"),
    .yes("惠通⟦四方⟧，开放发展", "name"),
    .yes("建成⟦八里⟧店镇供水站", "name"),
    .yes("落实⟦一周⟧一调度", "name"),
    .no("建成⟦八百⟧间客房", "800 间 count ="))

  static let indefinite = Rule(
    .indefinite, "泛指的一、作基数的数",
    .yes("建设⟦一⟧支行政执法队伍", "other"),
    .yes("作为⟦一⟧项基础性任务", "other"),
    .yes("每⟦一⟧道难关的跨越", "other"),
    .yes("收购价每⟦50公斤⟧提高3元", "other"),
    .yes("每⟦百元⟧营业收入中的成本", "other"),
    .yes("每⟦3年⟧评估一次", "other"),
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
    if isBase(index, text) {
      add(index, .other, .indefinite)
      return true
    }
    if isFinancialWord(index, text) {
      add(index, .name, .wordPart, withUnit: false)
      return true
    }
    // 七一二所: digits of a name; 两三年 is a range.
    if !numeral.isArabic, numeral.isDigitRow, numeral.digitCount > 1, numeral.upper == nil,
      unit(index)?.word.category == .count
    {
      add(index, .name, .wordPart)
      return true
    }
    guard !numeral.isArabic, !numeral.isPerHundred, !numeral.isFraction, let unit = unit(index) else { return false }
    if isPlaceName(index, unit.word, text, at: unit.lexeme.end) {
      add(index, .name, .wordPart)
      return true
    }
    switch unit.word.category {
    case .count, .person, .session:
      if unitBehindHalf(index, text) != nil || cueBefore(index, text) == .lasting { return false }
      if isIndefinite(index, text) {
        add(index, .other, .indefinite, withUnit: false)
        return true
      }
      // 十 alone counts as the digits do (十个项目), 百 and 万 seldom.
      let isRound = numeral.isBareMultiplier && numeral.value != ExactDecimal(digits: 10)
      if isAmountOfProjects(index, text) { return false }
      guard isRound || isFixedCount(index, unit.word, text, at: unit.lexeme) else { return false }
      if isRound, isBoundedCount(index, unit.word, text, at: unit.lexeme) { return false }
      add(index, .name, .wordPart, withUnit: numeral.isBareMultiplier)
      return true
    case .duration, .day:
      // 一周一调度
      guard text.has("一", before: unit.lexeme.start), text.has("一", at: unit.lexeme.end),
        numeral.digitCount == 1
      else { return false }
      add(index, .name, .wordPart)
      return true
    case .measure, .clock:
      // 千里, 万里, 百度: words, unless a bound or more digits make it a figure.
      let isWord = numeral.isBareMultiplier && cueBefore(index, text)?.isBound != true
      // 四方宾客, 守护一方; 三里河水库, 八里店镇
      let isSide =
        numeral.digitCount == 1 && text.has("方", at: unit.lexeme.start) && unit.lexeme.end - unit.lexeme.start == 3
      let isPlace =
        numeral.digitCount == 1 && unit.word.unit == .chineseMiles && cueBefore(index, text)?.isBound != true
        && !endsPhrase(at: unit.lexeme.end, text)
      // 多一点关心, 没有半点松懈
      let isTrifle =
        text.has("点", at: unit.lexeme.start) && (numeral.isHalf || text.has("一", at: numeral.span.lowerBound))
        && numeral.digitCount == 1
      guard numeral.bound == .exact, isWord || isSide || isPlace || isTrifle else { return false }
      add(index, .name, .wordPart)
      return true
    default:
      return false
    }
  }

  /// 陆家镇, 伍家岗区, 壹号公馆: a financial numeral alone before a word is part of a name, but where money follows (伍元).
  private func isFinancialWord(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    let span = numeral.span
    guard numeral.digitCount == 1, span.count == 3, text.isIdeograph(at: span.upperBound) else { return false }
    return NumeralCharacter.isFinancial(decodeScalar(in: text, at: span.lowerBound).scalar)
      && unit(index)?.word.category != .money
  }

  /// 七家子镇, 六道湾, 五里墩: a Chinese number and a classifier before a character that ends the names of places.
  private func isPlaceName(_ index: Int, _ unit: UnitWord, _ text: Span<UInt8>, at end: Int) -> Bool {
    guard Unit.ofPlaceNames.contains(unit.unit), end < text.count else { return false }
    if unit.category == .money, unit.scale < 0 { return isShape(before: end, text) }
    if Self.endsOfPlaceNames.contains(where: { text.has($0, at: end) }) { return true }
    // 五家子公司 are counted, 七家子镇 is a name.
    let name = Self.wordsInPlaceNames.contains { text.has($0, at: end) } ? end + 3 : end
    let isYuan = unit.unit == .yuan && !numeral(index).hasMultiplier
    return (name > end || isYuan) && Self.kindsOfPlaces.contains { text.has($0, at: name) }
  }

  /// 五角场, 八角楼: whether 角 has a noun behind it; a price ends with it or goes on with what it is for.
  private func isShape(before end: Int, _ text: Span<UInt8>) -> Bool {
    text.isIdeograph(at: end) && !endsPhrase(at: end, text)
      && NumeralCharacter.of(decodeScalar(in: text, at: end).scalar) == nil
      && !Self.behindPrices.contains { text.has($0, at: end) }
  }

  private static let behindPrices: [StaticString] = ["钱", "整", "左右", "上下", "以", "每", "至", "到"]

  private static let wordsInPlaceNames: [StaticString] = [
    "子", "店", "河", "桥", "房", "铺", "集", "港", "山", "塘", "户", "村", "渠",
  ]

  private static let kindsOfPlaces: [StaticString] = [
    "镇", "乡", "村", "屯", "街道", "社区", "区", "县", "市", "桥", "路", "站", "林场", "水库", "大桥",
  ]
  private static let endsOfPlaceNames: [StaticString] = [
    "沟", "岗", "嘴", "浜", "湾", "坪", "坝", "坡", "岭", "寨", "堡", "屯", "庄", "圩", "埠", "窑", "窝", "洼", "峪", "疃", "滩", "墩", "垭",
    "圪", "淀", "泊", "畈",
    "梁", "塬", "砭",
  ]

  /// 5G, 4A, PM2.5, H1N1: a Latin letter right before or behind that is no unit.
  private func touchesLatin(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    // USD300万
    if lexicon.currency(in: text, before: span.lowerBound) != nil { return false }
    if span.lowerBound > 0, text[span.lowerBound - 1].isLatinLetter { return true }
    // CRH-380, PM_2.5
    if span.lowerBound > 1, text[span.lowerBound - 1] == 0x2D || text[span.lowerBound - 1] == 0x5F,
      text[span.lowerBound - 2].isLatinLetter
    {
      return true
    }
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
    if isNamedTime(index, text) || isMarkedDay(index, text) { return true }
    guard let unit = unit(index) else {
      // 发行总额（亿元）10.00
      if unitOfLabel(index, text) != nil || numeral(index).isFraction { return false }
      return isNumberedRoad(index, text) || isEmergencyLine(index, text) || isNumberedInList(index, text)
        || (numeral(index).isArabic && text.has("大", at: end)) || text.has("#", at: end)
        || isUniversityGroup(index, text)
        || numeral(index).isVersion && proportion(index, text) == nil || numeral(index).isHotline
        || text.has("强", at: end) || text.has("热线", at: end)
        || text.has("国道", at: end)
        || text.has("省道", at: end)
        || text.has("号线", at: end) || text.has("工程", at: end) || text.has("行动", at: end) || text.has("计划", at: end)
        || text.has("体系", at: end)
        || text.has("星级", at: end) || text.has("政务服务", at: end) || text.has("＋", at: end) || text.has("+", at: end)
        || text.has("+", before: numeral(index).span.lowerBound)
        || text.has("＋", before: numeral(index).span.lowerBound)
    }
    let unitEnd = unit.lexeme.end
    if numeral(index).isVersion, unit.word.unit == .editions { return true }
    if text.has("级", at: unitEnd) || text.has("人制", at: unit.lexeme.start) || text.has("号", at: unit.lexeme.start) {
      return true
    }
    guard unit.word.category == .measure || unit.word.category == .duration else { return false }
    if unit.word.category == .measure, isInListOfNames(index, text, from: unitEnd) { return true }
    switch unit.word.unit {
    case Unit.ofCapacities:
      return isCapacityOfProject(index, text, from: unitEnd)
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

  /// 7×24小时, 24小时值班: round the clock.
  private func isNamedTime(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let end = numeral(index).span.upperBound
    guard numeral(index).isArabic else { return false }
    if text.has("×24小时", at: end) || text.has("*24小时", at: end) || text.has("×8小时", at: end) { return true }
    guard let unit = unit(index), text.has("小时", before: unit.lexeme.end) else { return false }
    let start = numeral(index).span.lowerBound
    if text.has("×", before: start) || text.has("*", before: start) { return true }
    guard text.has("24", at: start), end == start + 2, !endsPhrase(at: unit.lexeme.end, text) else { return false }
    switch cueBehind(index + 1, text) {
    case .windowEnd, .orLess, .orMore, .moreOrLess: return false
    default: break
    }
    switch cueBefore(index, text) {
    case .atLeast, .atMost, .about, .result, .lasting: return false
    default: return true
    }
  }

  /// 3·15, 12·4: a day whose number is a name.
  private func isMarkedDay(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    guard numeral(index).isArabic, text.has("·", at: span.upperBound) || text.has("·", before: span.lowerBound),
      numeral(index).isWhole(upTo: 31)
    else { return false }
    if text.has("·", at: span.upperBound), index + 1 < lexemes.count, lexemes[index + 1].cue == .numeral {
      return lexemes[index + 1].start == span.upperBound + 2
    }
    return text.has("·", before: span.lowerBound) && index > 0 && lexemes[index - 1].cue == .numeral
      && lexemes[index - 1].end == span.lowerBound - 2
  }

  /// 国道303线, 省道217线, 318·川藏线.
  private func isNumberedRoad(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    guard numeral(index).isArabic else { return false }
    return text.has("国道", before: span.lowerBound) || text.has("省道", before: span.lowerBound)
      || text.has("县道", before: span.lowerBound) || text.has("线", at: span.upperBound)
      || text.has("·", at: span.upperBound)
  }

  /// 110报警, 120急救, 119指挥中心.
  private func isEmergencyLine(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    guard span.count == 3,
      text.has("110", at: span.lowerBound) || text.has("119", at: span.lowerBound)
        || text.has("120", at: span.lowerBound) || text.has("122", at: span.lowerBound)
    else { return false }
    let end = span.upperBound
    return text.has("报警", at: end) || text.has("急救", at: end) || text.has("呼救", at: end) || text.has("接处警", at: end)
      || text.has("接警", at: end) || text.has("指挥", at: end) || text.has("平台", at: end) || text.has("警情", at: end)
      || text.has("电话", at: end) || text.has("出警", at: end) || text.has("调度", at: end) || text.has("中心", at: end)
  }

  /// 985高校, 211院校.
  private func isUniversityGroup(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    return span.count == 3 && (text.has("985", at: span.lowerBound) || text.has("211", at: span.lowerBound))
      && (text.has("高校", at: span.upperBound) || text.has("院校", at: span.upperBound)
        || text.has("大学", at: span.upperBound))
  }

  /// 8、9号机组: the numbers of things in a list.
  private func isNumberedInList(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard numeral(index).isArabic, index + 3 < lexemes.count,
      lexemes[index + 1].cue == .enumeration || lexemes[index + 1].cue == .and, lexemes[index + 2].cue == .numeral,
      touches(index, index + 1, text), touches(index + 1, index + 2, text)
    else { return false }
    return text.has("号", at: lexemes[index + 2].end)
  }

  /// 30万吨钾盐项目, 10万千瓦光伏电站: the capacity that names a project. Behind a bound or 新增 it is a figure.
  private func isCapacityOfProject(_ index: Int, _ text: Span<UInt8>, from start: Int) -> Bool {
    guard cueBefore(index, text)?.isBound != true, cueBefore(index, text)?.isChange != true,
      cueBefore(index, text) != .result, cueBefore(index, text) != .unit
    else { return false }
    if text.has("×", before: numeral(index).span.lowerBound) { return false }
    var at = start
    for _ in 0..<14 where at < text.count && !endsPhrase(at: at, text) {
      if text.has("项目", at: at) || text.has("生产线", at: at) || text.has("装置", at: at)
        || text.has("工程", at: at)
      {
        return at > start
      }
      at += decodeScalar(in: text, at: at).length
    }
    return false
  }

  /// 年产50万吨铝材、宝石产业园等12个项目: what stands before 、 or 等 and a count are names.
  private func isInListOfNames(_ index: Int, _ text: Span<UInt8>, from start: Int) -> Bool {
    guard !endsPhrase(at: start, text), !text.has("等", at: start), cueBefore(index, text)?.isBound != true,
      cueBehind(index + 1, text)?.isBoundBehind != true
    else { return false }
    var at = index + 2
    while at < lexemes.count, at - index < Self.reach, !lexemes[at].cue.endsClause {
      if lexemes[at].cue == .numeral, text.has("等", before: lexemes[at].start) { return unit(at) != nil }
      at += 1
    }
    return false
  }

  /// 一 before a classifier is an article, unless a verb of counting makes it a figure.
  private func isIndefinite(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    return span.count == 3 && text.has("一", at: span.lowerBound) && cueBefore(index, text)?.isBound != true
      && !(isEndOfChange(index, text) && unit(index).map { endsPhrase(at: $0.lexeme.end, text) } == true)
  }

  /// 近千场, 超百家, 高考上线万人以上: a round number is a figure where its size is told.
  private func isBoundedCount(_ index: Int, _ unit: UnitWord, _ text: Span<UInt8>, at lexeme: Lexeme) -> Bool {
    if numeral(index).bound == .atLeast { return !text.has("人口", before: lexeme.end) }
    if cueBehind(index + 1, text) == .orMore { return endsPhrase(at: lexemes[index + 2].end, text) }
    return cueBefore(index, text)?.isBound == true
  }

  /// 每50公斤, 每10万人口: the base of a rate.
  private func isBase(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard cueBefore(index, text) == .every, let unit = unit(index) else { return false }
    switch unit.word.category {
    case .measure, .money: return numeral(index).isArabic || numeral(index).isBareMultiplier
    case .year, .month: return numeral(index).isArabic && !numeral(index).isCalendarYear
    case .duration, .person, .count, .day: return numeral(index).isArabic
    default: return false
    }
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

  /// The same of the number before it.
  fileprivate var isBoundBehind: Bool { self == .orMore || self == .orLess || self == .moreOrLess }
}

extension UInt8 {
  var isLatinLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
