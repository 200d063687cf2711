/// The title of a report.
struct ReportTitle: Sendable {
  /// As written, without blanks, footnote marks and the brackets around it.
  let text: String
  /// Without the bracketed words behind it: （更正版）, （草案）.
  let core: Substring
  /// Its bytes in the source, one range a line.
  let ranges: [Range<Int>]
}

/// Finds the title of a report, which may stand on several lines.
struct TitleReader {
  private let lines: IdentityLines
  private static let endings = [
    "报告", "要点", "总结", "公报", "计划", "方案", "年报", "安排", "情况", "思路", "决算", "说明", "汇报", "综述", "预算", "草案", "通报", "白皮书", "成果",
    "打算",
  ]
  /// What titles end in, and chrome too: only behind a body's or place's name and with a year.
  private static let weakEndings = ["公开", "信息", "数据", "统计", "公告", "简报", "表"]
  private static let labels = ["标题：", "标题:", "题名：", "文件名称：", "信息名称：", "名称："]
  /// How many lines a title can stand on.
  private static let most = 3
  private static let longest = 60
  /// In bytes, with what is left out of it.
  private static let longestLine = 400

  init(_ lines: IdentityLines) { self.lines = lines }

  /// The title, of the text or else of the page.
  func title() -> ReportTitle? {
    // Behind 各位代表： a line such as 2024年工作安排 is a heading.
    let opening = Array(lines.opening[..<(lines.salutation ?? lines.opening.endIndex)])
    for start in opening.indices {
      for count in 1...min(Self.most, opening.count - start) {
        let parts = opening[start..<start + count]
        let texts = parts.dropLast().map(\.text) + [Self.withoutFootnote(opening[start + count - 1].text)]
        guard let title = title(texts.joined(), parts.map(\.range).filter { !$0.isEmpty }) else { continue }
        if count == 1 || canBeJoined(texts) { return title }
      }
    }
    return ([lines.page.article ?? ""] + lines.page.titleParts.map(String.init)).lazy.compactMap { title($0, []) }.first
  }

  /// The title of another report in the same text: of another body, or the same report of another year, with chapters behind it.
  /// A list of titles has none.
  func other(than first: ReportTitle) -> ReportTitle? {
    let headings = lines.headings
    for (index, line) in headings.enumerated() where !first.ranges.contains(where: line.range.overlaps) {
      guard let title = title(String(line.text), [line.range]), isOther(title.core, than: first.core),
        headings[(index + 1)...].prefix(Self.mostBeforeChapter).contains(where: \.isFirstChapter)
      else { continue }
      return title
    }
    return nil
  }

  /// How many short lines can stand between a title and the first chapter.
  private static let mostBeforeChapter = 6

  private func isOther(_ core: Substring, than first: Substring) -> Bool {
    guard let year = WrittenDate.year(in: core), let body = BodyName.leading(core, year: nil) else { return false }
    guard let own = BodyName.leading(first, year: nil) else { return false }
    if !body.text.hasSuffix(own.text), !own.text.hasSuffix(body.text) { return true }
    let isSameSort = core.filter { !$0.isNumber }.suffix(4) == first.filter { !$0.isNumber }.suffix(4)
    return isSameSort && year != WrittenDate.year(in: first)
  }

  /// Whether lines that make a title together are parts of it: the first is a body's or place's name, opens with 关于 or tells
  /// the year; none before the last is a title of its own, and the last isn't one that names its own issuer.
  private func canBeJoined(_ texts: [Substring]) -> Bool {
    let first = texts[0]
    guard texts.dropLast().allSatisfy({ title(String($0), []) == nil && WrittenDate.first(in: $0)?.0.month == nil }),
      let last = texts.last, !namesPlace(last) || title(String(last), []) == nil
    else { return false }
    if first.hasPrefix("关于") || WrittenDate.year(in: first) != nil { return true }
    let (chain, rest) = Gazetteer.shared.leading(first, year: nil)
    // 台州要闻 above a title is chrome of the page; 台州市规划和自然 above 资源局 is the beginning of a name.
    let name = texts.joined().filter { !$0.isWhitespace }.prefix { !$0.isNumber }
    let goesOn = title(String(last), []) == nil || name.count > first.count && BodyName.isBodyName(name)
    return BodyName.isBodyName(first) || !chain.isEmpty && (rest.isEmpty || goesOn)
  }

