/// The width at which paragraphs of a plain text were cut into lines.
struct TextWidth {
  /// What a width counts: pages are printed to columns of which a Chinese character takes two, while programs cut at a
  /// number of characters.
  private enum Measure: CaseIterable { case columns, characters }

  private let measure: Measure
  private let width: Int

  /// The widths that texts are cut at, in columns.
  private static let columns = 40...160

  /// The width of lines that hold prose; `nil` if they weren't cut.
  init?(of lines: [PlainTextLayout.Line], _ text: [UInt8]) {
    guard lines.count >= 8 else { return nil }
    if let width = Self.mostCommon(lines, text) {
      self.init(measure: .columns, width: width)
      return
    }
    let widest = Measure.allCases.lazy.map { measure in
      Self(measure: measure, width: lines.reduce(0) { max($0, Self.length($1, measure)) })
    }
    guard let width = widest.first(where: { $0.isCut(lines, text) }) else { return nil }
    self = width
  }

  private init(measure: Measure, width: Int) {
    self.measure = measure
    self.width = width
  }

  /// Whether a line is as long as the width lets it be. It may end a little early, so that no mark begins the next line
  /// and no word is cut.
  func isFull(_ line: PlainTextLayout.Line) -> Bool {
    Self.length(line, measure) > width - (measure == .columns ? 6 : 3)
  }

  private static func length(_ line: PlainTextLayout.Line, _ measure: Measure) -> Int {
    measure == .columns ? line.width : line.characters
  }

  /// The width in columns at which most lines end although no sentence does.
  private static func mostCommon(_ lines: [PlainTextLayout.Line], _ text: [UInt8]) -> Int? {
    var counts: [Int: Int] = [:]
    for line in lines { counts[line.width, default: 0] += 1 }
    let near = { (width: Int) in (0...3).reduce(0) { $0 + (counts[width - $1] ?? 0) } }
    guard let width = columns.max(by: { (near($0), $1) < (near($1), $0) }) else { return nil }
    let full = lines.filter { $0.width > width - 4 && $0.width <= width }
    let wider = lines.count { $0.width > width }
    let ended = full.count { $0.endsSentence(text) }
    guard full.count * 5 >= lines.count * 2, wider * 50 <= lines.count, ended * 5 <= full.count * 2 else { return nil }
    return width
  }

  /// Whether the widest lines of a text, however short it is, are sentences that go on: at least three, each before a line
  /// that ends its sentence or is long itself, few that end theirs, and hardly any sentence cut elsewhere, as headings are.
  private func isCut(_ lines: [PlainTextLayout.Line], _ text: [UInt8]) -> Bool {
    guard Self.columns.contains(measure == .columns ? width : 2 * width) else { return false }
    let length = { (line: PlainTextLayout.Line) in Self.length(line, measure) }
    var (cut, ended, early) = (0, 0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasClause(text) {
      if line.endsSentence(text) {
        if length(line) >= width - 1 { ended += 1 }
      } else if length(line) < width - 1 {
        early += 1
      } else if !next.isMarked(text), next.endsSentence(text) || 2 * length(next) > width {
        cut += 1
      }
    }
    return cut >= 3 && ended * 3 <= cut * 2 && early <= cut
  }
}
