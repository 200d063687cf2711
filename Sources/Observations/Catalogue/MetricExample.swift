import ReportText

/// A sentence of a catalogue that shows what a metric claims, or what it must leave alone.
public struct MetricExample: Sendable {
  /// The sentence with its figure between ⟦ and ⟧.
  public let marked: String
  /// Whether the metric claims the figure.
  public let isClaimed: Bool
  /// Where it stands.
  public let source: CatalogueSource

  /// The sentence without the marks.
  let text: SourceText
  /// The bytes of the figure in `text`.
  private let figure: Range<Int>

  /// An example; `nil` if `marked` doesn't hold one pair of marks.
  init?(_ marked: String, isClaimed: Bool, source: CatalogueSource) {
    // Two thousand examples are looked at whenever the program starts, so this is done in bytes.
    let bytes = Array(marked.utf8)
    guard let open = bytes.first("⟦", in: bytes.indices), let close = bytes.first("⟧", in: bytes.indices),
      open.upperBound < close.lowerBound, bytes.first("⟦", in: open.upperBound..<bytes.count) == nil,
      bytes.first("⟧", in: close.upperBound..<bytes.count) == nil
    else { return nil }
    self.marked = marked
    self.isClaimed = isClaimed
    self.source = source
    var plain = Array(bytes[..<open.lowerBound])
    plain += bytes[open.upperBound..<close.lowerBound]
    plain += bytes[close.upperBound...]
    text = SourceText(source: plain)
    figure = open.lowerBound..<close.lowerBound - open.count
  }

  /// What is wrong if the example is one of `metric`; `nil` if it holds.
  fileprivate func failure(of metric: String, reader: ReportReader) -> CatalogueError? {
    let observations = reader.read(text, path: "").observations
    guard let observation = observations.first(where: { text.sourceRange(of: $0.span) == figure }) else {
      let found = observations.map { "“\($0.text)”" }.joined(separator: "、")
      return CatalogueError(
        source: source, message: "⟦⟧ 里不是一个完整的统计数：\(marked)；读到的是：\(found.isEmpty ? "无" : found)")
    }
    guard (observation.metric == metric) != isClaimed else { return nil }
    let got = observation.metric ?? "无指标"
    return CatalogueError(
      source: source,
      message: isClaimed ? "应归入 \(metric)，实际归入 \(got)：\(marked)" : "不应归入 \(metric)：\(marked)")
  }
}

extension Catalogue {
  /// The examples that don't hold, in the order of the catalogue.
  public func failingExamples() -> [CatalogueError] {
    let reader = ReportReader(catalogue: self)
    return metrics.flatMap { metric in
      (metric.examples + metric.counterexamples).compactMap { $0.failure(of: metric.id, reader: reader) }
    }
  }
}
