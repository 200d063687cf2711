extension Rule {
  static let calendarDate = Rule(
    .calendarDate, "年月日",
    .yes("⟦2023年⟧，厅党组开展集中学习10次", "date"),
    .yes("2022年⟦2月⟧28日", "date"),
    .yes("2022年2月⟦28日⟧", "date"),
    .yes("发布日期:2022-⟦03⟧-15 11:06:17", "date"),
    .yes("规划纲要（⟦2021⟧—2025年）", "date"),
    .yes("日期: 2024- 01- ⟦25⟧ 15: 27", "date"),
    .yes("坚持每周⟦四⟧的学法制度", "date"),
    .yes("⟦一季度⟧开工项目20个", "date"),
    .yes("建设⟦21⟧世纪海上丝绸之路", "date"),
    .yes("⟦二〇二三年⟧十二月", "date"),
    .yes("⟦二○一三年⟧", "date"),
    .yes("⟦二0二三年⟧", "date"),
    .yes("⟦1 9 9 8 年⟧以来", "date"),
    .yes("上⟦半年⟧新开工项目20个", "date"),
    .yes("12.⟦10月⟧底前开展督察1次", "date"),
    .yes("⟦2023届⟧毕业生就业率达95%", "date"),
    .yes("启用⟦2024版⟧表格36张", "date"),
    .yes("⟦2023级⟧新生入学", "date"),
    .yes("⟦22年⟧立案45件", "date"),
    .yes("较⟦22年⟧增加5件", "date"),
    .yes("⟦22年⟧、23年分别立案45件、50件", "date"),
    .yes("⟦108年度⟧辅导加装设备36家", "date"),
    .yes("民国⟦108年⟧，稽查工厂12家", "date"),
    .yes("截至⟦114年⟧3月底，完成36案", "date"),
    .yes("自⟦109年⟧起补助", "date"),
    .yes("⟦113年⟧，经济成长率4.3%", "date"),
    .yes("核发300张，其中⟦113年⟧核发120张", "date"),
    .yes("目标为⟦115年⟧底前增至40处", "date"),
    .no("建校⟦115年⟧，校友50万人", "115 年 duration ="),
    .no("电梯使用⟦15年⟧以上的小区", "15 年 duration >="),
    .no("连续⟦14年⟧增长", "14 年 duration ="),
    .no("审批时限由30日压缩至⟦10日⟧", "10 天 duration ="),
    .no("申报截止时间延期⟦1月⟧", "1 月 duration ="),
    .no("整改到位⟦2023个⟧", "2023 个 count ="))

  static let timeWindow = Rule(
    .timeWindow, "时间段",
    .yes("⟦五年⟧来累计新增就业20万人", "date"),
    .yes("创近⟦5年⟧最好成绩", "date"),
    .yes("过去⟦三年⟧，我们攻坚克难", "date"),
    .yes("这是极不平凡的⟦一年⟧", "date"),
    .yes("今后⟦一个⟧时期的工作重点", "date"),
    .yes("建市⟦四十周年⟧", "date"),
    .yes("前⟦10个月⟧完成投资8亿元", "date"),
    .yes("超过前⟦5年⟧的总和", "date"),
    .yes("财政收入达到130亿元，⟦3年⟧增长50%", "date"),
    .yes("⟦5年⟧累计减少贫困人口86万人", "date"),
    .yes("火灾起数比近⟦五⟧年均值下降42%", "date"),
    .no("实施质量⟦三年⟧提升行动", "name"),
    .no("提前⟦3个月⟧完工", "3 月 duration ="),
    .no("复工后⟦9个月⟧内投产", "9 月 duration ="),
    .no("工期⟦两三年⟧", "2—3 年 duration range"),
    .no("连续⟦3年⟧荣获先进单位", "3 年 duration ="),
    .no("仅用⟦1年⟧时间建成", "1 年 duration ="))

  static let clockTime = Rule(
    .clockTime, "钟点",
    .yes("2024-1-25 ⟦15⟧:01:04", "date"),
    .yes("办公时间⟦10⟧:30—11:30", "date"),
    .yes("上午⟦9时⟧30分开始", "date"),
    .yes("当日⟦0⟧－12时接听来电86个", "date"),
    .yes("当日0－⟦12时⟧接听来电86个", "date"),
    .yes("20日⟦14时⟧—15时，雨强42毫米", "date"),
    .yes("20日14时—⟦15时⟧，雨强42毫米", "date"),
    .yes("上午8:30至下午17:⟦00⟧对外办公", "date"),
    .no("持续⟦14小时⟧", "14 小时 duration ="))
}

