/// What a file holds and isn't read, because its reader doesn't see it.
public enum Omission: Sendable, Equatable {
  /// Sheets that are hidden, by name.
  case hiddenSheets([String])
  /// So many hidden rows and columns of a sheet.
  case hiddenCells(sheet: String, rows: Int, columns: Int)
  /// Formulas whose results weren't stored.
  case formulasWithoutResults(sheet: String, count: Int)
  /// So many stretches of text that are struck out, deleted, moved away or hidden.
  case hiddenText(count: Int)
  /// Tables, which a converter drops without a word; another one keeps them.
  case tables(converter: String, package: String)

  /// What, where, and what to do.
  public func message(path: String) -> String {
    switch self {
    case .hiddenSheets(let names):
      "\(path): 隐藏的工作表没有读：\(names.joined(separator: "、"))；要读请先取消隐藏 (hidden sheets left out)"
    case .hiddenCells(let sheet, let rows, let columns):
      "\(path): 工作表“\(sheet)”有 \(rows) 行、\(columns) 列隐藏，没有读；要读请先取消隐藏 (hidden rows and columns left out)"
    case .formulasWithoutResults(let sheet, let count):
      "\(path): 工作表“\(sheet)”有 \(count) 个公式没有存结果；请用表格软件打开并保存后再读 (formulas without stored results)"
    case .hiddenText(let count):
      "\(path): 有 \(count) 处删除、划掉、移走或隐藏的文字没有读；如应计入请先接受修订 (struck or hidden text left out)"
    case .tables(let converter, let package):
      "\(path): \(converter) 读不出文件里的表格；要读请安装：apt-get install \(package) (tables may be left out)"
    }
  }
}
