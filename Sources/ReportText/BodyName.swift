/// The name of a public body taken apart: 国家统计局 · 台州 · 调查队, 市 · 教育局.
struct BodyName: Sendable {
  /// The name as written, without blanks.
  let text: Substring
  /// The words before the place: 中共, 国家税务总局; empty for most.
  let head: Substring
  /// The divisions named, from above.
  let chain: [Division]
  /// The word for the kind of place where the name tells no more of it: 市 of 市教育局.
  let kind: Substring
  /// What follows the place.
  let rest: Substring

  /// Takes a name apart; `nil` if the words name no public body.
  ///
  /// - Parameter year: the year that the name is from, for divisions that changed.
  init?(_ written: Substring, year: Int?) {
    text = written.contains(where: \.isWhitespace) ? Substring(written.filter { !$0.isWhitespace }) : written
    guard !Self.deictics.contains(where: text.hasPrefix) else { return nil }
    head = Self.head(of: text, year)
    let (chain, behind) = Gazetteer.shared.leading(text[head.endIndex...], year: year)
    self.chain = chain
    kind = chain.isEmpty ? Self.kind(opening: behind) : ""
    rest = behind.dropFirst(kind.count)
    guard isInstitution || Self.isBodyName(behind) || Body.isKnown(behind) else { return nil }
    // 资源局 is no 局 of 资源县.
    if head.isEmpty, !chain.isEmpty, rest.count == 1, rest != "委" { return nil }
  }

  /// The division that the body belongs to, by its name. 浙江大学 is none of the province's.
  var division: Division? {
    guard isInstitution else { return chain.last ?? (isNational ? .nation : nil) }
    let place = text[head.endIndex..<rest.startIndex]
    return chain.last.flatMap { place.hasSuffix($0.name) ? $0 : nil }
  }

  /// What the body is, apart from its place: the id of its field or its own name.
  var field: String {
    if isInstitution { return String(ownName) }
    if isNational, let field = Body.nationalField(of: rest) { return field }
    return Body.field(head: head, rest: rest, isBehindPlace: !chain.isEmpty || !kind.isEmpty)
  }

  /// The name without 中华人民共和国 before it.
  var ownName: Substring { head == Self.republic ? text[head.endIndex...] : text }

  /// The kinds of division (市, 州, 县 …) that it can belong to where the name tells that but not which division it is.
  var unnamedKinds: [String] {
    guard chain.isEmpty else { return [] }
    // 行署 are those of prefectures that are no cities.
    if ["行政公署", "行署"].contains(where: rest.hasPrefix) { return ["盟", "地区"] }
    return kind.isEmpty ? [] : [String(kind)]
  }

  /// Whether there is but one body of the name though no division is told: 清华大学, 宁波海关, 台中市政府.
  var isUnique: Bool {
    guard kind.isEmpty else { return false }
    if text.hasPrefix("中国") { return true }
    if isInstitution { return !chain.isEmpty || Self.isUniqueInstitution(text[head.endIndex...]) }
    return Self.namesUnlistedPlace(rest)
  }

  /// The name as one of a division: 市人民政府 of 台州市.
  func name(of division: Division) -> String { "\(head)\(division.name)\(rest)" }

  private var isInstitution: Bool { Self.isInstitution(text) }
  private var isNational: Bool {
    (head.isEmpty || head == Self.republic) && chain.isEmpty && kind.isEmpty && Body.nationalField(of: rest) != nil
  }

  // MARK: - Names

  private static let republic = "中华人民共和国"

  /// 我局, 全市 and the like name nobody.
  private static let deictics = ["我", "本", "该", "全", "各", "贵", "有关", "相关", "上级"]

  /// The words before the place, 中共台州市委 or 国家金融监督管理总局浙江监管局.
  private static func head(of text: Substring, _ year: Int?) -> Substring {
    for head in Body.heads where text.hasPrefix(head) && text.count > head.count + 1 { return text.prefix(head.count) }
    guard text.hasPrefix("国家") || text.hasPrefix("中国") else { return text.prefix(0) }
    var length = 4
    while length + 2 < text.count {
      let head = text.prefix(length)
      let behind = text.dropFirst(length)
      if centralEndings.contains(where: head.hasSuffix) {
        let (chain, rest) = Gazetteer.shared.leading(behind, year: year)
        if !chain.isEmpty, !rest.isEmpty { return head }
      }
      length += 1
    }
    return text.prefix(0)
  }

