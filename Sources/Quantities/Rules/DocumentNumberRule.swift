extension Rule {
  static let documentNumber = Rule(
    .documentNumber, "文号",
    .yes("下达了验收计划(秦科发〔⟦2020⟧〕20号)", "document_number"),
    .yes("下达了验收计划(秦科发〔2020〕⟦20号⟧)", "document_number"),
    .yes("按照国发[2022]⟦2号⟧文件", "document_number"),
    .yes("国务院令第⟦711号⟧", "document_number"),
    .yes("就业支出（⟦208类⟧）行政单位离退休（01项）", "document_number"),
    .yes("就业支出（208类）养老支出（⟦05款⟧）", "document_number"),
    .yes("卫生健康支出（210类）行政单位医疗（⟦11款⟧）", "document_number"),
    .no("取消事项（⟦11项⟧）", "11 项 count ="),
    .no("发放宣传册⟦20册⟧", "20 册 count ="))
}

extension LedgerPass {
  /// The year in 〔〕 or [] before a number with 号, and that number.
  mutating func placeDocumentNumber(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    let isYear = enclosures[index].isTortoise || isBracketedYear(index, text)
    let isNumber = text.has("号", at: text.skippingSpaces(from: span.upperBound)) && isBehindBracket(index, text)
    let isDecree =
      cueBefore(index, text) == .ordinalPrefix && text.has("令", before: lexemes[index - 1].start)
      && text.has("号", at: span.upperBound)
    guard isYear || isNumber || isDecree || isBudgetCode(index, text) else { return false }
    add(index, .documentNumber, .documentNumber)
    return true
  }

  /// 支出（208类）养老支出（05款）: the code of a part of the budget: of three digits or with a zero before, or behind another.
  private func isBudgetCode(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    guard numeral.isArabic, numeral.isDigitRow, let unit = unit(index), Unit.ofBudgetCodes.contains(unit.word.unit)
    else {
      return false
    }
    if text[numeral.span.lowerBound] == 0x30, numeral.digitCount > 1 { return true }
    let isClass = unit.word.unit == .classes && numeral.digitCount == 3
    // 205类02款
    if isClass, cueBehind(index + 1, text) == .numeral, text[lexemes[index + 2].start] == 0x30 { return true }
    guard cueBefore(index, text) == .openParen, cueBehind(index + 1, text) == .closeParen else { return false }
    return isClass || numeral.digitCount >= 5 || entries.last?.rule == .documentNumber
  }

  private func isBracketedYear(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let span = numeral(index).span
    guard numeral(index).isCalendarYear, cueBefore(index, text) == .openParen, cueBehind(index, text) == .closeParen
    else { return false }
    let behind = lexemes[index + 1].end
    return index + 2 < lexemes.count && lexemes[index + 2].cue == .numeral && lexemes[index + 2].start == behind
      && text.has("号", at: lexemes[index + 2].end) && span.count >= 4
  }

  private func isBehindBracket(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard index >= 2, let before = cueBefore(index, text), before == .closeTortoise || before == .closeParen else {
      return false
    }
    return lexemes[index - 2].cue == .numeral && numeral(index - 2).isCalendarYear
  }
}
