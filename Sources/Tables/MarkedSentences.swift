import Observations
import ReportText

/// The sentences of a report's figures with the figure marked.
struct MarkedSentences {
  private let lines: [String]

  init(_ report: Report) { lines = report.text.lines }

  /// The sentence, the figure between ⟦ and ⟧.
  ///
  /// Where the same characters stand in it several times, as in “第5条规定5条”, that one is the figure before which the sentence reads
  /// as the source does before the figure, markup and blanks left out.
  func sentence(of observation: Observation) -> String {
    let quote = observation.quote.description
    let ranges = quote.ranges(of: observation.text.description)
    guard var best = ranges.first else { return quote }
    if ranges.count > 1, lines.indices.contains(observation.span.line - 1) {
      let source = lines[observation.span.line - 1].unicodeScalars.prefix(observation.span.start)
      let befores = [Array(source), Array(source).withoutMarkup]
      var most = -1
      for range in ranges {
        let own = Array(quote[..<range.lowerBound].unicodeScalars)
        for (own, before) in zip([own, own.filter { !$0.properties.isWhitespace }], befores) {
          let alike = zip(own.reversed(), before.reversed()).prefix { $0 == $1 }.count
          // One that reads otherwise somewhere before it isn't the figure, however much of it is alike.
          let score = alike == min(own.count, before.count) ? quote.count + alike : alike
          if score > most { (most, best) = (score, range) }
        }
      }
    }
    return quote[..<best.lowerBound] + "⟦" + quote[best] + "⟧" + quote[best.upperBound...]
  }
}

extension [Unicode.Scalar] {
  /// The characters without tags and blanks.
  fileprivate var withoutMarkup: [Unicode.Scalar] {
    var isTag = false
    return filter { scalar in
      defer { if scalar == ">" { isTag = false } }
      if scalar == "<" { isTag = true }
      return !isTag && !scalar.properties.isWhitespace
    }
  }
}
