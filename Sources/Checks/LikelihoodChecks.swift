import Observations
import Quantities
import ReportText

/// Figures that their own series, those of other places or that of their province make unlikely.
extension ArchiveChecks {
  /// What figures of places of one level are of.
  private struct Peers: Hashable {
    let metric: String
    let scope: String?
    let kind: QuantityKind
    let unit: String
    let periodType: PeriodType
    let level: Division.Level
    let year: Int
  }

  /// A finding for each figure that isn't likely. The figure stays as it is.
  mutating func checkLikelihood() {
    var series: [Key: [Int: Statement]] = [:]
    var keys: [Key] = []
    for place in order where canBeLikely(place.key) {
      let found = single(place)
      guard let told = found.first(where: \.isOwn) ?? found.first, told.number != nil else { continue }
      if series[place.key] == nil { keys.append(place.key) }
      series[place.key, default: [:]][place.year] = told
    }
    let peers = peers(of: keys, series)
    for key in keys {
      for (year, told) in series[key, default: [:]].sorted(by: { $0.key < $1.key }) {
        judge(told, Place(key: key, year: year), series[key, default: [:]], peers)
      }
    }
  }

  /// A growth can be anything, and what is told of several years has no years beside it.
  private func canBeLikely(_ key: Key) -> Bool {
    (key.kind.isAmount || key.kind == .percent) && key.periodType != .cumulative
  }

  private func peers(of keys: [Key], _ series: [Key: [Int: Statement]]) -> [Peers: [Statement]] {
    var peers: [Peers: [Statement]] = [:]
    for key in keys where key.subject == nil {
      for (year, told) in series[key, default: [:]].sorted(by: { $0.key < $1.key }) {
        guard let group = group(of: told, Place(key: key, year: year)) else { continue }
        peers[group, default: []].append(told)
      }
    }
    return peers
  }

  private func group(of told: Statement, _ place: Place, _ level: Division.Level? = nil) -> Peers? {
    guard let own = told.document.report.identity.agency?.division?.level else { return nil }
    let key = place.key
    return Peers(
      metric: key.metric, scope: key.scope, kind: key.kind, unit: key.unit, periodType: key.periodType,
      level: level ?? own, year: place.year)
  }

  private mutating func judge(
    _ told: Statement, _ place: Place, _ series: [Int: Statement], _ peers: [Peers: [Statement]]
  ) {
    guard let value = told.number else { return }
    if let before = series[place.year - 1], isCopied(told, before, place.key) {
      add(told, place, "与上年 \(before.text) 一字不差，疑为沿用", [before])
      return
    }
    let canAddUp = place.key.kind.isAmount && place.key.periodType == .flow
    let others = series.filter { $0.key != place.year && abs($0.key - place.year) <= Self.reach }
      .sorted { $0.key < $1.key }.map(\.value)
    if let beside = Likelihood(of: others.compactMap(\.number), least: Self.leastYears) {
      // Its own years tell more than other places.
      if let reading = beside.reading(of: value, canAddUp: canAddUp) {
        let years = others.compactMap(\.observation.year).map(String.init).joined(separator: "、")
        addUnlikely(told, place, "\(years)年多在 \(beside.middle.formatted) 上下", reading, others)
      }
      return
    }
    guard place.key.subject == nil, let group = group(of: told, place) else { return }
    let alike = (peers[group] ?? []).filter { $0.id != told.id }
    if let beside = Likelihood(of: alike.compactMap(\.number), least: Self.leastPlaces),
      case .places(let places)? = beside.reading(of: value, canAddUp: false)
    {
      addUnlikely(
        told, place, "同级各地多在 \(beside.middle.formatted) 上下", .places(places), Array(alike.prefix(Self.leastPlaces)))
      return
    }
    checkProvince(told, place, value, peers)
  }

  /// A place has no more than its province of what adds up over places.
  private mutating func checkProvince(
    _ told: Statement, _ place: Place, _ value: Double, _ peers: [Peers: [Statement]]
  ) {
    guard let division = told.document.report.identity.agency?.division, division.level.isBelowProvince,
      place.key.kind.isAmount, catalogue.metric(place.key.metric)?.isOfEach == false,
      let group = group(of: told, place, .province),
      let province = peers[group]?.first(where: {
        $0.document.report.identity.agency?.division?.code.prefix(2) == division.code.prefix(2)
      }), let whole = province.number, value > whole
    else { return }
    add(told, place, "多于所在省的 \(province.text)，疑为全省数或单位有误", [province])
  }

  /// Whether a figure of a year's work, written to four digits or more, is that of the year before.
  private func isCopied(_ told: Statement, _ before: Statement, _ key: Key) -> Bool {
    key.periodType == .flow && key.kind.isAmount && told.isOwn && before.isOwn && told.quantity == before.quantity
      && told.document.sha256 != before.document.sha256 && String(told.quantity.value.digits.magnitude).count >= 4
  }

  private mutating func addUnlikely(
    _ told: Statement, _ place: Place, _ beside: String, _ reading: Likelihood.Reading, _ others: [Statement]
  ) {
    guard let value = told.number else { return }
    add(told, place, "\(beside)；\(reading.text(of: value, unit: place.key.unit))", others)
  }

  private mutating func add(_ told: Statement, _ place: Place, _ reason: String, _ others: [Statement]) {
    findings.append(
      Finding(
        check: .likelihood, verdict: .unlikely,
        message: "\(told.observation.subject) \(place.year)年 \(told.text)：\(reason)",
        operands: [told.id] + others.map(\.id)))
  }

  /// The years to each side that are looked at, and how many figures must be there.
  private static let reach = 5
  private static let leastYears = 3
  private static let leastPlaces = 6
}

extension Division.Level {
  fileprivate var isBelowProvince: Bool { self == .prefecture || self == .county }
}

extension Metric {
  /// Whether its figures are of each one, and so not less in a place than in its province: 人均…, …标准, …价格.
  fileprivate var isOfEach: Bool {
    ["均", "标准", "价", "度", "率", "工资"].contains { chinese.contains($0) }
  }
}