  private static let centralEndings = ["局", "委员会", "银行", "署", "公司", "总会"]

  private static let placeKinds = ["自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "州", "盟", "县", "区", "旗"]

  /// The kind of its place with which a name opens.
  private static func kind(opening text: Substring) -> Substring {
    // 市场监督管理局 is no body of a 市.
    guard !Body.isKnown(text), let kind = placeKinds.first(where: { text.hasPrefix($0) && text.count > $0.count })
    else { return "" }
    return text.prefix(kind.count)
  }

  private static let schools = ["大学", "学院"]
  private static let institutions =
    schools + [
      "学校", "中学", "小学", "幼儿园", "医院", "卫生院", "公司", "集团", "海关", "图书馆", "博物馆", "档案馆", "文化馆", "美术馆", "纪念馆", "科技馆", "基金会",
      "研究院",
      "研究所", "协会", "学会", "商会", "慈善总会",
    ]

  /// Whether a name is that of a school, hospital, company or customs house, which is its own in all parts.
  private static func isInstitution(_ text: some StringProtocol) -> Bool {
    institutions.contains { text.hasSuffix($0) && text.count > $0.count }
  }

  /// What schools of many places are called.
  private static let commonSchools = [
    "师范", "医科", "医", "理工", "农业", "工业", "职业", "职业技术", "开放", "广播电视", "老年", "社区", "行政", "社会主义",
  ]

  private static func isUniqueInstitution(_ text: Substring) -> Bool {
    guard !text.hasPrefix("第") else { return false }
    if ["海关", "基金会"].contains(where: text.hasSuffix) { return true }
    guard let school = schools.first(where: text.hasSuffix) else { return false }
    return !commonSchools.contains { text == $0 + school }
  }

  /// Whether a name opens with a city or county that no table has: 台中市政府, 嘉义县卫生局.
  private static func namesUnlistedPlace(_ text: Substring) -> Bool {
    for length in 3...5 {
      let place = text.prefix(length)
      guard text.count > length, let last = place.last, last == "市" || last == "县" else { continue }
      return !Gazetteer.shared.has(place)
    }
    return false
  }

  private static let endings = [
    "局", "厅", "委", "委员会", "政府", "公署", "行署", "办公室", "办公厅", "国务院", "法院", "检察院", "处", "总队", "支队", "大队", "署", "中心",
    "联合会", "部", "人大", "常委会", "代表大会", "政协", "政府办", "委办", "街道办", "调查队", "管委会", "联合社", "供销社", "总社", "总工会", "妇联", "残联",
    "科协",
    "红十字会", "立法会", "团委", "分行", "支行", "人民银行", "园区",
  ]

  /// Nearly all words are told from names by their last character.
  private static let lastCharacters = Set((endings + institutions).compactMap(\.last))

  /// Whether a name ends as names of public bodies do.
  static func isBodyName(_ text: some StringProtocol) -> Bool {
    guard let last = text.last, lastCharacters.contains(last) else { return false }
    return (1...36).contains(text.count) && (endings.contains { text.hasSuffix($0) } || isInstitution(text))
      && !text.contains { "，。、：:；;！《》“”—0123456789".contains($0) } && !deictics.contains { text.hasPrefix($0) }
  }

  /// The body with whose name a text opens, what follows it left out: 青田县民政局普法工作报告. The longest name of a body that
  /// says its place or whose field is known.
  static func leading(_ text: Substring, year: Int?) -> BodyName? {
    for length in stride(from: min(text.count, 36), through: 3, by: -1) {
      let name = text.prefix(length)
      guard isBodyName(name), let found = BodyName(name, year: year) else { continue }
      if Body.isKnown(found.rest) || found.isUnique || found.isInstitution && !found.chain.isEmpty { return found }
    }
    return nil
  }
}
