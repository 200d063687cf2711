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
  /// Points of a score.
  public static let score = Unit("分")
}

/// Units that rules ask for.
extension Unit {
  /// People: 人, 名, 位.
  public static let people = Unit("人")
  static let visits = Unit("人次")
  static let yuan = Unit("元")
  static let households = Unit("户")
  static let months = Unit("月")
  static let quarters = Unit("季度")
  static let days = Unit("天")
  static let hours = Unit("小时")
  static let minutes = Unit("分钟")
  static let seconds = Unit("秒")
  static let kilovolts = Unit("千伏")
  static let chineseMiles = Unit("里")
  static let pieces = Unit("件")
  static let items = Unit("项")
  static let sets = Unit("台")
  static let levels = Unit("级")
  static let classes = Unit("类")
  static let editions = Unit("版")
  static let articles = Unit("条")
  static let medals = Unit("枚")
  static let batches = Unit("批")
  static let terms = Unit("期")
  static let perTenThousand = Unit("/万")
  static let perHundredThousand = Unit("/10万")

  /// Classifiers of events and bodies, which small Chinese numbers count too.
  static let ofEventsAndBodies = all("次 场 人次 家 座 辆 套 户 宗 起")
  /// Classifiers of sessions and issues, which are numbered more often than counted.
  static let ofSessions = all("届 期 批")
  /// Classifiers of orders and classes, which a Chinese number that opens a clause names (一类口岸, 三级医院).
  static let ofOrders = all("类 级 层 部 组 段 期 届 批")
  /// Classifiers of the parts of programmes as well as of things (四个自信, 两项改革).
  static let ofProgrammes = all("个 项 条 件 类 种 张 篇 块 片 头 门 层 级 则 款 团 班 队")
  /// Places that are counted without a classifier.
  static let ofPlaces = all("村 镇 乡 县 区 市 省 国 州 校 院 店 厂 园 社 馆")
  /// Classifiers that only count: behind their noun they close the phrase (枪支两支).
  static let ofThings = all("个 件 张 篇 枚 把 支 只 头 份 处 间 栋 艘 架 笔 种 座 辆 台 套 本 册 幅 根 盏 口 眼")
  /// Units of time of which halves are told (3个半月).
  static let ofTimesWithHalves = all("月 小时 学期")
  /// Units of the calendar of which several make a stretch (前10个月).
  static let ofCalendarPeriods = all("月 周 星期")
  /// Units of the capacity that a project is named by (20万吨钾盐项目).
  static let ofCapacities = all("吨 千瓦 兆瓦 吉瓦 立方米")
  /// What a year names: 2024版, 2023级, 2020款.
  static let ofEditions = all("版 级 款 型")
  /// What the parts of a budget are called that have codes: （208类）（05款）（01项）.
  static let ofBudgetCodes = all("类 款 项 目")
  /// Classifiers that place names begin with behind a Chinese number: 七家子, 六道湾, 五里墩.
  static let ofPlaceNames = all("家 里 道 间 台 棵 站 户 元")
  /// Units of the size of plants that stand in a number of sets (2×66万千瓦).
  static let ofPlantSizes = all("千瓦 兆瓦 吉瓦 千伏安 兆伏安 吨 立方米")

  private static func all(_ names: String) -> Set<Unit> {
    Set(names.utf8.split(separator: 0x20).map { Unit(String(Substring($0))) })
  }

  /// Lets a `switch` ask for any unit of a set.
  static func ~= (units: Set<Unit>, unit: Unit) -> Bool { units.contains(unit) }
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

  /// Whether it counts things of which there are no parts.
  var countsWholeThings: Bool {
    switch category {
    case .count, .person, .session: !Unit.ofOrders.contains(unit) && unit != .editions
    default: false
    }
  }
}
