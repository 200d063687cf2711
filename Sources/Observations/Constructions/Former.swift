import Quantities

extension Construction {
  /// 受理案件97件134人，去年同期为197件375人; 收入8亿元，比上年同期7亿元增加1亿元: figures of an earlier time are of what was told before, and what
  /// follows goes on from that.
  static let former = Construction(
    .former, "上年同期的数",
    examples: [
      .yes("受理案件97件134人，去年同期为⟦197件⟧375人。", "subject same as 97件"),
      .yes("受理案件97件134人，去年同期为197件⟦375人⟧。", "subject same as 134人"),
      .yes("税收收入8亿元，比上年同期⟦7亿元⟧增收1亿元。", "subject same as 8亿元"),
      .yes("税收收入8亿元，完成预算的54%，比上年同期的⟦7亿元⟧增加1亿元。", "subject same as 8亿元"),
      .yes("税收收入8亿元，完成预算9亿元的89%，比上年同期⟦7亿元⟧增加1亿元。", "subject same as 8亿元"),
      .yes("抽检样品36批次，合格率98%（上年为⟦97%⟧）。", "subject same as 98%"),
      .no("税收收入8亿元，比上年同期增加⟦1亿元⟧。"),
      .no("税收收入8亿元，去年同期税务稽查⟦12户⟧。"),
      .no("去年同期为⟦7亿元⟧。"),
    ]
  ) { paragraph in
    for run in paragraph.runs where paragraph.tellsFormer(run[0]) {
      for figure in run {
        let base = paragraph.earlier(than: run[0]).first {
          paragraph.areAlike($0, figure) && !paragraph.isAside($0)
        }
        if let base { paragraph.facts.state(figure, .subject(.same(as: base)), by: .former) }
      }
    }
  }
}

extension Paragraph {
  /// Whether no words stand before a figure in its clause but those of an earlier time: 去年同期为, 比上年的.
  fileprivate func tellsFormer(_ figure: Int) -> Bool {
    guard entries[figure].quantity?.kind.isChange == false else { return false }
    let gap = gap(before: figure)
    guard words.has(.prior, in: gap) else { return false }
    let words = WordList.openMarks.strippingPrefixes(bytes, WordList.trailing.strippingSuffixes(bytes, gap))
    let bare = WordList.referenceNouns.strippingSuffixes(bytes, WordList.comparisons.strippingPrefixes(bytes, words))
    return !bare.isEmpty && WordList.prior.strippingPrefixes(bytes, bare).isEmpty
  }
}
