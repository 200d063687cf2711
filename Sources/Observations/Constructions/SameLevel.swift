import Quantities

extension Construction {
  /// 国家级示范村1个、省级7个: the same of another level.
  static let sameLevel = Construction(
    .sameLevel, "同类的另一级别",
    examples: [
      .yes("创建国家级节水镇1个、省级⟦7个⟧。", "subject 创建省级节水镇"),
      .no("创建国家级节水镇1个、省级节水村⟦7个⟧。"),
    ],
    goesOn: { ellipsis, last in
      guard WordList.levels.contains(ellipsis.own, ellipsis.own.indices),
        let level = WordList.levels.first(in: last.name, last.name.indices)
      else { return nil }
      return last.name[..<level.lowerBound] + ellipsis.own + last.name[level.upperBound...]
    })
}
