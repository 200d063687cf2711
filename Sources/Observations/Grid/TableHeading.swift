import Quantities

/// What the heading of a row or column says of its figures.
struct TableHeading {
  /// How its figures tell a change.
  enum Change {
    case none
    /// In percent: 增幅, 同比增长（%）.
    case growth
    /// In the unit of what changes: 增减额.
    case difference
    /// 增减 alone, which is said of both.
    case either
  }

  /// The words that name the thing, without time, list marks, units and notes in brackets.
  private(set) var words: [UInt8]
  /// The unit that it names: 地区生产总值（亿元）, 办结件数.
  private(set) var unit: [UInt8]?
  /// The time that it opens with: 2023年决算数, 一季度.
  private(set) var time: HeadingTime?
  /// Whether its figures are changes.
  private(set) var change = Change.none
  /// What its figures are to the report: 预算数, 决算数; `nil` if it doesn't say.
  private(set) var status: Status?
  /// Whether it opens the parts of the row above: 其中：….
  private(set) var isPart = false
  /// Whether it is a time and nothing else: 2023年, 上半年.
  var isTime: Bool { time != nil && words.isEmpty }
  /// Whether it names a total of its row.
  let isTotal: Bool
  /// Whether it says nothing of what is counted.
  let isGeneric: Bool
  /// Whether its figures are percentages: 占比（%）, 完成率.
  let isRate: Bool
  /// Whether it can head units: 单位, 计量单位.
  let isOfUnits: Bool
  /// Whether it heads numbers of rows, codes, ranks, telephones: 序号, 科目编码.
  let isOfMarks: Bool
  /// Whether it heads codes, and what stands below it does.
  let isOfCodes: Bool
  /// Whether it heads times: 年份, 月份.
  let isOfTimes: Bool
  /// Whether it can head bodies: 单位, 部门, 县区.
  let isOfBodies: Bool
  /// Whether it stands in the corner: 项目, 指标.
  let isCorner: Bool
  /// Whether it can head a column of names, times or marks at the left.
  var canStandInCorner: Bool { isCorner || isOfTimes || isOfBodies || isOfMarks }

  /// Classifiers that name what a number of things is counted in: 件数.
  private static let classifiers = Set(
    "件人户次个家项台篇份条辆所张处座宗起".map { Array(String($0).utf8) })
  private static let growth = Array("增长".utf8)
  private static let percent = [UInt8(ascii: "%")]

  /// The heading of a cell that holds none.
  static let none = TableHeading([], UnitWords())

  /// The heading that a text without blanks is.
  init(_ text: [UInt8], _ units: UnitWords) {
    words = text
    isPart = words.has("其中", at: 0) || words.has("#", at: 0) || words.has("＃", at: 0)
    isOfUnits = HeadingWords.units.contains(text)
    isOfTimes = HeadingWords.times.contains(text)
    words.removeFirst(Self.markLength(words))
    if isPart { words.dropFirst(["其", "中", "：", ":", "#", "＃"]) }
    // 本年度办理结果: all are of the year.
    if words.has("本年度", at: 0), words.count > 9 { words.removeFirst(9) }
    Self.takeBrackets(&words, &unit, units)
    time = HeadingTime(words)
    if let time {
      let rest = Array(words[time.end...])
      // 上年结转 isn't last year's, nor 2022年以来 that year's; 上年决算数 is.
      let isTold = time.year.map { if case .absolute = $0 { true } else { false } } ?? false
      if isTold ? !rest.has("以来", at: 0) : Self.isGeneral(rest) { words = rest } else { self.time = nil }
    }
    let named = words
    change = Self.change(named, unit: unit)
    if Self.takePercent(&words) { unit = unit ?? Self.percent }
    let isChange = change != .none
    let isInPercent = unit == Self.percent
    isRate = isInPercent || !isChange && named.endsWithAny(HeadingWords.rates)
    if isChange { Self.spellOut(&words, change) }
    if unit == nil { unit = Self.countedIn(words) }
    if !isRate, !isChange {
      status =
        words.endsWithAny(HeadingWords.targets) ? .target : words.endsWithAny(HeadingWords.actuals) ? .actual : nil
    }
    isTotal = HeadingWords.totals.contains(words)
    isGeneric = HeadingWords.generic.contains(words)
    let isOfCodes = named.endsWithAny(HeadingWords.codeEndings)
    let endsInMark = !HeadingWords.times.contains(text) && named.endsWithAny(HeadingWords.markEndings)
    self.isOfCodes = isOfCodes
    isOfMarks = isOfCodes || endsInMark || HeadingWords.marks.contains(named)
    isOfBodies = HeadingWords.bodies.contains(text)
    isCorner = HeadingWords.corners.contains(words)
  }

