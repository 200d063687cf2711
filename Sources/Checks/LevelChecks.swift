import Observations
import Quantities

/// What figures can't be by themselves: rates above the whole, shares that don't make the whole, two values of one thing.
extension ReportChecks {
  // MARK: - Rates above 100 %

  /// 办结率103%: a rate of what was done of a whole is at most the whole.
  mutating func checkLimit(_ position: Int) {
    let rate = observations[position]
    guard rate.quantity.kind == .percent, Self.ofAWhole.contains(where: rate.subject.description.hasSuffix),
      let low = rate.quantity.low, ExactDecimal(digits: 100) < low
    else { return }
    add(.limit, .inconsistent, "\(rate.subject) \(rate.quantity.value)%，不应超过100%", [rate.id])
  }

  /// Rates of which the whole is the most there can be; 完成率, 参保率 and 毛入学率 can be more.
  private static let ofAWhole = [
    "办结率", "办复率", "答复率", "满意率", "合格率", "通过率", "出庭率", "出庭应诉率", "报备率", "及时率", "达标率", "覆盖率", "整改率", "优良率", "公示率",
    "持证率", "录用率", "胜诉率", "败诉率", "纠错率", "调解率", "占比", "比重", "好评率", "网办率", "可办率",
  ]

  // MARK: - Proportions

  /// 三次产业结构为12.9：34.9：52.2: three numbers or more that look like shares make the whole.
  mutating func checkProportions() {
    var start = 0
    while start < observations.count {
      var end = start + 1
      while end < observations.count, isProportion(observations[start], observations[end]) { end += 1 }
      if end - start >= 3 { checkProportion(Array(observations[start..<end])) }
      start = end
    }
  }

  private func isProportion(_ first: Observation, _ other: Observation) -> Bool {
    first.quantity.kind == .ratio && other.quantity.kind == .ratio && first.quantity.unit == .none
      && first.subject == other.subject && first.quote == other.quote && first.span.line == other.span.line
  }

  private mutating func checkProportion(_ shares: [Observation]) {
    guard let sum = sum(of: shares), let least = sum.low, let most = sum.high else { return }
    let whole = ExactDecimal(digits: 100)
    let terms = shares.map { $0.quantity.value.description }.joined(separator: "+")
    if sum.contains(whole) {
      add(.proportionSum, .consistent, "\(terms)，合100", shares.map(\.id))
    } else if ExactDecimal(digits: 90) < least, most < ExactDecimal(digits: 110) {
      add(.proportionSum, .inconsistent, "\(terms)=\(sum.text)，应合100", shares.map(\.id))
    }
  }

  // MARK: - Two values of one thing

  /// 全年增长5.2%, and 增长5.3% elsewhere in the same report: a level, rate or growth of one metric has one value a year.
  mutating func checkConflicts() {
    var first: [[String]: Observation] = [:]
    for observation in observations {
      guard let metric = observation.metric, let year = observation.year, observation.partOf == nil,
        observation.status == .actual || observation.status == .target, hasOneValue(observation)
      else { continue }
      let quantity = observation.quantity
      let key = [
        metric, String(year), observation.status.rawValue, quantity.kind.rawValue, quantity.unit.name,
        observation.scope ?? "", observation.periodType.rawValue, observation.period.start?.description ?? "",
        observation.period.end?.description ?? "", observation.subject.description,
      ]
      guard let other = first[key] else {
        first[key] = observation
        continue
      }
      guard Self.contradict(quantity, other.quantity) else { continue }
      // 增长5.5%、力争6%以上: two aims can both be meant.
      let isAim = observation.status == .target
      let message =
        "\(observation.subject) \(year)年：第\(other.span.line)行为 \(other.text)，第\(observation.span.line)行为 \(observation.text)"
        + (isAim ? "；目标可以分档" : "")
      add(.conflict, isAim ? .uncheckable : .inconsistent, message, [observation.id, other.id])
    }
  }

  /// Whether two figures can't be of one value: 5.2 and 5.3, but not 5.2 and 5, nor 5.2 and 5以上.
  static func contradict(_ first: Quantity, _ other: Quantity) -> Bool {
    guard let interval = Interval(first) else { return false }
    if !interval.overlaps(other) { return true }
    // Written with the same precision they are the same or not.
    guard first.bound == .exact, other.bound == .exact, let width = interval.width else { return false }
    return first.value != other.value && width == Interval(other)?.width
  }

  private func hasOneValue(_ observation: Observation) -> Bool {
    let kind = observation.quantity.kind
    return kind == .growth || kind == .percent || kind.isAmount && observation.periodType == .stock
  }
}
