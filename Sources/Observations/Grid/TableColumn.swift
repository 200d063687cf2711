import Quantities
import ReportText

/// A column of a section of a table: its headings, and what all its cells show it to be.
struct TableColumn {
  /// What the cells of a column are.
  enum Role {
    case figures
    /// Names of rows.
    case names
    /// Units of the figures beside it.
    case units
    /// Times of the figures beside it: 年份 | 2021 | 2022.
    case times
    /// Codes, ranks, telephones, serial numbers, dates, notes.
    case marks
  }

  /// What stands in the cells below the headings.
  struct Contents {
    var figures = 0
    var years = 0
    var padded = 0
    var percents = 0
    var greatest = 0.0
    /// Whether the numbers are 1, 2, 3, ….
    var isCounting = true
    var texts = 0
    var units = 0
    var times = 0
    var bodies = 0
    var totals = 0

    /// Whether most are times, and no number is anything but a year.
    var areTimes: Bool {
      years + times > 0 && years == figures && (times * 2 > texts || times == texts)
    }

    /// Whether they are 1, 2, 3, ….
    var areNumbersOfRows: Bool { isCounting && figures > 1 && texts == 0 }

    /// Whether all names but those of totals are of bodies.
    var areBodies: Bool { texts - totals > 1 && bodies == texts - totals }

    mutating func add(_ cell: TableCell, _ units: UnitWords) {
      if let figure = cell.figure {
        figures += 1
        if figure.isYear { years += 1 }
        if figure.isPadded { padded += 1 }
        if figure.isPercent { percents += 1 }
        greatest = max(greatest, abs(figure.value))
        isCounting = isCounting && figure.value == Double(figures) && figure.needsUnit
      } else if !cell.isBlank {
        texts += 1
        if units.contains(cell.text) { self.units += 1 }
        if cell.heading.isTime { times += 1 }
        if cell.text.endsWithAny(HeadingWords.bodyEndings) { bodies += 1 }
        if HeadingWords.bodyTotals.contains(cell.text) || cell.heading.isTotal { totals += 1 }
      }
    }
  }

  var headings: [TableHeading]
  /// The cell of the lowest heading; columns below one cell that none tells apart say the same.
  let headingCell: Int?
  /// Whether it isn't sure that these are all headings above it.
  let isUnsure: Bool
  private(set) var role = Role.figures
  /// Whether its names are those of bodies, each with figures of its own.
  private(set) var isOfBodies = false
  /// The unit that the lowest of the headings names.
  let unit: [UInt8]?
  /// Whether the lowest heading names a measure of its own: 罚没金额（万元）, not 2023年（件）.
  let tellsThing: Bool
  /// How its figures tell a change, by its own headings.
  var change: TableHeading.Change { headings.last { $0.change != .none }?.change ?? .none }
  /// The words around those of a row's heading.
  var aroundRow: TableWords = TableWords()
  /// The words where no heading of a row stands.
  var alone: TableWords = TableWords()

  init(_ headings: [TableHeading], cell: Int? = nil, isUnsure: Bool = false) {
    self.headings = headings
    headingCell = cell
    self.isUnsure = isUnsure
    unit = headings.last { $0.unit != nil }?.unit
    tellsThing = headings.contains { !$0.isTime && !$0.isGeneric && !$0.words.isEmpty }
  }

  /// Finds what the column is by its lowest heading and all its cells.
  mutating func settle(_ contents: Contents, isFirst: Bool) {
    let last = headings.last
    let isOfTimes = last?.isOfTimes == true
    if headings.contains(where: \.isOfCodes) || last?.isOfMarks == true {
      role = .marks
    } else if isOfTimes || !isNamed || last?.isCorner == true, contents.areTimes {
      role = .times
    } else if isOfTimes {
      // 时间 above what is no time.
      role = contents.figures > 0 ? .marks : .names
    } else if last?.isOfUnits == true, contents.units > 0, contents.figures == 0 {
      role = .units
    } else if contents.padded > 0 || isFirst && !isNamed && contents.areNumbersOfRows {
      // 0301 is a code, whatever heads it.
      role = .marks
    } else if contents.texts > contents.figures {
      role = .names
    }
    let canHoldBodies = role == .names || last?.isOfBodies == true && contents.figures == 0
    isOfBodies = canHoldBodies && (last?.isOfBodies == true || contents.areBodies)
  }

  /// Whether its lowest heading says anything.
  private var isNamed: Bool { headings.last.map { !$0.words.isEmpty || $0.isTime } ?? false }

  /// Takes 增减 for differences or growths.
  mutating func settle(change: TableHeading.Change) {
    headings = headings.map { $0.change == .either ? $0.told(as: change) : $0 }
  }

  /// What its figures are to the report, by the lowest heading that says so.
  var status: Status? { headings.last { $0.status != nil }?.status }

  /// Whether its figures are shares or rates.
  var isRate: Bool { headings.last?.isRate == true || change == .growth }
}

/// The words that make a sentence with a figure, and which part of a total it is.
struct TableWords {
  var before: [UInt8] = []
  var behind: [UInt8] = []
  var scope: [UInt8]?
}
