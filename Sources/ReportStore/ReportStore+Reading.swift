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
        try document(row, agencies, reviews[try row.value("id")] ?? [:], db)
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
      let families = try Dictionary(grouping: rows) { row in
        [try row.value("agency_id") as String, String(try row.value("year") as Int), try row.value("kind")]
      }
      return try families.values.filter { $0.count > 1 }.map { family in try family.map { try $0.value("path") } }
        .sorted { $0[0] < $1[0] }
    }
  }

  /// The agencies that those as read count as, by the ids of these.
  func decidedAgencies(_ db: Database) throws -> [String: Agency] {
    let agencies = try Row.fetchAll(db, sql: "SELECT * FROM decided_agencies")
    return Dictionary(try agencies.map { (try $0.value("read_id"), try Agency(row: $0)) }) { first, _ in first }
  }

  private func document(
    _ row: Row, _ agencies: [String: Agency], _ reviews: [String: Review], _ db: Database
  ) throws -> CheckedReport {
    let id: Int64 = try row.value("id")
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
      numeralIDs.append(try values.next())
    }
    var numerals: [LocatedNumeral] = []
    var next = 0
    for numeral in try Row.fetchAll(
      db, sql: "SELECT * FROM numerals WHERE document_id = ? ORDER BY id", arguments: [id])
    {
      let numeralID: Int64 = try numeral.value("id")
      let first = next
      while next < numeralIDs.count, numeralIDs[next] == numeralID { next += 1 }
      numerals.append(try LocatedNumeral(row: numeral, observations: first..<next))
    }
    let source: String = try row.value("source")
    let report = Report(
      path: try row.value("path"), text: SourceText(source: Array(source.utf8), encoding: try row.choice("encoding")),
      identity: try ReportIdentity(row: row, agencies), numerals: numerals,
      observations: observations, outline: try outline(of: id, db))
    return CheckedReport(
      sha256: try row.value("sha256"), report: report, findings: try findings(of: id, db),
      implied: try implied(of: id, db),
      reviews: reviews)
  }

  private func outline(of document: Int64, _ db: Database) throws -> [Outline.Stretch] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM stretches WHERE document_id = ? ORDER BY line, start", arguments: [document]
    ).map(Outline.Stretch.init(row:))
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
        arguments: [try row.value("id") as Int64])
      return Finding(
        check: try row.choice("name"), verdict: try row.choice("verdict"), message: try row.value("message"),
        operands: operands)
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
    let reasons: String = try row.value("reasons")
    self.init(
      title: try row.optional("title"), agency: (try row.optional("agency_id") as String?).flatMap { agencies[$0] },
      agencyConfidence: try row.optionalChoice("agency_confidence"), year: try row.year("year"),
      yearConfidence: try row.optionalChoice("year_confidence"), kind: try row.choice("kind"), reasons: reasons.lines)
    url = try row.optional("url")
    corrects = try row.optional("corrects")
  }
}

extension Outline.Stretch {
  init(row: Row) throws {
    let name: String = try row.value("kind")
    guard let kind = FrameKind(name: name) else { throw StoreError.damaged(column: "kind", value: name) }
    self.init(
      place: SourceSpan(line: try row.value("line"), start: try row.value("start"), end: try row.value("end")),
      level: try row.value("level"), kind: kind, year: try row.year("year"),
      confidence: try row.choice("confidence"), margin: try row.value("margin"), words: try row.value("words"),
      reasons: try row.value("reasons"))
  }
}

extension ImpliedValue {
  /// What a query of implied values `i`, their observations `o` and growths `g` asks for.
  static let columns = "o.key AS observation, g.key AS growth, i.year, i.value, i.low, i.high"

  init(row: Row) throws {
    self.init(
      observation: try row.value("observation"), growth: try row.value("growth"), year: try row.requiredYear("year"),
      value: try row.requiredDecimal("value"), low: try row.requiredDecimal("low"),
      high: try row.requiredDecimal("high"))
  }
}

extension Agency {
  init(row: Row) throws {
    var division: Division?
    if let code: String = try row.optional("area_code") {
      division = Division(code: code, name: try row.optional("area") ?? "", from: 0, to: nil)
    }
    self.init(id: try row.value("id"), name: try row.value("name"), division: division)
  }
}

extension SourceSpan {
  fileprivate init(row: Row) throws {
    self = try Self.checked(line: try row.value("line"), start: try row.value("start"), end: try row.value("end"))
  }

  fileprivate init(_ values: inout RowValues) throws {
    self = try Self.checked(line: try values.next(), start: try values.next(), end: try values.next())
  }

  /// A place that a text can have.
  private static func checked(line: Int, start: Int, end: Int) throws -> Self {
    guard (1...most).contains(line), (0...most).contains(start), (start...most).contains(end) else {
      throw StoreError.damaged(column: "line, start, end", value: "\(line), \(start), \(end)")
    }
    return Self(line: line, start: start, end: end)
  }

  private static let most = Int(Int32.max)
}

