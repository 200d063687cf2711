import ReportText

/// A heading and what it says of the figures below it.
struct Section: Sendable {
  /// 1 for 一、, 2 for (一), 3 for 1.; 0 for the document itself.
  let level: Int
  /// Whether the section tells of plans; `nil` if the heading doesn't tell.
  let isPlan: Bool?
  /// The year named in the heading.
  let year: Int?
}

/// The headings above a place of a document.
struct SectionTree: Sendable {
  private var open: [Section]
  private let identity: ReportIdentity

  private static let planWords = WordList("计划 打算 安排 下一步 下步 思路 总体要求 部署 建议 今后 工作要点")
  /// Words of a plan in a heading with a later year or in a work report; elsewhere of what was done, too.
  private static let taskWords = WordList("任务 目标 重点工作 主要工作 工作重点")
  private static let futureWords = WordList(
    "下一步 下步 今后 打算")
  private static let pastWords = WordList(
    "回顾 情况 成效 总结 存在的问题 不足 举措 主要做法 困难 体会")

  init(_ identity: ReportIdentity) {
    self.identity = identity
    open = [Section(level: 0, isPlan: identity.kind == .plan, year: nil)]
  }

  /// Takes a line into account if it is a heading.
  mutating func enter(_ line: String) {
    // 主要预期目标是：on a line of its own holds until the next heading.
    if line.hasSuffix("目标是：") || line.hasSuffix("目标是:") {
      open.append(Section(level: 9, isPlan: true, year: nil))
      return
    }
    let level = Self.level(of: line)
    // Prose is no heading: one without a number is short.
    guard level != nil || line.utf8.count <= 90 else { return }
    let heading = line.prefix { !"。；;".contains($0) }.prefix(40)
    let year = Self.year(in: heading)
    let tellsTasks = Self.taskWords.first(in: heading) != nil
    let plans =
      Self.planWords.first(in: heading) != nil
      || (tellsTasks && (year.map { $0 > identity.year ?? .max } ?? (identity.kind == .workReport)))
    let looksBack = Self.pastWords.first(in: heading) != nil
    // A heading without a number is one that stands alone and names its year: 2024年重点工作安排建议.
    let standsAlone =
      heading.count == line.count && line.count <= 30 && plans != looksBack && year != nil
    guard let level = level ?? (standsAlone ? 1 : nil) else { return }
    let before = open.last { $0.level == 1 }
    open.removeAll { $0.level >= level }
    if level > 1 {
      // Below a heading of the first level only a plain word of the future turns results into plans.
      let turns = Self.futureWords.first(in: heading) != nil
      open.append(Section(level: level, isPlan: turns ? true : nil, year: turns ? year : nil))
      return
    }
    if plans == looksBack, let before, before.isPlan == true {
      // Reports go from results to plans and not back.
      open.append(Section(level: level, isPlan: true, year: year ?? before.year))
      return
    }
    open.append(Section(level: level, isPlan: plans == looksBack ? nil : plans, year: year))
  }

  /// Whether figures here are plans.
  var isPlan: Bool { open.last { $0.isPlan != nil }?.isPlan ?? false }

  /// The year that the headings name, the nearest first.
  var year: Int? { open.last { $0.year != nil }?.year }

  private static func level(of line: String) -> Int? {
    var rest = line.drop { $0.isWhitespace || $0 == "?" || $0 == "\u{3000}" }
    let numerals = "一二三四五六七八九十"
    if let first = rest.first, numerals.contains(first) {
      rest = rest.drop { numerals.contains($0) }
      return rest.first == "、" ? 1 : nil
    }
    if let first = rest.first, "(（".contains(first) {
      rest = rest.dropFirst()
      let inner = rest.prefix { numerals.contains($0) }
      guard !inner.isEmpty, let close = rest.dropFirst(inner.count).first, ")）".contains(close) else { return nil }
      return 2
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let mark = rest.dropFirst(digits.count).first, ".．、".contains(mark),
      rest.dropFirst(digits.count + 1).first?.isNumber != true
    else { return nil }
    return 3
  }

  private static func year(in heading: Substring) -> Int? {
    var digits = ""
    for character in heading {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if character == "年", digits.count == 4 {
        return Int(digits)
      } else {
        digits = ""
      }
    }
    return nil
  }
}
