import Foundation
import TestSupport

/// One run of `nianbao report` into a folder of its own.
struct ReportRun {
  let run: CommandRun
  let folder: TemporaryFolder

  static let tables = ["trend.csv", "findings.csv", "observations.csv", "numerals.csv"]
  static let files = (tables + ["audit.html", "nianbao.sqlite"]).sorted()

  init(_ paths: [String], options: [String] = []) throws {
    folder = try TemporaryFolder()
    run = try CommandRun(["report"] + paths + ["--out", folder.path("out")] + options)
  }

  /// The bytes of a file that it wrote.
  func bytes(_ name: String) throws -> [UInt8] { try folder.bytes("out/" + name) }

  /// The names of all files in the output folder, sorted; `nil` if there is no such folder.
  var names: [String]? { try? FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted() }
}
