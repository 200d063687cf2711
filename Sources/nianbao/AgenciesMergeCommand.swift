import ArgumentParser
import ReportStore

struct AgenciesMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "把一个机关算作另一个；不写另一个则撤销。 Let an agency count as another; without another, undo that.")

  @OptionGroup var database: DatabaseOption
  @Argument(help: "机关编号。 The agency's id.") var id: String
  @Argument(help: "算作哪个机关。 The id that it counts as.") var into: String?

  func run() throws { try database.withStore { try $0.merge(id, into: into) } }
}
