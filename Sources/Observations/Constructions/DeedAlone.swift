import Quantities

extension Construction {
  /// 编发《公报》12期; 维持5件、撤回2件: a deed whose thing is a title, and an outcome, which is no deed done to things told before.
  static let deedAlone = Construction(
    .deedAlone, "单独成立的行为、结果",
    examples: [
      .yes("公开文件35个；编发《平川县公报》⟦12期⟧。", "subject 编发"),
      .yes("维持5件、撤回⟦2件⟧。", "subject 撤回"),
      .no("公开文件35个；编发公报⟦12期⟧。"),
    ],
    goesOn: { ellipsis, _ in
      let own = ellipsis.own
      return ellipsis.isVerb && ellipsis.paragraph.namesTitle(ellipsis.figure)
        || WordList.outcomes.contains(own, own.indices)
        ? own : nil
    })
}

extension Paragraph {
  /// 编发《公报》12期: whether a title stands before a figure in its clause, behind the figure before.
  fileprivate func namesTitle(_ figure: Int) -> Bool {
    hasCue(.openTitle, in: gap(before: figure))
  }
}
