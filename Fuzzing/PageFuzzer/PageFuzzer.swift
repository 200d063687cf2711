import Checks
import Glibc
import Observations
import ReportText

/// libFuzzer's own loop: it calls the function with bytes of its making.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum PageFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &arguments, fuzzPage))
  }
}

private let reader: ReportReader = {
  guard let catalogue = try? Catalogue(files: Catalogue.builtIn) else { preconditionFailure("no catalogue") }
  return ReportReader(catalogue: catalogue)
}()

/// Reads any bytes as a page and holds the report to what it promises: each figure at a place of its own that the source has, parts of
/// figures that are there, and findings about them.
private func fuzzPage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // What begins so is a page and goes to no program that reads other files.
  if !bytes.starts(with: [UInt8(ascii: "<")]) { bytes = Array("<a>".utf8) + bytes }
  guard let text = try? SourceText(bytes: bytes, path: "a.html") else { return 0 }
  let report = reader.read(text, path: "a.html")
  let ids = Set(report.observations.map(\.id))
  precondition(ids.count == report.observations.count, "two figures of one id")
  for observation in report.observations {
    precondition(text.sourceRange(of: observation.span).map { !$0.isEmpty } == true, "a figure without a place")
    precondition(observation.partOf.map(ids.contains) ?? true, "a part of nothing")
  }
  for numeral in report.numerals {
    precondition(report.observations.indices.contains(numeral.observations), "figures of another numeral")
  }
  _ = text.repairs
  let checks = ReportChecks(report)
  for finding in checks.findings { precondition(finding.operands.allSatisfy(ids.contains), "a finding about nothing") }
  for value in checks.implied {
    precondition(ids.contains(value.observation) && ids.contains(value.growth), "a value implied by nothing")
  }
  return 0
}
