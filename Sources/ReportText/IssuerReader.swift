/// Finds the body that issued a report.
struct IssuerReader {
  struct Finding {
    var agency: Agency
    var reasons: [String]
    var confidence: ReportIdentity.Confidence
  }

  private let lines: IdentityLines
  private let title: String?
  private let kind: ReportIdentity.Kind
  private let year: Int?
  /// How many lines are looked at for the place of an issuer that doesn't name it.
  private static let named = 80
  private static let labels: [StaticString] = ["发布机构", "发布单位", "发文机关", "发文单位", "公开机构", "信息来源", "文章来源", "来源"]
  /// What follows the issuer in a title.
  private static let behindIssuer = ["关于", "工作报告", "年度报告", "工作总结", "工作要点", "工作计划", "年报"]

  init(_ lines: IdentityLines, title: String?, kind: ReportIdentity.Kind, year: Int?) {
    self.lines = lines
    self.title = title
    self.kind = kind
    self.year = year
  }

  func issuer() -> Finding? {
    guard var best = bestCandidate() ?? issuerByCustom() else { return nil }
    // 我代表市人民政府: which city is told by the delivery or by the text around.
    if let division = division(of: best.agency) {
      best.agency = best.agency.of(division.place)
      best.reasons.append(division.reason)
      best.confidence = .medium
    }
    if best.agency.division == nil { best.confidence = .low }
    return best
  }

  /// Words that may name the issuer, and where they stand.
  private typealias Candidate = (name: Substring, reason: String, confidence: ReportIdentity.Confidence)

  /// The first of the bodies named that says of what place it is, or the first of all. The title nearly always names one, so
  /// no other place is looked at before that is known.
  private func bestCandidate() -> Finding? {
    var best: Finding?
    for place in [inTitle, inSignature, inSpeech, belowTitle, behindLabels] {
      for (name, reason, confidence) in place() {
        guard let agency = Agency(named: name, year: year) else { continue }
        let finding = Finding(agency: agency, reasons: [reason], confidence: confidence)
        if agency.division != nil { return finding }
        best = best ?? finding
      }
    }
    return best
  }

  private func inTitle() -> [Candidate] {
    title.map { [(issuer(ofTitle: $0[...]), "发文机关取自标题：\($0)", .high)] } ?? []
  }

  private func inSignature() -> [Candidate] {
    Signature(in: lines).map { [($0.name, "发文机关取自落款：\($0.name)", .high)] } ?? []
  }

  private func inSpeech() -> [Candidate] {
    lines.speech.flatMap { speaker($0.text) }.map { [($0, "发文机关取自报告人：\($0)", .high)] } ?? []
  }

  private func belowTitle() -> [Candidate] {
    lineBehindTitle.map { [($0, "发文机关取自标题下：\($0)", .high)] } ?? []
  }

  private func behindLabels() -> [Candidate] {
    lines.values(of: Self.labels).map { label, value in
      let name = value.prefix { !$0.isWhitespace && !"|，,;；".contains($0) }
      return (name, "发文机关取自页面：\(label)：\(name)", .medium)
    }
  }

  /// The words of a title before 关于 or the year.
  private func issuer(ofTitle title: Substring) -> Substring {
    var title = title
    // 2023年台州市人民政府工作报告, 2023年度台州市 …
    if let (date, range) = WrittenDate.first(in: title), range.lowerBound == title.startIndex, date.month == nil {
      title = title[range.upperBound...]
      if title.hasPrefix("度") { title = title.dropFirst() }
    }
    if let range = title.firstRange(of: "政府工作报告") {
      // 台州市人民政府2023年政府工作报告
      var body = title[..<range.lowerBound]
      if let (_, date) = WrittenDate.first(in: body), ["", "度"].contains(body[date.upperBound...]) {
        body = body[..<date.lowerBound]
      }
      // 政府工作报告 alone names nobody; 国务院 is no 人民政府.
      if body.isEmpty || Agency.isBodyName(body) { return body }
      return (body.hasSuffix("人民") ? body.dropLast(2) : body) + "人民政府"
    }
    var end = WrittenDate.first(in: title)?.1.lowerBound ?? title.endIndex
    for word in Self.behindIssuer {
      if let range = title[..<end].firstRange(of: word) { end = range.lowerBound }
    }
    let head = title[..<end]
    if Agency.isBodyName(head) { return head }
    // 青田县民政局普法工作报告: what the report is about stands between.
    for length in stride(from: head.count - 1, through: 3, by: -1) {
      let name = head.prefix(length)
      if Agency.isBodyName(name), Body.isKnown(Gazetteer.shared.leading(name, year: year).rest) { return name }
    }
    return head
  }

