import Quantities

extension Construction {
  /// 接警6万起，日均187起; 设备值7亿元，生均2.6万元: a mean of what was told before.
  static let meanOf = Construction(
    .meanOf, "前述事物的平均数",
    examples: [
      .yes("接报警情6万起，日均⟦187起⟧。", "subject 接报警情日均"),
      .yes("藏书218万册，生均⟦79册⟧。", "subject 藏书生均"),
      .yes("设备总值7.3亿元，生均2.6万元，校均⟦900万元⟧。", "subject 设备总值校均"),
      .no("接报警情6万起，日均气温⟦18度⟧。"),
      .no("藏书增长8%，生均⟦79册⟧。"),
    ],
    goesOn: { ellipsis, last in
      guard WordList.averages.contains(ellipsis.own, ellipsis.own.indices) || Mean.isOfEach(ellipsis.own) else {
        return nil
      }
      let unit = ellipsis.entry.quantity?.unit
      guard let whole = ellipsis.told.last(where: { !ellipsis.isMean($0) }), whole.isLevel, whole.unit == unit
      else { return nil }
      return whole.name[whole.thing] + ellipsis.own
    })
}

/// Words of means.
enum Mean {
  /// 生均, 校均, 床均: what one of a sort has; behind the names of several 均 says that each of them has it.
  static func isOfEach(_ words: [UInt8]) -> Bool { isOfEach(words, words.indices) }

  static func isOfEach(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count == "生均".utf8.count && text.range(range, endsWith: "均") && !text.range(range, startsWith: "平")
  }
}