extension Numeral {
  /// Whether it is written as a year of the calendar: four digits from 1800 to 2199.
  var isCalendarYear: Bool {
    guard isDigitRow, digitCount == 4, let value else { return false }
    return value.isWhole(in: 1800...2199)
  }

  /// Whether it is a whole number from 1 to `most`.
  func isWhole(upTo most: Int64) -> Bool {
    guard let value, !hasFraction else { return false }
    return value.isWhole(in: 1...most)
  }
}

extension LedgerPass {
  /// A date, a time of day or a stretch of time that something lies in.
  mutating func placeDate(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    if placeDateChain(index, text) { return true }
    if let unit = unit(index), unit.lexeme.start <= text.skippingSpaces(from: numeral.span.upperBound) {
      switch unit.word.category {
      case .year: return placeYear(index, text, unit.lexeme)
      case .month: return placeMonth(index, text)
      case .day: return placeDay(index, text)
      case .clock: return placeClock(index, text)
      case .session where numeral.isCalendarYear && numeral.isArabic && text.has("届", at: unit.lexeme.start),
        .count where numeral.isCalendarYear && numeral.isArabic && Unit.ofEditions.contains(unit.word.unit):
        add(index, .date, .calendarDate)
        return true
      case .duration where text.has("季度", at: unit.lexeme.start): return placeQuarter(index, text)
      case .duration where isPeriod(unit.word) && opensWindow(index, text):
        add(index, .date, .timeWindow)
        return true
      default: break
      }
    }
    let end = text.skippingSpaces(from: numeral.span.upperBound)
    // 近五年均值: 年均 is no unit.
    if text.has("年均", at: end), opensWindow(index, text) {
      add(index, .date, .timeWindow, withUnit: false)
      return true
    }
    if cueBefore(index, text) == .weekday, !numeral.isArabic, numeral.isWhole(upTo: 7),
      unit(index)?.word.category != .count
    {
      add(index, .date, .calendarDate, withUnit: false)
      return true
    }
    if !numeral.isArabic,
      text.has("个时期", at: end) || text.has("个阶段", at: end) || text.has("段时期", at: end)
        || text.has("段时间", at: end)
    {
      add(index, .date, .timeWindow)
      return true
    }
    if text.has("世纪", at: end) || text.has("年代", at: end) {
      add(index, .date, .calendarDate, withUnit: false)
      return true
    }
    if numeral.isCalendarYear, numeral.isArabic, !enclosures[index].isQuote,
      unit(index).map({ text.has("行动", at: $0.lexeme.start) }) ?? true, unitOfLabel(index, text) == nil,
      lexicon.currency(in: text, before: numeral.span.lowerBound) == nil
    {
      add(index, .date, .calendarDate, withUnit: false)
      return true
    }
    return false
  }

  /// `2024-1-25 15:01:04`, `2021—2025年`, `1—9月`: numbers joined by marks, of which one tells that all are dates.
  private mutating func placeDateChain(_ index: Int, _ text: Span<UInt8>) -> Bool {
    var last = index
    while last - index < Self.reach, let following = numeralJoined(to: last, text) { last = following }
    guard last > index else { return false }
    let first = numeral(index)
    let endUnit = unit(last)?.word.category
    let numbers = (index...last).filter { lexemes[$0].cue == .numeral }
    let isDate: Bool
    if first.isCalendarYear, first.isArabic {
      isDate =
        unit(last) == nil || endUnit == .year || endUnit == .day || endUnit == .month || numeral(last).isCalendarYear
    } else if endUnit == .year {
      isDate = numeral(last).isCalendarYear
    } else if endUnit == .month || endUnit == .day {
      isDate = numbers.allSatisfy { numeral($0).isWhole(upTo: 31) }
    } else if endUnit == .clock, text.has("时", before: lexemes[last + 1].end) {
      isDate = numbers.allSatisfy { isBelow(25, $0) && !numeral($0).hasFraction }
    } else {
      isDate = isClock(numbers, text)
    }
    guard isDate else { return false }
    for number in numbers {
      let isTime = endUnit == .clock || cueBefore(number, text) == .colon || cueBehind(number, text) == .colon
      // 8:30至17:00对外办公: what only looks like its unit isn't.
      add(number, .date, isTime ? .clockTime : .calendarDate, withUnit: unit(number)?.word.category != .count)
      next = max(next, number + 1)
    }
    return true
  }

