import Quantities

extension Construction {
  /// 受理321件（不含上年旧存28件）, 另有个体工商户560户, 除续建项目12个外: what a total leaves out.
  static let notIncluded = Construction(
    .notIncluded, "不含在内的数",
    examples: [
      .yes("受理案件321件（不含上年旧存⟦28件⟧）。", "part of none"),
      .yes("新登记企业120户，另有个体工商户⟦56户⟧。", "part of none"),
      .yes("发放资金186万元（不包括慈善捐助⟦21万元⟧）。", "part of none"),
      .yes("项目47个，除续建项目⟦12个⟧外均已开工。", "part of none"),
      .no("受理案件321件（含上年旧存⟦28件⟧）。"),
      .no("受理案件321件，其中另立新案⟦28件⟧。"),
    ]
  ) { paragraph in
    for figure in paragraph.figures {
      let words = paragraph.gap(before: figure)
      let start = WordList.openMarks.strippingPrefixes(paragraph.bytes, words).lowerBound
      guard let word = WordList.leftOut.prefix(of: paragraph.bytes, start..<words.upperBound) else { continue }
      paragraph.facts.state(figure, .part(nil), by: .notIncluded, words: word)
    }
  }
}
