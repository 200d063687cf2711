import ArgumentParser
import ReportStore
import ReportText

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "从数据库删去文件和由它读出的一切；文件本身不动。 Take documents out of the database; the files stay.")

  @OptionGroup var database: IngestDatabaseOption
  @Argument(help: "数据库里的路径；文件夹则删去其下全部。 Paths as stored; a folder stands for all below it.") var paths: [String]

  func run() throws {
    let count = try database.withStore { store in
      let count = try store.forget(paths.map(DocumentPath.canonical))
      try store.finish()
      return count
    }
    print("删去 forgotten \(count)")
  }
}
