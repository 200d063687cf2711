import Synchronization

/// A unit in its normal form, or a rate of two (`元/月`).
///
/// Every numeral carries units about, so a unit is the number of its name in one table of all names.
public struct Unit: Sendable, Hashable {
  private let number: UInt32

  /// The name of its normal form: 名/位/人 → `人`, 人(次) → `人次`; other words as written.
  public var name: String { Self.names.withLock { $0.list[Int(number)] } }

  /// A unit by the name of its normal form.
  public init(_ name: String) {
    number = Self.names.withLock { names in
      if let number = names.numbers[name] { return number }
      let number = UInt32(names.list.count)
      names.list.append(name)
      names.numbers[name] = number
      return number
    }
  }

  private struct Names {
    var list: [String] = []
    var numbers: [String: UInt32] = [:]
  }
  private static let names = Mutex(Names())

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

/// Units that rules ask for.
extension Unit {
  static let people = Unit("人")
  static let visits = Unit("人次")
  static let yuan = Unit("元")
  static let days = Unit("天")
  static let hours = Unit("小时")
  static let minutes = Unit("分钟")
  static let kilovolts = Unit("千伏")
  static let pieces = Unit("件")
  static let items = Unit("项")
  static let sets = Unit("台")
  static let levels = Unit("级")
  static let classes = Unit("类")
  static let editions = Unit("版")
  /// Classifiers of events and bodies, which small Chinese numbers count too.
  static let ofEventsAndBodies = Set(
    ["次", "场", "人次", "家", "所", "座", "台", "辆", "套", "户", "宗", "起"].map { Unit($0) })
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
