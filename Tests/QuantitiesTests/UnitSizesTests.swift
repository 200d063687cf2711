import Quantities
import Testing

/// Quantities in another unit of what they measure.
@Suite struct UnitSizesTests {
  private func quantity(_ value: String, _ low: String?, _ high: String?, _ unit: String, _ bound: Bound) -> Quantity {
    Quantity(
      value: ExactDecimal(value)!, low: low.map { ExactDecimal($0)! }, high: high.map { ExactDecimal($0)! },
      unit: Unit(unit), kind: .measure, bound: bound)
  }

  /// `value unit` in another unit, or `-`.
  private func converted(_ value: String, _ unit: String, _ other: String) -> String {
    quantity(value, value, value, unit, .exact).converted(to: Unit(other))?.value.description ?? "-"
  }

  @Test(arguments: [
    ("3", "公斤", "斤", "6"), ("3", "斤", "公斤", "1.5"), ("3", "斤", "吨", "0.0015"), ("2.5", "吨", "斤", "5000"),
    ("3", "两", "斤", "0.3"), ("100", "公顷", "亩", "1500"), ("2", "平方公里", "亩", "3000"), ("2", "平方公里", "公顷", "200"),
    ("800", "平方米", "亩", "1.2"), ("5", "公顷", "平方公里", "0.05"), ("1.5", "公里", "米", "1500"), ("8", "厘米", "米", "0.08"),
    ("3", "小时", "分钟", "180"), ("90", "秒", "毫秒", "90000"), ("2", "年", "月", "24"), ("2", "年", "季度", "8"),
    ("7", "度", "千瓦时", "7"), ("3", "吉瓦时", "千瓦时", "3000000"), ("2", "兆瓦", "千瓦", "2000"), ("3", "升", "立方米", "0.003"),
    ("2", "吨标准煤", "公斤标准煤", "2000"), ("-4", "公顷", "亩", "-60"), ("0", "公顷", "亩", "0"),
    // Rates of one base.
    ("900", "斤/亩", "公斤/亩", "450"), ("0.5", "毫克/立方米", "微克/立方米", "500"),
  ])
  func unitsOfOneThing(_ value: String, _ unit: String, _ other: String, _ expected: String) {
    #expect(converted(value, unit, other) == expected)
  }

  /// What no decimal number says, though the one number at hand could be told.
  @Test(arguments: [
    ("30", "亩", "公顷"), ("15", "亩", "平方米"), ("1500", "亩", "平方公里"), ("60", "分钟", "小时"), ("12", "月", "年"),
  ])
  func whatIsNotExactStaysApart(_ value: String, _ unit: String, _ other: String) {
    #expect(converted(value, unit, other) == "-")
  }

  @Test(arguments: [
    ("公斤", "公斤/亩"), ("公斤/亩", "公斤"), ("公斤/亩", "公斤/公顷"), ("元/月", "元/年"), ("斤", "亩"), ("天", "小时"), ("周", "天"),
    ("工作日", "天"), ("立方米", "标准立方米"), ("吨", "吨标准煤"), ("元", "美元"), ("人", "人次"), ("件", "起"), ("%", "百分点"), ("", "件"),
    ("/万", "/10万"), ("担", "公斤"), ("度", "摄氏度"),
  ])
  func otherThingsNeverMeet(_ unit: String, _ other: String) {
    #expect(converted("1", unit, other) == "-")
    #expect(converted("1", other, unit) == "-")
  }

  @Test func intervalAndBoundGoAlong() {
    #expect(
      quantity("1.5", "1.45", "1.55", "公顷", .exact).converted(to: Unit("亩"))
        == quantity("22.5", "21.75", "23.25", "亩", .exact))
    #expect(
      quantity("20", "20", nil, "斤", .atLeast).converted(to: Unit("公斤")) == quantity("10", "10", nil, "公斤", .atLeast))
    #expect(
      quantity("20", nil, "20", "斤", .atMost).converted(to: Unit("公斤")) == quantity("10", nil, "10", "公斤", .atMost))
    #expect(
      quantity("20", nil, nil, "斤", .about).converted(to: Unit("公斤")) == quantity("10", nil, nil, "公斤", .about))
    #expect(
      quantity("2", "2", "3", "公里", .range).converted(to: Unit("米")) == quantity("2000", "2000", "3000", "米", .range))
  }

  /// What is written out in full is known to its own unit, and no better in a smaller one.
  @Test func aWholeFigureIsKnownToItsUnit() {
    #expect(
      quantity("67", "67", "67", "公顷", .exact).converted(to: Unit("亩"))
        == quantity("1005", "997.5", "1012.5", "亩", .exact))
    // Another name of the unit changes nothing, and neither does the unit itself.
    #expect(
      quantity("67", "67", "67", "度", .exact).converted(to: Unit("千瓦时")) == quantity("67", "67", "67", "千瓦时", .exact))
    #expect(
      quantity("67", "67", "67", "公顷", .exact).converted(to: Unit("公顷")) == quantity("67", "67", "67", "公顷", .exact))
  }

  @Test func whatNoLongerFitsStaysApart() {
    #expect(converted("9223372036854775807", "公顷", "亩") == "-")
    #expect(quantity("1", "1", "9223372036854775807", "公顷", .range).converted(to: Unit("亩")) == nil)
  }
}