  /// Whether a line opens with the name of a place, the year before it left out.
  private func namesPlace(_ line: Substring) -> Bool {
    var line = line
    if let (date, range) = WrittenDate.first(in: line), range.lowerBound == line.startIndex, date.month == nil {
      line = line[range.upperBound...].drop { $0 == "度" }
    }
    return !Gazetteer.shared.leading(line, year: nil).chain.isEmpty
  }

  /// A line without the footnote mark behind it: 统计公报[1].
  private static func withoutFootnote(_ line: Substring) -> Substring {
    guard let last = line.last, "]〕］)）】".contains(last), let open = line.lastIndex(where: { "[〔［(（【".contains($0) }),
      case let mark = line[line.index(after: open)...].dropLast(), (1...2).contains(mark.count),
      mark.allSatisfy(\.isNumber)
    else { return line }
    return line[..<open]
  }

  /// The title that a line is, or `nil` if it is none.
  private func title(_ line: String, _ ranges: [Range<Int>]) -> ReportTitle? {
    guard line.utf8.count <= Self.longestLine else { return nil }
    var text = Self.withoutDate(line[...]).filter { !$0.isWhitespace }[...]
    if let label = Self.labels.first(where: text.hasPrefix) { text = text.dropFirst(label.count) }
    // 【年报】襄阳市商务局…, 《…年度报告》
    if let open = text.first, "【[".contains(open), let close = text.firstIndex(where: { "】]".contains($0) }) {
      text = text[text.index(after: close)...]
    }
    if text.hasPrefix("《"), text.firstIndex(of: "》") == text.indices.last { text = text.dropFirst().dropLast() }
    let core = Self.withoutBrackets(text)
    return isTitle(core) ? ReportTitle(text: String(text), core: core, ranges: ranges) : nil
  }

  /// A line without the date behind its last blank: …工作安排　2018-06-15.
  private static func withoutDate(_ line: Substring) -> Substring {
    guard let blank = line.lastIndex(where: \.isWhitespace), blank > line.startIndex,
      case let tail = line[line.index(after: blank)...], let (date, end) = WrittenDate.opening(tail), date.month != nil,
      end == tail.endIndex
    else { return line }
    return line[..<blank]
  }

  /// A title without bracketed words behind it that tell no year: （更正版）, （草案）.
  private static func withoutBrackets(_ text: Substring) -> Substring {
    guard let last = text.last, "）)】]".contains(last), let open = text.lastIndex(where: { "（(【[".contains($0) }),
      open > text.startIndex, !text[open...].contains("年")
    else { return text }
    return text[..<open]
  }

  private func isTitle(_ line: Substring) -> Bool {
    let isWeak = Self.weakEndings.contains(where: line.hasSuffix)
    guard (6...Self.longest).contains(line.count), isWeak || Self.endings.contains(where: line.hasSuffix),
      !line.prefix(4).contains(where: { "、)）.．".contains($0) }), !line.contains(where: { "。；;！：:>|，".contains($0) })
    else { return false }
    let tellsYear =
      WrittenDate.year(in: line) != nil || lines.isTraditional && WrittenDate.republicanYear(in: line) != nil
    if isWeak { return tellsYear && namesIssuer(line) }
    return line.contains("关于") || tellsYear || line.hasSuffix("工作报告") || line.hasSuffix("年度报告") || namesIssuer(line)
  }

  /// Whether a line opens with the name of a body, the year before it left out.
  private func namesIssuer(_ line: Substring) -> Bool {
    if BodyName.leading(line, year: nil) != nil { return true }
    // 最高人民法院2023年…
    return WrittenDate.first(in: line).map { Body.isKnownOfNation(line[..<$0.1.lowerBound]) } ?? false
  }
}