extension LocatedNumeral {
  fileprivate init(row: Row, observations: Range<Int>) throws {
    self.init(
      span: try SourceSpan(row: row), text: Excerpt(try row.value("text") as String),
      numeralClass: try row.choice("class"),
      value: try row.decimal("value"),
      rule: try row.choice("rule"), issue: try row.optionalChoice("issue"), observations: observations)
  }
}

extension Observation {
  /// What a query of observations `o` and their numerals `n` asks for.
  static let columns = """
    o.key, n.line, n.start, n."end", n.text, o.quote, o.value, o.low, o.high, o.unit, o.kind, o.bound, o.subject, o.scope, o.year,
    o.status, o.period_type, o.part_of, o.metric_id, o.pattern, o.rule, o.notes,
    o.first_month, o.last_month, o.confidence, o.is_cell
    """

  init(_ values: inout RowValues) throws {
    self.init(
      id: try values.next(), span: try SourceSpan(&values), text: Excerpt(try values.next() as String),
      quote: Excerpt(try values.next() as String), quantity: try Quantity(&values),
      subject: Excerpt(try values.next() as String), scope: values.optional(), year: try values.year("year"),
      status: try values.choice("status"), periodType: try values.choice("period_type"), partOf: values.optional(),
      metric: values.optional(), pattern: values.optional(), rule: try values.choice("rule"),
      notes: (try values.next() as String).lines)
    let (first, last): (Int?, Int?) = (values.optional(), values.optional())
    if let first, let last { months = MonthSpan(first, last) }
    confidence = try values.optionalChoice("confidence") ?? .high
    isCell = (try values.next() as Int) == 1
  }
}

extension Quantity {
  fileprivate init(_ values: inout RowValues) throws {
    guard let value = try values.decimal("value") else { throw StoreError.damaged(column: "value", value: "NULL") }
    self.init(
      value: value, low: try values.decimal("low"), high: try values.decimal("high"), unit: Unit(try values.next()),
      kind: try values.choice("kind"), bound: try values.choice("bound"))
  }
}

/// The values of a row one after the other, in the order that they were asked for. Of many rows, to look for each by the name
/// of its column would take longer than to read it.
struct RowValues {
  private let row: Row
  private var place = 0

  init(_ row: Row) { self.row = row }

  /// A value that can't be missing.
  mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value {
    defer { place += 1 }
    guard let value: Value = row[place] else {
      throw StoreError.damaged(column: Array(row.columnNames)[place], value: "NULL")
    }
    return value
  }

  mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
    defer { place += 1 }
    return row[place]
  }

  /// A raw value of a choice; `column` tells where it stands if it is none.
  mutating func choice<T: RawRepresentable>(_ column: String) throws -> T where T.RawValue == String {
    let text: String = try next()
    guard let choice = T(rawValue: text) else { throw StoreError.damaged(column: column, value: text) }
    return choice
  }

  /// The same where there may be none.
  mutating func optionalChoice<T: RawRepresentable>(_ column: String) throws -> T? where T.RawValue == String {
    guard let text: String = optional() else { return nil }
    guard let choice = T(rawValue: text) else { throw StoreError.damaged(column: column, value: text) }
    return choice
  }

  mutating func year(_ column: String) throws -> Int? { try StoredYear.checked(optional(), column) }

  mutating func decimal(_ column: String) throws -> ExactDecimal? {
    guard let text: String = optional() else { return nil }
    guard let value = ExactDecimal(text) else { throw StoreError.damaged(column: column, value: text) }
    return value
  }
}

/// Years that a report can tell of: of others a table would have as many columns as there are years between.
private enum StoredYear {
  static func checked(_ year: Int?, _ column: String) throws -> Int? {
    guard let year else { return nil }
    guard (0...9999).contains(year) else { throw StoreError.damaged(column: column, value: "\(year)") }
    return year
  }
}

/// Values by the names of their columns. GRDB's own ways to ask for them end the program where a damaged file holds another sort of value.
extension Row {
  /// A value that can't be missing.
  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value: Value = try optional(column) else { throw StoreError.damaged(column: column, value: "NULL") }
    return value
  }

  func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let stored: DatabaseValue = self[column]
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw StoreError.damaged(column: column, value: stored.description)
    }
    return value
  }

  func year(_ column: String) throws -> Int? { try StoredYear.checked(optional(column), column) }

  func requiredYear(_ column: String) throws -> Int {
    guard let year = try year(column) else { throw StoreError.damaged(column: column, value: "NULL") }
    return year
  }

  /// A column that holds the raw value of a choice.
  func choice<T: RawRepresentable>(_ column: String) throws -> T where T.RawValue == String {
    guard let choice: T = try optionalChoice(column) else { throw StoreError.damaged(column: column, value: "NULL") }
    return choice
  }

  func optionalChoice<T: RawRepresentable>(_ column: String) throws -> T? where T.RawValue == String {
    guard let text: String = try optional(column) else { return nil }
    guard let choice = T(rawValue: text) else { throw StoreError.damaged(column: column, value: text) }
    return choice
  }

  func decimal(_ column: String) throws -> ExactDecimal? {
    guard let text: String = try optional(column) else { return nil }
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
