import EmbeddedFiles

/// An administrative division by its GB/T 2260 code.
public struct Division: Sendable, Hashable {
  /// Six digits; `000000` for the whole country.
  public let code: String
  /// The official name.
  public let name: String
  /// The first year in which code and name belong together.
  public let from: Int
  /// The last year of validity; `nil` if it is valid still.
  public let to: Int?

  /// A division with the years for which it is known.
  public init(code: String, name: String, from: Int, to: Int?) {
    self.code = code
    self.name = name
    self.from = from
    self.to = to
  }

  /// The level of government.
  public var level: Level {
    if code == "000000" { return .national }
    if code.hasSuffix("0000") { return .province }
    return code.hasSuffix("00") ? .prefecture : .county
  }

  /// Levels of government, from above.
  public enum Level: String, Sendable, CaseIterable {
    case national, province, prefecture, county
  }

  /// The country as a whole.
  public static let nation = Division(code: "000000", name: "全国", from: 1949, to: nil)
}

/// The divisions of the country since 1980, by name.
struct Gazetteer: Sendable {
  static let shared = Gazetteer()

  private let divisions: [Division]
  private let byName: [String: [Int]]
  private let byCode: [String: [Int]]
  private let longestName = 15

  private init() {
    var divisions: [Division] = []
    var byName: [String: [Int]] = [:]
    var byCode: [String: [Int]] = [:]
    for line in embeddedLines(embedded_divisions) {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      let fields = columns.map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 4, let from = Int(fields[2]) else { continue }
      byName[fields[1], default: []].append(divisions.count)
      let short = Self.shortLength(columns[1])
      if short < columns[1].count { byName[String(fields[1].utf8.prefix(short))!, default: []].append(divisions.count) }
      // 凉山彝族自治州 is 凉山 to most.
      let place = Self.lengthBeforePeoples(columns[1].prefix(short))
      if place < short { byName[String(fields[1].utf8.prefix(place))!, default: []].append(divisions.count) }
      byCode[fields[0], default: []].append(divisions.count)
      divisions.append(Division(code: fields[0], name: fields[1], from: from, to: Int(fields[3])))
    }
    self.divisions = divisions
    self.byName = byName
    self.byCode = byCode
  }

  /// The divisions named at the start of `text`, from above (重庆市江津区 gives both), and the rest of the text.
  ///
  /// Of several places of one name the one within the division named before it is taken, then one valid in `year`; a
  /// name that stays ambiguous gives none.
  func leading(_ text: Substring, year: Int?) -> (chain: [Division], rest: Substring) {
    var chain: [Division] = []
    var rest = text
    while let (division, length) = longest(rest, within: chain.last, year: year) {
      chain.append(division)
      rest = rest.dropFirst(length)
      if division.level == .county { break }
    }
    return (chain, rest)
  }

  /// The division of one of some kinds (市, 州, 县 …) that texts speak of by far most often, or `nil`: at least three times,
  /// and twice as often as of any other.
  ///
  /// A county named in full speaks for the prefecture around it. Divisions inside prefectures, and the cities of province
  /// rank, which others name too, count only with the word for their kind.
  func mostNamed(in texts: some Sequence<Substring>, kinds: [String], year: Int?) -> Division? {
    var counts: [Division: Int] = [:]
    for text in texts {
      var rest = text
      while !rest.isEmpty {
        guard let (division, length) = longest(rest, within: nil, year: year) else {
          rest = rest.dropFirst()
          continue
        }
        let isWhole = division.name.count == length
        if kinds.contains(where: division.isOf) {
          if isWhole || division.isKnownByItsShortName { counts[division, default: 0] += 1 }
        } else if isWhole, division.level == .county, let above = self.division(above: division, year: year),
          kinds.contains(where: above.isOf)
        {
          counts[above, default: 0] += 1
        }
        rest = rest.dropFirst(length)
      }
    }
    let ranked = counts.sorted { ($0.value, $1.key.code) > ($1.value, $0.key.code) }
    guard let first = ranked.first, first.value >= 3, ranked.count == 1 || first.value >= 2 * ranked[1].value else {
      return nil
    }
    return first.key
  }

  /// The prefecture around a county, or the province where there is none between them.
  private func division(above county: Division, year: Int?) -> Division? {
    for code in [county.code.prefix(4) + "00", county.code.prefix(2) + "0000"] {
      let valid = (byCode[String(code)] ?? []).map { divisions[$0] }.filter { division in
        year.map { division.from <= $0 && $0 <= division.to ?? .max } ?? (division.to == nil)
      }
      if let division = valid.last { return division }
    }
    return nil
  }

