/// What a word or a year tells of the stretch in which it stands. The words stand in `outline/words.tsv`, what each cue
/// weighs in `outline/weights.tsv`.
enum OutlineCue: Int, CaseIterable {
  /// What was done (回顾), what is to be done (安排), and work of which the year tells whether it is done (主要工作).
  case review, plan, task
  /// The time to come: 下一步.
  case future
  /// What was wanting.
  case problems
  /// Explanations behind the report.
  case notes
  /// What is aimed at.
  case aims
  /// The year that is over: 过去一年.
  case lookBack
  /// The whole of a year, of results or of plans: 全年.
  case wholeYear
  /// The year in which the report is given, and that year up to now: 今年, 今年以来. Only a report to a congress plans this year.
  case thisYear, thisYearSoFar
  /// Several years that are over, and several to come.
  case spanBack, spanAhead
  /// What follows is announced: 以下工作.
  case announced
  /// Words of order and intention: 力争.
  case ordered
  /// Words of what is done.
  case done
  /// Words of what is missing: 仅有, 尚有, 薄弱.
  case lacking
  /// Behind the number of a five-year plan: its years are told of.
  case planSpanTail
  /// Words that only hold one of the others: 主要 isn't 要.
  case none
  /// A year by how it stands to the year whose results are told.
  case this, next, later, earlier

  /// The cue by its name in the tables.
  init?(_ name: Substring) {
    guard let cue = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = cue
  }
}

/// Where a cue stands in its stretch.
enum OutlinePlace: Int, CaseIterable {
  /// Among the words of a heading.
  case heading
  /// Where a paragraph begins, up to a colon.
  case opening
  /// Anywhere in a paragraph.
  case body

  /// The place by its name in the table.
  init?(_ name: Substring) {
    guard let place = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = place
  }

  /// What it is called in Chinese.
  var chinese: String {
    switch self {
    case .heading: "标题"
    case .opening: "段首"
    case .body: "文中"
    }
  }
}
