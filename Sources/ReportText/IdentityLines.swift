import Foundation

/// The lines of a report that can tell its issuer, year and kind: of a long text the beginning, the end, headings, and
/// what stands below one that speaks of 今年.
struct IdentityLines: Sendable {
  /// A line without the blanks around it.
  struct Line: Sendable {
    /// Its bytes in the source.
    let range: Range<Int>
    let text: Substring
    /// Whether it is as short as headings are.
    var isHeading: Bool { text.utf8.count <= IdentityLines.longestHeading && !has("。") }
    /// Whether it is a heading of the first level: 二、今年工作安排.
    var isChapter: Bool { text.dropFirst().first == "、" && "一二三四五六七八九十".contains(text.first ?? " ") && isHeading }

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
    }

    /// Whether a word stands in it, byte by byte: it is asked of every line.
    func has(_ word: StaticString) -> Bool {
      text.utf8.withContiguousStorageIfAvailable { bytes in
        let count = word.utf8CodeUnitCount
        var rest = bytes[...]
        while let start = rest.firstIndex(of: word.utf8Start[0]), bytes.count - start >= count {
          if memcmp(bytes.baseAddress! + start, word.utf8Start, count) == 0 { return true }
          rest = bytes[(start + 1)...]
        }
        return false
      } ?? false
    }
  }

  /// In the order of the text.
  let all: [Line]
  /// How many lines can hold title, letterhead and publication date.
  private static let openingCount = 20
  /// How many bytes of a line are looked at.
  private static let longestLine = 4_096
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
    if text.layout == nil {
      let repairer = TextRepairer()
      var number = 0
      text.forEachLineRange { range in
        number += 1
        take(range.lowerBound, range.count) {
          // Of a very long line its beginning tells all that there is.
          let bytes = text.source.span.extracting(range.prefix(Self.longestLine).indices)
          return ReadingLine(bytes, number: number, start: range.lowerBound, repairer)
        }
      }
    } else {
      text.forEachLine { line in take(line.start, line.bytes.count) { line } }
    }
    all = lines
  }

  /// The lines that can hold title, letterhead and publication date.
  var opening: ArraySlice<Line> { all.prefix(Self.openingCount) }

  /// The lines that can hold the signature.
  var ending: ArraySlice<Line> { all.suffix(25) }

  /// The line by which a speaker opens: 我代表市人民政府，向大会报告工作.
  var speech: Line? { opening.first { $0.has("我代表") && $0.has("报告") } }

  /// Whether this is a report spoken to a congress.
  var isSpeech: Bool { speech != nil || delivery != nil || salutation.map { all[$0].has("审议") } ?? false }

  /// The line that says when and where a report was given: ——2024年1月10日在台州市第六届人民代表大会第三次会议上.
  var delivery: Delivery? { opening.lazy.compactMap(Delivery.init).first }

  /// The salutation 各位代表：, behind which no title stands.
  var salutation: Int? {
    opening.firstIndex { line in ["各位代表", "各位委员", "各位主任"].contains(where: line.text.hasPrefix) }
  }
}

extension IdentityLines {
  /// What stands behind labels such as 发布日期： in the opening, on their line or alone on the next, in the order of `labels`.
  func values(of labels: [StaticString]) -> [(label: StaticString, value: Substring)] {
    labels.flatMap { label in
      opening.indices.compactMap { index -> (StaticString, Substring)? in
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

  init?(_ reading: IdentityLines.Line) {
    let line = reading.text
    guard reading.has("会议上"), line.count <= 60, let (date, range) = WrittenDate.first(in: line), date.month != nil,
      line[range.upperBound...].drop(while: \.isWhitespace).first == "在"
    else { return nil }
    let rest = line[range.upperBound...].drop(while: \.isWhitespace).dropFirst()
    let end = rest.firstIndex(of: "第") ?? rest.startIndex
    self.line = line
    self.date = date
    place = rest[..<end]
  }
}
