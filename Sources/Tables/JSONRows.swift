import Quantities
import ReportText

/// A list of records in JSON whose member names stand once for all: `{"columns":["line","value"],"rows":[[3,"27"],[4]]}`. What a
/// record lacks is `null`, and left out at the end of its row, so columns that are often empty stand last.
struct JSONRows<Record>: Sendable {
  /// A member of all records.
  struct Column: Sendable {
    let name: String
    let value: @Sendable (Record) -> JSONValue?

    init(_ name: String, _ value: @escaping @Sendable (Record) -> JSONValue?) {
      self.name = name
      self.value = value
    }
  }

  let columns: [Column]

  func write(_ records: some Sequence<Record>, _ json: inout JSONText) {
    var object = JSONObjectWriter(&json)
    object.list("columns", columns, &json) { column, json in json.string(column.name) }
    object.list("rows", records, &json) { record, json in
      var isFirst = true
      var missing = 0
      json.raw("[")
      for column in columns {
        guard let value = column.value(record) else {
          missing += 1
          continue
        }
        for _ in 0..<missing {
          json.raw(isFirst ? "null" : ",null")
          isFirst = false
        }
        if !isFirst { json.raw(",") }
        value.write(&json)
        (isFirst, missing) = (false, 0)
      }
      json.raw("]")
    }
    object.end(&json)
  }
}

/// A value in JSON.
enum JSONValue {
  case string(String)
  case excerpt(Excerpt)
  case number(Int)
  case decimal(ExactDecimal)
  case numbers([Int])
  case strings([String])
  case object((inout JSONText) -> Void)

  func write(_ json: inout JSONText) {
    switch self {
    case .string(let text): json.string(text)
    case .excerpt(let text): json.string(text)
    case .number(let number): json.number(number)
    case .decimal(let number): json.decimal(number)
    case .numbers(let numbers): json.list(numbers) { $1.number($0) }
    case .strings(let texts): json.list(texts) { $1.string($0) }
    case .object(let write): write(&json)
    }
  }
}
