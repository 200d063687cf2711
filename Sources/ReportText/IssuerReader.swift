/// Collects what tells the body that issued a report, and decides with what tells its place.
struct IssuerReader {
  struct Finding {
    let agency: Agency
    let reasons: [String]
    let confidence: ReportIdentity.Confidence
  }

  typealias Sign = Evidence<String>

  private let lines: IdentityLines
  private let title: ReportTitle?
  private let kind: ReportIdentity.Kind
  private let year: Int?
  private let path: ReportPath
  /// Tells bodies whose place nothing tells from those of other documents.
  private let mark: () -> String

  private static let labels: [StaticString] = [
    "发布机构", "发布单位", "发文机关", "发文单位", "公开机构", "公开单位", "编制单位", "责任部门", "预算主管部门", "主管部门", "部门名称", "单位名称", "填报单位",
    "预算单位",
  ]
  private static let origins: [StaticString] = ["信息来源", "文章来源", "来源", "供稿单位", "作者"]
  /// What follows the issuer in a title.
  private static let behindIssuer = ["关于", "工作报告", "年度报告", "工作总结", "工作要点", "工作计划", "年报", "部门", "单位预算", "单位决算"]

  init(
    _ lines: IdentityLines, title: ReportTitle?, kind: ReportIdentity.Kind, year: Int?, path: ReportPath,
    mark: @escaping () -> String
  ) {
    self.lines = lines
    self.title = title
    self.kind = kind
    self.year = year
    self.path = path
    self.mark = mark
  }

  /// The issuer and what it rests on; `nil` if nothing names one.
  func issuer() -> Finding? {
    var names: [String: BodyName] = [:]
    let named = evidence.compactMap { sign -> Evidence<String>? in
      guard let name = BodyName(sign.claim[...], year: year) else { return nil }
      let text = String(name.text)
      names[text] = names[text] ?? name
      return Evidence(text, sign.source, sign.words)
    }
    guard !named.isEmpty else { return nil }
    let places = PlaceReader(
      lines, title: title, year: year, path: path,
      bodies: named.compactMap { sign in
        names[sign.claim]?.division.map { Evidence($0, sign.source, sign.words) }
      })
    let bodies = names.mapValues { body(of: $0, places) }
    // In the order of the evidence, so that the same text always gives the same reasons.
    let agencies = named.compactMap { bodies[$0.claim]?.agency }
    let signs = zip(named, agencies).map { sign, agency in Evidence(agency.id, sign.source, sign.words) }
    guard let decision = Decision(signs, agree: { first, second in agree(first, second, agencies) }),
      let strongest = signs.firstIndex(where: { $0.claim == decision.claim && $0.source == decision.support[0].source }
      ),
      let name = names[named[strongest].claim]
    else { return nil }
    return finding(name, bodies[named[strongest].claim]?.place, decision, agencies)
  }

  /// A body, with what its place was decided by where its name doesn't tell it.
  private typealias PlacedBody = (agency: Agency, place: Decision<Division>?)

  private func body(of name: BodyName, _ places: PlaceReader) -> PlacedBody {
    if name.division != nil || name.isUnique { return (Agency(name), nil) }
    guard let place = places.decision(for: name) else { return (Agency(name, onlyOf: ""), nil) }
    return (Agency(name, of: place.claim), place)
  }

  private func finding(
    _ name: BodyName, _ place: Decision<Division>?, _ decision: Decision<String>, _ agencies: [Agency]
  ) -> Finding {
    let reasons = decision.reasons("发文机关") { id in agencies.first { $0.id == id }?.name ?? id }
    if let place {
      return Finding(
        agency: Agency(name, of: place.claim), reasons: reasons + place.reasons("地名") { $0.name },
        confidence: decision.confidence.atMost(place.confidence))
    }
    if name.division != nil || name.isUnique {
      return Finding(agency: Agency(name), reasons: reasons, confidence: decision.confidence)
    }
    return Finding(
      agency: Agency(name, onlyOf: mark()), reasons: reasons + ["文中没有说明是哪里的\(name.text)，只在本文件内算作一个机关"],
      confidence: .low)
  }

