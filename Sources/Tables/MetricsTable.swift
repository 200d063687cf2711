import Observations

extension Table {
  /// The metrics of a catalogue, in its order.
  public static func metrics(_ catalogue: Catalogue) -> Table {
    let rows = catalogue.metrics.map { metric -> [String?] in
      [
        metric.id, metric.chinese, metric.english, metric.units.joined(separator: " "), metric.period.rawValue,
        metric.combination.rawValue, String(metric.patterns.count),
      ]
    }
    return Table(columns: ["metric_id", "zh", "en", "units", "period", "combine", "patterns"], rows: rows)
  }
}
