import Foundation
import Quantities

/// The subjects that no metric claims, as a catalogue to start from.
public struct MetricSuggestions {
  private var groups: [Group: Found] = [:]

  /// What becomes one metric: figures of one subject, unit and kind, with the same words behind them.
  private struct Group: Hashable {
    let before: String
    let behind: String
    let unit: String
    let kind: QuantityKind

    var sortKey: (String, String, String, String) { (before, behind, unit, kind.rawValue) }
  }

  /// How often a group was found, and its first figure.
  private struct Found {
    var count: Int
    let marked: String
    let place: String
    let period: Metric.Period
  }

  /// Suggestions of no report.
  public init() {}

  /// Counts the figures of a report that have no metric.
  public mutating func add(_ report: Report) {
    for observation in report.observations where observation.metric == nil {
      let quote = observation.quote.description
      guard let range = observation.rangeInQuote,
        let group = Self.group(of: observation, wordsBehind: quote[range.upperBound...])
      else { continue }
      let found = Found(
        count: 0, marked: observation.markedQuote,
        place: "\(report.path):\(observation.span.line)", period: observation.periodType == .stock ? .stock : .flow)
      groups[group, default: found].count += 1
    }
  }

  /// The group of a figure; `nil` where no pattern could tell it: ranks, and subjects with marks of the pattern language.
  private static func group(of observation: Observation, wordsBehind rest: Substring) -> Group? {
    guard observation.quantity.kind != .rank else { return nil }
    // 材料(调整前): what the reading added is no word of the sentence.
    let subject = observation.subject.description.prefix { $0 != "(" }
    // 完成46个老旧小区改造: the end of the subject stands behind the figure.
    let rest = WordList.behindFigure.strippingPrefixes(rest)
    var behind = subject
    while !behind.isEmpty, !rest.hasPrefix(behind) { behind = behind.dropFirst() }
    let before = WordList.openings.strippingPrefixes(subject.dropLast(behind.count))
    let words = before + behind
    guard words.count > 1, !words.contains(where: { " \t|[]{}^…".contains($0) }) else { return nil }
    return Group(
      before: before, behind: String(behind), unit: observation.quantity.unit.name,
      kind: observation.quantity.kind)
  }

  /// The `limit` most frequent groups as a catalogue file, each with its number of places and a sentence.
  public func yaml(limit: Int) -> String {
    let ordered = groups.sorted { a, b in
      a.value.count != b.value.count ? a.value.count > b.value.count : a.key.sortKey < b.key.sortKey
    }
    var text = "# 由 nianbao metrics suggest 生成：请改编号和名称，合并同一指标，删去不要的。\nmetrics:\n"
    for (number, (group, found)) in ordered.prefix(limit).enumerated() {
      let pattern = ["^", group.before, "{n}", group.behind].filter { !$0.isEmpty }.joined(separator: " ")
      text += """
          # \(found.count) 处，首见于 \(Self.quoted(found.place))
          - id: suggestion_\(number + 1)
            zh: \(Self.quoted(group.before + group.behind))
            en: TODO
            unit: [\(Self.quoted(group.unit))]
            kinds: [\(group.kind.rawValue)]
            period: \(found.period.rawValue)
            combine: separate
            patterns:
              - \(Self.quoted(pattern))
            examples:
              - \(Self.quoted(found.marked))

        """
    }
    return text
  }

  /// A YAML string in quotation marks.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension WordList {
  /// `text` without words of the list and blanks at its start.
  fileprivate func strippingPrefixes(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[strippingPrefixes(bytes, bytes.indices)], as: UTF8.self)
  }
}

extension Observation {
  /// The figure in its sentence; 5个 isn't the end of 15个.
  var rangeInQuote: Range<String.Index>? {
    let quote = self.quote.description
    return quote.ranges(of: text.description).first { range in
      !(quote[..<range.lowerBound].last.map { $0.isNumber || $0 == "." } ?? false)
    }
  }

  /// The sentence with the figure between ⟦ and ⟧.
  var markedQuote: String {
    let quote = self.quote.description
    return rangeInQuote.map { quote.replacingCharacters(in: $0, with: "⟦\(text)⟧") } ?? quote
  }
}
