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

  /// The blank lines behind a line that is held; `nil` if none is.
  private var blanks: Int?

  /// Takes the next line.
  mutating func take(_ line: Span<UInt8>) -> Step {
    let isLong = line.count > ReadingLine.longestPiece
    if let blanks {
      if blanks < Self.mostBlankLines, Self.isBlank(line) {
        self.blanks = blanks + 1
        return .passes
      }
      if !isLong, let start = Self.unitStart(line) {
        let isCutAgain = Self.ends(line)
        self.blanks = isCutAgain ? 0 : nil
        return .goesOn(part: start..<(isCutAgain ? Self.textEnd(line) : line.count), isWhole: !isCutAgain)
      }
    }
    blanks = !isLong && Self.ends(line) ? 0 : nil
    return blanks == nil ? .alone : .opens(end: Self.textEnd(line))
  }

  /// Whether a line is prose that ends in a digit.
  private static func ends(_ line: Span<UInt8>) -> Bool {
    let end = textEnd(line)
    guard end > 24, isDigit(line, before: end) else { return false }
    // ， ends a clause of prose; rows of tables and headings hold none.
    var at = 0
    while at + 2 < end {
      if line[at] == 0xEF, line[at + 1] == 0xBC, line[at + 2] == 0x8C { return true }
      at += 1
    }
    return false
  }

  /// Where a line ends but for blanks.
  private static func textEnd(_ line: Span<UInt8>) -> Int {
    var end = line.count
    while end > 0, line[end - 1] == 0x20 || line[end - 1] == 0x0D || line[end - 1] == 0x09 { end -= 1 }
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

  /// Whether a line holds nothing but spaces, no-break and zero-width ones too.
  private static func isBlank(_ line: Span<UInt8>) -> Bool { blankEnd(line) == line.count }

  private static func blankEnd(_ line: Span<UInt8>) -> Int {
    var at = 0
    while at < line.count {
      if line[at] <= 0x20 {
        at += 1
      } else if starts(line.extracting(at..<line.count), with: [0xC2, 0xA0]) {
        at += 2
      } else if starts(line.extracting(at..<line.count), with: [0xE2, 0x80, 0x8B])
        || starts(line.extracting(at..<line.count), with: [0xE3, 0x80, 0x80])
      {
        at += 3
      } else {
        break
      }
    }
    return at
  }

  private static func isDigit(_ line: Span<UInt8>, before end: Int) -> Bool {
    if line[end - 1].isDigit { return true }
    // ０ to ９
    return end >= 3 && line[end - 3] == 0xEF && line[end - 2] == 0xBC && (0x90...0x99).contains(line[end - 1])
  }

  private static func starts(_ line: Span<UInt8>, with word: [UInt8]) -> Bool {
    guard line.count >= word.count else { return false }
    for index in word.indices where line[index] != word[index] { return false }
    return true
  }

  private static func list(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Array($0.utf8) } }

  private static let units = list(
    "件 个 项 次 人 户 家 名 份 条 场 批 篇 起 宗 所 台 辆 座 处 岁 天 倍 万 亿 元 余 多 % ％ 公里 亩 公顷 吨 平方 立方 千瓦 工作日 百分点")
  /// Words that begin like a unit and are none.
  private static let words = list("人员 人民 人才 人大 项目 个人 个体 家庭 条例 条件 场所 处理 处置 名单 台账 起草 次要 多次 多部门 余额 元旦 所有 所属 户外 批准 天然 万众")
}