  /// Whether one body doesn't speak against another: the office of a government signs for it.
  private func agree(_ first: String, _ second: String, _ agencies: [Agency]) -> Bool {
    if first == second { return true }
    let names = [first, second].compactMap { id in agencies.first { $0.id == id }?.name }
    return names.count == 2 && (names[0].hasPrefix(names[1]) || names[1].hasPrefix(names[0]))
  }

  // MARK: - Evidence

  /// All places that name a body.
  private var evidence: [Sign] {
    var signs: [Sign] = []
    if let title { signs.append(Sign(String(issuer(ofTitle: title.core)), .title, title.text)) }
    signs += [letterhead, signature, speaker, office, officer, belowTitle, author, announcement].compactMap(\.self)
    signs += labelled(Self.labels, .label) + labelled(Self.origins, .origin)
    signs += [subject, custom].compactMap(\.self)
    return signs + ofPage + ofPath
  }

  /// A line that is the body's name, as on its letter paper: 台州市水利局文件.
  private var letterhead: Sign? {
    let end = title.flatMap { title in lines.opening.firstIndex { title.text.hasPrefix($0.text.prefix(12)) } } ?? 6
    for (index, line) in lines.opening.prefix(end).enumerated() {
      // 发布机构： has its value on the next line.
      if index > 0, let mark = lines.opening[index - 1].text.last, "：:".contains(mark) { continue }
      let name = line.text.hasSuffix("文件") ? line.text.dropLast(2) : line.text
      guard name.count <= 36, let body = BodyName(name, year: year), body.division != nil || !body.kind.isEmpty
      else { continue }
      return Sign(String(name), .letterhead, name)
    }
    return nil
  }

  private var signature: Sign? { Signature(in: lines).map { Sign(String($0.name), .signature, $0.name) } }

  /// The body that a speaker reports for: 我代表国务院，向大会 …
  private var speaker: Sign? {
    guard let line = lines.speech?.text, let start = line.firstRange(of: "我代表")?.upperBound else { return nil }
    let rest = line[start...]
    let ends = ["，", ",", "向", "作工作报告", "作政府工作报告", "作报告", "报告"].compactMap { rest.firstRange(of: $0)?.lowerBound }
    let name = rest[..<(ends.min() ?? rest.endIndex)]
    return Sign(String(name), .speaker, name)
  }

  private static let offices: [StaticString] = ["市长", "县长", "区长", "州长", "省长", "镇长", "乡长", "旗长", "盟长"]

  /// The government whose head speaks: 台州市市长 陈某某, 台州市人民政府市长 below 政府工作报告.
  private var office: Sign? {
    guard let title, title.core.has("政府工作报告") else { return nil }
    for line in lines.opening where line.text.utf8.count <= 72 {
      guard let office = Self.offices.first(where: line.has),
        let end = line.text.firstRange(of: office.description)?.lowerBound
      else { continue }
      let name = line.text[..<end].filter { !$0.isWhitespace }
      if BodyName.isBodyName(name[...]) { return Sign(name, .speaker, line.text) }
      let (chain, rest) = Gazetteer.shared.leading(name[...], year: year)
      if !chain.isEmpty, rest.isEmpty { return Sign(name + "人民政府", .speaker, line.text) }
    }
    return nil
  }

  private static let officers: [StaticString] = ["局长", "厅长", "主任", "院长", "检察长", "行长"]

  /// The body whose officer reports: 平川县财政局局长 王某某, 平川县财政局副局长; but 县人大财经委主任委员.
  private var officer: Sign? {
    guard let title, !title.core.has("政府工作报告"), !BodyName.isBodyName(issuer(ofTitle: title.core)) else { return nil }
    for line in lines.opening where line.isHeading && line.text.utf8.count <= 72 {
      guard let office = Self.officers.first(where: line.has),
        let found = line.text.firstRange(of: office.description)
      else { continue }
      let name = line.text[..<found.lowerBound].filter { !$0.isWhitespace }
      let body = name.hasSuffix("副") ? name.dropLast() : name[...]
      let rest = line.text[found.upperBound...].filter { !$0.isWhitespace }
      guard BodyName.isBodyName(body), body.count > 2, rest.count <= Self.longestName, rest.allSatisfy(\.isLetter),
        !rest.hasPrefix("委员")
      else { continue }
      return Sign(String(body), .speakerOffice, line.text)
    }
    return nil
  }

