import Observations
import Quantities

/// Checks the figures of one report against each other.
public struct ReportChecks: Sendable {
  /// The findings in the order of the figures judged.
  public private(set) var findings: [Finding] = []
  /// Values of the year before that growth rates imply, where exactly one whole number fits.
  public private(set) var implied: [ImpliedValue] = []

  private let observations: [Observation]
  private let index: [String: Int]

  /// Checks a report.
  public init(_ report: Report) {
    observations = report.observations
    index = Dictionary(uniqueKeysWithValues: observations.enumerated().map { ($1.id, $0) })
    for position in observations.indices {
      checkParts(position)
      checkRate(position)
      checkGrowth(position)
    }
    for position in observations.indices { checkGrowthOfParts(position) }
    let order = index
    findings.sort { (order[$0.operands[0]] ?? 0, $0.check.rawValue) < (order[$1.operands[0]] ?? 0, $1.check.rawValue) }
  }

  // MARK: - Sums

  /// Parts behind 其中 against their total.
  private mutating func checkParts(_ position: Int) {
    let total = observations[position]
    let parts = observations.filter { $0.partOf == total.id }
    guard parts.count > 1, let sum = sum(of: parts) else { return }
    let terms = parts.map { $0.quantity.value.description }.joined(separator: "+")
    let unit = total.quantity.unit.name
    let operands = [total.id] + parts.map(\.id)
    if sum.overlaps(total.quantity) {
      add(.partSum, .consistent, "\(terms)=\(total.quantity.value)\(unit)，与总数相符", operands)
    } else if sum.isBelow(total.quantity) {
      add(
        .partSum, .uncheckable, "所列分项 \(terms)=\(sum.text)\(unit)，少于总数 \(total.quantity.value)\(unit)；“其中”未必列全",
        operands)
    } else {
      add(.partSum, .inconsistent, "分项 \(terms)=\(sum.text)\(unit)，多于总数 \(total.quantity.value)\(unit)", operands)
    }
  }

  private func sum(of parts: [Observation]) -> Interval? {
    var sum = Interval(low: ExactDecimal(digits: 0), high: ExactDecimal(digits: 0))
    for part in parts {
      guard let next = sum.adding(part.quantity) else { return nil }
      sum = next
    }
    return sum
  }

  // MARK: - Rates

  /// 问题14个，整改到位13个，整改完成率92.86%: the rate behind a part and its total.
  private mutating func checkRate(_ position: Int) {
    let rate = observations[position]
    guard rate.quantity.kind == .percent, rate.subject.description.hasSuffix("率"), position > 0,
      case let part = observations[position - 1], part.span.line == rate.span.line, part.quote == rate.quote,
      let total = part.partOf.flatMap({ index[$0] }).map({ observations[$0] }), total.quantity.value.digits > 0,
      let hundredfold = ExactDecimal(digits: 100).multiplied(by: part.quantity.value),
      let exact = hundredfold.divided(by: total.quantity.value, places: 6)
    else { return }
    let places = max(0, -(rate.quantity.value.exponent))
    let computed = hundredfold.divided(by: total.quantity.value, places: max(2, places)) ?? exact
    let fits = Interval(low: exact, high: exact).overlaps(rate.quantity)
    // Another rate may stand behind the pair; only one that shares its words is judged.
    guard fits || Self.isRate(rate.subject.description, of: part.subject.description) else { return }
    let sums = "\(part.quantity.value)/\(total.quantity.value)=\(computed)%"
    add(
      .rate, fits ? .consistent : .inconsistent, fits ? "\(sums)，与所报比率相符" : "\(sums)，文中为 \(rate.quantity.value)%",
      [rate.id, part.id, total.id])
  }

  /// Whether a rate is named by what its part tells: 整改完成率 by 整改到位, but 提前办结率 not by 办结. Rates of outcomes
  /// (败诉率, 纠错率) have the cases decided as their base, not those received.
  private static func isRate(_ rate: String, of part: String) -> Bool {
    let stem = rate.dropLast()
    // A long name holds words of what stood before, and so tells nothing.
    guard (2...6).contains(stem.count), !["败诉", "胜诉", "纠错", "调解"].contains(where: stem.hasSuffix) else { return false }
    return part.contains(stem.prefix(2)) && (stem.count == 2 || !stem.hasPrefix("提前"))
  }

  // MARK: - Growth

