import Quantities

extension Construction {
  /// 制定文件2件，废止5件; 城市低保新增276户，退出374户: what else was done to the same things.
  static let deedOnSame = Construction(
    .deedOnSame, "对同一事物的另一行为",
    examples: [
      .yes("制定管理办法2件，废止⟦5件⟧。", "subject 废止管理办法"),
      .yes("新建泵站8座，改造提升⟦4座⟧。", "subject 改造提升泵站"),
      .yes("取消、下放许可事项7项，承接⟦2项⟧。", "subject 承接许可事项"),
      .yes("项目集中开工12个，竣工⟦8个⟧。", "subject 项目集中竣工"),
      .yes("城市低保新增276户462人，退出⟦374户⟧714人。", "subject 城市低保退出"),
      .yes("城市低保新增276户，退出374户，农村低保新增1487户，退出⟦1029户⟧。", "subject 农村低保退出"),
      .no("对31起违法行为不予处罚，减免罚款⟦12万元⟧。"),
      .no("新建泵站8座，水厂⟦4座⟧。"),
    ],
    goesOn: { ellipsis, last in
      guard ellipsis.isVerb,
        let level = last.isLevel && !ellipsis.isMean(last)
          ? last : ellipsis.told.last(where: { $0.isLevel && !ellipsis.isMean($0) })
      else { return nil }
      let unit = ellipsis.entry.quantity?.unit
      if level.unit == unit, case let thing = level.thing, thing.lowerBound > 0 {
        return ellipsis.own + level.name[thing]
      }
      // 城市低保新增276户462人，退出374户: the verb stands behind its thing, which was counted in this unit.
      guard let same = ellipsis.told.last(where: { $0.isLevel && $0.unit == unit && $0.name == level.name }),
        case let stem = same.stem, stem.count < same.name.count
      else { return nil }
      return same.name[stem] + ellipsis.own
    })
}
