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
        Outline(of: text, identity, keepsStretches: true).stretches.forEach(show)
        done += 1
      }
    }
    try problems.exit(ifNothingDone: done == 0)
    if problems.count > 0 { throw ExitCode(1) }
  }

  private func show(_ stretch: Outline.Stretch) {
    let frame = stretch.frame
    let year = frame.year.map { " \($0)" } ?? ""
    let margin = "\(frame.confidence.rawValue) \(stretch.margin / 10).\(stretch.margin % 10)"
    let head = stretch.level > 0 ? String(repeating: "#", count: stretch.level) + " " : "  "
    print(
      "\(stretch.place.line):\(stretch.place.start)  \(frame.kind.chinese)\(year)  [\(margin)]  \(head)\(stretch.words)"
    )
    guard !stretch.evidence.isEmpty else { return }
    let evidence = stretch.evidence.map { item in
      let weights = FrameKind.allCases.compactMap { kind -> String? in
        let weight = item.weight(for: kind)
        return weight == 0 ? nil : "\(kind.chinese)\(weight > 0 ? "+" : "")\(weight)"
      }
      return "\(item.placeName)“\(item.words)” \(weights.joined(separator: " "))"
    }
    print("        " + evidence.joined(separator: "；"))
  }
}
