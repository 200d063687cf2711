import Checks
import Observations
import Quantities
import ReportText

extension Table {
  /// A row for each series (metric × kind × unit × agency × scope × period), years as columns; results only. What was told
  /// for several years together stands in rows of its own.
  ///
  /// A cell that several statements make is combined as the metric says; where it says that each stands for itself, the
  /// series is split by subject. The columns behind the years tell which cells are implied, bounded or combined.
  ///
  /// - Parameter successions: if given, a body's series goes on in that of the body that followed it, with a column that
  ///   tells the year of each such break.
  public static func trend(
    _ documents: [CheckedReport], catalogue: Catalogue, following successions: Successions? = nil
  ) -> Table {
    var series = Series.all(documents, catalogue)
    if let successions { series = SeriesJoiner(successions).joined(series) }
    let years = Set(series.flatMap(\.cells.keys)).sorted()
    let rows = series.map { item -> [String?] in
      var cells: [String?] = [
        item.key.metric, catalogue.metric(item.key.metric)?.chinese, item.key.kind.rawValue, item.key.unit,
        item.key.agencyID, item.agency, item.areaCode, item.key.scope, item.key.periodType.rawValue, item.key.subject,
      ]
      cells += years.map { item.cells[$0]?.value.description }
      cells.append(item.list { $0.isImplied ? "" : nil })
      cells.append(item.list { $0.bound == .exact ? nil : $0.bound.rawValue })
      cells.append(item.list { $0.combined })
      if successions != nil { cells.append(item.breakList) }
      return cells
    }
    return Table(
      columns: [
        "metric_id", "metric", "kind", "unit", "agency_id", "agency", "area_code", "scope", "period_type", "subject",
      ]
        + years.map(String.init) + ["implied", "bounds", "combined"] + (successions == nil ? [] : ["breaks"]),
      rows: rows)
  }
}

/// A metric of an agency over the years.
struct Series {
  struct Key: Hashable {
    let metric: String
    let kind: QuantityKind
    let unit: String
    var agencyID: String
    let scope: String?
    /// That of the metric, or cumulative.
    let periodType: PeriodType
    /// Set where statements can't be combined and the subject tells them apart.
    var subject: String?
  }

  /// The figure of one year.
  struct Cell {
    var value: ExactDecimal
    var bound: Bound
    var isImplied = false
    /// The one statement whose figure this is, as document and observation; `nil` for a sum.
    var source: String?
    /// `sum(3)`, `max(2)`: how several statements were combined.
    var combined: String?
  }

  let key: Key
  let agency: String
  let areaCode: String?
  var cells: [Int: Cell]
  /// By the first year of a body's own figures, the body whose figures stand before.
  var breaks: [Int: String] = [:]

  /// `2022`, `2021>=`: the years for which `mark` gives a text, with it.
  func list(_ mark: (Cell) -> String?) -> String? {
    let marks = cells.sorted { $0.key < $1.key }.compactMap { year, cell in mark(cell).map { "\(year)\($0)" } }
    return marks.isEmpty ? nil : marks.joined(separator: " ")
  }

  /// The series of all documents, ordered by metric, agency, scope, kind, unit and subject.
  static func all(_ documents: [CheckedReport], _ catalogue: Catalogue) -> [Series] {
    var builder = SeriesBuilder(catalogue: catalogue)
    for document in documents { builder.add(document) }
    return builder.series()
  }
}

/// Gathers the statements of each series and combines them.
private struct SeriesBuilder {
  struct Statement {
    let observation: Observation
    let document: CheckedReport
  }

  /// A value of an earlier year, with the statement that it follows from.
  struct ImpliedCell {
    let year: Int
    let value: ExactDecimal
    let source: String
  }

  let catalogue: Catalogue
  private var statements: [Series.Key: [Int: [Statement]]] = [:]
  private var implied: [Series.Key: [ImpliedCell]] = [:]
  private var agencies: [String: (name: String, areaCode: String?)] = [:]

  init(catalogue: Catalogue) { self.catalogue = catalogue }

  mutating func add(_ document: CheckedReport) {
    let agency = document.report.identity.agency
    let id = agency?.id ?? ""
    if let agency, agency.name.count > agencies[id]?.name.count ?? 0 {
      agencies[id] = (agency.name, agency.division?.code)
    }
    for observation in document.report.observations where observation.status == .actual {
      guard let year = observation.year, let key = key(observation, agency?.id) else { continue }
      statements[key, default: [:]][year, default: []].append(Statement(observation: observation, document: document))
      for value in document.implied where value.observation == observation.id {
        implied[key, default: []].append(
          ImpliedCell(year: value.year, value: value.value, source: document.id(of: observation.id)))
      }
    }
  }

