import Checks
import Observations
import Quantities
import ReportText

/// Gathers the statements of each series and combines them.
struct SeriesBuilder {
  private struct Statement {
    let observation: Observation
    /// Its figure in the unit of the series.
    let quantity: Quantity
    let document: CheckedReport

    var id: String { document.id(of: observation.id) }
    var agencyID: String { document.report.identity.agency?.id ?? document.ownBodyID }
    var isCorrected: Bool { document.reviews[observation.id]?.decision == .correct }
    /// Whether it stands in the report on its year.
    var isOfItsYear: Bool { document.report.identity.year == observation.year }
  }

  /// The numbers that the figure of an earlier year can be, with the statement that this follows from.
  private struct ImpliedCell {
    let year: Int
    let interval: Interval
    let source: String
    let confidence: ReportIdentity.Confidence
  }

  private let catalogue: Catalogue
  private let status: Status
  private var statements: [Series.Key: [Int: [Statement]]] = [:]
  /// What later reports say of results that they quote.
  private var quoted: [Series.Key: [Int: [Statement]]] = [:]
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
    let places = implied.isEmpty ? [:] : document.report.observations.placesByID
    for read in document.report.observations {
      guard let observation = document.reviewed(read) else {
        addLeftOut(read, document)
        continue
      }
      let isQuoted = status == .actual && observation.status == .prior
      // A figure of some months is never the year's, nor added to it.
      guard isQuoted || observation.status == status, observation.months == nil, let year = observation.year,
        let (key, quantity) = place(observation, document)
      else { continue }
      let statement = Statement(observation: observation, quantity: quantity, document: document)
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
      scope: agency?.division?.level.scope == observation.scope ? nil : observation.scope,
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
      let whole = byYear.compactMapValues { found in
        combineDocuments(found, key, { combine($0, key) })
      }
      if whole.count == byYear.count {
        result.append(series(key, withImplied(withLeftOut(withQuoted(whole, key), key), key)))
        continue
      }
      // Where some year can't be combined, the subjects are told apart in all years.
      var split: [String: [Int: [Statement]]] = [:]
      for (year, found) in byYear {
        for statement in found {
          split[statement.observation.subject.description, default: [:]][year, default: []].append(statement)
        }
      }
      for (subject, byYear) in split {
        var own = key
        own.subject = subject
        let cells = byYear.compactMapValues { combineDocuments($0, own, lastOf) }
        result.append(series(own, withImplied(withLeftOut(withQuoted(cells, own), own), key)))
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
  private func stated(_ cell: Series.Cell, _ year: Int, _ key: Series.Key) -> [Statement] {
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

  /// The last of several statements, marked if they differ.
  private func lastOf(_ found: [Statement]) -> Series.Cell? {
    let differ = Set(found.map(\.quantity.value)).count > 1
    return marked(cell(found[found.count - 1]), differ ? "last" : nil, found)
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

  private func cell(_ statement: Statement) -> Series.Cell {
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
    _ found: [Statement], _ key: Series.Key, _ combine: ([Statement]) -> Series.Cell?
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
    let own = documents.firstIndex { $0[0].isOfItsYear }
    shown = cells[own ?? 0]
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
  private func toldOnce(_ found: [Statement]) -> [Statement] {
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
  private func combine(_ found: [Statement], _ key: Series.Key) -> Series.Cell? {
    if Set(found.map(\.quantity.value)).count == 1 { return marked(cell(found[0]), nil, found) }
    guard let first = found.first, let metric = catalogue.metric(key.metric),
      key.kind.isAdditive || metric.combination == .last
    else { return nil }
    // 突破3万亿元 and 30355.73亿元 are one figure, told twice.
    if metric.combination == .max || metric.combination == .last, let exact = mostExact(found) {
      return marked(cell(exact), "exact", found)
    }
    // A part of a figure of the same year is none of its own.
    let wholes = found.filter { !isPart($0, of: found) }
    if wholes.count == 1, metric.combination != .sum { return marked(cell(wholes[0]), "total", found) }
    switch metric.combination {
    case .separate: return nil
    case .max:
      let most = found.max { $0.quantity.value < $1.quantity.value } ?? first
      return marked(cell(most), "max", found)
    case .last: return marked(cell(found[found.count - 1]), "last", found)
    case .sum:
      return sum(wholes)
    case .totalOverParts:
      let totals = found.filter { $0.observation.partOf == nil }
      if totals.count == 1 { return marked(cell(totals[0]), "total", found) }
      return totals.isEmpty ? sum(found) : nil
    }
  }

  /// The most exact of statements that one number can be all of; `nil` if none can.
  private func mostExact(_ found: [Statement]) -> Statement? {
    let intervals = found.compactMap { Interval($0.quantity) }
    guard intervals.count == found.count, let low = intervals.compactMap(\.low).max(),
      let high = intervals.compactMap(\.high).min(), low <= high
    else { return nil }
    return found.dropFirst().reduce(found[0]) { cell($1).isMoreExact(than: cell($0)) ? $1 : $0 }
  }

  private func isPart(_ statement: Statement, of found: [Statement]) -> Bool {
    guard let total = statement.observation.partOf else { return false }
    return found.contains { $0.observation.id == total }
  }

  private func sum(_ found: [Statement]) -> Series.Cell? {
    var total = ExactDecimal(digits: 0)
    var bound = Bound.exact
    var interval: Interval? = Interval(low: total, high: total)
    for statement in found {
      let quantity = statement.quantity
      guard let next = total.adding(quantity.value) else { return nil }
      total = next
      interval = interval?.adding(quantity)
      switch (bound, quantity.bound) {
      case (.exact, let other): bound = other
      case (let mine, .exact): bound = mine
      case (let mine, let other) where mine == other: break
      default: bound = .about
      }
    }
    let cell = Series.Cell(value: total, bound: bound, interval: interval, sources: found.map(\.id))
    return marked(cell, "sum", found)
  }

  /// A cell that several statements make; `word` tells how they were combined if they differ.
  private func marked(_ cell: Series.Cell, _ word: String?, _ found: [Statement]) -> Series.Cell {
    var cell = cell
    cell.combined = found.count > 1 ? word.map { "=\($0)(\(found.count))" } : nil
    cell.isCorrected = found.contains(where: \.isCorrected)
    // What is told twice is as sure as the surer; what is made of several figures as the least sure.
    let confidences = found.map(\.observation.confidence)
    cell.confidence = (word == nil ? confidences.max() : confidences.min()) ?? cell.confidence
    return cell
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

extension CheckedReport {
  /// What stands for the issuer of a document that names none: figures of two such documents are no series.
  fileprivate var ownBodyID: String { "document-\(sha256.prefix(12))" }
}
