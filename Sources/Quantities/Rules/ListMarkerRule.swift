extension Rule {
  static let listMarker = Rule(
    .listMarker, "序号",
    .yes("⟦一⟧、工作举措与成效", "list_marker"),
    .yes("(⟦一⟧)加强组织领导", "list_marker"),
    .yes("⟦1⟧.局领导班子带头学法", "list_marker"),
    .yes("⟦12⟧.10月底前开展督察1次", "list_marker"),
    .yes("⟦3⟧.18名干部轮岗", "list_marker"),
    .no("⟦3.18公里⟧管网建成", "3.18 公里 measure ="),
    .yes("主要表现在:⟦一⟧是力量较薄弱", "list_marker"),
    .yes("工作有序开展。⟦二⟧是加强宣传", "list_marker"),
    .yes("⟦①⟧加强培训", "list_marker"),
    .yes("包括：⟦⑴⟧完善台账；⑵按月通报", "list_marker"),
    .yes("⟦㈡⟧队伍建设", "list_marker"),
    .no("⟦一⟧、二、三产业稳步发展", "name"),
    .no("水质达到⟦Ⅲ类⟧标准", "ordinal"),
    .no("会议⟦3次⟧", "3 次 count ="))
}

extension LedgerPass {
  /// 一、 · (一) · 1. · 一是 at the start of a line, sentence or clause.
  mutating func placeListMarker(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let numeral = numeral(index)
    guard numeral.digitCount <= 3, numeral.isWhole(upTo: 99), !numeral.hasFraction else { return false }
    let start = numeral.span.lowerBound
    let end = numeral.span.upperBound
    let startsLine = isBlank(before: start, text)
    let startsClause = startsLine || isBehindBoundary(index, text)
    let isMarker: Bool
    if numeral.isMark, !isRoman(index, text) {
      isMarker = true
    } else if cueBefore(index, text) == .openParen, text[start - 1] != 0x5B, cueBehind(index, text) == .closeParen {
      isMarker = index < 2 || isBlank(before: lexemes[index - 1].start, text) || isBehindBoundary(index - 1, text)
    } else if !numeral.isArabic, text.has("是", at: end) || text.has("要", at: end) || text.has("则", at: end) {
      isMarker = startsClause
    } else if startsLine {
      isMarker =
        cueBehind(index, text) == .enumeration && !opensList(index)
        || (numeral.isArabic && (text.has(".", at: end) || text.has("．", at: end)))
        || text.has(")", at: end) || text.has("）", at: end)
    } else {
      isMarker =
        startsClause && numeral.isArabic && (text.has(".", at: end) || text.has("．", at: end))
        && cueBefore(index, text) != .comma
    }
    guard isMarker else { return false }
    add(index, .listMarker, .listMarker, withUnit: false)
    return true
  }

  /// 一、二、三产业: whether the numeral is the first of several and marks no item.
  private func opensList(_ index: Int) -> Bool {
    guard index + 3 < lexemes.count, !numeral(index).isArabic, case let next = lexemes[index + 2] else { return false }
    return next.cue == .numeral && next.start == lexemes[index + 1].end && lexemes[index + 3].start == next.end
      && lexemes[index + 3].cue == .enumeration
  }

  /// Whether the numeral is one of Ⅰ … Ⅻ, ⅰ … ⅹ (U+2160 to U+2179), which class things (Ⅲ类水).
  func isRoman(_ index: Int, _ text: Span<UInt8>) -> Bool {
    numeral(index).isMark && text[numeral(index).span.lowerBound + 1] == 0x85
  }

  /// Whether only spaces and marks of a damaged text stand before `offset` in the paragraph.
  private func isBlank(before offset: Int, _ text: Span<UInt8>) -> Bool {
    var at = 0
    while at < offset {
      let (scalar, length) = decodeScalar(in: text, at: at)
      switch scalar {
      case _ where isBlankCharacter(scalar): at += length
      case 0x09, 0x3F, 0x2A, 0x23, 0x28, 0xFF08: at += length  // tab ? * # ( （
      default: return false
      }
    }
    return true
  }

  private func isBehindBoundary(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard let cue = cueBefore(index, text) else { return false }
    return cue.endsClause || cue == .openQuote
  }
}