  /// How many characters a person's name has.
  private static let longestName = 4

  /// The first body named on the line behind the title, as communiqués have it (台州市统计局 国家统计局台州调查队), or behind the
  /// line that says when the report was given.
  private var belowTitle: Sign? {
    guard let title else { return nil }
    let opening = lines.opening
    for index in opening.indices
    where opening[index].isHeading && title.text.hasSuffix(opening[index].text.filter { !$0.isWhitespace }) {
      let next = opening[(index + 1)...].first { $0.text != lines.delivery?.line }
      guard let next, next.text.count <= 60 else { continue }
      let names = next.text.split { $0.isWhitespace || $0 == "、" }
      if let first = names.first, BodyName.isBodyName(first) { return Sign(String(first), .belowTitle, first) }
    }
    return nil
  }

  /// 本报告由台州市水利局编制.
  private var author: Sign? {
    for line in lines.opening where ["编制", "编写", "撰写"].contains(where: line.text.has) {
      guard let by = line.text.firstRange(of: "由")?.upperBound
      else { continue }
      let rest = line.text[by...].prefix(60)
      let ends = ["编制", "编写", "撰写", "根据", "按照", "依据", "汇总", "，", "（"].compactMap { rest.firstRange(of: $0)?.lowerBound }
      let name = rest[..<(ends.min() ?? rest.startIndex)]
      if BodyName.isBodyName(name) { return Sign(String(name), .author, rest[..<name.endIndex]) }
    }
    return nil
  }

  private static let announcements: [StaticString] = ["现公布", "现将", "现发布"]

  /// 现公布台州市水利局2023年…年度报告, 现将台州市水利局2023年…报告如下.
  private var announcement: Sign? {
    for line in lines.opening {
      guard let word = Self.announcements.first(where: line.has),
        let now = line.text.firstRange(of: word.description)?.upperBound, case let rest = line.text[now...].prefix(60),
        let name = BodyName.leading(rest, year: year)
      else { continue }
      return Sign(String(name.text), .announcement, rest.prefix { !"，。".contains($0) })
    }
    return nil
  }

  /// 发布机构：台州市水利局.
  private func labelled(_ labels: [StaticString], _ source: EvidenceSource) -> [Sign] {
    lines.values(of: labels).compactMap { label, value in
      let name = value.prefix { !$0.isWhitespace && !"|，,;；".contains($0) }
      return BodyName.isBodyName(name) ? Sign(String(name), source, "\(label)：\(name)") : nil
    }
  }

  /// How many sentences may name the body that they are about.
  private static let subjects = 5

  /// The body that the text is about: 2023年，县教育局认真履职; or that published it: 青田县教育局发布《…》.
  private var subject: Sign? {
    guard kind != .workReport else { return nil }
    let titles = title?.ranges ?? []
    let text = lines.opening.lazy.filter { !titles.contains($0.range) }
    for sentence in text.flatMap(\.text.sentences).prefix(Self.subjects) {
      for clause in sentence.split(separator: "，").prefix(2) {
        let text = clause.drop(while: \.isWhitespace)
        guard let name = BodyName.leading(text.prefix(24), year: year), !name.chain.isEmpty || !name.kind.isEmpty,
          !Self.leaders.contains(name.field)
        else { continue }
        let behind = text.dropFirst(name.text.count)
        guard let next = behind.first, next.isLetter, next != "和" else { continue }
        let isPublisher = ["发布", "公布", "印发", "通报"].contains(where: behind.hasPrefix)
        return Sign(String(name.text), isPublisher ? .publisher : .subject, text)
      }
    }
    return nil
  }

  /// Bodies that others' reports speak of: 市委高度重视.
  private static let leaders: Set<String> = ["party-committee", "government", "congress", "consultative-conference"]

