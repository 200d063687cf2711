import Quantities

extension Table {
  /// The table as a page; the years of a series have a small line before them.
  public var html: String {
    let numbers = columns.map(ColumnName.isNumber)
    // A longer cell goes over several lines.
    let longest = 30
    let cell = { (name: String, index: Int, text: String) in
      let kind = numbers[index] ? " class=\"n\"" : text.count > longest ? " class=\"l\"" : ""
      return "<\(name)\(kind)>\(text.escapedForMarkup)</\(name)>"
    }
    let implied = columns.firstIndex(of: "implied")
    var body = ""
    for row in rows {
      body += "<tr>"
      for (index, text) in row.enumerated() {
        if let years, index == years.lowerBound {
          let marked = implied.flatMap { row[$0] }?.split(separator: " ").map(String.init) ?? []
          let points = years.compactMap { place -> Sparkline.Point? in
            guard let year = Int(columns[place]), let value = row[place].flatMap(Double.init) else { return nil }
            return Sparkline.Point(year: year, value: value, isImplied: marked.contains(columns[place]))
          }
          let line = Sparkline(years: columns[years].compactMap { Int($0) }, points: points)
          body += "<td>\(line.svg)</td>"
        }
        body += cell("td", index, text ?? "")
      }
      body += "</tr>\n"
    }
    var head = ""
    for (index, name) in header.enumerated() {
      if let years, index == years.lowerBound { head += "<th>\(header == columns ? "trend" : "走势")</th>" }
      head += cell("th", index, name)
    }
    return """
      <!doctype html>
      <html lang="zh"><meta charset="utf-8"><title>年报 nianbao</title>
      <style>
      body{font:14px "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
      table{border-collapse:collapse} th,td{border:1px solid #ccc;padding:2px 6px;text-align:left;white-space:nowrap}
      th{position:sticky;top:0;background:#eee} td.l{white-space:pre-wrap;min-width:36em} .n{text-align:right;font-variant-numeric:tabular-nums}
      svg{display:block}
      </style>
      <table><thead><tr>\(head)</tr></thead><tbody>
      \(body)</tbody></table>
      </html>

      """
  }
}

/// A line of a series as high as a line of text: years without a figure are gaps, implied figures hollow.
private struct Sparkline {
  struct Point {
    let year: Int
    let value: Double
    let isImplied: Bool
  }

  /// The years of the table.
  let years: [Int]
  /// The figures in the order of their years.
  let points: [Point]

  private static let (width, height, margin) = (110.0, 22.0, 3.0)

  var svg: String {
    guard let first = years.first, let last = years.last, let least = points.map(\.value).min(),
      let most = points.map(\.value).max()
    else { return "" }
    let known = Set(points.map(\.year))
    var path = ""
    var marks = ""
    for point in points {
      let across = last > first ? Double(point.year - first) / Double(last - first) : 0.5
      let up = most > least ? (point.value - least) / (most - least) : 0.5
      let x = (Self.margin + across * (Self.width - 2 * Self.margin)).rounded(toPlaces: 1)
      let y = (Self.height - Self.margin - up * (Self.height - 2 * Self.margin)).rounded(toPlaces: 1)
      let goesOn = known.contains(point.year - 1)
      path += "\(goesOn ? "L" : "M")\(x) \(y)"
      guard point.isImplied || !goesOn && !known.contains(point.year + 1) else { continue }
      let fill = point.isImplied ? "#fff" : "#1b6ca8"
      marks += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"2\" fill=\"\(fill)\" stroke=\"#1b6ca8\"/>"
    }
    return "<svg width=\"110\" height=\"22\"><path d=\"\(path)\" fill=\"none\" stroke=\"#1b6ca8\"/>\(marks)</svg>"
  }
}
