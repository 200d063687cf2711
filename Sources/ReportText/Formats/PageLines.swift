/// Text whose place on its page is known; y grows downwards, and on from page to page.
struct PlacedText {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  var text: [UInt8]

  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
  var center: Double { (left + right) / 2 }
  var width: Double { right - left }

  /// Whether it stands over or below another, if only by a part.
  func overlaps(_ left: Double, _ right: Double) -> Bool { left < self.right && self.left < right }
}

/// The lines of pages: what stands side by side, from above, parted where columns part it.
struct PageLines {
  /// A line and the page that it stands on.
  struct Line {
    let page: Int
    var segments: [PlacedText]

    var left: Double { segments[0].left }
    var right: Double { segments[segments.count - 1].right }
    var top: Double { segments.lazy.map(\.top).min() ?? 0 }
    var bottom: Double { segments.lazy.map(\.bottom).max() ?? 0 }
    var height: Double { segments.lazy.map(\.height).max() ?? 0 }
    var text: [UInt8] { Array(segments.map(\.text).joined()) }
  }

  private(set) var lines: [Line] = []
  private var pageCount = 0
  private var offset = 0.0

  /// Texts that are further apart than so many of their heights stand in columns of their own.
  private static let columnGap = 0.8
  /// Numbers and Latin words that are further apart from others than so much of their height have a blank between.
  private static let blankGap = 0.15
  /// What a page's header or footer takes of its height.
  private static let margin = 0.12

  /// Adds a page.
  mutating func add(_ words: [PlacedText], height: Double) {
    let first = lines.count
    for word in words.filter({ !$0.text.isEmpty && $0.height > 0 }).sorted(by: {
      ($0.middle, $0.left) < ($1.middle, $1.left)
    }) {
      var word = word
      word.top += offset
      word.bottom += offset
      if lines.count > first, let last = lines[lines.count - 1].segments.last,
        word.middle - last.middle < min(last.height, word.height) / 2
      {
        lines[lines.count - 1].segments.append(word)
      } else {
        lines.append(Line(page: pageCount, segments: [word]))
      }
    }
    for index in first..<lines.count { lines[index].segments = Self.segments(lines[index].segments) }
    let (top, bottom) = (offset + height * Self.margin, offset + height * (1 - Self.margin))
    for index in first..<lines.count where lines[index].bottom < top || lines[index].top > bottom {
      inMargin.insert(index)
    }
    pageCount += 1
    offset += max(height, (lines.last?.bottom ?? offset) - offset)
  }

  private var inMargin: Set<Int> = []

  /// The words of a line joined up to where columns part them.
  private static func segments(_ line: [PlacedText]) -> [PlacedText] {
    var segments: [PlacedText] = []
    for word in line.sorted(by: { $0.left < $1.left }) {
      guard var last = segments.last, !partsItems(last, word),
        word.left - last.right < columnGap * max(last.height, word.height)
      else {
        segments.append(word)
        continue
      }
      let isLatin = (last.text.last ?? 0x80) < 0x80 || (word.text.first ?? 0x80) < 0x80
      if isLatin, word.left - last.right > blankGap * word.height { last.text.append(0x20) }
      last.text += word.text
      last.right = max(last.right, word.right)
      (last.top, last.bottom) = (min(last.top, word.top), max(last.bottom, word.bottom))
      segments[segments.count - 1] = last
    }
    return segments
  }

  /// 371,514.00 二、科学技术支出: an item behind an amount begins another column, however close it stands.
  private static func partsItems(_ last: PlacedText, _ word: PlacedText) -> Bool {
    PageTable.isNumber(last.text) && last.text.contains(0x2E) && PageTable.isMarked(word.text)
  }

  /// The lines without page numbers and without headers and footers, which come again from page to page.
  func withoutFurniture() -> [Line] {
    var counts: [[UInt8]: Set<Int>] = [:]
    for index in inMargin { counts[Self.masked(lines[index].text), default: []].insert(lines[index].page) }
    return lines.indices.filter { index in
      guard inMargin.contains(index) else { return true }
      let text = lines[index].text
      return !Self.isPageNumber(text) && counts[Self.masked(text), default: []].count < 2
    }.map { lines[$0] }
  }

  /// A text with all numbers alike and without blanks.
  private static func masked(_ text: [UInt8]) -> [UInt8] {
    text.filter { $0 > 0x20 }.map { $0.isDigit ? 0x30 : $0 }.reduce(into: []) { masked, byte in
      if byte != 0x30 || masked.last != 0x30 { masked.append(byte) }
    }
  }

  /// — 1 —, 第1页 共2页, 1/2, 1.
  private static func isPageNumber(_ text: [UInt8]) -> Bool {
    let words = String(decoding: text, as: UTF8.self)
    guard words.contains(where: \.isNumber), words.count <= 24 else { return false }
    return words.allSatisfy { $0.isNumber || $0.isWhitespace || "—–-－·第页共/／ⅠⅡⅢⅣⅤivx～~|".contains($0) }
  }
}
