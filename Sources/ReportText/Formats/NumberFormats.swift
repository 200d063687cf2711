import Foundation

/// The number formats of a workbook: how its cells show the numbers that they hold.
final class NumberFormats: XMLHandler {
  /// What a format makes of a number.
  private struct Format {
    var isDate = false
    var hasDay = true
    var hasMonth = true
    var hasTime = false
    var isPercent = false
    /// How many decimals it shows; `nil` for as many as there are.
    var decimals: Int?
    /// What stands behind the number: 万元.
    var suffix = ""

    static let general = Format()
    var isGeneral: Bool { !isDate && !isPercent && decimals == nil && suffix.isEmpty }
  }

  private var codes: [Int: String] = [:]
  /// The formats of cells by style.
  private var styles: [Format] = []
  private var isInCellFormats = false
  let isRefused = false

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats: styles.append(format(attributes["numFmtId"].flatMap { Int($0) } ?? 0))
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCellFormats = false } }
  func add(_ characters: UnsafeBufferPointer<UInt8>) {}

  private func format(_ id: Int) -> Format {
    if let code = codes[id] { return Self.format(code) }
    switch id {
    case 1, 3, 37, 38: return Format(decimals: 0)
    case 2, 4, 39, 40: return Format(decimals: 2)
    case 9: return Format(isPercent: true, decimals: 0)
    case 10: return Format(isPercent: true, decimals: 2)
    case 17, 27, 36, 50, 52, 57: return Format(isDate: true, hasDay: id != 17 && id != 27 && id != 57)
    case 14...16, 28...31, 51, 53, 54, 58: return Format(isDate: true)
    case 18...21, 32...35, 45...47, 55, 56: return Format(isDate: true, hasTime: true)
    case 22: return Format(isDate: true, hasTime: true)
    default: return .general
    }
  }

  /// What a code such as `0.00"万元"` or `yyyy"年"m"月"` says of positive numbers.
  private static func format(_ code: String) -> Format {
    var format = Format()
    var quoted = ""
    var letters = ""
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    var decimals: Int?
    scan: for character in code {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        if character == "\"" { isQuoted = false } else { quoted.append(character) }
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case ";": break scan
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*", "!": isEscaped = true
        case "%": format.isPercent = true
        case ".": decimals = 0
        case "0" where decimals != nil: decimals! += 1
        default: letters.append(Character(character.lowercased()))
        }
      }
    }
    format.isDate = letters.contains { "ymdh".contains($0) } && !letters.hasPrefix("general")
    if format.isDate {
      format.hasDay = letters.contains("d") || !letters.contains("y")
      format.hasMonth = letters.contains("m")
      format.hasTime = letters.contains("h")
      return format
    }
    format.decimals = decimals ?? (code.contains("0") ? 0 : nil)
    // A format with # for decimals shows those that there are.
    if code.contains(".#") || letters.hasPrefix("general") { format.decimals = nil }
    // A comma at the end divides by 1000: what is shown then isn't what is stored, and its unit no longer the stored one's.
    format.suffix = letters.hasSuffix(",") ? "" : quoted
    return format
  }

  /// A number as its cell shows it.
  func shown(_ number: [UInt8], style: Int, countsFrom1904: Bool) -> [UInt8] {
    let format = styles.indices.contains(style) ? styles[style] : .general
    if format.isGeneral, number.count <= 15, !number.contains(where: { $0 == 0x45 || $0 == 0x65 }) { return number }
    guard let value = Double(String(decoding: number, as: UTF8.self)), value.isFinite else { return number }
    if format.isDate { return Array(Self.date(value, format, countsFrom1904: countsFrom1904).utf8) }
    let scaled = format.isPercent ? value * 100 : value
    let text = Self.plain(scaled, decimals: format.decimals)
    return Array((text + (format.isPercent ? "%" : "") + format.suffix).utf8)
  }

  /// A number in digits without exponent, with as many decimals as programs show, or fewer.
  private static func plain(_ value: Double, decimals: Int?) -> String {
    guard abs(value) < 1e15 else { return String(format: "%.0f", value) }
    // Programs show fifteen digits: 9.2, not 9.199999999999999.
    let digits = max(0, 15 - Int(max(1, String(format: "%.0f", abs(value)).count)))
    var text = String(format: "%.\(min(decimals ?? digits, digits))f", value)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  /// The day of a number of days since the beginning of 1900 or 1904.
  private static func date(_ value: Double, _ format: Format, countsFrom1904: Bool) -> String {
    // To 1900 a day is counted that there never was.
    let days = Int(value.rounded(.down)) + (countsFrom1904 ? 1462 : 0) - (value < 61 && !countsFrom1904 ? 0 : 1)
    guard (1...2_958_465).contains(days) || format.hasTime else { return "" }
    // Days since 1 March of the year 0, by the calendar's rules of 400 years.
    let day = days + 693_900
    let era = day / 146_097
    let dayOfEra = day % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let inMonth = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    var text = days > 0 ? "\(year)年" + (format.hasMonth ? "\(calendarMonth)月" : "") : ""
    if format.hasDay, format.hasMonth, days > 0 { text += "\(inMonth)日" }
    if format.hasTime {
      let minutes = Int(((value - value.rounded(.down)) * 1440).rounded())
      text += " \(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
    }
    return text
  }
}
