extension Rule {
  static let contact = Rule(
    .contact, "电话、地址、备案号等",
    .yes("电话：⟦0871⟧-66244702", "contact"),
    .yes("电话:0871-⟦66244702⟧     传真:0871-66244731", "contact"),
    .yes("地址：昆明市学府路⟦690⟧号金鼎科技园3楼", "contact"),
    .yes("备案序号:滇ICP备⟦12006921⟧号-1", "contact"),
    .yes("咨询电话010-⟦66512345⟧", "contact"),
    .yes("浏览次数：⟦318⟧ 字体：大 中 小", "contact"),
    .yes("访问量：⟦1205⟧次", "contact"),
    .yes("值班电话⟦13600000000⟧件件有登记", "contact"),
    .yes("投诉电话：0579-⟦83000000⟧个个有回音", "contact"),
    .yes("服务热线 ⟦400⟧-820-8600 件件落实", "contact"),
    .yes("服务热线 400-820-⟦8600⟧ 件件落实", "contact"),
    .no("话题阅读量⟦1.5亿⟧，", "150000000 - count ="),
    .no("接听来电⟦13600000个⟧", "13600000 个 count ="),
    .no("全年接听群众电话⟦6200个⟧", "6200 个 count ="))
}

extension LedgerPass {
  /// Digits behind 电话, 地址, ICP备 … in a line of contact data, or digits that only a telephone number has.
  mutating func placeContact(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    guard numeral.isArabic else { return false }
    // 浏览次数：318 字体：大 中 小: what follows is no unit behind a word and its colon.
    let isNamed = cueBefore(index, text) == .colon && index > 1 && cueBefore(index - 1, text) == .contact
    let isCounted = unit(index).map { $0.word.category == .count } ?? false
    guard isNamed || !isCounted || isSubscriber(numeral) || isTelephone(index, text) else { return false }
    guard isBehindContactWord(index, text) || isTelephone(index, text) else { return false }
    add(index, .contact, .contact, withUnit: false)
    return true
  }

  /// Whether a contact word stands before in the line, followed by a colon or right by digits, and no clause ends between.
  private func isBehindContactWord(_ index: Int, _ text: Span<UInt8>) -> Bool {
    var at = index
    while at > 0, index - at < Self.reach {
      at -= 1
      switch lexemes[at].cue {
      case .comma, .semicolon, .sentenceEnd: return false
      case .contact:
        guard let next = cueBehind(at, text) else { return false }
        // 总阅读量1.5亿 tells how many; 访问量：1205 is a counter of the page.
        let counts = text.has("量", before: lexemes[at].end) || text.has("数", before: lexemes[at].end)
        return next == .colon
          || (next == .numeral && !counts && numerals[lexemes[at + 1].index].digitCount >= 3)
      default: continue
      }
    }
    return false
  }

  /// 400-820-8600: a number that anyone can call for the price of a local call.
  private func isServiceNumber(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    if let last = entries.last, last.rule == .contact, last.span.upperBound == span.lowerBound - 1 {
      return text.has("-", before: span.lowerBound) && numeral(index).isDigitRow
    }
    guard numeral(index).digitCount == 3, text.has("400", at: span.lowerBound) || text.has("800", at: span.lowerBound)
    else {
      return false
    }
    return text.has("-", at: span.upperBound) && index + 1 < lexemes.count && lexemes[index + 1].cue == .numeral
      && lexemes[index + 1].start == span.upperBound + 1
  }

  /// Whether it has the digits of a mobile telephone (11, from 13 to 19) or of a line (7 or 8, the first from 2 to 8).
  private func isSubscriber(_ numeral: Numeral) -> Bool {
    guard numeral.isDigitRow, let value = numeral.value else { return false }
    return switch numeral.digitCount {
    case 11: value.isWhole(in: 13_000_000_000...19_999_999_999)
    case 8: value.isWhole(in: 20_000_000...89_999_999)
    case 7: value.isWhole(in: 2_000_000...8_999_999)
    default: false
    }
  }

  /// An area code of three or four digits starting with 0, a hyphen, and seven or eight digits; or either half of it.
  private func isTelephone(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    let digits = numeral(index).digitCount
    guard unit(index).map({ $0.word.category == .count }) ?? true else { return false }
    if isServiceNumber(index, text) { return true }
    if text[span.lowerBound] == 0x30, (3...4).contains(digits), text.has("-", at: span.upperBound),
      index + 1 < lexemes.count, lexemes[index + 1].cue == .numeral, lexemes[index + 1].start == span.upperBound + 1,
      (7...8).contains(self.numeral(index + 1).digitCount)
    {
      return true
    }
    return (7...8).contains(digits) && text.has("-", before: span.lowerBound) && index > 0
      && lexemes[index - 1].cue == .numeral && text[lexemes[index - 1].start] == 0x30
  }
}
