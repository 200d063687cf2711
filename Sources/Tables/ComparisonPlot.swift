import Checks
import Observations
import Quantities

/// Figures side by side as an SVG picture: a panel for each metric, kind and unit, a row for each pair of figures, with a line
/// between them and one along the numbers that a bounded figure's wording allows.
public struct ComparisonPlot: Sendable {
  /// How many rows a panel holds.
  public static let mostRows = 40
  /// How many panels a picture holds.
  public static let mostPanels = 12

  /// The picture, in UTF-8.
  public let svg: [UInt8]
  /// How many rows found no room.
  public let left: Int

  /// Two years side by side.
  public init(_ set: SeriesSet, years: (first: Int, second: Int)) {
    self.init(
      SeriesPair.ofYears(set, years).map {
        Row(name: $0.series.lineName, series: $0.series, first: $0.first, second: $0.second)
      }, [String(years.first), String(years.second)], set.catalogue)
  }

  /// Two agencies side by side, by their ids.
  public init(_ set: SeriesSet, agencies: (first: String, second: String)) {
    self.init(
      SeriesPair.ofAgencies(set, agencies).map { pair in
        let name = [String(pair.year), pair.series.key.scope, pair.series.key.subject].compactMap { $0 }
        return Row(name: name.joined(separator: " · "), series: pair.series, first: pair.first, second: pair.second)
      }, [agencies.first, agencies.second].map { set.agencies[$0] ?? $0 }, set.catalogue)
  }

  /// The agencies of a year, the greatest figure first.
  public init(_ set: SeriesSet, year: Int) {
    self.init(
      Ranking.all(set, year).flatMap { ranking in
        ranking.members.map {
          // Each ranking has a panel of its own.
          Row(
            rankingOf: [$0.series.key.scope, $0.series.key.subject].compactMap { $0 },
            name: "\(ranking.rank(of: $0.cell)) \($0.series.lineName)", series: $0.series, first: nil, second: $0.cell)
        }
      }, ["", String(year)], set.catalogue)
  }

  private init(_ rows: [Row], _ names: [String], _ catalogue: Catalogue) {
    var panels: [ComparisonPanel] = []
    var places: [String: Int] = [:]
    var left = 0
    // Pairs first: what one side lacks is no comparison.
    for row in rows.filter({ $0.cells.count == 2 }) + rows.filter({ $0.cells.count < 2 }) {
      let name = catalogue.metric(row.series.key.metric)?.chinese ?? row.series.key.metric
      let title = ([row.series.panelTitle(name)] + row.rankingOf).joined(separator: " · ")
      if places[title] == nil, panels.count < Self.mostPanels {
        places[title] = panels.count
        panels.append(ComparisonPanel(title: title, names: names))
      }
      guard let place = places[title], panels[place].rows.count < Self.mostRows else {
        left += 1
        continue
      }
      panels[place].rows.append(row)
    }
    self.left = left
    svg = Plot.svg(panels.map { ($0.markup, $0.height) })
  }
}

/// One or two figures with what they are of.
private struct Row {
  /// What the panel's figures are limited to, if it is a ranking.
  var rankingOf: [String] = []
  let name: String
  let series: Series
  let first: Series.Cell?
  let second: Series.Cell?

  var cells: [Series.Cell] { [first, second].compactMap { $0 } }
}

/// One scale with its rows, and above it what the two colours are.
private struct ComparisonPanel {
  private static let (left, right, top, rowHeight) = (250, 150, 52, 24)
  private static let colours = ["#b9770e", "#1b6ca8"]
  /// How many characters of a row's name have room.
  private static let mostCharacters = 18

  let title: String
  let names: [String]
  var rows: [Row] = []

  private var bottom: Int { Self.top + rows.count * Self.rowHeight }
  var height: Int { bottom + 44 }

  private func x(_ value: Double, _ scale: PlotScale) -> Double {
    (Double(Self.left) + scale.share(value) * Double(Plot.width - Self.left - Self.right)).rounded(toPlaces: 1)
  }

