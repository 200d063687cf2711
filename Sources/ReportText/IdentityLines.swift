import Foundation

/// The lines of a report that can tell its issuer, year and kind: of a long text the beginning, the end, headings, and
/// what stands below one that speaks of 今年.
struct IdentityLines: Sendable {
  /// A line without the blanks around it.
  struct Line: Sendable {
    /// Its bytes in the source; empty for a piece of a line.
    let range: Range<Int>
    let text: Substring
    /// Whether it is written in traditional characters.
    let isTraditional: Bool
    /// Whether it is as short as headings are.
    var isHeading: Bool { text.utf8.count <= IdentityLines.longestHeading && !has("。") }
    /// Whether it is a heading of the first level: 二、今年工作安排.
    var isChapter: Bool { isHeading && Self.isChapter(text) }

    /// Whether it is the first of them.
    var isFirstChapter: Bool { isChapter && text.first == "一" }

    private static func isChapter(_ text: Substring) -> Bool {
      text.dropFirst().first == "、" && "一二三四五六七八九十".contains(text.first ?? " ")
    }

    /// The line in a range, or `nil` if it is blank.
    init?(_ reading: ReadingLine) {
      let line = String(decoding: reading.bytes, as: UTF8.self)
      // Damaged no-break spaces stand as question marks.
      let isText: (Unicode.Scalar) -> Bool = {
        switch $0 {
        case "\t"..."\r", " ", "?", "\u{200B}", "\u{FEFF}": false
        default: $0.isASCII || !$0.properties.isWhitespace
        }
      }
      let scalars = line.unicodeScalars
      guard let start = scalars.firstIndex(where: isText), let last = scalars.lastIndex(where: isText) else {
        return nil
      }
      text = line[start..<scalars.index(after: last)]
      let head = line.utf8.distance(from: line.startIndex, to: start)
      range = reading.sourceRange(of: head..<head + text.utf8.count)
      isTraditional = reading.repairs.contains { $0.kind == .traditional }
    }

    private init(piece: Substring, of line: Line) {
      text = piece
      range = line.range.lowerBound..<line.range.lowerBound
      isTraditional = line.isTraditional
    }

    private static let blanks: [StaticString] = [
      " ", "\t", "\u{A0}", "\u{2002}", "\u{2003}", "\u{2028}", "\u{2029}", "\u{3000}",
    ]

    /// Its pieces between blanks, if it is longer than headings are: a text without line breaks has title, date of
    /// delivery and salutation on one line. 2021 年度 stays whole.
    var pieces: [Line] {
      guard !isHeading, Self.blanks.contains(where: has) else { return [self] }
      var pieces: [Line] = []
      var start = text.startIndex
      for index in text.indices where text[index].isWhitespace && index > start {
        let next = text.index(after: index)
        guard next < text.endIndex else { break }
        let piece = text[start..<index]
        let isBehindNumber = text[text.index(before: index)].isASCII
        // 一、2023年工作回顾 2023 年是…
        guard !isBehindNumber, !text[next].isASCII || Line.isChapter(piece) else { continue }
        pieces.append(Line(piece: piece, of: self))
        start = next
      }
      return start == text.startIndex ? [self] : pieces + [Line(piece: text[start...], of: self)]
    }

    /// Whether a word stands in it.
    func has(_ word: StaticString) -> Bool { text.has(word) }
  }

  /// In the order of the text.
  let all: [Line]
  /// The lines that can hold title, letterhead and publication date.
  let opening: [Line]
  /// Which lines of the opening can hold a label and its value.
  private let labelled: [Int]
  /// The sentences of the opening that tell a year.
  let sentences: [Substring]
  /// What says when and where a report was given: ——2024年1月10日在台州市第六届人民代表大会第三次会议上, on one line or two.
  let delivery: Delivery?
  /// Whether years can be those of the Republic of China, as texts in traditional characters have them.
  let isTraditional: Bool
  /// The lines that can be headings, those of the opening in pieces.
  let headings: [Line]
  /// What the head of a page tells.
  let page: PageHead
  /// How many lines can hold title, letterhead and publication date.
  private static let openingCount = 20
  /// How many bytes of a line are looked at.
  private static let longestLine = 4_096
  /// The longest line, in bytes, that holds labels and their values.
  private static let longestLabelled = 600
  /// The longest line, in bytes, that can be a heading, and how far into the text headings are looked for.
  fileprivate static let longestHeading = 120
  private static let headingReach = 1 << 20
  /// How many lines below a heading that speaks of 今年 can tell which year that is.
  private static let planReach = 8
  /// How many bytes before the end can hold the signature.
  private static let closing = 1 << 16

