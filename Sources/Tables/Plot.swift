import Quantities

/// What all pictures have in common.
enum Plot {
  /// The width of a picture.
  static let width = 760
  /// Colours that the colour-blind can tell apart by their lightness, too.
  static let colours = ["#1b6ca8", "#c0392b", "#27794a", "#8e44ad", "#b9770e", "#2c3e50", "#00838f", "#ad1457"]

  /// Panels below one another as an SVG file, in UTF-8.
  static func svg(_ panels: [(markup: String, height: Int)]) -> [UInt8] {
    var body = ""
    var top = 0
    for panel in panels {
      body += "<g transform=\"translate(0 \(top))\">\n\(panel.markup)</g>\n"
      top += panel.height
    }
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(max(top, 1))" \
      font-family="Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif" font-size="12">
      <rect width="100%" height="100%" fill="#fff"/>
      \(body)</svg>

      """.utf8)
  }

  /// A figure's mark: a dot, a triangle towards where the figure may lie further, or a diamond where it is about that. Implied
  /// figures are hollow, those that a person corrected have a ring.
  static func mark(_ cell: Series.Cell, x: Double, y: Double, colour: String, title: String) -> String {
    let style = "fill=\"\(cell.isImplied ? "#fff" : colour)\" stroke=\"\(colour)\""
    let note = "<title>\(title.escapedForMarkup)</title>"
    let ring =
      cell.isCorrected
      ? "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"6.5\" fill=\"none\" stroke=\"\(colour)\"/>" : ""
    let corners: String
    switch cell.bound {
    case .exact: return ring + "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\" \(style)>\(note)</circle>\n"
    case .atLeast: corners = "m0 -5l5 8.5h-10z"
    case .atMost: corners = "m0 5l5 -8.5h-10z"
    case .about, .range: corners = "m0 -5l5 5l-5 5l-5 -5z"
    }
    return ring + "<path d=\"M\(x) \(y)\(corners)\" \(style)>\(note)</path>\n"
  }
}

/// Even steps that hold figures and zero, so that no small change looks great.
struct PlotScale {
  /// What lies between two lines of the scale.
  let step: Double
  /// The lines of the scale, in steps.
  let steps: ClosedRange<Int>

  init(_ values: [Double]) {
    let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
    // Figures can lie nearer to each other than a picture's numbers tell apart, and further than they reach.
    let quarter = high / 4 - low / 4
    step = (quarter.isNormal ? quarter : 0.25).roundedUpToAStep
    steps = Int((low / step).rounded(.down))...max(Int((high / step).rounded(.up)), 1)
  }

  /// How far along the scale a value lies, from 0 to 1.
  func share(_ value: Double) -> Double {
    (value / step - Double(steps.lowerBound)) / Double(steps.count - 1)
  }

  /// The lines of the scale with what stands beside them.
  var lines: [(value: Double, label: String)] {
    steps.map { (Double($0) * step, (Double($0) * step).label) }
  }
}

extension Series {
  /// `固定资产投资（增幅，%）`: what the figures of a panel are.
  func panelTitle(_ name: String) -> String {
    let words: [String?] = [
      key.periodType == .cumulative ? "数年合计" : nil,
      key.kind == .growth ? "增幅" : key.kind == .change ? "增减" : nil, key.unit.isEmpty ? nil : key.unit,
    ]
    let notes = words.compactMap { $0 }
    return notes.isEmpty ? name : "\(name)（\(notes.joined(separator: "，"))）"
  }

  /// `台州市科学技术局 · 省级`: whose figures a line's are.
  var lineName: String {
    let names = [agency.isEmpty ? "（机关不详）" : agency, key.scope, key.subject]
    return names.compactMap { $0 }.joined(separator: " · ")
  }

  /// `2022 12 件（>=）`: a figure beside its mark.
  func note(_ year: String, _ cell: Cell) -> String {
    let words = [
      cell.isImplied ? "推算" : nil, cell.bound == .exact ? nil : cell.bound.rawValue, cell.isCorrected ? "更正" : nil,
      cell.leavesOutRejected ? "另有被否定的数" : nil,
    ].compactMap { $0 }
    return "\(year) \(cell.value) \(key.unit)" + (words.isEmpty ? "" : "（\(words.joined(separator: "，"))）")
  }
}

extension ExactDecimal {
  /// Near enough for a picture.
  var approximate: Double { Double(description) ?? 0 }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    let power = [1.0, 10, 100][places]
    return (self * power).rounded() / power
  }

  /// `1.2亿`, `3500`, `0.25`.
  var label: String {
    let words = [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")]
    let (size, word) = words.first { abs(self) >= $0.0 } ?? (1, "")
    let scaled = (self / size).rounded(toPlaces: 2)
    return (Int(exactly: scaled).map { String($0) } ?? String(scaled)) + word
  }

  /// The next of 1, 2, 2.5 and 5 times a power of ten.
  var roundedUpToAStep: Double {
    var power = 1.0
    while power * 10 <= self { power *= 10 }
    while power > self { power /= 10 }
    return ([1, 2, 2.5, 5].first { $0 * power >= self } ?? 10) * power
  }
}
