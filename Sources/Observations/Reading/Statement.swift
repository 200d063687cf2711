/// One figure with the words that say what it counts.
struct Statement {
  /// What is counted or measured.
  var subject: String
  /// The words around the figure that metrics are matched against.
  var text: StatementText
  /// What stands before the figure in its clause as written.
  var left: String
  /// Whether the subject was taken over from the figure before.
  var isCarried = false
}