  var markup: String {
    let cells = rows.flatMap(\.cells)
    let ends = cells.filter { $0.bound != .exact }.flatMap { [$0.interval?.low, $0.interval?.high].compactMap { $0 } }
    let scale = PlotScale((cells.map(\.value) + ends).map(\.approximate))
    var text = "<text x=\"12\" y=\"20\" font-size=\"15\" font-weight=\"bold\">\(title.escapedForMarkup)</text>\n"
    var at = Self.left
    for (name, colour) in zip(names, Self.colours) where !name.isEmpty {
      text += "<circle cx=\"\(at)\" cy=\"36\" r=\"4\" fill=\"\(colour)\"/>"
      text += "<text x=\"\(at + 9)\" y=\"40\">\(name.escapedForMarkup)</text>\n"
      at += 40 + 12 * name.count
    }
    for (value, label) in scale.lines {
      let (x, colour) = (x(value, scale), value == 0 ? "#888" : "#ddd")
      text += "<path d=\"M\(x) \(Self.top)V\(bottom)\" stroke=\"\(colour)\"/>"
      text += "<text x=\"\(x)\" y=\"\(bottom + 18)\" text-anchor=\"middle\">\(label)</text>\n"
    }
    for (number, row) in rows.enumerated() {
      text += markup(row, Double(Self.top + number * Self.rowHeight + Self.rowHeight / 2), scale)
    }
    return text
  }

  private func markup(_ row: Row, _ y: Double, _ scale: PlotScale) -> String {
    let short = row.name.count > Self.mostCharacters ? row.name.prefix(Self.mostCharacters - 1) + "…" : row.name[...]
    var text = "<text x=\"\(Self.left - 12)\" y=\"\(y + 4)\" text-anchor=\"end\">\(String(short).escapedForMarkup)"
    text += "<title>\(row.name.escapedForMarkup)</title></text>\n"
    // A figure that stands alone has a bar from zero, two have a line between them.
    let ends =
      row.cells.count == 2 || names[0].isEmpty
      ? [row.first?.value.approximate ?? 0, row.second?.value.approximate ?? 0] : []
    if ends.count == 2 {
      text += "<path d=\"M\(x(ends[0], scale)) \(y)H\(x(ends[1], scale))\" stroke=\"#999\" stroke-width=\"3\"/>\n"
    }
    var figures: [String] = []
    for (index, cell) in [row.first, row.second].enumerated() {
      guard let cell else { continue }
      let note = row.series.note(names[index], cell)
      text += whisker(cell, y, Self.colours[index], scale)
      text += Plot.mark(cell, x: x(cell.value.approximate, scale), y: y, colour: Self.colours[index], title: note)
      figures.append((cell.bound == .exact ? "" : cell.bound.sign) + cell.value.approximate.label)
    }
    let figureText = row.cells.count < 2 ? figures.joined() : figures.joined(separator: " → ")
    return text + "<text x=\"\(Plot.width - Self.right + 16)\" y=\"\(y + 4)\">\(figureText.escapedForMarkup)</text>\n"
  }

  /// A thin line along the numbers that a bounded figure's wording allows, to the edge where they have no end.
  private func whisker(_ cell: Series.Cell, _ y: Double, _ colour: String, _ scale: PlotScale) -> String {
    guard cell.bound != .exact else { return "" }
    let edges = (Double(Self.left), Double(Plot.width - Self.right))
    let low = cell.interval?.low.map { x($0.approximate, scale) } ?? edges.0
    let high = cell.interval?.high.map { x($0.approximate, scale) } ?? edges.1
    return "<path d=\"M\(low) \(y)H\(high)\" stroke=\"\(colour)\" stroke-dasharray=\"2 3\"/>\n"
  }
}

extension Bound {
  /// What stands before a bounded figure.
  fileprivate var sign: String {
    switch self {
    case .exact: ""
    case .atLeast: "≥"
    case .atMost: "≤"
    case .about, .range: "约"
    }
  }
}
