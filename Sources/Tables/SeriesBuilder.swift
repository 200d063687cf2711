import Checks
import Observations
import Quantities
import ReportText

/// Gathers the statements of each series and combines them.
struct SeriesBuilder {
  /// The numbers that the figure of an earlier year can be, with the statement that this follows from.
  private struct ImpliedCell {
    let year: Int
    let interval: Interval
    let source: String
    let confidence: ReportIdentity.Confidence
  }

  private let catalogue: Catalogue
  private let status: Status
  private var statements: [Series.Key: [Int: [SeriesStatement]]] = [:]
  /// What later reports say of results that they quote.
  private var quoted: [Series.Key: [Int: [SeriesStatement]]] = [:]
  private var implied: [Series.Key: [ImpliedCell]] = [:]
  /// The years of figures that were rejected.
  private var rejected: [Series.Key: Set<Int>] = [:]
  /// The years of figures that aren't sure enough, each as often as it has some.
  private var withheld: [Series.Key: [Int]] = [:]
  /// The series in which statements of several bodies stand.
  private var joined: Set<Series.Key> = []
  private var agencies: [String: (name: String, areaCode: String?)] = [:]

  /// Kind and year of each figure that isn't sure enough.
  var withheldFigures: [(kind: QuantityKind, year: Int)] {
    withheld.flatMap { key, years in years.map { (key.kind, $0) } }
  }

  /// The names of the documents' agencies by their ids.
  var agencyNames: [String: String] { agencies.mapValues(\.name) }

  /// A builder of the series that figures of a status make.
  init(catalogue: Catalogue, status: Status) {
    self.catalogue = catalogue
    self.status = status
  }

  mutating func add(_ document: CheckedReport) {
    let agency = document.report.identity.agency
    if let agency, agency.name.count > agencies[agency.id]?.name.count ?? 0 {
      agencies[agency.id] = (agency.name, agency.division?.code)
    }
    let implied = Dictionary(grouping: document.standingImplied, by: \.observation)
    let places = document.report.observations.placesByID
    var ofMonths: [Series.Key: [Int: [SeriesStatement]]] = [:]
    for read in document.report.observations {
      guard let observation = document.reviewed(read) else {
        addLeftOut(read, document)
        continue
      }
      let isQuoted = status == .actual && observation.status == .prior
      guard isQuoted || observation.status == status, let year = observation.year,
        case let total = total(of: observation, among: places, document),
        let (own, quantity) = place(observation, document)
      else { continue }
      let key = total ?? own
      let statement = SeriesStatement(observation: observation, quantity: quantity, document: document)
      if observation.months != nil {
        if !isQuoted { ofMonths[key, default: [:]][year, default: []].append(statement) }
        continue
      }
      if isQuoted {
        quoted[key, default: [:]][year, default: []].append(statement)
        continue
      }
      statements[key, default: [:]][year, default: []].append(statement)
      for value in implied[observation.id] ?? [] {
        guard let (_, quantity) = place(value.figure(from: observation), document), let interval = Interval(quantity)
        else { continue }
        let growth = places[value.growth].flatMap { document.reviewed(document.report.observations[$0]) }
        self.implied[key, default: []].append(
          ImpliedCell(
            year: value.year, interval: interval, source: document.id(of: observation.id),
            confidence: min(observation.confidence, growth?.confidence ?? .high)))
      }
    }
    addWholeYears(ofMonths, document)
  }

  /// Adds the figures of parts of a year that make it up, where the document doesn't tell of the year: 上半年60次，下半年80次. No other figure
  /// of some months is the year's.
  private mutating func addWholeYears(
    _ ofMonths: [Series.Key: [Int: [SeriesStatement]]], _ document: CheckedReport
  ) {
    for (key, byYear) in ofMonths where key.kind.isAdditive && key.periodType == .flow {
      for (year, found) in byYear
      where statements[key]?[year]?.contains(where: { $0.document.sha256 == document.sha256 }) != true {
        let things = Dictionary(grouping: found, by: \.observation.subject).filter {
          StatementChoice.areMonths($0.value)
        }
        guard !things.isEmpty else { continue }
        statements[key, default: [:]][year, default: []] += found.filter { things[$0.observation.subject] != nil }
      }
    }
  }

