import Foundation
import TestSupport

/// An archive made by rule: agencies × years × documents in the manner of real reports, of which every figure is known, with
/// contradictions and restatements sown into it.
///
/// Each body writes a report a year, and some a second document. A later report tells some figures of the year before again: in
/// the same words, rounded, more exactly, or wrongly.
struct SyntheticArchive {
  struct Key: Hashable {
    let body: String
    let metric: String
    let kind: String
    let year: Int
  }

  /// What the tables must show. Numbers are twice the figure, for growth twice its hundredths, so that
  /// no end has a fraction.
  struct Figure: Equatable {
    var value: Int
    /// The ends of what wording and written precision allow.
    var low: Int?
    var high: Int?
    var bound = "="
    var isImplied = false
    /// What contradicts it, by value.
    var conflicts: [Int] = []

    static func exact(_ value: Int) -> Figure { Figure(value: 2 * value, low: 2 * value, high: 2 * value) }

    /// As tables write it.
    var text: String { value % 2 == 0 ? String(value / 2) : "\(value / 2).5" }
  }

  /// The figures of results.
  private(set) var truth: [Key: Figure] = [:]
  /// The figures of results that the report of the year after tells, more exactly or alone.
  private(set) var toldLater: Set<Key> = []
  /// The figures of plans.
  private(set) var targets: [Key: Figure] = [:]
  /// The documents by file name.
  private(set) var documents: [String: String] = [:]

  static let years = 2013...2022
  static let metrics = ["publicity_materials", "expert_lectures", "permit_applications", "budget_revenue"]
  /// Bodies, and the year in which one took the place of another.
  static let bodies = ["椒江区", "黄岩区", "路桥区", "临海市", "温岭市", "玉环市", "天台县", "仙居县"].map { $0 + "教育局" }
  static let before = "台州市科学技术委员会"
  static let after = "台州市科学技术局"
  static let succession = 2018

