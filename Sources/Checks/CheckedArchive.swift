import Observations

/// Reports with what checks found in each of them and between them. Operands are named by ids that hold across documents.
public struct CheckedArchive: Sendable {
  /// The reports.
  public let documents: [CheckedReport]
  /// What the checks found, that between documents last.
  public let findings: [Finding]
  /// For each inconsistent finding, by its place in `findings`, the smallest sets of figures that explain it with all others that
  /// it shares figures with; figures that a passing check vouches for are spared.
  public let suspects: [Int: [[String]]]

  /// Checks reports against each other.
  public init(_ documents: [CheckedReport], catalogue: Catalogue) {
    self.documents = documents
    findings =
      documents.flatMap { document in
        document.findings.map { finding in
          Finding(
            check: finding.check, verdict: finding.verdict, message: finding.message,
            operands: finding.operands.map(document.id(of:)))
        }
      } + ArchiveChecks(documents, catalogue).findings
    suspects = Suspects.explaining(findings)
  }

  private init(documents: [CheckedReport], findings: [Finding], suspects: [Int: [[String]]]) {
    (self.documents, self.findings, self.suspects) = (documents, findings, suspects)
  }

  /// Some of the documents, with the findings of their figures.
  public func limited(to some: [CheckedReport]) -> CheckedArchive {
    let names = Set(some.map(\.documentID))
    let kept = findings.indices.filter { number in
      findings[number].operands.contains { names.contains(String($0.prefix { $0 != "-" })) }
    }
    return CheckedArchive(
      documents: some, findings: kept.map { findings[$0] },
      suspects: Dictionary(
        uniqueKeysWithValues: kept.enumerated().compactMap { place, number in suspects[number].map { (place, $0) } }))
  }

  /// The path of the document whose figure a finding judges.
  public func path(of finding: Finding) -> String {
    guard let judged = finding.operands.first else { return "" }
    return documents.first { judged.hasPrefix($0.documentID + "-") }?.report.path ?? ""
  }
}
