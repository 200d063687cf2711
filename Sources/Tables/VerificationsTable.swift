import Checks
import ReportText

extension Table {
  /// What became of each stored figure: a row for each, with the place and the words that its file has now.
  public static func verifications(_ documents: [(document: CheckedReport, verifications: [Verification])]) -> Table {
    let rows = documents.flatMap { document, verifications in
      verifications.map { verification -> [String?] in
        let (stored, found) = (verification.stored, verification.found)
        return [
          document.id(of: stored.id), verification.verdict.rawValue, document.report.path,
          String(stored.span.line), String(stored.span.start), String(stored.span.end), stored.text.description,
          stored.quantity.value.description, stored.quantity.unit.name, found.map { String($0.span.line) },
          found.map { String($0.span.start) }, found.map { String($0.span.end) }, found?.text.description,
          found?.quantity.value.description, found?.quantity.unit.name, stored.quote.description,
          found?.quote.description,
        ]
      }
    }
    return Table(
      columns: [
        "observation_id", "verdict", "document", "line", "start", "end", "text", "value", "unit", "found_line",
        "found_start", "found_end", "found_text", "found_value", "found_unit", "quote", "found_quote",
      ],
      rows: rows)
  }
}
