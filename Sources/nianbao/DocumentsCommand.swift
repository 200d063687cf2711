import ArgumentParser

struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "查看文件清单。 Look at the documents.", subcommands: [DocumentsListCommand.self])
}