  init(_ text: SourceText) {
    var lines: [Line] = []
    var belowPlan = 0
    /// Takes a line that begins at `start`, is `count` bytes long and may tell something.
    func take(_ start: Int, _ count: Int, _ reading: () -> ReadingLine) {
      let canTell = count <= Self.longestHeading || belowPlan > 0
      guard
        lines.count < Self.openingCount || canTell && start < Self.headingReach
          || start + count + Self.closing > text.source.count
      else { return }
      guard let line = Line(reading()) else { return }
      belowPlan = line.isChapter ? (line.has("今年") ? Self.planReach : 0) : belowPlan - 1
      lines.append(line)
    }
    let repairer = TextRepairer(keepsBlanks: true)
    if let layout = text.layout {
      layout.forEachLine(of: text, by: repairer) { line in take(line.start, line.bytes.count) { line } }
    } else {
      var number = 0
      text.forEachLineRange { range in
        number += 1
        take(range.lowerBound, range.count) {
          // Of a very long line its beginning tells all that there is.
          let bytes = text.source.span.extracting(range.prefix(Self.longestLine).indices)
          return ReadingLine(bytes, number: number, start: range.lowerBound, repairer)
        }
      }
    }
    all = lines
    opening = lines.prefix(Self.openingCount).flatMap(\.pieces)
    labelled = opening.indices.filter { [opening] index in
      opening[index].text.utf8.count <= Self.longestLabelled && (opening[index].has("：") || opening[index].has(":"))
    }
    sentences = opening.filter { $0.has("年") }.flatMap(\.text.sentences).filter { $0.has("年") }
    delivery = Delivery(in: opening)
    isTraditional = opening.contains(where: \.isTraditional)
    headings = (opening + lines.dropFirst(Self.openingCount)).filter(\.isHeading)
    page = text.layout?.head ?? PageHead()
  }

  /// The lines that can hold the signature.
  var ending: ArraySlice<Line> { all.suffix(25) }

  /// The line by which a speaker opens: 我代表市人民政府，向大会报告工作.
  var speech: Line? { opening.first { $0.has("我代表") && $0.has("报告") } }

  /// Whether this is a report spoken to a congress.
  var isSpeech: Bool { speech != nil || delivery != nil || salutation.map { all[$0].has("审议") } ?? false }

  /// The salutation 各位代表：, behind which no title stands.
  var salutation: Int? {
    opening.firstIndex { line in ["各位代表", "各位委员", "各位主任"].contains(where: line.text.hasPrefix) }
  }
}

extension IdentityLines {
  /// What stands behind labels such as 发布日期： in the opening, on their line or alone on the next, in the order of `labels`.
  func values(of labels: [StaticString]) -> [(label: StaticString, value: Substring)] {
    labels.flatMap { label in
      labelled.compactMap { index -> (StaticString, Substring)? in
        let line = opening[index].text
        guard opening[index].has(label), let found = line.firstRange(of: label.description) else { return nil }
        // 抓取时间 and 当前日期 tell when the page was looked at.
        if let before = line[..<found.lowerBound].last, before.isLetter { return nil }
        let rest = line[found.upperBound...].drop(while: \.isWhitespace)
        guard let mark = rest.first, "：:".contains(mark) else { return nil }
        let value = rest.dropFirst().drop(while: \.isWhitespace)
        if !value.isEmpty { return (label, value) }
        return index + 1 < opening.endIndex ? (label, opening[index + 1].text) : nil
      }
    }
  }
}

/// When and before which meeting a report was given.
struct Delivery: Sendable {
  let line: Substring
  let date: WrittenDate
  /// The words between 在 and the meeting's number: 台州市; empty for the national congress.
  let place: Substring

  /// The first of the lines that tells of a delivery.
  fileprivate init?(in opening: [IdentityLines.Line]) {
    for (index, line) in opening.enumerated() where line.isHeading && line.has("在") {
      let next = index + 1 < opening.count && opening[index + 1].isHeading ? opening[index + 1].text : ""
      for next in ["", next] {
        guard let delivery = Delivery(line.text, goingOn: next) else { continue }
        self = delivery
        return
      }
    }
    return nil
  }

  /// The delivery that a line tells of, with the next where it goes on there.
  init?(_ line: Substring, goingOn next: Substring = "") {
    guard let (date, range) = WrittenDate.first(in: line), date.month != nil,
      line[range.upperBound...].drop(while: \.isWhitespace).first == "在",
      case let whole = line + next, whole.contains("会议上"), whole.count <= 80
    else { return nil }
    let rest = line[range.upperBound...].drop(while: \.isWhitespace).dropFirst()
    let end = rest.firstIndex(of: "第") ?? rest.startIndex
    self.line = line
    self.date = date
    place = rest[..<end]
  }
}

extension Substring {
  /// Whether a word stands in it, byte by byte: it is asked of every line.
  func has(_ word: StaticString) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      guard let start = bytes.baseAddress else { return false }
      var at = 0
      while bytes.count - at >= word.utf8CodeUnitCount,
        let found = memchr(start + at, CInt(word.utf8Start[0]), bytes.count - at - word.utf8CodeUnitCount + 1)
      {
        if memcmp(found, word.utf8Start, word.utf8CodeUnitCount) == 0 { return true }
        at = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
      }
      return false
    } ?? false
  }

  /// Its sentences, without their ends (。！？；) and the blanks before them.
  var sentences: [Substring] {
    var ends: [Int] = []
    utf8.withContiguousStorageIfAvailable { bytes in
      for at in bytes.indices.dropLast(2) where bytes[at] == 0xE3 || bytes[at] == 0xEF {
        switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): ends.append(at)
        default: break
        }
      }
    }
    var found: [Substring] = []
    var start = startIndex
    for end in ends.map({ utf8.index(startIndex, offsetBy: $0) }) + [endIndex] {
      if start < end { found.append(self[start..<end].drop(while: \.isWhitespace)) }
      start = end < endIndex ? utf8.index(end, offsetBy: 3) : end
    }
    return found
  }
}
