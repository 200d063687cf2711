/// A day of the calendar: 2023-12-31.
public struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
  /// The year, as reports count it: of four digits.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day, 1 to 31.
  public let day: Int

  /// The first day of a month.
  static func first(of month: Int, in year: Int) -> CalendarDay { CalendarDay(year: year, month: month, day: 1) }

  /// The last day of a month.
  static func last(of month: Int, in year: Int) -> CalendarDay {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let day =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The day as ISO 8601 writes it.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.length) { buffer in
      write(into: buffer)
      return Self.length
    }
  }

  /// How many bytes `write` writes.
  public static let length = 10

  /// Writes the day as ISO 8601 has it to the beginning of a buffer of at least `length` bytes.
  public func write(into buffer: UnsafeMutableBufferPointer<UInt8>) {
    var place = 0
    func put(_ number: Int, _ digits: Int) {
      var number = number
      for offset in (0..<digits).reversed() {
        buffer[place + offset] = 0x30 + UInt8(number % 10)
        number /= 10
      }
      place += digits
    }
    func dash() {
      buffer[place] = 0x2D
      place += 1
    }
    put(year, 4)
    dash()
    put(month, 2)
    dash()
    put(day, 2)
  }
}
