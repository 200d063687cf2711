import Checks
import Observations

/// All tables of documents as CSV files with a description by the Frictionless Data Package standard: types, keys, how
/// missing values are written, and the documents as sources.
public struct DataPackage: Sendable {
  /// The files by name, the description among them.
  public let files: [(name: String, bytes: [UInt8])]

  /// The tables of documents.
  ///
  /// - Parameters:
  ///   - documents: the documents with all that was read.
  ///   - figures: the same, as the tables of figures are to show them, if that differs.
  ///   - generator: the program with its version.
  ///   - language: what stands above the columns, which is what the description calls them.
  public init(
    _ documents: [CheckedReport], figures: [CheckedReport]? = nil, catalogue: Catalogue, generator: String,
    language: Table.Language = .en
  ) {
    let figures = figures ?? documents
    let resources = [
      Resource("documents", Table.documents(documents), key: ["document"]),
      Resource("metrics", Table.metrics(catalogue), key: ["metric_id"]),
      Resource(
        "observations", Table.observations(figures, catalogue: catalogue), key: ["observation_id"],
        references: [("document", "documents"), ("metric_id", "metrics")]),
      Resource("numerals", Table.numerals(documents), key: [], references: [("document", "documents")]),
      Resource(
        "findings", Table.findings(CheckedArchive(documents, catalogue: catalogue)), key: [],
        references: [("document", "documents")]),
      Resource("trend", Table.trend(SeriesSet(figures, catalogue: catalogue)), key: []),
      Resource(
        "coverage", Table.coverage(figures, catalogue: catalogue), key: ["metric_id", "agency_id", "year"],
        references: [("metric_id", "metrics")]),
    ].map { $0.headed(in: language) }
    files =
      resources.map { ("\($0.name).csv", $0.table.csv) }
      + [("datapackage.json", Self.description(resources, documents, generator))]
  }

  private static func description(
    _ resources: [Resource], _ documents: [CheckedReport], _ generator: String
  ) -> [UInt8] {
    var json = JSONText()
    var package = JSONObjectWriter(&json)
    package.member("name", "nianbao", &json)
    package.member("profile", "tabular-data-package", &json)
    package.member("title", "年报 nianbao", &json)
    package.member("description", "公开机关年度报告中的统计数 Figures of public bodies' yearly reports (\(generator))", &json)
    package.list("sources", documents, &json) { document, json in
      var source = JSONObjectWriter(&json)
      source.member("title", document.report.identity.title ?? document.report.path, &json)
      source.member("path", document.report.identity.url, &json)
      source.end(&json)
    }
    package.list("resources", resources, &json) { $0.write(&$1) }
    package.end(&json)
    json.raw("\n")
    return json.withBytes { Array($0) }
  }
}

extension Table {
  /// The documents with what is known of them.
  fileprivate static func documents(_ documents: [CheckedReport]) -> Table {
    let rows = documents.map { document -> [String?] in
      let identity = document.report.identity
      return [
        document.report.path, document.sha256, identity.title, identity.agency?.id, identity.agency?.name,
        identity.agency?.division?.code, identity.agency?.division?.level.rawValue, identity.year.map(String.init),
        identity.kind.rawValue, document.report.text.encoding.rawValue, identity.url,
      ]
    }
    return Table(
      columns: [
        "document", "sha256", "title", "agency_id", "agency", "area_code", "level", "year", "kind", "encoding", "url",
      ], rows: rows)
  }
}

/// One table of a data package.
private struct Resource {
  let name: String
  private(set) var table: Table
  /// The columns that tell rows apart.
  let key: [String]
  /// Columns that name rows of other tables by the column that is called so there.
  var references: [(column: String, table: String)] = []

  init(_ name: String, _ table: Table, key: [String], references: [(column: String, table: String)] = []) {
    (self.name, self.table, self.key, self.references) = (name, table, key, references)
  }

  func headed(in language: Table.Language) -> Resource {
    var resource = self
    resource.table = table.headed(in: language)
    return resource
  }

  func write(_ json: inout JSONText) {
    var resource = JSONObjectWriter(&json)
    resource.member("name", name, &json)
    resource.member("path", name + ".csv", &json)
    resource.member("profile", "tabular-data-resource", &json)
    resource.member("format", "csv", &json)
    resource.member("mediatype", "text/csv", &json)
    resource.member("encoding", "utf-8", &json)
    resource.member("schema", &json) { writeSchema(&$0) }
    resource.end(&json)
  }

  private func writeSchema(_ json: inout JSONText) {
    var schema = JSONObjectWriter(&json)
    schema.list("fields", table.columns, &json) { column, json in
      var field = JSONObjectWriter(&json)
      field.member("name", table.header(of: column), &json)
      field.member("type", Self.type(of: column), &json)
      field.member("title", ColumnName.chinese(column), &json)
      field.end(&json)
    }
    schema.list("missingValues", [""], &json) { $1.string($0) }
    if !key.isEmpty { schema.list("primaryKey", key, &json) { $1.string(table.header(of: $0)) } }
    if !references.isEmpty {
      schema.list("foreignKeys", references, &json) { reference, json in
        var foreign = JSONObjectWriter(&json)
        let column = table.header(of: reference.column)
        foreign.member("fields", column, &json)
        foreign.member("reference", &json) { json in
          var other = JSONObjectWriter(&json)
          other.member("resource", reference.table, &json)
          other.member("fields", column, &json)
          other.end(&json)
        }
        foreign.end(&json)
      }
    }
    schema.end(&json)
  }

  private static func type(of column: String) -> String {
    ColumnName.isWholeNumber(column) ? "integer" : ColumnName.isNumber(column) ? "number" : "string"
  }
}
