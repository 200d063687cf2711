import Quantities

/// What the heading of a row or column says of its figures.
struct TableHeading {
  /// The words that name the thing, without list marks, units and notes in brackets.
  let words: [UInt8]
  /// The unit that it names: 地区生产总值（亿元）, 办结件数.
  let unit: [UInt8]?
  /// Whether its figures are relative changes: 比上年增长（%）.
  let isChange: Bool
  /// Whether it opens the parts of the row above: 其中：….
  let isPart: Bool
  /// Whether it names a total of its row.
  let isTotal: Bool
  /// Whether it says nothing of what is counted.
  let isGeneric: Bool
  /// Whether it heads units: 单位, 计量单位.
  let isOfUnits: Bool
  /// Whether it heads numbers of rows: 序号.
  let isOfMarks: Bool
  /// Whether it is a year and nothing else: 2023年.
  let isYear: Bool

  /// Words by which a column names only that it holds the value.
  private static let generic = words(
    "办理结果", "绝对数", "绝对值", "数值", "指标值", "总量", "实绩", "实际", "实际完成", "完成", "完成数", "全年", "全年累计", "本年", "数量", "合计", "总计")
  private static let totals = words("合计", "总计")
  private static let units = words("单位", "计量单位")
  private static let marks = words("序号", "编号", "代码", "行次", "页码")
  private static let changeWords: [StaticString] = ["增长", "增减", "±", "增速", "增幅", "同比", "比上年", "较上年", "涨跌"]
  /// What 增长 stands for.
  private static let growths: [StaticString] = ["增长速度", "增长率", "增减", "增速", "增幅", "涨跌", "±"]
  /// Classifiers that name what a number of things is counted in: 件数.
  private static let classifiers = words(
    "件", "人", "户", "次", "个", "家", "项", "台", "篇", "份", "条", "辆", "所", "张", "处", "座")
  private static let growth = Array("增长".utf8)

  private static func words(_ words: String...) -> Set<[UInt8]> { Set(words.map { Array($0.utf8) }) }

  /// The heading of a cell that holds none.
  static let none = TableHeading([], UnitWords())

  /// The heading that a text without blanks is.
  init(_ text: [UInt8], _ units: UnitWords) {
    var words = text
    isPart = words.has("其中", at: 0) || words.has("#", at: 0) || words.has("＃", at: 0)
    words.removeFirst(Self.markLength(words))
    if isPart { words.dropFirst(["其", "中", "：", ":", "#", "＃"]) }
    // 本年度办理结果: all are of the year.
    if words.has("本年度", at: 0) { words.removeFirst(9) }
    var unit: [UInt8]?
    Self.takeBrackets(&words, &unit, units)
    let whole = words
    isChange = Self.changeWords.contains { whole.first($0, in: whole.indices) != nil }
    while let length = Self.percents.first(where: { words.range(words.indices, endsWith: $0) })?.utf8CodeUnitCount {
      unit = unit ?? [UInt8(ascii: "%")]
      words.removeLast(length)
    }
    if isChange { Self.spellOut(&words) }
    if unit == nil, words.count >= 6, words.range(words.indices, endsWith: "数") {
      let classifier = Array(words[(words.count - 6)..<(words.count - 3)])
      if Self.classifiers.contains(classifier) { unit = classifier }
    }
    // A year as a column's heading stands alone.
    if words.count == 4, words.startsWithYear { words += Array("年".utf8) }
    self.words = words
    self.unit = unit
    isTotal = Self.totals.contains(words)
    isGeneric = Self.generic.contains(words)
    isOfUnits = Self.units.contains(words)
    isOfMarks = Self.marks.contains(words)
    isYear = words.count == 7 && words.startsWithYear && words.has("年", at: 4)
  }

  private static let openings: [StaticString] = ["（", "(", "［", "[", "〔"]
  private static let closings: [StaticString] = ["）", ")", "］", "]", "〕"]
  private static let percents: [StaticString] = ["%", "％"]
  private static let numerals: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// How many bytes the mark of a list in front takes: 三、, （一）, 1.
  private static func markLength(_ text: [UInt8]) -> Int {
    let bracket = text.length(of: ["（", "("], at: 0)
    var at = bracket
    while at < text.count {
      let length = text[at].isDigit ? 1 : text.length(of: numerals, at: at)
      if length == 0 { break }
      at += length
    }
    let mark = at > bracket ? text.length(of: bracket > 0 ? ["）", ")"] : ["、", ".", "．"], at: at) : 0
    // 1.5 is no mark.
    guard mark > 0, at + mark < text.count, !text.hasNumber(at: at + mark) else { return 0 }
    return at + mark
  }

  /// Takes out brackets that name the unit or explain.
  private static func takeBrackets(_ words: inout [UInt8], _ unit: inout [UInt8]?, _ units: UnitWords) {
    while let open = words.firstPlace(of: openings, from: 0),
      let close = words.firstPlace(of: closings, from: open.upperBound)
    {
      var inside = Array(words[open.upperBound..<close.lowerBound])
      for name: StaticString in ["计量单位", "单位"] where inside.has(name, at: 0) {
        inside.removeFirst(name.utf8CodeUnitCount)
        inside.dropFirst(["：", ":", "为"])
      }
      if units.contains(inside) { unit = inside }
      words.removeSubrange(open.lowerBound..<close.upperBound)
    }
  }

  /// 较上年± → 较上年增长, 同比 → 同比增长.
  private static func spellOut(_ words: inout [UInt8]) {
    for word in growths {
      while let place = words.first(word, in: words.indices) { words.replaceSubrange(place, with: growth) }
    }
    if words.first("增长", in: words.indices) == nil { words += growth }
  }
}

extension [UInt8] {
  /// How many bytes that of some words which stands at an offset takes; 0 if none does.
  fileprivate func length(of words: [StaticString], at offset: Int) -> Int {
    words.first { has($0, at: offset) }?.utf8CodeUnitCount ?? 0
  }

  /// The first place of one of some words.
  fileprivate func firstPlace(of words: [StaticString], from start: Int) -> Range<Int>? {
    for at in start..<count where self[at] & 0xC0 != 0x80 {
      let length = length(of: words, at: at)
      if length > 0 { return at..<at + length }
    }
    return nil
  }

  /// Takes all of some characters away from the front.
  fileprivate mutating func dropFirst(_ characters: [StaticString]) {
    var end = 0
    while case let length = length(of: characters, at: end), length > 0 { end += length }
    removeFirst(end)
  }

  /// Whether four digits stand in front.
  fileprivate var startsWithYear: Bool { count >= 4 && self[..<4].allSatisfy(\.isDigit) }

  /// Whether the character at an offset is a number, in any script.
  func hasNumber(at offset: Int) -> Bool {
    Unicode.Scalar(decodeScalar(in: span, at: offset).scalar)?.properties.numericType != nil
  }
}
