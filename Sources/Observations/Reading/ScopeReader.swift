/// Finds the level that a figure is limited to.
enum ScopeReader {
  private static let levels = ["省列": "省级", "市列": "市级", "县列": "县级"]

  /// The level named nearest to the figure, or `nil`.
  static func scope(of statement: Statement) -> String? {
    let subject = statement.subject
    var last: Range<Int>?
    while let found = WordList.levels.first(in: subject, (last?.upperBound ?? 0)..<subject.count) { last = found }
    guard let last else { return nil }
    let word = String(decoding: subject[last], as: UTF8.self)
    return levels[word] ?? word
  }
}
