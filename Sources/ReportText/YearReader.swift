/// Collects what tells the year that a report is about. A banner's date (今天是:…) or the time of a crawl tells nothing.
struct YearReader {
  typealias Sign = Evidence<Int>

  private let lines: IdentityLines
  private let title: ReportTitle?
  private let kind: ReportIdentity.Kind
  private let path: ReportPath
  /// The year of a text that opens with a day, month or part of a year: 2021年3月5日，我市新增….
  private let dated: Sign?
  /// Headings with a year, title and delivery left out, and their years.
  private let headings: [Heading]
  private let headingYears: Set<Int>
  /// Whether the report is of a part of a year, so that it was written in that year: 上半年, 1—9月.
  private let isOfPartOfYear: Bool

  init(_ lines: IdentityLines, title: ReportTitle?, kind: ReportIdentity.Kind, path: ReportPath) {
    self.lines = lines
    self.title = title
    self.kind = kind
    self.path = path
    dated = kind == .workReport ? nil : Self.datedOpening(of: lines)
    headings = Self.headings(of: lines, title)
    headingYears = Set(headings.map(\.year))
    isOfPartOfYear = title.map { Self.namesPartOfYear($0.core) } ?? false
  }

  /// The year and what it rests on; `nil` if nothing tells it, or it is a school year.
  func decision() -> Decision<Int>? { schoolYear == nil ? Decision(evidence) : nil }

  /// A school year (2021—2022学年), which is no calendar year.
  var schoolYear: Substring? {
    guard let title, let mark = title.core.firstRange(of: "学年") else { return nil }
    let number = title.core[..<mark.lowerBound].reversed().prefix { $0.isNumber || "—-－–~至年/".contains($0) }
    return title.core[title.core.index(mark.lowerBound, offsetBy: -number.count)..<mark.upperBound]
  }

  private var evidence: [Sign] {
    var signs = [titleYear, period, announcement, opening, dated, signature]
    if kind != .plan { signs += [reviewHeading, workHeading, planHeading] }
    if kind == .workReport { signs += [pastYear, delivery, planOpening] }
    return (signs + [publication, pagePublication, articleYear] + pathYears).compactMap(\.self)
  }

  // MARK: - What states the year

  private var titleYear: Sign? { title.flatMap { yearOf($0.core, .title) } }
  private var articleYear: Sign? {
    lines.page.article.flatMap { $0 == title?.text ? nil : yearOf($0[...], .pageArticle) }
  }

  /// The year in a title; that of a report to a congress names the year of its delivery.
  private func yearOf(_ title: Substring, _ source: EvidenceSource) -> Sign? {
    guard let year = year(in: title) else { return nil }
    return kind == .workReport && !isOfPartOfYear ? Sign(year - 1, .deliveryTitle, title) : Sign(year, source, title)
  }

  /// 上半年, 前三季度, 前10个月, 1—9月.
  private static func namesPartOfYear(_ text: Substring) -> Bool {
    if ["上半年", "前三季度", "一季度", "二季度", "三季度", "个月"].contains(where: text.contains) { return true }
    guard let month = text.firstIndex(of: "月"), case let before = text[..<month].reversed().drop(while: \.isNumber),
      let joiner = before.first
    else { return false }
    return before.count < text[..<month].count && "-—–－~～至".contains(joiner)
  }

  /// The first year of a text, those of the Republic of China in a text in traditional characters.
  private func year(in text: Substring) -> Int? { Self.year(in: text, lines.isTraditional) }

  private static func year(in text: Substring, _ isTraditional: Bool) -> Int? {
    WrittenDate.year(in: text) ?? (isTraditional ? WrittenDate.republicanYear(in: text)?.year : nil)
  }

  /// 统计期限自2022年1月1日起至2022年12月31日止.
  private var period: Sign? {
    for line in lines.all where line.has("12月31日") {
      guard let (first, range) = WrittenDate.first(in: line.text), first.month == 1 else { continue }
      let behind = line.text[range.upperBound...].prefix(24)
      guard let to = behind.firstIndex(of: "至"), behind.firstRange(of: "12月31日") != nil,
        behind.distance(from: behind.startIndex, to: to) <= 3
      else { continue }
      let last = WrittenDate.first(in: behind)?.0 ?? first
      return Sign(last.year, .period, "\(line.text[range])至12月31日")
    }
    return nil
  }

  /// 现将2023年工作情况报告如下.
  private var announcement: Sign? {
    for line in lines.opening where line.has("现将") {
      guard let now = line.text.firstRange(of: "现将"), case let rest = line.text[now.lowerBound...].prefix(60),
        rest.contains("如下"), let year = year(in: rest)
      else { continue }
      return Sign(year, .announcement, "\(rest.prefix { $0 != "如" })如下")
    }
    return nil
  }