  private var random: SeededNumbers

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    for body in Self.bodies + [Self.after] {
      for year in Self.years where random.next(in: 1...10) > 1 { write(body, year) }
    }
  }

  private mutating func write(_ body: String, _ year: Int) {
    let name = body == Self.after && year < Self.succession ? Self.before : body
    let title = "\(name)\(year)年法治政府建设工作总结\n一、主要成效\n"
    var text = title
    var second = ""
    for metric in Self.metrics where random.next(in: 1...10) > 2 {
      let key = Key(body: body, metric: metric, kind: metric == "budget_revenue" ? "money" : "count", year: year)
      let (sentence, figure) = statement(metric)
      text += sentence
      truth[key] = figure
      if metric == "permit_applications" || metric == "budget_revenue", random.next(in: 1...2) == 1 {
        text += growth(key)
      }
      text += "。"
      if metric == "permit_applications", random.next(in: 1...2) == 1 { text += parts(key) }
      // A second document of the same year says the same, or another figure.
      if random.next(in: 1...8) == 1, figure.bound == "=" {
        let isWrong = random.next(in: 1...2) == 1
        let again = isWrong ? contradiction(metric, key) : (sentence, figure)
        second += again.0 + "。\n"
        if isWrong { truth[key]!.conflicts.append(again.1.value) }
      }
    }
    text += "\n"
    for metric in Self.metrics where random.next(in: 1...10) > 6 { text += restatement(body, metric, year - 1) }
    text += "二、下一步打算\n"
    if random.next(in: 1...2) == 1 {
      let plan = random.next(in: 10...90)
      text += "\(year + 1)年，计划举办法治讲座\(plan)场。\n"
      targets[Key(body: body, metric: "expert_lectures", kind: "count", year: year + 1)] = .exact(plan)
    }
    documents["\(body)-\(year).txt"] = text
    if !second.isEmpty {
      documents["\(body)-\(year)补充.txt"] = title.replacing("工作总结", with: "工作报告") + "本文是对前文的补充。\n" + second
    }
  }

  /// A sentence with a figure of its own.
  private mutating func statement(_ metric: String) -> (String, Figure) {
    switch metric {
    case "publicity_materials":
      let value = random.next(in: 10...9000)
      return ("发放手册\(value)册", .exact(value))
    case "permit_applications":
      let value = random.next(in: 200...900)
      return ("受理许可申请\(value)件", .exact(value))
    case "expert_lectures":
      let value = random.next(in: 1...9) * 10
      switch random.next(in: 1...5) {
      case 1: return ("举办法治讲座近\(value)场", Figure(value: 2 * value, low: nil, high: 2 * value, bound: "<="))
      case 2: return ("举办法治讲座\(value)余场", Figure(value: 2 * value, low: 2 * value, high: nil, bound: ">="))
      case 3: return ("举办法治讲座约\(value)场", Figure(value: 2 * value, low: nil, high: nil, bound: "~"))
      default: return ("举办法治讲座\(value)场", .exact(value))
      }
    default:
      let tenThousands = random.next(in: 1_000_000...9_000_000)
      return random.next(in: 1...2) == 1 ? Self.revenue(tenThousands) : Self.rounded(revenue: tenThousands)
    }
  }

  /// `1234321万元`, known to half of one.
  private static func revenue(_ tenThousands: Int) -> (String, Figure) {
    let value = 2 * tenThousands * 10_000
    return ("一般公共预算收入\(tenThousands)万元", Figure(value: value, low: value - 10_000, high: value + 10_000))
  }

  /// `123.43亿元`, known to half of the last place.
  private static func rounded(revenue tenThousands: Int) -> (String, Figure) {
    let hundredths = (tenThousands + 50) / 100
    let value = 2 * hundredths * 1_000_000
    let text = String(format: "%d.%02d", hundredths / 100, hundredths % 100)
    return ("一般公共预算收入\(text)亿元", Figure(value: value, low: value - 1_000_000, high: value + 1_000_000))
  }

  /// A figure that can't be true beside the one told.
  private mutating func contradiction(_ metric: String, _ key: Key) -> (String, Figure) {
    let figure = truth[key]!
    let more = random.next(in: 1...50)
    switch metric {
    case "publicity_materials": return ("发放手册\(figure.value / 2 + more)册", .exact(figure.value / 2 + more))
    case "permit_applications": return ("受理许可申请\(figure.value / 2 + more)件", .exact(figure.value / 2 + more))
    case "expert_lectures":
      // More than 近30场, fewer than 30余场.
      let value = figure.bound == ">=" ? figure.value / 2 - random.next(in: 1...5) : figure.value / 2 + more
      return ("举办法治讲座\(value)场", .exact(value))
    default: return Self.revenue(figure.value / 20_000 + 1000 * more)
    }
  }

  /// The year before told of again.
  private mutating func restatement(_ body: String, _ metric: String, _ year: Int) -> String {
    guard Self.years.contains(year) else { return "" }
    let name = metric == "budget_revenue" ? "money" : "count"
    let key = Key(body: body, metric: metric, kind: name, year: year)
    guard let figure = truth[key], !figure.isImplied else {
      let (sentence, figure) = statement(metric)
      truth[key] = figure
      toldLater.insert(key)
      return "\(year)年，\(sentence)。\n"
    }
    var told = contradiction(metric, key)
    switch random.next(in: 1...3) {
    // 约 can't be contradicted.
    case 1 where figure.bound != "~": truth[key]!.conflicts.append(told.1.value)
    case 2:
      switch metric {
      // Known more exactly: 近30场 were 28, 123.43亿元 1234321万元.
      case "expert_lectures" where figure.bound != "=":
        let value = figure.value / 2 + (figure.bound == "<=" ? -1 : 1)
        told = ("举办法治讲座\(value)场", .exact(value))
        show(told.1, instead: figure, key)
      case "budget_revenue" where figure.high! - figure.value == 1_000_000:
        told = Self.revenue(figure.value / 20_000 + random.next(in: -40...40))
        show(told.1, instead: figure, key)
      case "budget_revenue": told = Self.rounded(revenue: figure.value / 20_000)
      default: told = (sentence(metric, figure), figure)
      }
    default:
      guard figure.bound == "=", metric != "budget_revenue" else { return "" }
      told = (sentence(metric, figure), figure)
    }
    return "\(year)年，\(told.0)。\n"
  }

  /// A more exact figure is shown only where nothing contradicts the first, and what the first implied follows from it no more.
  private mutating func show(_ exact: Figure, instead figure: Figure, _ key: Key) {
    guard figure.conflicts.isEmpty else { return }
    truth[key] = exact
    toldLater.insert(key)
    let before = Key(body: key.body, metric: key.metric, kind: key.kind, year: key.year - 1)
    if truth[before]?.isImplied == true { truth[before] = nil }
  }

  private func sentence(_ metric: String, _ figure: Figure) -> String {
    switch metric {
    case "publicity_materials": "发放手册\(figure.text)册"
    case "permit_applications": "受理许可申请\(figure.text)件"
    default: "举办法治讲座\(figure.text)场"
    }
  }

  /// `，增长12.34%`, `，增长12%`: of the year before, which it implies if that is told nowhere.
  private mutating func growth(_ key: Key) -> String {
    let level = truth[key]!
    let before = Key(body: key.body, metric: key.metric, kind: key.kind, year: key.year - 1)
    let base = truth[before].map(\.value) ?? level.value * 100 / random.next(in: 60...250)
    // In hundredths of a percent, of which whole percents are a hundred.
    let step = random.next(in: 1...3) == 1 ? 1 : 100
    let told = Int((Double(level.value - base) / Double(base) * 10_000 / Double(step)).rounded()) * step
    guard told != 0 else { return "" }
    truth[Key(body: key.body, metric: key.metric, kind: "growth", year: key.year)] = Figure(
      value: 2 * told, low: 2 * told - step, high: 2 * told + step)
    if truth[before] == nil { truth[before] = Self.implied(by: level, growth: told, step) }
    let text = step == 1 ? String(format: "%d.%02d%%", abs(told) / 100, abs(told) % 100) : "\(abs(told) / 100)%"
    return "，同比\(told < 0 ? "下降" : "增长")" + text
  }

  /// What a figure and its growth, in hundredths of a percent known to half of `step`, leave for the year before: whole counts, of
  /// money two places more than it is written with.
  private static func implied(by level: Figure, growth: Int, _ step: Int) -> Figure? {
    let (low, high) = (level.low! * 20_000, level.high! * 20_000)
    let (least, most) = (20_000 + 2 * growth - step, 20_000 + 2 * growth + step)
    let isCount = low == high
    let unit = isCount ? 2 : (level.high! - level.low!) / 100
    func quotient(_ number: Int, _ divisor: Int, up: Bool) -> Int {
      (number + (up ? divisor * unit - 1 : 0)) / (divisor * unit) * unit
    }
    let first = quotient(low, most, up: isCount)
    let last = quotient(high, least, up: !isCount)
    if first == last { return Figure(value: first, low: first, high: last, isImplied: true) }
    // The middle, to the place of the first digit of what lies between the ends.
    var place = 1
    while place * 10 <= (last - first) / 2 { place *= 10 }
    let value = 2 * ((first + last + 2 * place) / (4 * place) * place)
    return first < last ? Figure(value: value, low: first, high: last, bound: "~", isImplied: true) : nil
  }

  /// `其中，准予许可112件，不予许可8件。`: parts that make the whole.
  private mutating func parts(_ key: Key) -> String {
    let value = truth[key]!.value / 2
    let refused = random.next(in: 1...50)
    for (metric, part) in [("permits_granted", value - refused), ("permits_refused", refused)] {
      truth[Key(body: key.body, metric: metric, kind: "count", year: key.year)] = .exact(part)
    }
    return "其中，准予许可\(value - refused)件，不予许可\(refused)件。"
  }
}
