import Quantities

/// What the heading of a row or column says of its figures.
struct TableHeading {
  /// The words that name the thing, without list marks, units and notes in brackets.
  var words: String
  /// The unit that it names: 地区生产总值（亿元）, 办结件数.
  var unit: String?
  /// Whether its figures are relative changes: 比上年增长（%）.
  var isChange: Bool
  /// Whether it opens the parts of the row above: 其中：….
  var isPart = false

  /// Words by which a column names only that it holds the value.
  private static let generic: Set<String> = [
    "办理结果", "绝对数", "绝对值", "数值", "指标值", "总量", "实绩", "实际", "实际完成", "完成", "完成数", "全年", "全年累计", "本年", "数量", "合计", "总计",
  ]
  private static let totals: Set<String> = ["合计", "总计"]
  private static let changeWords = ["增长", "增减", "±", "增速", "增幅", "同比", "比上年", "较上年", "涨跌"]
  /// Classifiers that name what a number of things is counted in: 件数.
  private static let classifiers = "件人户次个家项台篇份条辆所张处座"

  init(_ text: String) {
    var words = text
    isPart = words.hasPrefix("其中") || words.hasPrefix("#") || words.hasPrefix("＃")
    words = Self.withoutMark(words)
    if isPart { words = String(words.drop { "其中：:#＃".contains($0) }) }
    // 本年度办理结果: all are of the year.
    if words.hasPrefix("本年度") { words.removeFirst(3) }
    unit = nil
    Self.takeBrackets(&words, &unit)
    isChange = Self.changeWords.contains { words.contains($0) }
    while let last = words.last, "%％".contains(last) {
      unit = unit ?? "%"
      words.removeLast()
    }
    if isChange { words = Self.spelledOut(words) }
    if unit == nil, words.last == "数", let classifier = words.dropLast().last, Self.classifiers.contains(classifier) {
      unit = String(classifier)
    }
    // A year as a column's heading stands alone.
    if words.count == 4, words.allSatisfy({ $0.isASCII && $0.isNumber }) { words += "年" }
    self.words = words
  }

  /// Whether it names a total of its row.
  var isTotal: Bool { Self.totals.contains(words) }
  /// Whether it says nothing of what is counted.
  var isGeneric: Bool { Self.generic.contains(words) }
  /// Whether it heads units: 单位, 计量单位.
  var isOfUnits: Bool { words == "单位" || words == "计量单位" }
  /// Whether it heads numbers of rows: 序号.
  var isOfMarks: Bool { words == "序号" || words == "编号" || words == "代码" || words == "行次" || words == "页码" }

  /// Whether a word is one that quantities are told in.
  static func isUnit(_ word: String) -> Bool {
    guard (1...8).contains(word.count), !word.contains(where: { $0.isASCII && $0.isNumber }) else { return false }
    var reader = QuantityReader()
    let text = Array("共1\(word)".utf8)
    reader.read(text.span)
    return reader.entries.count == 1 && reader.entries[0].quantity != nil
      && reader.entries[0].span.upperBound == text.count
  }

  /// Without the mark of a list in front: 三、, （一）, 1.
  private static func withoutMark(_ text: String) -> String {
    let numerals = "一二三四五六七八九十0123456789"
    var rest = text[...]
    let isInBrackets = rest.first.map { "（(".contains($0) } ?? false
    if isInBrackets { rest = rest.dropFirst() }
    let behind = rest.drop { numerals.contains($0) }
    guard behind.startIndex > rest.startIndex, let mark = behind.first,
      isInBrackets ? "）)".contains(mark) : "、.．".contains(mark),
      behind.dropFirst().first.map({ !$0.isNumber }) ?? false
    else { return text }
    return String(behind.dropFirst())
  }

  /// Takes out brackets that name the unit or explain; a short word stays, which belongs to the name.
  private static func takeBrackets(_ words: inout String, _ unit: inout String?) {
    while let open = words.firstIndex(where: { "（(［[〔".contains($0) }),
      let close = words[open...].firstIndex(where: { "）)］]〕".contains($0) })
    {
      var inside = String(words[words.index(after: open)..<close])
      for name in ["计量单位", "单位"] where inside.hasPrefix(name) {
        inside = String(inside.dropFirst(name.count).drop { "：:为".contains($0) })
      }
      if isUnit(inside) { unit = inside }
      words.removeSubrange(open...close)
    }
  }

  /// 较上年± → 较上年增长, 同比 → 同比增长.
  private static func spelledOut(_ words: String) -> String {
    var words = words
    for word in ["增长速度", "增长率", "增减", "增速", "增幅", "涨跌", "±"] {
      while let place = words.firstRange(of: word) { words.replaceSubrange(place, with: "增长") }
    }
    return words.contains("增长") ? words : words + "增长"
  }
}