  /// 2023年，在市委的坚强领导下，… or 2023年是…的一年 opens the account of a year; where accounts of several years follow each other, none is the
  /// report's.
  private var opening: Sign? {
    let openings = self.openings
    return Set(openings.map(\.claim)).count <= Self.mostYearsOpened ? openings.first : nil
  }

  /// A report can begin with the year before it: 2022年，…。2023年，….
  private static let mostYearsOpened = 2

  private var openings: [Sign] {
    var openings: [Sign] = []
    let review = lines.opening.prefix { $0.text == title?.core || !opensPlan($0) }
    for sentence in review.lazy.filter({ $0.has("年") }).flatMap(\.text.sentences) {
      guard let (date, end) = WrittenDate.opening(sentence), date.month == nil,
        date.year != lines.delivery?.date.yearAccountedFor.advanced(by: 1)
      else { continue }
      let head = sentence.prefix { !"，,".contains($0) }
      let behind = sentence[end..<head.endIndex]
      let isWhole = ["", "度", "以来", "度以来"].contains(behind) && head.endIndex < sentence.endIndex
      // 2024年是关键之年，做好今年工作 is the plan's.
      let isPlanned = Self.planned.contains(where: sentence.has)
      if isWhole || behind.first == "是", !isPlanned { openings.append(Sign(date.year, .opening, head)) }
    }
    return openings
  }

  /// Whether a line is the heading of what is planned: 下一步打算, 二、今年工作安排.
  private func opensPlan(_ line: IdentityLines.Line) -> Bool {
    guard line.isHeading else { return false }
    return line.isChapter && line.has("今年") || tells(Self.plan, line.text) && !tells(Self.review + ["回顾"], line.text)
  }

  /// 2021年3月5日，…; 2022年上半年，…; 2022年1—9月，…; 本院2021年1—11月… opens an account of a part of a year.
  private static func datedOpening(of lines: IdentityLines) -> Sign? {
    for sentence in lines.sentences {
      let text = leaders.first(where: sentence.hasPrefix).map { sentence.dropFirst($0.count) } ?? sentence
      guard let (date, start) = WrittenDate.opening(text), case let behind = text[start...].prefix(10),
        let end = behind.firstIndex(where: { "，,".contains($0) }) ?? endOfMonths(behind)
      else { continue }
      let part = behind[..<end]
      let isPart = ["上半年", "下半年", "季度", "月"].contains { part.contains($0) }
      if date.month != nil || isPart { return Sign(date.year, .datedOpening, text[..<end]) }
    }
    return nil
  }

  /// What can stand before the time with which an account opens.
  private static let leaders = ["截至", "截止", "本院", "我院", "本局", "我局"]

  /// Where the name of several months ends with which a text opens: 1—11月.
  private static func endOfMonths(_ text: Substring) -> Substring.Index? {
    guard let month = text.firstIndex(of: "月"), namesPartOfYear(text[...month]) else { return nil }
    return text.index(after: month)
  }

  // MARK: - Headings

  private static let planned: [StaticString] = ["今年", "，计划", "，拟", "，将", "我们将", "局将"]
  private static let review: [StaticString] = ["总结", "情况", "成效", "成绩", "完成", "进展"]
  private static let plan: [StaticString] = ["安排", "部署", "建议", "计划", "打算", "思路", "任务", "目标", "重点", "下一步", "下步"]

  /// 一、2023年工作回顾, on a line of its own or at the beginning of a sentence where lines have no ends.
  private var reviewHeading: Sign? {
    if let heading = headings.first(where: { $0.text.has("回顾") }) {
      return Sign(heading.year, .reviewHeading, heading.text)
    }
    for sentence in lines.sentences where sentence.has("回顾") {
      guard let end = sentence.prefix(30).firstRange(of: "回顾")?.upperBound, let year = year(in: sentence[..<end])
      else { continue }
      return Sign(year, .reviewHeading, sentence[..<end])
    }
    return nil
  }

  /// 一、2023年主要工作 or 2023年工作情况. Where only 工作 is said, another heading of the year after, the date of the delivery or
  /// the first place tells that it is a review.
  private var workHeading: Sign? {
    for heading in headings where sort(of: heading) == .review { return Sign(heading.year, .workHeading, heading.text) }
    return nil
  }

  /// 二、2024年工作安排: the year before is reported on.
  private var planHeading: Sign? {
    for heading in headings where sort(of: heading) == .plan {
      return Sign(heading.year - 1, .planHeading, heading.text)
    }
    return nil
  }

  private enum Sort { case review, plan }

  private func sort(of heading: Heading) -> Sort? {
    let text = heading.text
    // 2022年四季度重点工作部署会上的讲话: a speech tells of the year before or of its own.
    if text.has("回顾") || text.has("工作报告") || text.hasSuffix("讲话") { return nil }
    if let delivery = lines.delivery {
      return tells(Self.review + Self.plan + ["工作"], text) ? (heading.year < delivery.date.year ? .review : .plan) : nil
    }
    let (isPlan, isReview) = (tells(Self.plan, text), tells(Self.review, text))
    if isPlan != isReview { return isPlan ? .plan : .review }
    // 2023年目标任务完成情况, 确保完成2024年目标任务
    guard isPlan || text.has("工作") else { return nil }
    if headingYears.contains(heading.year + 1) { return .review }
    if headingYears.contains(heading.year - 1) { return .plan }
    return text.hasPrefix("一") ? .review : isPlan ? nil : .plan
  }