  /// The body that a speaker reports for: 我代表国务院，向大会 …
  private func speaker(_ line: Substring) -> Substring? {
    guard let start = line.firstRange(of: "我代表")?.upperBound else { return nil }
    let rest = line[start...]
    let ends = ["，", ",", "向", "作工作报告", "作政府工作报告", "作报告", "报告"].compactMap { rest.firstRange(of: $0)?.lowerBound }
    return rest[..<(ends.min() ?? rest.endIndex)]
  }

  /// The first body named on the line behind the title, as communiqués have it (台州市统计局 国家统计局台州调查队), or behind the
  /// line that says when the report was given.
  private var lineBehindTitle: Substring? {
    guard let title else { return nil }
    let opening = lines.opening
    for index in opening.indices where title.hasSuffix(opening[index].text.filter { !$0.isWhitespace }) {
      let next = opening[(index + 1)...].first { $0.text != lines.delivery?.line }
      guard let next, next.text.count <= 60 else { continue }
      let names = next.text.split { $0.isWhitespace || $0 == "、" }
      if let first = names.first, Agency.isBodyName(first) { return first }
    }
    return nil
  }

  /// A statistical communiqué that names nobody is the statistics bureau's.
  private func issuerByCustom() -> Finding? {
    guard kind == .communique, let title, title.contains("统计公报"),
      // 新疆生产建设兵团第八师石河子市 is no 新疆.
      case let (chain, rest) = Gazetteer.shared.leading(issuer(ofTitle: title[...]), year: year), rest.isEmpty,
      let place = chain.last,
      let agency = Agency(named: place.name + "统计局", year: year)
    else { return nil }
    return Finding(agency: agency, reasons: ["文中没有发文机关；统计公报按例归统计局：\(title)"], confidence: .low)
  }

  // MARK: - Place

  /// The place of a body that names only the kind of its place.
  private func division(of agency: Agency) -> (place: Division, reason: String)? {
    let kinds = agency.unnamedKinds
    guard !kinds.isEmpty else { return nil }
    if let delivery = lines.delivery,
      let place = Gazetteer.shared.leading(delivery.place, year: year).chain.last, kinds.contains(where: place.isOf)
    {
      return (place, "地名取自报告日期行：\(place.name)")
    }
    let texts = lines.all.prefix(Self.named).map(\.text)
    guard let place = Gazetteer.shared.mostNamed(in: texts, kinds: kinds, year: year) else { return nil }
    return (place, "地名由正文推定：\(place.name)")
  }
}

/// A body's name and a date near the end of a report, on two lines or one.
struct Signature: Sendable {
  let name: Substring
  let date: WrittenDate
  let dateText: Substring

  init?(in lines: IdentityLines) {
    let ending = lines.ending
    for index in ending.indices.reversed() {
      let line = ending[index].text
      guard line.hasSuffix("日"), let (date, range) = WrittenDate.first(in: line), range.upperBound == line.endIndex,
        date.month != nil
      else { continue }
      let before = line[..<range.lowerBound].reversed().drop(while: \.isWhitespace).reversed()
      let own = Substring(String(before))
      if Agency.isBodyName(own) {
        (name, self.date, dateText) = (own, date, line[range])
        return
      }
      // Of several bodies that sign the first is the one that leads.
      let names = ending[..<index].reversed().prefix { Agency.isBodyName($0.text) }
      guard own.isEmpty, let name = names.last?.text else { continue }
      (self.name, self.date, dateText) = (name, date, line)
      return
    }
    return nil
  }
}
