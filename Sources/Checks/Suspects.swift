/// Names the figures that a mistake must be in, if as few as possible are wrong.
enum Suspects {
  /// More figures than so many are not taken to be wrong at once.
  private static let most = 3

  /// For each inconsistent finding the smallest sets of operands of which one or more stand in every finding that failed
  /// together with it.
  static func explaining(_ findings: [Finding]) -> [Int: [[String]]] {
    let vouched = Set(findings.filter { $0.verdict == .consistent && vouches($0.check) }.flatMap(\.operands))
    var result: [Int: [[String]]] = [:]
    for group in connected(findings) {
      // A figure that another check bears out is spared, unless nothing else could be wrong.
      let failed = group.map { index in
        let operands = findings[index].operands
        let open = operands.filter { !vouched.contains($0) }
        return Set(open.isEmpty ? operands : open)
      }
      let sets = smallestSets(hitting: failed)
      for index in group { result[index] = sets }
    }
    return result
  }

  /// Whether passing tells that the operands are right: some count of the year before gives most growths.
  private static func vouches(_ check: CheckName) -> Bool { check != .growthFeasibility }

  /// The inconsistent findings, those together that share operands.
  private static func connected(_ findings: [Finding]) -> [[Int]] {
    var groupOf: [String: Int] = [:]
    var groups: [[Int]] = []
    for (index, finding) in findings.enumerated() where finding.verdict == .inconsistent {
      let others = Set(finding.operands.compactMap { groupOf[$0] }).sorted()
      let target = others.first ?? groups.count
      if others.isEmpty { groups.append([]) }
      groups[target].append(index)
      for other in others.dropFirst() {
        groups[target] += groups[other]
        groups[other] = []
      }
      for member in groups[target] { for operand in findings[member].operands { groupOf[operand] = target } }
    }
    return groups.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  private static func smallestSets(hitting failed: [Set<String>]) -> [[String]] {
    let candidates = Set(failed.joined()).sorted()
    for size in 1...most {
      let sets = combinations(of: candidates, size).filter { set in failed.allSatisfy { !$0.isDisjoint(with: set) } }
      if !sets.isEmpty { return sets }
    }
    return []
  }

  private static func combinations(of items: [String], _ size: Int) -> [[String]] {
    guard size > 0 else { return [[]] }
    return items.indices.flatMap { index in
      combinations(of: Array(items[(index + 1)...]), size - 1).map { [items[index]] + $0 }
    }
  }
}