  private func key(_ observation: Observation, _ agencyID: String?) -> Series.Key? {
    guard let id = observation.metric, let metric = catalogue.metric(id) else { return nil }
    // A running total is the state of what is counted at a time, but no growth over several years is one over a year.
    let isState = metric.period == .stock && observation.quantity.kind.isAdditive
    let isCumulative = observation.periodType == .cumulative && !isState
    return Series.Key(
      metric: id, kind: observation.quantity.kind, unit: observation.quantity.unit.name, agencyID: agencyID ?? "",
      scope: observation.scope, periodType: isCumulative ? .cumulative : metric.period == .stock ? .stock : .flow)
  }

  func series() -> [Series] {
    var result: [Series] = []
    for (key, byYear) in statements {
      let whole = byYear.compactMapValues { combine($0, key) }
      if whole.count == byYear.count {
        result.append(series(key, withImplied(whole, key)))
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
        result.append(series(own, withImplied(byYear.mapValues(lastOf), key)))
      }
    }
    return result.sorted { order($0.key).lexicographicallyPrecedes(order($1.key)) }
  }

  /// The cells with those that a growth implies. A stated figure of the series outranks an implied one, and only a figure
  /// that alone makes its cell implies another.
  private func withImplied(_ cells: [Int: Series.Cell], _ key: Series.Key) -> [Int: Series.Cell] {
    var cells = cells
    let sources = Set(cells.values.compactMap(\.source))
    for value in implied[key] ?? [] where statements[key]?[value.year] == nil && sources.contains(value.source) {
      cells[value.year] = Series.Cell(value: value.value, bound: .exact, isImplied: true)
    }
    return cells
  }

  /// The last of several statements, marked if they differ.
  private func lastOf(_ found: [Statement]) -> Series.Cell {
    let last = cell(found[found.count - 1])
    return Set(found.map(\.observation.quantity.value)).count == 1 ? last : marked(last, "last", found)
  }

  private func series(_ key: Series.Key, _ cells: [Int: Series.Cell]) -> Series {
    let agency = agencies[key.agencyID]
    return Series(key: key, agency: agency?.name ?? "", areaCode: agency?.areaCode, cells: cells)
  }

  private func order(_ key: Series.Key) -> [String] {
    let metric = catalogue.metrics.firstIndex { $0.id == key.metric } ?? catalogue.metrics.count
    let padded = String(repeating: "0", count: 6 - String(metric).count) + String(metric)
    return [
      padded, key.agencyID, key.scope ?? "", key.kind.rawValue, key.unit, key.periodType.rawValue, key.subject ?? "",
    ]
  }

  private func cell(_ statement: Statement) -> Series.Cell {
    Series.Cell(
      value: statement.observation.quantity.value, bound: statement.observation.quantity.bound,
      source: statement.document.id(of: statement.observation.id))
  }

  /// One figure of several statements, or `nil` if each stands for itself.
  private func combine(_ found: [Statement], _ key: Series.Key) -> Series.Cell? {
    guard let first = found.first else { return nil }
    let values = Set(found.map(\.observation.quantity.value))
    if found.count == 1 { return cell(first) }
    let documents = Set(found.map(\.document.sha256)).count
    if values.count == 1 { return cell(first) }
    guard documents == 1, let metric = catalogue.metric(key.metric), key.kind.isAdditive || metric.combination == .last
    else { return nil }
    switch metric.combination {
    case .separate: return nil
    case .max:
      let most = found.max { $0.observation.quantity.value < $1.observation.quantity.value } ?? first
      return marked(cell(most), "max", found)
    case .last: return marked(cell(found[found.count - 1]), "last", found)
    case .sum:
      return sum(found.filter { !isPart($0, of: found) })
    case .totalOverParts:
      let totals = found.filter { $0.observation.partOf == nil }
      if totals.count == 1 { return marked(cell(totals[0]), "total", found) }
      return totals.isEmpty ? sum(found) : nil
    }
  }

  private func isPart(_ statement: Statement, of found: [Statement]) -> Bool {
    guard let total = statement.observation.partOf else { return false }
    return found.contains { $0.observation.id == total }
  }

  private func sum(_ found: [Statement]) -> Series.Cell? {
    var total = ExactDecimal(digits: 0)
    var bound = Bound.exact
    for statement in found {
      guard let next = total.adding(statement.observation.quantity.value) else { return nil }
      total = next
      switch (bound, statement.observation.quantity.bound) {
      case (.exact, let other): bound = other
      case (let mine, .exact): bound = mine
      case (let mine, let other) where mine == other: break
      default: bound = .about
      }
    }
    return marked(Series.Cell(value: total, bound: bound), "sum", found)
  }

  private func marked(_ cell: Series.Cell, _ word: String, _ found: [Statement]) -> Series.Cell {
    var cell = cell
    cell.combined = found.count > 1 ? "=\(word)(\(found.count))" : nil
    return cell
  }
}

extension QuantityKind {
  /// Whether figures of the kind can be added up or compared by size.
  var isAdditive: Bool {
    switch self {
    case .count, .money, .measure, .change: true
    default: false
    }
  }
}
