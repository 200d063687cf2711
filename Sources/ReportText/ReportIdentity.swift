/// Who issued a report, for which year, and of what kind it is.
public struct ReportIdentity: Sendable {
  /// The title as read; `nil` if the document has none.
  public var title: String?
  /// The title's bytes in the source, one range a line.
  public var titleRanges: [Range<Int>] = []
  /// The issuer; `nil` if the text names none.
  public var agency: Agency?
  /// The year that the report is about.
  public var year: Int?
  /// The kind of report.
  public var kind = Kind.other
  /// How agency and year were found, in Chinese, for the audit.
  public var reasons: [String] = []

  /// Kinds of reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// An account of what was done in a year.
    case annualReport = "annual_report"
    /// A plan: work points, arrangements, programmes.
    case plan
    /// A government's report to its congress: last year's results and this year's aims.
    case workReport = "work_report"
    /// A statistical communiqué.
    case communique
    case other
  }

  /// An identity as stored; title ranges belong to the reading and aren't kept.
  public init(title: String?, agency: Agency?, year: Int?, kind: Kind, reasons: [String]) {
    self.title = title
    self.agency = agency
    self.year = year
    self.kind = kind
    self.reasons = reasons
  }

  /// Finds the identity of a report in its text.
  public init(of text: SourceText) {
    let reader = IdentityReader(text)
    reader.findTitle(&self)
    reader.findKind(&self)
    reader.findYear(&self)
    reader.findAgency(&self)
  }
}

/// Reads title, letterhead, signature and dates.
private struct IdentityReader {
  struct Line {
    /// Bytes in the source, blanks around left out.
    let range: Range<Int>
    let text: Substring

    /// The line in a range, or `nil` if it is blank.
    init?(_ reading: ReadingLine) {
      let line = String(decoding: reading.bytes, as: UTF8.self)
      // Damaged no-break spaces stand as question marks.
      let blanks: (Character) -> Bool = { $0.isWhitespace || $0 == "?" || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
      let head = line.prefix(while: blanks)
      let body = line.dropFirst(head.count)
      self.text = body.dropLast(body.reversed().prefix(while: blanks).count)
      guard !self.text.isEmpty else { return nil }
      range = reading.sourceRange(of: head.utf8.count..<head.utf8.count + text.utf8.count)
    }
  }

  /// The lines that can tell something: of a long text only the beginning, the end and short lines.
  private let lines: [Line]
  private static let titleEndings = ["报告", "要点", "总结", "公报", "计划", "方案", "年报", "安排", "情况"]
  private static let planHeadings = ["安排", "任务", "部署", "重点工作", "主要工作", "建议", "工作"]
  private static let planWords = ["要点", "计划", "方案", "安排", "规划"]

  /// How many lines can hold the title.
  private static let opening = 20
  /// How many bytes of a line are looked at.
  private static let longestLine = 4_096
  /// How many lines are looked at for the place of an issuer that doesn't name it.
  private static let named = 80
  /// The longest line, in bytes, that can be a heading, and how far into the text headings are looked for.
  private static let longestHeading = 120
  private static let headingReach = 1 << 20
  /// How many bytes before the end can hold the signature.
  private static let closing = 1 << 16

  init(_ text: SourceText) {
    let repairer = TextRepairer()
    var lines: [Line] = []
    var number = 0
    text.forEachLineRange { range in
      number += 1
      let canBeHeading = range.count <= Self.longestHeading && range.lowerBound < Self.headingReach
      guard lines.count < Self.opening || canBeHeading || range.upperBound + Self.closing > text.source.count else {
        return
      }
      // Of a very long line its beginning tells all that there is.
      let bytes = text.source.span.extracting(range.prefix(Self.longestLine).indices)
      if let line = Line(ReadingLine(bytes, number: number, start: range.lowerBound, repairer)) { lines.append(line) }
    }
    self.lines = lines
  }

  // MARK: - Title and kind

  func findTitle(_ identity: inout ReportIdentity) {
    for (index, line) in lines.prefix(Self.opening).enumerated() where isTitle(Self.withoutFootnote(line.text)) {
      var title = Self.withoutFootnote(line.text)
      identity.titleRanges = [line.range]
      if title.hasPrefix("关于"), index > 0, Agency.isBodyName(lines[index - 1].text) {
        title = lines[index - 1].text + title
        identity.titleRanges.insert(lines[index - 1].range, at: 0)
      }
      identity.title = title.filter { !$0.isWhitespace }
      return
    }
  }

  /// A line without the footnote mark behind it: 统计公报[1].
  private static func withoutFootnote(_ line: Substring) -> Substring {
    guard let last = line.last, "]〕］)）】".contains(last), let open = line.lastIndex(where: { "[〔［(（【".contains($0) }),
      case let mark = line[line.index(after: open)...].dropLast(), (1...2).contains(mark.count),
      mark.allSatisfy(\.isNumber)
    else { return line }
    return line[..<open]
  }

  private func isTitle(_ line: Substring) -> Bool {
    guard (6...60).contains(line.count), Self.titleEndings.contains(where: line.hasSuffix),
      !line.prefix(4).contains(where: { "、)）.．".contains($0) })
    else { return false }
    guard !line.contains(where: { "。；;！：".contains($0) }) else { return false }
    return line.contains("关于") || year(in: line) != nil || line.hasSuffix("工作报告")
  }

