import Checks
import Observations
import Quantities

/// Series as an SVG picture: a panel for each metric, kind and unit, a line for each series.
///
/// Years without a figure are gaps in the line, implied figures are hollow, those that a person corrected have a ring, triangles
/// point to where bounded figures may lie, and the axis begins at zero unless figures are negative.
public struct TrendPlot: Sendable {
  /// How many lines can be told apart in a panel.
  public static let mostLines = 8
  /// How many panels a picture holds.
  public static let mostPanels = 12

  /// The picture, in UTF-8.
  public let svg: [UInt8]
  /// How many series found no room.
  public let left: Int

  /// The picture of series.
  public init(_ set: SeriesSet) {
    var panels: [(title: String, series: [Series])] = []
    var places: [String: Int] = [:]
    var left = 0
    for series in set.chosen {
      let title = series.panelTitle(set.catalogue.metric(series.key.metric)?.chinese ?? series.key.metric)
      if places[title] == nil, panels.count < Self.mostPanels {
        places[title] = panels.count
        panels.append((title, []))
      }
      guard let place = places[title], panels[place].series.count < Self.mostLines else {
        left += 1
        continue
      }
      panels[place].series.append(series)
    }
    self.left = left
    let years = panels.flatMap { $0.series.flatMap(\.cells.keys) }
    let range = (years.min() ?? 0)...(years.max() ?? 0)
    svg = Plot.svg(
      panels.map { panel in
        let drawn = TrendPanel(title: panel.title, series: panel.series, years: range)
        return (drawn.markup, drawn.height)
      })
  }
}

/// One coordinate system with its lines and their names below.
private struct TrendPanel {
  private static let (left, right, top, plotHeight) = (90, 24, 34, 180)

  let title: String
  let series: [Series]
  let years: ClosedRange<Int>
  private let scale: PlotScale

  init(title: String, series: [Series], years: ClosedRange<Int>) {
    (self.title, self.series, self.years) = (title, series, years)
    scale = PlotScale(series.flatMap { $0.cells.values.map(\.value.approximate) })
  }

  var height: Int { Self.top + Self.plotHeight + 30 + series.count * 18 + 14 }

  /// Where a year stands; one that is alone stands in the middle.
  private func x(_ year: Int) -> Double {
    let span = years.upperBound - years.lowerBound
    let share = span == 0 ? 0.5 : Double(year - years.lowerBound) / Double(span)
    return (Double(Self.left) + share * Double(Plot.width - Self.left - Self.right)).rounded(toPlaces: 1)
  }

  private func y(_ value: Double) -> Double {
    (Double(Self.top) + (1 - scale.share(value)) * Double(Self.plotHeight)).rounded(toPlaces: 1)
  }

  var markup: String {
    var text = "<text x=\"12\" y=\"20\" font-size=\"15\" font-weight=\"bold\">\(title.escapedForMarkup)</text>\n"
    for (value, label) in scale.lines {
      let colour = value == 0 ? "#888" : "#ddd"
      text += "<path d=\"M\(Self.left) \(y(value))H\(Plot.width - Self.right)\" stroke=\"\(colour)\"/>"
      text += "<text x=\"\(Self.left - 6)\" y=\"\(y(value) + 4)\" text-anchor=\"end\">\(label)</text>\n"
    }
    for year in stride(from: years.lowerBound, through: years.upperBound, by: max(1, (years.count + 11) / 12)) {
      let below = Self.top + Self.plotHeight + 18
      text += "<text x=\"\(x(year))\" y=\"\(below)\" text-anchor=\"middle\">\(year)</text>\n"
    }
    for (number, series) in series.enumerated() { text += line(series, number) }
    return text
  }

  private func line(_ series: Series, _ number: Int) -> String {
    let colour = Plot.colours[number % Plot.colours.count]
    var path = ""
    var marks = ""
    var last: Int?
    for (year, cell) in series.cells.sorted(by: { $0.key < $1.key }) {
      let (x, y) = (x(year), y(cell.value.approximate))
      path += "\(last == year - 1 ? "L" : "M")\(x) \(y)"
      last = year
      marks += Plot.mark(cell, x: x, y: y, colour: colour, title: series.note(String(year), cell))
    }
    let at = Self.top + Self.plotHeight + 40 + number * 18
    return """
      <path d="\(path)" fill="none" stroke="\(colour)" stroke-width="1.8"/>
      \(marks)<rect x="\(Self.left)" y="\(at - 10)" width="12" height="12" fill="\(colour)"/>\
      <text x="\(Self.left + 18)" y="\(at)">\(series.lineName.escapedForMarkup)</text>

      """
  }
}