  /// Adds the year of a figure that a person rejected or that isn't sure enough.
  private mutating func addLeftOut(_ read: Observation, _ document: CheckedReport) {
    guard read.status == status, read.months == nil, let year = read.year, let (key, _) = place(read, document) else {
      return
    }
    if document.isWithheld(read) {
      withheld[key, default: []].append(year)
    } else {
      rejected[key, default: []].insert(year)
    }
  }

  /// The series of the total that a figure is a part of and named after: 检查120次，其中夜间30次 makes no series of 夜间.
  private func total(of part: Observation, among places: [String: Int], _ document: CheckedReport) -> Series.Key? {
    guard let place = part.partOf.flatMap({ places[$0] }),
      let total = document.reviewed(document.report.observations[place]), total.status == part.status,
      total.year == part.year, total.months == part.months, total.metric == part.metric,
      part.subject.bytes.starts(with: total.subject.bytes), let (key, _) = self.place(total, document)
    else { return nil }
    return key
  }

  /// The series of a figure, and the figure in its unit.
  private func place(_ observation: Observation, _ document: CheckedReport) -> (Series.Key, Quantity)? {
    let agency = document.report.identity.agency
    guard let id = observation.metric, let metric = catalogue.metric(id) else { return nil }
    let quantity = metric.inOwnUnit(observation.quantity)
    // A running total is the state of what is counted at a time, but no growth over several years is one over a year.
    let isState = metric.period == .stock && quantity.kind.isAdditive
    let isCumulative = observation.periodType == .cumulative && !isState
    let key = Series.Key(
      metric: id, kind: quantity.kind, unit: quantity.unit.name, agencyID: agency?.id ?? document.ownBodyID,
      scope: document.tellsOfAll(observation) ? nil : observation.scope,
      periodType: isCumulative ? .cumulative : metric.period == .stock ? .stock : .flow)
    return (key, quantity)
  }

  /// Lets the statements of bodies stand with those of the bodies that followed them, where these report of later years.
  mutating func join(_ successions: Successions) {
    let terms = statements.mapValues { byYear in
      let years = byYear.flatMap { year, found in found.map { max(year, $0.document.report.identity.year ?? year) } }
      return SeriesJoiner.Term(years: Set(byYear.keys), first: years.min() ?? 0)
    }
    for (before, after) in SeriesJoiner(successions).successions(among: terms) {
      statements[after, default: [:]].merge(statements.removeValue(forKey: before) ?? [:]) { $1 + $0 }
      quoted[after, default: [:]].merge(quoted.removeValue(forKey: before) ?? [:]) { $1 + $0 }
      implied[after, default: []].append(contentsOf: implied.removeValue(forKey: before) ?? [])
      rejected[after, default: []].formUnion(rejected.removeValue(forKey: before) ?? [])
      withheld[after, default: []] += withheld.removeValue(forKey: before) ?? []
      joined.insert(after)
    }
  }

