extension Rule {
  static let threshold = Rule(
    .threshold, "界定范围的门槛",
    .yes("推进⟦亿元⟧以上重点项目556个", "threshold"),
    .yes("集体经济收入⟦50万元⟧以上的村占比80%", "threshold"),
    .yes("为⟦60岁⟧以上老年人免费体检", "threshold"),
    .yes("新增⟦百亿元⟧企业2家", "threshold"),
    .no("地区生产总值增长⟦6.5%⟧以上；", "6.5 % growth >="),
    .no("实施⟦100个⟧以上技改项目", "100 个 count >="))
}

extension LedgerPass {
  /// A limit that defines a group: an amount, age or size with 以上, 以下 before the thing that is limited.
  mutating func placeThreshold(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let unit = unit(index) else { return false }
    let numeral = numeral(index)
    let behind = cueBehind(index + 1, text)
    let isLimited = behind == .orMore || behind == .orLess
    let end = isLimited ? lexemes[index + 2].end : unit.lexeme.end
    let goesOn = !endsPhrase(at: end, text) || (isLimited && text.has("的", at: end))
    let isThreshold: Bool
    switch unit.word.category {
    case .money:
      isThreshold =
        goesOn && (isLimited || (numeral.isBareMultiplier && cueBefore(index, text)?.isBound != true))
        || (numeral.isBareMultiplier && isLimited)
    case .measure:
      isThreshold = goesOn && isLimited
    case .duration:
      isThreshold = text.has("岁", before: unit.lexeme.end) ? goesOn || isLimited : false
    case .count, .person, .session:
      isThreshold = isLimited && text.has("的", at: end)
    default:
      isThreshold = false
    }
    guard isThreshold else { return false }
    add(index, .threshold, .threshold)
    return true
  }
}
