import Checks
import Observations

extension Table {
  /// The ledger: every numeral of every document with class and place.
  public static func numerals(_ documents: [CheckedReport]) -> Table {
    let rows = documents.flatMap { document in
      document.report.numerals.map { numeral -> [String?] in
        [
          document.report.path, String(numeral.span.line), String(numeral.span.start), String(numeral.span.end),
          numeral.text.description,
          numeral.numeralClass.rawValue, numeral.value?.description, numeral.rule.rawValue, numeral.issue?.rawValue,
          numeral.observations.isEmpty
            ? nil
            : numeral.observations.map { document.id(of: document.report.observations[$0].id) }.joined(separator: " "),
        ]
      }
    }
    return Table(
      columns: ["document", "line", "start", "end", "text", "class", "value", "rule", "issue", "observation_ids"],
      rows: rows)
  }
}
