import Checks
import Observations
import Quantities

/// Series as an SVG picture: a panel for each metric, kind and unit, a line for each series.
///
/// Years without a figure are gaps in the line, implied figures are hollow, those that a person corrected have a ring, and the
/// axis begins at zero unless figures are negative, so that no small change looks great.
public struct TrendPlot: Sendable {
  /// How many lines can be told apart in a panel.
  public static let mostLines = 8
  /// How many panels a picture holds.
  public static let mostPanels = 12

  /// The picture, in UTF-8.
  public let svg: [UInt8]
  /// How many series found no room.
  public let left: Int

  /// The picture of the series that documents make.
  public init(_ documents: [CheckedReport], catalogue: Catalogue, choice: SeriesChoice = SeriesChoice()) {
    var panels: [(title: String, series: [Series])] = []
    var left = 0
    for series in Series.all(documents, catalogue, choice) {
      let name = catalogue.metric(series.key.metric)?.chinese ?? series.key.metric
      let title = "\(name)（\(series.key.kind == .growth ? "增幅，" : "")\(series.key.unit)）"
      if panels.last?.title != title, !panels.contains(where: { $0.title == title }) {
        guard panels.count < Self.mostPanels else {
          left += 1
          continue
        }
        panels.append((title, []))
      }
      let place = panels.firstIndex { $0.title == title }!
      if panels[place].series.count < Self.mostLines { panels[place].series.append(series) } else { left += 1 }
    }
    self.left = left
    let years = panels.flatMap { $0.series.flatMap(\.cells.keys) }
    let range = (years.min() ?? 0)...(years.max() ?? 0)
    var body = ""
    var top = 0
    for panel in panels {
      let drawn = Panel(title: panel.title, series: panel.series, years: range)
      body += "<g transform=\"translate(0 \(top))\">\n\(drawn.markup)</g>\n"
      top += drawn.height
    }
    svg = Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Panel.width)" height="\(max(top, 1))" \
      font-family="Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif" font-size="12">
      <rect width="100%" height="100%" fill="#fff"/>
      \(body)</svg>

      """.utf8)
  }
}

/// One coordinate system with its lines and their names below.
private struct Panel {
  static let width = 760
  private static let (left, right, top, plotHeight) = (90, 20, 34, 180)
  private static let colours = ["#1b6ca8", "#c0392b", "#27794a", "#8e44ad", "#b9770e", "#2c3e50", "#00838f", "#ad1457"]

  let title: String
  let series: [Series]
  let years: ClosedRange<Int>
  /// What lies between two lines of the scale, and the lines at its ends in such steps.
  private let step: Double
  private let steps: ClosedRange<Int>

  init(title: String, series: [Series], years: ClosedRange<Int>) {
    (self.title, self.series, self.years) = (title, series, years)
    let values = series.flatMap { $0.cells.values.map(\.value.approximate) }
    let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
    step = (high > low ? (high - low) / 4 : 0.25).roundedUpToAStep
    steps = Int((low / step).rounded(.down))...max(Int((high / step).rounded(.up)), 1)
  }

  var height: Int { Self.top + Self.plotHeight + 30 + series.count * 18 + 14 }

  private func x(_ year: Int) -> Double {
    let span = Double(max(years.upperBound - years.lowerBound, 1))
    return Double(Self.left) + Double(year - years.lowerBound) / span * Double(Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double {
    let share = (Double(steps.upperBound) - value / step) / Double(steps.count - 1)
    return Double(Self.top) + share * Double(Self.plotHeight)
  }

  var markup: String {
    var text = "<text x=\"12\" y=\"20\" font-size=\"15\" font-weight=\"bold\">\(title.escapedForMarkup)</text>\n"
    for number in steps {
      let value = Double(number) * step
      let at = y(value).rounded(toPlaces: 1)
      text += "<path d=\"M\(Self.left) \(at)H\(Self.width - Self.right)\" stroke=\"#ddd\"/>"
      text += "<text x=\"\(Self.left - 6)\" y=\"\(at + 4)\" text-anchor=\"end\">\(value.label)</text>\n"
    }
    for year in stride(from: years.lowerBound, through: years.upperBound, by: max(1, (years.count + 11) / 12)) {
      let below = Self.top + Self.plotHeight + 18
      text += "<text x=\"\(x(year).rounded(toPlaces: 1))\" y=\"\(below)\" text-anchor=\"middle\">\(year)</text>\n"
    }
    for (number, series) in series.enumerated() { text += line(series, number) }
    return text
  }

  private func line(_ series: Series, _ number: Int) -> String {
    let colour = Self.colours[number % Self.colours.count]
    var path = ""
    var points = ""
    var last: Int?
    for (year, cell) in series.cells.sorted(by: { $0.key < $1.key }) {
      let (x, y) = (x(year).rounded(toPlaces: 1), y(cell.value.approximate).rounded(toPlaces: 1))
      path += last == year - 1 ? "L\(x) \(y)" : "M\(x) \(y)"
      last = year
      let fill = cell.isImplied ? "#fff" : colour
      let notes = [
        cell.isImplied ? "推算" : cell.bound == .exact ? nil : cell.bound.rawValue, cell.isCorrected ? "更正" : nil,
        cell.leavesOutRejected ? "另有被否定的数" : nil,
      ].compactMap { $0 }
      let note = notes.isEmpty ? "" : "（\(notes.joined(separator: "，"))）"
      if cell.isCorrected {
        points += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"6.5\" fill=\"none\" stroke=\"\(colour)\"/>"
      }
      points += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\" fill=\"\(fill)\" stroke=\"\(colour)\">"
      points +=
        "<title>\(year) \(cell.value) \(series.key.unit.escapedForMarkup)\(note.escapedForMarkup)</title></circle>\n"
    }
    let names = [series.agency.isEmpty ? "（机关不详）" : series.agency, series.key.scope, series.key.subject]
    let name = names.compactMap { $0 }.joined(separator: " · ")
    let at = Self.top + Self.plotHeight + 40 + number * 18
    return """
      <path d="\(path)" fill="none" stroke="\(colour)" stroke-width="1.8"/>
      \(points)<rect x="\(Self.left)" y="\(at - 10)" width="12" height="12" fill="\(colour)"/>\
      <text x="\(Self.left + 18)" y="\(at)">\(name.escapedForMarkup)</text>

      """
  }
}

extension ExactDecimal {
  /// Near enough for a picture.
  fileprivate var approximate: Double { Double(description) ?? 0 }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let power = [1.0, 10, 100][places]
    return (self * power).rounded() / power
  }

  /// `1.2亿`, `3500`, `0.25`.
  fileprivate var label: String {
    let (scaled, word) =
      abs(self) >= 1e8 ? (self / 1e8, "亿") : abs(self) >= 1e4 ? (self / 1e4, "万") : (self, "")
    let rounded = scaled.rounded(toPlaces: 2)
    return (rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)) + word
  }

  /// The next of 1, 2, 2.5 and 5 times a power of ten.
  fileprivate var roundedUpToAStep: Double {
    var power = 1.0
    while power * 10 <= self { power *= 10 }
    while power > self { power /= 10 }
    return ([1, 2, 2.5, 5].first { $0 * power >= self } ?? 10) * power
  }
}
