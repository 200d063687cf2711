import Checks
import Observations

extension Table {
  /// What the checks found, with operands.
  public static func findings(_ documents: [CheckedReport]) -> Table {
    var rows: [[String?]] = []
    for document in documents {
      let byID = Dictionary(uniqueKeysWithValues: document.report.observations.map { ($0.id, $0) })
      for finding in document.findings {
        let judged = finding.operands.first.flatMap { byID[$0] }
        rows.append([
          document.report.path, judged.map { String($0.span.line) }, finding.check.rawValue, finding.check.chinese,
          finding.verdict.rawValue, finding.message,
          finding.operands.compactMap { byID[$0]?.text.description }.joined(separator: "; "),
          finding.operands.map(document.id(of:)).joined(separator: " "), judged?.quote.description,
        ])
      }
    }
    return Table(
      columns: ["document", "line", "check", "check_zh", "verdict", "message", "operands", "observation_ids", "quote"],
      rows: rows)
  }
}
