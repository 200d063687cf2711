import ArgumentParser
import Observations
import Quantities
import ReportText

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一句话或一个文件是怎样读的。 Tell how a sentence or a file is read.",
    discussion: """
      给出文件时，先列机关、年份的依据，再按结构逐段说明。
      Of a file it tells how issuer and year were found, and each figure below the stretch of the outline that it stands in.
      """)

  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var identities: IdentityOptions
  @OptionGroup var encoding: EncodingOption
  @Argument(help: "一句或一段话，或一个文件。 A sentence or paragraph, or a file.") var text: String

  @Flag(help: "列出各句式对每个数字的陈述，以及哪些未被采用。 What constructions state of each figure, and what of it doesn't hold.")
  var facts = false

  func run() throws {
    let catalogue = try catalogue.load()
    let identities = try identities.load()
    var problems = Problems()
    if let input = Inputs.file(text, encoding: encoding) {
      try problems.collect(input.path) {
        let text = try input.text(of: input.bytes())
        let identity = identities.identity(of: text, path: input.path).withYear(of: text)
        identity.reasons.forEach { print($0) }
        explain(text, identity, Outline(of: text, identity, showing: .all).stretches, catalogue)
      }
    } else {
      let text = SourceText(source: Array(text.utf8))
      explain(text, ReportIdentity(of: text, path: ""), [], catalogue)
    }
    try problems.exit(ifNothingDone: problems.count > 0)
  }

  private func explain(
    _ text: SourceText, _ identity: ReportIdentity, _ stretches: [Outline.Stretch], _ catalogue: Catalogue
  ) {
    let report = ReportReader(catalogue: catalogue).read(text, path: "", identity: identity)
    if report.numerals.isEmpty { print("没有数字 (no numeral)") }
    let titles = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.name, $0.title) })
    let derivations = derivations(of: text)
    let nearMisses = ReportReader(catalogue: catalogue).nearMisses(text, identity)
    let stated = facts ? Dictionary(grouping: ReportReader.facts(text), by: \.figure) : [:]
    var stretches = stretches[...]
    for numeral in report.numerals {
      while let next = stretches.first, (next.place.line, next.place.start) <= (numeral.span.line, numeral.span.start) {
        print(next.lines)
        stretches.removeFirst()
      }
      let place = "\(numeral.span.line):\(numeral.span.start)"
      let rule = "\(numeral.rule.rawValue)（\(titles[numeral.rule] ?? "未归类")）"
      print("\(place) “\(numeral.text)”  \(numeral.numeralClass.rawValue)  规则 \(rule)")
      if let derivation = derivations[numeral.span.beginning] { print("    由来 from     \(derivation)") }
      if facts { explain(text.sourceRange(of: numeral.span).flatMap { stated[$0] } ?? []) }
      for index in numeral.observations {
        let observation = report.observations[index]
        explain(observation, catalogue)
        for miss in (nearMisses[observation.id] ?? []).prefix(Self.mostNearMisses) {
          print("    相近 near     \(miss.metric)  模式 \(miss.pattern)  \(describe(miss.reason))")
        }
      }
    }
    stretches.forEach { print($0.lines) }
  }

  private static let constructions = Dictionary(uniqueKeysWithValues: Construction.all.map { ($0.name, $0.title) })

  private func explain(_ facts: [StatedFact]) {
    for fact in facts {
      let words = fact.words.map { "  “\($0)”" } ?? ""
      let outranked = fact.holds ? "" : "  未采用 (outranked)"
      print("    句式 fact     \(fact.statement)  \(Self.constructions[fact.construction] ?? "")\(words)\(outranked)")
    }
  }

  /// Of the patterns that nearly claimed a figure, so many are shown.
  private static let mostNearMisses = 3

  private func describe(_ reason: NearMiss.Reason) -> String {
    switch reason {
    case .unit(let units): "单位应为 \(units.joined(separator: " ")) (unit)"
    case .kind: "不收这种数字 (kind)"
    case .missing(let words): "缺“\(words.joined(separator: "|"))” (missing)"
    case .order: "词的次序或间隔不合 (order)"
    case .excluded(let word): "有排除词“\(word)” (excluded)"
    case .outranked: "也相符，但词少于所取的模式 (outranked)"
    }
  }

  /// What each numeral's reading follows from, by where the numeral begins.
  private func derivations(of text: SourceText) -> [SourceSpan: String] {
    var reader = QuantityReader()
    var derivations: [SourceSpan: String] = [:]
    text.forEachLine { line in
      reader.read(line.bytes.span)
      var cursor = SpanCursor(text, at: line)
      for entry in reader.entries {
        let span = cursor.span(ofSource: line.sourceRange(of: entry.numeral))
        derivations[span.beginning] = reader.derivation(of: entry, in: line.bytes.span)
          .map { describe($0, entry, line.bytes) }
      }
    }
    return derivations
  }

  /// `数 42.1万 = 421000  单位 人(次) → 人次  界限 近  变化 下降（减）`
  private func describe(_ derivation: Derivation, _ entry: LedgerEntry, _ bytes: [UInt8]) -> String {
    let word = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    var parts = ["数 \(word(entry.numeral)) = \(derivation.value?.description ?? "—")"]
    if let unit = derivation.unit { parts.append("单位 \(word(unit.word)) → \(unit.normal.name)") }
    if let bound = derivation.bound { parts.append("界限 \(word(bound))") }
    if let change = derivation.change {
      let direction =
        switch change.direction {
        case .rise: "增"
        case .fall: "减"
        case .result: "变化到"
        }
      parts.append("变化 \(word(change.word))（\(direction)）")
    }
    return parts.joined(separator: "  ")
  }

  private func explain(_ observation: Observation, _ catalogue: Catalogue) {
    let quantity = observation.quantity
    let interval = "[\(quantity.low?.description ?? "") , \(quantity.high?.description ?? "")]"
    print(
      "    数值 value    \(quantity.value) \(quantity.unit.name)  \(quantity.kind.rawValue)  \(quantity.bound.rawValue)  \(interval)"
    )
    print("    对象 subject  \(observation.subject)" + (observation.scope.map { "  范围 scope \($0)" } ?? ""))
    let notes = observation.notes.isEmpty ? "" : "（\(observation.notes.joined(separator: "；"))）"
    print("    年份 year     \(observation.year.map(String.init) ?? "—")  \(observation.periodType.rawValue)")
    print(
      "    状态 status   \(observation.status.rawValue)\(notes)" + (observation.partOf.map { "  总数 part of \($0)" } ?? "")
    )
    if let metric = observation.metric.flatMap(catalogue.metric) {
      print("    指标 metric   \(metric.id) \(metric.chinese)" + (observation.pattern.map { "  模式 \($0)" } ?? ""))
    } else {
      print("    指标 metric   —")
    }
  }
}
