import Quantities
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("007", "7"), ("1.50", "1.5"), ("-0.05", "-0.05"), ("13600", "13600"),
    ("9223372036854775807", "9223372036854775807"),
  ])
  func readsAndWritesPlainNotation(_ text: String, _ expected: String) throws {
    #expect(try #require(ExactDecimal(text)).description == expected)
  }

  @Test(arguments: ["", "-", "1.2.3", "1e5", "９", "99999999999999999999999999999999999999999", "-9223372036854775808"])
  func refusesOther(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func equalityIsOfValue() {
    #expect(ExactDecimal("1.0") == ExactDecimal("1"))
    #expect(ExactDecimal(digits: 100) == ExactDecimal(digits: 1, exponent: 2))
  }

  @Test(arguments: [
    ("1.36", "0.01", "1.37"), ("1", "-1", "0"), ("100000000000000000", "0.1", "100000000000000000.1"),
  ])
  func addsExactly(_ a: String, _ b: String, _ sum: String) throws {
    #expect(try #require(ExactDecimal(a)).adding(try #require(ExactDecimal(b))) == ExactDecimal(sum))
  }

  @Test func overflowIsReported() throws {
    let most = ExactDecimal(digits: .max)
    #expect(most.adding(ExactDecimal(digits: 1)) == nil)
    #expect(most.multiplied(by: most) == nil)
    #expect(ExactDecimal(digits: 1).adding(ExactDecimal(digits: 1, exponent: -40)) == nil)
  }

  @Test(arguments: [
    ("1300", "14", 2, "92.86"), ("1", "8", 2, "0.13"), ("-1", "8", 2, "-0.13"), ("2", "3", 4, "0.6667"),
    ("5", "1", 0, "5"),
  ])
  func dividesWithRounding(_ a: String, _ b: String, _ places: Int, _ quotient: String) throws {
    #expect(
      try #require(ExactDecimal(a)).divided(by: try #require(ExactDecimal(b)), places: places) == ExactDecimal(quotient)
    )
  }

  @Test func dividingByZeroGivesNothing() {
    #expect(ExactDecimal(digits: 1).divided(by: ExactDecimal(digits: 0), places: 2) == nil)
    #expect(ExactDecimal(digits: 1).wholeQuotient(by: ExactDecimal(digits: 0), roundingUp: true) == nil)
  }

  @Test(arguments: [("7", "2", 4, 3), ("-7", "2", -3, -4), ("8", "2", 4, 4), ("60600", "110.885", 547, 546)])
  func wholeQuotients(_ a: String, _ b: String, _ up: Int64, _ down: Int64) throws {
    let (x, y) = (try #require(ExactDecimal(a)), try #require(ExactDecimal(b)))
    #expect(x.wholeQuotient(by: y, roundingUp: true) == up)
    #expect(x.wholeQuotient(by: y, roundingUp: false) == down)
  }

  @Test func ordersAcrossExponents() {
    #expect(ExactDecimal(digits: 1, exponent: 40) > ExactDecimal(digits: .max))
    #expect(ExactDecimal(digits: -1, exponent: 40) < ExactDecimal(digits: 1, exponent: -40))
    #expect(ExactDecimal("0.1")! < ExactDecimal("0.11")!)
  }
}
