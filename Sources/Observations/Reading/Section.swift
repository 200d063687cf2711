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

  private static let planWords = [
    "计划", "打算", "安排", "下一步", "下步", "主要任务", "工作目标", "预期目标", "主要目标", "工作思路", "总体要求", "工作重点", "工作建议", "今后",
  ]
  private static let pastWords = ["回顾", "情况", "成效", "总结", "存在的问题", "不足", "举措", "主要做法", "困难", "体会"]

  init(_ identity: ReportIdentity) {
    open = [Section(level: 0, isPlan: identity.kind == .plan, year: nil)]
  }

  /// Takes a line into account if it is a heading.
  mutating func enter(_ line: String) {
    guard let level = Self.level(of: line) else { return }
    open.removeAll { $0.level >= level }
    let heading = line.prefix { !"。；;".contains($0) }.prefix(40)
    let plans = Self.planWords.contains { heading.contains($0) }
    let looksBack = Self.pastWords.contains { heading.contains($0) }
    open.append(Section(level: level, isPlan: plans == looksBack ? nil : plans, year: Self.year(in: heading)))
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
