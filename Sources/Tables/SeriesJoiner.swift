import ReportText

/// Tells which series of bodies go on in those of the bodies that followed them.
struct SeriesJoiner {
  /// When the reports stand that make a series.
  struct Term {
    /// The years that they tell of.
    var years: Set<Int>
    /// The first year in which the body itself reports: a later report that retells a year stands in its own.
    var first: Int
  }

  private let successions: Successions

  init(_ successions: Successions) { self.successions = successions }

  /// The series that go on in others, with those; what goes on in a series that itself goes on stands before it.
  ///
  /// The nearest heir that has the same series takes it, if it reports only of years after those that the body before told of; what it
  /// retells of these is no hindrance. Where two bodies were merged and both have figures for one year, nothing is joined:
  /// which of them the series is can't be told.
  func successions(among terms: [Series.Key: Term]) -> [(before: Series.Key, after: Series.Key)] {
    var terms = terms
    var predecessors: [Series.Key: [Series.Key]] = [:]
    for key in terms.keys {
      if let heir = heir(of: key, among: terms) { predecessors[heir, default: []].append(key) }
    }
    var result: [(before: Series.Key, after: Series.Key)] = []
    // Predecessors of predecessors first: 卫生局 goes on in 卫生和计划生育局 before that goes on in 卫生健康局.
    func settle(_ heir: Series.Key) {
      guard let before = predecessors.removeValue(forKey: heir) else { return }
      before.forEach(settle)
      // The last first, so that one that ended before it began finds its place before it.
      let found = before.map { (key: $0, term: terms[$0]!) }.sorted {
        ($1.term.first, $0.key.agencyID) < ($0.term.first, $1.key.agencyID)
      }
      for (position, one) in found.enumerated() {
        let others = found.enumerated().filter { $0.offset != position }.map(\.element.term.years)
        guard let last = one.term.years.max(), last < terms[heir]!.first, others.allSatisfy(one.term.years.isDisjoint)
        else { continue }
        terms[heir]!.years.formUnion(one.term.years)
        terms[heir]!.first = one.term.first
        result.append((one.key, heir))
      }
    }
    for heir in Array(predecessors.keys) { settle(heir) }
    return result
  }

  private func heir(of key: Series.Key, among terms: [Series.Key: Term]) -> Series.Key? {
    for id in successions.heirs(of: key.agencyID) {
      var heir = key
      heir.agencyID = id
      if terms[heir] != nil { return heir }
    }
    return nil
  }
}