  /// Takes percent signs off the end.
  private static func takePercent(_ words: inout [UInt8]) -> Bool {
    var isTaken = false
    while let sign = percents.first(where: { words.range(words.indices, endsWith: $0) }) {
      words.removeLast(sign.utf8CodeUnitCount)
      isTaken = true
    }
    return isTaken
  }

  /// Whether words say nothing but that this is the value: 上年决算数.
  private static func isGeneral(_ words: [UInt8]) -> Bool {
    words.isEmpty || HeadingWords.generic.contains(words)
      || (HeadingWords.targets + HeadingWords.actuals).contains { words.range(words.indices, equals: $0) }
      || ["年初预算", "年初预算数", "调整预算", "调整预算数"].contains { words.elementsEqual($0.utf8) }
  }

  private static func change(_ words: [UInt8], unit: [UInt8]?) -> Change {
    let isInPercent = unit == percent || words.endsWithAny(percents)
    if words.holdsAny(HeadingWords.growths) { return .growth }
    if words.holdsAny(HeadingWords.differences) { return isInPercent ? .growth : .difference }
    if words.holdsAny(HeadingWords.eitherChanges) { return isInPercent ? .growth : unit == nil ? .either : .difference }
    if words.holdsAny(HeadingWords.comparisons) { return unit == nil || isInPercent ? .growth : .difference }
    return .none
  }

  /// 检查次数, 人数: what a number of things is counted in.
  private static func countedIn(_ words: [UInt8]) -> [UInt8]? {
    guard words.count >= 6, words.range(words.indices, endsWith: "数") else { return nil }
    let classifier = Array(words[(words.count - 6)..<(words.count - 3)])
    return classifiers.contains(classifier) ? classifier : nil
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

  /// 较上年± → 较上年增长, 增减额 → 增加, so that it is read as in a sentence.
  private static func spellOut(_ words: inout [UInt8], _ change: Change) {
    let plain = change == .difference ? Array("增加".utf8) : growth
    for word in HeadingWords.growths + HeadingWords.differences + HeadingWords.eitherChanges {
      while let place = words.first(word, in: words.indices) { words.replaceSubrange(place, with: plain) }
    }
    if change == .difference, let place = words.first("增长", in: words.indices) {
      words.replaceSubrange(place, with: plain)
    }
    if !words.holdsAny(["增长", "增加"]) { words += plain }
  }

  /// As a heading of differences or of growths, where the table shows which 增减 stands for.
  func told(as change: Change) -> TableHeading {
    var heading = self
    heading.change = change
    if change == .difference, let place = words.first("增长", in: words.indices) {
      heading.words.replaceSubrange(place, with: Array("增加".utf8))
    }
    return heading
  }

  /// The heading that a unit in a row of units is.
  static func unit(_ unit: [UInt8]) -> TableHeading {
    var heading = TableHeading.none
    heading.unit = unit
    return heading
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

  /// Whether the character at an offset is a number, in any script.
  func hasNumber(at offset: Int) -> Bool {
    Unicode.Scalar(decodeScalar(in: span, at: offset).scalar)?.properties.numericType != nil
  }
}
