/// A public body that issues reports.
public struct Agency: Sendable, Hashable {
  /// Stable id: the division's code and the body's field (`331000-science-technology`), or its name where the field
  /// is unknown.
  public let id: String
  /// The name in full form: 台州市科学技术局.
  public let name: String
  /// The division that it belongs to; `nil` if the name doesn't tell.
  public let division: Division?

  /// An agency as stored.
  public init(id: String, name: String, division: Division?) {
    self.id = id
    self.name = name
    self.division = division
  }

  /// A body of a division; one of an unknown place keeps its name as its id.
  private init(_ body: Body, of division: Division?, place: String) {
    let name = body.name(of: place)
    let id = division.map { "\($0.code)-\(body.field)" } ?? "000000-\(name)"
    self.init(id: id, name: name, division: division)
  }

  /// The agency of a name as written, or `nil` if the words name no public body.
  ///
  /// - Parameter year: the year that the name is from, for divisions that changed.
  public init?(named text: Substring, year: Int?) {
    let (head, placed) = Body.withoutHead(text)
    let (chain, rest) = Gazetteer.shared.leading(placed, year: year)
    let whole = head + placed
    if Self.isInstitution(whole) {
      // 浙江大学 is none of the province's, 台州市第一人民医院 is the city's.
      let place = placed.dropLast(rest.count)
      let division = chain.last.flatMap { place.hasSuffix($0.name) ? $0 : nil }
      self.init(id: "\(division?.code ?? "000000")-\(whole)", name: whole, division: division)
      return
    }
    guard !rest.isEmpty, Self.isBodyName(rest) || Body.isKnown(rest) else { return nil }
    if chain.isEmpty, head.isEmpty, let body = Body(national: rest) {
      self.init(body, of: .nation, place: "")
      return
    }
    // 市科技局: the kind of the place stands before the body.
    let (kind, unplaced) = chain.isEmpty ? Self.kindOfPlace(rest) : ("", rest)
    let body = Body(head: head, rest: unplaced, isBehindPlace: !chain.isEmpty || !kind.isEmpty)
    self.init(body, of: chain.last, place: chain.map(\.name).joined() + kind)
  }

  /// This body as one of a division: 市人民政府 of 台州市.
  func of(_ division: Division) -> Agency {
    let (head, placed) = Body.withoutHead(name[...])
    let body = Body(head: head, rest: Self.kindOfPlace(placed).rest, isBehindPlace: true)
    return Agency(body, of: division, place: division.name)
  }

  /// The kinds of division (市, 州, 县 …) that it can belong to where the name tells that but not which division it is.
  var unnamedKinds: [String] {
    guard division == nil else { return [] }
    let placed = Body.withoutHead(name[...]).rest
    // 行署 are those of prefectures that are no cities.
    if placed.hasPrefix("行政公署") { return ["盟", "地区"] }
    let kind = Self.kindOfPlace(placed).kind
    return kind.isEmpty ? [] : [kind]
  }

  private static let placeKinds = ["自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "州", "盟", "县", "区", "旗"]

  private static func kindOfPlace(_ text: Substring) -> (kind: String, rest: Substring) {
    // 市场监督管理局 is no body of a 市.
    guard !Body.isKnown(text) else { return ("", text) }
    for kind in placeKinds where text.hasPrefix(kind) && text.count > kind.count {
      return (kind, text.dropFirst(kind.count))
    }
    return ("", text)
  }

  private static let institutions = ["大学", "学院", "学校", "中学", "小学", "医院", "公司", "集团", "海关"]

  /// Whether a name is that of a school, hospital, company or customs house, which is its own in all parts.
  private static func isInstitution(_ text: some StringProtocol) -> Bool {
    institutions.contains { text.hasSuffix($0) && text.count > $0.count }
  }

  /// Whether a name ends as names of public bodies do.
  static func isBodyName(_ text: some StringProtocol) -> Bool {
    let endings = [
      "局", "厅", "委", "委员会", "政府", "公署", "行署", "办公室", "办公厅", "国务院", "法院", "检察院", "管理处", "总队", "支队", "署", "中心",
      "联合会", "部", "人大", "常委会", "代表大会", "政协", "政府办", "委办", "办事处", "调查队",
    ]
    return (1...30).contains(text.count) && (endings.contains { text.hasSuffix($0) } || isInstitution(text))
      && !text.contains { "，。、：:；;！".contains($0) }
  }
}
