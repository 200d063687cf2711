/// Finds numbers that a line end cut from their unit (全年受理案件612⏎件), line by line.
struct CutNumber {
  /// What a line is to a number cut at the end of the one before.
  enum Step {
    /// Nothing: what is held is given, and the line stands for itself.
    case alone
    /// It ends in a number itself: what is held is given, and the line is held up to this offset.
    case opens(end: Int)
    /// A blank between a number and its unit.
    case passes
    /// It begins with the unit: this part of it goes on with what is held, which is whole then but if the part ends in a
    /// number again.
    case goesOn(part: Range<Int>, isWhole: Bool)
  }

  /// How many blank lines may lie between the number and its unit.
  private static let mostBlankLines = 2
  /// How many bytes of a unit can stand on the line of its number.
  private static let longestBeginning = 12
  /// Prose is no shorter, in bytes.
  private static let shortestLine = 24

  /// What is held: the beginning of the unit that ends it, and the blank lines behind it; `nil` if nothing is.
  private var held: (beginning: [UInt8], blanks: Int)?

  /// Takes the next line.
  mutating func take(_ line: Span<UInt8>) -> Step {
    let isLong = line.count > ReadingLine.longestPiece
    if let held {
      if held.blanks < Self.mostBlankLines, Self.isBlank(line) {
        self.held?.blanks += 1
        return .passes
      }
      let digits = held.beginning.isEmpty && held.blanks == 0 ? Self.digitsStart(line) : nil
      if !isLong, let start = digits ?? Self.unitStart(line, goingOnFrom: held.beginning) {
        let cutAgain = Self.beginningOfUnit(line)
        self.held = cutAgain.map { ($0, 0) }
        return .goesOn(part: start..<(cutAgain == nil ? line.count : Self.textEnd(line)), isWhole: cutAgain == nil)
      }
    }
    held = isLong ? nil : Self.beginningOfUnit(line).map { ($0, 0) }
    return held == nil ? .alone : .opens(end: Self.textEnd(line))
  }

  /// What stands of a unit behind the number that ends a line of prose: nothing, 万, 平方, 个百; `nil` if none ends it.
  private static func beginningOfUnit(_ line: Span<UInt8>) -> [UInt8]? {
    let end = textEnd(line)
    guard end > shortestLine else { return nil }
    var at = end
    while at > 0, end - at <= longestBeginning {
      switch TextCharacter(line, before: at) {
      case .digit: return isBeginning(line, at..<end) && hasClause(line, before: end) ? words(line, at..<end) : nil
      case .word: at -= 3
      default:
        guard line.hasBlank(before: at) else { return nil }
        at -= line.characterLength(before: at)
      }
    }
    return nil
  }

  /// Whether a range is multipliers and what a unit can begin with.
  private static func isBeginning(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let rest = withoutMultipliers(words(line, range)[...])
    return rest.isEmpty || units.contains { $0.count > rest.count && $0.starts(with: rest) }
  }

  /// A range without its blanks.
  private static func words(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var words: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let blank = line.blankLength(at: at)
      if blank == 0 { words.append(line[at]) }
      at += max(blank, 1)
    }
    return words
  }

  private static func withoutMultipliers(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    multipliers.first { words.starts(with: $0) }.map { withoutMultipliers(words.dropFirst($0.count)) } ?? words
  }

  /// Whether ， ends a clause of prose in a line; rows of tables and headings hold none.
  private static func hasClause(_ line: Span<UInt8>, before end: Int) -> Bool {
    (0..<end).contains { line.has("，", at: $0) }
  }

  /// Where a line ends but for blanks.
  private static func textEnd(_ line: Span<UInt8>) -> Int {
    var end = line.count
    while end > 0 {
      guard line.isEmpty(before: end) else { break }
      end -= line.characterLength(before: end)
    }
    return end
  }

  /// Where the unit starts in the line behind, or `nil` if none does.
  static func unitStart(_ line: Span<UInt8>) -> Int? {
    let start = blankEnd(line)
    let rest = line.extracting(start..<line.count)
    guard units.contains(where: { starts(rest, with: $0) }), !words.contains(where: { starts(rest, with: $0) }) else {
      return nil
    }
    return start
  }

  /// Where digits start with which a line goes on with a number (34⏎0亿元): with a unit behind them, so that they number no item.
  private static func digitsStart(_ line: Span<UInt8>) -> Int? {
    let start = blankEnd(line)
    var end = start
    while end < line.count, line[end].isDigit || end > start && line[end] == UInt8(ascii: ".") { end += 1 }
    guard (1...mostDigits).contains(end - start), line[end - 1].isDigit else { return nil }
    let rest = line.extracting(end..<line.count)
    return unitStart(rest) == nil ? nil : start
  }

  /// How many digits and points of a number can stand on its second line.
  private static let mostDigits = 8

  /// Where the rest of a unit starts in the line behind its beginning.
  private static func unitStart(_ line: Span<UInt8>, goingOnFrom beginning: [UInt8]) -> Int? {
    let written = withoutMultipliers(beginning[...])
    let start = blankEnd(line)
    let rest = line.extracting(start..<line.count)
    guard written.isEmpty else {
      return units.contains { $0.starts(with: written) && starts(rest, with: Array($0.dropFirst(written.count))) }
        ? start : nil
    }
    // 比2022⏎年增长
    if beginning.isEmpty, calendar.contains(where: { starts(rest, with: $0) }) {
      return words.contains { starts(rest, with: $0) } ? nil : start
    }
    return unitStart(line)
  }

  /// Whether a line holds nothing to read.
  private static func isBlank(_ line: Span<UInt8>) -> Bool { blankEnd(line) == line.count }

  private static func blankEnd(_ line: Span<UInt8>) -> Int {
    var at = 0
    while at < line.count {
      let empty = line.emptyLength(at: at)
      if empty == 0 { break }
      at += empty
    }
    return at
  }

  private static func starts(_ line: Span<UInt8>, with word: [UInt8]) -> Bool {
    guard line.count >= word.count else { return false }
    for index in word.indices where line[index] != word[index] { return false }
    return true
  }

  private static func list(_ words: String) -> [[UInt8]] {
    words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }

  private static let multipliers = list("十 百 千 万 亿")
  private static let calendar = list("年 月 日")
  private static let units = list(
    """
    件 个 项 次 人 户 家 名 份 条 场 批 篇 起 宗 所 台 辆 座 处 岁 天 倍 万 亿 元 余 多 % ％ 公里 亩 公顷 吨 平方 立方 千瓦 工作日 百分点 人次 场次 批次 家次 户次 台次 件次 万元 \
    亿元 美元 欧元 平方米 平方公里 立方米 个百分点 个工作日 个月 千瓦时 千米 毫米 千克 公斤 小时 分钟 标准煤 吨标准煤
    """)
  /// Words that begin like a unit and are none.
  private static let words = list(
    "人员 人民 人才 人大 项目 个人 个体 家庭 条例 条件 场所 处理 处置 名单 台账 起草 次要 多次 多部门 余额 元旦 所有 所属 户外 批准 天然 万众 年均 年轻 年人均 日常 日均 日前 月均")
}
