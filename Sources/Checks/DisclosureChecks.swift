import Observations
import Quantities

/// What the statutory form of the yearly report on disclosure of information asks of its figures.
extension ReportChecks {
  // MARK: - Columns of a table

  /// 自然人 12, 商业企业 3, …, 总计 16: the columns beside a total make it up.
  mutating func checkColumns() {
    for cells in rowsOfTables() {
      for total in cells where total.scope == nil || cells.contains(where: { $0.scope == total.subject.description }) {
        let parts = cells.filter { Self.isColumn($0, of: total) }
        guard parts.count > 1, let sum = sum(of: parts) else { continue }
        let terms = parts.map { $0.quantity.value.description }.joined(separator: "+")
        let message = "各列 \(terms)=\(sum.text)，总计列为 \(total.quantity.value)\(total.quantity.unit.name)"
        let isWhole = sum.overlaps(total.quantity)
        // A table of another sort may show only some of the columns that make up its total.
        let isComplete = Self.isOfDisclosure(total) || parts.contains(where: Self.isOfDisclosure)
        let verdict: Verdict =
          isWhole ? .consistent : isComplete || !sum.isBelow(total.quantity) ? .inconsistent : .uncheckable
        add(.partSum, verdict, message, [total.id] + parts.map(\.id))
      }
    }
  }

  /// The figures of each row of a table that has several.
  private func rowsOfTables() -> [[Observation]] {
    var rows: [[Observation]] = []
    for observation in observations where observation.isCell {
      if let last = rows.last?.last, last.span.line == observation.span.line, last.year == observation.year {
        rows[rows.count - 1].append(observation)
      } else {
        rows.append([observation])
      }
    }
    return rows.filter { $0.count > 2 }
  }

  /// Whether a cell stands in a column beside a total: under a heading of its own in front of the total's words (自然人新收申请
  /// beside 新收申请), or under the heading that the total itself is of (行政复议 结果维持 beside 行政复议).
  private static func isColumn(_ cell: Observation, of total: Observation) -> Bool {
    guard let scope = cell.scope, cell.id != total.id, cell.quantity.unit == total.quantity.unit,
      cell.quantity.kind == total.quantity.kind, cell.quantity.kind.isAmount
    else { return false }
    let (words, whole) = (cell.subject.description, total.subject.description)
    return total.scope == nil
      && (scope == whole || (words.hasPrefix(scope) && words != whole && words.hasSuffix(whole)))
  }

  private static func isOfDisclosure(_ observation: Observation) -> Bool {
    observation.metric?.hasPrefix("disclosure_") ?? false
  }

  // MARK: - Identities

  /// What must equal what; a term stands for its own metric, or where that isn't told for those that make it up.
  private struct Identity {
    let left: [String]
    let right: [String]
    /// Whether the right side names everything there can be. If not, it is at most the left.
    let isComplete: Bool
  }

  private static let identities = [
    Identity(
      left: ["applications", "carried_in"], right: ["answered", "carried_out"], isComplete: true),
    Identity(
      left: ["answered"],
      right: ["granted", "granted_partly", "already_public", "refused", "unavailable", "not_handled", "abandoned"],
      isComplete: false),
    Identity(left: ["refused"], right: kinds["refused"] ?? [], isComplete: false),
    Identity(left: ["unavailable"], right: kinds["unavailable"] ?? [], isComplete: false),
    Identity(left: ["not_handled"], right: kinds["not_handled"] ?? [], isComplete: false),
    Identity(left: ["applications"], right: ["applications_natural", "applications_legal"], isComplete: true),
    Identity(
      left: ["applications"], right: ["applications_online", "applications_letter", "applications_in_person"],
      isComplete: false),
    Identity(left: ["litigation"], right: ["litigation_direct", "litigation_after"], isComplete: true),
  ]

  /// The reasons that make up a kind of answer.
  private static let kinds = [
    "refused": [
      "refused_secret", "refused_law", "refused_safety", "refused_third_party", "refused_internal", "refused_process",
      "refused_case_files", "refused_queries",
    ],
    "unavailable": ["not_held", "to_be_made", "unclear"],
    "not_handled": ["petitions", "repeated", "publications"],
  ]

  /// The figures of one group of applicants and year.
  private struct Column: Hashable {
    let scope: String
    let year: Int?
  }

  mutating func checkDisclosure() {
    var columns: [Column: [String: [Observation]]] = [:]
    var order: [Column] = []
    for observation in observations where observation.status == .actual && observation.quantity.kind == .count {
      guard let metric = disclosureMetric(of: observation) else { continue }
      let column = Column(scope: observation.scope ?? "", year: observation.year)
      if columns[column] == nil { order.append(column) }
      columns[column, default: [:]][metric, default: []].append(observation)
    }
    for column in order {
      for identity in Self.identities { check(identity, columns[column] ?? [:]) }
    }
  }

  /// The metric without its first word; a cell beside a total counts what that counts.
  private func disclosureMetric(of observation: Observation) -> String? {
    if let metric = observation.metric {
      return metric.hasPrefix("disclosure_") ? String(metric.dropFirst("disclosure_".count)) : nil
    }
    guard observation.isCell, let position = position(of: observation) else { return nil }
    let row = observations[position...].prefix { $0.span.line == observation.span.line }
    return row.first { Self.isColumn(observation, of: $0) }.flatMap(disclosureMetric)
  }

  private mutating func check(_ identity: Identity, _ figures: [String: [Observation]]) {
    guard let left = Self.terms(identity.left, figures), let right = Self.terms(identity.right, figures),
      figures[identity.left[0]] != nil, !right.isEmpty, let whole = sum(of: left), let parts = sum(of: right)
    else { return }
    let isBalance = identity.left.count > 1
    // What isn't told may be none, but only then does the balance tell anything.
    if isBalance, !identity.right.contains("answered") || figures["answered"] == nil || figures["applications"] == nil {
      return
    }
    let isTold = !isBalance || (identity.left + identity.right).allSatisfy { figures[$0] != nil }
    let isEqual = whole.overlaps(parts)
    let verdict: Verdict =
      if isEqual {
        .consistent
      } else if isTold, identity.isComplete {
        .inconsistent
      } else if !isBalance, whole.isBelow(parts) {
        .inconsistent
      } else {
        .uncheckable
      }
    let side = { (terms: [Observation]) in terms.map { "\($0.subject)\($0.quantity.value)" }.joined(separator: "+") }
    add(
      .disclosureIdentity, verdict, "\(side(left))\(isEqual ? "＝" : "≠")\(side(right))（\(whole.text)、\(parts.text)）",
      (left + right).map(\.id))
  }

  /// The figures of the terms that are told; `nil` if one is told with several values.
  private static func terms(_ names: [String], _ figures: [String: [Observation]]) -> [Observation]? {
    var terms: [Observation] = []
    for name in names {
      guard let found = figures[name], let first = found.first else {
        guard let kinds = kinds[name] else { continue }
        guard let reasons = Self.terms(kinds, figures) else { return nil }
        terms += reasons
        continue
      }
      guard Set(found.map(\.quantity.value)).count == 1 else { return nil }
      terms.append(first)
    }
    return terms
  }
}