  func series() -> [Series] {
    var result: [Series] = []
    for (key, byYear) in statements {
      let whole = byYear.compactMapValues { combineDocuments($0, key) { combine($0, key) } }
      // Where some year can't be combined, its subjects are told apart, and other years stand with them that tell of one of them.
      let apart = byYear.filter { whole[$0.key] == nil }
      let subjects = Set(apart.values.joined().map(\.observation.subject.description))
      var rows: [String?: [Int: Series.Cell]] = [:]
      for (year, cell) in whole {
        let subject = stated(cell, year, key).first?.observation.subject.description
        rows[subject.flatMap { subjects.contains($0) ? $0 : nil }, default: [:]][year] = cell
      }
      for (year, found) in apart {
        for (subject, found) in Dictionary(grouping: found, by: \.observation.subject.description) {
          var own = key
          own.subject = subject
          rows[subject, default: [:]][year] = combineDocuments(found, own, combineOneThing)
        }
      }
      for (subject, cells) in rows {
        var own = key
        own.subject = subject
        result.append(series(own, withImplied(withLeftOut(withQuoted(cells, own), own), own)))
      }
    }
    let places = Dictionary(catalogue.metrics.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return result.map { (order($0.key, places), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  /// The cells with marks where a report quotes another figure of an earlier year. A quotation is held only against a figure
  /// that one statement makes, and where the metric's figures are of several things only against that of the same thing.
  private func withQuoted(_ cells: [Int: Series.Cell], _ key: Series.Key) -> [Int: Series.Cell] {
    var cells = cells
    let whole = key.ofAllSubjects
    let combination = catalogue.metric(key.metric)?.combination
    for (year, statements) in quoted[whole] ?? [:] {
      guard let cell = cells[year], cell.combined == nil, let interval = cell.interval else { continue }
      let subjects = Set(
        stated(cell, year, key).map(\.observation.subject.description))
      for statement in statements where !interval.overlaps(statement.quantity) {
        let isOfOneThing = key.subject == nil && combination != .sum && combination != .separate
        guard isOfOneThing || subjects.contains(statement.observation.subject.description) else { continue }
        cells[year]?.conflicts.append(self.cell(statement).conflict)
      }
    }
    return cells
  }

  /// The statements whose figure a cell of a year is.
  private func stated(_ cell: Series.Cell, _ year: Int, _ key: Series.Key) -> [SeriesStatement] {
    (statements[key.ofAllSubjects]?[year] ?? []).filter { cell.sources.contains($0.id) }
  }

  /// The cells with marks where a figure of the same year was rejected or isn't sure enough.
  private func withLeftOut(_ cells: [Int: Series.Cell], _ key: Series.Key) -> [Int: Series.Cell] {
    var cells = cells
    let whole = key.ofAllSubjects
    for year in rejected[whole] ?? [] { cells[year]?.leavesOutRejected = true }
    for year in withheld[whole] ?? [] { cells[year]?.leavesOutUnsure = true }
    return cells
  }

  /// The cells with those that a growth implies. A stated figure of the series outranks an implied one, only a figure that
  /// alone makes its cell implies another, several growths imply what all of them allow, and where nothing is left they imply none.
  private func withImplied(_ cells: [Int: Series.Cell], _ key: Series.Key) -> [Int: Series.Cell] {
    let whole = key.ofAllSubjects
    var found: [Int: (interval: Interval, sources: [String], confidence: ReportIdentity.Confidence)] = [:]
    let sources = Set(cells.values.filter { $0.sources.count == 1 || $0.combined == nil }.flatMap(\.sources))
    for cell in implied[whole] ?? []
    where statements[whole]?[cell.year] == nil && sources.contains(cell.source) {
      let other = found[cell.year]
      found[cell.year] = (
        other?.interval.intersection(cell.interval) ?? cell.interval, (other?.sources ?? []) + [cell.source],
        min(other?.confidence ?? .high, cell.confidence)
      )
    }
    var cells = cells
    for (year, (interval, sources, confidence)) in found where !interval.isEmpty {
      guard let value = interval.middle else { continue }
      cells[year] = Series.Cell(
        value: value, bound: interval.bound, interval: interval, isImplied: true, confidence: confidence,
        sources: sources)
    }
    return cells
  }

  private func series(_ key: Series.Key, _ cells: [Int: Series.Cell]) -> Series {
    var key = key
    let (last, breaks) = bodies(key, cells)
    key.agencyID = last
    let agency = agencies[last]
    return Series(key: key, agency: agency?.name ?? "", areaCode: agency?.areaCode, cells: cells, breaks: breaks)
  }

  /// The last body that states figures of a series, whose series it is, and the years from which another one does.
  private func bodies(_ key: Series.Key, _ cells: [Int: Series.Cell]) -> (last: String, breaks: [Int: String]) {
    let whole = key.ofAllSubjects
    guard joined.contains(whole) else { return (key.agencyID, [:]) }
    var last: String?
    var breaks: [Int: String] = [:]
    for (year, cell) in cells.sorted(by: { $0.key < $1.key }) where !cell.isImplied {
      let found = stated(cell, year, key)
      guard let id = (found.first(where: \.isOfItsYear) ?? found.first)?.agencyID else { continue }
      if let last, last != id { breaks[year] = "\(agencies[last]?.name ?? "")→\(agencies[id]?.name ?? "")" }
      last = id
    }
    return (last ?? key.agencyID, breaks)
  }

  private func order(_ key: Series.Key, _ places: [String: Int]) -> [String] {
    let metric = places[key.metric] ?? places.count
    let padded = String(repeating: "0", count: 6 - String(metric).count) + String(metric)
    return [
      padded, key.agencyID, key.scope ?? "", key.periodType == .cumulative ? "1" : "0", key.kind.place, key.unit,
      key.subject ?? "",
    ]
  }

  private func cell(_ statement: SeriesStatement) -> Series.Cell {
    let quantity = statement.quantity
    return Series.Cell(
      value: quantity.value, bound: quantity.bound, interval: Interval(quantity),
      isCorrected: statement.isCorrected, confidence: statement.observation.confidence, sources: [statement.id])
  }

  /// One figure of what several documents state, each combined by itself; `nil` if each statement stands for itself.
  ///
  /// The most exact of figures that can all be true is shown. Of others the first document about that very year is, with
  /// a mark that tells what the others say: an average would be nobody's figure.
  private func combineDocuments(
    _ found: [SeriesStatement], _ key: Series.Key, _ combine: ([SeriesStatement]) -> Series.Cell?
  ) -> Series.Cell? {
    let documents = Dictionary(grouping: found.indices, by: { found[$0].document.sha256 }).values
      .sorted { $0[0] < $1[0] }.map { toldOnce($0.map { found[$0] }) }
    let cells = documents.compactMap(combine)
    guard cells.count == documents.count, var shown = cells.first else { return nil }
    if cells.count == 1 { return shown }
    let low = cells.compactMap { $0.interval?.low }.max()
    let high = cells.compactMap { $0.interval?.high }.min()
    guard let low, let high, high < low else {
      for cell in cells where cell.isMoreExact(than: shown) { shown = cell }
      let equal = cells.filter { $0.value == shown.value && $0.interval == shown.interval && $0.combined == nil }
      if shown.combined == nil {
        shown.sources = equal.flatMap(\.sources)
        shown.isCorrected = equal.contains(where: \.isCorrected)
        shown.confidence = equal.map(\.confidence).max() ?? shown.confidence
      }
      return shown
    }
    // Parts of a year's work, told of in two documents, are two figures where they are of two things.
    let combination = catalogue.metric(key.metric)?.combination
    if key.subject == nil, combination == .sum || combination == .separate {
      let subjects = documents.map { Set($0.map(\.observation.subject.description)) }
      guard subjects.allSatisfy({ !$0.isDisjoint(with: subjects[0]) }) else { return nil }
    }
    // A corrected edition outranks the first.
    let corrected = documents.firstIndex { edition in
      documents.contains { edition[0].document.report.identity.corrects($0[0].document.report.identity) }
    }
    let own = documents.firstIndex { $0[0].isOfItsYear }
    shown = cells[corrected ?? own ?? 0]
    if corrected != nil { shown.combined = "=corrected(\(documents.count))" }
    let others = cells.filter { $0.value != shown.value }
    // 123.43亿元 isn't contradicted by the 1234321万元 that contradict a third document's 130亿元.
    let contradicting = others.filter { !shown.canBe($0) }
    for cell in contradicting.isEmpty ? others : contradicting {
      shown.conflicts.append(cell.conflict)
    }
    return shown
  }

  /// The statements of a document without those that only tell another's figure in another unit: of 10万亩（6667公顷） that in the unit of
  /// the series, else the more exact one, is kept.
  private func toldOnce(_ found: [SeriesStatement]) -> [SeriesStatement] {
    let units = found.map(\.observation.quantity.unit)
    guard Set(units).count > 1 else { return found }
    let cells = found.map(cell)
    func outranks(_ other: Int, _ place: Int) -> Bool {
      let own = found[other].quantity.unit
      if units[other] == own || units[place] == own { return units[other] == own }
      if cells[other].isMoreExact(than: cells[place]) { return true }
      return other < place && !cells[place].isMoreExact(than: cells[other])
    }
    func isRetold(_ place: Int, by other: Int) -> Bool {
      units[place] != units[other] && found[place].observation.subject == found[other].observation.subject
        && cells[place].interval?.width != nil && cells[other].interval?.width != nil
        && cells[place].canBe(cells[other]) && outranks(other, place)
    }
    return found.indices.filter { place in !found.indices.contains { isRetold(place, by: $0) } }.map { found[$0] }
  }

  /// One figure of what a document states, or `nil` if each statement stands for itself.
  private func combine(_ found: [SeriesStatement], _ key: Series.Key) -> Series.Cell? {
    catalogue.metric(key.metric).flatMap { StatementChoice(found, of: $0, isAdditive: key.kind.isAdditive) }
      .flatMap { cell($0, of: found) }
  }

  /// One figure of what a document states of one thing.
  private func combineOneThing(_ found: [SeriesStatement]) -> Series.Cell? {
    cell(StatementChoice(ofOneThing: found), of: found)
  }

  /// The cell that a choice among statements makes; `nil` if the sum can't be held.
  private func cell(_ choice: StatementChoice, of found: [SeriesStatement]) -> Series.Cell? {
    guard var cell = choice.way == .sum ? sum(choice.taken) : choice.taken.first.map(cell) else { return nil }
    cell.combined = choice.way.map { "=\($0.rawValue)(\(found.count))" }
    if choice.way == .first {
      cell.conflicts = choice.left.map(\.mention)
    } else {
      cell.also = choice.left.map(\.mention)
    }
    cell.isCorrected = choice.taken.contains(where: \.isCorrected)
    // What is told twice is as sure as the surer; what is made of several figures as the least sure.
    let confidences = (choice.way == nil ? choice.taken : found).map(\.observation.confidence)
    cell.confidence = (choice.way == nil ? confidences.max() : confidences.min()) ?? cell.confidence
    return cell
  }

  private func sum(_ found: [SeriesStatement]) -> Series.Cell? {
    var total = ExactDecimal(digits: 0)
    for statement in found {
      guard let next = total.adding(statement.quantity.value) else { return nil }
      total = next
    }
    let bounds = Set(found.map(\.quantity.bound)).subtracting([.exact])
    return Series.Cell(
      value: total, bound: bounds.count > 1 ? .about : bounds.first ?? .exact,
      interval: StatementChoice.sum(of: found), sources: found.map(\.id))
  }
}

extension Series.Cell {
  /// `1250(0123abcd-3-5)`: what this figure says against another, and whether a person corrected it.
  fileprivate var conflict: String {
    "\(value)(\(sources.joined(separator: "+"))\(isCorrected ? ",correct" : ""))"
  }

  /// Whether both can be the same number.
  fileprivate func canBe(_ other: Series.Cell) -> Bool {
    guard let interval, let theirs = other.interval else { return true }
    return interval.overlaps(theirs)
  }

  /// Whether fewer numbers are allowed here than by another figure.
  fileprivate func isMoreExact(than other: Series.Cell) -> Bool {
    guard let width = interval?.width else { return false }
    return other.interval?.width.map { width < $0 } ?? true
  }
}

extension QuantityKind {
  /// By which a level stands before what tells its changes.
  fileprivate var place: String {
    switch self {
    case .growth: "1"
    case .change: "2"
    case .points: "3"
    default: "0" + rawValue
    }
  }
}

extension CheckedReport {
  /// Whether a figure isn't limited to a field, level or area below that of the document's body.
  func tellsOfAll(_ observation: Observation) -> Bool {
    observation.scope == nil || report.identity.agency?.division?.level.scope == observation.scope
  }
}

extension Division.Level {
  /// The scope that is all that a body of the level speaks of: 全国 says no more in a report of the State Council than nothing.
  fileprivate var scope: String? {
    switch self {
    case .national: "全国"
    case .province: "全省"
    default: nil
    }
  }
}
