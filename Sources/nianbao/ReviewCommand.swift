import ArgumentParser

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "存入、查看、删去审核意见。 Store, list and drop reviews of figures.",
    discussion: """
      在核对页里审核、导出，再用 review import 存入数据库。意见随原句和数字保存，重读报告时仍有效；原句或数变了即失效，不再套用。
      Review on the audit page, export, and import here. Reviews hold when reports are read again, while the text says the same.
      """,
    subcommands: [ReviewImportCommand.self, ReviewListCommand.self, ReviewDropCommand.self])
}