  /// The numeral that a hyphen, dash, slash, colon or space-separated time joins to the one at `index`.
  private func numeralJoined(to index: Int, _ text: Span<UInt8>) -> Int? {
    var following = index + 1
    if following < lexemes.count, lexemes[following].cue == .unit { following += 1 }
    while following < lexemes.count, lexemes[following].cue == .colon || lexemes[following].cue == .result {
      following += 1
    }
    guard following < lexemes.count, lexemes[following].cue == .numeral else { return nil }
    let end =
      following == index + 1
      ? lexemes[index].end : lexemes[index + 1].cue == .unit ? lexemes[index + 1].end : lexemes[index].end
    let start = lexemes[following].start
    guard start - end <= 8 else { return nil }
    var at = end
    var hasMark = false
    while at < start {
      let (scalar, length) = decodeScalar(in: text, at: at)
      switch scalar {
      case _ where isBlankCharacter(scalar): break
      // - – — － ~ ～ / : ： 至 到
      case 0x2D, 0x2013, 0x2014, 0xFF0D, 0x7E, 0xFF5E, 0x2F, 0x3A, 0xFF1A, 0x81F3, 0x5230: hasMark = true
      default: return nil
      }
      at += length
    }
    // A space alone joins only a date and the time of day behind it.
    if !hasMark {
      guard numeral(index).isWhole(upTo: 31), numeral(index).digitCount <= 2, start > end,
        following + 1 < lexemes.count,
        lexemes[following + 1].cue == .colon, index > 0, joinedByHyphen(index, text)
      else { return nil }
    }
    return following
  }

  private func joinedByHyphen(_ index: Int, _ text: Span<UInt8>) -> Bool {
    var at = lexemes[index].start
    while at > 0 {
      let before = scalarStart(in: text, before: at)
      let scalar = decodeScalar(in: text, at: before).scalar
      if scalar == 0x2D || scalar == 0x2F { return true }
      guard scalar == 0x20 else { return false }
      at = before
    }
    return false
  }

  /// `15:27`: an hour and two-digit minutes.
  private func isClock(_ numbers: [Int], _ text: Span<UInt8>) -> Bool {
    guard numbers.count <= 4, lexemes[numbers[0] + 1].cue == .colon, proportion(numbers[0], text) == nil else {
      return false
    }
    // 10:30—11:30
    if numbers.count == 4 {
      return lexemes[numbers[2] + 1].cue == .colon && isClock(Array(numbers[..<2]), text)
        && isClock(Array(numbers[2...]), text)
    }
    return numbers.allSatisfy {
      unit($0)?.word.category ?? .count == .count && numeral($0).isArabic && numeral($0).isDigitRow
    }
      && numbers.dropFirst().allSatisfy { numeral($0).digitCount == 2 && isBelow(60, $0) } && isBelow(25, numbers[0])
  }

  private func isBelow(_ most: Int64, _ index: Int) -> Bool {
    guard let value = numeral(index).value else { return false }
    return value < ExactDecimal(digits: most)
  }

  /// 三年提升行动, 两年攻坚计划: years that name a programme, a few words before its noun.
  private func namesProgramme(from start: Int, _ text: Span<UInt8>) -> Bool {
    var at = start
    for _ in 0..<6 where at < text.count {
      if text.has("行动", at: at) || text.has("攻坚", at: at) { return true }
      if at > start, text.has("计划", at: at) || text.has("方案", at: at) { return true }
      if text.has("来", at: at) || text.has("内", at: at) || text.has("的", at: at) || text.has("间", at: at)
        || text.has("完成", at: at) || endsPhrase(at: at, text)
      {
        return false
      }
      at += decodeScalar(in: text, at: at).length
    }
    return false
  }

