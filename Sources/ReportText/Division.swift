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

    /// 0 for the highest.
    var rank: Int { Self.allCases.firstIndex(of: self)! }
  }

  /// The country as a whole.
  public static let nation = Division(code: "000000", name: "全国", from: 1949, to: nil)

  /// The division of a code (331000) or a name (台州市, 浙江省台州市); `nil` if there is none.
  public init?(written text: String) {
    if text.utf8.count == 6, text.utf8.allSatisfy(\.isDigit) {
      self.init(code: text, name: text, from: 0, to: nil)
      return
    }
    let (chain, rest) = Gazetteer.shared.leading(text[...], year: nil)
    guard rest.isEmpty, let division = chain.last else { return nil }
    self = division
  }

  /// Whether the division is of the kind that a body's name tells: 市, 州, 县, 自治区.
  func isOf(_ kind: String) -> Bool {
    // 自治区 and 地区 are no 区 to anybody.
    name.hasSuffix(kind) && (kind != "区" || level == .county)
  }

  /// Whether its short name speaks of it: not those of counties inside prefectures (天门 and others under their province
  /// alone have codes with 90), nor 北京 and 上海, which everybody names.
  var isKnownByItsShortName: Bool {
    switch level {
    case .national: false
    case .province: !name.hasSuffix("市")
    case .prefecture: true
    case .county: code.dropFirst(2).prefix(2) == "90"
    }
  }

  /// Whether its name can be told from a common word: 新区, 郊区 and 城区 are divisions of old times, too.
  var isNameOfItsOwn: Bool { name.count > 2 || !name.hasSuffix("区") }

  /// Whether a report of a year can speak of it: it was there then or the year before; without a year, today.
  func isAbout(_ year: Int?) -> Bool { isValid(in: year) || isValid(in: year.map { $0 - 1 }) }

  /// The digits of the code that all divisions inside share.
  public var codeStem: Substring {
    switch level {
    case .national: ""
    case .province: code.prefix(2)
    case .prefecture: code.prefix(4)
    case .county: code[...]
    }
  }

  /// Whether code and name belong together in a year; without one, today.
  func isValid(in year: Int?) -> Bool { year.map { from <= $0 && $0 <= to ?? .max } ?? (to == nil) }
}
