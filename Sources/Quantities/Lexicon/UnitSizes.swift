/// How large the units are that measure one thing.
///
/// A line is a thing that is measured, an item a unit and its size in the line's first. The sizes are those of 《中华人民共和国法定计量单位》
/// (1984), with 斤 and 两 as the order on units of measure of 1959 has them, 亩 as the fifteenth part of a 公顷, and 度 as people call a 千瓦时.
///
/// Left out is what has several meanings: 担, 里, 寸, 顷 of old and of today. Hours don't make days nor days weeks (a course of three days has no
/// 72 hours), 工作日 are no 天, and a 标准立方米 of gas is more than a 立方米 of it.
enum UnitSizes {
  /// The size of a unit among those that measure the same.
  struct Size {
    let thing: Int
    let size: ExactDecimal
  }

  static let byUnit: [Unit: Size] = {
    var sizes: [Unit: Size] = [:]
    for (thing, line) in table.utf8.split(separator: 0x0A).enumerated() {
      for item in line.split(separator: 0x20) {
        let parts = item.split(separator: UInt8(ascii: "="))
        sizes[Unit(String(Substring(parts[0])))] = Size(thing: thing, size: ExactDecimal(Substring(parts[1]))!)
      }
    }
    return sizes
  }()

  private static let table = """
    公斤=1 吨=1000 斤=0.5 两=0.05 克=0.001 毫克=0.000001 微克=0.000000001
    亩=1 公顷=15 平方公里=1500 平方米=0.0015
    米=1 公里=1000 厘米=0.01 毫米=0.001 微米=0.000001 纳米=0.000000001 海里=1852
    立方米=1 千升=1 升=0.001 毫升=0.000001
    秒=1 毫秒=0.001 分钟=60 小时=3600
    天=1 日=1
    周=1 星期=1
    月=1 季度=3 年=12
    千瓦时=1 度=1 兆瓦时=1000 吉瓦时=1000000
    千瓦=1 瓦=0.001 兆瓦=1000 吉瓦=1000000
    千伏安=1 兆伏安=1000
    千伏=1 伏=0.001
    公斤标准煤=1 吨标准煤=1000 克标准煤=0.001
    """
}

extension Unit {
  /// How many of another unit this one is; `nil` if they measure different things, or if no decimal number says it: a 公顷 is 15亩, but 1亩 is
  /// 0.0666…公顷.
  ///
  /// Of rates only what is before the base is asked (斤/亩 in 公斤/亩): a year's wages needn't be twelve of a month's.
  func factor(to other: Unit) -> ExactDecimal? {
    guard let own = UnitSizes.byUnit[self], let theirs = UnitSizes.byUnit[other] else {
      guard let rate = asRate, let otherRate = other.asRate, rate.base == otherRate.base else { return nil }
      return rate.unit.factor(to: otherRate.unit)
    }
    guard own.thing == theirs.thing, let factor = own.size.divided(by: theirs.size, places: Self.placesOfFactors),
      factor.multiplied(by: theirs.size) == own.size
    else { return nil }
    return factor
  }

  /// More than any exact factor of the table needs.
  private static let placesOfFactors = 15

  private var asRate: (unit: Unit, base: Substring)? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    return (Unit(String(parts[0])), parts[1])
  }
}

extension Quantity {
  /// The same quantity in another unit, its interval too; `nil` if it can't be told exactly.
  ///
  /// A number written out in full is known to the unit it is written in, and that is all that is known in a smaller one: 67公顷 are 1005亩, and
  /// anything from 997.5 to 1012.5, so that 1000亩 can be the same land.
  public func converted(to other: Unit) -> Quantity? {
    if unit == other { return self }
    guard let factor = unit.factor(to: other) else { return nil }
    var (low, high) = (low, high)
    if factor != ExactDecimal(digits: 1), low == value, high == value {
      let half = ExactDecimal(digits: 5, exponent: -1)
      (low, high) = (value.subtracting(half), value.adding(half))
    }
    guard let value = value.multiplied(by: factor) else { return nil }
    let ends = (low?.multiplied(by: factor), high?.multiplied(by: factor))
    guard (ends.0 == nil) == (self.low == nil), (ends.1 == nil) == (self.high == nil) else { return nil }
    return Quantity(value: value, low: ends.0, high: ends.1, unit: other, kind: kind, bound: bound)
  }
}
