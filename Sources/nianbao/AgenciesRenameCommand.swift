import ArgumentParser
import ReportStore

struct AgenciesRenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "给机关定名；不写名称则恢复原名。 Name an agency; without a name, as read.")

  @OptionGroup var database: DatabaseOption
  @Argument(help: "机关编号。 The agency's id.") var id: String
  @Argument(help: "名称。 The name.") var name: String?

  func validate() throws {
    if name?.isEmpty == true { throw ValidationError("名称不能为空 (the name must not be empty)") }
  }

  func run() throws { try database.withStore { try $0.give(name: name, to: id) } }
}
