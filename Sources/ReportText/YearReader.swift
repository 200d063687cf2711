/// Finds the year that a report is about. What stands first in `year()` outranks the rest; a banner's date (今天是:…) or
/// the time of a crawl is none of them.
struct YearReader {
  struct Finding {
    let year: Int
    let reason: String
    let confidence: ReportIdentity.Confidence
  }

  private let lines: IdentityLines
  private let title: String?
  private let kind: ReportIdentity.Kind

  private static let planHeadings = ["安排", "任务", "部署", "重点工作", "主要工作", "建议", "工作"]

  init(_ lines: IdentityLines, title: String?, kind: ReportIdentity.Kind) {
    self.lines = lines
    self.title = title
    self.kind = kind
  }

  func year() -> Finding? {
    // A school year is no calendar year.
    if title?.contains("学年") == true { return nil }
    if kind == .workReport {
      // The title of a report to a congress names the year of its delivery.
      return reviewHeading ?? reviewOpening ?? planHeading ?? delivery ?? planOpening ?? deliveryTitle ?? signature
        ?? publication
    }
    return titleYear ?? period ?? reviewHeading ?? announcement ?? opening ?? signature ?? publication
  }

  // MARK: - What states the year

  private var titleYear: Finding? {
    guard let title, let year = WrittenDate.year(in: title[...]) else { return nil }
    return Finding(year: year, reason: "年份取自标题：\(title)", confidence: .high)
  }

  /// 统计期限自2022年1月1日起至2022年12月31日止.
  private var period: Finding? {
    for line in lines.all where line.has("12月31日") {
      guard let (first, range) = WrittenDate.first(in: line.text), first.month == 1 else { continue }
      let behind = line.text[range.upperBound...].prefix(24)
      guard let to = behind.firstIndex(of: "至"), behind.firstRange(of: "12月31日") != nil,
        behind.distance(from: behind.startIndex, to: to) <= 3
      else { continue }
      let last = WrittenDate.first(in: behind)?.0 ?? first
      return Finding(
        year: last.year, reason: "年份取自统计期限：\(line.text[range])至12月31日", confidence: .high)
    }
    return nil
  }

  /// 一、2023年工作回顾.
  private var reviewHeading: Finding? {
    for line in lines.all where line.has("回顾") && line.isHeading {
      if let year = WrittenDate.year(in: line.text) {
        return Finding(year: year, reason: "年份取自小标题：\(line.text)", confidence: .high)
      }
    }
    return nil
  }

  /// 现将2023年工作情况报告如下.
  private var announcement: Finding? {
    for line in lines.opening {
      guard let now = line.text.firstRange(of: "现将"), case let rest = line.text[now.lowerBound...].prefix(60),
        rest.contains("如下"), let year = WrittenDate.year(in: rest)
      else { continue }
      return Finding(year: year, reason: "年份取自正文：\(rest.prefix { $0 != "如" })如下", confidence: .high)
    }
    return nil
  }

  /// 2023年，在市委的坚强领导下，… opens the account of a year in a report without headings.
  private var opening: Finding? {
    for line in lines.opening {
      guard let mark = line.text.firstIndex(where: { "，,".contains($0) }), case let head = line.text[..<mark],
        head.count <= 9, let (date, range) = WrittenDate.first(in: head), range.lowerBound == head.startIndex,
        date.month == nil, ["", "度", "以来", "度以来"].contains(head[range.upperBound...])
      else { continue }
      return Finding(year: date.year, reason: "年份取自正文段首：\(head)", confidence: .medium)
    }
    return nil
  }

  // MARK: - Work reports

  /// 刚刚过去的2023年，是 …, or a paragraph that opens with the year.
  private var reviewOpening: Finding? {
    for line in lines.opening {
      guard let past = line.text.prefix(12).firstRange(of: "过去的"),
        let (date, range) = WrittenDate.first(in: line.text[past.upperBound...]), range.lowerBound == past.upperBound
      else { continue }
      return Finding(
        year: date.year, reason: "年份取自正文段首：\(line.text[..<range.upperBound])", confidence: .high)
    }
    return opening
  }

