/// Finds the level that a figure is limited to.
enum ScopeReader {
  private static let levels = ["省列": "省级", "市列": "市级", "县列": "县级"]

  /// The level named nearest to the figure, or `nil`.
  static func scope(of statement: Statement) -> String? {
    let subject = statement.subject
    var last: Range<Int>?
    while let found = WordList.levels.first(in: subject, (last?.upperBound ?? 0)..<subject.count) {
      // 国家级、省级重点人才: both together are no one level.
      if let last, subject.has("、", at: last.upperBound), last.upperBound + 3 == found.lowerBound { return nil }
      last = found
    }
    guard let last else { return nil }
    let word = String(decoding: subject[last], as: UTF8.self)
    return levels[word] ?? word
  }
}
