import ArgumentParser
import Observations
import ReportText

struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "显示报告各部分说的是什么、依据是什么。 Show what each stretch of a report tells, and by what evidence.")

  @OptionGroup var identities: IdentityOptions
  @OptionGroup var encoding: EncodingOption
  @Argument(help: "文件或文件夹；“-”为标准输入。 Files or folders; “-” is standard input.") var paths: [String]

  func run() throws {
    let identities = try identities.load()
    var problems = Problems()
    let inputs = Inputs.find(paths, encoding: encoding, &problems).filter { !identities.isList($0.path) }
    var done = 0
    for input in inputs {
      try problems.collect(input.path) {
        let text = try input.text(of: input.bytes())
        let identity = identities.identity(of: text, path: input.path).withYear(of: text)
        let year = identity.year.map { "\($0)年" } ?? "年份不明"
        print("\(input.path)  \(identity.agency?.name ?? "机关不明")  \(year)  \(identity.kind.rawValue)")
        for stretch in Outline(of: text, identity, showing: .all).stretches { print(stretch.lines) }
        done += 1
      }
    }
    try problems.exit(ifNothingDone: done == 0)
    if problems.count > 0 { throw ExitCode(1) }
  }
}

extension Outline.Stretch {
  /// Where the stretch begins, what it tells and how surely, its first words; below them the evidence.
  var lines: String {
    let year = year.map { " \($0)" } ?? ""
    let margin = "\(confidence.rawValue) \(margin / 10).\(margin % 10)"
    let head = level > 0 ? String(repeating: "#", count: level) + " " : "  "
    let line = "\(place.line):\(place.start)  \(kind.chinese)\(year)  [\(margin)]  \(head)\(words)"
    return reasons.isEmpty ? line : "\(line)\n        \(reasons)"
  }
}