  private mutating func placeYear(_ index: Int, _ text: Span<UInt8>, _ unit: Lexeme) -> Bool {
    let numeral = numeral(index)
    let start = numeral.span.lowerBound
    if !numeral.isArabic, namesProgramme(from: unit.end, text) {
      add(index, .name, .setPhrase)
      return true
    }
    if numeral.isHalf {
      guard text.has("上", before: start) || text.has("下", before: start) else { return false }
      add(index, .date, .calendarDate)
      return true
    }
    if numeral.isCalendarYear {
      add(index, .date, .calendarDate)
      return true
    }
    if text.has("周年", at: unit.start) || text.has("年代", at: unit.start) {
      add(index, .date, .timeWindow)
      return true
    }
    // A two-digit year of the calendar: 08年, 98年.
    if numeral.isArabic, numeral.isDigitRow, text[start] == 0x30 || isAmong(90...99, numeral) {
      add(index, .date, .calendarDate)
      return true
    }
    if isShortYear(index, text, unit) {
      add(index, .date, .calendarDate)
      return true
    }
    if cueBefore(index, text) == .lasting || text.has("用", before: start) { return false }
    // 五年以上有期徒刑
    if let limit = cueBehind(index + 1, text), limit == .orMore || limit == .orLess,
      text.has("以上", at: unit.end) || text.has("以下", at: unit.end),
      text.has("的", at: unit.end + 6) || !endsPhrase(at: unit.end + 6, text)
    {
      add(index, .threshold, .threshold)
      return true
    }
    if isPartOfDuration(index, text) { return false }
    let isWindow =
      cueBehind(index + 1, text) == .windowEnd || text.has("上", before: start) || text.has("新", before: start)
      || text.has("的总和", at: unit.end) || text.has("累计", at: unit.end) || text.has("后", before: start)
      || opensWindow(index, text) || opensGrowth(index, text)
    guard isWindow || !numeral.isArabic else { return false }
    add(index, .date, .timeWindow)
    return true
  }

  /// 22年立案45件, 较22年增加5件, 108年度: a year of the calendar by its last two digits, or counted from 1912.
  private func isShortYear(_ index: Int, _ text: Span<UInt8>, _ unit: Lexeme) -> Bool {
    let numeral = numeral(index)
    let start = numeral.span.lowerBound
    guard numeral.isArabic, numeral.isDigitRow, let value = numeral.value else { return false }
    if text.has("民國", before: start) || text.has("民国", before: start) { return value.isWhole(in: 1...150) }
    guard
      numeral.digitCount == 2 && value.isWhole(in: 10...35) || numeral.digitCount == 3 && value.isWhole(in: 100...150)
    else { return false }
    if text.has("度", at: unit.end) || isMonthBehind(index, text) {
      return true
    }
    if numeral.digitCount == 3 {
      if Self.timeLeaders.contains(where: { text.has($0, before: start) }) || text.has("底", at: unit.end) {
        return true
      }
      // 113年，经济成长率4.3%: nothing goes on for so long.
      if opensClause(start, text), text.has("，", at: unit.end) { return true }
    }
    let isCompared = ["较", "比", "与"].contains { text.has($0, before: start) }
    guard isCompared || opensClause(start, text) || Self.joiners.contains(where: { text.has($0, before: start) }) else {
      return false
    }
    if cueBehind(index + 1, text)?.isChange == true { return isCompared }
    if let joiner = Self.joiners.first(where: { text.has($0, at: unit.end) }) {
      let next = unit.end + joiner.utf8CodeUnitCount
      return lexemes[index...].prefix { $0.start <= next }.contains { $0.start == next && $0.cue == .numeral }
    }
    return !endsPhrase(at: unit.end, text) && !Self.behindSpans.contains { text.has($0, at: unit.end) }
  }

  /// 114年3月
  private func isMonthBehind(_ index: Int, _ text: Span<UInt8>) -> Bool {
    cueBehind(index + 1, text) == .numeral && unit(index + 2)?.word.category == .month
  }

  /// Words before a year from or to which something goes on.
  private static let timeLeaders: [StaticString] = ["自", "至", "从", "到", "于", "迄", "其中"]
  /// Between the years of a list, and behind years that are a stretch of time.
  private static let joiners: [StaticString] = ["、", "和", "及"]
  private static let behindSpans: [StaticString] = [
    "以", "来", "内", "间", "期", "累", "共", "后", "前", "的", "左右", "多", "龄", "制", "级", "时间", "年", "未", "如", "不", "免费", "义务",
  ]

  /// 3年增长50%, with which a clause opens: a growth over years.
  private func opensGrowth(_ index: Int, _ text: Span<UInt8>) -> Bool {
    opensClause(numeral(index).span.lowerBound, text) && cueBehind(index + 1, text)?.isChange == true
  }

