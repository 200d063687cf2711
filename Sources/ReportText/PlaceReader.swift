/// Collects what tells the place of a body that doesn't name it: 我代表市人民政府.
struct PlaceReader {
  typealias Sign = Evidence<Division>

  private let lines: IdentityLines
  private let title: ReportTitle?
  private let year: Int?
  private let path: ReportPath
  /// The places of the bodies that are named with theirs.
  private let bodies: [Sign]

  /// How many lines are looked at for names of places.
  private static let most = 100
  private static let offices: [StaticString] = [
    "市长", "县长", "区长", "州长", "省长", "盟长", "旗长", "主席", "主任", "院长", "检察长", "局长", "专员",
  ]

  init(_ lines: IdentityLines, title: ReportTitle?, year: Int?, path: ReportPath, bodies: [Sign]) {
    self.lines = lines
    self.title = title
    self.year = year
    self.path = path
    self.bodies = bodies
  }

  /// The place of a body, by all that names one of its kind; `nil` if nothing does.
  func decision(for name: BodyName) -> Decision<Division>? {
    let kinds = name.unnamedKinds
    let told = (bodies + ofTitles(kinds) + [delivery(kinds), office(kinds)].compactMap(\.self) + ofNames(kinds)).filter
    {
      sign in kinds.isEmpty ? sign.claim != .nation : kinds.contains(where: sign.claim.isOf)
    }
    return Decision(kinds.isEmpty ? told : told + inText(kinds))
  }

  /// The place with whose name a text opens, the year before it left out. 恩施 is 恩施市 where a city is asked for.
  private func place(_ text: some StringProtocol, _ source: EvidenceSource, _ kinds: [String]) -> Sign? {
    var text = Substring(text)
    if let (date, range) = WrittenDate.first(in: text), range.lowerBound == text.startIndex, date.month == nil {
      text = text[range.upperBound...].drop { $0 == "度" }
    }
    if text.hasPrefix("关于") || text.hasPrefix("中国") { text = text.dropFirst(2) }
    return Gazetteer.shared.leading(text, year: year, kinds: kinds).chain.last.map { Sign($0, source, text) }
  }

  private func ofTitles(_ kinds: [String]) -> [Sign] {
    [title.flatMap { place($0.core, .title, kinds) }, lines.page.article.flatMap { place($0, .pageArticle, kinds) }]
      .compactMap(\.self)
  }

  /// Those in the names of site, file and folder.
  private func ofNames(_ kinds: [String]) -> [Sign] {
    (lines.page.titleParts + [lines.page.site.map { $0[...] } ?? ""]).compactMap { place($0, .site, kinds) }
      + path.file.compactMap { place($0, .fileName, kinds) } + path.folder.compactMap { place($0, .folderName, kinds) }
  }

  /// ——2024年1月10日在台州市第六届人民代表大会第三次会议上.
  private func delivery(_ kinds: [String]) -> Sign? {
    lines.delivery.flatMap { place($0.place, .deliveryPlace, kinds) }
  }

  /// 台州市市长 陈某某.
  private func office(_ kinds: [String]) -> Sign? {
    lines.opening.lazy.filter { line in line.text.utf8.count <= 72 && Self.offices.contains(where: line.text.has) }
      .compactMap { place($0.text, .speakerOffice, kinds) }.first
  }

  /// The division of one of some kinds that the text speaks of by far most often: at least three times, and twice as
  /// often as of any other.
  private func inText(_ kinds: [String]) -> [Sign] {
    let texts = lines.all.prefix(Self.most).map(\.text)
    let ranked = Gazetteer.shared.counts(in: texts, kinds: kinds, year: year).sorted {
      ($0.value, $1.key.code) > ($1.value, $0.key.code)
    }
    guard let first = ranked.first else { return [] }
    let second = ranked.dropFirst().first?.value ?? 0
    guard first.value >= 3, first.value >= 2 * second else { return [] }
    let isThroughout = first.value >= 8 && first.value >= 4 * second
    return [Sign(first.key, isThroughout ? .namedThroughout : .namedMost, "\(first.key.name)，\(first.value) 次")]
  }
}
