extension Rule {
  static let threshold = Rule(
    .threshold, "界定范围的门槛",
    .yes("推进⟦亿元⟧以上重点项目556个", "threshold"),
    .yes("集体经济收入⟦50万元⟧以上的村占比80%", "threshold"),
    .yes("为⟦60岁⟧以上老年人免费体检", "threshold"),
    .yes("新增⟦百亿元⟧企业2家", "threshold"),
    .yes("⟦30户⟧以上自然村通硬化路比例达95%", "threshold"),
    .yes("发生⟦7级⟧以上余震3次", "threshold"),
    .yes("判处⟦五年⟧以上有期徒刑412人", "threshold"),
    .yes("年收入低于⟦1万元⟧的脱贫人口清零", "threshold"),
    .yes("新开工超⟦10亿元⟧项目20个", "threshold"),
    .yes("亿元项目8个，其中⟦10亿元⟧项目2个", "threshold"),
    .yes("其中⟦10—50亿元⟧项目2个", "threshold"),
    .yes("打造⟦100亿级⟧工业园区2个", "threshold"),
    .yes("引进投资过⟦百亿⟧项目8个", "threshold"),
    .yes("培育⟦百亿⟧产值企业3家", "threshold"),
    .yes("引进⟦50亿⟧以上重大项目16个", "threshold"),
    .yes("年销售收入过⟦百亿⟧的企业2家", "threshold"),
    .yes("销售收入过⟦50亿⟧的3家", "threshold"),
    .yes("消除⟦56人⟧以上班级", "threshold"),
    .no("产值突破⟦百亿元⟧大关", "10000000000 元 money >="),
    .yes("在⟦1600人⟧以上安置点建立就业车间", "threshold"),
    .no("带动⟦1600人⟧以上就业", "1600 人 count >="),
    .yes("建成超⟦1000亩⟧的种植基地10个", "threshold"),
    .no("建成超⟦1000亩⟧种植基地", "1000 亩 measure >="),
    .yes("未发生一次死亡⟦3人⟧以上较大道路交通事故", "threshold"),
    .yes("⟦500万元⟧口径固定资产投资增长20%", "threshold"),
    .no("地区生产总值增长⟦6.5%⟧以上；", "6.5 % growth >="),
    .yes("接待超过⟦800次⟧的服务点达到12个", "threshold"),
    .no("接待超过⟦800次⟧。", "800 次 count >="),
    .no("实施⟦100个⟧以上技改项目", "100 个 count >="))
}

extension LedgerPass {
  /// A limit that defines a group: an amount, age or size with 以上, 以下 before the thing that is limited.
  mutating func placeThreshold(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let unit = unit(index) else { return placeThresholdWithoutUnit(index, text) }
    let numeral = numeral(index)
    if isAmountOfProjects(index, text) {
      add(index, .threshold, .threshold, withUnit: false)
      return true
    }
    let behind = cueBehind(index + 1, text)
    let isLimited = behind == .orMore || behind == .orLess
    let end = isLimited ? lexemes[index + 2].end : unit.lexeme.end
    let goesOn = !endsPhrase(at: end, text) && !text.has("大关", at: end) || (isLimited && text.has("的", at: end))
    let isThreshold: Bool
    switch unit.word.category {
    case .money:
      isThreshold =
        goesOn && (isLimited || (numeral.isBareMultiplier && cueBefore(index, text)?.isBound != true))
        || (numeral.isBareMultiplier && isLimited) || text.has("口径", at: end)
        || isSizeOfCountedProjects(index, at: end, text)
    case .measure:
      isThreshold = goesOn && isLimited
    case .duration:
      isThreshold = text.has("岁", before: unit.lexeme.end) ? goesOn || isLimited : false
    case .count where unit.word.unit == .levels:
      isThreshold = numeral.hasMultiplier || (isLimited && goesOn)
    case .person where isLimited && goesOn && text.has("在", before: numeral.span.lowerBound),
      .count where isLimited && definesGroup(at: end, text), .person where isLimited && definesGroup(at: end, text):
      isThreshold = true
    case .person where isLimited && definesAccidents(from: end, text):
      isThreshold = true
    case .count, .person, .session:
      isThreshold = isLimited && (text.has("的", at: end) || (goesOn && hasNumeralBehind(index + 2)))
    default:
      isThreshold = false
    }
    guard isThreshold || isComparedAmount(index, unit.word, text, at: end) else { return false }
    add(index, .threshold, .threshold)
    return true
  }

