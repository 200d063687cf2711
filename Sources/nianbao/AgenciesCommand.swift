import ArgumentParser

struct AgenciesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agencies", abstract: "查看、合并、改名机关。 Look at agencies, merge and rename them.",
    discussion: """
      合并和改名记在数据库里，原读法不变；再次运行 report 写同一个文件夹时仍然有效。
      Decisions are kept in the database beside what was read, and hold when report writes the same folder again.
      """,
    subcommands: [AgenciesListCommand.self, AgenciesMergeCommand.self, AgenciesRenameCommand.self])
}
