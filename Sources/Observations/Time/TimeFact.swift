import ReportText

/// What states the year and status of a figure, in the order of outranking: the last of those that state it holds.
enum TimeRule: Int {
  /// What the stretch of the report tells.
  case frame
  /// 目前, 现有 among plans.
  case present
  /// 过去一年 in a stretch of plans.
  case lookBack
  /// A year that the sentence names.
  case named
  /// Several years told of together.
  case severalYears
  /// One of several years that 分别 binds to their figures.
  case listed
  /// A word of aim among results.
  case aim
  /// Money that was planned: 年初预算.
  case planned
  /// 去年 in a report that is given when the year reported on is over.
  case lastYearReported
  /// 上年 and 去年 of an earlier year.
  case prior
  /// A figure that others are compared with: 比2019年的86.8%.
  case reference
  /// Where a change starts.
  case start
  /// Where a growth turns: 由增长5.6%，减为.
  case turn
  /// The figure of another body.
  case others
  /// Notes explain the report and tell of others.
  case notes
}

/// What one rule states of a figure's time.
struct TimeFact {
  let rule: TimeRule
  /// The year that it states; `nil` inside if it states that none is told.
  var year: Int??
  var status: Status?
  /// The words or the year that it goes by, for the audit.
  var words: String?
  /// Whether it tells what was planned for the whole year, though some months are told of: 1—6月完成年初预算98000万元的53%.
  var isOfYearsPlan = false
  /// How sure it is.
  var confidence = ReportIdentity.Confidence.high

  /// The fact in Chinese.
  var note: String {
    switch rule {
    case .frame: status == .target ? "所在部分为计划或目标" : "所在部分的年份"
    case .present: "现状"
    case .lookBack: "过去一年"
    case .named: "句中写明\(words ?? "")年"
    case .severalYears: "多年合计"
    case .listed: "与所列年份依次对应"
    case .aim: "“\(words ?? "")”表示目标"
    case .planned: "“\(words ?? "")”是计划数"
    case .lastYearReported, .prior: "“\(words ?? "")”的数字"
    case .reference: "用来比较的\(words ?? "")年数字"
    case .start: "变化前的数值"
    case .turn: "变化前的增幅"
    case .others: "上级或其他机关的数字"
    case .notes: "注释中的数字"
    }
  }
}

/// What is stated of one figure's time, and what of it holds.
struct TimeBoard {
  private(set) var year: TimeFact?
  private(set) var status: TimeFact?

  /// Takes a fact, which outranks what was stated of the same attribute by a rule before it.
  mutating func state(_ fact: TimeFact) {
    if fact.year != nil, year.map({ $0.rule.rawValue <= fact.rule.rawValue }) ?? true { year = fact }
    if fact.status != nil, status.map({ $0.rule.rawValue <= fact.rule.rawValue }) ?? true { status = fact }
  }

  /// The notes of the facts that hold, but for the report's own year.
  var notes: [String] {
    var notes: [String] = []
    if let status, status.rule != .frame || status.status == .target { notes.append(status.note) }
    if let year, year.rule != .frame, year.rule != status?.rule { notes.append(year.note) }
    return notes
  }
}
