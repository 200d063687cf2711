import Quantities

extension Construction {
  /// 新增企业8户，总数突破900户: a word of totals tells how many there are of what was told before.
  static let totalOf = Construction(
    .totalOf, "前述事物的总数",
    examples: [
      .yes("新增企业8户，总数突破⟦900户⟧。", "subject 企业总数"),
      .yes("共培育和引进博士36名、总数达⟦45名⟧。", "subject 博士总数"),
      .no("新增企业8户，员工总数⟦900人⟧。"),
    ],
    goesOn: { ellipsis, _ in
      let own = ellipsis.own
      guard own.characterCount <= 5, WordList.totals.isPrefix(of: own, own.indices),
        let last = ellipsis.lastThing(orDeed: true)
      else { return nil }
      return last.name[last.thing] + own
    })
}
