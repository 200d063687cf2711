import Quantities

/// One figure with the words that say what it counts. Ranges are of the paragraph's `plain` text but for `subject`.
struct Statement {
  /// What is counted or measured, with what tells it apart from others of its name.
  var subject: [UInt8]
  /// What `subject` ends with to tell the figure apart from others of its name.
  var mark: Mark?
  /// How much of `subject` is the name.
  var nameEnd: Int
  /// How much of `subject` stands before the figure, for patterns.
  var beforeEnd: Int
  /// All words behind the figure in its clause, for patterns.
  var behind: Range<Int>
  /// What stands before the figure in its clause as written.
  var left: Range<Int>
  /// The ledger index of the figure whose subject it took over.
  var carrier: Int?
  /// Whether it tells more of the figure before, so that it holds for the same time.
  var isContinued = false
  /// Whether it is a mean growth of years.
  var isMean = false
  /// Whether it is the total of the figures listed before it.
  var isTotalOfList = false
}