  private func longest(_ text: Substring, within parent: Division?, year: Int?) -> (Division, Int)? {
    for length in stride(from: text.prefix(longestName).count, through: 2, by: -1) {
      let name = text.prefix(length)
      guard let found = byName[String(name)] else { continue }
      let next = text.dropFirst(length).first.flatMap { "省市区县州盟旗".contains($0) ? $0 : nil }
      var candidates = found.map { divisions[$0] }.filter { candidate in
        // 永宁区 is no 永宁县: a short name is followed by no word for another kind.
        if let next, candidate.name != name, candidate.name.last != next { return false }
        guard let parent else { return true }
        return candidate.code != parent.code && candidate.code.hasPrefix(parent.codeStem)
      }
      if let year, candidates.count > 1 {
        let valid = candidates.filter { $0.from <= year && year <= ($0.to ?? .max) }
        if !valid.isEmpty { candidates = valid }
      }
      // The highest level first: 台州市 is a prefecture before a county of old times.
      guard let highest = candidates.map(\.level.rank).min() else { continue }
      candidates = candidates.filter { $0.level.rank == highest }
      if Set(candidates.map(\.code)).count > 1 {
        let current = candidates.filter { $0.to == nil }
        if Set(current.map(\.code)).count != 1 { continue }
        candidates = current
      }
      guard let last = candidates.last else { continue }
      // 黔东南州 is 黔东南苗族侗族自治州.
      return (last, last.name != name && last.name.last == next ? length + 1 : length)
    }
    return nil
  }

  /// The bytes of a name without the word for its kind: 江津, 台州, 云南. Every start of the program asks for all names,
  /// so this looks at bytes.
  private static func shortLength(_ name: some BidirectionalCollection<UInt8>) -> Int {
    for kind in kinds where name.count - kind.count >= 6 && name.suffix(kind.count).elementsEqual(kind) {
      return name.count - kind.count
    }
    return name.count
  }

  /// The bytes of a short name without the peoples in it: 黔东南苗族侗族, 巴音郭楞蒙古.
  private static func lengthBeforePeoples(_ name: some BidirectionalCollection<UInt8>) -> Int {
    var rest = name[...]
    while let people = peoples.first(where: { rest.count - $0.count >= 6 && rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(people.count)
    }
    return rest.count
  }

  private static let peoples = """
    傈僳族 土家族 布依族 哈尼族 景颇族 朝鲜族 仡佬族 拉祜族 纳西族 毛南族 仫佬族 达斡尔族 东乡族 撒拉族 保安族 裕固族 哈萨克族 鄂温克族 鄂伦春族 普米族 布朗族 独龙族 蒙古族 塔吉克 柯尔克孜 哈萨克
    维吾尔 锡伯 蒙古 各族 苗族 侗族 彝族 藏族 羌族 傣族 白族 回族 壮族 瑶族 满族 黎族 畲族 水族 佤族 怒族 土族
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

  private static let kinds = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "区", "县", "盟", "旗"]
    .map { Array($0.utf8) }
}

extension Division {
  /// Whether the division is of the kind that a body's name tells: 市, 州, 县, 自治区.
  func isOf(_ kind: String) -> Bool {
    // 自治区 and 地区 are no 区 to anybody.
    name.hasSuffix(kind) && (kind != "区" || level == .county)
  }

  /// Whether its short name speaks of it: not those of counties inside prefectures (天门 and others under their province
  /// alone have codes with 90), nor 北京 and 上海, which everybody names.
  fileprivate var isKnownByItsShortName: Bool {
    switch level {
    case .national: false
    case .province: !name.hasSuffix("市")
    case .prefecture: true
    case .county: code.dropFirst(2).prefix(2) == "90"
    }
  }

  /// The digits of the code that all divisions inside share.
  fileprivate var codeStem: String {
    switch level {
    case .national: ""
    case .province: String(code.prefix(2))
    case .prefecture: String(code.prefix(4))
    case .county: code
    }
  }
}

extension Division.Level {
  fileprivate var rank: Int {
    switch self {
    case .national: 0
    case .province: 1
    case .prefecture: 2
    case .county: 3
    }
  }
}
