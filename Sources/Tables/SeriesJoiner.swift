import ReportText

/// Joins the series of bodies that followed one another.
struct SeriesJoiner {
  private let successions: Successions

  init(_ successions: Successions) { self.successions = successions }

  /// The series, in their order, where that of a body goes on in that of its heir.
  ///
  /// The nearest heir that has the same series takes it. Where figures of both stand for one year, or two bodies were merged
  /// and both have figures for one year, nothing is joined: which of them the series is can't be told.
  func joined(_ series: [Series]) -> [Series] {
    let indices = Dictionary(uniqueKeysWithValues: series.indices.map { (series[$0].key, $0) })
    var predecessors: [Int: [Int]] = [:]
    for index in series.indices {
      if let heir = heir(of: series[index].key, among: indices) { predecessors[heir, default: []].append(index) }
    }
    var result = series
    var joined: Set<Int> = []
    // Predecessors of predecessors first: 卫生局 goes on in 卫生和计划生育局 before that goes on in 卫生健康局.
    func settle(_ heir: Int) {
      guard let before = predecessors.removeValue(forKey: heir) else { return }
      before.forEach(settle)
      let years = before.map { Set(result[$0].statedYears) }
      for (position, index) in before.enumerated() {
        let others = years.enumerated().filter { $0.offset != position }.map(\.element)
        guard let last = years[position].max(), let first = result[heir].statedYears.min(), last < first,
          others.allSatisfy(years[position].isDisjoint)
        else { continue }
        result[heir] = result[heir].continuing(result[index])
        joined.insert(index)
      }
    }
    for heir in predecessors.keys.sorted() { settle(heir) }
    return result.indices.filter { !joined.contains($0) }.map { result[$0] }
  }

  private func heir(of key: Series.Key, among indices: [Series.Key: Int]) -> Int? {
    for id in successions.heirs(of: key.agencyID) {
      var heir = key
      heir.agencyID = id
      if let index = indices[heir] { return index }
    }
    return nil
  }
}

extension Series {
  /// The years whose figures documents state.
  fileprivate var statedYears: [Int] { cells.filter { !$0.value.isImplied }.map(\.key) }

  /// This series with that of a body before it; a figure that documents state outranks an implied one.
  fileprivate func continuing(_ before: Series) -> Series {
    var series = self
    series.cells.merge(before.cells) { own, older in own.isImplied && !older.isImplied ? older : own }
    series.breaks.merge(before.breaks) { own, _ in own }
    if let first = statedYears.min() { series.breaks[first] = "\(before.agency)→\(agency)" }
    return series
  }

  /// `2019:台州市科学技术委员会→台州市科学技术局`.
  var breakList: String? {
    breaks.isEmpty ? nil : breaks.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
  }
}
