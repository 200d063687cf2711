/// Finds the level that a figure is limited to.
enum ScopeReader {
  private static let words: [(word: String, scope: String)] = [
    ("国家级", "国家级"), ("省级", "省级"), ("市级", "市级"), ("县级", "县级"), ("区级", "区级"), ("省列", "省级"), ("市列", "市级"), ("县列", "县级"),
    ("市本级", "市本级"), ("省本级", "省本级"), ("全国", "全国"), ("全省", "全省"),
  ]

  /// The level named nearest to the figure, or `nil`.
  static func scope(of statement: Statement) -> String? {
    let subject = statement.subject
    return words.compactMap { item in subject.lastRange(of: item.word).map { (item.scope, $0) } }.max { $0.1 < $1.1 }?.0
  }
}

extension String {
  /// The offset in bytes of the last place where `word` stands.
  fileprivate func lastRange(of word: String) -> Int? {
    ranges(of: word).last.map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