  /// 过百亿项目: the amount, its unit left out, defines the projects.
  func isAmountOfProjects(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    return numeral.isBareMultiplier && numeral.multiplierPower >= 8 && text.has("项目", at: numeral.span.upperBound)
  }

  /// 10亿元项目2个: an amount right before projects that are counted.
  func isSizeOfCountedProjects(_ index: Int, at end: Int, _ text: Span<UInt8>) -> Bool {
    let projects = "项目"
    guard text.has("项目", at: end) else { return false }
    return lexemes[(index + 2)...].prefix(2).contains {
      $0.cue == .numeral && $0.start == end + projects.utf8.count
    }
  }

  /// 56人以上班级, 25户以上自然村: nouns of groups that a size defines.
  private func definesGroup(at end: Int, _ text: Span<UInt8>) -> Bool {
    text.has("班级", at: end) || text.has("自然村", at: end) || text.has("大班", at: end) || text.has("村庄", at: end)
      || text.has("企业", at: end) || text.has("单位", at: end) || text.has("家庭", at: end)
  }

  /// 死亡3人以上较大事故: how many are lost defines the accidents behind.
  private func definesAccidents(from start: Int, _ text: Span<UInt8>) -> Bool {
    var at = start
    for _ in 0..<10 where at < text.count && !endsPhrase(at: at, text) {
      if text.has("事故", at: at) || text.has("火灾", at: at) { return true }
      at += decodeScalar(in: text, at: at).length
    }
    return false
  }

  /// 50亿以上重大项目, 过百亿的企业, 百亿产值企业: an amount of money without its unit that defines the things behind it.
  private mutating func placeThresholdWithoutUnit(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    guard numeral.multiplierPower >= 8, !numeral.isPerHundred, !enclosures[index].isQuote else { return false }
    let end = numeral.span.upperBound
    let isLimited = text.has("以上", at: end) || text.has("以下", at: end)
    let isThreshold =
      if isLimited, case let limit = lexemes[index + 1].end {
        !endsPhrase(at: limit, text) || text.has("的", at: limit)
      } else if text.has("的", at: end) {
        cueBefore(index, text)?.isBound == true
      } else {
        numeral.isBareMultiplier && (text.has("产值", at: end) || text.has("企业", at: end) || text.has("产业", at: end))
      }
    guard isThreshold else { return false }
    add(index, .threshold, .threshold)
    return true
  }

  /// 低于1万元的脱贫人口, 超十亿元乡镇, 超1000亩的基地: an amount with a bound before it that describes the noun behind it.
  private func isComparedAmount(_ index: Int, _ unit: UnitWord, _ text: Span<UInt8>, at end: Int) -> Bool {
    guard let before = cueBefore(index, text) else { return false }
    // 出警超过1000次的消防站135个
    if unit.category == .count || unit.category == .person {
      return text.has("的", at: end) && (before == .atLeast || before == .below) && hasNumeralBehind(index + 1)
    }
    guard unit.category == .money || unit.category == .measure else { return false }
    if text.has("的", at: end) { return before == .above || before == .below || before.isBound }
    guard unit.category == .money, before == .atLeast, !endsPhrase(at: end, text), !text.has("大关", at: end) else {
      return false
    }
    return !numeral(index).isArabic || hasNumeralBehind(index + 1)
  }

  /// Whether another number stands behind in the clause.
  func hasNumeralBehind(_ index: Int) -> Bool {
    for lexeme in lexemes[min(index + 1, lexemes.count)...] {
      if lexeme.cue.endsClause || lexeme.cue == .enumeration { return false }
      if lexeme.cue == .numeral { return true }
    }
    return false
  }
}
