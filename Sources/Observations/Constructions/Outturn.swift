import Quantities

extension Construction {
  /// 预算数15.4亿元，决算数15.1亿元; 预算为26亿元，实际完成25亿元: what came of a plan is of the same thing.
  static let outturn = Construction(
    .outturn, "计划之后的实际数",
    examples: [
      .yes("教育支出预算数9.2亿元，决算数⟦9.4亿元⟧。", "subject planned as 9.2亿元"),
      .yes("教育支出预算为9.2亿元，实际完成⟦9.4亿元⟧。", "subject planned as 9.2亿元"),
      .yes("教育支出预算数9.2亿元，决算数9.4亿元，比上年决算数⟦8.8亿元⟧增长6.8%。", "subject planned as 9.2亿元"),
      .yes("教育支出年初预算8.6亿元，调整预算⟦9.2亿元⟧。", "subject planned as 8.6亿元"),
      .no("教育支出预算数9.2亿元，卫生支出决算数⟦9.4亿元⟧。"),
      .no("新建甲水库计划投资9.2亿元；新建乙水库8座，计划投资⟦9.4亿元⟧，已完成6亿元。"),
      .no("教育支出9.2亿元，实际完成⟦9.4亿元⟧。"),
    ]
  ) { paragraph in
    guard paragraph.facts.facts.contains(where: { $0.by == .plan }) else { return }
    for figure in paragraph.figures where paragraph.entries[figure].quantity?.kind.isAmount == true {
      let plan = paragraph.earlier(than: figure).first {
        paragraph.areAlike($0, figure) && paragraph.facts.fact(.status, of: $0)?.by == .plan
      }
      guard let plan, paragraph.tellsOutturn(figure), !paragraph.isPlannedAlike(plan, figure) else { continue }
      paragraph.facts.state(figure, .subject(.planned(as: plan)), by: .outturn)
    }
  }
}

/// The names of what is planned.
enum Planned {
  /// The thing that a plan is for: 教育支出|预算数, 计划|种植粮食, 年初预算安排|教育支出.
  static func thing(_ name: [UInt8]) -> [UInt8] {
    let words = WordList.planning.strippingPrefixes(name, WordList.planNouns.strippingSuffixes(name, name.indices))
    return Array(name[words])
  }
}

extension Paragraph {
  /// 计划投资9亿元；…计划投资8亿元: whether two figures are told by the same word of a plan, so that they are plans of two things.
  fileprivate func isPlannedAlike(_ plan: Int, _ figure: Int) -> Bool {
    guard let one = facts.fact(.status, of: plan)?.words, let other = facts.fact(.status, of: figure)?.words else {
      return false
    }
    return bytes[one] == bytes[other]
  }

  /// Whether no words stand before a figure but of what came of a plan: 决算数, 实际完成, 比上年决算数.
  fileprivate func tellsOutturn(_ figure: Int) -> Bool {
    var words = clean(
      leftWords(figure, hasNounBehind: !rightNoun(figure).isEmpty), entries[figure].quantity?.kind ?? .money)
    words = WordList.leading.strippingPrefixes(plain, words)
    if WordList.planned.contains(plain, words) { return true }
    let outturn = WordList.outturns.strippingPrefixes(plain, WordList.sameBefore.strippingPrefixes(plain, words))
    let rest = WordList.achieving.strippingPrefixes(plain, outturn)
    return rest.isEmpty && !words.isEmpty && rightNoun(figure).isEmpty
  }
}