  /// Whether a clause begins at an offset.
  func opensClause(_ start: Int, _ text: Span<UInt8>) -> Bool {
    var at = start
    while at > 0 {
      at = scalarStart(in: text, before: at)
      let scalar = decodeScalar(in: text, at: at).scalar
      if isBlankCharacter(scalar) { continue }
      switch scalar {
      // , ; : ( ， 。 ； ： （ ！
      case 0x2C, 0x3B, 0x3A, 0x28, 0xFF0C, 0x3002, 0xFF1B, 0xFF1A, 0xFF08, 0xFF01: return true
      default: return false
      }
    }
    return true
  }

  /// 3年6个月
  private func isPartOfDuration(_ index: Int, _ text: Span<UInt8>) -> Bool {
    index + 3 < lexemes.count && lexemes[index + 2].cue == .numeral
      && lexemes[index + 2].start == lexemes[index + 1].end
      && text.has("个月", at: lexemes[index + 3].start)
  }

  /// 近三年, 前10个月, 过去五年: a word before the number makes it a stretch of the calendar.
  private func opensWindow(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let start = numeral(index).span.lowerBound
    return text.has("近", before: start) || text.has("过去", before: start) || text.has("过去的", before: start)
      || text.has("今后", before: start) || text.has("未来", before: start) || text.has("这", before: start)
      || (text.has("前", before: start) && !text.has("提前", before: start))
  }

  /// Whether a unit is one of the calendar, of which several make a stretch.
  private func isPeriod(_ unit: UnitWord) -> Bool {
    Unit.ofCalendarPeriods.contains(unit.unit)
  }

  private func isAmong(_ range: ClosedRange<Int64>, _ numeral: Numeral) -> Bool {
    guard let value = numeral.value else { return false }
    return ExactDecimal(digits: range.lowerBound) <= value && value <= ExactDecimal(digits: range.upperBound)
      && numeral.digitCount == 2
  }

  private mutating func placeMonth(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard numeral(index).isWhole(upTo: 12), cueBefore(index, text) != .lasting, cueBefore(index, text) != .rise else {
      return false
    }
    add(index, .date, .calendarDate)
    return true
  }

  private mutating func placeDay(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let behindMonth = entries.last.map {
      $0.numeralClass == .date && $0.span.upperBound == text.skippingSpaces(from: $0.span.upperBound)
        && text.skippingSpaces(from: $0.span.upperBound) == numeral(index).span.lowerBound
    }
    let isDay = text.has("日", at: lexemes[index + 1].start) && !isTimeLimit(index, text)
    guard numeral(index).isWhole(upTo: 31), behindMonth == true || (isDay && numeral(index).isArabic) else {
      return false
    }
    add(index, .date, .calendarDate)
    return true
  }

  /// 由30日压缩至10日, 法定20日: days that something takes.
  private func isTimeLimit(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let start = numeral(index).span.lowerBound
    if cueBehind(index + 1, text)?.isChange == true || cueBefore(index, text) == .lasting { return true }
    if text.has("法定", before: start) || text.has("法定的", before: start) { return true }
    return index >= 2 && cueBefore(index, text) == .result && lexemes[index - 2].cue.isChange
      && touches(index - 2, index - 1, text)
  }

  private mutating func placeClock(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard numeral(index).isWhole(upTo: 24) else { return false }
    let behind = index + 2 < lexemes.count && lexemes[index + 2].cue == .numeral && touches(index + 1, index + 2, text)
    let start = numeral(index).span.lowerBound
    let afterDay = entries.last?.numeralClass == .date && entries.last?.span.upperBound == start
    let daytime = text.has("午", before: start) || text.has("晚", before: start) || text.has("晨", before: start)
    // Lengths of time are told in 小时.
    let isHour = text.has("时", before: lexemes[index + 1].end)
    guard behind || afterDay || daytime || isHour else { return false }
    add(index, .date, .clockTime)
    if behind, text.has("分", at: lexemes[index + 2].end) {
      add(index + 2, .date, .clockTime)
      next = max(next, index + 3)
    }
    return true
  }

  /// 一季度, 第三季度, 前三季度: quarters of a year; 3个季度 is a duration.
  private mutating func placeQuarter(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard numeral(index).isWhole(upTo: 4) else { return false }
    add(index, .date, .calendarDate)
    return true
  }
}