  func findKind(_ identity: inout ReportIdentity) {
    if let title = identity.title {
      if title.hasSuffix("公报") {
        identity.kind = .communique
      } else if title.contains("政府工作报告") {
        identity.kind = .workReport
      } else if Self.planWords.contains(where: title.hasSuffix), !title.contains("总结") {
        identity.kind = .plan
      } else {
        identity.kind = .annualReport
      }
    } else if letterhead.contains(where: { $0.text.contains("代表") && $0.text.contains("报告") && $0.text.contains("审议") })
    {
      identity.kind = .workReport
    }
  }

  private var letterhead: ArraySlice<Line> { lines.prefix(8) }

  // MARK: - Year

  func findYear(_ identity: inout ReportIdentity) {
    if let title = identity.title, let year = year(in: title[...]) {
      identity.year = year
      identity.reasons.append("年份取自标题：\(title)")
      return
    }
    for line in lines where line.text.count <= 30 && line.text.contains("回顾") {
      if let year = year(in: line.text) {
        identity.year = year
        identity.reasons.append("年份取自小标题：\(line.text)")
        return
      }
    }
    // 二、2024年工作安排 in a work report: the year before is reported on.
    for line in lines where identity.kind == .workReport && line.text.count <= 30 && !line.text.contains("。") {
      if Self.planHeadings.contains(where: line.text.contains), let year = year(in: line.text) {
        identity.year = year - 1
        identity.reasons.append("年份由工作安排的小标题推定：\(line.text)")
        return
      }
    }
    // 2023年，在市委的坚强领导下，… opens the account of a year in a report without headings.
    for line in lines.prefix(Self.opening) where identity.kind == .workReport {
      guard let mark = line.text.firstIndex(where: { "，,".contains($0) }),
        line.text.distance(from: line.text.startIndex, to: mark) <= 6,
        line.text[..<mark].hasSuffix("年"), let year = year(in: line.text[...mark])
      else { continue }
      identity.year = year
      identity.reasons.append("年份取自正文段首：\(line.text[..<mark])")
      return
    }
    if let (line, date) = signature {
      let year = identity.kind == .plan ? date : date - 1
      identity.year = year
      identity.reasons.append("年份由落款日期推定：\(lines[line].text)")
    }
  }

  /// The year written as four digits before 年 in a line.
  private func year(in line: Substring) -> Int? {
    var digits = ""
    for character in line {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if let value = character.wholeNumberValue, ("０"..."９").contains(character) {
        digits.append(String(value))
      } else if character == "年", digits.count == 4, let year = Int(digits), (1949...2100).contains(year) {
        return year
      } else if character != " " {
        digits = ""
      }
    }
    return nil
  }

  // MARK: - Agency

  func findAgency(_ identity: inout ReportIdentity) {
    var candidates: [(name: Substring, reason: String)] = []
    if let title = identity.title {
      candidates.append((issuer(ofTitle: title[...]), "发文机关取自标题：\(title)"))
    }
    if let (line, _) = signature, line > 0 {
      candidates.append((lines[line - 1].text, "发文机关取自落款：\(lines[line - 1].text)"))
    }
    for line in letterhead {
      if let name = speaker(line.text) { candidates.append((name, "发文机关取自报告人：\(name)")) }
    }
    var best: Agency?
    for (name, reason) in candidates {
      guard let agency = Agency(named: name, year: identity.year) else { continue }
      if best == nil || (best?.division == nil && agency.division != nil) {
        if best != nil { identity.reasons.removeLast() }
        best = agency
        identity.reasons.append(reason)
      }
    }
    // 我代表市人民政府: which city is told by the text around.
    if let agency = best, let kind = agency.unnamedKind,
      let division = Gazetteer.shared.mostNamed(
        in: lines.prefix(Self.named).map(\.text), kind: kind, year: identity.year)
    {
      best = agency.of(division)
      identity.reasons.append("地名由正文推定：\(division.name)")
    }
    identity.agency = best
  }

  /// The words of a title before 关于 or the year.
  private func issuer(ofTitle title: Substring) -> Substring {
    var title = title
    // 2023年台州市人民政府工作报告
    if year(in: title.prefix(5)) != nil { title = title.dropFirst(5) }
    var end = title.endIndex
    if let range = title.firstRange(of: "政府工作报告") {
      let body = title[..<range.lowerBound]
      // 政府工作报告 alone names nobody.
      guard !body.isEmpty else { return "" }
      return (body.hasSuffix("人民") ? body.dropLast(2) : body) + "人民政府"
    }
    if let range = title.firstRange(of: "关于") { end = range.lowerBound }
    if let digit = title[..<end].firstIndex(where: { $0.isNumber && $0.isASCII }) { end = digit }
    return title[..<end]
  }

  /// The body that a speaker reports for: 我代表国务院，向大会 …
  private func speaker(_ line: Substring) -> Substring? {
    guard let start = line.firstRange(of: "我代表")?.upperBound else { return nil }
    let rest = line[start...]
    let end = rest.firstIndex { "，,向".contains($0) } ?? rest.endIndex
    return rest[..<end]
  }

  /// The line of a date near the end behind a line that names a body, and the date's year.
  private var signature: (line: Int, year: Int)? {
    for index in lines.indices.reversed().prefix(25) where index > 0 {
      let line = lines[index].text
      if line.count <= 16, line.contains("月"), line.hasSuffix("日"), let year = year(in: line),
        Agency.isBodyName(lines[index - 1].text)
      {
        return (index, year)
      }
    }
    return nil
  }
}
