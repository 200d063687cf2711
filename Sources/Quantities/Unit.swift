/// A unit in its normal form, or a rate of two (`元/月`).
public struct Unit: Sendable, Hashable {
  /// The normal form: 名/位/人 → `人`, 人(次) → `人次`; other words as written.
  public let name: String

  /// A unit by the name of its normal form.
  public init(_ name: String) { self.name = name }

  /// The unit of a bare number.
  public static let none = Unit("")
  /// `%`.
  public static let percent = Unit("%")
  /// Percentage points.
  public static let points = Unit("百分点")
  /// So many times.
  public static let multiple = Unit("倍")
  /// A place in a ranking.
  public static let rank = Unit("位")
}

/// What a unit word makes of the number before it.
enum UnitCategory: UInt8, Sendable {
  case count, money, percent, permille, tenth, points, permillePoints, multiple, doubling
  case duration, measure
  /// 年, 月, 日 and clock words: a date or a duration, as the surroundings say.
  case year, month, day, clock
  /// 届, 期, 批 …: an ordinal after a Chinese or small number without a counted thing, else a classifier.
  case session
  /// No unit: a word that begins like one.
  case word
  /// 位, 名 after 第: a rank; otherwise people.
  case person
}

/// A unit word of the lexicon.
struct UnitWord: Sendable {
  let unit: Unit
  let category: UnitCategory
  /// The power of ten between the word and its normal form (`成`: 1, to `%`).
  let scale: Int
}
