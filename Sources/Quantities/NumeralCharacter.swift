/// What a character contributes to a numeral.
enum NumeralCharacter {
  case arabic(Int64)
  case digit(Int64)
  case zero
  case multiplier(Int)  // power of ten
  /// 廿, 卅: so many tens.
  case tens(Int64)
  /// A point that a fraction without zero begins with.
  case point

  /// The role of a scalar in numerals, or `nil`.
  @inline(__always)
  static func of(_ scalar: UInt32) -> NumeralCharacter? {
    switch scalar {
    case 0x30...0x39: .arabic(Int64(scalar - 0x30))
    case 0xFF10...0xFF19: .arabic(Int64(scalar - 0xFF10))
    case 0x3007, 0x96F6, 0x25CB: .zero  // 〇 零 ○
    case 0x4E00, 0x58F9: .digit(1)  // 一 壹
    case 0x4E8C, 0x4E24, 0x5169, 0x8D30, 0x8CB3: .digit(2)  // 二 两 兩 贰 貳
    case 0x4E09, 0x53C1: .digit(3)  // 三 叁
    case 0x56DB, 0x8086: .digit(4)  // 四 肆
    case 0x4E94, 0x4F0D: .digit(5)  // 五 伍
    case 0x516D, 0x9646: .digit(6)  // 六 陆
    case 0x4E03, 0x67D2: .digit(7)  // 七 柒
    case 0x516B, 0x634C: .digit(8)  // 八 捌
    case 0x4E5D, 0x7396: .digit(9)  // 九 玖
    case 0x5341, 0x62FE: .multiplier(1)  // 十 拾
    case 0x767E, 0x4F70: .multiplier(2)  // 百 佰
    case 0x5343, 0x4EDF: .multiplier(3)  // 千 仟
    case 0x4E07, 0x842C: .multiplier(4)  // 万 萬
    case 0x4EBF, 0x5104: .multiplier(8)  // 亿 億
    case 0x2E: .point
    case 0x5EFF: .tens(2)  // 廿
    case 0x5345: .tens(3)  // 卅
    default: nil
    }
  }

  /// Whether a scalar is a digit or multiplier as amounts of money are written out (伍, 拾).
  static func isFinancial(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x58F9, 0x8D30, 0x8CB3, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396, 0x62FE, 0x4F70, 0x4EDF: true
    default: false
    }
  }

  /// Whether a scalar is an Arabic digit, of full width too.
  static func isArabicDigit(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
  }

  /// The number of a character that is a mark of its own, or `nil`.
  @inline(__always)
  static func mark(_ scalar: UInt32) -> Int64? {
    switch scalar {
    case 0x2460...0x2473: Int64(scalar - 0x245F)  // ① … ⑳
    case 0x2474...0x2487: Int64(scalar - 0x2473)  // ⑴ … ⒇
    case 0x2488...0x249B: Int64(scalar - 0x2487)  // ⒈ … ⒛
    case 0x2776...0x277F: Int64(scalar - 0x2775)  // ❶ … ❿
    case 0x3220...0x3229: Int64(scalar - 0x321F)  // ㈠ … ㈩
    case 0x3280...0x3289: Int64(scalar - 0x327F)  // ㊀ … ㊉
    case 0x2160...0x216B: Int64(scalar - 0x215F)  // Ⅰ … Ⅻ
    case 0x2170...0x2179: Int64(scalar - 0x216F)  // ⅰ … ⅹ
    default: nil
    }
  }
}
