import Observations
import ReportText

/// A report with what its checks found: what the store keeps and tables show.
public struct CheckedReport: Sendable {
  /// SHA-256 of the file's bytes, in hexadecimal.
  public let sha256: String
  /// SHA-256 of what the text says, which other encodings and page chrome don't change.
  public let contentSHA256: String?
  /// The report.
  public let report: Report
  /// What the checks found.
  public let findings: [Finding]
  /// What growth rates imply of the year before.
  public let implied: [ImpliedValue]
  /// What people decided about its figures and still holds, by the ids of observations.
  public let reviews: [String: Review]
  /// How sure a figure must be to stand in tables.
  public var leastConfidence = ReportIdentity.Confidence.low

  /// A report as read or stored.
  public init(
    sha256: String, contentSHA256: String? = nil, report: Report, findings: [Finding], implied: [ImpliedValue],
    reviews: [String: Review] = [:]
  ) {
    self.sha256 = sha256
    self.contentSHA256 = contentSHA256
    self.report = report
    self.findings = findings
    self.implied = implied
    self.reviews = reviews
  }

  /// Checks a report as read.
  public init(sha256: String, contentSHA256: String? = nil, checking report: Report) {
    let checks = ReportChecks(report)
    self.init(
      sha256: sha256, contentSHA256: contentSHA256, report: report, findings: checks.findings, implied: checks.implied)
  }

  /// A short name of the document, stable as long as its bytes are.
  public var documentID: String { String(sha256.prefix(8)) }

  /// The id of an observation that holds across documents.
  public func id(of observation: String) -> String { documentID + "-" + observation }
}
