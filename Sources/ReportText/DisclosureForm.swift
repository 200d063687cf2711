/// A table of the yearly report on disclosure of government information, whose form is the same in the whole country
/// since 2019: its headings in the order in which rows are read, and what they span.
struct DisclosureForm {
  /// A heading of columns.
  struct Heading {
    let text: [UInt8]
    let row: Int
    let column: Int
    let rowSpan: Int
    let columnSpan: Int

    init(_ text: String, _ row: Int, _ column: Int, rows: Int = 1, columns: Int = 1) {
      self.text = Array(text.utf8)
      self.row = row
      self.column = column
      rowSpan = rows
      columnSpan = columns
    }

    func cell(_ blocks: Range<Int>) -> TextLayout.Cell {
      TextLayout.Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, blocks: blocks)
    }
  }

  let headings: [Heading]
  /// How many levels the headings of rows have.
  let labelColumns: Int
  /// How many figures a row has.
  let columns: Int

  /// All tables of the form, with and without what heads all columns, and in each order of their headings.
  static let all: [DisclosureForm] = [
    // 主动公开政府信息情况, as it stands since the form of 2021 and before.
    list("本年制发件数", "本年废止件数", "现行有效件数"), list("本年新制作数量", "本年新公开数量", "对外公开总数量"),
    list("上一年项目数量", "本年增/减", "处理决定数量"), list("上一年项目数量", "本年增/减"), list("本年处理决定数量"),
    list("本年收费金额（单位：万元）"), list("本年收费金额(单位：万元)"), list("本年收费金额（单位:万元）"), list("采购项目数量", "采购总金额"),
    applications(isWithTotalHeading: true), applications(isWithTotalHeading: false), reviews(isByRows: true),
    reviews(isByRows: false),
  ]

  /// What each of them begins with.
  static let starts = Set(all.map { $0.headings[0].text })

  private static func list(_ columns: String...) -> DisclosureForm {
    DisclosureForm(
      headings: [Heading("信息内容", 0, 0)] + columns.enumerated().map { Heading($1, 0, $0 + 1) }, labelColumns: 1,
      columns: columns.count)
  }

  private static func applications(isWithTotalHeading: Bool) -> DisclosureForm {
    let row = isWithTotalHeading ? 1 : 0
    let kinds = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    return DisclosureForm(
      headings: (isWithTotalHeading ? [Heading("申请人情况", 0, 3, columns: 7)] : [])
        + [
          Heading("自然人", row, 3, rows: 2), Heading("法人或其他组织", row, 4, columns: 5),
          Heading("总计", row, 9, rows: 2),
        ] + kinds.enumerated().map { Heading($1, row + 1, $0 + 4) }, labelColumns: 3, columns: 7)
  }

  private static func reviews(isByRows: Bool) -> DisclosureForm {
    let names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    func results(from column: Int, row: Int, rows: Int = 1) -> [Heading] {
      names.enumerated().map { Heading($1, row, column + $0, rows: rows) }
    }
    let above = [Heading("行政复议", 0, 0, rows: isByRows ? 1 : 2, columns: 5), Heading("行政诉讼", 0, 5, columns: 10)]
    let suits = [Heading("未经复议直接起诉", 1, 5, columns: 5), Heading("复议后起诉", 1, 10, columns: 5)]
    let ofReviews = isByRows ? results(from: 0, row: 1, rows: 2) + suits : suits + results(from: 0, row: 2)
    return DisclosureForm(
      headings: above + ofReviews + results(from: 5, row: 2) + results(from: 10, row: 2), labelColumns: 0, columns: 15)
  }
}
