import Quantities

extension Construction {
  /// 受理案件120件，其中民事80件、刑事40件，办结98件; 收到申请120件。审结98件: a stage of the whole, where that isn't the figure before.
  static let stageOfWhole = Construction(
    .stageOfWhole, "总数的办理阶段",
    examples: [
      .yes("受理救助案件62件，其中刑事28件、民事34件，办结⟦59件⟧。", "subject 办结救助案件"),
      .yes("全年收到复核申请187件，增长42%。审结⟦158件⟧。", "subject 审结复核申请"),
      .no("受理救助案件62件，其中刑事28件、民事⟦34件⟧。"),
      .no("新建泵站8座。办结⟦59件⟧。"),
    ],
    completes: { ellipsis in
      guard let whole = ellipsis.wholeOfStage, case let thing = whole.thing, thing.lowerBound > 0 else { return nil }
      return ellipsis.own + whole.name[thing]
    })
}

extension Ellipsis {
  /// The figure that a stage (审结, 办结) is one of: the whole behind its parts, or the last of its unit in the sentence before.
  fileprivate var wholeOfStage: Told? {
    guard WordList.stages.contains(own, own.indices), let unit = entry.quantity?.unit else { return nil }
    guard let last = told.last else {
      return toldBefore.last { $0.unit == unit && $0.isLevel && !paragraph.isBehindParts($0.index) }
    }
    let start = paragraph.entries[told[0].index].span.upperBound
    guard paragraph.isBehindParts(last.index), !Deed.hasVerb(last.name, last.name.indices),
      let among = paragraph.lexemes(in: start..<paragraph.entries[last.index].span.lowerBound)
        .last(where: { $0.cue == .amongWhich })
    else { return nil }
    return told.last { $0.unit == unit && paragraph.entries[$0.index].span.upperBound <= among.start }
  }
}
