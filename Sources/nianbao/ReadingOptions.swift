import ArgumentParser
import Foundation
import ReportText

/// Which reports are read into a database, and how.
struct ReadingOptions: ParsableArguments {
  @Option(name: .customLong("jobs"), help: "同时读几份文件。 How many documents to read at once.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var identities: IdentityOptions
  @OptionGroup var encoding: EncodingOption
  @Argument(help: "文件或文件夹。 Files or folders.") var paths: [String]

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs 应在 1 到 256 之间 (must be 1 to 256)") }
  }

  /// The paths by which the database knows what is named.
  var storedPaths: [String] { paths.map(DocumentPath.canonical) }
}