  private func tells(_ words: [StaticString], _ text: Substring) -> Bool { words.contains(where: text.has) }

  private typealias Heading = (text: Substring, year: Int)

  private static func headings(of lines: IdentityLines, _ title: ReportTitle?) -> [Heading] {
    let title = title?.ranges ?? []
    let delivery = lines.delivery?.line
    let isTraditional = lines.isTraditional
    return lines.headings.compactMap { line in
      guard line.has("年"), !line.has("，"), !line.has("现将"), !title.contains(line.range), line.text != delivery,
        let year = year(in: line.text, isTraditional)
      else { return nil }
      return (line.text, year)
    }
  }

  // MARK: - Reports to a congress

  /// 刚刚过去的2023年，是 ….
  private var pastYear: Sign? {
    for line in lines.opening where line.has("过去的") {
      guard let past = line.text.prefix(12).firstRange(of: "过去的"),
        let (date, range) = WrittenDate.first(in: line.text[past.upperBound...]), range.lowerBound == past.upperBound
      else { continue }
      return Sign(date.year, .pastYear, line.text[..<range.upperBound])
    }
    return nil
  }

  /// ——2024年1月10日在台州市第六届人民代表大会第三次会议上.
  private var delivery: Sign? {
    lines.delivery.map { Sign(isOfPartOfYear ? $0.date.year : $0.date.yearAccountedFor, .delivery, $0.line) }
  }

  /// 2024年是…的关键之年，做好今年工作，…, or a sentence that opens so below 对今年工作的建议: the year after the review.
  private var planOpening: Sign? {
    var isBelowPlan = false
    for line in lines.all {
      if line.isChapter { isBelowPlan = line.has("今年") }
      guard isBelowPlan || line.has("今年") else { continue }
      for sentence in line.text.sentences {
        guard let (date, end) = WrittenDate.opening(sentence), date.month == nil, sentence[end...].first == "是"
        else { continue }
        return Sign(date.year - 1, .planOpening, sentence.prefix { !"，,".contains($0) })
      }
    }
    return nil
  }

  // MARK: - Dates of writing and publishing

  private var signature: Sign? {
    Signature(in: lines).map { Sign(accounted($0.date), .signatureDate, $0.dateText) }
  }

  /// The year that a report of a date is about: a plan or budget that of the date, and so a notice of a day or month.
  private func accounted(_ date: WrittenDate) -> Int {
    let isBudget = title.map { $0.core.contains("预算") && !$0.core.contains("执行") } ?? false
    let isOfItsYear = kind == .plan || isBudget || isOfPartOfYear || dated?.claim == date.year
    return isOfItsYear ? date.year : date.yearAccountedFor
  }

  private static let labels: [StaticString] = ["发布日期", "发布时间", "发文日期", "发文时间", "成文日期", "生成日期", "公开日期", "日期", "时间"]

  /// 发布日期：2024-01-25, or a date alone on a line of the opening.
  private var publication: Sign? {
    for (label, value) in lines.values(of: Self.labels) {
      guard let (date, range) = WrittenDate.first(in: value), range.lowerBound == value.startIndex, date.month != nil
      else { continue }
      return Sign(accounted(date), .publication, "\(label)：\(value[range])")
    }
    guard title != nil else { return nil }
    return lines.opening.lazy.compactMap { alone($0.text) }.first.map { Sign(accounted($0.0), .publication, $0.1) }
  }

  private var pagePublication: Sign? {
    guard let text = lines.page.published, let (date, range) = WrittenDate.first(in: text[...]), date.month != nil
    else { return nil }
    return Sign(accounted(date), .publication, text[range])
  }

  /// 2024-1-25 15:01:04.
  private func alone(_ line: Substring) -> (WrittenDate, Substring)? {
    guard let (date, end) = WrittenDate.opening(line), date.month != nil,
      line[end...].allSatisfy({ $0.isNumber || $0.isWhitespace || $0 == ":" || $0 == "：" })
    else { return nil }
    return (date, line[..<end])
  }

  // MARK: - Names of files

  /// The year in the name of the file: of a report to a congress nearly always that of its delivery.
  private var pathYears: [Sign] {
    let early = kind == .workReport && !isOfPartOfYear ? 1 : 0
    let sign = { (parts: [Substring], source: EvidenceSource) in
      parts.lazy.compactMap { part in ReportPath.year(in: part).map { Sign($0 - early, source, part) } }.first
    }
    return [sign(path.file, .fileName), sign(path.folder, .folderName)].compactMap(\.self)
  }
}
