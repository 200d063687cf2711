import ArgumentParser
import Observations
import ReportStore
import ReportText
import Tables

struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "由数据库写出趋势表。 Write the trend table of a database as CSV.")

  @OptionGroup var database: DatabaseOption
  @Flag(help: "机构改革前后的机关接成一个序列，并标出断点。 Join the series of bodies that followed one another, breaks marked.")
  var followSuccessors = false
  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let catalogue = try catalogue.load()
    let documents = try database.withStore { try $0.documents() }
    let table = Table.trend(documents, catalogue: catalogue, following: followSuccessors ? .shared : nil)
    try Console.write(table.csv)
  }
}
