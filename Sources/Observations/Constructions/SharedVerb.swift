import Quantities

extension Construction {
  /// 引进博士50人、硕士80人; 改造泵站12座，水厂3座: a bare noun takes the verb of the item before it.
  static let sharedVerb = Construction(
    .sharedVerb, "共用前一项的动词",
    examples: [
      .yes("新引进博士50人以上、硕士⟦80人⟧以上。", "subject 新引进硕士"),
      .yes("提出抗诉18件、再审检察建议⟦46件⟧。", "subject 提出再审检察建议"),
      .yes("移出异常名录企业86户、个体工商户⟦124户⟧。", "subject 移出个体工商户"),
      .yes("出动车辆231辆次、人员⟦1380人次⟧。", "subject 出动人员"),
      .no("改造泵站12座，安装水表⟦300只⟧。"),
      .no("举办对接会3场，⟦12家⟧企业获得授信。"),
      .no("收到工程建设（18件）、征地拆迁（⟦9件⟧）等申请。"),
      .no("清理文件286件，其中继续有效172件、修改⟦23件⟧。"),
      .no("发放补助9000万元，城市救助标准⟦720元⟧。"),
    ],
    goesOn: { ellipsis, last in
      guard !ellipsis.paragraph.isBehindParts(ellipsis.figure), ellipsis.isInGroup, ellipsis.isCounted,
        !ellipsis.paragraph.closesBracket(last.index), ellipsis.isBareItem(behind: last),
        let verb = ellipsis.sharedVerb(of: last)
      else { return nil }
      return last.name[verb] + ellipsis.own
    })
}

extension Ellipsis {
  /// Whether the words are a noun that a verb before it can have for another object.
  fileprivate func isBareItem(behind last: Told) -> Bool {
    let all = own.indices
    guard !Deed.hasVerb(own, all), !WordList.totals.isSuffix(of: own, all) else { return false }
    if isListed { return own.characterCount <= 24 }
    // 举办对接会3场，12家企业获授信: a clause that opens with its figure and says what was done.
    return own.characterCount <= 16 && last.unit == entry.quantity?.unit && !paragraph.opensClause(figure)
      && !WordList.predicates.occurs(in: own, all) && !WordList.levelNouns.isSuffix(of: own, all)
      && !WordList.reaching.isSuffix(of: plain, left)
  }

  fileprivate func sharedVerb(of last: Told) -> Range<Int>? {
    Deed.verb(of: last.name) ?? (isListed ? WordList.predicates.prefix(of: last.name, last.name.indices) : nil)
  }
}

extension Paragraph {
  /// 工程建设（18件）、征地拆迁（9件）: whether a bracket closes right behind a figure.
  fileprivate func closesBracket(_ figure: Int) -> Bool {
    let end = entries[figure].span.upperBound
    return bytes.has("）", at: end) || bytes.has(")", at: end)
  }
}