  /// A statistical communiqué that names nobody is the statistics bureau's.
  private var custom: Sign? {
    guard kind == .communique, let title, title.core.contains("统计公报") else { return nil }
    let (chain, rest) = Gazetteer.shared.leading(issuer(ofTitle: title.core), year: year)
    // 2023年平川县国民经济和社会发展统计公报, but 新疆生产建设兵团第八师石河子市 is no 新疆.
    let isNamed = rest.isEmpty || ["国民经济和社会发展", "统计公报"].contains(where: rest.hasPrefix)
    guard isNamed, let place = chain.last else { return nil }
    return Sign(place.name + "统计局", .custom, title.text)
  }

  private var ofPage: [Sign] {
    let page = lines.page
    var signs: [Sign] = []
    if let article = page.article { signs.append(Sign(String(issuer(ofTitle: article[...])), .pageArticle, article)) }
    if let source = page.source { signs.append(Sign(source, .pageSource, source)) }
    for part in page.titleParts + [page.site.map { $0[...] } ?? ""] { signs.append(Sign(String(part), .site, part)) }
    return signs
  }

  private var ofPath: [Sign] {
    let sign = { (part: Substring, source: EvidenceSource) in
      Sign(String(issuer(ofTitle: ReportPath.withoutShortYear(part))), source, part)
    }
    return path.file.map { sign($0, .fileName) } + path.folder.map { sign($0, .folderName) }
  }

  // MARK: - Titles

  /// The words of a title before 关于 or the year.
  private func issuer(ofTitle title: Substring) -> Substring {
    var title = title
    // 2023年台州市人民政府工作报告, 2023年度台州市 …
    if let (date, range) = WrittenDate.first(in: title), range.lowerBound == title.startIndex, date.month == nil {
      title = title[range.upperBound...]
      if title.hasPrefix("度") { title = title.dropFirst() }
    }
    // 2014国务院政府工作报告
    title = title.drop { $0.isASCII && $0.isNumber }
    if let range = title.firstRange(of: "政府工作报告") { return government(title[..<range.lowerBound]) }
    var end = years(in: title) ?? title.endIndex
    for word in Self.behindIssuer {
      if let range = title[..<end].firstRange(of: word) { end = range.lowerBound }
    }
    let head = title[..<end]
    if BodyName.isBodyName(head) { return head }
    // 青田县民政局普法工作报告: what the report is about stands between.
    return BodyName.leading(head, year: year)?.text ?? head
  }

  /// The body of 台州市人民政府2023年 before 政府工作报告, which alone names nobody; 国务院 is no 人民政府.
  private func government(_ words: Substring) -> Substring {
    var body = words
    if let (_, date) = WrittenDate.first(in: body), ["", "度"].contains(body[date.upperBound...]) {
      body = body[..<date.lowerBound]
    }
    if body.isEmpty || BodyName.isBodyName(body) { return body }
    return (body.hasSuffix("人民") ? body.dropLast(2) : body) + "人民政府"
  }

  /// Where the year or years of a title begin: 2023年, 2021—2022学年, 108年度 in a traditional text.
  private func years(in title: Substring) -> Substring.Index? {
    if let date = WrittenDate.first(in: title) {
      let before = title[..<date.1.lowerBound]
      let first = before.reversed().drop { "—-－–~至/".contains($0) }.prefix { $0.isNumber }
      return first.count == 4 ? before.index(before.endIndex, offsetBy: -5) : date.1.lowerBound
    }
    if lines.isTraditional, let found = WrittenDate.republicanYear(in: title) { return found.range.lowerBound }
    return title.indices.first { title[$0].isNumber && title[$0...].prefix { $0.isNumber }.count == 4 }
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
      if BodyName.isBodyName(own) {
        (name, self.date, dateText) = (own, date, line[range])
        return
      }
      // Of several bodies that sign the first is the one that leads.
      let names = ending[..<index].reversed().prefix { BodyName.isBodyName($0.text) }
      guard own.isEmpty, let name = names.last?.text else { continue }
      (self.name, self.date, dateText) = (name, date, line)
      return
    }
    return nil
  }
}
