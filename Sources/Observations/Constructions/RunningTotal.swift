import Quantities

extension Construction {
  /// 新增73家，达到653家; 新建12座，累计86座: all that there are, and not only what was added.
  static let runningTotal = Construction(
    .runningTotal, "新增之后的总数",
    examples: [
      .yes("新增企业8户，达到⟦90户⟧。", "subject 企业总数"),
      .yes("新建泵站8座，累计⟦90座⟧。", "subject 泵站累计"),
      .no("新增企业8户，增长⟦9%⟧。"),
      .no("企业8户，达到⟦90户⟧。"),
    ],
    goesOn: { ellipsis, last in
      guard ellipsis.own.isEmpty else { return nil }
      let (plain, left) = (ellipsis.plain, ellipsis.left)
      if plain.first("累计", in: left) != nil { return last.name[last.thing] + Array("累计".utf8) }
      guard last.unit == ellipsis.entry.quantity?.unit, ellipsis.isCounted,
        let added = WordList.additions.prefix(of: last.name, last.name.indices),
        WordList.reaching.contains(plain, left)
      else { return nil }
      return last.name[added.upperBound...] + Array("总数".utf8)
    })
}
