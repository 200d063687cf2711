import ArgumentParser
import ReportText

/// What the user knows of reports and their text doesn't tell.
struct IdentityOptions: ParsableArguments {
  @Option(help: "文中找不到年份的报告按此年份。 The year of reports that tell none.")
  var year: Int?

  func validate() throws {
    if let year, !ReportIdentity.years.contains(year) {
      throw ValidationError("--year 应在 1949 到 2100 之间 (must be a year)")
    }
  }

  /// The identity of a report as its text tells it, completed by what is given.
  func identity(of text: SourceText) -> ReportIdentity {
    var identity = ReportIdentity(of: text)
    if identity.year == nil, let year { identity.give(year: year, reason: "年份由 --year 指定：\(year)") }
    return identity
  }
}
