import Observations
import Quantities

/// Checks the figures of one report against each other.
public struct ReportChecks: Sendable {
  /// The findings in the order of the figures judged.
  public private(set) var findings: [Finding] = []
  /// Values of the year before that growth rates imply, in the order of the figures that they lead to.
  public let implied: [ImpliedValue]
  /// The same by the figure that they are of.
  let impliedByFigure: [String: ImpliedValue]

  let observations: [Observation]
  private let index: [String: Int]
  /// The parts of each total, in the order of the text.
  private let partsByTotal: [String: [Int]]

  /// Checks a report.
  public init(_ report: Report) {
    observations = report.observations
    index = observations.placesByID
    var parts: [String: [Int]] = [:]
    for (position, observation) in observations.enumerated() {
      if let total = observation.partOf { parts[total, default: []].append(position) }
    }
    partsByTotal = parts
    let stories = Self.stories(observations)
    implied = stories.compactMap { ImpliedValue($0) }
    impliedByFigure = Dictionary(implied.map { ($0.observation, $0) }) { first, _ in first }
    for position in observations.indices {
      checkParts(position)
      checkRate(position)
      checkGrowth(position)
      checkLimit(position)
    }
    for position in observations.indices { checkGrowthOfParts(position) }
    checkChanges(stories)
    checkProportions()
    checkConflicts()
    checkColumns()
    checkDisclosure()
    let order = index
    findings.sort { (order[$0.operands[0]] ?? 0, $0.check.rawValue) < (order[$1.operands[0]] ?? 0, $1.check.rawValue) }
  }

  // MARK: - Sums

  /// Parts behind 其中 against their total.
  private mutating func checkParts(_ position: Int) {
    let total = observations[position]
    let all = parts(of: total)
    // A total can be broken down in several ways: 限额以上313亿元; 按地区分，城镇949亿元、乡村182亿元.
    let indices = run(of: all, making: total) ?? all
    let parts = indices.map { observations[$0] }
    guard !parts.isEmpty, !Self.isOfAChange(total), parts.allSatisfy({ $0.quantity.kind == total.quantity.kind }),
      let sum = sum(of: parts)
    else { return }
    // One part tells nothing of its total but that it isn't larger.
    if parts.count == 1, sum.overlaps(total.quantity) || sum.isBelow(total.quantity) { return }
    let terms = parts.map { $0.quantity.value.description }.joined(separator: "+")
    let unit = total.quantity.unit.name
    let operands = [total.id] + parts.map(\.id)
    if sum.overlaps(total.quantity) {
      add(.partSum, .consistent, "\(terms)=\(total.quantity.value)\(unit)，与总数相符", operands)
    } else if sum.isBelow(total.quantity) {
      add(
        .partSum, .uncheckable, "所列分项 \(terms)=\(sum.text)\(unit)，少于总数 \(total.quantity.value)\(unit)；“其中”未必列全",
        operands)
    } else if isOneList(indices, of: position) {
      add(.partSum, .inconsistent, "分项 \(terms)=\(sum.text)\(unit)，多于总数 \(total.quantity.value)\(unit)", operands)
    } else {
      add(
        .partSum, .uncheckable, "所列 \(terms)=\(sum.text)\(unit)，多于 \(total.quantity.value)\(unit)；未必是同一种分法",
        operands)
    }
  }

  /// The places of a total's parts.
  func parts(of total: Observation) -> [Int] { partsByTotal[total.id] ?? [] }

  /// Lists longer than this are no prose.
  private static let mostParts = 40

  /// The parts in a row that together make a total, if others stand beside them.
  private func run(of parts: [Int], making total: Observation) -> [Int]? {
    guard parts.count <= Self.mostParts else { return nil }
    for first in parts.indices {
      for last in parts.indices where last > first && last - first < parts.count - 1 {
        let run = Array(parts[first...last])
        if let sum = sum(of: run.map { observations[$0] }), sum.overlaps(total.quantity) { return run }
      }
    }
    return nil
  }

  /// Whether figures are surely the parts of one list: told in the total's sentence, with only their changes and shares
  /// between them, and none of them a total in its own right.
  private func isOneList(_ parts: [Int], of total: Int) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    let isTold = parts.allSatisfy { part in
      let subject = observations[part].subject.description
      return observations[part].quote == observations[total].quote
        && observations[part].span.line == observations[total].span.line && !subject.contains("各项")
        && (!subject.contains("总") || subject.hasPrefix(observations[total].subject.description))
    }
    return isTold
      && (first...last).allSatisfy { index in
        switch observations[index].quantity.kind {
        case .growth, .change, .points, .percent, .rank: true
        default: parts.contains(index)
        }
      }
  }

  /// Whether a figure tells by how much something grew, while what stands behind 其中 tells levels: 支出702亿元，增支53亿元，其中教育支出117亿元.
  private static func isOfAChange(_ total: Observation) -> Bool {
    total.quantity.kind == .change
      || ["增支", "增收", "减支", "减收"].contains(where: total.subject.description.hasPrefix)
  }

  func position(of observation: Observation) -> Int? { index[observation.id] }

  /// The place of the figure with an id.
  func place(of id: String) -> Int? { index[id] }

  func sum(of parts: [Observation]) -> Interval? {
    var sum = Interval(low: ExactDecimal(digits: 0), high: ExactDecimal(digits: 0))
    for part in parts {
      guard let next = sum.adding(part.quantity) else { return nil }
      sum = next
    }
    return sum
  }

  mutating func add(_ check: CheckName, _ verdict: Verdict, _ message: String, _ operands: [String]) {
    findings.append(Finding(check: check, verdict: verdict, message: message, operands: operands))
  }
}