  /// The count that a growth rate belongs to: the figure before it with the same subject.
  private func base(of position: Int) -> Observation? {
    let growth = observations[position]
    guard growth.quantity.kind == .growth, growth.quantity.bound == .exact, position > 0,
      case let count = observations[position - 1], count.quantity.kind == .count, count.subject == growth.subject,
      count.quantity.bound == .exact, count.quantity.value.isWhole, count.quantity.low == count.quantity.high,
      count.status == growth.status
    else { return nil }
    return count
  }

  /// Whether a whole count of the year before exists that gives the growth as written.
  private mutating func checkGrowth(_ position: Int) {
    let growth = observations[position]
    guard let count = base(of: position), let range = priorCounts(count.quantity, growth.quantity) else { return }
    let change = growth.quantity.value.digits < 0 ? "下降\(-growth.quantity.value)%" : "增长\(growth.quantity.value)%"
    let written = "\(count.quantity.value)\(count.quantity.unit.name)、\(change)"
    let operands = [growth.id, count.id]
    if range.lowerBound > range.upperBound {
      add(
        .growthFeasibility, .inconsistent,
        "\(written)：上年没有任何整数能得出这一增幅（上年\(range.upperBound)时为\(percent(count, range.upperBound))%，\(range.lowerBound)时为\(percent(count, range.lowerBound))%）",
        operands)
    } else if range.lowerBound == range.upperBound {
      add(.growthFeasibility, .consistent, "\(written)：上年应为\(range.lowerBound)\(count.quantity.unit.name)", operands)
      if let year = count.year {
        implied.append(
          ImpliedValue(
            observation: count.id, growth: growth.id, year: year - 1, value: ExactDecimal(digits: range.lowerBound)))
      }
    } else {
      add(
        .growthFeasibility, .consistent, "\(written)：上年在\(range.lowerBound)至\(range.upperBound)之间", operands)
    }
  }

  /// The least and greatest whole count of the year before; least above greatest if there is none.
  private func priorCounts(_ count: Quantity, _ growth: Quantity) -> (lowerBound: Int64, upperBound: Int64)? {
    let hundred = ExactDecimal(digits: 100)
    guard let low = growth.low, let high = growth.high, let most = hundred.adding(high),
      let least = hundred.adding(low),
      ExactDecimal(digits: 0) < least, let hundredfold = hundred.multiplied(by: count.value),
      let first = hundredfold.wholeQuotient(by: most, roundingUp: true),
      let last = hundredfold.wholeQuotient(by: least, roundingUp: false)
    else { return nil }
    return (first, last)
  }

  private func percent(_ count: Observation, _ prior: Int64) -> String {
    guard prior > 0, let change = count.quantity.value.subtracting(ExactDecimal(digits: prior)),
      let hundredfold = ExactDecimal(digits: 100).multiplied(by: change),
      let percent = hundredfold.divided(by: ExactDecimal(digits: prior), places: 2)
    else { return "—" }
    return percent.description
  }

  /// A total's growth against that of its parts, whose figures of the year before are known.
  private mutating func checkGrowthOfParts(_ position: Int) {
    let growth = observations[position]
    guard let total = base(of: position), let stated = Interval(growth.quantity) else { return }
    let parts = observations.filter { $0.partOf == total.id }
    let priors = parts.compactMap { part in implied.first { $0.observation == part.id } }
    guard parts.count > 1, priors.count == parts.count, let sum = sum(of: parts), sum.overlaps(total.quantity) else {
      return
    }
    let before = priors.reduce(Int64(0)) { $0 + ($1.value.floor ?? 0) }
    guard before > 0, let change = total.quantity.value.subtracting(ExactDecimal(digits: before)),
      let hundredfold = ExactDecimal(digits: 100).multiplied(by: change),
      let exact = hundredfold.divided(by: ExactDecimal(digits: before), places: 6)
    else { return }
    let fits = stated.contains(exact)
    let terms = priors.map { $0.value.description }.joined(separator: "+")
    let computed = "分项推出上年为 \(terms)=\(before)\(total.quantity.unit.name)，总数应增长\(percent(total, before))%"
    add(
      .growthOfParts, fits ? .consistent : .inconsistent,
      fits ? "\(computed)，与所报增幅相符" : "\(computed)，文中为\(growth.quantity.value)%",
      [growth.id, total.id] + parts.map(\.id) + priors.map(\.growth))
  }

  private mutating func add(_ check: CheckName, _ verdict: Verdict, _ message: String, _ operands: [String]) {
    findings.append(Finding(check: check, verdict: verdict, message: message, operands: operands))
  }
}
