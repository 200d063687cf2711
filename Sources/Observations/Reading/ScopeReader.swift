/// Finds the level that a figure is limited to.
enum ScopeReader {
  private static let words = WordList("国家级 省级 市级 县级 区级 省列 市列 县列 市本级 省本级 全国 全省")
  private static let levels = ["省列": "省级", "市列": "市级", "县列": "县级"]

  /// The level named nearest to the figure, or `nil`.
  static func scope(of statement: Statement) -> String? {
    let subject = statement.subject
    var last: Range<Int>?
    while let found = words.first(in: subject, (last?.upperBound ?? 0)..<subject.count) { last = found }
    guard let last else { return nil }
    let word = String(decoding: subject[last], as: UTF8.self)
    return levels[word] ?? word
  }
}
