import ArgumentParser
import Checks
import ReportText

/// How sure figures must be to stand in tables.
struct ConfidenceOption: ParsableArguments {
  @Option(
    name: .customLong("confidence"),
    help: "最低可信度 high、medium 或 low（全部），不够的不列入表格。 Least confidence of figures; what is below is withheld from tables.")
  var least = ReportIdentity.Confidence.low

  /// The documents with the figures below held back from tables.
  func applied(to documents: [CheckedReport]) -> [CheckedReport] {
    documents.map { document in
      var document = document
      document.leastConfidence = least
      return document
    }
  }

  /// Tells how many figures of documents aren't in tables of all of them.
  func tell(withheldOf documents: [CheckedReport]) {
    tell(
      withheld: applied(to: documents).reduce(0) { count, document in
        count + document.report.observations.count(where: document.isWithheld)
      })
  }

  /// Tells how many figures aren't in a table.
  func tell(withheld count: Int) {
    if count > 0 { Console.error("\(count) 个数字可信度低于 \(least.rawValue)，未列入 (withheld)") }
  }
}

extension ReportIdentity.Confidence: ExpressibleByArgument {}
