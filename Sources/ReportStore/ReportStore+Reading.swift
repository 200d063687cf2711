import Checks
import GRDB
import Observations
import Quantities
import ReportText

extension ReportStore {
  /// All documents in the order of their paths.
  public func documents() throws -> [CheckedReport] {
    try read { db in
      let (agencies, reviews) = (try decidedAgencies(db), try appliedReviews(db))
      return try Row.fetchAll(db, sql: "SELECT * FROM documents ORDER BY path, sha256").map { row in
        try document(row, agencies, reviews[row["id"]] ?? [:], db)
      }
    }
  }

  /// The documents at some paths, in the order of their paths.
  public func documents(at paths: [String]) throws -> [CheckedReport] {
    try read { db in
      let agencies = try decidedAgencies(db)
      return try Row.fetchAll(
        db,
        sql:
          "SELECT * FROM documents WHERE path IN (\(databaseQuestionMarks(count: paths.count))) ORDER BY path, sha256",
        arguments: StatementArguments(paths)
      ).map { row in try document(row, agencies, [:], db) }
    }
  }

  /// The paths of documents of one agency, year and kind, where there are several.
  public func siblings() throws -> [[String]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT agency_id, year, kind, path FROM documents WHERE agency_id IS NOT NULL AND year IS NOT NULL ORDER BY path
          """)
      let families = Dictionary(grouping: rows) { row in
        [row["agency_id"] as String, String(row["year"] as Int), row["kind"]]
      }
      return families.values.filter { $0.count > 1 }.map { family in family.map { $0["path"] as String } }
        .sorted { $0[0] < $1[0] }
    }
  }

  /// The agencies that those as read count as, by the ids of these.
  func decidedAgencies(_ db: Database) throws -> [String: Agency] {
    let agencies = try Row.fetchAll(db, sql: "SELECT * FROM decided_agencies")
    return Dictionary(uniqueKeysWithValues: agencies.map { ($0["read_id"] as String, Agency(row: $0)) })
  }

  private func document(
    _ row: Row, _ agencies: [String: Agency], _ reviews: [String: Review], _ db: Database
  ) throws -> CheckedReport {
    let id: Int64 = row["id"]
    var observations: [Observation] = []
    var numeralIDs: [Int64] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(Observation.columns), o.numeral_id FROM observations o JOIN numerals n ON n.id = o.numeral_id
        WHERE o.document_id = ? ORDER BY o.id
        """,
      arguments: [id])
    while let row = try rows.next() {
      var values = RowValues(row)
      observations.append(try Observation(&values))
      numeralIDs.append(values.next())
    }
    var numerals: [LocatedNumeral] = []
    var next = 0
    for numeral in try Row.fetchAll(
      db, sql: "SELECT * FROM numerals WHERE document_id = ? ORDER BY id", arguments: [id])
    {
      let numeralID: Int64 = numeral["id"]
      let first = next
      while next < numeralIDs.count, numeralIDs[next] == numeralID { next += 1 }
      numerals.append(try LocatedNumeral(row: numeral, observations: first..<next))
    }
    let source: String = row["source"]
    let report = Report(
      path: row["path"], text: SourceText(source: Array(source.utf8), encoding: try row.choice("encoding")),
      identity: try ReportIdentity(row: row, agencies), numerals: numerals,
      observations: observations)
    return CheckedReport(
      sha256: row["sha256"], report: report, findings: try findings(of: id, db), implied: try implied(of: id, db),
      reviews: reviews)
  }

  private func findings(of document: Int64, _ db: Database) throws -> [Finding] {
    try Row.fetchAll(db, sql: "SELECT * FROM findings WHERE document_id = ? ORDER BY id", arguments: [document]).map {
      row in
      let operands = try String.fetchAll(
        db,
        sql: """
          SELECT o.key FROM finding_operands f JOIN observations o ON o.id = f.observation_id
          WHERE f.finding_id = ? ORDER BY f.position
          """,
        arguments: [row["id"] as Int64])
      return Finding(
        check: try row.choice("name"), verdict: try row.choice("verdict"), message: row["message"], operands: operands)
    }
  }

  private func implied(of document: Int64, _ db: Database) throws -> [ImpliedValue] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(ImpliedValue.columns) FROM implied_values i
          JOIN observations o ON o.id = i.observation_id JOIN observations g ON g.id = i.growth_id
        WHERE o.document_id = ? ORDER BY i.id
        """,
      arguments: [document]
    ).map(ImpliedValue.init(row:))
  }
}

extension ReportIdentity {
  init(row: Row, _ agencies: [String: Agency]) throws {
    let reasons: String = row["reasons"]
    self.init(
      title: row["title"], agency: (row["agency_id"] as String?).flatMap { agencies[$0] },
      agencyConfidence: try row.optionalChoice("agency_confidence"), year: row["year"],
      yearConfidence: try row.optionalChoice("year_confidence"), kind: try row.choice("kind"), reasons: reasons.lines)
    url = row["url"]
  }
}

extension ImpliedValue {
  /// What a query of implied values `i`, their observations `o` and growths `g` asks for.
  static let columns = "o.key AS observation, g.key AS growth, i.year, i.value, i.low, i.high"

  init(row: Row) throws {
    self.init(
      observation: row["observation"], growth: row["growth"], year: row["year"],
      value: try row.requiredDecimal("value"), low: try row.requiredDecimal("low"),
      high: try row.requiredDecimal("high"))
  }
}

extension Agency {
  init(row: Row) {
    var division: Division?
    if let code: String = row["area_code"] {
      division = Division(code: code, name: row["area"] ?? "", from: 0, to: nil)
    }
    self.init(id: row["id"], name: row["name"], division: division)
  }
}

extension SourceSpan {
  fileprivate init(row: Row) { self.init(line: row["line"], start: row["start"], end: row["end"]) }
}

extension LocatedNumeral {
  fileprivate init(row: Row, observations: Range<Int>) throws {
    self.init(
      span: SourceSpan(row: row), text: Excerpt(row["text"] as String), numeralClass: try row.choice("class"),
      value: try row.decimal("value"),
      rule: try row.choice("rule"), issue: try row.optionalChoice("issue"), observations: observations)
  }
}

extension Observation {
  /// What a query of observations `o` and their numerals `n` asks for.
  static let columns = """
    o.key, n.line, n.start, n."end", n.text, o.quote, o.value, o.low, o.high, o.unit, o.kind, o.bound, o.subject, o.scope, o.year,
    o.status, o.period_type, o.part_of, o.metric_id, o.pattern, o.rule, o.notes
    """

  init(_ values: inout RowValues) throws {
    self.init(
      id: values.next(), span: SourceSpan(line: values.next(), start: values.next(), end: values.next()),
      text: Excerpt(values.next() as String), quote: Excerpt(values.next() as String), quantity: try Quantity(&values),
      subject: Excerpt(values.next() as String), scope: values.optional(), year: values.optional(),
      status: try values.choice("status"), periodType: try values.choice("period_type"), partOf: values.optional(),
      metric: values.optional(), pattern: values.optional(), rule: try values.choice("rule"),
      notes: (values.next() as String).lines)
  }
}

extension Quantity {
  fileprivate init(_ values: inout RowValues) throws {
    guard let value = try values.decimal("value") else { throw StoreError.damaged(column: "value", value: "NULL") }
    self.init(
      value: value, low: try values.decimal("low"), high: try values.decimal("high"), unit: Unit(values.next()),
      kind: try values.choice("kind"), bound: try values.choice("bound"))
  }
}

/// The values of a row one after the other, in the order that they were asked for. Of many rows, to look for each by the name
/// of its column would take longer than to read it.
struct RowValues {
  private let row: Row
  private var place = 0

  init(_ row: Row) { self.row = row }

  mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value {
    defer { place += 1 }
    return row[place]
  }

  mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
    defer { place += 1 }
    return row[place]
  }

  /// A raw value of a choice; `column` tells where it stands if it is none.
  mutating func choice<T: RawRepresentable>(_ column: String) throws -> T where T.RawValue == String {
    let text: String = next()
    guard let choice = T(rawValue: text) else { throw StoreError.damaged(column: column, value: text) }
    return choice
  }

  mutating func decimal(_ column: String) throws -> ExactDecimal? {
    guard let text: String = optional() else { return nil }
    guard let value = ExactDecimal(text) else { throw StoreError.damaged(column: column, value: text) }
    return value
  }
}

extension Row {
  /// A column that holds the raw value of a choice.
  func choice<T: RawRepresentable>(_ column: String) throws -> T where T.RawValue == String {
    guard let choice: T = try optionalChoice(column) else { throw StoreError.damaged(column: column, value: "NULL") }
    return choice
  }

  func optionalChoice<T: RawRepresentable>(_ column: String) throws -> T? where T.RawValue == String {
    guard let text: String = self[column] else { return nil }
    guard let choice = T(rawValue: text) else { throw StoreError.damaged(column: column, value: text) }
    return choice
  }

  func decimal(_ column: String) throws -> ExactDecimal? {
    guard let text: String = self[column] else { return nil }
    guard let value = ExactDecimal(text) else { throw StoreError.damaged(column: column, value: text) }
    return value
  }

  func requiredDecimal(_ column: String) throws -> ExactDecimal {
    guard let value = try decimal(column) else { throw StoreError.damaged(column: column, value: "NULL") }
    return value
  }
}

extension String {
  fileprivate var lines: [String] { isEmpty ? [] : split(separator: "\n").map(String.init) }
}
