import Observations
import Quantities

/// Rates and shares against the part and the whole that they are of: 问题14个，整改到位13个，整改完成率92.86%; 企业200家，其中小微企业50家，占总数的25%.
extension ReportChecks {
  mutating func checkRate(_ position: Int) {
    let rate = observations[position]
    guard rate.quantity.kind == .percent, Interval(rate.quantity) != nil,
      rate.isShareOfTotal || rate.subject.description.hasSuffix("率"),
      let terms = terms(of: position), terms.whole.quantity.value.digits > 0,
      let hundredfold = ExactDecimal(digits: 100).multiplied(by: terms.part.quantity.value),
      let exact = hundredfold.divided(by: terms.whole.quantity.value, places: 6)
    else { return }
    let places = max(0, -(rate.quantity.value.exponent))
    let computed = hundredfold.divided(by: terms.whole.quantity.value, places: max(2, places)) ?? exact
    let verdict = (quotient(terms) ?? Interval(low: exact, high: exact)).verdict(on: rate.quantity)
    guard verdict == .consistent || terms.isSure else { return }
    add(
      .rate, verdict,
      "\(terms.part.quantity.value)/\(terms.whole.quantity.value)=\(computed)%" + verdict.remark(on: rate.quantity),
      [rate.id, terms.part.id, terms.whole.id])
  }

  /// What a rate can be of, and whether it can be of nothing else.
  private typealias Terms = (part: Observation, whole: Observation, isSure: Bool)

  /// The rates that written precision allows, in percent.
  private func quotient(_ terms: Terms) -> Interval? {
    let (part, whole) = (terms.part.quantity, terms.whole.quantity)
    guard let low = part.low, let high = part.high, let least = whole.low, let most = whole.high,
      ExactDecimal(digits: 0) < least, let first = ExactDecimal(digits: 100).multiplied(by: low),
      let last = ExactDecimal(digits: 100).multiplied(by: high)
    else { return nil }
    return Interval(low: first.divided(by: most, places: 6), high: last.divided(by: least, places: 6))
  }

  private func terms(of position: Int) -> Terms? {
    let rate = observations[position]
    let told = observations[..<position].reversed()
      .prefix { $0.span.line == rate.span.line && $0.quote == rate.quote }
    let before = told.filter { $0.quantity.kind.isAmount && $0.status == rate.status }
    guard let nearest = before.first else { return nil }
    if rate.isShareOfTotal { return nearest.partOf == nil ? nil : whole(of: nearest).map { (nearest, $0, true) } }
    let name = rate.subject.description
    // 开工项目80个，开工率92%，其中工业项目30个，开工率85%: of what the whole has such a rate of, too.
    let isToldOfAll = told.contains {
      $0.quantity.kind == .percent && !$0.subject.bytes.isEmpty && name.hasSuffix($0.subject.description)
    }
    for part in before {
      guard let whole = whole(of: part) else { continue }
      if Self.isRate(name, of: part.subject.description, in: whole.subject.description) {
        return (part, whole, !isToldOfAll)
      }
      // Another rate may stand behind the pair, which then is only borne out.
      if part.id == nearest.id, part.partOf != nil { return (part, whole, false) }
    }
    return nil
  }

  /// The total that a figure is linked to, or for one that a bare verb names (抽检250批次，合格200批次) the figure right before it, if that isn't less.
  private func whole(of part: Observation) -> Observation? {
    if let total = part.partOf { return place(of: total).map { observations[$0] } }
    guard part.subject.description.count <= Self.longestVerb, let at = place(of: part.id), at > 0,
      case let whole = observations[at - 1], whole.quote == part.quote, whole.span.line == part.span.line,
      whole.quantity.unit == part.quantity.unit, whole.status == part.status,
      part.quantity.value <= whole.quantity.value, whole.subject.bytes.count > part.subject.bytes.count
    else { return nil }
    return whole
  }

  private static let longestVerb = 4

  /// Whether a rate is named by what its part tells and its whole doesn't: 整改完成率 by 整改到位 of problems, 抽检合格率 by 合格 of what was 抽检, but
  /// not 提前办结率 by 办结, nor 投资完成率 by 完成投资 of all 完成投资, whose base is a plan. Rates of outcomes (败诉率, 纠错率) have
  /// the cases decided as their base, not those received.
  private static func isRate(_ rate: String, of part: String, in whole: String) -> Bool {
    let stem = rate.dropLast()
    // A long name holds words of what stood before, and so tells nothing.
    guard (2...6).contains(stem.count), !["败诉", "胜诉", "纠错", "调解"].contains(where: stem.hasSuffix) else { return false }
    var deed = stem.prefix(2)
    if stem.count > 2, whole.contains(deed) { deed = stem.suffix(2) }
    return part.contains(deed) && !whole.contains(deed) && (stem.count == 2 || !stem.hasPrefix("提前"))
  }
}
