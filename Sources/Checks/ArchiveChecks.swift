import Observations
import Quantities

/// Checks the figures of several documents of one body against each other.
struct ArchiveChecks {
  var findings: [Finding] = []

  /// What a figure is of, apart from its year.
  struct Key: Hashable {
    let agency: String
    let metric: String
    let scope: String?
    let kind: QuantityKind
    let unit: String
    let periodType: PeriodType
    /// Where several statements of a metric stand side by side, each is known by its words.
    let subject: String?
  }

  struct Place: Hashable {
    let key: Key
    let year: Int
  }

  struct Statement {
    let observation: Observation
    /// Its figure in the metric's unit.
    let quantity: Quantity
    let document: CheckedReport

    var id: String { document.id(of: observation.id) }
    /// Whether it tells of its document's own year; other years it only quotes.
    var isOwn: Bool { observation.status == .actual && observation.year == document.report.identity.year }
    /// Its value where others can be held against it.
    var number: Double? { quantity.value.digits > 0 ? Double(quantity.value.description) : nil }
    var text: String { "\(observation.text)（\(document.report.path) 第\(observation.span.line)行）" }
  }

  let catalogue: Catalogue
  private var statements: [Place: [Statement]] = [:]
  private(set) var order: [Place] = []

  init(_ documents: [CheckedReport], _ catalogue: Catalogue) {
    self.catalogue = catalogue
    for document in documents { add(document) }
    for place in order {
      checkQuotes(place)
      checkGrowth(place)
    }
    checkLikelihood()
  }

  private mutating func add(_ document: CheckedReport) {
    guard let agency = document.report.identity.agency?.id else { return }
    for observation in document.report.observations {
      guard observation.status == .actual || observation.status == .prior, observation.partOf == nil,
        observation.months == nil, let year = observation.year, let id = observation.metric,
        let metric = catalogue.metric(id)
      else { continue }
      let standsAlone = metric.combination == .separate || metric.combination == .sum
      let quantity = metric.inOwnUnit(observation.quantity)
      let key = Key(
        agency: agency, metric: id, scope: observation.scope, kind: quantity.kind,
        unit: quantity.unit.name, periodType: observation.periodType,
        subject: standsAlone ? observation.subject.description : nil)
      let place = Place(key: key, year: year)
      if statements[place] == nil { order.append(place) }
      statements[place, default: []].append(
        Statement(observation: observation, quantity: quantity, document: document))
    }
  }

  /// The one statement of each document; a document with two values tells none.
  func single(_ place: Place) -> [Statement] {
    let found = statements[place] ?? []
    return Dictionary(grouping: found, by: \.document.sha256).values.compactMap(Self.single(of:))
      .sorted { ($0.document.report.path, $0.id) < ($1.document.report.path, $1.id) }
  }

  /// The first of statements that tell one value. Of 1500亩（100公顷） that in the metric's own unit is the value.
  private static func single(of found: [Statement]) -> Statement? {
    let own = found.filter { $0.quantity.unit == $0.observation.quantity.unit }
    let told = own.isEmpty ? found : own
    return Set(told.map(\.quantity)).count == 1 ? told.first : nil
  }

  // MARK: - The same figure in several documents

  /// A figure as its year's own document told it, against what other documents tell of that year.
  private mutating func checkQuotes(_ place: Place) {
    let found = single(place)
    guard found.count > 1, let first = found.first(where: \.isOwn) ?? found.first else { return }
    for other in found where other.id != first.id {
      let fits = !ReportChecks.contradict(other.quantity, first.quantity)
      findings.append(
        Finding(
          check: other.isOwn && first.isOwn ? .documentConflict : .restatement,
          verdict: fits ? .consistent : .inconsistent,
          message: "\(other.observation.subject) \(place.year)年：\(other.text)，\(first.text)",
          operands: [other.id, first.id]))
    }
  }

  // MARK: - Growth against the year before

  private mutating func checkGrowth(_ place: Place) {
    guard place.key.kind == .growth, place.key.periodType != .cumulative else { return }
    for growth in single(place) where growth.isOwn {
      guard let (place, level) = level(of: growth, place) else { continue }
      let before = Place(key: place.key, year: place.year - 1)
      guard
        let prior = single(before).first(where: { $0.isOwn && $0.document.sha256 != growth.document.sha256 })
      else { continue }
      check(growth, level, prior)
    }
  }

  /// The level that a growth is of, with its place: that of its metric in its own document.
  private func level(of growth: Statement, _ place: Place) -> (Place, Statement)? {
    let key = place.key
    guard let metric = catalogue.metric(key.metric) else { return nil }
    let found = growth.document.report.observations
      .filter { $0.metric == key.metric && $0.quantity.kind.isAmount && $0.status == .actual }
      .filter { $0.scope == key.scope && $0.year == place.year && $0.periodType == key.periodType }
      .filter { key.subject == nil || $0.subject.description == key.subject }
      .map { Statement(observation: $0, quantity: metric.inOwnUnit($0.quantity), document: growth.document) }
    guard let level = Self.single(of: found) else { return nil }
    let levelKey = Key(
      agency: key.agency, metric: key.metric, scope: key.scope, kind: level.quantity.kind,
      unit: level.quantity.unit.name, periodType: key.periodType, subject: key.subject)
    return (Place(key: levelKey, year: place.year), level)
  }

  private mutating func check(_ growth: Statement, _ level: Statement, _ prior: Statement) {
    guard let computed = Interval(level.quantity)?.growth(over: prior.quantity) else { return }
    let fit = computed.verdict(on: growth.quantity)
    let obstacle = fit == .consistent ? nil : GrowthBasis(growth.observation, of: level.observation).obstacle
    findings.append(
      Finding(
        check: .growthOverYears, verdict: obstacle == nil ? fit : .uncheckable,
        message: "\(level.text) 比 \(prior.text) 增长 \(computed.text)%" + fit.remark(on: growth.quantity)
          + (obstacle.map { "；\($0)" } ?? ""),
        operands: [growth.id, level.id, prior.id]))
  }
}
