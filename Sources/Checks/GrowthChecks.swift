import Observations
import Quantities

/// Growth rates of whole counts: whether some count of the year before gives them, and whether they fit those of the parts.
extension ReportChecks {
  /// The count that a growth rate belongs to: the one that the sentence binds it to, else the figure before it with the same subject.
  private func base(of position: Int) -> Observation? {
    let growth = observations[position]
    let told = growth.changeOf.flatMap(place(of:))
    guard growth.quantity.kind == .growth, growth.quantity.bound == .exact, position > 0,
      case let count = observations[told ?? position - 1], count.quantity.kind == .count,
      count.subject == growth.subject,
      count.quantity.bound == .exact, count.quantity.value.isWhole, count.quantity.low == count.quantity.high,
      count.status == growth.status
    else { return nil }
    return count
  }

  /// Whether a whole count of the year before exists that gives the growth as written.
  mutating func checkGrowth(_ position: Int) {
    let growth = observations[position]
    guard let count = base(of: position), let stated = Interval(growth.quantity),
      let range = priorCounts(count.quantity, stated)
    else { return }
    let change = growth.quantity.value.digits < 0 ? "下降\(-growth.quantity.value)%" : "增长\(growth.quantity.value)%"
    let written = "\(count.quantity.value)\(count.quantity.unit.name)、\(change)"
    let operands = [growth.id, count.id]
    if range.lowerBound > range.upperBound {
      guard !GrowthBasis.mayBeOfAll(count) else { return }
      if let cut = growth.quantity.cutOff.flatMap({ priorCounts(count.quantity, $0) }), cut.lowerBound <= cut.upperBound
      {
        add(
          .growthFeasibility, .truncated,
          "\(written)：上年\(cut.lowerBound)时为\(percent(count, cut.lowerBound))%，文中是截尾而未四舍五入", operands)
        return
      }
      add(
        .growthFeasibility, .inconsistent,
        "\(written)：上年没有任何整数能得出这一增幅（上年\(range.upperBound)时为\(percent(count, range.upperBound))%，\(range.lowerBound)时为\(percent(count, range.lowerBound))%）",
        operands)
    } else if range.lowerBound == range.upperBound {
      add(.growthFeasibility, .consistent, "\(written)：上年应为\(range.lowerBound)\(count.quantity.unit.name)", operands)
    } else {
      add(
        .growthFeasibility, .consistent, "\(written)：上年在\(range.lowerBound)至\(range.upperBound)之间", operands)
    }
  }

  /// The least and greatest whole count of the year before; least above greatest if there is none.
  private func priorCounts(_ count: Quantity, _ growth: Interval) -> (lowerBound: Int64, upperBound: Int64)? {
    let before = Interval(count)?.before(growth, place: 0, inwards: true)
    guard let first = before?.low?.floor, let last = before?.high?.floor else { return nil }
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
  mutating func checkGrowthOfParts(_ position: Int) {
    let growth = observations[position]
    guard let total = base(of: position) else { return }
    let parts = parts(of: total).map { observations[$0] }
    let priors = parts.compactMap { impliedByFigure[$0.id] }.filter { $0.low == $0.high }
    guard parts.count > 1, priors.count == parts.count, let sum = sum(of: parts), sum.overlaps(total.quantity) else {
      return
    }
    let all = priors.reduce(ExactDecimal(digits: 0) as ExactDecimal?) { $0?.adding($1.value) }
    guard let before = all?.floor, before > 0,
      let change = total.quantity.value.subtracting(ExactDecimal(digits: before)),
      let hundredfold = ExactDecimal(digits: 100).multiplied(by: change),
      let exact = hundredfold.divided(by: ExactDecimal(digits: before), places: 6)
    else { return }
    let verdict = Interval(low: exact, high: exact).verdict(on: growth.quantity)
    let terms = priors.map { $0.value.description }.joined(separator: "+")
    add(
      .growthOfParts, verdict,
      "分项推出上年为 \(terms)=\(before)\(total.quantity.unit.name)，总数应增长\(percent(total, before))%"
        + verdict.remark(on: growth.quantity),
      [growth.id, total.id] + parts.map(\.id) + priors.map(\.growth))
  }
}
