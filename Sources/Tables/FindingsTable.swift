import Checks
import Observations

extension Table {
  /// What the checks found, with operands, and for what failed the figures that explain it: alternatives stand between `|`. Checks
  /// are of what was read; `review` tells which of the figures a person has judged, and how.
  public static func findings(_ archive: CheckedArchive) -> Table {
    let places = FigurePlaces(archive.documents)
    let rows = archive.findings.enumerated().map { number, finding -> [String?] in
      let operands = finding.operands.compactMap { places[$0] }
      let judged = operands.first
      let reviews = operands.compactMap { document, observation in
        document.reviews[observation.id].map { review in
          [document.id(of: observation.id) + "=" + review.decision.rawValue, review.value?.description]
            .compactMap { $0 }.joined(separator: ":")
        }
      }
      let suspects = (archive.suspects[number] ?? []).map { $0.joined(separator: " ") }
      return [
        judged?.document.report.path, judged.map { String($0.observation.span.line) }, finding.check.rawValue,
        finding.check.chinese, finding.verdict.rawValue, finding.message,
        operands.map { $0.observation.text.description }.joined(separator: "; "),
        finding.operands.joined(separator: " "), suspects.isEmpty ? nil : suspects.joined(separator: " | "),
        judged?.observation.quote.description, reviews.isEmpty ? nil : reviews.joined(separator: " "),
      ]
    }
    return Table(
      columns: [
        "document", "line", "check", "check_zh", "verdict", "message", "operands", "observation_ids", "suspects",
        "quote", "review",
      ],
      rows: rows)
  }
}

/// Finds figures by ids that hold across documents.
struct FigurePlaces {
  private let byID: [String: (document: CheckedReport, observation: Observation)]

  init(_ documents: [CheckedReport]) {
    let places = documents.flatMap { document in
      document.report.observations.map { (document.id(of: $0.id), (document: document, observation: $0)) }
    }
    byID = Dictionary(places) { first, _ in first }
  }

  subscript(id: String) -> (document: CheckedReport, observation: Observation)? { byID[id] }
}