  /// 二、2024年工作安排: the year before is reported on.
  private var planHeading: Finding? {
    for line in lines.all where line.isHeading {
      if lines.delivery?.line != line.text, line.text != title.map({ $0[...] }),
        Self.planHeadings.contains(where: line.text.contains), !line.text.contains("政府工作报告"),
        let year = WrittenDate.year(in: line.text),
        // 一、2022年主要工作 in a report given in 2023 is the review.
        lines.delivery.map({ $0.date.year <= year }) ?? true
      {
        return Finding(year: year - 1, reason: "年份由工作安排的小标题推定：\(line.text)", confidence: .medium)
      }
    }
    return nil
  }

  /// ——2024年1月10日在台州市第六届人民代表大会第三次会议上.
  private var delivery: Finding? {
    guard let delivery = lines.delivery else { return nil }
    return Finding(
      year: delivery.date.yearAccountedFor, reason: "年份由报告日期推定：\(delivery.line)", confidence: .medium)
  }

  /// 2024年是…的关键之年，做好今年工作，…, or a sentence that opens so below 对今年工作的建议: the year after the review.
  private var planOpening: Finding? {
    var isBelowPlan = false
    for line in lines.all {
      if line.isChapter { isBelowPlan = line.text.contains("今年") }
      guard isBelowPlan || line.text.contains("今年") else { continue }
      for sentence in line.text.split(separator: "。") {
        guard let (date, range) = WrittenDate.first(in: sentence), range.lowerBound == sentence.startIndex,
          date.month == nil, sentence[range.upperBound...].first == "是"
        else { continue }
        let head = sentence.prefix { !"，,".contains($0) }
        return Finding(year: date.year - 1, reason: "年份由工作部署的语句推定：\(head)", confidence: .medium)
      }
    }
    return nil
  }

  private var deliveryTitle: Finding? {
    guard let title, let year = WrittenDate.year(in: title[...]) else { return nil }
    return Finding(year: year - 1, reason: "年份由报告标题推定：\(title)", confidence: .low)
  }

  // MARK: - Dates of writing and publishing

  private var signature: Finding? {
    guard let signature = Signature(in: lines) else { return nil }
    return Finding(
      year: kind == .plan ? signature.date.year : signature.date.yearAccountedFor,
      reason: "年份由落款日期推定：\(signature.dateText)", confidence: .medium)
  }

  private static let labels: [StaticString] = ["发布日期", "发布时间", "发文日期", "发文时间", "成文日期", "生成日期", "公开日期", "日期", "时间"]

  /// 发布日期：2024-01-25, or a date alone on a line of the opening.
  private var publication: Finding? {
    for (label, value) in lines.values(of: Self.labels) {
      guard let (date, range) = WrittenDate.first(in: value), range.lowerBound == value.startIndex, date.month != nil
      else { continue }
      return published(date, "\(label)：\(value[range])")
    }
    guard title != nil else { return nil }
    return lines.opening.lazy.compactMap { line in alone(line.text).map { published($0.0, "\($0.1)") } }.first
  }

  private func published(_ date: WrittenDate, _ text: String) -> Finding {
    Finding(
      year: kind == .plan ? date.year : date.yearAccountedFor, reason: "年份由发布日期推定：\(text)", confidence: .low)
  }

  /// 2024-1-25 15:01:04.
  private func alone(_ line: Substring) -> (WrittenDate, Substring)? {
    guard let (date, range) = WrittenDate.first(in: line), range.lowerBound == line.startIndex,
      date.month != nil,
      line[range.upperBound...].allSatisfy({ $0.isNumber || $0.isWhitespace || $0 == ":" || $0 == "：" })
    else { return nil }
    return (date, line[range])
  }
}
