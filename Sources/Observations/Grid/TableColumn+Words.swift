import Quantities

extension TableColumn {
  /// Finds the words that the headings of columns put around those of a row.
  static func findWords(of columns: inout [TableColumn]) {
    let hasTotal = columns.contains { $0.role == .figures && $0.headings.last?.isTotal == true }
    let common = headingOfAll(columns)
    for index in columns.indices {
      let column = columns[index]
      let path = column.headings.filter { !$0.isTime && !$0.words.isEmpty }
      // 行政复议 / 结果维持: without a row's heading the column's own words tell the thing, and those above which.
      let isOfThing = path.count > 1 && path.last?.isTotal == false
      columns[index].alone = TableWords(
        before: [], behind: path.filter { !$0.isTotal }.flatMap(\.words),
        scope: isOfThing ? path.dropLast().flatMap(\.words) : nil)
      // What heads all columns of figures tells nothing of one.
      let own = path.count > 1 && path[0].words == common ? Array(path.dropFirst()) : path
      if hasTotal, column.change == .none, !column.headings.contains(where: \.isTime) {
        let words = own.filter { !$0.isTotal }.flatMap(\.words)
        columns[index].aroundRow = TableWords(before: words, scope: words.isEmpty ? nil : words)
      } else {
        columns[index].aroundRow = TableWords(behind: own.filter { !$0.isGeneric }.flatMap(\.words))
      }
    }
  }

  /// The words of the heading, above others, that all columns of figures have in common; `nil` if none does.
  private static func headingOfAll(_ columns: [TableColumn]) -> [UInt8]? {
    let headed = columns.filter { $0.role == .figures && !$0.headings.isEmpty }
    let firsts = headed.map { column -> [UInt8]? in
      let path = column.headings.filter { !$0.isTime }
      return path.count > 1 ? path[0].words : nil
    }
    guard let last = firsts.last, let last, firsts.count(where: { $0 == last }) > 1,
      firsts.drop(while: { $0 == nil }).allSatisfy({ $0 == last })
    else { return nil }
    return last
  }
}
