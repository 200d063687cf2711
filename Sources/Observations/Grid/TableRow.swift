import ReportText

/// A row of a table and what it is to the others.
struct TableRow {
  /// What a row is to the others.
  enum Role {
    /// Holds nothing.
    case blank
    /// Names the table or its unit, or what follows in it: 附表1：…, 单位：万元, 第二十条第（五）项.
    case title
    /// Heads the columns below.
    case heading
    /// Tells the unit of each column: 计量单位 | 次 | 场.
    case units
    /// Holds figures, or words beside such rows.
    case body
  }

  /// The cells that begin in it.
  let cells: Range<Int>
  /// Its number in the table.
  let number: Int
  var role = Role.body
  /// The section of the table that it belongs to.
  var section = 0

  /// What stands in the cells of a row.
  struct Contents {
    var texts = 0
    var figures = 0
    var years = 0
    /// Marks for nothing.
    var marks = 0
    /// Whether the one text reaches over the whole table.
    var isWide = false
    var namesUnit = false
    /// Cells that hold a unit and nothing else.
    var units = 0
    var opensWithUnits = false
    var opensInCorner = false
    /// Whether the years follow one another.
    var isOfSteps = true

    init(_ cells: ArraySlice<TableCell>, width: Int, _ units: UnitWords) {
      var lastYear: Double?
      for cell in cells {
        if cell.isBlank {
          if !cell.text.isEmpty { marks += 1 }
          continue
        }
        isWide = cell.place.columnSpan == width
        if let figure = cell.figure {
          figures += 1
          guard figure.isYear else { continue }
          years += 1
          if let lastYear, abs(figure.value - lastYear) != 1 { isOfSteps = false }
          lastYear = figure.value
          continue
        }
        if texts == 0 {
          opensWithUnits = cell.heading.isOfUnits
          opensInCorner = cell.heading.canStandInCorner
        }
        texts += 1
        if cell.tableUnit?.isAlone == true { namesUnit = true }
        if units.contains(cell.text) { self.units += 1 }
      }
    }
  }

  /// The role by what stands in a row and before it.
  ///
  /// - Parameters:
  ///   - before: the role of the row above that isn't blank, and whether a blank one lies between; `nil` at the top.
  ///   - hasHeadings: whether headings stand above in its section.
  ///   - isBelowStub: whether a cell from above covers its first column.
  static func role(
    of contents: Contents, behind before: Role?, isApart: Bool, hasHeadings: Bool, isBelowStub: Bool
  ) -> Role {
    if contents.texts + contents.figures == 0 { return contents.marks > 0 ? .body : .blank }
    if contents.figures > 0 {
      guard contents.years == contents.figures, contents.isOfSteps, contents.texts <= 1 || !hasHeadings else {
        return .body
      }
      // 项目 | 2022 | 2023, or below 受理 and 审结 the years of each.
      if !hasHeadings { return contents.years > 1 || contents.opensInCorner ? .heading : .body }
      return before == .heading && isBelowStub && contents.years > 1 ? .heading : .body
    }
    if contents.namesUnit, contents.texts <= 3 { return .title }
    if contents.opensWithUnits, contents.units == contents.texts - 1, contents.units > 0 { return .units }
    if contents.texts == 1 {
      if contents.marks > 0 { return .body }
      return before == .heading && !isApart && !contents.isWide ? .heading : .title
    }
    // Words beside figures in the midst of a table head nothing.
    let isOpening = before != .body || isApart || contents.opensInCorner
    return isOpening ? .heading : .body
  }
}
