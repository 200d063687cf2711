import ArgumentParser
import ReportStore

struct ReviewImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "存入核对页导出的审核意见。 Store reviews that the audit page exported.")

  @OptionGroup var database: DatabaseOption
  @Argument(help: "导出的 JSON 文件。 The exported JSON file.") var file: String

  func run() throws {
    guard let json = SideFile.bytes(of: file) else {
      Console.error("\(file): 打不开，请检查路径和权限 (cannot open)")
      throw ExitCode(3)
    }
    let reviews: [ReviewedObservation]
    do {
      reviews = try ReviewFile(json, name: file).reviews
    } catch let mistake as ReviewFile.Mistake {
      Console.error(mistake.description)
      throw ExitCode(2)
    }
    let stale = try database.withStore { try $0.add(reviews) }
    for item in stale {
      Console.error(
        "\(item.observation): 库里没有这个数，或已不是 \(item.review.expected)，未存入；请在新的核对页上重审 (stale, not stored)")
    }
    Console.error("存入审核意见 stored \(reviews.count - stale.count)，失效 stale \(stale.count)")
    if !stale.isEmpty { throw ExitCode(1) }
  }
}
